"""The consumer on a real Kafka: what is in the topics is on the page, also after restarts, recreation and expiry."""

import asyncio
import contextlib
import time
import uuid
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path

import pytest
from confluent_kafka import Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

from schemas.flow import Flow
from streams.dashboard.consumer import Consumer
from streams.dashboard.model import ReadModel
from streams.dashboard.queries import Reader
from streams.dashboard.status import Status
from streams.kafka.cluster import Cluster
from streams.ledger.ids import partition_of
from tests.dashboard.samples import alert, dead_letter, expected, flow, shown, span

PARTITIONS = 4
WAIT_S = 60


class Topics:
    """Our topics on a real broker, under a prefix of this test alone."""

    def __init__(self, bootstrap: str) -> None:
        self.prefix = f"spor-{uuid.uuid4().hex[:8]}"
        self.admin = AdminClient({"bootstrap.servers": bootstrap})
        self.producer = Producer({"bootstrap.servers": bootstrap, "enable.idempotence": True})  # as a worker's: retries keep the order

    def create(self, *names: str) -> None:
        new = [NewTopic(f"{self.prefix}.{name}", PARTITIONS, 1) for name in names or ("flows", "spans", "alerts", "deadletter")]
        for created in self.admin.create_topics(new).values():
            created.result(30)

    def recreate(self, name: str) -> None:
        """Kafka answers a deletion before every part of it has forgotten the topic."""
        full, end = f"{self.prefix}.{name}", time.monotonic() + WAIT_S
        self.admin.delete_topics([full])[full].result(30)
        while full in self.admin.list_topics(timeout=10).topics:
            assert time.monotonic() < end
        self.create(name)

    def send(self, name: str, values: Iterable[bytes | None], partition: int = 0) -> None:
        for value in values:
            self.producer.produce(f"{self.prefix}.{name}", value, b"key", partition=partition)
        self.producer.flush(30)

    def send_flows(self, flows: Iterable[Flow]) -> None:
        for one in flows:
            place = partition_of(one.source.topic, one.source.partition, PARTITIONS)
            self.producer.produce(f"{self.prefix}.flows", one.canonical(), one.id, partition=place)
        self.producer.flush(30)

    def expire(self, name: str, before: int, partition: int = 0) -> None:
        place = TopicPartition(f"{self.prefix}.{name}", partition, before)
        self.admin.delete_records([place])[place].result(30)


class Running:
    """A consumer at work, and what its read model says once something that it says holds."""

    def __init__(self, reader: Reader, status: Status) -> None:
        self.reader, self.status, self.news = reader, status, asyncio.Event()
        self.task: asyncio.Task[None]

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(WAIT_S):
            while not holds():
                self.news.clear()
                told = asyncio.ensure_future(self.news.wait())
                await asyncio.wait((told, self.task), return_when=asyncio.FIRST_COMPLETED)
                told.cancel()
                if self.task.done():
                    self.task.result()

    async def flows(self, count: int) -> None:
        await self.until(lambda: self.reader.overview()["flows"] == count)


@contextlib.asynccontextmanager
async def running(topics: Topics, bootstrap: str, db: Path) -> AsyncIterator[Running]:
    model, status = ReadModel(db), Status()
    at_work = Running(Reader(db), status)
    consumer = Consumer(Cluster(bootstrap), topics.prefix, model, status, at_work.news.set)
    at_work.task = asyncio.create_task(consumer.run())
    try:
        yield at_work
    finally:
        at_work.task.cancel()
        await asyncio.wait([at_work.task])
        model.close()


@pytest.fixture
def topics(kafka: str) -> Topics:
    return Topics(kafka)


