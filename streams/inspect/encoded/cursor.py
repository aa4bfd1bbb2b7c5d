"""Read bytes from front to back within a budget: the hand that the schema readers share, and how they stop."""

from typing import Final

from streams.inspect.jsontree import DEPTH, NODES, Node, Number
from streams.inspect.words import Hinted

NOTHING: Final = object()  # no tree at all, not even null
Hints = tuple[str, ...]


class Stop(Exception):
    """Reading cannot go on, by this reason; `tree` is what was read on the way here, kept by each container that it passes."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.tree: Node = NOTHING


class Cursor:
    """Where reading is. `reasons`: what was read, and not as it should be."""

    __slots__ = ("at", "data", "end", "nodes", "reasons")

    def __init__(self, data: bytes, at: int = 0, end: int | None = None) -> None:
        self.data = data
        self.at = at
        self.end = len(data) if end is None else end
        self.nodes = NODES
        self.reasons: set[str] = set()

    def enter(self, depth: int) -> None:
        """One value more, at this depth of containers."""
        if depth > DEPTH:
            raise Stop("budget.depth")
        self.nodes -= 1
        if self.nodes < 0:
            raise Stop("budget.leaves")

    def take(self, size: int) -> bytes:
        """The next `size` bytes."""
        start = self.at
        if size < 0 or size > self.end - start:
            raise Stop("schema.mismatch")
        self.at = start + size
        return self.data[start : start + size]

    def varint(self) -> int:
        """An unsigned number of seven bits a byte, the lowest first; at most ten bytes."""
        data, at, end, shift, number = self.data, self.at, self.end, 0, 0
        while at < end and shift < 70:
            byte = data[at]
            at += 1
            number |= (byte & 0x7F) << shift
            if byte < 0x80:
                self.at = at
                return number & 0xFFFF_FFFF_FFFF_FFFF
            shift += 7
        raise Stop("schema.mismatch")

    def zigzag(self) -> int:
        """A signed number, the small ones short whatever their sign."""
        number = self.varint()
        return (number >> 1) ^ -(number & 1)

    def text(self, data: bytes) -> str:
        """UTF-8; what is not is read as Latin-1, and said."""
        try:
            return data.decode()
        except UnicodeDecodeError:
            self.reasons.add("utf8.invalid")
            return data.decode("latin-1")


def said(text: str, hints: Hints) -> str:
    """A text as a tree has it, with what its schema says of it."""
    return Hinted(text, hints) if hints else text


def counted(digits: str, hints: Hints) -> str:
    """A number as a tree has it, digit for digit."""
    return Hinted(digits, hints, number=True) if hints else Number(digits)
