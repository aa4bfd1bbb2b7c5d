"""What the ways are given: JSON messages of both platforms' generated traffic, small and large, fresh, again, and at three hops."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any, Final
from uuid import UUID

import orjson

from streams.inspect.jsontree import dump
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Body as Content
from streams.traffic.generate import Load, Sent, traffic
from streams.traffic.identifiers import seeded

HOPS: Final = 3
TYPICAL: Final = 300  # bytes of a document, at the least
FIRST: Final = datetime(2026, 1, 15, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Body:
    """One message, and where in it something was planted: paths as `$.payload.customer.email`."""

    data: bytes
    planted: frozenset[str]


def bodies(count: int, size: int, seed: str) -> list[Body]:
    """`count` messages of at least `size` bytes, each a list of documents that no other has; the same seed gives the same."""
    documents = _documents(seed, count * (size // TYPICAL + 1))
    return [_body(number, _filling(documents, size), seed) for number in range(count)]


def _filling(documents: Iterator["Document"], size: int) -> list["Document"]:
    held: list[Document] = []
    length = 0
    while length < size:
        held.append(next(documents))
        length += len(orjson.dumps(held[-1][0])) + 1
    return held


def hops(several: Sequence[Body], seed: str) -> list[Body]:
    """Each message as it passes three taps: the same document, with an id and an instant of its own each time."""
    return [_stamped(body, HOPS * number + hop, seed) for number, body in enumerate(several) for hop in range(HOPS)]


Document = tuple[dict[str, Any], frozenset[str]]


def _documents(seed: str, count: int) -> Iterator[Document]:
    """At least `count` bodies that are JSON objects, from both platforms in turn; each once."""
    records = 3 * count + 100  # some are repeats, some no JSON
    both = chain.from_iterable(zip(*(traffic(Load(platform, records, seed)) for platform in ("connxio", "connectmyapps")), strict=True))
    seen: set[bytes] = set()
    for sent in both:
        for envelope in unwrap(sent.raw):
            document = _object(envelope.body)
            written = orjson.dumps(document)
            if document is not None and written not in seen:
                seen.add(written)
                yield document, _planted(sent, envelope.part.index)


def _object(body: Content) -> dict[str, Any] | None:
    try:
        document = orjson.loads(dump(body.tree) if body.tree is not None else body.data or b"")
    except orjson.JSONDecodeError:
        return None
    return document if isinstance(document, dict) else None


def _planted(sent: Sent, part: int) -> frozenset[str]:
    return frozenset(p.path.removeprefix("$") for p in sent.plants if p.place == "body" and p.part == part)


def _body(number: int, documents: Sequence[Document], seed: str) -> Body:
    planted = {f"$.payload[{at}]{path}" for at, (_, paths) in enumerate(documents) for path in paths}
    return _stamped(Body(orjson.dumps({"payload": [document for document, _ in documents]}), frozenset(planted)), number, seed)


def _stamped(body: Body, number: int, seed: str) -> Body:
    document = orjson.loads(body.data)
    identity = UUID(int=seeded(seed, f"message {number}").getrandbits(128), version=4)
    at = (FIRST + timedelta(milliseconds=137 * number)).isoformat()
    return Body(orjson.dumps({"id": str(identity), "at": at, "payload": document["payload"]}), body.planted)
