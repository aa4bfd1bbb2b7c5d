"""The bytes behind a text that was decoded from them: where each character stands in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from streams.inspect.encodings import Decoded


@dataclass(slots=True, repr=False, eq=False)
class Buffer:
    """A decoded body, or a document in a string of it: its text, and how its bytes spell that."""

    text: str
    encoding: str
    mark: int  # bytes of a byte order mark, which is no part of the text
    size: int | None  # of the bytes, where the last character was cut
    reached: tuple[int, int]  # a character that was asked for, and where it begins in the bytes: from there it goes on

    @classmethod
    def of(cls, decoded: Decoded) -> Self:
        return cls(decoded.text, decoded.encoding, decoded.mark, decoded.size, (0, decoded.mark))

    def offsets(self, places: Iterable[int]) -> dict[int, int]:
        """Where in the bytes these characters of the text begin: one pass, however many are asked for."""
        if self.encoding == "utf-8" and self.text.isascii():
            return {place: self.mark + place for place in places}
        offsets: dict[int, int] = {}
        in_order = sorted(set(places))
        here, offset = self.reached if in_order and self.reached[0] <= in_order[0] else (0, self.mark)
        for place in in_order:
            offset += len(self.text[here:place].encode(self.encoding, "replace"))
            here, offsets[place] = place, offset if self.size is None else min(offset, self.size)
        self.reached = here, offset
        return offsets
