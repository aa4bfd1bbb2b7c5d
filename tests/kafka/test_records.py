"""Single records and single troubles on a real broker: poison, tagged copies, holes, topics made anew."""

import asyncio
import time
from typing import Any

import orjson
import pytest
from confluent_kafka import TopicPartition
from confluent_kafka.admin import AdminClient

from schemas.records import Alert
from streams.kafka.admin import At
from tests.kafka.harness import Site, producer, send, transact, untiled

POISON: dict[str, tuple[bytes | None, tuple[str, ...], str | None]] = {
    "broken JSON": (b"!not json", ("json.invalid",), "json.invalid"),
    "bytes that are no text": (b"\xff\xfe\x00\x80", (), None),
    "nothing at all": (b"", ("empty",), "empty"),
    "a tombstone": (None, ("tombstone",), None),
    "a child's death": (b"exit", ("inspector.died",), "inspector.died"),
    "a segmentation fault": (b"segfault", ("inspector.died",), "inspector.died"),
    "an exception that quotes its data": (b"raise kari@example.org", ("inspector.died",), "inspector.died"),
    "more memory than there is": (b"memory", ("inspector.died",), "inspector.died"),
    "an endless loop": (b"hang", ("inspector.overrun",), "inspector.overrun"),
    "nesting 10,000 deep": (b"[" * 10_000 + b"]" * 10_000, (), None),
    "twenty megabytes": (b'"' + b"x" * 20_000_000 + b'"', (), None),
}


async def test_poison_gets_its_flow_and_dead_letter_and_the_next_message_is_read(site: Site) -> None:
    topic = await site.source("poison", 1, max_message_bytes="30000000")
    values = [value for value, _, _ in POISON.values()]
    async with producer(site, max_request_size=30_000_000) as sender:
        for value in values:
            await sender.send_and_wait(topic, value, key=b"k")
            await sender.send_and_wait(topic, b'{"next":1}', key=b"n")
    worker = site.worker(topic, record_timeout_s=1.0)
    await site.caught_up([topic])
    assert await worker.terminate() == 0
    flows = {flow.source.offset: flow.coverage.reasons for flow in await site.flows()}
    letters = {letter.source.offset: letter.reason for letter in await site.dead()}
    for n, (name, (_, reasons, letter)) in enumerate(POISON.items()):
        assert (flows.pop(2 * n), letters.pop(2 * n, None)) == (reasons, letter), name
        assert flows.pop(2 * n + 1) == (), f"the message after {name}"
    assert (flows, letters) == ({}, {})
    assert list(untiled(await site.spans(), await site.ends([topic]))) == []
    assert "kari@example.org" not in worker.log()


async def test_tagged_copies_keep_everything_and_say_what_could_not_be_copied(site: Site) -> None:
    topic = await site.source("copied", 3)
    headers = [("a", b"1"), ("a", b"2"), ("null", None), ("empty", b""), ("æ", b"\xff\x00")]
    times = [0, 1, 1_700_000_000_123, int(time.time() * 1000) + 48 * 3600 * 1000]
    async with producer(site, max_request_size=2_000_000) as sender:
        for n, at in enumerate(times):
            await sender.send_and_wait(topic, b"v%d" % n, key=None, partition=n % 3, timestamp_ms=at, headers=headers)
        await sender.send_and_wait(topic, None, key=b"tombstone", partition=0)
        await sender.send_and_wait(topic, b"", key=b"", partition=1)
    worker = site.worker(topic, tagged=True)
    await site.caught_up([topic])
    assert await worker.terminate() == 0
    source = await site.read(topic)
    copies = await site.read(site.topic(f"tagged.{topic}"))
    assert [_record(copy)[:-1] for copy in copies] == [_record(record)[:-1] for record in source]
    names = ("spor-purpose", "spor-legal-basis", "spor-retain-until", "spor-categories", "spor-verdict", "spor-flow-id", "spor-policy")
    flows = {(flow.source.partition, flow.source.offset): flow.id for flow in await site.flows()}
    for copy, record in zip(copies, source, strict=True):
        assert copy.headers[: len(record.headers)] == record.headers
        tags = copy.headers[len(record.headers) :]
        assert tuple(name for name, _ in tags) == names
        assert dict(tags)["spor-flow-id"].decode() == flows[record.partition, record.offset]


def _record(record: Any) -> tuple[Any, ...]:
    return (record.partition, record.timestamp, record.key, record.value, record.headers)


