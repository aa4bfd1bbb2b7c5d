"""Read a header value that an AMQP producer wrote: Azure Event Hubs hands its properties to Kafka in AMQP's own encoding.

The primitive types of AMQP 1.0 part 1, §1.6: one byte that says the type (its format code), then the value, all of the bytes.
"""

import struct
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Final
from uuid import UUID

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NUMBERS: Final = MappingProxyType(
    {
        0x50: "B", 0x60: "!H", 0x52: "B", 0x70: "!I", 0x53: "B", 0x80: "!Q",  # ubyte, ushort, smalluint, uint, smallulong, ulong
        0x51: "b", 0x61: "!h", 0x54: "b", 0x71: "!i", 0x55: "b", 0x81: "!q",  # byte, short, smallint, int, smalllong, long
        0x72: "!f", 0x82: "!d",
    }
)  # fmt: skip
_TEXTS: Final = MappingProxyType({0xA1: (1, "utf-8"), 0xB1: (4, "utf-8"), 0xA3: (1, "ascii"), 0xB3: (4, "ascii")})  # str8/32, sym8/32
_BINARIES: Final = MappingProxyType({0xA0: 1, 0xB0: 4})  # vbin8, vbin32


def decoded(data: bytes) -> str | None:
    """The value as text; None where the bytes are not one AMQP value from first to last.

    What reads as text is text: some codes are letters, and `T5` is no number. Lists, maps and decimals are not read.
    """
    if not data or _is_text(data):
        return None
    code, rest = data[0], data[1:]
    if code in _TEXTS:
        size, charset = _TEXTS[code]
        return _text(_sized(rest, size), charset)
    if code in _BINARIES:
        return _text(_sized(rest, _BINARIES[code]), "utf-8")
    if code in _NUMBERS:
        return _number(rest, _NUMBERS[code])
    return _OTHERS[code](rest) if code in _OTHERS else None


def _is_text(data: bytes) -> bool:
    text = _text(data, "utf-8")
    return text is not None and (text.isprintable() or all(c.isprintable() or c in "\t\r\n" for c in text))


def _sized(rest: bytes, size: int) -> bytes | None:
    """What a length stands before, if it is the length of all that follows."""
    length = int.from_bytes(rest[:size], "big")
    return rest[size:] if len(rest) == size + length else None


def _text(data: bytes | None, charset: str) -> str | None:
    try:
        return None if data is None else data.decode(charset)
    except UnicodeDecodeError:
        return None


def _number(rest: bytes, layout: str) -> str | None:
    return str(struct.unpack(layout, rest)[0]) if len(rest) == struct.calcsize(layout) else None


def _boolean(rest: bytes) -> str | None:
    return {b"\0": "false", b"\1": "true"}.get(rest)


def _character(rest: bytes) -> str | None:
    return _text(rest, "utf-32-be") if len(rest) == 4 else None


def _timestamp(rest: bytes) -> str | None:
    """Milliseconds since 1970, as the date that they stand for."""
    if len(rest) != 8:
        return None
    stamp = int.from_bytes(rest, "big", signed=True)
    try:
        return (_EPOCH + timedelta(milliseconds=stamp)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except OverflowError:
        return str(stamp)


def _uuid(rest: bytes) -> str | None:
    return str(UUID(bytes=rest)) if len(rest) == 16 else None


_OTHERS: Final = MappingProxyType[int, Callable[[bytes], str | None]](
    {
        0x56: _boolean,
        0x73: _character,
        0x83: _timestamp,
        0x98: _uuid,
    }
)
