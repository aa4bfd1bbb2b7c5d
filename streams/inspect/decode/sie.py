"""Read SIE 4, the Swedish exchange format of bookkeeping: a leaf for every field, under its line, its label and the field's name."""

import re
from collections.abc import Iterator
from itertools import islice
from types import MappingProxyType
from typing import Final

from schemas.words import Place
from streams.inspect.decode.leaves import Leaves
from streams.inspect.jsontree import NODES
from streams.inspect.words import Line, Path, Segment

_LINES: Final = NODES  # of one file, the empty ones too
_FIELDS_OF_A_LINE: Final = 1000  # behind them the rest of the line is one; the longest that there is has seven
_BEGINS: Final = re.compile(r"\s*#FLAGGA\b")
_LABEL: Final = re.compile(r"\s*#([A-ZÅÄÖ_]{1,30})")
_FIELD: Final = re.compile(r'\s*+(?:\{(?P<objects>[^{}]*+)\}?|"(?P<quoted>(?:[^"\\]++|\\.)*+)"?|(?P<bare>[^\s"{]++)|.)')
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
    lines = text.split("\n", _LINES)
    for number, line in enumerate(lines):
        if leaves.spent:
            return True
        label = _LABEL.match(line)
        if label is None:
            if line.strip() not in ("", "{", "}"):
                leaves.string(place, (*path, Line(number)), line.rstrip("\r"))
            continue
        for name, value in _fields(label[1], line[label.end() :]):
            if leaves.spent:
                return True
            leaves.string(place, (*path, Line(number), label[1], name), value)
    if len(lines) > _LINES:
        leaves.reasons.add("budget.leaves")
    return True


def _fields(label: str, line: str) -> Iterator[tuple[Segment, str]]:
    """The fields that are not empty; quotes taken off, a list of objects as it is written."""
    names, end = _FIELDS.get(label, ()), 0
    line = line.rstrip()
    for at, found in enumerate(islice(_FIELD.finditer(line), _FIELDS_OF_A_LINE)):
        value, end = next((v for v in found.groups() if v is not None), found[0]), found.end()
        if found["quoted"] is not None:
            value = re.sub(r"\\(.)", r"\1", value)
        if value.strip():
            yield (names[at] if at < len(names) else at), value
    if end < len(line):
        yield _FIELDS_OF_A_LINE, line[end:]
