"""Take a JSON tree apart into leaves in one loop, as far as nothing in it asks for more than a leaf per value."""

from typing import Any, Final

import orjson

from schemas.words import Place
from streams.inspect.jsontree import Kind, Node, Number, Pairs
from streams.inspect.words import Leaf, Path

_CONTAINERS: Final = frozenset({dict, list, Pairs})


class Flat:
    """The leaves of an object or list, in document order: what `jsontree.walk` gives, as objects.

    The tree may also be what orjson gives; a number's text is then as orjson writes it. `members`: of all objects together.
    """

    __slots__ = ("_most", "_place", "leaves", "members")

    def __init__(self, place: Place, most: int) -> None:
        self._place = place
        self._most = most
        self.leaves: list[Leaf] = []
        self.members = 0

    def read(self, tree: Node, path: Path, depth: int) -> bool:
        """Whether it could, and `leaves` are all. For `jsontree.walk` it leaves what has levels below `depth`, or more of them than the
        caller's own stack bears, values of which a schema says something, and much more than `most` leaves."""
        try:
            self._read(tree, path, depth)
        except (_UnusualError, RecursionError):
            return False
        return True

    def _read(self, tree: Node, path: Path, depth: int) -> None:
        leaves, kind = self.leaves, type(tree)
        if depth <= 0 or len(leaves) + len(tree) > self._most:
            raise _UnusualError
        if kind is dict:
            self.members += len(tree)
        for segment, node in tree.items() if kind is dict else tree if kind is Pairs else enumerate(tree):
            kind = type(node)
            if kind is str:
                text, sort = node, "text"
            elif kind in _CONTAINERS:
                self._read(node, (*path, segment), depth - 1)
                continue
            elif node is None:
                continue
            else:
                text, sort = _as_text(node)
            leaf: Any = _new(Leaf)
            leaf.place, leaf.path, leaf.text, leaf.kind, leaf.hints = self._place, (*path, segment), text, sort, ()
            leaves.append(leaf)


def _as_text(node: Node) -> tuple[str, Kind]:
    kind = type(node)
    if kind is Number:
        return str(node), "number"
    if kind is bool:
        return "true" if node else "false", "boolean"
    if kind is int:
        return str(node), "number"
    if kind is float:
        return orjson.dumps(node).decode(), "number"
    raise _UnusualError


class _UnusualError(Exception):
    """Not for this loop."""


_new: Final = object.__new__  # a leaf without its constructor, which takes a sixth of the whole loop
