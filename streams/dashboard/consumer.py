"""Reads our topics into the read model: every partition, no group, offsets kept beside the rows they stand for."""

import asyncio
import itertools
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Final, ParamSpec, TypeVar

import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError, OffsetOutOfRangeError
from confluent_kafka import KafkaException

from streams.dashboard.intake import TOPICS, Record
from streams.dashboard.model import ReadModel
from streams.dashboard.status import Status
from streams.dashboard.topology import Lookout, Place, Topology
from streams.kafka.cluster import Cluster

log = structlog.get_logger(__name__)
Args = ParamSpec("Args")
Answer = TypeVar("Answer")

BATCH: Final = 500  # records in one transaction
POLL_MS: Final = 250
LOOK_S: Final = 2.0  # between two looks at where topics end
LISTING: Final = 5  # every so many looks the topics themselves are listed, unless one is still missing
SWEEP_S: Final = 60.0  # between two applications of the retention
RETRY_S: Final = 2.0  # after a failure
STOP_S: Final = 5.0  # how long a client may take to close


class Consumer:
    """Keeps the read model up to date until cancelled; an unreachable cluster is waited for. `changed` is called after each commit."""

    def __init__(self, cluster: Cluster, prefix: str, model: ReadModel, status: Status, changed: Callable[[], None]) -> None:
        self.status = status
        self._cluster, self._model, self._changed = cluster, model, changed
        self._names = {f"{prefix}.{topic}": topic for topic in TOPICS}
        self._topology = Topology()
        self._writer = ThreadPoolExecutor(1, "read-model")  # the model's one task at a time

    async def run(self) -> None:
        try:
            lookout = Lookout(self._cluster)
            while True:
                await self._session(lookout)
                await asyncio.sleep(RETRY_S)
        finally:
            self._writer.shutdown(wait=True)  # a transaction that has begun is finished

    async def _session(self, lookout: Lookout) -> None:
        """Runs until something fails: then it says what, and the next session goes on from the stored offsets."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._look_out(lookout))
                tasks.create_task(self._sweep())
                tasks.create_task(self._read(lookout))
        except* (KafkaError, KafkaException, OSError, sqlite3.OperationalError) as failed:
            self.status.mode = "unreachable"
            log.warning("dashboard.interrupted", errors=sorted({type(e).__name__ for e in failed.exceptions}), retry_s=RETRY_S)
            self._changed()

    async def _look_out(self, lookout: Lookout) -> None:
        for look in itertools.count():
            if self.status.missing or look % LISTING == 0:
                self._topology = await asyncio.to_thread(lookout.topics, list(self._names))
                self.status.missing = tuple(name for name in self._names if name not in self._topology.partitions)
            sources = await self._write(self._model.sources, self._topology.cluster)
            self.status.ends = await asyncio.to_thread(lookout.ends, list(self.status.positions))
            self.status.source_ends = await asyncio.to_thread(lookout.ends, sources)
            self.status.settle()
            self._changed()
            await asyncio.sleep(LOOK_S)

    async def _sweep(self) -> None:
        while True:
            await self._write(self._model.sweep, _now())
            await asyncio.sleep(SWEEP_S)

    async def _read(self, lookout: Lookout) -> None:
        seen = Topology()
        async with self._connected() as kafka:
            while True:
                if self._topology is not seen:
                    seen = self._topology
                    await self._follow(kafka, lookout, seen)
                if not kafka.assignment():
                    await asyncio.sleep(POLL_MS / 1000)
                    continue
                try:
                    await self._batch(kafka)
                except OffsetOutOfRangeError as gone:
                    await self._place(kafka, lookout, [(tp.topic, tp.partition) for tp in gone.args[0]])

    async def _batch(self, kafka: AIOKafkaConsumer) -> None:
        fetched = await kafka.getmany(timeout_ms=POLL_MS, max_records=BATCH)
        records = [Record(self._names[m.topic], m.partition, m.offset, m.value) for messages in fetched.values() for m in messages]
        if records:
            await self._write(self._model.apply, records, _now())
        self.status.positions = {(tp.topic, tp.partition): await kafka.position(tp) for tp in kafka.assignment()}
        if records:
            self.status.settle()
            self._changed()

    async def _follow(self, kafka: AIOKafkaConsumer, lookout: Lookout, seen: Topology) -> None:
        """Takes over every partition that there is now; a topic that is another than before is read anew."""
        renewed = False
        for name in seen.partitions:
            same = await self._write(self._model.incarnation, self._names[name], seen.cluster, seen.topic_ids.get(name, ""))
            renewed = renewed or not same
        places = [(name, partition) for name, count in seen.partitions.items() for partition in range(count)]
        if renewed or {(tp.topic, tp.partition) for tp in kafka.assignment()} != set(places):
            await self._place(kafka, lookout, places)

    async def _place(self, kafka: AIOKafkaConsumer, lookout: Lookout, places: Iterable[Place]) -> None:
        """Seeks each partition to its stored offset. Past the topic's end it was recreated, and is read anew; before its start records
        were removed unread, which is counted. A partition that does not answer is left for the next look."""
        held = {(tp.topic, tp.partition) for tp in kafka.assignment()}
        wanted = held | set(places)
        bounds = await asyncio.to_thread(lookout.bounds, sorted(wanted))
        stored = await self._write(self._model.offsets)
        for topic in {name for (name, partition), (_, end) in bounds.items() if stored.get((self._names[name], partition), 0) > end}:
            await self._write(self._model.rebuild, self._names[topic])
        stored = await self._write(self._model.offsets)
        starts: dict[Place, int] = {}
        for (name, partition), (first, _) in bounds.items():
            at = stored.get((self._names[name], partition))
            if at is not None and at < first:
                await self._write(self._model.jump, self._names[name], partition, first)
            starts[name, partition] = max(first, at or 0)
        kafka.assign([TopicPartition(*place) for place in starts])
        for place, at in starts.items():  # at once, before the client looks for a position of its own
            kafka.seek(TopicPartition(*place), at)
        self.status.positions = starts

    async def _write(self, work: Callable[Args, Answer], *args: Args.args, **kwargs: Args.kwargs) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self._writer, lambda: work(*args, **kwargs))

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[AIOKafkaConsumer]:
        kafka = AIOKafkaConsumer(**self._cluster.reader(), group_id=None)
        try:
            await kafka.start()
            yield kafka
        finally:
            await asyncio.wait_for(kafka.stop(), STOP_S)


def _now() -> int:
    return time.time_ns() // 1_000_000
