"""Records that name their schemas: recognised by bytes or headers, opened as the envelopes that they are, told where nobody has it."""

import json
import struct
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.decode.message import decode
from streams.inspect.encoded.framed import ids
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget, Message, RawMessage, Schema
from tests.inspect.decode.reading import leaves
from tests.inspect.encoded.avros import record, written
from tests.inspect.encoded.protos import SHOP, Order

GUID = "00112233-4455-6677-8899-aabbccddeeff"
PERSON = record({"name": "name", "type": "string"}, {"name": "email", "type": ["null", "string"], "confluent:tags": ["PII"]}, name="Person")
KARI = {"name": "Kari Eksempel", "email": "kari@example.org"}
READ = {"$.name": "Kari Eksempel", "$.email": "kari@example.org"}
AVRO = written(PERSON, KARI)


def avro(schema: Any = PERSON, name: str = "7", subjects: tuple[str, ...] = ()) -> Schema:
    return Schema(name, "AVRO", json.dumps(schema), "digest", (), subjects)


def named(number: int, data: bytes) -> bytes:
    return b"\0" + struct.pack(">I", number) + data


def message(value: bytes | None, *schemas: Schema, key: bytes | None = None, headers: Any = (), **more: Any) -> Message:
    (only,) = unwrap(RawMessage("people", 0, 0, 5, key, value, tuple(headers), schemas=schemas, **more))
    return decode(only, Budget())


@pytest.mark.parametrize(
    ("value", "headers", "schema"),
    [
        (named(7, AVRO), (), avro()),
        (AVRO, [("__value_schema_id", named(7, b""))], avro()),
        (AVRO, [("__value_schema_id", b"\1" + UUID(GUID).bytes)], avro(name=GUID)),
        (AVRO, [("__value_schema_id", b"other"), ("__value_schema_id", named(7, b""))], avro()),  # the last one counts
        (named(9, AVRO), [("__value_schema_id", b"no name"), ("__key_schema_id", named(7, b""))], avro(name="9")),
    ],
)
def test_the_schema_is_named_in_front_or_in_a_header(value: bytes, headers: Any, schema: Schema) -> None:
    read = message(value, schema, headers=headers)
    assert leaves(read) == READ
    assert (read.envelope.steps, read.scanned, read.reasons) == (("confluent.avro",), "full", ())
    assert [(ref.place, ref.id, ref.type, ref.digest) for ref in read.envelope.schemas] == [("body", schema.id, "AVRO", "digest")]


def test_a_header_that_names_a_schema_is_no_text_to_be_scanned() -> None:
    read = message(AVRO, avro(), headers=[("__value_schema_id", named(7, b"")), ("x", b"y")])
    assert leaves(read, "header") == {"$.x": "y"}


@pytest.mark.parametrize("header", [None, b"\0\0\0\0\x08", b"\0\0\0\0\x08\0", b"\0\0\0\0\x08\2\0"])
def test_protobuf_is_read_by_the_message_that_is_meant(header: bytes | None) -> None:
    data = Order(email="kari@example.org", status=1).SerializeToString()
    schema = Schema("8", "PROTOBUF", SHOP, "digest")
    headers = [("__value_schema_id", header)] if header else []
    read = message(data if header else named(8, b"\0" + data), schema, headers=headers)
    assert leaves(read) == {"$.email": "kari@example.org", "$.status": "SENT"}
    assert read.envelope.steps == ("confluent.protobuf",)


ADDRESSES = {"address.json": '{"$id": "https://x.example/a", "properties": {"street": {"description": "Street and number"}}}'}
JSON_SCHEMA = {
    "description": "An order",
    "properties": {
        "email": {"confluent:tags": ["PII"], "title": "E-mail"},
        "to": {"allOf": [{"$ref": "address.json"}], "confluent:tags": "GDPR"},
        "lines": {"items": {"$ref": "#/$defs/line"}},
        "pair": {"prefixItems": [{"title": "first"}], "items": {"title": "later"}},
    },
    "additionalProperties": {"description": "anything else"},
    "$defs": {"line": {"properties": {"qty": {"description": "How many"}, "self": {"$ref": "#/$defs/line"}}}},
}


def test_json_is_read_as_json_and_its_schema_speaks_of_its_fields() -> None:
    value = {
        "email": "k",
        "to": {"street": "S 1"},
        "lines": [{"qty": 2, "self": {"qty": 3}}],
        "pair": ["a", "b", "c"],
        "more": True,
        "x": "y",
    }
    schema = Schema("7", "JSON", json.dumps(JSON_SCHEMA), "digest", tuple(ADDRESSES.items()))
    read = message(named(7, json.dumps(value).encode()), schema)
    assert read.envelope.steps == ("confluent.json",)
    assert {leaf.path[-1]: leaf.hints for leaf in read.leaves if isinstance(leaf.path[-1], str)} == {
        "email": ("tag PII", "doc E-mail"), "street": ("tag GDPR", "doc Street and number"), "qty": ("doc How many",),
        "more": (), "x": ("doc anything else",),
    }  # fmt: skip
    assert [leaf.hints for leaf in read.leaves if leaf.path[0] == "pair"] == [("doc first",), ("doc later",), ("doc later",)]
    assert [leaf.kind for leaf in read.leaves if leaf.path[-1] == "qty"] == ["number", "number"]


