"""Tell what kind of text a body is: JSON, plain prose, or a format whose fields are not read yet."""

import re
from typing import Final, Literal

from streams.inspect.decode.dialect import dialect_of
from streams.inspect.decode.interchange import is_edifact
from streams.inspect.decode.markup import is_html, is_markup

TextFormat = Literal["json", "prose", "form", "xml", "html", "csv", "edifact", "fields"]

_OTHER: Final = re.compile(r"ISA[^A-Za-z0-9 ]|STX=|#FLAGGA\b|BEGIN:V|:20:|\{1:F01")  # X12, Tradacoms, SIE, vCard, MT940, SWIFT
_FORM: Final = re.compile(r"[A-Za-z0-9_.~%+\-\[\]]{1,200}=[^&\s=]*(?:&[A-Za-z0-9_.~%+\-\[\]]{1,200}=[^&\s=]*)*")
_SAMPLE: Final = 16 * 1024  # characters


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
        ("html", kind == "html"),
        ("xml", kind == "xml" or kind.endswith("+xml")),
        ("html", is_html(head)),
        ("xml", is_markup(head)),
        ("edifact", is_edifact(head)),
        ("fields", kind in ("x12", "x-sie") or _OTHER.match(head)),
        ("edifact", kind == "edifact"),
        ("csv", kind in ("csv", "tab-separated-values")),
    )
    known = next((name for name, holds in told if holds), None)
    return known or ("csv" if dialect_of(text) else "prose")


def _is_form(text: str) -> bool:
    """`a=1&b=2`: one line of pairs; a single pair is no form unless it was declared."""
    head = text[:_SAMPLE].strip()
    if len(text) > _SAMPLE:
        head = head.rpartition("&")[0]  # cut within a pair
    return "&" in head and _FORM.fullmatch(head) is not None
