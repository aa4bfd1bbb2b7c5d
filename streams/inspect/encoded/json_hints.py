"""Say of a JSON document's values what their JSON Schema says of them: descriptions, titles and tags, by the way that leads to them.

The document is not held against the schema. All ways that a value may be described are followed (`properties`, `items`, `allOf`, `$ref` …).
"""

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from streams.inspect.encoded import hints as of
from streams.inspect.encoded.cursor import Hints
from streams.inspect.jsontree import Node, Number, Pairs
from streams.inspect.words import Hinted

_LARGEST: Final = 4 * 1024 * 1024  # characters
_DEEPEST: Final = 64
_MOST: Final = 64  # schemas that may describe one value
_KEPT: Final = 4096  # look-ups of one schema
_BOTH: Final = ("allOf", "anyOf", "oneOf", "then", "else")
_Ways = tuple[Mapping[str, Any], ...]


def hinted(tree: Node, text: str, references: Sequence[tuple[str, str]]) -> tuple[Node, bool]:
    """The tree, its values hinted; False where the schema cannot be read, and the tree then as it was."""
    schema = _schema(text, tuple(references))
    if schema is None:
        return tree, False
    return _with(tree, schema.meant((schema.root,)), schema, (), 0), True


class _Schema:
    def __init__(self, root: Mapping[str, Any], named: Mapping[str, Any]) -> None:
        self.root = root
        self._named = named
        self._members: dict[tuple[tuple[int, ...], str], _Ways] = {}

    def meant(self, nodes: Sequence[Any]) -> _Ways:
        """These schemas and all that they point to and are made of."""
        found: dict[int, Mapping[str, Any]] = {}
        waiting = deque(nodes)
        while waiting and len(found) < _MOST:
            node = waiting.popleft()
            if not isinstance(node, dict) or id(node) in found:
                continue
            found[id(node)] = node
            for key in _BOTH:
                inner = node.get(key)
                waiting += inner[:_MOST] if isinstance(inner, list) else (inner,)
            if isinstance(node.get("$ref"), str):
                waiting.append(self._at(node["$ref"]))
        return tuple(found.values())

    def below(self, ways: _Ways, name: str) -> _Ways:
        """What describes a member of an object; looked up once for each of its kind."""
        key = (tuple(map(id, ways)), name)
        if (found := self._members.get(key)) is None:
            if len(self._members) >= _KEPT:  # names come from messages, and may be anything
                self._members.clear()
            found = self._members[key] = self.meant([way for node in ways for way in _of_member(node, name)])
        return found

    def items(self, ways: _Ways, index: int) -> _Ways:
        """What describes an element of a list."""
        return self.meant([way for node in ways for way in _of_element(node, index)])

    def _at(self, reference: str) -> Any:
        """`#/definitions/Address`, `address.json`, `address.json#/…`."""
        name, _, pointer = reference.partition("#")
        node = self._named.get(name, self.root if not name else None)
        for step in pointer.split("/")[1:]:
            if isinstance(node, list) and step.isdecimal() and int(step) < len(node):
                node = node[int(step)]
            else:
                node = node.get(step.replace("~1", "/").replace("~0", "~")) if isinstance(node, dict) else None
        return node


@lru_cache(maxsize=256)
def _schema(text: str, references: tuple[tuple[str, str], ...]) -> _Schema | None:
    try:
        root = _parsed(text)
        named = {name: _parsed(referred) for name, referred in references}
    except (ValueError, RecursionError):
        return None
    named |= {own: node for node in named.values() if isinstance(node, dict) and isinstance(own := node.get("$id"), str)}
    return _Schema(root, named) if isinstance(root, dict) else _Schema({}, {}) if isinstance(root, bool) else None


def _parsed(text: str) -> Any:
    if len(text) > _LARGEST:
        raise ValueError
    return json.loads(text)


def _of_member(node: Mapping[str, Any], name: str) -> Iterator[Any]:
    properties = node.get("properties")
    if isinstance(properties, dict) and name in properties:
        yield properties[name]
    else:
        yield node.get("additionalProperties")


def _of_element(node: Mapping[str, Any], index: int) -> Iterator[Any]:
    items, first = node.get("items"), node.get("prefixItems")
    if isinstance(items, list):  # before 2020-12
        first, items = items, node.get("additionalItems")
    yield first[index] if isinstance(first, list) and index < len(first) else items


def _said(ways: _Ways) -> Hints:
    return of.united(*(of.of(node.get(of.TAGS), None, node.get("description") or node.get("title")) for node in ways))


def _with(tree: Node, ways: _Ways, schema: _Schema, above: Hints, depth: int) -> Node:
    """The tags of an object hold for all in it; what is deeper than is followed stays as it is."""
    if not ways or depth > _DEEPEST:
        return tree
    said = of.united(of.tags(above), _said(ways))
    if isinstance(tree, Pairs):
        return Pairs((name, _with(value, schema.below(ways, name), schema, said, depth + 1)) for name, value in tree)
    if isinstance(tree, list):
        return [_with(value, schema.items(ways, n), schema, said, depth + 1) for n, value in enumerate(tree)]
    if isinstance(tree, str) and said and type(tree) in (str, Number):
        return Hinted(tree, said, number=isinstance(tree, Number))
    return tree
