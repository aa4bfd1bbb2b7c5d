"""Tell whether a text is a table, by which delimiter, where in it the table begins, and whether its first row names the columns."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from streams.inspect.decode.headings import is_header
from streams.inspect.decode.rows import DELIMITERS, Row, rows

_SAMPLE: Final = 32 * 1024  # characters, or as many as three lines take, up to …
_LARGEST_SAMPLE: Final = 2 * 1024 * 1024
_THREE_LINES: Final = re.compile(r"[^\n]*+\n(?:[^\n]*+(?:\n|\Z)){1,2}")
_ROWS: Final = 40  # of the sample
_COLUMNS: Final = 200  # by which a header is told
_SEPARATOR: Final = re.compile(r"sep=([^\r\n\"])\r?\n", re.IGNORECASE)  # Excel's own first line
_RAGGED: Final = 0.6  # of the rows at least have the table's width …
_RAGGED_COMMAS: Final = 0.9  # … and more where the delimiter is one that prose is full of, and no row names the columns


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written. What stands in front of `start` is no part of it: a title, a remark, Excel's `sep=;`."""

    delimiter: str | None  # None: one column
    start: int
    header: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """The sample as one delimiter takes it apart."""

    delimiter: str
    width: int  # that most of its rows have
    share: float  # of all rows that have it
    table: Sequence[Row]  # from the first row of that width on

    @property
    def ragged(self) -> float:
        return sum(len(row.cells) == self.width for row in self.table) / len(self.table)


def dialect_of(text: str, *, declared: bool = False) -> Dialect | None:
    """The table that the text is; None where it is none. `declared`: it is one whatever it looks like, if of a single column."""
    told = _SEPARATOR.match(text)
    start = told.end() if told else 0
    end = start + _SAMPLE
    if len(text) > end and (lines := _THREE_LINES.match(text, start, start + _LARGEST_SAMPLE)):
        end = max(end, lines.end())
    sample, whole = text[start:end], len(text) <= end
    readings = [r for d in (told[1] if told else DELIMITERS) if (r := _reading(sample, d, whole=whole)) is not None]
    fitting = [r for r in readings if _is_table(r) or declared or told]
    if fitting:
        best = max(fitting, key=lambda r: (r.share, r.width > 2))  # the first of equals, in the order of DELIMITERS
        return Dialect(best.delimiter, start + best.table[0].start, _has_header(best.table))
    if not declared and not told:
        return None
    column = list(islice(rows(sample, None), _ROWS))
    return Dialect(None, start, _has_header(column)) if column else None


def is_separator(text: str) -> bool:
    """Nothing but Excel's first line, or blank."""
    return not _SEPARATOR.sub("", text, count=1).strip()


def _reading(sample: str, delimiter: str, *, whole: bool) -> _Reading | None:
    """None where no two cells stand beside one another."""
    if delimiter not in sample:
        return None
    found = list(islice(rows(sample, delimiter), _ROWS + 1))
    if len(found) > _ROWS or (not whole and len(found) > 2):
        found.pop()  # cut within
    widths = Counter(len(row.cells) for row in found if len(row.cells) > 1)
    if not widths:
        return None
    width = max(widths, key=lambda w: (widths[w], w))
    first = next(at for at, row in enumerate(found) if len(row.cells) == width)
    return _Reading(delimiter, width, widths[width] / len(found), found[first:])


def _is_table(reading: _Reading) -> bool:
    """Rows of one width, two at least; of two columns, or by commas, it takes more, as prose has such lines too."""
    in_front = round(len(reading.table) * reading.ragged / reading.share) - len(reading.table)
    if len(reading.table) < 2 or in_front > len(reading.table):
        return False
    if reading.width == 2:
        return reading.share == 1.0 and (reading.delimiter != "," or _is_tight(reading))
    if reading.delimiter == ",":
        return reading.ragged >= _RAGGED_COMMAS or (reading.ragged >= _RAGGED and _has_header(reading.table))
    return reading.ragged >= _RAGGED


def _is_tight(reading: _Reading) -> bool:
    """Two columns by single commas that no space follows, under names of one or two words."""
    cells = [cell for row in reading.table for cell in row.cells[1:]]
    return (
        not any(cell[:1] == " " for cell in cells)
        and _has_header(reading.table)
        and all(len(name.split()) <= 2 for name in reading.table[0].cells)
    )


def _has_header(table: Sequence[Row]) -> bool:
    if len(table) < 2 or table[0].broken:
        return False
    return is_header(table[0].cells[:_COLUMNS], [row.cells[:_COLUMNS] for row in table[1:]])
