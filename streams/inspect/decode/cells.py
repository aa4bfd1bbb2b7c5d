"""Take a table apart into the values of its cells, each under its row and its column's name."""

from collections.abc import Iterator, Sequence
from typing import Final

from streams.inspect.decode.dialect import Dialect, dialect_of, is_separator
from streams.inspect.decode.headings import are_names
from streams.inspect.decode.rows import DELIMITERS, rows
from streams.inspect.words import Path, Segment, Syntax

CELLS: Final = 320_000  # taken apart in one table, the empty ones too: some 20 MB as objects
_SHORTEST: Final = 12  # characters of a table in a string: two names, two values
_LINE: Final = 4096  # characters of a line in which delimiters are counted

Value = tuple[Path, str]


class Table:
    """A text that is a table. `reasons` is whole once all values were taken."""

    __slots__ = ("dialect", "reasons", "text")

    def __init__(self, text: str, dialect: Dialect) -> None:
        self.text, self.dialect = text, dialect
        self.reasons: set[str] = set()

    @property
    def title(self) -> str:
        """What stands in front of the table, unless that is only Excel's line that names the separator."""
        title = self.text[: self.dialect.start]
        return "" if is_separator(title) else title

    @property
    def values(self) -> Iterator[Value]:
        """Cells that are not empty under `(Syntax.CSV, row, column)`; a title at `()`.

        Rows count from 0 without the header. A column has its name, or its number where it has none: no header, an empty name, a row
        that is longer than the header.
        """
        if self.title:
            yield (), self.title
        names: Sequence[str] = ()
        header, row, left = self.dialect.header, 0, CELLS
        for found in rows(self.text, self.dialect.delimiter, self.dialect.start, CELLS):
            if found.broken:
                self.reasons.add("csv.invalid")
            left -= len(found.cells)
            if header:
                names, header = [cell.strip() for cell in found.cells], False
                continue
            for column, cell in columns(found.cells, names, every=row == 0):
                yield (Syntax.CSV, row, column), cell
            row += 1
        if left <= 0:
            self.reasons.add("budget.leaves")


def columns(cells: Sequence[str], names: Sequence[str], *, every: bool) -> Iterator[tuple[Segment, str]]:
    """The cells that are not empty, with their columns. `every`: empty ones of named columns too, so that each name is looked at."""
    for at, cell in enumerate(cells):
        name: Segment = names[at] if at < len(names) and names[at] else at
        if cell and not cell.isspace():
            yield name, cell
        elif every and name is not at:
            yield name, ""


def declared(text: str) -> Table | None:
    """The table that a body is said to be; None where there is not one row."""
    dialect = dialect_of(text, declared=True)
    return None if dialect is None else Table(text, dialect)


def within(text: str) -> Table | None:
    """The table that a string of another document is: under names that columns have, from its first line on, rows of one width.

    Addresses and notes have lines with commas too, so two columns are one only by a semicolon or a tab.
    """
    if not _may_be_table(text):
        return None
    dialect = dialect_of(text)
    if dialect is None or not dialect.header or dialect.start or dialect.delimiter is None:
        return None
    found = list(rows(text[:_LINE], dialect.delimiter))
    if len(text) > _LINE:
        found.pop()  # cut within
    narrow = 3 if dialect.delimiter in ",|" else 2
    whole = len(found) > 1 and len(found[0].cells) >= narrow and all(len(row.cells) == len(found[0].cells) for row in found)
    return Table(text, dialect) if whole and are_names([cell.strip() for cell in found[0].cells]) else None


def _may_be_table(text: str) -> bool:
    """As many delimiters of some kind in the second line as in the first, or quotes, in which there may be more."""
    if len(text) < _SHORTEST or "\n" not in text:
        return False
    first, second, *_ = [*text[: 2 * _LINE].split("\n", 2), ""]
    return any(first.count(mark) > 0 and ('"' in second or first.count(mark) == second.count(mark)) for mark in DELIMITERS)
