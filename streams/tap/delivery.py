"""Sending that is acknowledged or known to have failed: one idempotent producer, replaced as soon as a delivery fails."""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from schemas.model import SporError
from streams.kafka.cluster import Cluster

LINGER_MS: Final = 5
BATCH_BYTES: Final = 128 * 1024  # well below any max.message.bytes in use: a batch that a topic refuses takes the producer with it
STOP_S: Final = 5.0
BACKOFF_S: Final = (0.2, 0.5, 1.0, 2.0, 5.0)
_RECORD_OVERHEAD: Final = 61 + 40  # a batch's head, and the lengths and deltas of one record (Kafka's format v2)
_HEADER_OVERHEAD: Final = 10
log: Final = structlog.get_logger("spor.delivery")


class DeliveryOverdue(SporError):
    """Our own deadline has passed: the worker ends, uncommitted, and whoever watches over it starts it again."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record to be sent. `partition` None: by its key, as the broker's clients do."""

    topic: str
    partition: int | None
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] = ()
    timestamp: int | None = None  # ms UTC; None: when it is sent


class Delivery:
    """`async with` nothing: `start`, any number of `send`, `stop`."""

    def __init__(self, cluster: Cluster, largest: int, deadline_s: float) -> None:
        """`largest`: bytes of the largest record that any of the topics takes."""
        self._cluster = cluster
        self._largest = largest
        self._deadline_s = deadline_s
        self._producer: AIOKafkaProducer | None = None

    async def start(self) -> None:
        producer = AIOKafkaProducer(
            **self._cluster.aiokafka(),
            acks="all",
            enable_idempotence=True,
            linger_ms=LINGER_MS,
            max_batch_size=BATCH_BYTES,
            max_request_size=self._largest + BATCH_BYTES,
        )
        try:
            await producer.start()
        except BaseException:
            await self._quietly(producer)
            raise
        self._producer = producer

    async def send(self, records: Sequence[Record]) -> None:
        """Returns when the broker has acknowledged every one of them, in order per partition. Raises DeliveryOverdue.

        A failed delivery leaves an idempotent producer useless for that partition: all records are sent once more by a new one,
        from the first. Readers drop the second copies by their watermark.
        """
        clock = asyncio.get_running_loop().time
        until = clock() + self._deadline_s
        for attempt in range(1 << 30):
            try:
                async with asyncio.timeout_at(until):
                    await self._once(records)
                return
            except TimeoutError:
                raise DeliveryOverdue(self._overdue(len(records))) from None
            except (KafkaError, AssertionError) as failed:  # aiokafka asserts that a partition exists
                pause = BACKOFF_S[min(attempt, len(BACKOFF_S) - 1)]
                log.warning("delivery.failed", error=type(failed).__name__, records=len(records), attempt=attempt + 1, again_in_s=pause)
                if clock() + pause > until:
                    raise DeliveryOverdue(self._overdue(len(records))) from None
                await self._renew()
                await asyncio.sleep(pause)

    async def expect(self, largest: int) -> None:
        """Larger records than until now are to be sent."""
        self._largest = largest
        await self._renew()

    async def stop(self) -> None:
        producer, self._producer = self._producer, None
        if producer is not None:
            await self._quietly(producer)

    async def _once(self, records: Sequence[Record]) -> None:
        if self._producer is None:
            await self.start()
        producer = self._producer
        assert producer is not None
        waiting: list[asyncio.Future[object]] = []
        try:
            for r in records:
                sending = producer.send(r.topic, r.value, r.key, r.partition, r.timestamp, list(r.headers))
                waiting.append(await sending)
        finally:
            results = await asyncio.gather(*waiting, return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                raise result

    async def _renew(self) -> None:
        producer, self._producer = self._producer, None
        if producer is not None:
            await self._quietly(producer)

    @staticmethod
    async def _quietly(producer: AIOKafkaProducer) -> None:
        with contextlib.suppress(KafkaError, TimeoutError):
            await asyncio.wait_for(producer.stop(), STOP_S)

    def _overdue(self, count: int) -> str:
        return (
            f"{count} records could not be delivered within {self._deadline_s:.0f} s; nothing of them is committed."
            " Look at the broker and at this user's rights; the worker goes on where it was when it is started again"
        )


def size(record: Record) -> int:
    """An upper bound of the bytes that a topic's `max.message.bytes` is held against, for the record in a batch of its own."""
    headers = sum(len(name.encode("utf-8", "replace")) + len(value or b"") + _HEADER_OVERHEAD for name, value in record.headers)
    return len(record.key or b"") + len(record.value or b"") + headers + _RECORD_OVERHEAD
