"""What names a cell of a table whose columns have no names: the cell before it in a list of pairs, an address in the row of a name."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from streams.inspect.detect.names import is_person_like
from streams.inspect.words import Leaf, Path, Syntax

ADDRESS: Final = re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}")
LONGEST: Final = 80  # code points of a name, and of what names a value
CONTACT: Final = "contact name"  # the lexicon's own, for a cell like a name in a row with an e-mail address


class Nameless:
    """`of(path)`: (the kind of cell that names the value, the name that it gives it), or None."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._firsts: dict[Path, str] = {}  # of each row, its first cell
        self._wide: set[Path] = set()  # tables of more than two columns
        self._reached: set[Path] = set()  # rows with an e-mail address
        self._persons: dict[Path, int] = {}  # of each row, the first column that looks like a name
        self._votes: dict[Path, Counter[int]] = {}  # of each table, how often it is which column
        for leaf in leaves:
            if len(leaf.path) > 2 and leaf.path[-3] is Syntax.CSV and isinstance(leaf.path[-1], int):
                self._add(leaf.path[:-1], leaf.path[-1], leaf.text.strip())
        self._names = {table: min(votes, key=lambda column: (-votes[column], column)) for table, votes in self._votes.items()}

    def _add(self, row: Path, column: int, text: str) -> None:
        if column > 1:
            self._wide.add(row[:-1])
        if len(text) > LONGEST:
            return
        if column == 0:
            self._firsts[row] = text
        if ADDRESS.fullmatch(text):
            self._reached.add(row)
        elif row not in self._persons and is_person_like(text):
            self._persons[row] = column
            self._votes.setdefault(row[:-1], Counter())[column] += 1

    def of(self, path: Path) -> tuple[str, str] | None:
        if len(path) < 3 or path[-3] is not Syntax.CSV:
            return None
        row, column = path[:-1], path[-1]
        if row in self._reached and self._persons.get(row) == column == self._names[row[:-1]]:
            return "mail", CONTACT
        said = self._firsts.get(row) if column == 1 and row[:-1] not in self._wide else None
        return ("column", said) if said else None
