"""What the tests do with a real cluster: topics of their own, workers as processes, and everything that a topic holds."""

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import psutil
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.client import AIOKafkaClient
from aiokafka.protocol.produce import ProduceRequest
from aiokafka.record.default_records import _DefaultRecordBatchBuilderPy
from confluent_kafka import Producer
from confluent_kafka import TopicPartition as ConfluentPartition
from confluent_kafka.admin import AdminClient

from schemas.flow import Flow
from schemas.records import DeadLetter, Span
from streams.kafka.admin import Admin, At, ClusterUnavailable, spread
from streams.kafka.cluster import Cluster
from streams.kafka.committed import Committed, committed
from streams.kafka.differences import create
from streams.kafka.topics import ours
from streams.settings import Settings

ROOT = Path(__file__).parents[2]
QUICK = {"session.timeout.ms": "6000", "heartbeat.interval.ms": "1000"}  # the broker's own minimum for a session
PATIENCE_S = 150.0  # a broker that was killed recovers every log of the run before it answers


@dataclass
class Site:
    """A prefix of our own on the shared broker, with topics and workers that nobody else touches."""

    bootstrap: str
    prefix: str
    admin: Admin
    workers: list["Worker"] = field(default_factory=list)

    @classmethod
    async def make(cls, bootstrap: str, partitions: int = 4) -> Self:
        site = cls(bootstrap, f"s{uuid.uuid4().hex[:8]}", Admin(Cluster(bootstrap)))
        for topic in ours(site.settings()):
            await create(site.admin, topic, partitions, -1)
        return site

    def settings(self, **given: Any) -> Settings:
        return Settings(bootstrap_servers=self.bootstrap, kafka=QUICK, prefix=self.prefix, group=self.prefix, **given)

    def topic(self, name: str) -> str:
        return f"{self.prefix}.{name}"

    async def source(self, name: str, partitions: int = 4, **settings: str) -> str:
        """A source topic beside the prefix, as a platform's is."""
        topic = f"{self.prefix}-{name}"
        await self.admin.create(topic, partitions, -1, {k.replace("_", "."): v for k, v in settings.items()})
        return topic

    def worker(self, *taps: str, **given: Any) -> "Worker":
        """A worker process; `factory` names its inspectors, else the quick ones that records can kill."""
        worker = Worker.start(self, taps, given)
        self.workers.append(worker)
        return worker

    def command(self, *taps_and_flags: str) -> "Worker":
        """`spor worker` itself, with the real inspector."""
        flags = [part for word in taps_and_flags for part in (("--tap", word) if word.startswith(f"{self.prefix}-") else (word,))]
        worker = Worker.run(self, [sys.executable, "-m", "streams.cli.main", "worker", "--group", self.prefix, *flags])
        self.workers.append(worker)
        return worker

    async def ends(self, topics: Iterable[str], *, committed_only: bool = False) -> dict[At, int]:
        existing = await self.admin.partitions()
        return await self.admin.ends(spread(existing, list(topics)), committed_only=committed_only)

    async def lag(self, topics: Sequence[str]) -> int:
        """Offsets up to the end that the workers' group has not committed."""
        ends = await self.ends(topics, committed_only=True)
        done = await self.committed()
        return sum(max(0, end - (done[at].offset if at in done else 0)) for at, end in ends.items())

    async def committed(self) -> dict[At, Committed]:
        return await committed(Cluster(self.bootstrap), f"{self.prefix}-tap")

    async def caught_up(self, topics: Sequence[str]) -> None:
        """Until every offset of these sources is committed; a worker that ends meanwhile fails the test."""
        async with asyncio.timeout(PATIENCE_S):
            while not await self._level(topics):
                for worker in self.workers:
                    assert worker.process.poll() in (None, 0, -signal.SIGKILL), worker.log()
                await asyncio.sleep(0.1)

    async def begun(self, topics: Sequence[str], count: int) -> None:
        """Until some of so many offsets are committed, and not all."""
        async with asyncio.timeout(PATIENCE_S):
            while not 0 < await self.lag(topics) < count:  # noqa: ASYNC110  # it happens on the broker
                await asyncio.sleep(0.05)

    async def _level(self, topics: Sequence[str]) -> bool:
        try:
            return not await self.lag(topics)
        except ClusterUnavailable:  # a broker that is being restarted
            return False

    async def read(self, topic: str, isolation: str = "read_committed") -> list[Any]:
        """Every record of a topic, by partition and offset."""
        consumer = AIOKafkaConsumer(bootstrap_servers=self.bootstrap, isolation_level=isolation, enable_auto_commit=False)
        await consumer.start()
        try:
            ends = {TopicPartition(*at): end for at, end in (await self.ends([topic], committed_only=True)).items()}
            begins = await consumer.beginning_offsets(list(ends))
            consumer.assign([tp for tp in ends if ends[tp] > begins[tp]])
            for tp in consumer.assignment():
                consumer.seek(tp, begins[tp])
            found: list[Any] = []
            while any([await consumer.position(tp) < ends[tp] for tp in consumer.assignment()]):
                for records in (await consumer.getmany(timeout_ms=500)).values():
                    found += records
            return sorted(found, key=lambda r: (r.partition, r.offset))
        finally:
            await consumer.stop()

    async def flows(self) -> list[Flow]:
        """Flows as a reader has them that drops second copies by its watermark."""
        seen: dict[tuple[Any, ...], tuple[int, int]] = {}
        flows = []
        for record in await self.read(self.topic("flows")):
            flow = Flow.read(record.value)
            s = flow.source
            key = (s.cluster, s.topic, s.topic_id, s.partition, flow.revision)
            if (place := (s.offset, flow.part.index)) > seen.get(key, (-1, -1)):
                seen[key] = place
                flows.append(flow)
        return flows

    async def spans(self) -> list[Span]:
        return [Span.read(record.value) for record in await self.read(self.topic("spans"))]

    async def dead(self) -> list[DeadLetter]:
        return [DeadLetter.read(record.value) for record in await self.read(self.topic("deadletter"))]

    async def until(self, count: Callable[[], Awaitable[int]], wanted: int) -> None:
        """Until it counts so many; a worker that ends meanwhile fails the test."""
        async with asyncio.timeout(PATIENCE_S):
            while await count() != wanted:
                for worker in self.workers:
                    assert worker.process.poll() in (None, 0, -signal.SIGKILL), worker.log()
                await asyncio.sleep(0.2)

    async def count(self, topic: str, topic_id: str) -> int:
        """How many different records of a topic have their Flow."""
        return len({(f.source.partition, f.source.offset) for f in await self.flows() if f.source.topic_id == topic_id})

    async def reaches(self, topic: str, offset: int) -> None:
        """Until a topic of one partition ends there: the marker of a transaction comes a little after it."""
        await self.until(lambda: self._end(topic), offset)

    async def _end(self, topic: str) -> int:
        return sum((await self.ends([topic], committed_only=True)).values())

    async def cut(self, upto: Mapping[At, int]) -> None:
        """Remove what lies before these offsets, as retention does."""
        admin = AdminClient({"bootstrap.servers": self.bootstrap})
        for future in admin.delete_records([ConfluentPartition(*at, offset) for at, offset in upto.items()]).values():
            await asyncio.wrap_future(future)

    async def renew(self, topic: str, partitions: int) -> None:
        """Delete a topic and make another one of its name."""
        admin = AdminClient({"bootstrap.servers": self.bootstrap})
        await asyncio.wrap_future(admin.delete_topics([topic])[topic])
        await self.until(lambda: self._there(topic), 0)
        await self.admin.create(topic, partitions, -1, {})

    async def _there(self, topic: str) -> int:
        return (await self.admin.partitions()).get(topic, 0)

    async def null_record(self, topic: str) -> None:
        """A record with neither key nor value, which aiokafka does not send."""
        sender = Producer({"bootstrap.servers": self.bootstrap})
        sender.produce(topic, value=None, key=None)
        await asyncio.to_thread(sender.flush, 10)

    async def broken_batch(self, topic: str, records: Sequence[tuple[bytes, str]]) -> None:
        """One batch of (value, header name), the names written as Latin-1: not every producer writes UTF-8."""
        builder = _DefaultRecordBatchBuilderPy(2, 0, False, -1, -1, -1, 1 << 20)
        for offset, (value, name) in enumerate(records):
            builder.append(offset, 1_700_000_000_000, b"k", value, [(_Latin1(name), b"v")])
        client = AIOKafkaClient(bootstrap_servers=self.bootstrap)
        await client.bootstrap()
        try:
            request = ProduceRequest(None, -1, 5000, [(topic, [(0, bytes(builder.build()))])])
            response = await client.send(client.get_random_node(), request)
            assert response.topics[0][1][0][1] == 0, response
        finally:
            await client.close()

    async def close(self) -> None:
        for worker in self.workers:
            worker.kill()
            worker.path.unlink(missing_ok=True)  # a test that fails has shown it


