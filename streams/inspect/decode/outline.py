"""Small JSON bodies that come again, at another tap or in a resend: what they were read to is kept, and only their stamps are new."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from streams.inspect.plain import plain
from streams.inspect.stamps import INSTANT, UUID
from streams.inspect.words import Body, Budget, Leaf, Likeness

_LARGEST: Final = 8_192  # bytes of a body
_MANY: Final = 128  # leaves of one
_HELD: Final = 1_024  # bodies, at most some 40 MB and of ordinary ones a third of that
_STAMPS: Final = re.compile(rf'"(?:{UUID}|{INSTANT})"(?=[ \t\r\n]*+[,}}\]])'.encode())  # as whole values
_LETTER: Final = re.compile(rb"[a-f]")
_TIME, _T = 10, ord("T")  # where an instant has it, and a UUID none
_UUID, _DIGIT = b"\x01", b"\x02"  # what stands for a UUID, and for each character of an instant; no JSON text holds them

_OF_JSON: Final = frozenset({str, int})  # what a path into one document of JSON begins with

Key = tuple[bytes, str | None, str | None]


@plain
class Outline:
    """A body without its stamps, which with its declared type and the budget says what it is read to; and the stamps, in order."""

    key: Key
    budget: Budget
    stamps: list[str]


@dataclass(slots=True, eq=False, repr=False)
class _Read:
    budget: Budget
    leaves: tuple[Leaf, ...]
    likeness: Likeness


def outlined(body: Body, budget: Budget) -> Outline | None:
    """None where the body is no small JSON text by the look of it."""
    data = body.data
    if data is None or len(data) > _LARGEST or body.tree is not None or not data.startswith((b"{", b"[")):
        return None
    parts: list[bytes] = []
    stamps: list[str] = []
    last = 0
    for found in _STAMPS.finditer(data):
        start, end = found.start() + 1, found.end() - 1
        of_digits = data[start + _TIME] == _T
        if data[start - 2 : start - 1] == b"\\" or not (of_digits or _LETTER.search(data, start, end)):
            continue  # the end of a longer text; what somebody may take for a number
        parts += data[last:start], _DIGIT * (end - start) if of_digits else _UUID
        stamps.append(data[start:end].decode())
        last = end
    parts.append(data[last:])
    return Outline((b"".join(parts), body.media_type, body.charset), budget, stamps)


class Outlines:
    """`recall` and `keep`: bodies by their outlines, compared as a whole and not by a digest."""

    def __init__(self, held: int = _HELD) -> None:
        self._held = held
        self._known: dict[Key, _Read] = {}

    def recall(self, outline: Outline, count: int, size: int) -> tuple[tuple[Leaf, ...], Likeness] | None:
        """The leaves of such a body with its own stamps, if it was read before and `count` leaves of `size` bytes are left to read."""
        known = self._known.get(outline.key)
        if known is None or len(known.leaves) > count or known.likeness.size > size or known.budget != outline.budget:
            return None
        if len(known.likeness.stamps) != len(outline.stamps):
            return None  # what looks like a stamp's place stands in the bytes themselves, which are no JSON then
        leaves = list(known.leaves)
        for at, text in zip(known.likeness.stamps, outline.stamps, strict=True):
            leaves[at] = Leaf("body", leaves[at].path, text)
        return tuple(leaves), known.likeness

    def keep(self, outline: Outline, leaves: tuple[Leaf, ...], size: int) -> Likeness | None:
        """What a body gave that was read to its end, nothing to be said of it, in `size` bytes. None where its stamps are not told in
        its leaves."""
        if not 0 < len(leaves) <= _MANY or not leaves[0].path or type(leaves[0].path[0]) not in _OF_JSON:
            return None
        stamps = _places(outline.stamps, leaves) if outline.stamps else ()
        if stamps is None:
            return None
        likeness = Likeness(len(leaves), size, stamps)
        if len(self._known) >= self._held:
            self._known.clear()
        self._known[outline.key] = _Read(outline.budget, leaves, likeness)
        return likeness

    def __len__(self) -> int:
        return len(self._known)


def _places(stamps: list[str], leaves: Sequence[Leaf]) -> tuple[int, ...] | None:
    """Which leaves they are: as many leaves have these texts, in this order."""
    told = frozenset(stamps)
    places = [at for at, leaf in enumerate(leaves) if leaf.text in told]
    return tuple(places) if [leaves[at].text for at in places] == stamps else None
