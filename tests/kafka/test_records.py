"""Single records on a real broker: poison, tagged copies, headers, aborted transactions. One worker reads them all."""

import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import orjson
import pytest
import pytest_asyncio

from schemas.flow import Flow
from schemas.records import DeadLetter, Span
from streams.kafka.admin import At
from streams.kafka.topics import ANY_TIME
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
HEADERS = [("a", b"1"), ("a", b"2"), ("null", None), ("empty", b""), ("æ", b"\xff\x00")]
TAGS = ("spor-purpose", "spor-legal-basis", "spor-retain-until", "spor-categories", "spor-verdict", "spor-flow-id", "spor-policy")


@dataclass
class Outcome:
    """What one worker made of the five sources."""

    poison: str
    copied: str
    uncopied: str
    aborted: str
    broken: str
    ids: dict[str, str]
    cluster: str
    records: dict[str, list[Any]]  # of the sources and their tagged copies
    flows: list[Flow]
    dead: list[DeadLetter]
    spans: list[Span]
    span_records: list[Any]
    ends: dict[At, int]
    log: str
    code: int

    def flows_of(self, topic: str) -> dict[int, Flow]:
        return {flow.source.offset: flow for flow in self.flows if flow.source.topic == topic}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def outcome(kafka: str) -> AsyncIterator[Outcome]:
    site = await Site.make(kafka)
    poison = await site.source("poison", 1, max_message_bytes="30000000")
    copied = await site.source("copied", 3, message_timestamp_after_max_ms=ANY_TIME)
    uncopied, aborted, broken = [await site.source(name, 1) for name in ("uncopied", "aborted", "broken")]
    await site.admin.create(site.topic(f"tagged.{uncopied}"), 1, -1, {"max.message.bytes": "1000"})
    await _fill(site, poison, copied, uncopied, aborted)
    await send(site, broken, [b"before"])
    await site.broken_batch(broken, [(b"one", "fine"), (b"two", "bl\xe5b\xe6r"), (b"three", "fine")])
    await send(site, broken, [b"after"])
    topics = [poison, copied, uncopied, aborted, broken]
    worker = site.worker(*topics, tagged=True, record_timeout_s=1.0)
    await site.caught_up(topics)
    code = await worker.terminate()
    written = [*topics[:-1], *(site.topic(f"tagged.{topic}") for topic in topics)]
    yield Outcome(
        *topics,
        ids=await site.admin.topic_ids(topics),
        cluster=await site.admin.cluster_id(),
        records={name.removeprefix(f"{site.prefix}."): await site.read(name) for name in written},
        flows=await site.flows(),
        dead=await site.dead(),
        spans=await site.spans(),
        span_records=await site.read(site.topic("spans")),
        ends=await site.ends(topics),
        log=worker.log(),
        code=code,
    )
    await site.close()


async def _fill(site: Site, poison: str, copied: str, uncopied: str, aborted: str) -> None:
    async with producer(site, max_request_size=30_000_000) as sender:
        for value, _, _ in POISON.values():
            await sender.send_and_wait(poison, value, key=b"k")
            await sender.send_and_wait(poison, b'{"next":1}', key=b"n")
        for n, at in enumerate([0, 1, 1_700_000_000_123, int(time.time() * 1000) + 48 * 3_600_000]):
            await sender.send_and_wait(copied, b"v%d" % n, partition=n % 3, timestamp_ms=at, headers=HEADERS)
        await sender.send_and_wait(copied, None, key=b"tombstone", partition=0)
        await sender.send_and_wait(copied, b"", key=b"", partition=1)
    await send(site, uncopied, [b"small", b"x" * 2000, b"small"])
    await site.null_record(uncopied)
    await send(site, uncopied, [b"last"])
    await transact(site, aborted, [(False, [b"never"] * 10)])
    await site.reaches(aborted, 11)


def test_the_worker_drains_and_exits_0(outcome: Outcome) -> None:
    assert outcome.code == 0


