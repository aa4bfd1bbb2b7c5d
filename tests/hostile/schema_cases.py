"""Bodies that are read by a schema, and schemas themselves, that promise more than there is, or more of it than anybody can hold."""

import base64
import json
import struct
import zlib
from collections.abc import Iterator
from typing import Any, Final

import cramjam

from streams.inspect.words import Schema
from tests.hostile.case import PLANTED, Case
from tests.inspect.encoded.varints import varint

_MB: Final = 1_000_000
_NUMBER: Final = 7  # of the schema that a record names
_SYNC: Final = b"0123456789abcdef"
_Found = Iterator[tuple[str, Any, bytes, frozenset[str] | None]]

_MISMATCH: Final = frozenset({"schema.mismatch"})
_INVALID: Final = frozenset({"schema.invalid"})
_UNKNOWN: Final = frozenset({"schema.unknown"})
_FILE: Final = frozenset({"avro.invalid"})
_LEAVES: Final = frozenset({"budget.leaves"})
_DEPTH: Final = frozenset({"budget.depth"})


def cases() -> Iterator[Case]:
    for name, schema, data, expected in _avro():
        text = schema if isinstance(schema, str) else json.dumps(schema)
        yield Case(f"avro_{name}", _named(data), None, expected, schemas=(_schema("AVRO", text),))
    for name, schema, data, expected in _protobuf():
        yield Case(f"protobuf_{name}", _named(b"\0" + data), None, expected, schemas=(_schema("PROTOBUF", schema),))
    for name, schema, data, expected in _json():
        yield Case(f"json_schema_{name}", _named(data), None, expected, schemas=(_schema("JSON", json.dumps(schema)),))
    for name, data, expected in _files():
        yield Case(f"avro_file_{name}", data, None, expected)
    for name, data, expected in _framed():
        yield Case(f"framed_{name}", data, None, expected)


def _schema(kind: Any, text: str) -> Schema:
    return Schema(str(_NUMBER), kind, text, "0" * 64)


def _named(data: bytes, number: int = _NUMBER) -> bytes:
    return b"\0" + struct.pack(">I", number) + data


def _long(number: int) -> bytes:
    """A whole number as Avro writes it."""
    return varint(((number << 1) ^ (number >> 63)) & (1 << 64) - 1)


def _text(text: str) -> bytes:
    return _long(len(text)) + text.encode()


_SAID: Final = _text(PLANTED)


def _record(*fields: tuple[str, Any], name: str = "R") -> dict[str, Any]:
    return {"type": "record", "name": name, "fields": [{"name": field, "type": kind} for field, kind in fields]}


def _with(kind: Any) -> dict[str, Any]:
    """A record of a text, in which the values stand, and of what is hostile."""
    return _record(("note", "string"), ("rest", kind))


