"""How a value is spelled where it stands: escapes, references and doubled quotes, piece by piece, and the way back from it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import Final, Self

Span = tuple[int, int]  # start and end, exclusive


class Spelling:
    """A text that was decoded, and where each piece of it stands in the text that it was decoded from.

    A piece of the same length in both is read character by character; of any other, only the whole of it has a place.
    """

    __slots__ = ("_base", "_parts", "_spans", "_starts", "text")

    def __init__(self, text: str, starts: list[int], spans: list[Span], parts: list[int]) -> None:
        self.text = text
        self._starts, self._spans, self._parts = starts, spans, parts  # per piece: where it begins in `text`, its place, its part
        self._base: Spelling | None = None  # that the places count in, where that is no document's own text

    @classmethod
    def verbatim(cls, text: str, start: int, end: int) -> Self:
        """[start, end) of the text, as it stands."""
        return cls(text[start:end], [0], [(start, end)], [0])

    def on(self, base: "Spelling | None") -> Self:
        """The same, where the text that the places count in was decoded from another."""
        self._base = base
        return self

    def source(self, start: int, end: int) -> Span | None:
        """What [start, end) of the text was decoded from, without a character more or less.

        None where that has no place of its own: the span begins or ends within a piece, or something that is no part of the value
        stands between its ends.
        """
        if not 0 <= start < end <= len(self.text):
            return None
        first, last = bisect_right(self._starts, start) - 1, bisect_left(self._starts, end) - 1
        begins, ends = self._place(first, start), self._place(last, end)
        if self._parts[first] != self._parts[last] or begins is None or ends is None or begins < 0:
            return None
        return self._base.source(begins, ends) if self._base else (begins, ends)

    def _place(self, piece: int, at: int) -> int | None:
        begins, (start, end) = self._starts[piece], self._spans[piece]
        stops = self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self.text)
        if at == begins:
            return start
        if at == stops:
            return end
        return start + at - begins if stops - begins == end - start else None


_NOWHERE: Final = (-1, -1)


class Speller:
    """A spelling in the making, piece by piece, in order."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._spans: list[Span] = []
        self._parts: list[int] = []
        self._part = 0

    def add(self, text: str, start: int, end: int) -> None:
        """The next piece, and where it stands. One that is empty is passed over: what it stands for belongs to nothing."""
        if not text:
            return
        self._text.append(text)
        self._starts.append(self._length)
        self._spans.append((start, end))
        self._parts.append(self._part)
        self._length += len(text)

    def spell(self, text: str, start: int, end: int, escape: re.Pattern[str], meaning: Callable[[re.Match[str]], str | None]) -> Self:
        """[start, end) of the text, where each escape stands for its meaning; for itself, where that is None."""
        at = start
        for found in escape.finditer(text, start, end):
            said = meaning(found)
            if said is not None:
                self.add(text[at : found.start()], at, found.start())
                self.add(said, *found.span())
                at = found.end()
        self.add(text[at:end], at, end)
        return self

    def part(self, joint: str = "") -> None:
        """No span reaches over this point. `joint`: what the reader put there, which stands nowhere."""
        self._part += 1
        if joint:
            self.add(joint, *_NOWHERE)
            self._part += 1

    def done(self) -> Spelling:
        if not self._starts:
            return Spelling("", [0], [_NOWHERE], [0])
        return Spelling("".join(self._text), self._starts, self._spans, self._parts)
