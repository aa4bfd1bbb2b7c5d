"""Protobuf: what Google's library writes is read back by the text of the schema and by its descriptors; hostile bytes give a reason."""

import base64
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.encoded import proto
from streams.inspect.encoded.cursor import NOTHING
from streams.inspect.jsontree import Pairs, dump
from tests.inspect.encoded.protos import SHOP, Order, read, shop_file, shop_set
from tests.inspect.encoded.varints import varint

SET = base64.b64encode(shop_set().SerializeToString()).decode()
FILE = base64.b64encode(shop_file().SerializeToString()).decode()


def order(**given: Any) -> bytes:
    data: bytes = Order(**given).SerializeToString(deterministic=True)
    return data


@pytest.mark.parametrize("schema", [SHOP, SET, FILE], ids=["text", "descriptor set", "one descriptor"])
@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "{}"),
        ({"email": "kari@example.org", "n": -7}, '{"email":"kari@example.org","n":-7}'),
        ({"z": -(2**62), "small": -3}, '{"z":-4611686018427387904,"small":-3}'),
        ({"big": 2**64 - 1, "f64": 2**63}, '{"f64":9223372036854775808,"big":18446744073709551615}'),
        ({"d": 1e300, "f": 59.91, "b": True}, '{"d":1e+300,"f":59.91,"b":true}'),
        ({"raw": b"\x00\xff"}, '{"raw":"AP8="}'),
        ({"raw": b'{"a":1}'}, '{"raw":"{\\"a\\":1}"}'),
        ({"packed": [1, -2, 300], "names": ["a", "b"]}, '{"packed":[1,-2,300],"names":["a","b"]}'),
        ({"ratios": [0.5, math.inf]}, '{"ratios":[0.5,"Infinity"]}'),
        ({"counts": {"k": 5}}, '{"counts":{"k":5}}'),
        ({"status": 1, "states": [0, 1, -1, 7]}, '{"status":"SENT","states":["NEW","SENT","GONE",7]}'),
        ({"people": {3: {"name": "Ola", "parent": {"n": 1}}}}, '{"people":{"3":{"name":"Ola","parent":{"n":1}}}}'),
        ({"phone": "91234567"}, '{"phone":"91234567"}'),
        ({"customer": {"name": "Kari", "other": {"x": "y"}}}, '{"customer":{"name":"Kari","other":{"x":"y"}}}'),
        ({"at": {"seconds": 1764496805, "nanos": 123456789}}, '{"at":"2025-11-30T10:00:05.123456789Z"}'),
        ({"took": {"seconds": -3, "nanos": -500_000_000}}, '{"took":"-3.500000000s"}'),
        ({"note": {"value": "hei"}}, '{"note":"hei"}'),
        ({"extra": {"a": [1, "t", None, {"b": True}]}}, '{"extra":{"a":[1.0,"t",null,{"b":true}]}}'),
    ],
)  # fmt: skip
def test_a_message_reads_as_protobuf_s_json_has_it(schema: str, given: dict[str, Any], says: str) -> None:
    reading = read(order(**given), schema)
    assert (dump(reading.tree), reading.reasons, reading.rest) == (says, frozenset(), b"")


texts = st.text(max_size=12)
customers = st.fixed_dictionaries({}, optional={"name": texts})
orders = st.fixed_dictionaries(
    {},
    optional={
        "email": texts, "n": st.integers(-(2**31), 2**31 - 1), "z": st.integers(-(2**63), 2**63 - 1), "d": st.floats(), "b": st.booleans(),
        "packed": st.lists(st.integers(-(2**31), 2**31 - 1), max_size=5), "names": st.lists(texts, max_size=4),
        "counts": st.dictionaries(texts, st.integers(-(2**63), 2**63 - 1), max_size=3), "customer": customers,
        "big": st.integers(0, 2**64 - 1),
        "people": st.dictionaries(st.integers(-5, 5), customers, max_size=3), "status": st.sampled_from([0, 1]),
    },
)  # fmt: skip


