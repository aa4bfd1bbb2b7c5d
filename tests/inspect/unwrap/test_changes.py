"""Debezium's change events: both rows are read, whether bare, flattened or beside a schema."""

from typing import Any

import pytest

from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget, RawMessage
from tests.inspect.unwrap.samples import beside, change, only, with_schema, words
from tests.messages import ORDER, RECORDED, STARTED, cloud_event, record, text


def body(raw: RawMessage) -> dict[str, str]:
    return {render(leaf.path): leaf.text for leaf in decode(only(raw), Budget()).leaves if leaf.place == "body"}


@pytest.mark.parametrize("event", [change(), with_schema(change())])
def test_both_rows_are_the_body_with_and_without_a_schema(event: dict[str, Any]) -> None:
    envelope = only(record(event))
    assert (envelope.platform, envelope.steps, envelope.message_time) == ("generic", ("debezium",), STARTED)
    assert words(envelope) == {"step": "u", "document_type": "shop.customers"}
    found = body(record(event))
    assert (found["$.before.email"], found["$.after.email"]) == ("kari@example.org", "kari.eksempel@example.org")


def test_words_stand_where_they_were_read() -> None:
    paths = {name: render(word.path) for name, word in only(record(with_schema(change()))).words().items()}
    assert paths == {"step": "$.payload.op", "document_type": "$.payload.source.table"}


def test_the_schema_beside_a_change_is_scanned_and_no_part_of_the_body() -> None:
    found = beside(only(record(with_schema(change()))))
    assert found["$.schema.name"] == ("metadata", "shop.customers.Envelope")
    assert not any(path.startswith("$.schema") for path in body(record(with_schema(change()))))


def test_a_deleted_row_is_still_there_in_full() -> None:
    event = change(op="d", after=None)
    assert words(only(record(event)))["step"] == "d"
    assert body(record(event))["$.before.email"] == "kari@example.org"


@pytest.mark.parametrize("op", ["c", "r"])
def test_a_created_or_read_row_has_nothing_before_it(op: str) -> None:
    found = body(record(change(op=op, before=None)))
    assert (found["$.op"], found["$.after.id"]) == (op, "1042")


def test_a_truncated_table_has_no_rows() -> None:
    assert only(record(change(op="t", before=None, after=None))).steps == ("debezium",)


def test_a_statement_that_the_source_quotes_is_scanned() -> None:
    event = change(source=change()["source"] | {"query": "UPDATE customers SET email='kari@example.org'"})
    assert "kari@example.org" in body(record(event))["$.source.query"]


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ({"db": "shop", "schema": "public", "table": "customers"}, "shop.customers"),
        ({"table": "customers"}, "customers"),
        ({"db": "shop", "collection": "customers"}, "shop.customers"),
        ({"db": "shop"}, None),
        ({"db": "shop", "table": {"name": "customers"}}, None),
    ],
)
def test_database_and_table_are_the_document_type(source: dict[str, Any], word: str | None) -> None:
    assert words(only(record(change(source=source)))).get("document_type") == word


@pytest.mark.parametrize(
    ("stamps", "expected"),
    [
        ((STARTED, 17), STARTED),
        ((str(STARTED), 17), STARTED),
        ((None, STARTED), STARTED),
        ((0, STARTED), STARTED),
        ((-1, 0), RECORDED),
        (("soon", [STARTED]), RECORDED),
        ((10**40, 1.5), RECORDED),
    ],
)
def test_the_event_s_time_counts_else_its_source_s_else_the_record_s(stamps: tuple[object, object], expected: int) -> None:
    assert only(record(change(ts_ms=stamps[0], source={"table": "t", "ts_ms": stamps[1]}))).message_time == expected


@pytest.mark.parametrize("hide", [lambda row: row, with_schema])
def test_a_flattened_row_is_known_by_what_was_added_to_it(hide: Any) -> None:
    row = {"id": 1042, "email": "kari@example.org", "__op": "d", "__table": "customers", "__deleted": "true", "__source_ts_ms": STARTED}
    envelope = only(record(hide(row)))
    assert (envelope.steps, envelope.message_time) == (("debezium",), STARTED)
    assert words(envelope) == {"step": "d", "document_type": "customers"}
    assert body(record(hide(row)))["$.email"] == "kari@example.org"


@pytest.mark.parametrize("key", [{"id": 1042, "email": "kari@example.org"}, with_schema({"email": "kari@example.org"})])
def test_a_tombstone_s_key_is_read_as_the_identifier_that_it_is(key: dict[str, Any]) -> None:
    raw = record(None, key=text(key).encode(), adapter="debezium")
    assert only(raw).reasons == ("tombstone",)
    leaves = decode(only(raw), Budget()).leaves
    assert "kari@example.org" in [leaf.text for leaf in leaves if leaf.place == "key"]


@pytest.mark.parametrize(
    "event",
    [
        {"source": {"table": "t"}, "ddl": "CREATE TABLE t", "ts_ms": STARTED},
        with_schema({"id": 1042}),
        with_schema(None),
        {"id": 1042, "__deleted": "false"},
        with_schema([1, 2]),
    ],
)
def test_a_topic_of_changes_may_also_carry(event: dict[str, Any]) -> None:
    envelope = only(record(event, adapter="debezium"))
    assert (envelope.steps, envelope.reasons) == (("debezium",), ())


@pytest.mark.parametrize("op", [["c"], {"c": 1}, "x", None, 1, True])
def test_what_is_no_operation_is_no_change(op: object) -> None:
    assert only(record(change(op=op))).steps == ()


@pytest.mark.parametrize("value", [ORDER, [change()], "no json", {"payload": 1}])
def test_what_does_not_fit_a_topic_of_changes_is_said(value: object) -> None:
    assert only(record(value, adapter="debezium")).reasons == ("envelope.invalid",)


def test_a_change_inside_a_cloud_event_is_opened_and_keeps_the_event_s_id() -> None:
    [envelope] = unwrap(record(cloud_event(change())))
    assert envelope.steps == ("cloudevents.structured", "debezium")
    assert words(envelope)["interchange"] == "ce-0001"
