"""Avro container files as fastavro writes them: a row per record in every codec that is read; a broken file keeps what was read."""

import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.encoded.avro_file import read_file
from streams.inspect.words import Budget
from tests.inspect.decode.reading import body, leaves
from tests.inspect.encoded.avros import file, record, written

LIMIT = 1 << 20
CODECS = ("null", "deflate", "snappy")
PERSON = record(
    {"name": "name", "type": "string"},
    {"name": "email", "type": ["null", "string"], "doc": "Private e-mail", "confluent:tags": ["PII"]},
    name="staff.Person",
)
STAFF = [{"name": f"Person {n}", "email": f"p{n}@example.org" if n % 2 else None} for n in range(5)]


@pytest.mark.parametrize("codec", CODECS)
def test_each_record_is_a_row_with_the_paths_of_its_fields(codec: str) -> None:
    message = body(file(PERSON, STAFF, codec))
    assert leaves(message) == {f"[{n}].{key}": value for n, row in enumerate(STAFF) for key, value in row.items() if value}
    assert (message.scanned, message.reasons) == ("full", ())


def test_the_schema_in_the_file_is_named_and_speaks_of_its_fields() -> None:
    message = body(file(PERSON, STAFF))
    (named,) = message.envelope.schemas
    assert (named.place, named.id, named.type, len(named.digest)) == ("body", None, "AVRO", 64)
    assert {leaf.hints for leaf in message.leaves if leaf.path[-1] == "email"} == {("tag PII", "doc Private e-mail")}


@given(
    st.lists(st.fixed_dictionaries({"a": st.text(max_size=8), "b": st.integers(-(2**31), 2**31 - 1)}), max_size=30), st.sampled_from(CODECS)
)
def test_what_was_written_is_read_in_order_whatever_the_blocks(rows: list[dict[str, Any]], codec: str) -> None:
    schema = record({"name": "a", "type": "string"}, {"name": "b", "type": "int"})
    read = read_file(file(schema, rows, codec, sync_interval=40), LIMIT)
    assert [dict(row) for row in read.rows] == [{"a": row["a"], "b": str(row["b"])} for row in rows]
    assert not read.reasons


@pytest.mark.parametrize("codec", CODECS)
def test_a_file_cut_anywhere_keeps_the_rows_before_the_cut_and_says_so(codec: str) -> None:
    whole = file(PERSON, STAFF, codec, sync_interval=1)
    for cut in range(4, len(whole)):
        read = read_file(whole[:cut], LIMIT)
        rows = list(read.rows)
        assert [dict(row) for row in rows] == [dict(row) for row in STAFF[: len(rows)]]
        assert read.reasons == {"avro.invalid"} or len(rows) == len(STAFF) or whole[:cut].endswith(whole[-16:]), cut


@given(st.data())
def test_a_changed_byte_never_crashes_the_reader(data: st.DataObject) -> None:
    whole = bytearray(file(PERSON, STAFF, data.draw(st.sampled_from(CODECS))))
    at = data.draw(st.integers(4, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    message = body(bytes(whole))
    assert message.scanned in ("full", "partial", "undecodable", "opaque")


def test_a_block_that_unpacks_to_more_than_a_message_may_be_is_not_unpacked() -> None:
    bomb = file(record({"name": "a", "type": "string"}), [{"a": "x" * (64 << 20)}], "deflate")
    assert len(bomb) < 1 << 17
    message = body(bomb)
    assert (message.scanned, message.reasons) == ("undecodable", ("avro.invalid",))
    snappy = file(record({"name": "a", "type": "string"}), [{"a": "x" * (16 << 20)}], "snappy")
    assert body(snappy).reasons == ("avro.invalid",)


def test_blocks_that_unpack_to_too_much_together_are_not_all_unpacked() -> None:
    whole = file("null", [None], "deflate")
    head, marker = whole[: whole.index(whole[-16:]) + 16], whole[-16:]
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(7 << 20)) + packer.flush()
    block = written("long", 1) + written("bytes", block) + marker
    assert body(head + block).reasons == ("avro.invalid",)  # one null, and bytes behind it
    assert body(head + block * 12).reasons == ("avro.invalid", "budget.bytes")


def test_a_block_that_says_it_has_many_records_of_no_bytes_ends_with_the_budget() -> None:
    whole = file("null", [None])
    head, marker = whole[: -(2 + 16)], whole[-16:]
    lying = head + written("long", 2**60) + written("long", 0) + marker
    assert body(lying).reasons == ("budget.leaves",)


def test_reading_stops_where_the_message_s_budget_does() -> None:
    message = body(file(PERSON, STAFF * 100), budget=Budget(leaves=50))
    assert len(message.leaves) == 50 and message.reasons == ("budget.leaves",)


@pytest.mark.parametrize(
    ("data", "scanned", "reason"),
    [
        (b"Obj\x01", "undecodable", "avro.invalid"),
        (b"Obj\x01\x00" + bytes(16), "undecodable", "schema.invalid"),
        (b"Obj\x01" + b"\xfe" * 9 + b"\x01", "undecodable", "avro.invalid"),
        (file(PERSON, STAFF).replace(b'"staff.Person"', b'"staff.Person]'), "undecodable", "schema.invalid"),
        (file(PERSON, STAFF).replace(b"\x08null", b"\x08zstd"), "opaque", "content.binary"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, scanned: str, reason: str) -> None:
    message = body(data)
    assert (message.scanned, message.reasons) == (scanned, (reason,))


def test_a_file_without_records_is_read_in_full() -> None:
    message = body(file(PERSON, []))
    assert (message.scanned, message.leaves, json.loads(json.dumps(message.reasons))) == ("full", (), [])
