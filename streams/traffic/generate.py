"""The traffic itself: runs with their steps, resends and repeats, as records in the order in which they come."""

import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final, TypeVar

from streams.inspect.words import RawMessage
from streams.traffic import connectmyapps, connxio
from streams.traffic.identifiers import seeded
from streams.traffic.marks import Personal, Plant, plant
from streams.traffic.persons import person
from streams.traffic.routes import ROUTES, TOPICS, Tapped
from streams.traffic.run import Run, Shape, interchange_id

SHAPES: Final[dict[Tapped, Sequence[tuple[Shape, int]]]] = {"connxio": connxio.SHAPES, "connectmyapps": connectmyapps.SHAPES}
T = TypeVar("T")
DEFAULT_INTERVAL_MS: Final = 50.0
_REPEATED: Final = 0.06  # deliveries are at least once: the same record again, at a later offset
_STEPPED: Final = 0.35  # a run's outbound step follows its inbound step
_RESENT: Final = 0.02
_BY_NAME: Final = 0.03  # records keyed by the person's e-mail address instead of the run's id


@dataclass(frozen=True, slots=True)
class Sent:
    """A record, and what is personal in it."""

    raw: RawMessage
    plants: tuple[Plant, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What is asked for: the same load gives the same records."""

    platform: Tapped
    count: int
    seed: str = "1"
    partitions: int = 4
    start: int = 1_768_467_600_000  # ms UTC of the first record: 15 January 2026, 09:00
    interval: float = DEFAULT_INTERVAL_MS  # between records
    topic: str | None = None  # default: the platform's own name for it

    def ending(self, now: int) -> "Load":
        """The same load, its last record made at `now` (ms UTC): a broker drops what looks older than its retention."""
        return replace(self, start=now - int(self.count * self.interval))


def traffic(load: Load) -> Iterator[Sent]:
    """`load.count` records; offsets count from 0 in each partition, timestamps rise."""
    rng = seeded(load.seed, load.platform)
    offsets = [0] * load.partitions
    waiting: deque[Run] = deque(maxlen=64)
    recent: deque[Sent] = deque(maxlen=32)
    for number in range(load.count):
        at = load.start + int(number * load.interval)
        if recent and rng.random() < _REPEATED:
            sent = rng.choice(recent)
        else:
            sent = _record(rng, load, _next_run(rng, load, waiting, at))
            recent.append(sent)
        partition = zlib.crc32(sent.raw.key or b"") % load.partitions
        yield replace(sent, raw=replace(sent.raw, partition=partition, offset=offsets[partition], timestamp=at))
        offsets[partition] += 1


def _next_run(rng: Random, load: Load, waiting: deque[Run], at: int) -> Run:
    """A run's next step, a run sent again by hand, or a new one. A resend keeps its run's id and start."""
    if waiting and rng.random() < _STEPPED:
        return replace(waiting.popleft(), step="Outbound", at=at)
    if waiting and rng.random() < _RESENT:
        return replace(waiting[-1], at=at, resend=1)
    run = _new_run(rng, load, at)
    waiting.append(run)
    return run


def _new_run(rng: Random, load: Load, at: int) -> Run:
    route = _weighted(rng, [(r, r.weight) for r in ROUTES[load.platform]])
    somebody = person(load.seed, rng.randrange(max(8, load.count // 6)), rng.choice(route.languages))
    return Run(route, somebody, interchange_id(rng), at - rng.randrange(50, 900), "Inbound", at)


def _record(rng: Random, load: Load, run: Run) -> Sent:
    shape: Shape = _weighted(rng, SHAPES[load.platform])
    value, plants = shape(rng, run)
    key = run.interchange
    if run.route.talks and rng.random() < _BY_NAME:
        key = run.person.email
        plants = (*plants, plant(Personal(key, "EMAIL_ADDRESS"), "key", "$"))
    headers = [("source", b"log-webhook")]
    if run.route.talks and rng.random() < _BY_NAME:
        headers.append(("x-on-behalf-of", run.person.email.encode()))
        plants = (*plants, plant(Personal(run.person.email, "EMAIL_ADDRESS"), "header", "x-on-behalf-of"))
    return Sent(RawMessage(load.topic or TOPICS[load.platform], 0, 0, 0, key.encode(), value, tuple(headers)), plants)


def _weighted(rng: Random, choices: Sequence[tuple[T, int]]) -> T:
    return rng.choices([c for c, _ in choices], [w for _, w in choices])[0]
