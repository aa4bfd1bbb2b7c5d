"""Read delimited text (CSV in all its dialects): a leaf for every cell that is not empty, under its row and its column's name."""

from collections.abc import Iterator, Sequence
from typing import Final

from schemas.words import Place
from streams.inspect.decode.dialect import dialect_of, is_separator
from streams.inspect.decode.leaves import Leaves
from streams.inspect.decode.rows import rows
from streams.inspect.jsontree import NODES
from streams.inspect.words import Path, Segment, Syntax

_CELLS: Final = NODES  # taken apart in one table, the empty ones too


def read_table(text: str, leaves: Leaves, place: Place, path: Path) -> bool:
    """Put the table's cells under `(Syntax.CSV, row, column)`; what stands in front of it (a title) as text at `path`.

    Rows count from 0 without the header. A column has its name, or its number where it has none: no header, an empty name, a row
    that is longer than the header. False where there is not one row.
    """
    dialect = dialect_of(text, declared=True)
    if dialect is None:
        return False
    if not is_separator(text[: dialect.start]):
        leaves.put(place, path, text[: dialect.start])
    names: Sequence[str] = ()
    header, row, left = dialect.header, 0, _CELLS
    for found in rows(text, dialect.delimiter, dialect.start, _CELLS):
        if leaves.spent:
            return True
        if found.broken:
            leaves.reasons.add("csv.invalid")
        left -= len(found.cells)
        if header:
            names, header = [cell.strip() for cell in found.cells], False
            continue
        for column, cell in _columns(found.cells, names, every=row == 0):
            leaves.string(place, (*path, Syntax.CSV, row, column), cell)
        row += 1
    if left <= 0:
        leaves.reasons.add("budget.leaves")
    return True


def _columns(cells: Sequence[str], names: Sequence[str], *, every: bool) -> Iterator[tuple[Segment, str]]:
    """The cells that are not empty, with their columns. `every`: empty ones of named columns too, so that each name is looked at."""
    for at, cell in enumerate(cells):
        name: Segment = names[at] if at < len(names) and names[at] else at
        if cell and not cell.isspace():
            yield name, cell
        elif every and name is not at:
            yield name, ""
