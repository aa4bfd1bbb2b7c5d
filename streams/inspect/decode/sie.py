"""Read SIE 4, the Swedish exchange format of bookkeeping: a leaf for every field, under its line, its label and the field's name."""

import re
from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from schemas.words import Place
from streams.inspect.decode.leaves import Leaves
from streams.inspect.jsontree import NODES
from streams.inspect.words import Line, Path, Segment

LINES: Final = NODES  # of one file, the empty ones too
_FIELDS_OF_A_LINE: Final = 1000  # behind them the rest of the line is one; the longest that there is has seven
_BEGINS: Final = re.compile(r"\s*#FLAGGA\b")
LABEL: Final = re.compile(r"\s*#([A-ZÅÄÖ_]{1,30})")
_FIELD: Final = re.compile(r'\s*+(?:\{(?P<objects>[^{}]*+)\}?|"(?P<quoted>(?:[^"\\]++|\\.)*+)"?|(?P<bare>[^\s"{]++)|.)')
ESCAPED: Final = re.compile(r"\\(.)")  # of a value in quotes
_TRANSACTION: Final = ("kontonr", "objektlista", "belopp", "transdat", "transtext", "kvantitet", "sign")
_FIELDS: Final = MappingProxyType(  # the names that the format's own description (SIE-gruppen, SIE filformat 4B) gives to the fields
    {
        "ADRESS": ("kontakt", "utdelningsadress", "postadress", "tel"),
        "FNAMN": ("företagsnamn",),
        "ORGNR": ("orgnr", "förvnr", "verknr"),
        "FNR": ("företagsid",),
        "GEN": ("datum", "sign"),
        "PROGRAM": ("programnamn", "version"),
        "PROSA": ("text",),
        "KONTO": ("kontonr", "kontonamn"),
        "DIM": ("dimensionsnr", "namn"),
        "OBJEKT": ("dimensionsnr", "objektnr", "objektnamn"),
        "VER": ("serie", "vernr", "verdatum", "vertext", "regdatum", "sign"),
        "TRANS": _TRANSACTION,
        "RTRANS": _TRANSACTION,
        "BTRANS": _TRANSACTION,
    }
)


def read_sie(text: str, leaves: Leaves, place: Place, path: Path) -> bool:
    """Put fields under `(line, label, name)`, or the field's number where the format names none. False for other formats.

    Lines without a label, but for the braces round a voucher's rows, are texts at their line.
    """
    if _BEGINS.match(text) is None:
        return False
    lines = text.split("\n", LINES)
    for number, line in enumerate(lines):
        if leaves.spent:
            return True
        label = LABEL.match(line)
        if label is None:
            if line.strip() not in ("", "{", "}"):
                leaves.string(place, (*path, Line(number)), line.rstrip("\r"))
            continue
        for field in fields(label[1], line, label.end()):
            if leaves.spent:
                return True
            leaves.string(place, (*path, Line(number), label[1], field.name), field.value)
    if len(lines) > LINES:
        leaves.reasons.add("budget.leaves")
    return True


class Field(NamedTuple):
    """A field of a line: its name, or its number where it has none; its value, and where in the line that stands, without its quotes."""

    name: Segment
    value: str
    start: int
    end: int


def fields(label: str, line: str, start: int) -> Iterator[Field]:
    """The fields behind `start` that are not empty; quotes taken off, a list of objects as it is written."""
    names, end = _FIELDS.get(label, ()), start
    line = line.rstrip()
    for at, found in enumerate(islice(_FIELD.finditer(line, start), _FIELDS_OF_A_LINE)):
        group, end = found.lastgroup or 0, found.end()
        value = found[group]
        if group == "quoted":
            value = ESCAPED.sub(r"\1", value)
        if value.strip():
            yield Field(names[at] if at < len(names) else at, value, *found.span(group))
    if end < len(line):
        yield Field(_FIELDS_OF_A_LINE, line[end:], end, len(line))
