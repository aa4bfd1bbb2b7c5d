"""Take delimited text apart into rows of cells, with quotes as RFC 4180 has them, and with none of it lost where they are broken."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

DELIMITERS: Final = "\t;|,"  # in this order where several would do: a comma is also in numbers and in prose

_LINE_END: Final = re.compile(r"\r\n?|\n")
_END_OF_TEXT: Final = re.compile(r"\Z")


class Row(NamedTuple):
    """One row: where it begins in the text, its unquoted cells, and whether a quote in it was opened and not closed as it should be."""

    start: int
    cells: list[str]
    broken: bool


def rows(text: str, delimiter: str | None, start: int = 0, limit: int | None = None) -> Iterator[Row]:
    """Every row behind `start`, blank lines left out; without a delimiter each line is one cell.

    At most `limit` cells are taken apart: the row that reaches it is the last, and its last cell is the rest of the line. Time is
    linear in the text: a quote that is not closed before a delimiter or a line's end is a character like any other.
    """
    at, left = start, len(text) + 1 if limit is None else limit
    while at < len(text) and left > 0:
        end = _LINE_END.search(text, at) or _END_OF_TEXT.search(text, at)
        assert end is not None  # the end of the text is always found
        if '"' in text[at : end.start()]:
            row, after = _quoted(text, at, delimiter, left)
        else:
            line = text[at : end.start()]
            row, after = Row(at, [line] if delimiter is None else line.split(delimiter, left - 1), False), end.end()
        if len(row.cells) > 1 or not _is_blank(row.cells[0]):
            yield row
        left -= len(row.cells)
        at = after


def _is_blank(text: str) -> bool:
    return not text or text.isspace()


def _quoted(text: str, at: int, delimiter: str | None, limit: int) -> tuple[Row, int]:
    """A row that holds quotes: it may go on over several lines. The row, and where the next one begins."""
    cell = cell_pattern(delimiter)
    cells: list[str] = []
    broken, start = False, at
    while True:
        found = cell.match(text, at)
        assert found is not None  # the pattern takes the empty text too
        inner = found["inner"]
        if inner is not None:
            cells.append(inner.replace('""', '"'))
        else:
            cells.append(found[0])
            broken = broken or found[0].lstrip(" \t").startswith('"')
        at = found.end()
        if at < len(text) and text[at] == delimiter and len(cells) < limit:
            at += 1
            continue
        end = _LINE_END.search(text, at)  # right here, but for a row that was cut at its limit
        return Row(start, cells, broken), end.end() if end else len(text)


@lru_cache(maxsize=64)
def cell_pattern(delimiter: str | None) -> re.Pattern[str]:
    """A quoted cell up to its delimiter or line's end, else everything up to there."""
    end = "" if delimiter is None else re.escape(delimiter)
    blank = "[ ]*+" if delimiter == "\t" else r"[ \t]*+"
    return re.compile(rf'{blank}"(?P<inner>(?:[^"]++|"")*+)"{blank}(?=[{end}\r\n]|\Z)|[^{end}\r\n]*+')
