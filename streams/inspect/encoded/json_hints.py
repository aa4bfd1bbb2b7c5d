"""Say of a JSON document's values what their JSON Schema says of them: descriptions, titles and tags, by the way that leads to them.

The document is not held against the schema. All ways that a value may be described are followed (`properties`, `items`, `allOf`, `$ref` …).
"""

import json
from collections import deque
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from streams.inspect.encoded import hints as of
from streams.inspect.encoded.cursor import Hints
from streams.inspect.jsontree import Node, Number, Pairs
from streams.inspect.words import Hinted

_LARGEST: Final = 1024 * 1024  # characters: a registry keeps each schema in one record, and Kafka's largest is that unless told otherwise
_DEEPEST: Final = 64
_MOST: Final = 64  # schemas that may describe one value
_KEPT: Final = 4096  # different ways of one schema
_BOTH: Final = ("allOf", "anyOf", "oneOf", "then", "else")


def hinted(tree: Node, text: str, references: Sequence[tuple[str, str]]) -> tuple[Node, bool]:
    """The tree, its values hinted; False where the schema cannot be read, and the tree then as it was."""
    schema = _schema(text, tuple(references))
    if schema is None:
        return tree, False
    return _with(tree, schema.meant((schema.root,)), schema, (), 0), True


class _Ways:
    """The schemas that describe one value, what they say of it, and those of its members and elements as far as they were asked for."""

    __slots__ = ("elements", "members", "nodes", "others", "properties", "said")

    def __init__(self, nodes: Sequence[Mapping[str, Any]]) -> None:
        self.nodes = nodes
        self.properties = [inner for node in nodes if isinstance(inner := node.get("properties"), dict) and inner]
        self.said = of.united(*(of.of(node.get(of.TAGS), None, node.get("description") or node.get("title")) for node in nodes))
        self.members: dict[str, _Ways] = {}  # by a name that one of them has; …
        self.others: _Ways | None = None  # … of all other names
        self.elements: dict[int, _Ways] = {}  # by the index, as far as one of them tells elements apart


class _Schema:
    def __init__(self, root: Mapping[str, Any], named: Mapping[str, Any]) -> None:
        self.root = root
        self._named = named
        self._known: dict[tuple[int, ...], _Ways] = {}

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
        return self._one(found)

    def _one(self, found: Mapping[int, Mapping[str, Any]]) -> _Ways:
        """The same object for the same schemas, however they were come by."""
        key = tuple(found)
        if (known := self._known.get(key)) is None:
            if len(self._known) >= _KEPT:  # the ways through a schema that is made to hurt have no number
                for each in self._known.values():
                    each.members, each.others, each.elements = {}, None, {}
                self._known.clear()
            known = self._known[key] = _Ways(tuple(found.values()))
        return known

    def below(self, ways: _Ways, name: str) -> _Ways:
        """What describes a member of an object; looked up once for each of its kind."""
        if not any(name in inner for inner in ways.properties):
            if ways.others is None:
                ways.others = self.meant([node.get("additionalProperties") for node in ways.nodes])
            return ways.others
        if (found := ways.members.get(name)) is None:
            found = ways.members[name] = self.meant([_of_member(node, name) for node in ways.nodes])
        return found

    def items(self, ways: _Ways, index: int) -> _Ways:
        """What describes an element of a list; behind those that are told apart all are alike."""
        at = min(index, max((len(_first(node)) for node in ways.nodes), default=0))
        if (found := ways.elements.get(at)) is None:
            found = ways.elements[at] = self.meant([_of_element(node, at) for node in ways.nodes])
        return found

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


def _of_member(node: Mapping[str, Any], name: str) -> Any:
    properties = node.get("properties")
    return properties[name] if isinstance(properties, dict) and name in properties else node.get("additionalProperties")


def _first(node: Mapping[str, Any]) -> Sequence[Any]:
    """The schemas of the first elements, each with its own."""
    first = node["items"] if isinstance(node.get("items"), list) else node.get("prefixItems")  # before 2020-12, and since
    return first if isinstance(first, list) else ()


def _of_element(node: Mapping[str, Any], index: int) -> Any:
    first, items = _first(node), node.get("items")
    return first[index] if index < len(first) else node.get("additionalItems") if isinstance(items, list) else items


def _with(tree: Node, ways: _Ways, schema: _Schema, above: Hints, depth: int) -> Node:
    """The tags of an object hold for all in it; what is deeper than is followed stays as it is."""
    if not ways.nodes or depth > _DEEPEST:
        return tree
    said = of.united(of.tags(above), ways.said) if above else ways.said
    if isinstance(tree, Pairs):
        return Pairs((name, _with(value, schema.below(ways, name), schema, said, depth + 1)) for name, value in tree)
    if isinstance(tree, list):
        return [_with(value, schema.items(ways, n), schema, said, depth + 1) for n, value in enumerate(tree)]
    if isinstance(tree, str) and said and type(tree) in (str, Number):
        return Hinted(tree, said, number=isinstance(tree, Number))
    return tree
