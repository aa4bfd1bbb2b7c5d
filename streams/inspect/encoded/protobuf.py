"""Read a message in Protobuf's binary encoding by the types that its schema declares, and what those do not know as far as that goes.

A field that stands twice is there twice; a repeated one is a list where it first stands, a map an object. What was not sent is not
there: no default value is made up. Types that every compiler brings along are written as Protobuf's own JSON has them.
"""

import struct
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from streams.inspect.encoded import proto_wellknown as wellknown
from streams.inspect.encoded import values
from streams.inspect.encoded.cursor import NOTHING, Cursor, Stop, counted, said
from streams.inspect.encoded.proto_words import Field, Message
from streams.inspect.encoded.runs import runs
from streams.inspect.jsontree import Node, Number, Pairs

_VARINT, _FIXED64, _SIZED, _OPEN, _CLOSE, _FIXED32 = range(6)  # wire types
_LOWEST: Final = 1 << 63


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= _LOWEST else number


def _int32(number: int) -> int:
    low = number & 0xFFFF_FFFF
    return low - (1 << 32) if low >= 1 << 31 else low


_VARINTS: Final = MappingProxyType[str, Callable[[int], int]](
    {
        "int32": _int32,
        "int64": _signed,
        "uint32": lambda n: n & 0xFFFF_FFFF,
        "uint64": lambda n: n,
        "sint32": lambda n: _int32((n & 0xFFFF_FFFF) >> 1 ^ -(n & 1)),
        "sint64": lambda n: n >> 1 ^ -(n & 1),
        "enum": _int32,
        "bool": bool,
    }
)
_FIXED: Final = MappingProxyType(
    {
        "fixed32": struct.Struct("<I"),
        "sfixed32": struct.Struct("<i"),
        "float": struct.Struct("<f"),
        "fixed64": struct.Struct("<Q"),
        "sfixed64": struct.Struct("<q"),
        "double": struct.Struct("<d"),
    }
)


def message(cursor: Cursor, of_type: Message, depth: int, group: int = 0) -> Node:
    """To the cursor's end, or to the end of the group of this number. Raises Stop with what was read in its `tree`."""
    cursor.enter(depth)
    found, lists = Pairs(), dict[int, list[Node]]()
    try:
        while cursor.at < cursor.end:
            tag = cursor.varint()
            number, wire = tag >> 3, tag & 7
            if wire == _CLOSE and number == group:
                return _as_written(found, of_type)
            _member(cursor, of_type.fields.get(number), (number, wire), depth, (found, lists))
        if group:
            raise Stop("schema.mismatch")
    except Stop as stop:
        stop.tree = found
        raise
    return _as_written(found, of_type)


def _as_written(found: Pairs, of_type: Message) -> Node:
    written = wellknown.WRITTEN.get(of_type.name)
    return written(found) if written is not None else found


_Into = tuple[Pairs, dict[int, list[Node]]]


def _member(cursor: Cursor, field: Field | None, tag: tuple[int, int], depth: int, into: _Into) -> None:
    found, lists = into
    number, wire = tag
    if field is None or field.kind == "unknown" or wire not in _wires(field):
        cursor.reasons.add("schema.fields")
        name = field.name if field is not None else str(number)
        if (node := _unknown(cursor, number, wire, depth + 1)) is not NOTHING:
            found.append((name, node))
        return
    if field.repeated:
        if number not in lists:
            lists[number] = Pairs() if _is_map(field) else []
            found.append((field.name, lists[number]))
        _repeated(cursor, field, wire, depth + 1, lists[number])
        return
    try:
        found.append((field.name, _one(cursor, field, wire, depth + 1)))
    except Stop as stop:
        if stop.tree is not NOTHING:
            found.append((field.name, stop.tree))
        raise


def _is_map(field: Field) -> bool:
    return field.message is not None and field.message.entry


def _wires(field: Field) -> tuple[int, ...]:
    """How a field may stand in the bytes; numbers of a repeated one also packed."""
    if field.kind in _VARINTS:
        return (_VARINT, _SIZED) if field.repeated else (_VARINT,)
    if field.kind in _FIXED:
        own = _FIXED32 if _FIXED[field.kind].size == 4 else _FIXED64
        return (own, _SIZED) if field.repeated else (own,)
    return (_OPEN, _SIZED) if field.kind in ("group", "message") else (_SIZED,)


