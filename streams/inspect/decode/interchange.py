"""Read a UN/EDIFACT interchange into its values, each with where it stands: tag, which of that tag, element, component."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from streams.inspect.decode.segments import Segment, segments, unwrapped
from streams.inspect.jsontree import NODES
from streams.inspect.words import Path, Syntax

_COMPONENTS: Final = NODES  # taken apart in one text, the empty ones too
_BEGINS: Final = re.compile(r"UNA.{6}|U(?:N[BGH]|IB)[+:\x1d]", re.DOTALL)
TAG: Final = re.compile(r"[A-Z][A-Z0-9]{2}")
_ENDS: Final = MappingProxyType({"UNZ": "UNB", "UNE": "UNG", "UNT": "UNH", "UIZ": "UIB", "UIT": "UIH"})  # and what opens for each

Value = tuple[Path, str]


@dataclass(frozen=True, slots=True, repr=False)
class Interchange:
    """What a text gave as EDIFACT. `valid` False: cut, or with pieces that are no segments, which are values at `()`."""

    values: tuple[Value, ...]
    valid: bool
    reasons: tuple[str, ...]


def is_edifact(text: str) -> bool:
    """Begun as an interchange, a group or a message is."""
    return _BEGINS.match(text) is not None


def read(text: str, leaves: int, *, cut: bool = False) -> Interchange:
    """Every component that is not blank, in order, counted over the whole text; after `leaves` values one more is kept, and no other.

    `cut`: the text is known to have lost its end, which is then no fault of it.
    """
    values: list[Value] = []
    seen: Counter[str] = Counter()
    left, whole, broken = _COMPONENTS, True, False
    text = unwrapped(text)
    for segment in segments(text, _COMPONENTS):
        left -= sum(map(len, segment.elements))
        if segment.empty:
            continue
        whole = segment.ended
        if TAG.fullmatch(segment.tag) is None:
            broken = True
            values.append(((), text[segment.start : segment.end]))
        else:
            values += _values(segment, seen[segment.tag])
            seen[segment.tag] += 1
        if len(values) > leaves:
            return Interchange(tuple(values[: leaves + 1]), not broken, ("edifact.invalid",) if broken else ())
    if left <= 0:
        return Interchange(tuple(values), not broken, ("budget.leaves", *(("edifact.invalid",) if broken else ())))
    valid = not broken and (cut or (whole and _is_closed(seen)))
    return Interchange(tuple(values), valid, () if valid else ("edifact.invalid",))


def _is_closed(seen: Counter[str]) -> bool:
    """As many interchanges, groups and messages ended as begun, and one at least."""
    return any(seen[begin] for begin in _ENDS.values()) and all(seen[end] == seen[begin] for end, begin in _ENDS.items())


def _values(segment: Segment, which: int) -> Iterator[Value]:
    """Elements count behind the tag; what stands beside the tag itself (an old way to say which group it belongs to) is the segment's."""
    path: Path = (Syntax.EDIFACT, segment.tag, which)
    yield from ((path, nesting) for nesting in segment.elements[0][1:] if nesting)
    for element, components in enumerate(segment.elements[1:]):
        for component, value in enumerate(components):
            if value and not value.isspace():
                yield (*path, element, component), value