async def test_a_copy_that_cannot_be_made_is_a_dead_letter_and_stops_nothing(site: Site) -> None:
    topic = await site.source("uncopied", 1)
    copies = site.topic(f"tagged.{topic}")
    await site.admin.create(copies, 1, -1, {"max.message.bytes": "1000"})
    async with producer(site) as sender:
        for value in (b"small", b"x" * 2000, b"small"):
            await sender.send_and_wait(topic, value, key=b"k")
    await site.null_record(topic)
    async with producer(site) as sender:
        await sender.send_and_wait(topic, b"last", key=b"k")
    worker = site.worker(topic, tagged=True)
    await site.caught_up([topic])
    assert await worker.terminate() == 0
    assert [copy.value for copy in await site.read(copies)] == [b"small", b"small", b"last"]
    assert [(d.source.offset, d.stage, d.reason) for d in await site.dead()] == [
        (1, "tag", "untagged.too-large"),
        (3, "tag", "untagged.null"),
    ]
    assert len(await site.flows()) == 5


async def test_records_that_retention_took_are_a_missed_span_and_an_alert(site: Site) -> None:
    topic = await site.source("expired", 2)
    await send(site, topic, [b"{}"] * 40)
    before = await _cut(site, topic, 5)
    first = site.worker(topic)
    await site.caught_up([topic])
    assert await first.terminate() == 0
    await send(site, topic, [b"{}"] * 60)
    ends = await site.ends([topic])
    cut = await _cut(site, topic, 8, {at: p.offset for at, p in (await site.committed()).items()})
    second = site.worker(topic)
    await site.caught_up([topic])
    assert await second.terminate() == 0
    spans = await site.spans()
    missed = [(s.source.partition, s.from_, s.to) for s in spans if s.kind == "missed"]
    wanted = {(p, 0, before[p]) for p in before} | {(p, start, end) for p, (start, end) in cut.items()}
    assert set(missed) == wanted
    assert len(missed) == len(wanted)
    assert list(untiled(spans, ends)) == []
    alerts = [Alert.read(record.value) for record in await site.read(site.topic("alerts"))]
    assert [a.data.rule for a in alerts if a.data.rule == "records.missed"] == ["records.missed"] * len(wanted)
    assert sum(a.data.count for a in alerts if a.data.rule == "records.missed") == sum(end - start for _, start, end in wanted)


async def _cut(site: Site, topic: str, by: int, since: dict[At, int] | None = None) -> Any:
    """Delete the first `by` records of each partition behind `since`, as retention does."""
    admin = AdminClient({"bootstrap.servers": site.bootstrap})
    starts = {p: (since or {}).get(At(topic, p), 0) for p in range(2)}
    for future in admin.delete_records([TopicPartition(topic, p, start + by) for p, start in starts.items()]).values():
        await asyncio.wrap_future(future)
    return {p: (start, start + by) for p, start in starts.items()} if since else dict.fromkeys(starts, by)


async def test_records_removed_while_the_worker_runs_are_missed_too(site: Site) -> None:
    topic = await site.source("running", 1)
    await send(site, topic, [b"slow 20"] * 600)
    worker = site.worker(topic, processes=1)
    await site.begun([topic], 600)
    admin = AdminClient({"bootstrap.servers": site.bootstrap})
    await asyncio.wrap_future(next(iter(admin.delete_records([TopicPartition(topic, 0, 590)]).values())))
    await site.caught_up([topic])
    assert await worker.terminate() == 0
    spans = await site.spans()
    assert list(untiled(spans, await site.ends([topic]))) == []
    flows = {flow.source.offset for flow in await site.flows()}
    missed = {offset for span in spans if span.kind == "missed" for offset in range(span.from_, span.to)}
    assert flows | missed == set(range(600))
    assert not flows & missed


async def test_a_topic_made_anew_is_read_from_its_beginning_also_when_it_has_outgrown_the_old_one(site: Site) -> None:
    topic = await site.source("anew", 1)
    await send(site, topic, [b'{"old":1}'] * 50)
    worker = site.worker(topic)
    await site.caught_up([topic])
    admin = AdminClient({"bootstrap.servers": site.bootstrap})
    old = (await site.admin.topic_ids([topic]))[topic]
    await asyncio.wrap_future(admin.delete_topics([topic])[topic])
    async with asyncio.timeout(20):
        while topic in await site.admin.partitions():
            await asyncio.sleep(0.1)
    await site.source("anew", 1)
    await send(site, topic, [b'{"new":1}'] * 200)
    new = (await site.admin.topic_ids([topic]))[topic]
    async with asyncio.timeout(60):
        while {f.source.offset for f in await site.flows() if f.source.topic_id == new} != set(range(200)):
            assert worker.process.poll() is None, worker.log()
            await asyncio.sleep(0.5)
    assert await worker.terminate() == 0
    flows = await site.flows()
    assert {f.source.offset for f in flows if f.source.topic_id == old} == set(range(50))
    assert len(flows) == 250
    spans = [span for span in await site.spans() if span.source.topic_id == new]
    assert list(untiled(spans, {At(topic, 0): 200})) == []


