"""Avro's primitive, fixed and logical types: for each a function that reads one value from a cursor."""

import struct
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from streams.inspect.encoded import values
from streams.inspect.encoded.cursor import Cursor, Hints, Stop, counted, said
from streams.inspect.jsontree import Node

Read = Callable[[Cursor, int], Node]
_FLOAT: Final = struct.Struct("<f")
_DOUBLE: Final = struct.Struct("<d")
_DURATION: Final = struct.Struct("<III")  # months, days, milliseconds
_LARGEST_FIXED: Final = 1 << 31

_WRITTEN: Final = MappingProxyType[str, Callable[[int], str | None]](
    {
        "date": values.day,
        "time-millis": lambda n: values.clock(n, 10**3),
        "time-micros": lambda n: values.clock(n, 10**6),
        "timestamp-millis": lambda n: values.instant(n, 10**3),
        "timestamp-micros": lambda n: values.instant(n, 10**6),
        "timestamp-nanos": lambda n: values.instant(n, 10**9),
        "local-timestamp-millis": lambda n: values.instant(n, 10**3, ""),
        "local-timestamp-micros": lambda n: values.instant(n, 10**6, ""),
        "local-timestamp-nanos": lambda n: values.instant(n, 10**9, ""),
    }
)
_CONNECT: Final = MappingProxyType(  # `connect.name`: what Kafka Connect's and Debezium's own types stand for
    {
        "org.apache.kafka.connect.data.Date": "date",
        "org.apache.kafka.connect.data.Time": "time-millis",
        "org.apache.kafka.connect.data.Timestamp": "timestamp-millis",
        "io.debezium.time.Date": "date",
        "io.debezium.time.Time": "time-millis",
        "io.debezium.time.MicroTime": "time-micros",
        "io.debezium.time.Timestamp": "timestamp-millis",
        "io.debezium.time.MicroTimestamp": "timestamp-micros",
        "io.debezium.time.NanoTimestamp": "timestamp-nanos",
    }
)


def primitive(kind: str, schema: Mapping[str, Any], hints: Hints) -> Read:
    """The reader of a primitive type, by its logical type where it has one that fits."""
    if kind in ("int", "long"):
        logical = schema.get("logicalType") or _CONNECT.get(str(schema.get("connect.name")))
        return _whole(_WRITTEN.get(logical) if isinstance(logical, str) else None, hints)
    if kind == "bytes":
        return _bytes(schema, hints)
    return _READERS[kind](hints)


def fixed(schema: Mapping[str, Any], hints: Hints) -> Read:
    """The reader of so many bytes: a decimal, a duration, a UUID, or what they hold."""
    size = schema.get("size")
    if not isinstance(size, int) or not 0 <= size < _LARGEST_FIXED:
        size = -1  # no value of it can be read
    logical = schema.get("logicalType")
    written = (
        _decimal(schema) if logical == "decimal" else _duration if (logical, size) == ("duration", 12)
        else _uuid if (logical, size) == ("uuid", 16) else None
    )  # fmt: skip

    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)
        return _of_bytes(cursor, cursor.take(size), written, hints, number=logical == "decimal")

    return read


def enum(symbols: Sequence[str], hints: Hints) -> Read:
    """The symbol, as a text; made when it is read, since many fields may share many symbols."""

    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)
        which = cursor.zigzag()
        if not 0 <= which < len(symbols):
            raise Stop("schema.mismatch")
        return said(symbols[which], hints)

    return read


def _null(_: Hints) -> Read:
    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)

    return read


def _boolean(_: Hints) -> Read:
    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)
        byte = cursor.take(1)[0]
        if byte > 1:
            raise Stop("schema.mismatch")
        return byte == 1

    return read


def _text(hints: Hints) -> Read:
    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)
        return said(cursor.text(cursor.take(cursor.zigzag())), hints)

    return read


def _float(hints: Hints) -> Read:
    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)
        return _measured(values.single(_FLOAT.unpack(cursor.take(4))[0]), hints)

    return read


def _double(hints: Hints) -> Read:
    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)
        return _measured(values.double(_DOUBLE.unpack(cursor.take(8))[0]), hints)

    return read


def _measured(text: str, hints: Hints) -> Node:
    return said(text, hints) if text[-1] in "Ny" else counted(text, hints)  # NaN and Infinity are no digits


def _whole(written: Callable[[int], str | None] | None, hints: Hints) -> Read:
    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)
        number = cursor.zigzag()
        text = written(number) if written is not None else None
        return counted(str(number), hints) if text is None else said(text, hints)

    return read


def _bytes(schema: Mapping[str, Any], hints: Hints) -> Read:
    logical = schema.get("logicalType")
    written = _decimal(schema) if logical == "decimal" else _big_decimal if logical == "big-decimal" else None

    def read(cursor: Cursor, depth: int) -> Node:
        cursor.enter(depth)
        return _of_bytes(cursor, cursor.take(cursor.zigzag()), written, hints, number=True)

    return read


def _of_bytes(cursor: Cursor, data: bytes, written: Callable[[bytes], str | None] | None, hints: Hints, *, number: bool) -> Node:
    text = written(data) if written is not None else None
    if text is not None:
        return counted(text, hints) if number else said(text, hints)
    text, reason = values.opened(data)
    if reason is not None:
        cursor.reasons.add(reason)
    return None if text is None else said(text, hints)


def _decimal(schema: Mapping[str, Any]) -> Callable[[bytes], str | None] | None:
    scale = schema.get("scale", 0)
    return (lambda data: values.decimal(data, scale)) if isinstance(scale, int) else None


def _big_decimal(data: bytes) -> str | None:
    """Avro 1.12: the unscaled number's bytes with their length, then the scale."""
    inner = Cursor(data)
    try:
        unscaled = inner.take(inner.zigzag())
        return values.decimal(unscaled, inner.zigzag())
    except Stop:
        return None


def _duration(data: bytes) -> str:
    months, days, milliseconds = _DURATION.unpack(data)
    return f"P{months}M{days}DT{milliseconds // 1000}.{milliseconds % 1000:03d}S"


def _uuid(data: bytes) -> str:
    return str(UUID(bytes=data))


_READERS: Final = MappingProxyType[str, Callable[[Hints], Read]](
    {"null": _null, "boolean": _boolean, "string": _text, "float": _float, "double": _double}
)
