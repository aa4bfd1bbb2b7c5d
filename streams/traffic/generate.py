"""The traffic itself: runs with their steps, resends and repeats, as records in the order in which they come."""

import heapq
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final, TypeVar

from streams.inspect.words import RawMessage
from streams.traffic import connectmyapps, connxio, sources
from streams.traffic.formats.tables import Table
from streams.traffic.formats.texts import Lines
from streams.traffic.identifiers import seeded
from streams.traffic.marks import Personal, Plant, plant
from streams.traffic.persons import others, person
from streams.traffic.routes import RECIPE, ROUTES, TOPICS, Kind, Tapped
from streams.traffic.run import Run, Shape, document, interchange_id

SHAPES: Final[dict[Tapped, Sequence[tuple[Shape, int]]]] = {
    "connxio": connxio.SHAPES,
    "connectmyapps": connectmyapps.SHAPES,
    "connectis": sources.CONNECTIS,
    "conneqtech": sources.CONNEQTECH,
    "superoffice": sources.SUPEROFFICE,
}
_BRIDGED: Final[dict[Tapped, tuple[tuple[str, bytes], ...]]] = dict.fromkeys(("connxio", "connectmyapps"), (("source", b"log-webhook"),))
_STEPS: Final[frozenset[Tapped]] = frozenset({"connxio", "connectmyapps"})  # they log more than one step of a run
T = TypeVar("T")
DEFAULT_INTERVAL_MS: Final = 50.0
_REPEATED: Final = 0.1  # deliveries are at least once: the same record again, at a later offset
_STEPPED: Final = 0.35  # a run's outbound step follows its inbound step
_RESENT: Final = 0.03  # of what is no outbound step, so that it is 2 % of all
_SPLIT: Final = 0.3  # while a splitter is at work every third record is one of its messages
_CHILDREN: Final = 40  # of one split; what a longer file gave is not followed
_BY_NAME: Final = 0.03  # records keyed by the person's e-mail address instead of the run's id


@dataclass(frozen=True, slots=True)
class Sent:
    """A record, and what is personal in it."""

    raw: RawMessage
    plants: tuple[Plant, ...]
    kind: Kind


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


def spread(load: Load) -> tuple[Load, ...]:
    """As much traffic, of all five platforms in the recipe's shares; whose the load asked for is not looked at."""
    weights = {platform: sum(route.weight for route in routes) for platform, routes in ROUTES.items()}
    counts = {platform: load.count * weight // sum(RECIPE.values()) for platform, weight in weights.items()}
    counts[max(weights, key=lambda platform: weights[platform])] += load.count - sum(counts.values())
    lasting = load.count * load.interval
    return tuple(replace(load, platform=p, count=count, interval=lasting / count) for p, count in counts.items() if count)


def merged(loads: Iterable[Load]) -> Iterator[Sent]:
    """The traffic of several loads, in the order of its timestamps."""
    return heapq.merge(*(traffic(load) for load in loads), key=lambda sent: sent.raw.timestamp)


def traffic(load: Load) -> Iterator[Sent]:
    """`load.count` records; offsets count from 0 in each partition, timestamps rise."""
    rng = seeded(load.seed, load.platform)
    offsets = [0] * load.partitions
    lately = _Lately()
    recent: deque[Sent] = deque(maxlen=32)
    for number in range(load.count):
        at = load.start + int(number * load.interval)
        if recent and rng.random() < _REPEATED:
            sent = rng.choice(recent)
        else:
            sent = _record(rng, load, _next_run(rng, load, lately, at))
            recent.append(sent)
        partition = zlib.crc32(sent.raw.key or b"") % load.partitions
        yield replace(sent, raw=replace(sent.raw, partition=partition, offset=offsets[partition], timestamp=at))
        offsets[partition] += 1


@dataclass(frozen=True, slots=True)
class _Lately:
    """Runs that something may still come of."""

    waiting: deque[Run] = field(default_factory=lambda: deque(maxlen=64))  # for their outbound step, or to be sent again
    split: deque[Run] = field(default_factory=deque)  # what splitters made, not yet seen


def _next_run(rng: Random, load: Load, lately: _Lately, at: int) -> Run:
    """A run's next step, one of a split's messages, a run sent again by hand, or a new one. A resend keeps its run's id and start."""
    if lately.split and rng.random() < _SPLIT:
        return replace(lately.split.popleft(), at=at)
    if lately.waiting and load.platform in _STEPS and rng.random() < _STEPPED:
        return replace(lately.waiting.popleft(), step="Outbound", at=at)
    if lately.waiting and rng.random() < _RESENT:
        return replace(lately.waiting[-1], at=at, resend=1)
    run = _new_run(rng, load, at)
    lately.waiting.append(run)
    lately.split.extend(_children(rng, load, run))
    return run


def _children(rng: Random, load: Load, run: Run) -> Iterator[Run]:
    """A message for each row of a file: with an id of its own at ConnXio, under its run's correlation at ConnectMyApps."""
    if run.route.child is None:
        return
    made = document(run)
    rows = len(made.rows if isinstance(made, Table) else made.documents if isinstance(made, Lines) else ())
    route = replace(run.route, build=run.route.child, child=None, kind="split")
    for somebody in (run.person, *others(run.person, rows - 1))[:_CHILDREN]:
        own = interchange_id(rng) if load.platform == "connxio" else run.interchange
        yield replace(run, route=route, person=somebody, interchange=own, step="Outbound")


def _new_run(rng: Random, load: Load, at: int) -> Run:
    route = _weighted(rng, [(r, r.weight) for r in ROUTES[load.platform]])
    somebody = person(load.seed, rng.randrange(max(8, load.count // 6)), rng.choice(route.languages))
    return Run(route, somebody, interchange_id(rng), at - rng.randrange(50, 900), "Inbound", at)


def _record(rng: Random, load: Load, run: Run) -> Sent:
    shape: Shape = _weighted(rng, SHAPES[load.platform])
    logged = shape(rng, run)
    plants = logged.plants
    key = run.interchange
    if run.route.talks and rng.random() < _BY_NAME:
        key = run.person.email
        plants = (*plants, plant(Personal(key, "EMAIL_ADDRESS"), "key", "$"))
    headers = [*_BRIDGED.get(load.platform, ()), *logged.headers]
    if run.route.talks and rng.random() < _BY_NAME:
        headers.append(("x-on-behalf-of", run.person.email.encode()))
        plants = (*plants, plant(Personal(run.person.email, "EMAIL_ADDRESS"), "header", "x-on-behalf-of"))
    return Sent(
        RawMessage(load.topic or TOPICS[load.platform], 0, 0, 0, key.encode(), logged.value, tuple(headers)), plants, run.route.kind
    )


def _weighted(rng: Random, choices: Sequence[tuple[T, int]]) -> T:
    return rng.choices([c for c, _ in choices], [w for _, w in choices])[0]
