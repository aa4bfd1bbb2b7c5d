"""Read UN/EDIFACT interchanges: a leaf for every component that is not empty, under its segment's tag and number."""

import re
from collections import Counter
from types import MappingProxyType
from typing import Final

from schemas.words import Place
from streams.inspect.decode.leaves import Leaves
from streams.inspect.decode.segments import Segment, segments, unwrapped
from streams.inspect.jsontree import NODES
from streams.inspect.words import Path, Syntax

_COMPONENTS: Final = NODES  # taken apart in one body, the empty ones too
_TAG: Final = re.compile(r"[A-Z][A-Z0-9]{2}")
_ENDS: Final = MappingProxyType({"UNZ": "UNB", "UNE": "UNG", "UNT": "UNH", "UIZ": "UIB", "UIT": "UIH"})  # and what opens for each


def read_edifact(text: str, leaves: Leaves, place: Place, path: Path) -> bool:
    """Put components under `(Syntax.EDIFACT, tag, which of that tag, element, component)`, all counted over the whole body.

    What is no segment is a text at `path`, as is a text that has none at all; that, and an interchange that does not end, is
    `edifact.invalid`.
    """
    seen: Counter[str] = Counter()
    left, whole = _COMPONENTS, True
    text = unwrapped(text)
    for segment in segments(text, _COMPONENTS):
        if leaves.spent:
            return True
        left -= sum(map(len, segment.elements))
        if segment.empty:
            continue
        whole = segment.ended
        if _TAG.fullmatch(segment.tag) is None:
            leaves.reasons.add("edifact.invalid")
            leaves.string(place, path, text[segment.start : segment.end])
            continue
        _put(segment, leaves, place, (*path, Syntax.EDIFACT, segment.tag, seen[segment.tag]))
        seen[segment.tag] += 1
    if left <= 0:
        leaves.reasons.add("budget.leaves")
    elif not leaves.cut and not (whole and _is_closed(seen)):
        leaves.reasons.add("edifact.invalid")
    return True


def _is_closed(seen: Counter[str]) -> bool:
    """As many interchanges, groups and messages ended as begun, and one at least."""
    return any(seen[begin] for begin in _ENDS.values()) and all(seen[end] == seen[begin] for end, begin in _ENDS.items())


def _put(segment: Segment, leaves: Leaves, place: Place, path: Path) -> None:
    """Elements count behind the tag; what stands beside the tag itself (an old way to say which group it belongs to) is the segment's."""
    for nesting in segment.elements[0][1:]:
        if nesting:
            leaves.string(place, path, nesting)
    for element, components in enumerate(segment.elements[1:]):
        for component, value in enumerate(components):
            if leaves.spent:
                return
            if value and not value.isspace():
                leaves.string(place, (*path, element, component), value)
