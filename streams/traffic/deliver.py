"""Where the traffic goes: a recording on standard output, or a Kafka topic; and the list of what was planted in it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol, Self

import orjson
from confluent_kafka import KafkaError, KafkaException, Producer
from confluent_kafka.admin import AdminClient

from schemas.model import SporError
from streams.kafka.cluster import Cluster
from streams.recording import record_line
from streams.traffic.generate import Sent

_ANSWER_S: Final = 10.0  # how long the broker may take to say what topics it has
_FLUSH_S: Final = 60.0  # how long the last deliveries may take


class Undelivered(SporError):
    """The broker did not take every record."""


class Planted:
    """The planted values, one line each; a file to search for what leaked."""

    def __init__(self, file: BinaryIO | None) -> None:
        self._file = file

    def write(self, sent: Sent) -> None:
        if self._file is None:
            return
        raw = sent.raw
        at = {"topic": raw.topic, "partition": raw.partition, "offset": raw.offset}
        for p in sent.plants:
            line = at | {"part": p.part, "place": p.place, "path": p.path, "category": p.category, "entity": p.entity, "value": p.value}
            self._file.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))


@contextmanager
def planted_file(path: Path | None) -> Iterator[Planted]:
    """Writes to `path`, made anew; to nowhere without one."""
    if path is None:
        yield Planted(None)
        return
    with path.open("wb") as file:
        yield Planted(file)


class Told(Protocol):
    """Hears of each record that was delivered, with the offset that it got."""

    def write(self, sent: Sent) -> None: ...


class Sink(Protocol):
    def send(self, sent: Sent) -> None: ...

    def done(self) -> None: ...


class Recording:
    """Lines of a recording, offsets as generated."""

    def __init__(self, out: BinaryIO, told: Told) -> None:
        self._out, self._told = out, told

    def send(self, sent: Sent) -> None:
        self._out.write(record_line(sent.raw))
        self._told.write(sent)

    def done(self) -> None:
        self._out.flush()


class Topic:
    """A Kafka topic; what was planted is written with the offset that the broker gave."""

    def __init__(self, producer: Producer, told: Told) -> None:
        self._producer, self._told, self._failed = producer, told, 0

    @classmethod
    def of(cls, cluster: Cluster, told: Told) -> Self:
        """With an idempotent producer of its own."""
        return cls(Producer(cluster.confluent() | {"enable.idempotence": True, "linger.ms": 20, "compression.type": "zstd"}), told)

    def send(self, sent: Sent) -> None:
        raw = sent.raw
        while True:
            try:
                self._producer.produce(
                    raw.topic,
                    raw.value,
                    raw.key,
                    raw.partition,
                    on_delivery=self._acknowledged(sent),
                    timestamp=raw.timestamp,
                    headers=list(raw.headers),
                )
                break
            except BufferError:  # the local queue is full: let it drain
                self._producer.poll(0.1)
        self._producer.poll(0)

    def done(self) -> None:
        """Waits for every delivery. Raises Undelivered."""
        left = self._producer.flush(_FLUSH_S)
        if left or self._failed:
            raise Undelivered(f"{left + self._failed} records were not taken by the broker; look at its log and run again")

    def _acknowledged(self, sent: Sent) -> Any:
        def acknowledged(error: KafkaError | None, message: Any) -> None:
            if error is not None:
                self._failed += 1
                return
            self._told.write(replace(sent, raw=replace(sent.raw, offset=message.offset())))

        return acknowledged


def partitions_of(cluster: Cluster, topic: str) -> int:
    """How many partitions the topic has. Raises Undelivered where the broker does not answer or has no such topic."""
    try:
        known = AdminClient(cluster.confluent()).list_topics(topic, timeout=_ANSWER_S).topics[topic]
    except KafkaException:
        raise Undelivered(f"no Kafka answers at {cluster.bootstrap_servers}; check --bootstrap-servers") from None
    if known.error is not None or not known.partitions:
        raise Undelivered(f"the broker has no topic {topic}; create it first")
    return len(known.partitions)


def deliver(records: Iterator[Sent], sink: Sink, interval_s: float | None) -> int:
    """Sends every record, one each `interval_s` where that is given, and waits for the last. How many were sent."""
    began, number = time.monotonic(), 0
    for number, sent in enumerate(records, 1):
        if interval_s is not None and (wait := began + (number - 1) * interval_s - time.monotonic()) > 0:
            time.sleep(wait)
        sink.send(sent)
    sink.done()
    return number
