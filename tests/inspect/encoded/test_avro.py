"""Avro: what fastavro writes is read back to the last byte, as people write it; what does not fit gives a reason and no crash."""

import json
import math
import struct
import tracemalloc
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from streams.inspect.encoded import avro
from streams.inspect.encoded.cursor import NOTHING
from streams.inspect.jsontree import Pairs, dump
from tests.inspect.encoded.avros import read, record, seen, written

INSTANT = datetime(2025, 11, 30, 10, 0, 5, 123456, tzinfo=UTC)
ADDRESS = record({"name": "street", "type": "string"}, {"name": "zip", "type": ["null", "string"]}, name="shop.Address")
NODE = record({"name": "name", "type": "string"}, {"name": "next", "type": ["null", "shop.Node"]}, name="shop.Node")


def logical(kind: str, of: str = "long", **more: Any) -> dict[str, Any]:
    return {"type": of, "logicalType": kind, **more}


@pytest.mark.parametrize(
    ("schema", "value", "says"),
    [
        ("null", None, "null"),
        ("boolean", True, "true"),
        ("long", -(2**63), "-9223372036854775808"),
        ("float", 59.91, "59.91"),
        ("float", 3.4028234663852886e38, "3.4028235e+38"),
        ("double", 0.1, "0.1"),
        ("double", math.inf, '"Infinity"'),
        ("string", "Kåre 😀", '"Kåre 😀"'),
        (["null", "string"], None, "null"),
        (["null", "string"], "kari@example.org", '"kari@example.org"'),
        ({"type": "enum", "name": "E", "symbols": ["NEW", "SENT"]}, "SENT", '"SENT"'),
        ({"type": "array", "items": "int"}, [1, 2, 3], "[1,2,3]"),
        ({"type": "map", "values": "string"}, {"mail": "a@example.org"}, '{"mail":"a@example.org"}'),
        (logical("decimal", "bytes", precision=9, scale=2), Decimal("-12.30"), "-12.30"),
        (logical("decimal", "bytes", precision=9, scale=4), Decimal("0.0007"), "0.0007"),
        ({"type": "fixed", "name": "D", "size": 8, "logicalType": "decimal", "precision": 12, "scale": 0}, Decimal(42), "42"),
        (logical("date", "int"), date(1980, 1, 2), '"1980-01-02"'),
        (logical("time-millis", "int"), time(14, 5, 0, 123000), '"14:05:00.123"'),
        (logical("timestamp-millis"), INSTANT, '"2025-11-30T10:00:05.123Z"'),
        (logical("timestamp-micros"), INSTANT, '"2025-11-30T10:00:05.123456Z"'),
        (logical("timestamp-millis"), datetime(1969, 12, 31, 23, 59, 59, 999000, tzinfo=UTC), '"1969-12-31T23:59:59.999Z"'),
        (logical("local-timestamp-micros"), INSTANT.replace(tzinfo=None), '"2025-11-30T10:00:05.123456"'),
        (logical("uuid", "string"), UUID(int=7), '"00000000-0000-0000-0000-000000000007"'),
        ({"type": "fixed", "name": "U", "size": 16, "logicalType": "uuid"}, bytes(15) + b"\x07", '"00000000-0000-0000-0000-000000000007"'),
        (logical("date", "string"), "1980", '"1980"'),  # a logical type that its type cannot carry is ignored
        (logical("decimal", "bytes", precision=4, scale=10**9), b"\x01", '"AQ=="'),
        ("bytes", b'{"email":"kari@example.org"}', '"{\\"email\\":\\"kari@example.org\\"}"'),
        ("bytes", b"\x00\x01\xff", '"AAH/"'),
        ({"type": "long", "connect.name": "io.debezium.time.Timestamp"}, 1764496805123, '"2025-11-30T10:00:05.123Z"'),
        ({"type": "int", "connect.name": "io.debezium.time.Date"}, 3654, '"1980-01-03"'),
        ({"type": "int", "connect.name": "org.example.Other"}, 3654, "3654"),
    ],
)  # fmt: skip
def test_a_value_reads_as_people_write_it(schema: Any, value: Any, says: str) -> None:
    data = bare(schema, value) if isinstance(schema, dict) and ("connect.name" in schema or schema.get("scale") == 10**9) else None
    assert (dump(read(schema, data).tree) if data else seen(schema, value)) == says