def _array(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _avro() -> _Found:
    yield "record_of_a_billion_nulls", _with(_array("null")), _SAID + _long(10**9), _LEAVES
    yield "array_of_a_billion_empty_records", _with(_array(_record(name="E"))), _SAID + _long(10**9), _LEAVES
    yield "block_count_of_two_to_the_62nd", _with(_array("string")), _SAID + _long(2**62) + _SAID * 10, _MISMATCH
    yield "map_of_two_to_the_62nd_nulls", _with({"type": "map", "values": "null"}), _SAID + _long(2**62) + b"\0" * _MB, _LEAVES
    yield "blocks_of_negative_sizes", _with(_array("string")), _SAID + (_long(-1) + _long(-(2**62)) + _SAID) * 40_000, _MISMATCH
    yield "blocks_of_the_least_number", _with(_array("null")), _SAID + _long(-(2**63)) + _long(-(2**63)), _LEAVES
    yield "blocks_of_one_null", _with(_array("null")), _SAID + _long(1) * 5 * _MB, _LEAVES
    yield "string_beyond_the_data", _with("string"), _SAID + _long(2**62) + b"x" * _MB, _MISMATCH
    yield "string_of_a_negative_length", _with("string"), _SAID + _long(-(2**62)) + b"x" * _MB, _MISMATCH
    yield "fixed_beyond_the_data", _with({"type": "fixed", "name": "F", "size": 2**30}), _SAID + b"x" * _MB, _MISMATCH
    yield "bytes_of_five_megabytes", _with("bytes"), _SAID + _long(5 * _MB) + bytes(range(256)) * (5 * _MB // 256 + 1), None
    yield "number_without_end", _with("long"), _SAID + b"\xff" * 5 * _MB, _MISMATCH
    yield "decimal_of_a_megabyte", _with({"type": "bytes", "logicalType": "decimal", "scale": 2}), _SAID + _long(_MB) + b"\x7f" * _MB, None
    yield "list_of_itself", _record(("note", "string"), ("next", ["null", "R"])), (_SAID + _long(1)) * 20_000, _DEPTH
    nested: Any = "R"
    for _ in range(150):
        nested = [nested]
    yield "unions_in_unions_of_itself", _record(("note", "string"), ("next", nested)), (_SAID + _long(0) * 150) * 5000, _INVALID
    yield "schema_nested_without_end", '{"type":"array","items":' * 100_000 + '"string"' + "}" * 100_000, _SAID, _INVALID
    yield "schema_nested_150_deep", _deep(150), _SAID * 1000, None
    fields = [("note", "string"), *((f"f{n}", "int") for n in range(100_000))]
    yield "schema_of_a_hundred_thousand_fields", _record(*fields), _SAID + b"\x02" * 100_000, None
    union = ["string", *(_record(name=f"R{n}") for n in range(10_000))]
    yield "union_of_ten_thousand", _array(union), _long(50_000) + (_long(10_000) + _long(0) + _SAID) * 10_000, _MISMATCH
    symbols = [f"S{n}" for n in range(100_000)]
    yield "enum_of_a_hundred_thousand", _with(_array({"type": "enum", "name": "E", "symbols": symbols})), _SAID + _long(2**40), _MISMATCH
    yield "schema_of_texts", json.dumps({"type": "string", "doc": "x" * 5 * _MB}), _SAID, _INVALID
    aliases = {"name": "note", "type": "string", "aliases": ["x" * 50] * 5_000, "doc": PLANTED * 5_000}
    yield "field_of_five_thousand_names", {"type": "record", "name": "R", "fields": [aliases]}, _SAID, frozenset()


def _deep(levels: int) -> Any:
    kind: Any = "string"
    for _ in range(levels):
        kind = _array(kind)
    return kind


def _container(schema: Any, codec: bytes, *blocks: tuple[int, bytes], times: int = 1) -> bytes:
    """An object container file of these blocks, (count, bytes), so many times over."""
    metadata = _long(2) + _text("avro.schema") + _text(json.dumps(schema)) + _text("avro.codec") + _long(len(codec)) + codec + _long(0)
    body = b"".join(_long(count) + _long(len(packed)) + packed + _SYNC for count, packed in blocks)
    return b"Obj\x01" + metadata + _SYNC + body * times


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _snapped(data: bytes) -> bytes:
    return bytes(cramjam.snappy.compress_raw(data)) + zlib.crc32(data).to_bytes(4, "big")


def _files() -> Iterator[tuple[str, bytes, frozenset[str] | None]]:
    said = (1, _deflated(_SAID))
    yield "of_a_deflate_bomb", _container("string", b"deflate", said, (1, _deflated(bytes(100 * _MB)))), _FILE
    yield "of_a_snappy_bomb", _container("string", b"snappy", (1, _snapped(_SAID)), (1, _snapped(bytes(50 * _MB)))), _FILE
    yield "of_a_snappy_length", _container("string", b"snappy", (1, varint(2**32 - 1) + b"x" * _MB)), _FILE
    bomb = (1, _deflated(_long(7 * _MB) + PLANTED.encode().ljust(7 * _MB)))
    yield "of_a_thousand_deflate_bombs", _container("null", b"deflate", bomb, times=1000), frozenset({"budget.bytes"})
    yield "of_a_billion_nulls", _container(_with("null"), b"null", (1, _SAID), (10**9, b"")), None
    yield "of_a_billion_empty_records", _container(_record(), b"null", (10**9, b"")), None
    yield "of_a_block_of_two_to_the_62nd", _container("string", b"null", (2**62, _SAID * 100)), _FILE
    yield "of_a_negative_block", _container("string", b"null", (-1, _SAID), (1, _SAID)), _FILE
    yield "of_blocks_without_number", _container("string", b"null", (0, b""), times=300_000), None
    yield "of_deflated_blocks_without_number", _container("string", b"deflate", (0, _deflated(b"")), times=200_000), None
    yield "of_an_unknown_codec", _container("string", b"lzma " + PLANTED.encode(), (1, _SAID)), frozenset({"content.binary"})
    yield "of_metadata_without_number", b"Obj\x01" + _long(2**40) + b"".join(_text(f"k{n}") + _SAID for n in range(5000)), _FILE
    yield "of_one_name_in_its_metadata", b"Obj\x01" + _long(2**40) + (_text("avro.schema") + _SAID) * 40_000, _FILE
    wide = _record(("note", "string"), *((f"f{n}", "int") for n in range(15_000)))
    yield "of_fifteen_thousand_fields", _container(wide, b"null", (10, (_SAID + b"\x02" * 15_000) * 10)), _LEAVES
    yield "cut_in_a_block", _container("string", b"deflate", said, times=1000)[:-30], _FILE


_MESSAGE: Final = """syntax = "proto3";
message M {
  string note = 1; M next = 2; repeated M list = 3; repeated int32 packed = 4; map<string, M> map = 5; bytes raw = 6;
}
"""
_NOTE: Final = b"\x0a" + varint(len(PLANTED)) + PLANTED.encode()


def _sized(field: int, data: bytes) -> bytes:
    return varint(field << 3 | 2) + varint(len(data)) + data


def _matryoshka(levels: int) -> bytes:
    data = _NOTE
    for _ in range(levels):
        data = _sized(2, data)
    return data


def _protobuf() -> _Found:
    yield "length_beyond_the_data", _MESSAGE, _NOTE + b"\x0a" + varint(2**62) + b"x" * _MB, _MISMATCH
    yield "length_of_two_to_the_64th", _MESSAGE, _NOTE + b"\x12" + varint(2**64 - 1) + b"x" * _MB, _MISMATCH
    yield "groups_nested_a_hundred_thousand_deep", _MESSAGE, _NOTE + b"\x7b" * 100_000 + b"\x7c" * 100_000, _DEPTH
    yield "groups_that_never_end", _MESSAGE, _NOTE + (b"\x7b\x7c" * _MB) + b"\x7b", _LEAVES
    yield "groups_of_the_type_that_are_closed_by_another", _MESSAGE, _NOTE + b"\x13\x1c" * 1000, _MISMATCH
    yield "ten_million_empty_fields", _MESSAGE, _NOTE + b"\x7a\x00" * 5 * _MB, _LEAVES
    yield "empty_fields_of_the_schema", _MESSAGE, _NOTE + b"\x1a\x00" * 2 * _MB, _LEAVES
    yield "empty_packed_fields", _MESSAGE, _NOTE + b"\x22\x00" * 2 * _MB, _LEAVES
    yield "number_without_end", _MESSAGE, _NOTE + b"\x78" + b"\xff" * 5 * _MB, _MISMATCH
    yield "tags_without_end", _MESSAGE, _NOTE + b"\xff" * 5 * _MB, _MISMATCH
    yield "packed_field_of_four_megabytes", _MESSAGE, _NOTE + _sized(4, b"\x01" * 4 * _MB), _LEAVES
    yield "messages_in_messages", _MESSAGE, _matryoshka(5000), _DEPTH
    yield "list_of_many_messages", _MESSAGE, _sized(3, _NOTE) * 50_000, _LEAVES
    yield "map_of_one_key", _MESSAGE, _sized(5, _sized(1, b"a") + _sized(2, _NOTE)) * 30_000, _LEAVES
    yield "fields_that_nobody_knows", _MESSAGE, b"".join(_sized(n, PLANTED.encode()) for n in range(100, 40_100)), _LEAVES
    yield "field_number_zero", _MESSAGE, _NOTE + b"\x02\x00" * _MB, _MISMATCH
    yield "bytes_of_five_megabytes", _MESSAGE, _NOTE + _sized(6, bytes(range(256)) * (5 * _MB // 256)), frozenset({"content.binary"})
    yield "text_that_is_none", _MESSAGE, _NOTE + _sized(1, b"\xff" * 5 * _MB), None
    yield "index_of_a_million", _MESSAGE, varint(_MB) * 64 + _NOTE, None
    many = [f"message M{n}{{string note=1;}}" for n in range(100_000)]
    yield "schema_of_a_hundred_thousand_messages", "".join(many), _NOTE, _INVALID
    yield "schema_of_ten_thousand_messages", "".join(many[:10_000]), _NOTE, frozenset()
    yield "schema_of_signs", ";" * _MB, _NOTE, _INVALID
    yield "schema_of_comments", "/* a */ " * 100_000 + _MESSAGE, _NOTE, None
    yield "schema_of_braces", "message M " + "{" * _MB, _NOTE, _INVALID
    yield "schema_of_messages_in_messages", "message M { " * 50_000 + "}" * 50_000, _NOTE, _INVALID
    yield "schema_of_a_scope_without_end", "package " + "a." * _MB + "a; message M { string note = 1; N n = 2; }", _NOTE, None
    yield "set_of_a_hundred_thousand_messages", _set(_sized(4, _sized(1, b"M")) * 100_000), _NOTE, None
    yield "set_of_messages_in_messages", _set(_nested_types(3000)), _NOTE, _INVALID
    yield "set_of_zeros", base64.b64encode(bytes(3 * _MB)).decode(), _NOTE, _INVALID


def _set(members: bytes) -> str:
    """A FileDescriptorSet of one file."""
    return base64.b64encode(_sized(1, _sized(1, b"a.proto") + members)).decode()


def _nested_types(levels: int) -> bytes:
    data = _sized(1, b"M")
    for _ in range(levels):
        data = _sized(3, data)
    return _sized(4, data)


def _json() -> _Found:
    body = json.dumps({"note": PLANTED, "list": [{"a": n} for n in range(15_000)]}).encode()
    yield (
        "of_itself",
        {"$ref": "#", "items": {"$ref": "#"}, "additionalProperties": {"$ref": "#"}, "allOf": [{"$ref": "#"}] * 1000},
        body,
        None,
    )
    ways = {"additionalProperties": {"allOf": [{"description": f"{n}", "additionalProperties": {"$ref": "#"}} for n in range(64)]}}
    names = json.dumps({"note": PLANTED, **{f"name {n}": {"a": 1} for n in range(9000)}}).encode()
    yield "of_sixty_four_ways", {**ways, "allOf": [ways] * 64}, names, None
    yield "of_a_long_pointer", {"additionalProperties": {"$ref": "#" + "/a" * 500_000}}, names, None
    yield "of_a_megabyte", {"properties": {f"p{n}": {"description": PLANTED} for n in range(7_000)}}, body, None


def _framed() -> Iterator[tuple[str, bytes, frozenset[str] | None]]:
    data = PLANTED.encode() + bytes(range(256)) * 4_000
    yield "by_nobodys_number", _named(data), _UNKNOWN
    yield "by_the_highest_number", _named(data, 2**32 - 1), None
    yield "by_number_zero", _named(data, 0), None
    yield "by_an_unknown_magic", b"\x05" + struct.pack(">I", _NUMBER) + data, None
    yield "by_a_guid_that_is_cut", b"\x01" + data[:10], None
    yield "by_nobodys_number_of_text", _named(PLANTED.encode() * 5_000), _UNKNOWN
    yield "by_nobodys_number_of_short_runs", _named(b"abcd\0" * _MB), _UNKNOWN
    yield "by_nobodys_number_of_json", _named(json.dumps({"note": PLANTED}).encode()), _UNKNOWN
    yield "by_nobodys_number_of_broken_text", _named(b"\xff" * 8 * _MB), _UNKNOWN
    yield "within_frames", _named(_named(_named(PLANTED.encode()))), _UNKNOWN
