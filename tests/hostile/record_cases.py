"""What comes with a body: keys of a megabyte, headers without number, and archives whose lists are longer than their contents."""

import base64
import gzip
import json
import struct
import zlib
from collections.abc import Iterator
from typing import Final

from streams.inspect.words import Schema
from tests.hostile.case import PLANTED, Case
from tests.hostile.other_cases import gigabyte

_MB: Final = 1_000_000
_BODY: Final = json.dumps({"note": PLANTED}).encode()
_LONG: Final = PLANTED.encode() * (_MB // len(PLANTED))
_ENTRIES: Final = 65_535  # of a zip without its 64-bit form
_Header = tuple[str, bytes | None]
_BINARY: Final = frozenset({"content.binary"})


def cases() -> Iterator[Case]:
    for name, key in _keys():
        yield Case(f"key_of_{name}", _BODY, "application/json", key=key)
    for name, headers in _headers():
        yield Case(f"headers_{name}", _BODY, None, headers=headers)
    for name, data, expected in _archives():
        yield Case(f"packed_{name}", data, None, expected)
    schema = Schema("7", "AVRO", '{"type":"array","items":"null"}', "0" * 64)
    key = b"\0\0\0\0\x07" + b"\x80\xa8\xd6\xb9\x07"  # 10⁹ of them
    yield Case("key_of_a_billion_nulls", _BODY, "application/json", key=key, schemas=(schema,))
    yield Case("key_and_headers_without_a_body", b"", key=_LONG, headers=(("note", _LONG),))


def _keys() -> Iterator[tuple[str, bytes]]:
    yield "a_megabyte_of_text", _LONG
    yield "a_megabyte_of_digits", b"8127364509" * (_MB // 10)
    yield "a_megabyte_of_json", json.dumps([{"note": PLANTED, "n": n} for n in range(8_000)]).encode()
    yield "a_megabyte_of_brackets", b"[" * _MB
    yield "a_megabyte_of_objects", b'{"a":' * (_MB // 5)
    yield "a_megabyte_of_bytes", PLANTED.encode() + bytes(range(256)) * (_MB // 256)
    yield "a_megabyte_of_zeros", bytes(_MB)
    yield "a_gzip_bomb", gzip.compress(PLANTED.encode() * 200_000, mtime=0)
    yield "base64_of_a_megabyte", base64.b64encode(_LONG)
    yield "a_frame_that_nobody_knows", b"\0\0\0\0\x07" + _LONG


def _headers() -> Iterator[tuple[str, tuple[_Header, ...]]]:
    yield "of_a_megabyte_of_text", (("note", _LONG),)
    yield "of_a_megabyte_of_json", (("note", json.dumps([{"note": PLANTED}] * 8_000).encode()),)
    yield "of_a_megabyte_of_bytes", (("note", PLANTED.encode() + bytes(range(256)) * (_MB // 256)),)
    yield "of_a_megabyte_of_baggage", (("baggage", b"note=kari%40example.org," * (_MB // 24)),)
    yield "ten_thousand", tuple((f"x-{n}", PLANTED.encode()) for n in range(10_000))
    yield "ten_thousand_of_one_name", (("note", PLANTED.encode()),) * 10_000
    yield "ten_thousand_of_bytes", tuple((f"x-{n}", struct.pack(">Q", n * 0x9E3779B97F4A7C15 % 2**64) * 8) for n in range(10_000))
    yield "a_hundred_thousand_without_a_value", tuple((f"x-{n}", None) for n in range(100_000))
    yield "a_hundred_thousand", tuple((f"x-{n}", b"kari@example.org") for n in range(100_000))
    yield "of_names_of_a_hundred_kilobytes", tuple((f"{n}" + "x" * 100_000, PLANTED.encode()) for n in range(20))
    yield "of_names_that_hold_values", tuple((f"{PLANTED} {n}" * 900, b"x") for n in range(20))
    yield "of_lone_surrogates", tuple((f"\udcff{n}", PLANTED.encode()) for n in range(2_000))
    yield "of_a_cloud_event", (("ce_specversion", b"1.0"), *((f"ce_{n}", PLANTED.encode()) for n in range(10_000)))
    yield "of_ten_thousand_event_words", (("ce_specversion", b"1.0"), *((("ce_id", PLANTED.encode()),) * 10_000))
    yield "of_schema_names", (*((("__value_schema_id", b"\1" + bytes(16)),) * 10_000), ("__value_schema_id", b"\2" + _LONG))
    yield "of_ten_thousand_media_types", (("content-type", b"text/plain; charset=" + PLANTED.encode()),) * 10_000


def _archives() -> Iterator[tuple[str, bytes, frozenset[str] | None]]:
    yield "gzip_in_gzip_in_gzip_of_a_gigabyte", gzip.compress(gzip.compress(gigabyte(), mtime=0), mtime=0), frozenset({"budget.bytes"})
    yield "zip_of_65535_entries", _zip(), _BINARY
    yield "zip_of_65535_entries_in_json", json.dumps({"note": PLANTED, "file": base64.b64encode(_zip()).decode()}).encode(), _BINARY
    yield "zip_list_without_a_zip", b"PK\x05\x06" + b"\xff" * 18 + PLANTED.encode(), _BINARY
    bomb = base64.b64encode(_zip_bomb()).decode()
    yield "zip_bombs_in_json", json.dumps([{"note": PLANTED, "file": bomb}] * 5).encode(), _BINARY


def _zip() -> bytes:
    """As many empty files as a zip can list, all of one name."""
    name = b"kari@example.org"
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name
    listed = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, _ENTRIES, _ENTRIES, len(listed) * _ENTRIES, len(local) * _ENTRIES, 0)
    return local * _ENTRIES + listed * _ENTRIES + end


def _zip_bomb() -> bytes:
    """One entry that says it is four gigabytes, and is a hundred megabytes of zeros."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(bytes(100 * _MB)) + packer.flush()
    return struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(data), 2**32 - 1, 5, 0) + b"a.bin" + data