def _repeated(cursor: Cursor, field: Field, wire: int, depth: int, items: list[Node]) -> None:
    cursor.enter(depth)
    if wire == _SIZED and (field.kind in _VARINTS or field.kind in _FIXED):
        size = _size(cursor)
        end = cursor.at + size
        own = _VARINT if field.kind in _VARINTS else _FIXED64
        while cursor.at < end:
            items.append(_one(cursor, field, own, depth))
        if cursor.at > end:
            raise Stop("schema.mismatch")
        return
    try:
        item = _one(cursor, field, wire, depth)
    except Stop as stop:
        if stop.tree is not NOTHING:
            items.append(_entry(stop.tree) if _is_map(field) else stop.tree)
        raise
    items.append(_entry(item) if _is_map(field) else item)


def _entry(item: Node) -> tuple[str, Node]:
    """A map's entry as a member of an object; a key that was not sent is its type's empty one."""
    members = dict(item)
    key = members.get("key", "")
    return (str(key).lower() if isinstance(key, bool) else str(key)), members.get("value")


def _size(cursor: Cursor) -> int:
    """The length that stands before something, if that much is there."""
    size = cursor.varint()
    if size > cursor.end - cursor.at:
        raise Stop("schema.mismatch")
    return size


def _one(cursor: Cursor, field: Field, wire: int, depth: int) -> Node:
    """One value of a field whose wire type fits."""
    if field.message is not None:
        return _inner(cursor, field, field.message, wire, depth)
    cursor.enter(depth)
    if field.kind in _VARINTS:
        return _varint(field, _VARINTS[field.kind](cursor.varint()))
    if field.kind in _FIXED:
        layout = _FIXED[field.kind]
        return _fixed(field, layout.unpack(cursor.take(layout.size))[0])
    data = cursor.take(cursor.varint())
    if field.kind == "string":
        return said(cursor.text(data), field.hints)
    if field.kind == wellknown.RAW:
        return data.hex()
    text, reason = values.opened(data)
    if reason is not None:
        cursor.reasons.add(reason)
    return None if text is None else said(text, field.hints)


def _varint(field: Field, number: int) -> Node:
    if isinstance(number, bool):
        return number
    if field.enum is not None and number in field.enum.values:
        return said(field.enum.values[number], field.hints)
    return counted(str(number), field.hints)


def _fixed(field: Field, number: float) -> Node:
    if isinstance(number, int):
        return counted(str(number), field.hints)
    text = values.single(number) if field.kind == "float" else values.double(number)
    return said(text, field.hints) if text[-1] in "Ny" else counted(text, field.hints)


def _inner(cursor: Cursor, field: Field, of_type: Message, wire: int, depth: int) -> Node:
    if wire == _OPEN:
        return message(cursor, of_type, depth, field.number)
    size, outer = _size(cursor), cursor.end
    cursor.end = cursor.at + size
    node = message(cursor, of_type, depth)  # what stops here stops for good: the end is left as it is
    cursor.end = outer
    return wellknown.hinted(node, field.hints) if field.hints else node


def _unknown(cursor: Cursor, number: int, wire: int, depth: int) -> Node:
    """What the schema does not name: text as text, a whole number as such, anything else passed over."""
    cursor.enter(depth)
    if number == 0:
        raise Stop("schema.mismatch")
    if wire == _VARINT:
        return Number(_signed(cursor.varint()))
    if wire == _SIZED:
        text = runs(cursor.take(cursor.varint()))
        return text or NOTHING
    if wire == _OPEN:
        _pass_group(cursor, number, depth)
    elif wire in (_FIXED32, _FIXED64):
        cursor.take(4 if wire == _FIXED32 else 8)
    else:
        raise Stop("schema.mismatch")
    return NOTHING


def _pass_group(cursor: Cursor, number: int, depth: int) -> None:
    while True:
        tag = cursor.varint()
        if tag & 7 == _CLOSE:
            if tag >> 3 != number:
                raise Stop("schema.mismatch")
            return
        _unknown(cursor, tag >> 3, tag & 7, depth + 1)
