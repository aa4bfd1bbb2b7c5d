"""The values that are looked for in a document, as a tree of their paths, so that what holds none of them is passed over."""

from collections import deque
from collections.abc import Iterable
from typing import Self

from streams.inspect.words import NESTED, Path, Segment


class Wanted:
    """One step of the wanted paths: what is wanted below it, and the leaves right here, by their text, in the document's order.

    `name`: the object key that leads here, where that is wanted itself.
    """

    __slots__ = ("below", "leaves", "name")

    def __init__(self) -> None:
        self.below: dict[Segment, Wanted] = {}
        self.leaves: dict[str, deque[int]] = {}
        self.name: Wanted | None = None

    @classmethod
    def of(cls, leaves: Iterable[tuple[int, Path, str]]) -> Self:
        """Of (which leaf, its path, its text)."""
        root = cls()
        for number, path, text in leaves:
            root.at(path).add(number, text)
        return root

    def add(self, number: int, text: str) -> None:
        """One more leaf right here."""
        self.leaves.setdefault(text, deque()).append(number)

    def add_name(self, number: int, text: str) -> None:
        """The key that leads here."""
        self.name = self.name or Wanted()
        self.name.add(number, text)

    def at(self, path: Path) -> "Wanted":
        """The step at the path, made where there is none yet."""
        here = self
        for segment in path:
            step = here.below.get(segment)
            if step is None:
                step = here.below[segment] = Wanted()
            here = step
        return here

    def find(self, path: Path) -> "Wanted | None":
        """The step at the path, if a value is wanted right there."""
        here = self
        for segment in path:
            step = here.below.get(segment)
            if step is None:
                return None
            here = step
        return here if here.here else None

    @property
    def here(self) -> bool:
        """Whether a value right here is wanted, or one of a document that it holds."""
        return bool(self.leaves) or NESTED in self.below