@given(orders)
def test_whatever_protobuf_writes_reads_back_the_same(given: dict[str, Any]) -> None:
    message = Order(**given)
    reading = read(message.SerializeToString())
    assert not reading.reasons
    fields = {descriptor.name: _expected(descriptor, value) for descriptor, value in message.ListFields()}
    assert _plain(reading.tree) == fields


def _expected(descriptor: Any, value: Any) -> Any:
    if descriptor.message_type is not None and descriptor.message_type.GetOptions().map_entry:
        inner = descriptor.message_type.fields_by_name["value"]
        return {str(key): _expected(inner, each) for key, each in value.items()}
    if descriptor.is_repeated:
        return [_scalar(descriptor, each) for each in value]
    return _scalar(descriptor, value)


def _scalar(descriptor: Any, value: Any) -> Any:
    if descriptor.message_type is not None:
        return {each.name: _expected(each, inner) for each, inner in value.ListFields()}
    if descriptor.enum_type is not None:
        return descriptor.enum_type.values_by_number[value].name
    if isinstance(value, float):
        return "NaN" if math.isnan(value) else repr(value) if math.isfinite(value) else ("-" if value < 0 else "") + "Infinity"
    return value if isinstance(value, bool) else str(value)


def _plain(tree: Any) -> Any:
    if isinstance(tree, Pairs):
        return {key: {} if value is None else _plain(value) for key, value in tree}
    if isinstance(tree, list):
        return [_plain(each) for each in tree]
    return tree if isinstance(tree, bool) else str(tree)


def test_indices_lead_to_the_message_that_is_meant() -> None:
    data = order(customer={"name": "Kari"})[2:]  # without the field's own head: the customer alone
    for indices, says in (
        (b"\x04\x00\x04", '{"name":"Kari"}'),  # two indices: the first message, then the third inside it, entries of maps before it
        (b"\x02\x02", '{"x":"Kari"}'),  # one index: the second message
        (b"\x02\x00", '{"email":"Kari"}'),
        (b"\x00", '{"email":"Kari"}'),  # none: the first message
    ):
        assert dump(read(data, indices=indices).tree) == says
        assert dump(proto.read(data, SHOP, indices=indices).tree) == says  # where a header has them
    for indices in (b"\x02\x08", b"\x02\x01", b"\x04\x00\x40", b"\xfe\xff\x7f", b""):
        reading = proto.read(data, SHOP, indices=indices)
        assert reading.reasons == {"schema.mismatch"} and reading.tree is NOTHING


def test_fields_that_the_schema_does_not_name_are_scanned_and_said() -> None:
    other = 'syntax = "proto3"; message Order { string other = 90; }'
    reading = read(order(email="kari@example.org", n=7, d=1.5, f=2.5, raw=b"\x01\x02Kari Eksempel\x00"), other)
    assert reading.reasons == {"schema.fields"}
    assert dump(reading.tree) == '{"1":"kari@example.org","2":7,"7":"Kari Eksempel"}'


def test_a_field_of_another_wire_type_is_one_that_is_not_known() -> None:
    reading = read(order(email="91234567"), 'syntax = "proto3"; message M { int64 email = 1; }')
    assert (dump(reading.tree), reading.reasons) == ('{"email":"91234567"}', {"schema.fields"})


def test_a_field_of_a_type_that_nobody_has_is_scanned() -> None:
    reading = read(order(email="kari@example.org"), 'syntax = "proto3"; import "gone.proto"; message M { gone.Mail email = 1; }')
    assert (dump(reading.tree), reading.reasons) == ('{"email":"kari@example.org"}', {"schema.fields"})


def test_an_imported_type_is_read_by_its_own_file() -> None:
    imported = 'syntax = "proto3"; package mail; message Mail { string to = 1; }'
    main = 'syntax = "proto3"; import "mail.proto"; package shop; message M { mail.Mail email = 14; }'
    assert dump(read(order(customer={"name": "Kari"}), main, imported).tree) == '{"email":{"to":"Kari"}}'