class _Latin1(str):
    """A header's name that encodes itself as it likes."""

    def encode(self, *_: Any) -> bytes:
        return super().encode("latin-1")


@dataclass
class Worker:
    """A worker in a process of its own, its log in a file."""

    process: "subprocess.Popen[bytes]"
    path: Path

    @classmethod
    def start(cls, site: Site, taps: Sequence[str], given: Mapping[str, Any]) -> Self:
        told = {"bootstrap_servers": site.bootstrap, "prefix": site.prefix, "group": site.prefix, "kafka": QUICK, "processes": 2, **given}
        return cls.run(site, [sys.executable, "-m", "tests.kafka.worker", json.dumps({**told, "taps": [[tap] for tap in taps]})])

    @classmethod
    def run(cls, site: Site, command: Sequence[str]) -> Self:
        env = {**os.environ, "SPOR_BOOTSTRAP_SERVERS": site.bootstrap, "SPOR_PREFIX": site.prefix}
        handle, name = tempfile.mkstemp(prefix="spor-worker-", suffix=".log")
        with os.fdopen(handle, "wb") as log:
            process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        return cls(process, Path(name))

    def log(self) -> str:
        return self.path.read_text("utf-8", "replace")

    def events(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log().splitlines() if line.startswith("{")]

    async def said(self, event: str, count: int = 1) -> list[dict[str, Any]]:
        """Until the worker has logged this event so many times."""
        async with asyncio.timeout(PATIENCE_S):
            while len(found := [e for e in self.events() if e["event"] == event]) < count:
                assert self.process.poll() is None, self.log()
                await asyncio.sleep(0.1)
            return found

    def children(self) -> list[psutil.Process]:
        found = []
        with contextlib.suppress(psutil.NoSuchProcess):
            for child in psutil.Process(self.process.pid).children():
                with contextlib.suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
                    found += [child] if "streams.tap.child" in child.cmdline() else []
        return found

    async def ended(self) -> int:
        """Its exit code."""
        return await asyncio.wait_for(asyncio.to_thread(self.process.wait), PATIENCE_S)

    async def terminate(self) -> int:
        """SIGTERM, once it is at work; its exit code."""
        await self.said("tap.started")
        self.process.send_signal(signal.SIGTERM)
        return await self.ended()

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        self.process.wait()


