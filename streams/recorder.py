"""Recording: committed records of the taps, with their coordinates, as lines of a recording. Reads without a group, commits nothing."""

import asyncio
import signal
from typing import Any, BinaryIO, Final

from aiokafka import AIOKafkaConsumer, TopicPartition

from streams.inspect.words import RawMessage
from streams.kafka.admin import Admin, At, spread
from streams.kafka.cluster import Cluster
from streams.kafka.topics import check_taps, sources
from streams.recording import record_line
from streams.settings import Settings
from streams.tap.positions import EARLIEST, LATEST, StartRefused, start_ms

POLL_MS: Final = 200


class NothingToRecord(StartRefused):
    """No topic fits the taps."""


async def record(settings: Settings, file: BinaryIO, most: int | None) -> int:
    """How many records were written. Raises TapRefused, StartRefused and ClusterUnavailable."""
    check_taps(settings)
    start_ms(settings.start)
    cluster = Cluster.of(settings)
    admin = Admin(cluster)
    existing = await admin.partitions()
    topics = sources(settings, existing)
    if not topics:
        raise NothingToRecord("no topic fits the taps, or this user may not see it; check --tap")
    partitions = spread(existing, topics)
    starts, ends = await _bounds(settings, admin, partitions)
    consumer = AIOKafkaConsumer(**cluster.reader())
    await consumer.start()
    try:
        consumer.assign([TopicPartition(*at) for at in partitions])
        for at, offset in starts.items():
            consumer.seek(TopicPartition(*at), offset)
        names = (await admin.cluster_id(), await admin.topic_ids(topics))
        return await _copy(consumer, file, _Until(ends, most), names)
    finally:
        await consumer.stop()


async def _bounds(settings: Settings, admin: Admin, partitions: list[At]) -> tuple[dict[At, int], dict[At, int] | None]:
    """Where each partition begins and, unless what comes is followed, ends."""
    ends = await admin.ends(partitions, committed_only=True)
    if settings.start == LATEST:
        return ends, None
    begins = await admin.beginnings(partitions)
    instant = start_ms(settings.start)
    if settings.start != EARLIEST and instant is not None:
        begins = {**ends, **await admin.at_time(partitions, instant)}
    return begins, ends


class _Until:
    """When a recording is complete: so many records, or every partition at its end; never with neither, until somebody stops it."""

    def __init__(self, ends: dict[At, int] | None, most: int | None) -> None:
        self.ends = ends
        self.most = most
        self.count = 0
        self.stopped = False

    def takes(self, at: At, offset: int) -> bool:
        return (self.ends is None or offset < self.ends[at]) and (self.most is None or self.count < self.most)

    def reached(self, positions: dict[At, int]) -> bool:
        if self.stopped or (self.most is not None and self.count >= self.most):
            return True
        return self.ends is not None and all(positions[at] >= end for at, end in self.ends.items())


async def _copy(consumer: AIOKafkaConsumer, file: BinaryIO, until: _Until, names: tuple[str, dict[str, str]]) -> int:
    def stop() -> None:
        until.stopped = True

    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
    assigned = [At(*tp) for tp in consumer.assignment()]
    while not until.reached({at: await consumer.position(TopicPartition(*at)) for at in assigned}):
        for tp, records in (await consumer.getmany(timeout_ms=POLL_MS)).items():
            for found in records:
                if until.takes(At(*tp), found.offset):
                    file.write(record_line(_raw(found, names)))
                    until.count += 1
    return until.count


def _raw(found: Any, names: tuple[str, dict[str, str]]) -> RawMessage:
    cluster, ids = names
    return RawMessage(
        topic=found.topic,
        partition=found.partition,
        offset=found.offset,
        timestamp=found.timestamp,
        key=found.key,
        value=found.value,
        headers=tuple(found.headers),
        cluster=cluster,
        topic_id=ids.get(found.topic, ""),
    )