def test_decimals_dates_and_groups_are_read() -> None:
    text = """
    import "confluent/type/decimal.proto"; import "google/type/date.proto";
    message M {
      required confluent.type.Decimal price = 1; optional google.type.Date born = 2;
      repeated group Line = 3 { optional string gtin = 1; }
      extensions 100 to max;
      extend M { optional string late = 100; }
    }
    extend M { repeated int32 later = 101; }
    """
    data = b"\x0a\x07\x0a\x02\xfb\x32\x10\x04\x18" + b"\x02" + b"\x12\x07\x08\xbc\x0f\x10\x01\x18\x02"
    lines = b"\x1b\x0a\x01a\x1c\x1b\x0a\x01b\x1c"
    data = b"\x0a\x08\x0a\x02\xfb\x32\x10\x04\x18\x02" + b"\x12\x07\x08\xbc\x0f\x10\x01\x18\x02" + lines + b"\xa2\x06\x01c\xa8\x06\x05"
    reading = read(data, text)
    assert not reading.reasons
    assert dump(reading.tree) == '{"price":-12.30,"born":"1980-01-02","line":[{"gtin":"a"},{"gtin":"b"}],"late":"c","later":[5]}'


@given(orders, st.data())
def test_a_cut_message_keeps_what_stood_before_the_cut(given: dict[str, Any], data: st.DataObject) -> None:
    whole = order(**given)
    reading = read(whole[: data.draw(st.integers(0, len(whole)))])
    assert reading.reasons <= {"schema.mismatch", "utf8.invalid"}
    assert set(dict(reading.tree)) <= {descriptor.name for descriptor, _ in Order(**given).ListFields()}


@given(st.binary(max_size=80), st.sampled_from([SHOP, SET]))
def test_any_bytes_are_read_or_refused_with_a_reason(body: bytes, schema: str) -> None:
    reading = proto.read(body, schema)
    assert reading.reasons <= {"schema.mismatch", "schema.fields", "budget.depth", "budget.leaves", "utf8.invalid"}
    assert reading.tree is not NOTHING or reading.reasons


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x0a\xff\xff\xff\xff\x0f", "schema.mismatch"),  # a text of 4 GiB
        (b"\x72\x05\x0a\x0fKari", "schema.mismatch"),  # an inner length that passes the outer one
        (b"\x42\x03\x01\x02", "schema.mismatch"),  # packed numbers that end early
        (b"\x42\x01\x80", "schema.mismatch"),
        (b"\xff" * 12, "schema.mismatch"),
        (b"\x00\x01", "schema.mismatch"),  # field 0
        (b"\x0e\x01", "schema.mismatch"),  # wire type 6
        (b"\xa3\x06" * 100, "budget.depth"),  # groups inside groups
        (b"\xa3\x06\xac\x06", "schema.mismatch"),  # a group that another one's end closes
        (b"\x1c", "schema.mismatch"),  # the end of a group that never began
        (b"\x42\xc0\x96\x14" + b"\x01" * 330_560, "budget.leaves"),  # more numbers than a message may have
    ],
)
def test_hostile_bytes_give_a_reason(data: bytes, reason: str) -> None:
    assert reason in read(data).reasons


def test_a_message_inside_itself_is_read_as_deep_as_documents_are() -> None:
    data = b"\x0a\x04deep"
    for _ in range(200):
        inner = b"\x12" + varint(len(data)) + data
        data = b"\x72" + varint(len(inner)) + inner
    reading = read(data)
    assert reading.reasons == {"budget.depth"} and b"deep" in reading.rest


def test_the_tree_of_a_well_known_type_that_is_not_well_formed_stays_as_it_came() -> None:
    reading = read(order(at={"seconds": 2**62, "nanos": 5}))
    assert json.loads(dump(reading.tree)) == {"at": {"seconds": 2**62, "nanos": 5}}
