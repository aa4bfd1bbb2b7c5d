"""Reading our flows for a person: from the beginning to the end, and on if they want to watch."""

from collections.abc import AsyncIterator
from typing import Any, Final

import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition

from schemas.flow import Flow
from schemas.model import Unreadable
from streams.fold.routes import TopicMissing
from streams.kafka.admin import Admin
from streams.kafka.cluster import Cluster
from streams.kafka.topics import FLOWS
from streams.ledger.select import Once
from streams.reading import opened, to_the_end
from streams.settings import Settings

POLL_MS: Final = 500
log: Final = structlog.get_logger("spor.flows")


async def flows(settings: Settings, *, follow: bool) -> AsyncIterator[tuple[Flow, bytes]]:
    """Every Flow once, with its bytes as they stand in the topic. Without `follow` it ends where the topic ends now.

    Raises TopicMissing and ClusterUnavailable.
    """
    topic, cluster, once = settings.topic(FLOWS), Cluster.of(settings), Once()
    existing = await Admin(cluster).partitions()
    if topic not in existing:
        raise TopicMissing(topic)
    partitions = [TopicPartition(topic, number) for number in range(existing[topic])]
    async with opened(cluster) as consumer:
        async for record in _records(consumer, partitions, follow=follow):
            flow = _flow(record)
            if flow is not None and once(flow):
                yield flow, record.value


async def _records(consumer: AIOKafkaConsumer, partitions: list[TopicPartition], *, follow: bool) -> AsyncIterator[Any]:
    async for record in to_the_end(consumer, partitions):
        yield record
    while follow:
        for found in (await consumer.getmany(timeout_ms=POLL_MS)).values():
            for record in found:
                yield record


def _flow(record: Any) -> Flow | None:
    try:
        return Flow.read(record.value or b"")
    except Unreadable as wrong:
        log.warning("flow.unreadable", partition=record.partition, offset=record.offset, fields=wrong.fields)
        return None
