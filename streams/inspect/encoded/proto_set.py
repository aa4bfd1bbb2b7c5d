"""Read a compiled Protobuf schema: a FileDescriptorSet, as `protoc --descriptor_set_out` writes it, or one FileDescriptorProto."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from streams.inspect.encoded import hints as hinted
from streams.inspect.encoded import protobuf
from streams.inspect.encoded.cursor import Cursor, Hints, Stop
from streams.inspect.encoded.proto_link import brought
from streams.inspect.encoded.proto_words import BadProto, Enum, Field, File, Message
from streams.inspect.jsontree import Node, Pairs

_FIRST: Final = 0x0A  # field 1, with a length: a set's first file, and a file's name
_KINDS: Final = MappingProxyType(  # FieldDescriptorProto.Type
    {
        1: "double", 2: "float", 3: "int64", 4: "uint64", 5: "int32", 6: "fixed64", 7: "fixed32", 8: "bool", 9: "string", 10: "group",
        12: "bytes", 13: "uint32", 15: "sfixed32", 16: "sfixed64", 17: "sint32", 18: "sint64",
    }
)  # fmt: skip
_REPEATED: Final = 3  # FieldDescriptorProto.Label


def files_of(data: bytes) -> Sequence[File]:
    """The files in their order, of which the last is the schema itself and the others what it needs. Raises BadProto."""
    if not _is_set(data):
        return (_file(_read(data, "google.protobuf.FileDescriptorProto")),)
    found = [_file(node) for node in _members(_read(data, "google.protobuf.FileDescriptorSet"), "file")]
    if not found:
        raise BadProto
    return found


def _is_set(data: bytes) -> bool:
    """A set begins with a file, which begins with its own first field; a file begins with its name."""
    cursor = Cursor(data)
    try:
        return cursor.varint() == _FIRST and cursor.take(cursor.varint())[:1] == bytes((_FIRST,))
    except Stop:
        raise BadProto from None


def _read(data: bytes, name: str) -> Pairs:
    try:
        node = protobuf.message(Cursor(data), brought().messages[name], 0)
    except Stop:
        raise BadProto from None
    assert type(node) is Pairs  # these types are written as they are
    return node


def _members(node: Node, name: str) -> Iterator[Pairs]:
    for key, value in node:
        if key == name and isinstance(value, list):
            yield from (item for item in value if type(item) is Pairs)


def _text(node: Pairs, name: str) -> str:
    return next((str(value) for key, value in node if key == name and isinstance(value, str)), "")


def _number(node: Pairs, name: str) -> int:
    return int(_text(node, name) or 0)


def _inner(node: Pairs, name: str) -> Pairs:
    return next((value for key, value in node if key == name and type(value) is Pairs), Pairs())


def _file(node: Pairs) -> File:
    file = File(package=_text(node, "package"))
    file.messages = [_message(each, file.package, file) for each in _members(node, "message_type")]
    for each in _members(node, "enum_type"):
        _enum(each, file.package, file)
    file.extended = [(file.package, _text(each, "extendee"), _field(each)) for each in _members(node, "extension")]
    return file


def _message(node: Pairs, scope: str, file: File) -> Message:
    options = _inner(node, "options")
    name = _text(node, "name")
    message = Message(f"{scope}.{name}" if scope else name, entry=dict(options).get("map_entry") is True)
    message.hints = hinted.tags(_hints(options))
    file.all_messages[message.name] = message
    message.inner = [_message(each, message.name, file) for each in _members(node, "nested_type")]
    for each in _members(node, "enum_type"):
        _enum(each, message.name, file)
    for each in _members(node, "field"):
        field = _field(each)
        message.fields[field.number] = field
    return message


def _field(node: Pairs) -> Field:
    kind = _KINDS.get(_number(node, "type"), "")
    repeated = _number(node, "label") == _REPEATED
    return Field(_number(node, "number"), _text(node, "name"), kind, repeated, _text(node, "type_name"), _hints(_inner(node, "options")))


def _enum(node: Pairs, scope: str, file: File) -> None:
    name = _text(node, "name")
    enum = Enum(f"{scope}.{name}" if scope else name)
    for each in _members(node, "value"):
        enum.values.setdefault(_number(each, "number"), _text(each, "name"))
    file.enums[enum.name] = enum


def _hints(options: Pairs) -> Hints:
    meta = _inner(options, "meta")
    tags = next(([str(tag) for tag in value] for key, value in meta if key == "tags"), [])
    return hinted.of(tags=tags, doc=_text(meta, "doc"))
