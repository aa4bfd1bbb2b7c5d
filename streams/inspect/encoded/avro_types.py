"""Compile an Avro schema: for each type a function that reads one value of it from a cursor.

Unions leave no trace, fixed and bytes are opened, logical types are written as people read them (Avro 1.12, and the names
that Debezium and Kafka Connect give theirs); one that a type cannot carry is ignored, as the specification says. A schema may
be recursive: types are looked up by name when a value is read.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from streams.inspect.encoded import avro_values as values
from streams.inspect.encoded import hints as hinted
from streams.inspect.encoded.cursor import NOTHING, Cursor, Hints, Stop
from streams.inspect.jsontree import Node, Pairs
from streams.inspect.words import Budget

Read = Callable[[Cursor, int], Node]
_DEEPEST: Final = 200  # types inside types of one schema
_LARGEST: Final = (
    1024 * 1024
)  # characters of a schema: a registry keeps each in one record, and Kafka's largest is that unless told otherwise
_MOST: Final = Budget().leaves  # types of one schema: no message has more values than that
_PRIMITIVES: Final = frozenset({"null", "boolean", "int", "long", "float", "double", "bytes", "string"})


class BadSchema(Exception):
    """A schema that cannot be read, or that lacks what it refers to. Says nothing of its content."""


def compiled(text: str, references: Iterable[str] = ()) -> Read:
    """The function that reads one value. `references`: schemas of what it names, needed ones first. Raises BadSchema."""
    types = _Types()
    for referred in references:
        types.read(_parsed(referred), "", (), 0)
    return types.read(_parsed(text), "", (), 0)


def is_bytes(text: str) -> bool:
    """Whether the schema is bytes and nothing else: producers then write them bare, without their length."""
    schema = _parsed(text)
    return schema == "bytes" or (isinstance(schema, dict) and schema.get("type") == "bytes")


def _parsed(text: str) -> Any:
    if len(text) > _LARGEST:
        raise BadSchema
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        bare = text.strip()
        if bare in _PRIMITIVES:  # some registries keep a primitive without its quotes
            return bare
        raise BadSchema from None


class _Types:
    """The named types so far: records by what reads them, enums and fixed by their definition, since hints differ by use."""

    def __init__(self) -> None:
        self._records: dict[str, Read | None] = {}  # None: being compiled
        self._simple: dict[str, tuple[dict[str, Any], str]] = {}
        self._count = 0

    def read(self, schema: Any, space: str, hints: Hints, depth: int) -> Read:
        self._count += 1
        if depth > _DEEPEST or self._count > _MOST:
            raise BadSchema
        if isinstance(schema, str):
            return self._named(schema, space, hints, depth)
        if isinstance(schema, list):
            if any(map(_is_union, schema)):  # which the specification forbids, and which would be read without a level of its own
                raise BadSchema
            return _union([self.read(branch, space, hints, depth + 1) for branch in schema])
        if not isinstance(schema, dict):
            raise BadSchema
        kind = schema.get("type")
        if isinstance(kind, str) and kind in _PRIMITIVES:
            return values.primitive(kind, schema, hints)
        return self._complex(kind, schema, space, hints, depth)

    def _complex(self, kind: Any, schema: dict[str, Any], space: str, hints: Hints, depth: int) -> Read:
        if kind in ("record", "error"):
            return self._record(schema, space, depth)
        if kind in ("enum", "fixed"):
            symbols = schema.get("symbols")
            if kind == "enum" and not (isinstance(symbols, list) and all(isinstance(symbol, str) for symbol in symbols)):
                raise BadSchema
            self._simple[_full_name(schema, space)] = (schema, space)
            return self._simply(schema, space, hints)
        if kind == "array":
            return _array(self.read(schema.get("items"), space, hints, depth + 1))
        if kind == "map":
            return _map(self.read(schema.get("values"), space, hints, depth + 1))
        return self.read(kind, space, hinted.united(hints, hinted.of_properties(schema)), depth + 1)  # {"type": {"type": …}}, a name

    def _named(self, name: str, space: str, hints: Hints, depth: int) -> Read:
        if name in _PRIMITIVES:
            return values.primitive(name, {}, hints)
        for full in (name,) if "." in name else (f"{space}.{name}" if space else name, name):
            if full in self._simple:
                return self._simply(*self._simple[full], hints)
            if full in self._records:
                return self._records[full] or self._later(full)
        raise BadSchema

    def _later(self, name: str) -> Read:
        def read(cursor: Cursor, depth: int) -> Node:
            found = self._records[name]
            assert found is not None, "a type is whole before any value is read"
            return found(cursor, depth)

        return read

    def _simply(self, schema: Mapping[str, Any], space: str, hints: Hints) -> Read:
        if schema["type"] == "fixed":
            return values.fixed(schema, hints)
        return values.enum(schema["symbols"], hints)

    def _record(self, schema: Mapping[str, Any], space: str, depth: int) -> Read:
        name = _full_name(schema, space)
        self._records[name] = None
        inner = name.rpartition(".")[0]
        of_all = hinted.tags(hinted.of_properties(schema))
        fields = schema.get("fields")
        if not isinstance(fields, list):
            raise BadSchema
        members: list[tuple[str, Read]] = []
        for field in fields:
            if not isinstance(field, dict) or not isinstance(field.get("name"), str):
                raise BadSchema
            hints = hinted.united(of_all, hinted.of_properties(field))
            members.append((field["name"], self.read(field.get("type"), inner, hints, depth + 1)))
        self._records[name] = read = _members(members)
        return read


def _is_union(schema: Any) -> bool:
    while isinstance(schema, dict):
        schema = schema.get("type")
    return isinstance(schema, list)


def _full_name(schema: Mapping[str, Any], space: str) -> str:
    name, own = schema.get("name"), schema.get("namespace", space)
    if not isinstance(name, str) or not isinstance(own, str):
        raise BadSchema
    return name if "." in name or not own else f"{own}.{name}"


def _members(members: list[tuple[str, Read]]) -> Read:
    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)
        found = Pairs()
        for name, of_type in members:
            try:
                found.append((name, of_type(cursor, depth + 1)))
            except Stop as stop:
                if stop.tree is not NOTHING:
                    found.append((name, stop.tree))
                stop.tree = found
                raise
        return found

    return read


def _union(branches: list[Read]) -> Read:
    def read(cursor: Cursor, depth: int) -> Node:
        which = cursor.zigzag()
        if not 0 <= which < len(branches):
            raise Stop("schema.mismatch")
        return branches[which](cursor, depth)

    return read


def _blocks(cursor: Cursor) -> Iterable[int]:
    """How many items each block says it has; a negative number has the block's size in bytes behind it, which is not needed."""
    while count := cursor.zigzag():
        if count < 0:
            count = -count
            cursor.zigzag()
        yield count


def _array(item: Read) -> Read:
    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)
        found: list[Node] = []
        try:
            for count in _blocks(cursor):
                for _ in range(count):
                    found.append(item(cursor, depth + 1))
        except Stop as stop:
            if stop.tree is not NOTHING:
                found.append(stop.tree)
            stop.tree = found
            raise
        return found

    return read


def _map(value: Read) -> Read:
    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)
        found = Pairs()
        key = ""
        try:
            for count in _blocks(cursor):
                for _ in range(count):
                    key = cursor.text(cursor.take(cursor.zigzag()))
                    found.append((key, value(cursor, depth + 1)))
        except Stop as stop:
            if stop.tree is not NOTHING:
                found.append((key, stop.tree))
            stop.tree = found
            raise
        return found

    return read
