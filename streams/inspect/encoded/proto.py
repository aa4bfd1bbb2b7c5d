"""Read a Protobuf body: its schema compiled once, the message that the producer means, and the body by it."""

import base64
import binascii
from functools import lru_cache

from streams.inspect.encoded import protobuf
from streams.inspect.encoded.avro import ENDED, Reading
from streams.inspect.encoded.cursor import NOTHING, Cursor, Stop
from streams.inspect.encoded.proto_link import Types, brought
from streams.inspect.encoded.proto_set import files_of
from streams.inspect.encoded.proto_text import parsed
from streams.inspect.encoded.proto_words import BadProto

_FIRST = (0,)  # what a single zero stands for
_MOST_INDICES = 64


@lru_cache(maxsize=256)
def types(text: str, references: tuple[str, ...] = ()) -> Types | None:
    """The types of a schema; None where it, or what it imports, cannot be read."""
    try:
        imported = [parsed(reference) for reference in references]
        data = _compiled(text)
        return Types((*imported, *(files_of(data) if data is not None else (parsed(text),))), brought())
    except BadProto:
        return None


def read(data: bytes, text: str, references: tuple[str, ...] = (), indices: bytes | None = None) -> Reading:
    """One message, to the last byte. `indices`: which one, where they stand in a header; else they stand before it."""
    known = types(text, references)
    if known is None:
        return Reading(NOTHING, frozenset({"schema.invalid"}), data)
    cursor = Cursor(data)
    try:
        found = known.at(_indices(Cursor(indices) if indices is not None else cursor))
        if found is None:
            raise Stop("schema.mismatch")
        tree = protobuf.message(cursor, found, 0)
    except Stop as stop:
        cursor.reasons.add(stop.reason)
        tree = stop.tree
    return Reading(tree, frozenset(cursor.reasons), data[cursor.at :] if cursor.reasons & ENDED else b"")


def _indices(cursor: Cursor) -> tuple[int, ...]:
    """A count and so many numbers, outermost first; a count of zero is the first message."""
    count = cursor.zigzag()
    if not 0 <= count <= _MOST_INDICES:
        raise Stop("schema.mismatch")
    return tuple(cursor.zigzag() for _ in range(count)) or _FIRST


def _compiled(text: str) -> bytes | None:
    """A compiled schema in base64; None for the text of a .proto file, which always has signs that base64 has not."""
    try:
        return base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        return None
