"""Reading past records whose frame the usual client gives up on: a header's name that is not UTF-8, a batch with a wrong checksum.

aiokafka raises at such a record each time that it is fetched, and at every later one of its batch. librdkafka hands out the record
without looking at its headers, so this one partition is read with it until the batch is behind us.
"""

import asyncio
from dataclasses import dataclass
from typing import Any, Final

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition

from schemas.model import SporError
from streams.kafka.admin import At
from streams.kafka.cluster import Cluster

MOST: Final = 200
PATIENCE_S: Final = 10.0


class Unrescued(SporError):
    """Neither client can read this place; somebody has to move the group's position past it."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """A record as aiokafka would have given it; `headers` None where their names are no text."""

    offset: int
    timestamp: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] | None


async def rescue(cluster: Cluster, group: str, at: At, offset: int) -> tuple[list[Rescued], int]:
    """Some records from this offset on, and the position behind them. Raises Unrescued."""
    return await asyncio.to_thread(_read, cluster, group, at, offset)


def _read(cluster: Cluster, group: str, at: At, offset: int) -> tuple[list[Rescued], int]:
    given = {"group.id": group, "enable.auto.commit": False, "isolation.level": "read_committed", "auto.offset.reset": "error"}
    consumer = Consumer({**cluster.confluent(), **given, "enable.partition.eof": True})
    try:
        consumer.assign([TopicPartition(at.topic, at.partition, offset)])
        messages = _until_end(consumer)
        (where,) = consumer.position([TopicPartition(at.topic, at.partition)])
    except KafkaException as wrong:
        raise _unrescued(at, offset, wrong.args[0]) from None
    finally:
        consumer.close()
    if where.offset <= offset:
        raise _unrescued(at, offset, None)
    return [_rescued(message) for message in messages], where.offset


def _until_end(consumer: Consumer) -> list[Any]:
    found: list[Any] = []
    while len(found) < MOST and (message := consumer.poll(PATIENCE_S)) is not None:
        error = message.error()
        if error is None:
            found.append(message)
        elif error.code() == KafkaError._PARTITION_EOF:
            break
        else:
            raise KafkaException(error)
    return found


def _rescued(message: Any) -> Rescued:
    try:
        headers = tuple(message.headers() or ())
    except (UnicodeDecodeError, SystemError):  # the binding raises either, by where in the name it stumbles
        headers = None
    return Rescued(message.offset(), message.timestamp()[1], message.key(), message.value(), headers)


def _unrescued(at: At, offset: int, error: KafkaError | None) -> Unrescued:
    why = error.name() if error else "nothing came"
    return Unrescued(
        f"{at.topic}/{at.partition} cannot be read at offset {offset} by either client ({why});"
        " look at the broker's log, or move the group's position past it"
    )
