"""Tell what kind of text a body is: JSON, plain prose, or a format whose fields are not read yet."""

import re
from typing import Final, Literal

TextFormat = Literal["json", "prose", "form", "xml", "html", "csv", "edifact", "fields"]

_MARKUP: Final = re.compile(r"<[A-Za-z_?!/]")
_HTML: Final = re.compile(r"<(?:!doctype html|html|head|body|div|p|span|table|br|a|b|i|ul|h[1-6])\b", re.IGNORECASE)
_EDIFACT: Final = re.compile(r"UNA.{6}|UN[BGH]\+", re.DOTALL)
_OTHER: Final = re.compile(r"ISA[^A-Za-z0-9 ]|STX=|#FLAGGA\b|BEGIN:V|:20:|\{1:F01")  # X12, Tradacoms, SIE, vCard, MT940, SWIFT
_FORM: Final = re.compile(r"[A-Za-z0-9_.~%+\-\[\]]{1,200}=[^&\s=]*(?:&[A-Za-z0-9_.~%+\-\[\]]{1,200}=[^&\s=]*)*")
_LINES: Final = 20  # of a table's lines, looked at
_SAMPLE: Final = 16 * 1024  # characters
_DELIMITERS: Final = "\t;|,"


def is_json_type(media_type: str | None) -> bool:
    """application/json, text/json, anything+json, and NDJSON by its several names."""
    if media_type is None:
        return False
    kind = media_type.partition("/")[2]
    return kind in ("json", "x-json", "ndjson", "x-ndjson", "jsonl", "json-seq", "jsonlines") or kind.endswith("+json")


def format_of(text: str, media_type: str | None) -> TextFormat:
    """What to read the text as. `fields`: a structured format that no reader knows by name."""
    head = text[:_SAMPLE].lstrip("\ufeff \t\r\n")
    kind = (media_type or "").partition("/")[2]
    told: tuple[tuple[TextFormat, object], ...] = (  # the first that holds
        ("json", is_json_type(media_type) or head[:1] in ("{", "[")),
        ("form", media_type == "application/x-www-form-urlencoded" or _is_form(text)),
        ("html", kind == "html" or _HTML.match(head)),
        ("xml", kind == "xml" or kind.endswith("+xml") or _MARKUP.match(head)),
        ("edifact", kind == "edifact" or _EDIFACT.match(head)),
        ("fields", kind == "x12" or _OTHER.match(head)),
        ("csv", kind == "csv" or _is_table(head)),
    )
    return next((name for name, holds in told if holds), "prose")


def _is_form(text: str) -> bool:
    """`a=1&b=2`: one line of pairs; a single pair is no form unless it was declared."""
    head = text[:_SAMPLE].strip()
    if len(text) > _SAMPLE:
        head = head.rpartition("&")[0]  # cut within a pair
    return "&" in head and _FORM.fullmatch(head) is not None


def _is_table(head: str) -> bool:
    """Two lines or more with the same number of a delimiter; of commas at least two, as prose has single ones."""
    lines = [line for line in head.splitlines()[:_LINES] if line.strip()]
    if len(head) == _SAMPLE and len(lines) > 2:
        lines.pop()  # cut within
    if len(lines) < 2:
        return False
    for delimiter in _DELIMITERS:
        counts = {_outside_quotes(line).count(delimiter) for line in lines}
        if len(counts) == 1 and min(counts) >= (2 if delimiter == "," else 1):
            return True
    return False


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*+"', "", line) if '"' in line else line
