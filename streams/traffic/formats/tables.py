"""Delimited text (CSV) with its values marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from streams.inspect.words import Path, Segment, Syntax
from streams.traffic.marks import Format, Marker, Value


@dataclass(frozen=True, slots=True)
class Table(Format):
    """Rows under named columns, or without a header."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]
    delimiter: str = ";"
    header: bool = True
    charset: str = "utf-8"
    media_type: str = "text/csv"

    def write(self, marker: Marker, path: Path) -> str:
        lines = [self.delimiter.join(self.columns)] if self.header else []
        for number, row in enumerate(self.rows):
            cells = (marker.text(value, (*path, Syntax.CSV, number, self._column(at))) for at, value in enumerate(row))
            lines.append(self.delimiter.join(self._quoted(cell) for cell in cells))
        return "\r\n".join([*lines, ""])

    def _column(self, at: int) -> Segment:
        return self.columns[at] if self.header else at

    def _quoted(self, cell: str) -> str:
        """RFC 4180; a cell with blanks is quoted as well, as spreadsheets' exports do."""
        if any(mark in cell for mark in (self.delimiter, '"', "\n", " ")):
            return '"' + cell.replace('"', '""') + '"'
        return cell
