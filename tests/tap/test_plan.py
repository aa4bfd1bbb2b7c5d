"""What is sent for a batch, and where it goes."""

import orjson
from aiokafka.record.default_records import DefaultRecordBatchBuilder

from schemas.records import SourcePartition, Span
from streams.inspect.words import RawMessage
from streams.ledger.ids import partition_of
from streams.ledger.outputs import Outputs, outputs
from streams.tap.delivery import Record, size
from streams.tap.plan import Routes, alert_record, records, span_record
from tests.tap.inspectors import trivial_flow

ROUTES = Routes("spor", 4, 4, 4, {}, {})
COPYING = Routes("spor", 4, 4, 4, {"orders": "spor.tagged.orders"}, {"spor.tagged.orders": 1000})


def raw(offset: int = 7, key: bytes | None = b"k", value: bytes | None = b"{}") -> RawMessage:
    return RawMessage("orders", 2, offset, 1_700_000_000_000, key, value, (("h", b"1"), ("h", None)), "c1", "t1")


def answer(record: RawMessage) -> Outputs:
    return outputs((trivial_flow(record),), len(record.value or b""))


def test_a_flow_goes_to_the_partition_of_its_source_with_its_header() -> None:
    (flow,) = records(ROUTES, [raw()], [answer(raw())])
    assert (flow.topic, flow.partition, flow.headers) == ("spor.flows", partition_of("orders", 2, 4), (("spor-spec", b"spor.flow/1"),))
    assert flow.timestamp is None


def test_flows_stand_in_the_order_of_the_batch() -> None:
    batch = [raw(n) for n in range(20)]
    sent = records(ROUTES, batch, [answer(r) for r in batch])
    assert [orjson.loads(r.value or b"")["source"]["offset"] for r in sent] == list(range(20))


def test_a_dead_letter_goes_to_the_same_partition_as_its_flow() -> None:
    empty = raw(value=b"")
    flow, letter = records(ROUTES, [empty], [answer(empty)])
    assert (letter.topic, letter.partition, letter.key) == ("spor.deadletter", flow.partition, b"c1/orders/t1/2/7/0")


def test_a_copy_keeps_partition_timestamp_key_value_and_headers_and_adds_the_tags() -> None:
    _, copy = records(COPYING, [raw()], [answer(raw())])
    assert (copy.topic, copy.partition, copy.key, copy.value, copy.timestamp) == ("spor.tagged.orders", 2, b"k", b"{}", 1_700_000_000_000)
    assert copy.headers[:2] == (("h", b"1"), ("h", None))
    assert copy.headers[2:] == answer(raw()).tags


def test_a_copy_that_is_too_large_or_null_is_a_dead_letter_beside_the_flow() -> None:
    for record, reason in ((raw(value=b"x" * 1000), "untagged.too-large"), (raw(key=None, value=None), "untagged.null")):
        sent = records(COPYING, [record], [answer(record)])
        assert [r.topic for r in sent] == ["spor.flows", "spor.deadletter"]
        letter = orjson.loads(sent[1].value or b"")
        assert (letter["stage"], letter["reason"], letter["flow"]) == ("tag", reason, sent[0].key.decode() if sent[0].key else None)


def test_the_size_of_a_record_is_never_under_what_the_broker_counts() -> None:
    for record in (Record("t", 0, b"k" * 300, b"v" * 70_000, (("h" * 200, b"x" * 5000), ("æ", None))), Record("t", 0, None, b"", ())):
        builder = DefaultRecordBatchBuilder(2, 0, True, 1, 1, 0, 1 << 30)
        builder.append(0, 2**45, record.key, record.value, list(record.headers))
        assert len(builder.build()) <= size(record)


def test_a_missed_run_is_a_span_and_an_alert() -> None:
    source = SourcePartition(cluster="c1", topic="orders", topic_id="t1", partition=2)
    span = Span(kind="missed", source=source, from_=3, to=9, records=0, flows=0, policies="p", detector="d")
    sent = span_record(ROUTES, span)
    assert (sent.topic, sent.partition, sent.key) == ("spor.spans", partition_of("orders", 2, 4), b"c1/orders/t1/2")
    alert = alert_record(ROUTES, source, (3, 9), 1_700_000_000_000)
    value = orjson.loads(alert.value or b"")
    assert alert.key == b"generic:orders|records.missed||"
    assert (value["source"], value["type"], value["time"]) == ("/spor/spor", "spor.alert.v1", "2023-11-14T22:13:20.000Z")
    assert (value["data"]["rule"], value["data"]["verdict"], value["data"]["count"]) == ("records.missed", "gap", 6)
    assert alert_record(ROUTES, source, (3, 9), 1_800_000_000_000).key == alert.key
    again = orjson.loads(alert_record(ROUTES, source, (3, 9), 1_800_000_000_000).value or b"")
    assert again["id"] == value["id"], "told twice it is the same alert"
