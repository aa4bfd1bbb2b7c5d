"""Reads what the worker writes, into files and into the tally, until it is told to end."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from schemas.flow import Flow
from schemas.records import Alert, Span
from streams.demo.broker import PARTITIONS
from streams.demo.tally import Tally
from streams.inspect.words import RawMessage
from streams.kafka.cluster import Cluster
from streams.outfiles import OutFiles

Take = Callable[[Tally, ConsumerRecord], None]


def _flow(tally: Tally, record: ConsumerRecord) -> None:
    tally.add(Flow.read(record.value))


def _span(tally: Tally, record: ConsumerRecord) -> None:
    tally.span(Span.read(record.value))


def _alert(tally: Tally, record: ConsumerRecord) -> None:
    tally.alert(Alert.read(record.value))


def _dead(tally: Tally, _record: ConsumerRecord) -> None:
    tally.dead += 1


def _lineage(tally: Tally, record: ConsumerRecord) -> None:
    tally.lineage += 1


READ: Final[Mapping[str, Take]] = MappingProxyType(
    {"spor.flows": _flow, "spor.spans": _span, "spor.alerts": _alert, "spor.deadletter": _dead, "spor.lineage": _lineage}
)


@asynccontextmanager
async def reading(cluster: Cluster, out: Path, tally: Tally) -> AsyncIterator[None]:
    """Inside, every record of our topics goes to `out` and to the tally as it comes."""
    consumer = AIOKafkaConsumer(**cluster.reader(), group_id=None)
    await consumer.start()
    consumer.assign(places := [TopicPartition(topic, p) for topic in READ for p in range(PARTITIONS)])
    for place in places:
        consumer.seek(place, 0)
    with OutFiles(out) as files:
        task = asyncio.create_task(_read(consumer, files, tally))
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            await consumer.stop()


async def _read(consumer: AIOKafkaConsumer, files: OutFiles, tally: Tally) -> None:
    while True:
        for place, records in (await consumer.getmany(timeout_ms=100)).items():
            for record in records:
                files.put(_raw(place, record))
                READ[place.topic](tally, record)


def _raw(place: TopicPartition, record: ConsumerRecord) -> RawMessage:
    headers = tuple(record.headers)
    return RawMessage(place.topic, place.partition, record.offset, record.timestamp, record.key, record.value, headers)