def bare(schema: dict[str, Any], value: Any) -> bytes:
    """Written by the type alone: fastavro would mind the rest."""
    name = schema.get("name")
    return written({"type": schema["type"], **({"name": name, "size": schema["size"]} if name else {})} if name else schema["type"], value)


CUSTOMER = record({"name": "email", "type": ["null", "string"]}, {"name": "born", "type": logical("date", "int")}, name="Customer")
LINE = record({"name": "gtin", "type": "string"}, {"name": "qty", "type": "int"}, name="Line")
ORDER = record(
    {"name": "customer", "type": CUSTOMER},
    {"name": "lines", "type": {"type": "array", "items": LINE}},
    {"name": "notes", "type": {"type": "map", "values": ["null", "string", {"type": "array", "items": "string"}]}},
    {"name": "billTo", "type": ["null", "shop.Customer"]},
)


def test_unions_leave_no_trace_names_are_found_in_their_namespace_and_defaults_are_not_made_up() -> None:
    customer = {"email": "kari@example.org", "born": date(1980, 1, 2)}
    value = {"customer": customer, "lines": [{"gtin": "7038010009457", "qty": 2}], "notes": {"a": "hi", "b": ["x"]}, "billTo": customer}
    said = '{"email":"kari@example.org","born":"1980-01-02"}'
    expected = f'{{"customer":{said},"lines":[{{"gtin":"7038010009457","qty":2}}],"notes":{{"a":"hi","b":["x"]}},"billTo":{said}}}'
    assert seen(ORDER, value) == expected


def test_a_recursive_type_is_read_as_deep_as_documents_are() -> None:
    value: dict[str, Any] | None = None
    for n in range(40):
        value = {"name": f"n{n}", "next": value}
    assert seen(NODE, value).count('"name"') == 40
    for n in range(100):
        value = {"name": f"m{n}", "next": value}
    reading = read(NODE, written(NODE, value))
    assert reading.reasons == {"budget.depth"}
    assert dump(reading.tree).count('"name"') == 64 and b"n39" in reading.rest  # what lies below is handed back to be scanned as text


def test_a_referenced_type_is_read_by_its_own_schema() -> None:
    order = record({"name": "to", "type": "shop.Address"})
    data = written([ADDRESS, order], ("shop.Order", {"to": {"street": "Storgata 1", "zip": None}}))[1:]
    assert dump(read(order, data, ADDRESS).tree) == '{"to":{"street":"Storgata 1","zip":null}}'
    assert read(order, data).reasons == {"schema.invalid"}


def test_docs_aliases_and_tags_of_a_field_hang_on_its_values() -> None:
    schema = record(
        {"name": "a", "type": ["null", "string"], "doc": "  The\n mail ", "aliases": ["email"], "confluent:tags": ["PII", 7]},
        {"name": "b", "type": {"type": "array", "items": "long"}, "confluent:tags": "GDPR"},
        {"name": "c", "type": "string"},
    )
    tree = read(schema, written(schema, {"a": "x", "b": [1], "c": "y"})).tree
    members = dict(tree)
    assert members["a"].hints == ("tag PII", "alias email", "doc The mail")
    assert members["b"][0].hints == ("tag GDPR",) and members["b"][0].number
    assert type(members["c"]) is str


plain = st.sampled_from(["null", "boolean", "int", "long", "double", "string"])


def schemas(depth: int = 3) -> st.SearchStrategy[Any]:
    if not depth:
        return plain
    inner = schemas(depth - 1)
    fields = st.lists(inner, max_size=4)
    return st.one_of(
        plain,
        st.builds(lambda items: {"type": "array", "items": items}, inner),
        st.builds(lambda values: {"type": "map", "values": values}, inner),
        st.builds(lambda kinds: _record(kinds, depth), fields),
        inner.filter(lambda kind: not isinstance(kind, list) and kind != "null").map(lambda kind: ["null", kind]),
    )


def _record(kinds: list[Any], depth: int) -> dict[str, Any]:
    fields = [{"name": f"f{n}", "type": _renamed(kind, f"{depth}_{n}")} for n, kind in enumerate(kinds)]
    return {"type": "record", "name": f"R{depth}", "fields": fields}


def _renamed(kind: Any, suffix: str) -> Any:
    """Names within one schema are to differ."""
    if isinstance(kind, list):
        return [_renamed(branch, suffix) for branch in kind]
    if isinstance(kind, dict):
        named = {key: _renamed(value, suffix) for key, value in kind.items() if key in ("items", "values")}
        fields = [{**field, "type": _renamed(field["type"], suffix)} for field in kind.get("fields", ())]
        return {**kind, **named, **({"name": f"{kind['name']}_{suffix}", "fields": fields} if "name" in kind else {})}
    return kind