@pytest.mark.parametrize("text", ["[" * 5000, "{", '{"$ref": "#"}', '{"allOf": [{"$ref": "#/allOf/0"}]}', "true", '{"properties": []}'])
def test_a_json_schema_however_odd_keeps_no_json_from_being_read(text: str) -> None:
    read = message(named(7, b'{"email":"kari@example.org"}'), Schema("7", "JSON", text, "digest"))
    assert leaves(read) == {"$.email": "kari@example.org"}
    assert set(read.reasons) <= {"schema.invalid"}


def test_broken_json_behind_a_schema_s_number_is_scanned_as_text() -> None:
    read = message(named(7, b'{"email":"kari@example.org"'), Schema("7", "JSON", "{}", "digest"))
    assert read.reasons == ("json.invalid",) and "kari@example.org" in leaves(read)["$"]


def test_a_key_is_read_by_its_own_schema() -> None:
    key = record({"name": "id", "type": "long"}, {"name": "email", "type": "string"}, name="Key")
    data = named(3, written(key, {"id": 5, "email": "a@example.org"}))
    read = message(b'{"x":1}', avro(key, "3", ("people-key", "other")), key=data)
    assert leaves(read, "key") == {"$.id": "5", "$.email": "a@example.org"}
    assert [(ref.place, ref.id, ref.subject) for ref in read.envelope.schemas] == [("key", "3", "people-key")]
    assert read.envelope.steps == ()


def test_a_key_that_is_a_number_is_not_taken_for_the_name_of_a_schema() -> None:
    read = message(b'{"x":1}', key=struct.pack(">q", 1764496805123))
    assert read.reasons == ()


def test_an_envelope_inside_is_opened_as_if_it_were_json() -> None:
    source = record({"name": "db", "type": "string"}, {"name": "table", "type": "string"}, name="Source")
    change = record(
        {"name": "before", "type": ["null", PERSON]}, {"name": "after", "type": ["null", "shop.Person"]},
        {"name": "source", "type": source},
        {"name": "op", "type": "string"}, {"name": "ts_ms", "type": ["null", "long"]}, name="shop.Change",
    )  # fmt: skip
    change["fields"][0]["type"][1] = {**PERSON, "name": "shop.Person"}
    value = {"before": None, "after": KARI, "source": {"db": "shop", "table": "people"}, "op": "c", "ts_ms": 1764496805123}
    read = message(named(7, written(change, value)), avro(change))
    assert read.envelope.steps == ("confluent.avro", "debezium")
    assert read.envelope.message_time == 1764496805123
    assert leaves(read)["$.after.email"] == "kari@example.org"
    assert [leaf.hints for leaf in read.leaves if leaf.path[-1] == "email"] == [("tag PII",)]


def test_a_cloudevent_in_binary_mode_may_be_encoded_too() -> None:
    headers = [("ce_specversion", b"1.0"), ("ce_id", b"1"), ("ce_source", b"/x"), ("ce_type", b"t")]
    assert message(named(7, AVRO), avro(), headers=headers).envelope.steps == ("cloudevents.binary", "confluent.avro")


def test_bare_bytes_are_the_content_itself() -> None:
    read = message(named(7, b'{"email":"kari@example.org"}'), avro("bytes"))
    assert leaves(read) == {"$.email": "kari@example.org"}


def test_without_its_schema_a_record_is_scanned_as_text_and_says_so() -> None:
    read = message(named(7, AVRO))
    assert (read.scanned, read.reasons, read.envelope.steps) == ("partial", ("schema.unknown",), ())
    assert "kari@example.org" in leaves(read)["$"]
    nothing = message(named(7, b"\1\2\3"))
    assert (nothing.scanned, nothing.leaves) == ("undecodable", ())
    as_json = message(named(7, b'{"email":"kari@example.org"}'))
    assert (as_json.reasons, leaves(as_json)) == (("schema.unknown",), {"$.email": "kari@example.org"})


def test_bytes_of_another_schema_keep_what_fits_and_scan_the_rest() -> None:
    read = message(named(7, AVRO), avro(record({"name": "name", "type": "string"}, {"name": "flag", "type": "boolean"})))
    assert read.reasons == ("schema.mismatch",) and read.scanned == "partial"
    assert leaves(read)["$.name"] == "Kari Eksempel" and "kari@example.org" in leaves(read)["$"]


@pytest.mark.parametrize("value", [b"\0", b"\0\0\0\0\0abc", b"\0\x01\0\0\0abc", b"\0\0\0\x18ftypisom", b"\1\0\0\0\7x", b"", None, b"{}"])
def test_other_bytes_name_no_schema(value: bytes | None) -> None:
    assert list(ids(RawMessage("t", 0, 0, 0, None, value))) == []


@given(st.binary(max_size=40), st.binary(max_size=24), st.sampled_from(["AVRO", "PROTOBUF", "JSON"]), st.text(max_size=20))
def test_no_bytes_header_or_schema_break_the_reading(value: bytes, header: bytes, kind: Any, text: str) -> None:
    schemas = (Schema("7", kind, text, "digest"), Schema("8", kind, {"AVRO": '"string"', "PROTOBUF": SHOP, "JSON": "{}"}[kind], "digest"))
    for data in (named(7, value), named(8, value), value):
        read = message(data, *schemas, key=data, headers=[("__value_schema_id", header), ("__key_schema_id", header)])
        assert read.scanned in ("full", "partial", "undecodable", "opaque")
