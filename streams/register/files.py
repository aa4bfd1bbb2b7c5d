"""A register as files: a workbook, comma-separated values, Markdown. A cell is text and nothing else, whatever it begins with."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import xlsxwriter

from streams.register.layout import Sheet

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run (OWASP, CSV injection)
_CELL: Final = 32_767  # characters that a cell of a workbook holds
_MADE: Final = datetime(2000, 1, 1)  # a workbook's own date: the same register gives the same bytes
_WIDTHS: Final = (12, 48)


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """An .xlsx with a worksheet per sheet: headings frozen and bold, every cell a string, never a formula or a link."""
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(data, options) as book:
        book.set_properties({"title": "Record of processing activities", "created": _MADE})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        for sheet in sheets:
            page = book.add_worksheet(_sheet_name(sheet.name))
            page.freeze_panes(1, 1)
            page.set_landscape()
            page.fit_to_pages(1, 0)
            for column, heading in enumerate(sheet.headings):
                longest = max((len(row[column]) for row in sheet.rows), default=0)
                page.set_column(column, column, min(max(_WIDTHS[0], longest, len(heading) // 2), _WIDTHS[1]))
                page.write_string(0, column, heading, bold)
            for number, row in enumerate(sheet.rows, 1):
                for column, cell in enumerate(row):
                    page.write_string(number, column, _cut(_clean(cell)), plain)
            if sheet.rows:
                page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
    return data.getvalue()


def comma_separated(sheets: Sequence[Sheet]) -> str:
    """All sheets one below another, each under its name, parted by a blank line. RFC 4180; a cell that begins as a formula gets a quote."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for number, sheet in enumerate(sheets):
        if number:
            writer.writerow([])
        writer.writerow([f"# {sheet.name}"])
        writer.writerow([harmless(heading) for heading in sheet.headings])
        writer.writerows([harmless(_clean(cell)) for cell in row] for row in sheet.rows)
    return text.getvalue()


def markdown(sheets: Sequence[Sheet]) -> str:
    parts = ["# Record of processing activities\n"]
    for sheet in sheets:
        parts.append(f"\n## {sheet.name}\n\n")
        if not sheet.rows:
            parts.append("Nothing.\n")
            continue
        parts.append(f"| {' | '.join(map(_barred, sheet.headings))} |\n|{' --- |' * len(sheet.headings)}\n")
        parts += [f"| {' | '.join(_barred(_clean(cell)) for cell in row)} |\n" for row in sheet.rows]
    return "".join(parts)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe stands before what would be a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _barred(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return " ".join(escaped.split())


def _clean(text: str) -> str:
    """Without control characters, which XML and terminals do not take."""
    return "".join(character if character.isprintable() or character in "\n\t" else "\ufffd" for character in text)


def _cut(text: str) -> str:
    return text if len(text) <= _CELL else text[: _CELL - 1] + "…"


def _sheet_name(name: str) -> str:
    """At most 31 characters, without those that a workbook's tabs do not take."""
    return "".join(character for character in name if character not in "[]:*?/\\")[:31]
