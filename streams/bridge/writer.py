"""Writing that ends: every record is acknowledged by all in-sync replicas within a deadline, or is known not to be accepted.

librdkafka's idempotent producer: a record that is not acknowledged in time is given up, so that it is not written long after
its caller was told to send it again. aiokafka's producer has no such deadline: it goes on trying for as long as it lives.
"""

import asyncio
import threading
from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import structlog
from confluent_kafka import KafkaError, KafkaException, Producer

from streams.bridge.sources import LARGEST_BODY_BYTES
from streams.kafka.cluster import Cluster
from streams.tap.delivery import BATCH_BYTES, LINGER_MS, Record

POLL_S: Final = 0.2
GRACE_S: Final = 2.0  # librdkafka looks for records that are overdue once a second
_RECONNECT_MS: Final = 1000  # its own ten seconds would add to every outage
_METADATA_S: Final = 2.0
log: Final = structlog.get_logger("spor.bridge")


class NotWritten(Exception):
    """Not acknowledged: the caller has to send it again. `reason` is Kafka's name for it, in lower case."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class TooLargeForTopic(NotWritten):
    """The topic refuses a record of this size, now and later."""


class Writer:
    """`start`, any number of `write` at once, `stop`."""

    def __init__(self, cluster: Cluster, deadline_s: float) -> None:
        self._cluster, self._deadline_s = cluster, deadline_s
        self._line: _Line | None = None

    def start(self) -> None:
        self._line = _Line(self._config())

    async def write(self, records: Sequence[Record]) -> None:
        """Returns when every record is acknowledged. Raises NotWritten within the deadline and a little grace."""
        line = self._line
        if line is None:
            raise NotWritten("stopped")
        ticket = _Ticket(len(records))
        try:
            line.send(records, ticket)
            async with asyncio.timeout(self._deadline_s + GRACE_S):
                await ticket.answered
        except TimeoutError:
            raise NotWritten("overdue") from None
        except BufferError:
            raise NotWritten("buffer-full") from None
        except KafkaException as failed:
            await self._look_at(line, failed.args[0])
            raise _not_written(failed.args[0]) from None
        if ticket.error is not None:
            await self._look_at(line, ticket.error)
            raise _not_written(ticket.error)

    async def reachable(self) -> bool:
        """Whether a broker answers now, within two seconds."""
        line = self._line
        return line is not None and await asyncio.to_thread(line.answers)

    async def stop(self, patience_s: float) -> None:
        """Waits for what is under way, then gives up the rest: no caller was told that it is accepted."""
        line, self._line = self._line, None
        if line is not None:
            await asyncio.to_thread(line.close, patience_s)

    async def _look_at(self, line: "_Line", error: KafkaError) -> None:
        """After a fatal error an idempotent producer writes nothing any more: a new one takes its place."""
        if line is self._line and (error.fatal() or error.code() == KafkaError._FATAL):
            log.warning("bridge.producer_renewed", error=_name(error))
            self._line = _Line(self._config())
            await asyncio.to_thread(line.close, 0.0)

    def _config(self) -> dict[str, Any]:
        return {
            **self._cluster.confluent(),
            "enable.idempotence": True,
            "acks": "all",
            "linger.ms": LINGER_MS,
            "batch.size": BATCH_BYTES,
            "message.max.bytes": LARGEST_BODY_BYTES + 2 * BATCH_BYTES,
            "message.timeout.ms": int(self._deadline_s * 1000),
            "partitioner": "murmur2_random",  # as Kafka's own clients place keys
            "reconnect.backoff.max.ms": _RECONNECT_MS,
            "log.connection.close": False,
        }


class _Ticket:
    """The answers that one call waits for."""

    def __init__(self, count: int) -> None:
        self._left, self._loop = count, asyncio.get_running_loop()
        self.error: KafkaError | None = None
        self.answered: asyncio.Future[None] = self._loop.create_future()

    def take(self, error: KafkaError | None, _record: object) -> None:
        """Called in the polling thread, once for each record."""
        self.error = self.error or error
        self._left -= 1
        if not self._left:
            self._loop.call_soon_threadsafe(self._done)

    def _done(self) -> None:
        if not self.answered.done():
            self.answered.set_result(None)


class _Line:
    """One producer, and the thread that hears its answers."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._producer = Producer(config)
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="bridge deliveries", daemon=True)
        self._thread.start()

    def send(self, records: Sequence[Record], ticket: _Ticket) -> None:
        """Raises BufferError and KafkaException, also with some of the records under way."""
        produce = partial(self._producer.produce, on_delivery=ticket.take)
        for r in records:
            produce(r.topic, value=r.value, key=r.key, headers=list(r.headers))

    def answers(self) -> bool:
        try:
            self._producer.list_topics(timeout=_METADATA_S)
        except KafkaException:
            return False
        return True

    def close(self, patience_s: float) -> None:
        self._ends.set()
        self._thread.join()  # answers are heard in one thread at a time
        if self._producer.flush(patience_s):
            self._producer.purge()
            self._producer.flush(1.0)

    def _listen(self) -> None:
        while not self._ends.is_set():
            self._producer.poll(POLL_S)


def _name(error: KafkaError) -> str:
    return str(error.name()).lower().strip("_").replace("_", "-")


def _not_written(error: KafkaError) -> NotWritten:
    kind = TooLargeForTopic if error.code() == KafkaError.MSG_SIZE_TOO_LARGE else NotWritten
    return kind(_name(error))
