"""Take a JSON tree apart into leaves in one loop, as far as nothing in it asks for more than a leaf per value."""

from typing import Any, Final

from schemas.words import Place
from streams.inspect.decode.steps import WIDEST, Step, Steps
from streams.inspect.jsontree import Node, Number, Pairs
from streams.inspect.words import Leaf, Path

_STEPS: Final = Steps()
_CONTAINERS: Final = frozenset({dict, list, Pairs})


class Flat:
    """The leaves of an object or list, in document order: what `jsontree.walk` gives, as objects.

    The tree may also be what orjson gives. Then `numbers` are the leaves of its numbers, whose texts are still to be filled in, and
    `members` and `booleans` say how many of those it has.
    """

    __slots__ = ("_most", "_place", "booleans", "leaves", "members", "numbers")

    def __init__(self, place: Place, most: int) -> None:
        self._place = place
        self._most = most
        self.leaves: list[Leaf] = []
        self.numbers: list[Leaf] = []
        self.members = 0
        self.booleans = 0

    def read(self, tree: Node, path: Path, depth: int) -> bool:
        """Whether it could, and `leaves` are all. For `jsontree.walk` it leaves what has levels below `depth`, or more of them than the
        caller's own stack bears, values of which a schema says something, and much more than `most` leaves."""
        try:
            self._read(tree, _STEPS.at(path) if len(tree) <= WIDEST else None, path, depth)
        except (_UnusualError, RecursionError):
            return False
        return True

    def _read(self, tree: Node, step: Step | None, path: Path, depth: int) -> None:
        """`step`: that of `path`, if the steps from it are kept."""
        leaves, kind = self.leaves, type(tree)
        if depth <= 0 or len(leaves) + len(tree) > self._most:
            raise _UnusualError
        if kind is dict:
            self.members += len(tree)
        for segment, node in tree.items() if kind is dict else tree if kind is Pairs else enumerate(tree):
            kind = type(node)
            if kind in _CONTAINERS:
                if step is None:
                    self._read(node, None, (*path, segment), depth - 1)
                    continue
                below = step[segment]
                self._read(node, below if below.kept and len(node) <= WIDEST else None, below.path, depth - 1)
            elif node is not None:
                leaf: Any = _new(Leaf)
                leaf.place = self._place
                leaf.path = step[segment].path if step is not None else (*path, segment)
                leaf.hints = ()
                if kind is str:
                    leaf.text, leaf.kind = node, "text"
                else:
                    self._fill(leaf, node)
                leaves.append(leaf)

    def _fill(self, leaf: Any, node: Node) -> None:
        """What is no text, as text."""
        kind = type(node)
        if kind is Number:
            leaf.text, leaf.kind = str(node), "number"
        elif kind is bool:
            leaf.text, leaf.kind = "true" if node else "false", "boolean"
            self.booleans += 1
        elif kind is int or kind is float:
            leaf.text, leaf.kind = "", "number"
            self.numbers.append(leaf)
        else:
            raise _UnusualError


class _UnusualError(Exception):
    """Not for this loop."""


_new: Final = object.__new__  # a leaf without its constructor, which takes a sixth of the whole loop
