"""Reading partitions from their beginning to their present end, in no group and without a trace on the broker."""

import contextlib
from collections.abc import AsyncIterator, Iterable
from typing import Any, Final

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import OffsetOutOfRangeError

from streams.kafka.cluster import Cluster

POLL_MS: Final = 200
MOST: Final = 2_000


@contextlib.asynccontextmanager
async def opened(cluster: Cluster) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer without a group: it reads what it is pointed at and commits nothing."""
    consumer = AIOKafkaConsumer(**cluster.reader(), group_id=None)
    await consumer.start()
    try:
        yield consumer
    finally:
        await consumer.stop()


async def to_the_end(consumer: AIOKafkaConsumer, partitions: Iterable[TopicPartition]) -> AsyncIterator[Any]:
    """Every record that stands in these partitions now, in order within each. Afterwards the consumer stands at their ends."""
    chosen = list(partitions)
    consumer.assign(chosen)
    ends: dict[TopicPartition, int] = await consumer.end_offsets(chosen)
    await _to_the_beginning(consumer, chosen)
    left = set(chosen)
    while left := {tp for tp in left if await consumer.position(tp) < ends[tp]}:
        try:
            fetched = await consumer.getmany(*left, timeout_ms=POLL_MS, max_records=MOST)
        except OffsetOutOfRangeError as gone:  # retention was quicker
            await _to_the_beginning(consumer, gone.args[0])
            continue
        for records in fetched.values():
            for record in records:
                yield record


async def _to_the_beginning(consumer: AIOKafkaConsumer, partitions: Iterable[TopicPartition]) -> None:
    for tp, at in (await consumer.beginning_offsets(list(partitions))).items():
        consumer.seek(tp, at)
