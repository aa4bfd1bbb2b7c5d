"""Read an Avro object container file: its schema stands in its head, its records in blocks, packed by deflate or snappy or not at all."""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import cramjam

from schemas.flow import SchemaRef
from streams.inspect.encoded.avro import ENDED, reader_of_file, value
from streams.inspect.encoded.avro_types import Read
from streams.inspect.encoded.cursor import NOTHING, Cursor, Stop
from streams.inspect.jsontree import Node

MAGIC: Final = b"Obj\x01"
_SYNC: Final = 16  # bytes of the marker behind the head and each block
_MOST_METADATA: Final = 1000
_BLOCKS: Final = 8  # of the largest size that blocks may unpack to together


@dataclass(slots=True)
class File:
    """An object container file: its records one after another, `reasons` as they come up."""

    schema: SchemaRef | None  # None: its head could not be read
    rows: Iterator[Node]
    reasons: set[str]


def read_file(data: bytes, limit: int) -> File:
    """The file that these bytes are; a block is unpacked when its records are asked for, to at most `limit` bytes."""
    reasons: set[str] = set()
    cursor = Cursor(data, len(MAGIC))
    try:
        metadata = _metadata(cursor)
        marker = cursor.take(_SYNC)
        text = metadata.get("avro.schema", b"").decode()
    except (Stop, UnicodeDecodeError):
        return File(None, iter(()), {"avro.invalid"})
    of_type = reader_of_file(text)
    unpack = _CODECS.get(metadata.get("avro.codec", b"null"))
    if of_type is None or unpack is None:
        return File(None, iter(()), {"schema.invalid" if of_type is None else "content.binary"})
    digest = hashlib.sha256(text.encode()).hexdigest()
    named = SchemaRef(place="body", id=None, subject=None, type="AVRO", digest=digest)
    return File(named, _rows(cursor, marker, of_type, _Blocks(unpack, limit), reasons), reasons)


def _metadata(cursor: Cursor) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    while count := cursor.zigzag():
        if count < 0:
            count = -count
            cursor.zigzag()
        for _ in range(count):
            name = cursor.take(cursor.zigzag()).decode("latin-1")
            found[name] = cursor.take(cursor.zigzag())
            if len(found) > _MOST_METADATA:
                raise Stop("avro.invalid")
    return found


class _Blocks:
    """Unpacks blocks, each to at most `limit` bytes; whether all of them together became too many is in `spent`."""

    def __init__(self, unpack: Callable[[bytes, int], bytes | None], limit: int) -> None:
        self._unpack, self._limit = unpack, limit
        self._left = _BLOCKS * limit
        self.spent = False

    def __call__(self, block: bytes) -> bytes | None:
        data = self._unpack(block, self._limit)
        self._left -= self._limit if data is None else len(data) - len(block)
        self.spent = self._left < 0
        return data


def _rows(cursor: Cursor, marker: bytes, of_type: Read, unpack: _Blocks, reasons: set[str]) -> Iterator[Node]:
    while cursor.at < cursor.end:
        try:
            count, packed = cursor.zigzag(), cursor.take(cursor.zigzag())
        except Stop:
            reasons.add("avro.invalid")
            return
        block = unpack(packed)
        if block is None or count < 0:
            reasons.add("avro.invalid")
        else:
            inner = Cursor(block)
            inner.nodes = cursor.nodes
            yield from _records(inner, count, of_type, reasons)
            cursor.nodes = inner.nodes
        if unpack.spent:
            reasons.add("budget.bytes")
        if cursor.nodes < 0 or unpack.spent:
            return
        if cursor.data[cursor.at : cursor.at + _SYNC] != marker:
            reasons.add("avro.invalid")
            return
        cursor.at += _SYNC


def _records(cursor: Cursor, count: int, of_type: Read, reasons: set[str]) -> Iterator[Node]:
    """The records of one block; how many it says it has is believed as far as its bytes, or the budget, go."""
    for _ in range(count):
        tree = value(cursor, of_type)
        ended = cursor.reasons & ENDED
        reasons |= cursor.reasons - {"schema.mismatch"}
        if tree is not NOTHING:
            yield tree
        if ended:
            reasons |= {"avro.invalid"} if "schema.mismatch" in ended else set()
            return
    if cursor.at < cursor.end:
        reasons.add("avro.invalid")


def _inflated(block: bytes, limit: int) -> bytes | None:
    """Deflate without zlib's head, as the specification says."""
    unpacker = zlib.decompressobj(wbits=-15)
    try:
        data = unpacker.decompress(block, limit + 1)
    except zlib.error:
        return None
    return data if len(data) <= limit else None


def _unsnapped(block: bytes, limit: int) -> bytes | None:
    """Snappy's own block, and four bytes of checksum behind it. Its first number says how long it unpacks to."""
    try:
        if Cursor(block[:10]).varint() > limit:
            return None
        data = bytes(cramjam.snappy.decompress_raw(block[:-4]))
    except (Stop, cramjam.DecompressionError):
        return None
    return data if zlib.crc32(data) == int.from_bytes(block[-4:], "big") else None


_CODECS: Final[Mapping[bytes, Callable[[bytes, int], bytes | None]]] = MappingProxyType(
    {b"null": lambda block, _: block, b"deflate": _inflated, b"snappy": _unsnapped}
)
