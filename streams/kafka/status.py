"""How far a worker's group is: end, committed position and lag of every source partition, and what the spans cover of it."""

import asyncio
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from aiokafka import AIOKafkaConsumer, TopicPartition

from schemas.model import Unreadable
from schemas.records import Span
from streams.kafka.admin import Admin, At, spread
from streams.kafka.cluster import Cluster
from streams.kafka.committed import Committed, committed
from streams.kafka.groups import tap_group
from streams.kafka.topics import SPANS, may_be_tapped, sources
from streams.ledger.spans import gaps
from streams.settings import Settings

SPANS_READ: Final = 20_000  # the newest of each spans partition: some hours of a busy worker
_PATIENCE_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class Progress:
    """One source partition. `end`: where the first open transaction begins, else the next offset; `retention_slack_s`: how long
    the next unread record will still be there, null when none is unread or retention is unlimited."""

    topic: str
    partition: int
    end: int
    committed: int | None
    lag: int
    retention_slack_s: int | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the newest spans say of one source partition: from the first of them to the committed position."""

    topic: str
    partition: int
    first: int
    to: int
    records: int
    flows: int
    missed: int
    uncovered: int  # offsets that no span covers


async def status(settings: Settings) -> dict[str, Any]:
    """`{"partitions": [Progress…], "coverage": [Coverage…]}`, sorted by topic and partition. Raises ClusterUnavailable."""
    cluster = Cluster.of(settings)
    admin = Admin(cluster)
    existing = await admin.partitions()
    reached = await committed(cluster, tap_group(settings), spread(existing, [t for t in existing if may_be_tapped(settings, t)]))
    wanted = sources(settings, existing) if settings.taps else sorted({at.topic for at in reached if at.topic in existing})
    partitions = spread(existing, wanted)
    consumer = AIOKafkaConsumer(**cluster.reader())
    await consumer.start()
    try:
        rows = await _progress(admin, consumer, partitions, reached)
        spans = await _spans(consumer, spread(existing, [settings.topic(SPANS)]))
    finally:
        await consumer.stop()
    ids = await admin.topic_ids(wanted)
    covered = [
        _coverage(row, [s for s in spans.get(At(row.topic, row.partition), ()) if s.source.topic_id == ids[row.topic]]) for row in rows
    ]
    return {"partitions": [asdict(row) for row in rows], "coverage": [asdict(c) for c in covered if c is not None]}


async def _progress(admin: Admin, consumer: AIOKafkaConsumer, partitions: list[At], done: Mapping[At, Committed]) -> list[Progress]:
    ends = await admin.ends(partitions, committed_only=True)
    begins = await admin.beginnings(partitions)
    kept = await admin.settings({at.topic for at in partitions})
    reached = {at: done[at].offset if at in done else None for at in partitions}
    behind = {at: max(at_offset or 0, begins[at]) for at, at_offset in reached.items() if ends[at] > max(at_offset or 0, begins[at])}
    bounded = {at: ms for at in behind if (ms := _retention_ms(kept.get(at.topic, {}))) is not None}
    times = await _timestamps(consumer, {at: behind[at] for at in bounded})
    now = time.time() * 1000
    slack = {at: int((times[at] + ms - now) / 1000) for at, ms in bounded.items() if at in times}
    return [
        Progress(at.topic, at.partition, ends[at], reached[at], max(0, ends[at] - max(reached[at] or 0, begins[at])), slack.get(at))
        for at in partitions
    ]


def _retention_ms(kept: Mapping[str, str]) -> int | None:
    ms = int(kept.get("retention.ms", "-1"))
    return ms if ms >= 0 and "delete" in kept.get("cleanup.policy", "delete") else None


async def _timestamps(consumer: AIOKafkaConsumer, at: Mapping[At, int]) -> dict[At, int]:
    """The time of the first record at or after each offset, as far as one comes within our patience."""
    found: dict[At, int] = {}
    async for where, record in _records(consumer, at):
        found.setdefault(where, record.timestamp)
        if len(found) == len(at):
            break
    return found


async def _spans(consumer: AIOKafkaConsumer, partitions: list[At]) -> dict[At, list[Span]]:
    """The newest spans by source partition, in the order in which they came."""
    where = [TopicPartition(*at) for at in partitions]
    ends = {At(*tp): end for tp, end in (await consumer.end_offsets(where)).items()}
    begins = {At(*tp): begin for tp, begin in (await consumer.beginning_offsets(where)).items()}
    starts = {at: max(begins[at], end - SPANS_READ) for at, end in ends.items() if end > begins[at]}
    spans: dict[At, list[Span]] = {}
    left = set(starts)
    async for at, record in _records(consumer, starts):
        try:
            span = Span.read(record.value or b"")
            spans.setdefault(At(span.source.topic, span.source.partition), []).append(span)
        except Unreadable:  # another version's; it covers nothing that we know of
            pass
        if record.offset >= ends[at] - 1:
            left.discard(at)
            if not left:
                break
    return spans


async def _records(consumer: AIOKafkaConsumer, starts: Mapping[At, int]) -> Any:
    """Records from these offsets on, until none has come for a while."""
    if not starts:
        return
    consumer.assign([TopicPartition(*at) for at in starts])
    for at, offset in starts.items():
        consumer.seek(TopicPartition(*at), offset)
    loop = asyncio.get_running_loop()
    heard = loop.time()
    while loop.time() - heard < _PATIENCE_S:
        fetched = await consumer.getmany(timeout_ms=500)
        for tp, records in fetched.items():
            heard = loop.time()
            for record in records:
                yield At(*tp), record


def _coverage(row: Progress, spans: Iterable[Span]) -> Coverage | None:
    seen = list(spans)
    if not seen:
        return None
    first, to = min(s.from_ for s in seen), row.committed if row.committed is not None else max(s.to for s in seen)
    uncovered = sum(end - start for start, end in gaps(seen, first, to))
    missed = sum(s.to - s.from_ for s in seen if s.kind == "missed")
    return Coverage(row.topic, row.partition, first, to, sum(s.records for s in seen), sum(s.flows for s in seen), missed, uncovered)