def values(kind: Any) -> st.SearchStrategy[Any]:
    if isinstance(kind, list):
        return st.one_of(*(values(branch) for branch in kind))
    if isinstance(kind, dict):
        if kind["type"] == "array":
            return st.lists(values(kind["items"]), max_size=4)
        if kind["type"] == "map":
            return st.dictionaries(st.text(max_size=5), values(kind["values"]), max_size=4)
        return st.fixed_dictionaries({field["name"]: values(field["type"]) for field in kind["fields"]})
    ints = {"int": 31, "long": 63}
    if kind in ints:
        return st.integers(-(2 ** ints[kind]), 2 ** ints[kind] - 1)
    return {"null": st.none(), "boolean": st.booleans(), "double": st.floats(), "string": st.text(max_size=20)}[kind]


def as_json(tree: Any) -> Any:
    """Our tree as Python has it, to be held against what was written."""
    if isinstance(tree, Pairs):
        return {key: as_json(value) for key, value in tree}
    if isinstance(tree, list):
        return [as_json(value) for value in tree]
    return tree if tree is None or isinstance(tree, bool) else str(tree)


def expected(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: expected(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [expected(inner) for inner in value]
    if isinstance(value, float):
        return "NaN" if math.isnan(value) else repr(value) if math.isfinite(value) else ("-" if value < 0 else "") + "Infinity"
    return value if value is None or isinstance(value, bool) else str(value)


@given(st.data())
def test_whatever_fastavro_writes_reads_back_the_same(data: st.DataObject) -> None:
    schema = data.draw(schemas())
    value = data.draw(values(schema))
    reading = read(schema, written(schema, value))
    assert not reading.reasons and not reading.rest
    assert as_json(reading.tree) == expected(value)


@given(st.data(), st.binary(max_size=60))
@example(None, b"")
def test_any_bytes_under_any_schema_are_read_or_refused_with_a_reason(data: st.DataObject | None, body: bytes) -> None:
    schema = data.draw(schemas()) if data is not None else "string"
    reading = read(schema, body)
    assert reading.reasons <= {"schema.mismatch", "budget.depth", "budget.leaves", "utf8.invalid"}
    assert reading.tree is not NOTHING or reading.reasons


@given(st.data())
def test_a_cut_value_keeps_what_stood_before_the_cut(data: st.DataObject) -> None:
    whole = written(ORDER_NAMES, {"first": "Kari", "last": "Eksempel", "age": 42})
    cut = data.draw(st.integers(0, len(whole) - 1))
    reading = read(ORDER_NAMES, whole[:cut])
    assert "schema.mismatch" in reading.reasons
    assert [pair for pair in reading.tree if pair not in (("first", "Kari"), ("last", "Eksempel"))] == []


ORDER_NAMES = record({"name": "first", "type": "string"}, {"name": "last", "type": "string"}, {"name": "age", "type": "int"})
MANY = struct.pack("B", 0xFE) + b"\xff" * 8 + b"\x01"  # a block that says it has 2**63 - 1 items


@pytest.mark.parametrize(
    ("schema", "data", "reason"),
    [
        ({"type": "array", "items": "null"}, MANY, "budget.leaves"),  # items of no bytes: the count is all there is
        ({"type": "array", "items": record(name="Empty")}, MANY, "budget.leaves"),
        ({"type": "array", "items": "long"}, MANY + b"\x02\x04", "schema.mismatch"),
        ({"type": "map", "values": "null"}, MANY, "schema.mismatch"),
        ({"type": "array", "items": "int"}, b"\x03\xff\xff\xff\xff\x0f\x02\x04\x00", None),  # a negative count, and a size that lies
        ("string", b"\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01", "schema.mismatch"),  # 2**63 bytes
        ("string", b"\x01", "schema.mismatch"),  # -1 bytes
        ("string", b"\x04\xff\xfe", "utf8.invalid"),
        ("long", b"\xff" * 11, "schema.mismatch"),
        ("boolean", b"\x02", "schema.mismatch"),
        (["null", "string"], b"\x04", "schema.mismatch"),
        ({"type": "enum", "name": "E", "symbols": ["A"]}, b"\x03", "schema.mismatch"),
        ({"type": "fixed", "name": "F", "size": 2**40}, b"\x00", "schema.mismatch"),
        ({"type": "fixed", "name": "F", "size": -1}, b"\x00", "schema.mismatch"),
        ("int", b"\x02\x02", "schema.mismatch"),  # something stands behind the value
        (record({"name": "a", "type": "R"}, name="R"), b"", "budget.depth"),  # holds itself
        ({"type": "decimal"}, b"", "schema.invalid"),
        ({"type": "record", "name": "R"}, b"", "schema.invalid"),
        (["null", ["string"]], b"\x02", "schema.invalid"),  # a union in a union, which could hold itself without a level of its own
        (["null", {"type": {"type": ["string"]}}], b"\x02", "schema.invalid"),
        (record(*({"name": f"f{n}", "type": "null"} for n in range(20_000))), b"", "schema.invalid"),
        (record({"name": "a", "type": "Nowhere"}), b"", "schema.invalid"),
        ({"type": "enum", "name": "E", "symbols": "AB"}, b"", "schema.invalid"),
        (None, b"", "schema.invalid"),
    ],
)
def test_hostile_bytes_and_schemas_give_a_reason(schema: Any, data: bytes, reason: str | None) -> None:
    assert read(schema, data).reasons == (frozenset({reason}) if reason else frozenset())


def test_schemas_that_are_deep_or_no_json_are_refused() -> None:
    for text in ("[" * 100_000, '{"type":"array","items":' * 300 + '"int"' + "}" * 300, "{", "", "Infinity" * 9):
        assert avro.read(b"\x02", text).reasons == {"schema.invalid"}


def test_a_record_of_records_that_doubles_at_each_level_ends_with_the_budget() -> None:
    levels: list[Any] = [record({"name": "x", "type": "null"}, name="L0")]
    for n in range(1, 40):
        levels.append(record({"name": "a", "type": f"L{n - 1}"}, {"name": "b", "type": f"L{n - 1}"}, name=f"L{n}"))
    assert read(levels[-1], b"", *levels[:-1]).reasons == {"budget.leaves"}


def test_many_fields_of_one_large_enum_are_compiled_in_the_room_that_the_schema_takes() -> None:
    symbols = [f"S{n}" for n in range(10_000)]
    fields = [{"name": f"f{n}", "type": "E", "doc": str(n)} for n in range(10_000)]
    schema = record({"name": "f", "type": {"type": "enum", "name": "E", "symbols": symbols}}, *fields)
    tracemalloc.start()
    try:
        assert read(schema, b"\x04" * 10_001).tree[-1] == ("f9999", "S2")
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()


def test_a_decimal_of_a_million_bytes_is_not_turned_into_digits() -> None:
    schema = logical("decimal", "bytes", precision=9, scale=2)
    reading = read(schema, written("bytes", b"\x01\xff" * 500_000))
    assert reading.reasons == {"content.binary"}


def test_a_time_outside_the_calendar_stays_a_number() -> None:
    for kind, of in (("date", "int"), ("timestamp-millis", "long"), ("time-millis", "int")):
        assert dump(read(logical(kind, of), written(of, 2**31 - 1 if of == "int" else 2**62)).tree).isdigit()


def test_a_duration_reads_as_iso_8601() -> None:
    schema = {"type": "fixed", "name": "D", "size": 12, "logicalType": "duration"}
    assert dump(read(schema, struct.pack("<III", 1, 2, 3004)).tree) == '"P1M2DT3.004S"'


def test_a_big_decimal_brings_its_scale_along() -> None:
    schema = logical("big-decimal", "bytes")
    inner = written("bytes", (-1230).to_bytes(2, "big", signed=True)) + written("int", 2)
    assert dump(read(schema, written("bytes", inner)).tree) == "-12.30"


@given(st.floats(width=32, allow_nan=False, allow_infinity=False))
def test_the_digits_of_a_float_name_it(value: float) -> None:
    said = dump(read("float", written("float", value)).tree)
    assert struct.pack("<f", float(said)) == struct.pack("<f", value)
    assert len(said.partition("e")[0].lstrip("-").replace(".", "").strip("0")) <= 9


@given(st.integers(-(10**9), 10**9))
def test_an_instant_reads_back_to_the_number_that_it_was(milliseconds: int) -> None:
    said = json.loads(dump(read(logical("timestamp-millis"), written("long", milliseconds)).tree))
    assert datetime.fromisoformat(said) - datetime(1970, 1, 1, tzinfo=UTC) == timedelta(milliseconds=milliseconds)