def many(start: int, count: int) -> list[Flow]:
    return [
        flow(
            n // 6,
            partition=n % 3,
            topic=("orders", "bills")[n // 3 % 2],
            integration=f"to-{n % 5}",
            verdict="gap" if n % 2 else "compliant",
        )
        for n in range(start, start + count)
    ]


async def test_what_is_in_the_topics_is_in_the_model_and_what_comes_later_comes_too(kafka: str, topics: Topics, db: Path) -> None:
    topics.create()
    first, later = many(0, 300), many(300, 300)
    topics.send_flows([*first, *first[150:]])  # a worker that went back
    async with running(topics, kafka, db) as consumer:
        await consumer.flows(300)
        topics.send_flows(later)
        topics.send("spans", [span(0, 100).canonical()])
        topics.send("alerts", [alert().canonical(), None])
        topics.send("deadletter", [dead_letter(first[0]).canonical(), b"{"])
        await consumer.flows(600)
        await consumer.until(lambda: consumer.status.mode == "live" and consumer.status.lag == 0)
        await consumer.until(lambda: len(consumer.reader.overview()["left_out"]) == 1)
        overview = consumer.reader.overview()
        assert shown(overview) == expected([*first, *later])
        assert overview["alerts"]["alerts"] == 1
        assert overview["dead_letters"] == [{"reason": "json.invalid", "records": 1}]
        assert overview["coverage"][0]["read_to"] == 100


async def test_a_restart_goes_on_where_the_file_ends(kafka: str, topics: Topics, db: Path) -> None:
    topics.create()
    topics.send_flows(many(0, 100))
    async with running(topics, kafka, db) as consumer:
        await consumer.flows(100)
    topics.send_flows(many(100, 100))
    async with running(topics, kafka, db) as consumer:
        await consumer.flows(200)
        assert shown(consumer.reader.overview()) == expected(many(0, 200))


async def test_topics_that_come_later_are_waited_for_and_never_made_by_us(kafka: str, topics: Topics, db: Path) -> None:
    async with running(topics, kafka, db) as consumer:
        await consumer.until(lambda: consumer.status.mode == "waiting" and len(consumer.status.missing) == 4)
        listed = topics.admin.list_topics(timeout=10).topics
        assert not any(name.startswith(topics.prefix) for name in listed)
        topics.create("flows")
        topics.send_flows(many(0, 50))
        await consumer.flows(50)
        assert len(consumer.status.missing) == 3


@pytest.mark.parametrize("watched", [True, False], ids=["while it runs", "while it is away"])
async def test_a_recreated_topic_is_read_anew_also_when_it_has_outgrown_the_old_one(
    kafka: str, topics: Topics, db: Path, watched: bool
) -> None:
    topics.create()
    topics.send_flows(many(0, 50))
    topics.send("alerts", [alert().canonical()])
    anew = [flow(n, topic="anew", partition=p, integration="anew") for p in range(4) for n in range(60)]
    async with contextlib.AsyncExitStack() as stack:
        consumer = await stack.enter_async_context(running(topics, kafka, db))
        await consumer.flows(50)
        await consumer.until(lambda: consumer.reader.overview()["alerts"]["alerts"] == 1)
        if not watched:
            await stack.aclose()
        await asyncio.to_thread(topics.recreate, "flows")
        topics.send_flows(anew)
        if not watched:
            consumer = await stack.enter_async_context(running(topics, kafka, db))
        await consumer.until(lambda: shown(consumer.reader.overview()) == expected(anew))
        assert consumer.reader.overview()["alerts"]["alerts"] == 1


async def test_records_that_expired_unread_are_counted_and_the_rest_is_read(kafka: str, topics: Topics, db: Path) -> None:
    topics.create()
    place = partition_of("connxio.log", 0, PARTITIONS)
    topics.send_flows([flow(n) for n in range(10)])
    async with running(topics, kafka, db) as consumer:
        await consumer.flows(10)
    topics.send_flows([flow(n) for n in range(10, 30)])
    topics.expire("flows", 25, place)
    async with running(topics, kafka, db) as consumer:
        await consumer.flows(15)
        assert consumer.reader.overview()["left_out"] == [{"topic": "flows", "reason": "expired", "records": 15}]


async def test_the_lag_of_the_sources_is_what_the_cluster_says_less_what_the_spans_cover(kafka: str, topics: Topics, db: Path) -> None:
    topics.create()
    topics.create("source")
    topics.send("source", [b"x"] * 40, partition=2)
    name = f"{topics.prefix}.source"
    read = span(0, 25, partition=2, topic=name, cluster=topics.admin.list_topics(timeout=10).cluster_id)
    elsewhere = span(0, 25, partition=1, topic=name, cluster="another-cluster")
    topics.send("spans", [read.canonical(), elsewhere.canonical()])
    async with running(topics, kafka, db) as consumer:
        await consumer.until(lambda: consumer.status.source_ends == {(name, 2): 40})
