"""The demo's broker: librdkafka's mock cluster, in this process and gone with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from confluent_kafka import Producer

from streams.kafka.cluster import EMBEDDED, Cluster

PARTITIONS: Final = 4  # of every topic: the mock cluster's own default
LIMITS: Final = "embedded broker: at most 5 MiB a partition, nothing is kept when the demo ends, no real transactions"


@contextmanager
def embedded_broker() -> Iterator[Cluster]:
    """A cluster of one broker on a free port of 127.0.0.1. It lives as long as the producer that carries it."""
    carrier = Producer({"bootstrap.servers": "", "test.mock.num.brokers": 1, "log_level": 0})
    broker = next(iter(carrier.list_topics(timeout=10).brokers.values()))
    yield Cluster(f"{broker.host}:{broker.port}", {EMBEDDED: "true"})
    carrier.purge()
