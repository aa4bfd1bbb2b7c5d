"""UN/EDIFACT interchanges with their values marked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from streams.inspect.words import Path, Syntax
from streams.traffic.marks import Format, Marker, Value


@dataclass(frozen=True, slots=True)
class Segment:
    """A tag and its elements, each a value or several components."""

    tag: str
    elements: Sequence[Value | Sequence[Value]]


def segment(tag: str, *elements: Value | Sequence[Value]) -> Segment:
    return Segment(tag, elements)


@dataclass(frozen=True, slots=True)
class Interchange(Format):
    """One interchange, with its service string advice or without, its segments on lines of their own or not."""

    segments: Sequence[Segment]
    advice: bool = True
    broken_lines: bool = False
    charset: str = "latin-1"
    media_type: str = "application/edifact"

    def write(self, marker: Marker, path: Path) -> str:
        seen = Counter[str]()
        written = ["UNA:+.? "] if self.advice else []
        for each in self.segments:
            here: Path = (*path, Syntax.EDIFACT, each.tag, seen[each.tag])
            elements = (_element(value, marker, (*here, n)) for n, value in enumerate(each.elements))
            written.append("+".join((each.tag, *elements)))
            seen[each.tag] += 1
        return "".join(f"{each}'" + ("\n" if self.broken_lines else "") for each in written)


def _element(value: Value | Sequence[Value], marker: Marker, path: Path) -> str:
    components = value if isinstance(value, (list, tuple)) else (value,)
    return ":".join(_released(marker.text(each, (*path, n))) for n, each in enumerate(components))


def _released(text: str) -> str:
    """With the release character in front of what would part it."""
    return "".join("?" + c if c in "?+:'" else c for c in text)