@pytest.mark.parametrize("name", POISON)
def test_poison_gets_its_flow_and_dead_letter_and_the_next_message_is_read(outcome: Outcome, name: str) -> None:
    _, reasons, letter = POISON[name]
    offset = 2 * list(POISON).index(name)
    flows = outcome.flows_of(outcome.poison)
    letters = {d.source.offset: d.reason for d in outcome.dead if d.source.topic == outcome.poison}
    assert (flows[offset].coverage.reasons, letters.get(offset)) == (reasons, letter)
    assert (flows[offset + 1].coverage.reasons, letters.get(offset + 1)) == ((), None)


def test_every_record_has_one_flow_and_its_span(outcome: Outcome) -> None:
    assert len(outcome.flows) == 2 * len(POISON) + 6 + 5 + 5
    assert list(untiled(outcome.spans, outcome.ends)) == []


def test_the_log_quotes_nothing_of_a_record(outcome: Outcome) -> None:
    assert "inspector.raised" in outcome.log
    assert "kari@example.org" not in outcome.log


def test_tagged_copies_keep_key_value_partition_timestamp_and_headers(outcome: Outcome) -> None:
    source, copies = outcome.records[outcome.copied], outcome.records[f"tagged.{outcome.copied}"]
    assert len(source) == 6
    for copy, record in zip(copies, source, strict=True):
        kept = ("partition", "timestamp", "key", "value")
        assert [getattr(copy, name) for name in kept] == [getattr(record, name) for name in kept]
        assert copy.headers[: len(record.headers)] == record.headers
    assert list(source[0].headers) == HEADERS


def test_tagged_copies_carry_the_tags_behind_the_headers(outcome: Outcome) -> None:
    ids = {(f.source.partition, f.source.offset): f.id for f in outcome.flows if f.source.topic == outcome.copied}
    for copy, record in zip(outcome.records[f"tagged.{outcome.copied}"], outcome.records[outcome.copied], strict=True):
        tags = copy.headers[len(record.headers) :]
        assert tuple(name for name, _ in tags) == TAGS
        assert dict(tags)["spor-flow-id"].decode() == ids[record.partition, record.offset]


def test_a_copy_that_cannot_be_made_is_a_dead_letter_and_stops_nothing(outcome: Outcome) -> None:
    assert [copy.value for copy in outcome.records[f"tagged.{outcome.uncopied}"]] == [b"small", b"small", b"last"]
    dead = [(d.source.offset, d.stage, d.reason) for d in outcome.dead if d.source.topic == outcome.uncopied]
    assert dead == [(1, "tag", "untagged.too-large"), (3, "tag", "untagged.null")]


def test_a_partition_that_holds_aborted_records_only_is_read_to_its_end(outcome: Outcome) -> None:
    assert outcome.flows_of(outcome.aborted) == {}
    (span,) = [span for span in outcome.spans if span.source.topic == outcome.aborted]
    assert (span.kind, span.from_, span.to, span.records, span.flows) == ("read", 0, 11, 0, 0)


def test_a_record_whose_header_name_is_no_utf_8_stops_nothing_and_has_its_flow(outcome: Outcome) -> None:
    flows = outcome.flows_of(outcome.broken)
    assert [flows[n].coverage.reasons for n in range(5)] == [(), (), ("record.unreadable",), (), ()]
    assert [(d.source.offset, d.reason) for d in outcome.dead if d.source.topic == outcome.broken] == [(2, "record.unreadable")]
    copies = outcome.records[f"tagged.{outcome.broken}"]
    assert [copy.value for copy in copies] == [b"before", b"one", b"three", b"after"]
    assert (copies[1].headers[0], copies[1].timestamp) == (("fine", b"v"), 1_700_000_000_000)


def test_a_span_is_written_as_the_contract_says(outcome: Outcome) -> None:
    topic_id = outcome.ids[outcome.aborted]
    key = f"{outcome.cluster}/{outcome.aborted}/{topic_id}/0"
    (record,) = [r for r in outcome.span_records if r.key.decode() == key]
    assert orjson.loads(record.value) == {
        "spec": "spor.span/1",
        "kind": "read",
        "source": {"cluster": outcome.cluster, "topic": outcome.aborted, "topic_id": topic_id, "partition": 0},
        "from": 0,
        "to": 11,
        "records": 0,
        "flows": 0,
        "policies": "policy-digest",
        "detector": "trivial/1",
    }