async def test_a_topic_made_anew_while_no_worker_ran_is_read_from_its_beginning(site: Site) -> None:
    topic = await site.source("away", 1)
    await send(site, topic, [b"{}"] * 30)
    first = site.worker(topic)
    await site.caught_up([topic])
    assert await first.terminate() == 0
    admin = AdminClient({"bootstrap.servers": site.bootstrap})
    await asyncio.wrap_future(admin.delete_topics([topic])[topic])
    async with asyncio.timeout(20):
        while topic in await site.admin.partitions():
            await asyncio.sleep(0.1)
    await site.source("away", 1)
    await send(site, topic, [b"{}"] * 45)
    second = site.worker(topic)
    await second.said("tap.placed")
    new = (await site.admin.topic_ids([topic]))[topic]
    async with asyncio.timeout(60):
        while len([f for f in await site.flows() if f.source.topic_id == new]) < 45:
            await asyncio.sleep(0.5)
    assert await second.terminate() == 0


async def test_a_partition_that_holds_aborted_records_only_is_read_to_its_end(site: Site) -> None:
    topic = await site.source("aborted", 1)
    await transact(site, topic, [(False, [b"never"] * 10)])
    worker = site.worker(topic)
    await site.caught_up([topic])
    assert await worker.terminate() == 0
    assert await site.flows() == []
    (span,) = await site.spans()
    assert (span.kind, span.from_, span.to, span.records, span.flows) == ("read", 0, 11, 0, 0)


async def test_latest_begins_at_the_end_and_stays_there_over_a_restart(site: Site) -> None:
    topic = await site.source("latest", 1)
    await send(site, topic, [b"{}"] * 10)
    first = site.worker(topic, start="latest")
    await first.said("tap.placed")
    await site.caught_up([topic])
    assert await first.terminate() == 0
    await send(site, topic, [b"{}"] * 5)
    second = site.worker(topic, start="latest")
    await site.caught_up([topic])
    assert await second.terminate() == 0
    assert [flow.source.offset for flow in await site.flows()] == [10, 11, 12, 13, 14]


async def test_a_span_says_by_which_policies_and_detector_it_was_read(site: Site) -> None:
    topic = await site.source("said", 1)
    await send(site, topic, [b"{}"] * 3)
    worker = site.worker(topic)
    await site.caught_up([topic])
    assert await worker.terminate() == 0
    (record,) = await site.read(site.topic("spans"))
    span = orjson.loads(record.value)
    cluster, topic_id = await site.admin.cluster_id(), (await site.admin.topic_ids([topic]))[topic]
    assert record.key.decode() == f"{cluster}/{topic}/{topic_id}/0"
    assert span == {
        "spec": "spor.span/1",
        "kind": "read",
        "source": {"cluster": cluster, "topic": topic, "topic_id": topic_id, "partition": 0},
        "from": 0,
        "to": 3,
        "records": 3,
        "flows": 3,
        "policies": "policy-digest",
        "detector": "trivial/1",
    }


@pytest.mark.parametrize(
    ("what", "tap", "says"),
    [
        ("a tap on our own flows", "flows", "are our own"),
        ("a tap that is not there", "no-such", "no such topic"),
    ],
)
async def test_a_worker_that_cannot_start_says_why_and_ends_with_3(site: Site, what: str, tap: str, says: str) -> None:
    worker = site.worker(site.topic(tap) if tap == "flows" else tap)
    assert await worker.ended() == 3, what
    assert says in worker.log()


async def test_a_worker_refuses_flows_that_have_another_number_of_partitions_than_before(site: Site) -> None:
    topic = await site.source("orders", 1)
    await send(site, topic, [b"{}"] * 3)
    first = site.worker(topic)
    await site.caught_up([topic])
    assert await first.terminate() == 0
    for name in ("flows", "spans", "deadletter"):
        await site.admin.grow(site.topic(name), 6)
    second = site.worker(topic)
    assert await second.ended() == 3
    assert "has 6 partitions and had 4" in second.log()
