"""Source topics as platforms fill them: plain, transactional with aborted batches and compacted, of three source systems, and broken."""

import asyncio
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from confluent_kafka import Producer

from streams.kafka.cluster import Cluster
from streams.traffic.deliver import Topic, deliver
from streams.traffic.generate import Load, Sent, merged, traffic
from streams.traffic.routes import Tapped
from tests.kafka.harness import Site

BATCH = 200  # records of one transaction
ABORTED_EVERY = 5  # a batch of other persons' records is sent and aborted between so many
OTHERS = 8  # so many times fewer records of the source systems than of the two platforms that log
LARGE = 20 * 1024 * 1024  # more than Kafka takes by default: this topic takes more
BROKEN: tuple[bytes | None, ...] = (
    b'{"customer": {"email": "zq7broken.customer@example.org", ',
    b'{"email": "zq7latin.customer@example.org", "name": "\xf8\xff"}',
    b"",
    None,
    b"[" * 10_000 + b"]" * 10_000,
    b"\x89PNG\r\n\x1a\n" + bytes(2000),
    b"<Invoice><Email>zq7xml.customer@example.org</Email></Invoice>",
    b"[]",
    b'{"note": "' + b"x" * LARGE + b'"}',
    b'{"email": "zq7after.everything@example.org"}',
)


@dataclass
class Sources:
    """The topics, and what was planted in them."""

    topics: list[str]
    compacted: str  # the one of them from which compaction takes records
    values: set[str] = field(default_factory=set)  # every planted one, also of aborted records
    planted: dict[tuple[str, int, int], Sent] = field(default_factory=dict)  # by topic, partition, offset: committed records only

    def write(self, sent: Sent) -> None:
        """Hears of every delivery (see streams.traffic.deliver.Told)."""
        self.values |= {p.value for p in sent.plants}
        self.planted[(sent.raw.topic, sent.raw.partition, sent.raw.offset)] = sent


async def filled(site: Site, count: int, seed: str) -> Sources:
    """`count` records of each platform that logs, an eighth of that of each source system, and the broken ones."""
    plain = await site.source("connxio.log")
    strict = await site.source("connectmyapps.runs", cleanup_policy="compact", compression_type="zstd")
    mixed = await site.source("sources")
    broken = await site.source("broken", max_message_bytes=str(LARGE + 1024 * 1024))
    sources = Sources([plain, strict, mixed, broken], strict)
    cluster = Cluster(site.bootstrap)
    await asyncio.to_thread(deliver, traffic(_load("connxio", count, seed, plain)), Topic.of(cluster, sources), None)
    others = [_load(platform, count // OTHERS, seed, mixed) for platform in ("superoffice", "conneqtech", "connectis")]
    await asyncio.to_thread(deliver, merged(others), Topic.of(cluster, sources), None)
    await asyncio.to_thread(_transactions, site.bootstrap, count, seed, strict, sources)
    await asyncio.to_thread(_broken, site.bootstrap, broken)
    sources.values |= {word for value in BROKEN for word in _mails(value)}
    return sources


def _load(platform: Tapped, count: int, seed: str, topic: str) -> Load:
    return Load(platform, count, seed, topic=topic).ending(int(time.time() * 1000))


def _transactions(servers: str, count: int, seed: str, topic: str, sources: Sources) -> None:
    """Committed batches, and between them aborted ones whose persons nobody may ever see."""
    producer = Producer({"bootstrap.servers": servers, "transactional.id": f"t-{uuid.uuid4().hex}", "compression.type": "zstd"})
    producer.init_transactions(30)
    kept = traffic(_load("connectmyapps", count, seed, topic))
    thrown = traffic(_load("connectmyapps", count, f"{seed}-aborted", topic))
    number = 0
    while batch := list(islice(kept, BATCH)):
        number += 1
        _transaction(producer, batch, sources)
        if number % ABORTED_EVERY == 0:
            aborted = list(islice(thrown, BATCH))
            sources.values |= {p.value for sent in aborted for p in sent.plants}
            _transaction(producer, aborted, None)


def _transaction(producer: Producer, batch: Iterable[Sent], sources: Sources | None) -> None:
    """Committed where `sources` wants to hear of it, else aborted."""
    producer.begin_transaction()
    sink = Topic(producer, sources or _Nobody())
    for sent in batch:
        sink.send(sent)
    producer.flush(60)
    if sources is None:
        producer.abort_transaction(60)
    else:
        producer.commit_transaction(60)


class _Nobody:
    """Where aborted records are told."""

    def write(self, sent: Sent) -> None:
        """An aborted record is not told."""


def _broken(servers: str, topic: str) -> None:
    producer = Producer({"bootstrap.servers": servers, "message.max.bytes": LARGE + 1024 * 1024})
    for number, value in enumerate(BROKEN):
        producer.produce(topic, value, key=f"broken-{number}", partition=number % 4)
    producer.flush(60)


def _mails(value: bytes | None) -> Iterator[str]:
    for word in (value or b"")[:200].replace(b">", b" ").replace(b"<", b" ").replace(b'"', b" ").split():
        if b"@" in word:
            yield word.decode()
