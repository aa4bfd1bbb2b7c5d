"""SIE 4, the Swedish exchange format of bookkeeping, with its values marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from streams.inspect.words import Line, Path
from streams.traffic.marks import Format, Marker, Value

_FIELDS: Final = MappingProxyType(  # SIE-gruppen, SIE filformat 4B
    {
        "ADRESS": ("kontakt", "utdelningsadress", "postadress", "tel"),
        "GEN": ("datum", "sign"),
        "VER": ("serie", "vernr", "verdatum", "vertext", "regdatum", "sign"),
        "TRANS": ("kontonr", "objektlista", "belopp", "transdat", "transtext", "kvantitet", "sign"),
    }
)


@dataclass(frozen=True, slots=True)
class Ledger(Format):
    """Lines of a label and its fields; a line without fields stands as it is (the braces round a voucher's rows)."""

    lines: Sequence[tuple[str, Sequence[Value]]]
    charset: str = "cp437"  # what `#FORMAT PC8` stands for
    media_type: str = "text/plain"

    def write(self, marker: Marker, path: Path) -> str:
        return "".join(self._line(number, *line, marker, path) + "\r\n" for number, line in enumerate(self.lines))

    @staticmethod
    def _line(number: int, label: str, fields: Sequence[Value], marker: Marker, path: Path) -> str:
        if not fields:
            return label
        names = _FIELDS.get(label, ())
        texts = (marker.text(v, (*path, Line(number), label, names[n] if n < len(names) else n)) for n, v in enumerate(fields))
        return " ".join((f"#{label}", *map(_quoted, texts)))


def _quoted(text: str) -> str:
    if text.startswith("{") or (text and not any(c in ' "\\' for c in text)):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