@contextlib.asynccontextmanager
async def producer(site: Site, **given: Any) -> AsyncIterator[AIOKafkaProducer]:
    sender = AIOKafkaProducer(bootstrap_servers=site.bootstrap, linger_ms=5, **given)
    await sender.start()
    try:
        yield sender
    finally:
        await sender.stop()


async def send(site: Site, topic: str, values: Iterable[bytes | None], **given: Any) -> None:
    """Each value with its number as key, spread over the partitions; a little of everything in the headers."""
    async with producer(site, **given) as sender:
        sent = [await sender.send(topic, value, key=b"k%d" % n, headers=[("h", b"1"), ("h", b"2")]) for n, value in enumerate(values)]
        await asyncio.gather(*sent)


async def transact(site: Site, topic: str, batches: Iterable[tuple[bool, Sequence[bytes]]]) -> None:
    """Transactions one after another; the first of each pair says whether it is committed or aborted."""
    async with producer(site, transactional_id=f"t-{uuid.uuid4().hex}") as sender:
        for commit, values in batches:
            await sender.begin_transaction()
            for n, value in enumerate(values):
                await sender.send(topic, value, key=b"%d" % n)
            await (sender.commit_transaction() if commit else sender.abort_transaction())


def untiled(spans: Iterable[Span], ends: Mapping[At, int], begin: Callable[[At], int] = lambda at: 0) -> Iterator[str]:
    """What is wrong with the spans, clipped at a reader's watermark: holes, and source partitions that are not read to their end."""
    marks: dict[tuple[str, int], int] = {}
    for span in spans:
        at = (span.source.topic, span.source.partition)
        mark = marks.get(at, begin(At(*at)))
        if span.from_ > mark:
            yield f"{at}: hole from {mark} to {span.from_}"
        marks[at] = max(mark, span.to)
    for where, end in ends.items():
        if marks.get(tuple(where), begin(where)) != end:
            yield f"{where}: read to {marks.get(tuple(where))} of {end}"
