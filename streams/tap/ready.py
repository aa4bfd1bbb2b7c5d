"""Before a worker starts: are the topics there, may this user use them, are they large enough. What is missing is said, all of it.

Faust alone would sit idle without a word when a right is missing, and a record that a topic is too small for would stop delivery.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final, Self

from schemas.model import SporError
from streams.kafka.admin import Admin
from streams.kafka.cluster import Cluster
from streams.kafka.committed import committed
from streams.kafka.groups import agents_group, fold_group, tap_group
from streams.kafka.topics import (
    ALERTS,
    AUDIT,
    DEADLETTER,
    DEFAULT_RECORD_BYTES,
    FLOWS,
    RECORD_BYTES,
    SPANS,
    check_taps,
    is_pattern,
    ours,
    sources,
)
from streams.settings import Settings
from streams.tap.places import Placing, check_flows
from streams.tap.plan import Routes
from streams.tap.sources import Sources

_KEEP_STEP: Final = (FLOWS, SPANS, DEADLETTER)  # a Flow's span and dead letter go to the partition of the same number


class NotReady(SporError):
    """A worker cannot start here; the message lists everything that is missing and how to mend it."""

    def __init__(self, missing: Iterable[str]) -> None:
        super().__init__("the worker cannot start:\n" + "\n".join(f"  - {what}" for what in missing))


@dataclass(slots=True)
class Ready:
    """What the pump works with once everything is there."""

    admin: Admin
    sources: Sources
    placing: Placing
    routes: Routes
    largest: int  # bytes of the largest record that any of our topics takes

    @classmethod
    async def check(cls, settings: Settings) -> Self:
        """Raises NotReady, TapRefused, StartRefused, PartitionsChanged and ClusterUnavailable."""
        check_taps(settings)
        cluster = Cluster.of(settings)
        admin = Admin(cluster)
        if cluster.embedded:
            await admin.touch([topic.name for topic in ours(settings)] + [t.topic for t in settings.taps if not is_pattern(t.topic)])
        existing = await admin.partitions()
        if missing := _topics_missing(settings, existing):
            raise NotReady(missing)
        if not cluster.embedded:
            if missing := await _rights_missing(settings, admin, existing):
                raise NotReady(missing)
            if missing := await _too_small(settings, admin):
                raise NotReady(missing)
        flows = existing[settings.topic(FLOWS)]
        check_flows(settings, await committed(cluster, tap_group(settings)), flows)
        routes = Routes(settings.prefix, flows, existing[settings.topic(ALERTS)], existing[settings.topic(AUDIT)], {}, {})
        found = Sources(settings, admin, await admin.cluster_id())
        ready = cls(admin, found, Placing(settings, admin, flows), routes, RECORD_BYTES)
        await ready.reroute(sources(settings, existing))
        return ready

    async def reroute(self, topics: Collection[str]) -> bool:
        """Make sure of the tagged copies of these sources. True when larger records are to be expected than until now."""
        tagged, limits = await self.sources.copies(sorted(topics))
        self.routes = replace(self.routes, tagged=tagged, largest=limits)
        before, self.largest = self.largest, max([self.largest, *limits.values()])
        return self.largest > before


def _topics_missing(settings: Settings, existing: dict[str, int]) -> list[str]:
    missing = [
        f"topic {topic.name} does not exist; make it with: spor topics create" for topic in ours(settings) if topic.name not in existing
    ]
    for tap in settings.taps:
        if not is_pattern(tap.topic) and tap.topic not in existing:
            missing.append(f"--tap {tap.topic}: no such topic, or this user may not see it")
    counts = {name: existing.get(settings.topic(name)) for name in _KEEP_STEP}
    if not missing and len(set(counts.values())) > 1:
        said = ", ".join(f"{settings.topic(name)} {count}" for name, count in counts.items())
        missing.append(f"these have to have the same number of partitions: {said}")
    return missing


async def _rights_missing(settings: Settings, admin: Admin, existing: dict[str, int]) -> list[str]:
    read = sources(settings, existing)
    own = [topic.name for topic in ours(settings)]
    rights = await admin.rights([*read, *own])
    missing = [f"this user may not READ topic {name}" for name in read if "READ" not in rights.get(name, ())]
    for right in ("WRITE", "READ"):
        missing += [f"this user may not {right} topic {name}" for name in own if right not in rights.get(name, ())]
    for group in (tap_group(settings), fold_group(settings), agents_group(settings)):
        if not await admin.may_join(group):
            missing.append(f"this user may not READ group {group}; a prefixed right on {settings.group!r} is enough for all three")
    return missing


async def _too_small(settings: Settings, admin: Admin) -> list[str]:
    own = await admin.settings(topic.name for topic in ours(settings))
    limits = {name: int(of.get("max.message.bytes", DEFAULT_RECORD_BYTES)) for name, of in own.items()}
    return [
        f"topic {name} takes records of {limit} bytes only; give it max.message.bytes={RECORD_BYTES} or more"
        for name, limit in limits.items()
        if limit < RECORD_BYTES
    ]
