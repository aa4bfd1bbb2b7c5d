"""Find wanted cells in delimited text: the reader's own rows, taken apart once more with their places."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from streams.inspect.decode.cells import CELLS, Table
from streams.inspect.decode.locate.spelling import Speller, Spelling
from streams.inspect.decode.locate.wanted import Wanted
from streams.inspect.decode.rows import Row, cell_pattern, rows
from streams.inspect.words import Syntax

_QUOTES: Final = re.compile('""')
_Found = Iterator[tuple[Wanted, Spelling]]


def cells(table: Table, wanted: Wanted, base: Spelling | None = None) -> _Found:
    """What stands in front of the table, and each wanted cell. `base`: what the table's text is a piece of."""
    if wanted.leaves:
        yield wanted, Spelling.verbatim(table.text, 0, table.dialect.start).on(base)
    numbered = wanted.below.get(Syntax.CSV)
    if numbered is None:
        return
    names: Sequence[str] = ()
    last = max(row for row in numbered.below if isinstance(row, int))
    for at, row in enumerate(rows(table.text, table.dialect.delimiter, table.dialect.start, CELLS), -int(table.dialect.header)):
        if at < 0:
            names = [name.strip() for name in row.cells]
        elif at in numbered.below:
            for step, spelling in _wanted(table, row, names, numbered.below[at]):
                yield step, spelling.on(base)
        if at >= last:
            return


def _wanted(table: Table, row: Row, names: Sequence[str], wanted: Wanted) -> _Found:
    pattern, start = cell_pattern(table.dialect.delimiter), row.start
    for column in range(len(row.cells)):
        cell = pattern.match(table.text, start)
        assert cell is not None  # the pattern takes the empty text too
        step = wanted.below.get(names[column] if column < len(names) and names[column] else column)
        if step is not None and step.here:
            yield step, _cell(table.text, cell)
        start = cell.end() + 1


def _cell(text: str, cell: re.Match[str]) -> Spelling:
    if cell["inner"] is None:
        return Spelling.verbatim(text, *cell.span())
    return Speller().spell(text, *cell.span("inner"), _QUOTES, lambda _: '"').done()
