"""The Faust agents: what is low in volume and needs tables. One merges partials into alerts and lineage windows.

Raw bytes come in and are decoded inside; a batch is acknowledged when everything that it led to has been delivered: what was
sent, and what the tables wrote to their changelogs.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

import faust
import structlog

from schemas.model import SporError
from streams.fold.merge import Merged, Merger, Tables
from streams.kafka.admin import Admin
from streams.kafka.cluster import Cluster
from streams.kafka.topics import CHANGELOGS, changelog
from streams.ledger.ids import key_partition
from streams.settings import Settings

BATCH: Final = 200
WITHIN_S: Final = 0.05  # this is latency: a batch that is not full waits so long
AT_ONCE: Final = 50  # events built and sent before others get a turn
log: Final = structlog.get_logger("spor.agents")


class AgentStopped(SporError):
    """What was merged could not be delivered in time, or our topics do not fit together."""


def register(app: faust.App, settings: Settings) -> None:
    """The agents and their tables."""
    merging = _Merging(app, settings)
    partials = app.topic(settings.topic("partials"), key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw")
    app.agent(partials, name="merge", concurrency=1)(merging.run)
    for handed_out in (app.on_partitions_assigned, app.on_rebalance_complete):  # before and after the tables are read back
        handed_out.connect(merging.begin_anew, weak=False)


class _DurableTable(faust.Table):  # type: ignore[misc]  # Faust has no types
    """A table that knows when its changes have been acknowledged, and writes each to the partition that it is told.

    Faust's own would take the partition of the event that was read last, and would not say when a change was lost.
    """

    def __post_init__(self) -> None:
        self._under_way: list[asyncio.Future[Any]] = []

    def get(self, key: bytes, default: Any = None) -> Any:
        return self.data.get(key, default)

    def items(self) -> Iterator[tuple[bytes, bytes]]:
        yield from list(self.data.items())

    def put(self, partition: int, key: bytes, value: bytes) -> None:
        self.data[key] = value
        self._under_way.append(self.send_changelog(partition, key, value))

    def drop(self, partition: int, key: bytes) -> None:
        self.data.pop(key, None)
        self._under_way.append(self.send_changelog(partition, key, None, value_serializer="raw"))

    async def delivered(self) -> None:
        """Returns when every change so far has been acknowledged. Raises what a delivery failed with."""
        waiting, self._under_way = self._under_way, []
        await asyncio.gather(*waiting)


class _Merging:
    """The agent's state: a merger for each partition of the partials that is assigned, made from the tables when it is needed."""

    def __init__(self, app: faust.App, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._tables = [_table(app, settings, name) for name in CHANGELOGS]
        self._topics = {name: _outgoing(app, settings, name) for name in ("alerts", "lineage")}
        self._mergers: dict[int, Merger] = {}
        self._counts: dict[str, int] = {}

    async def begin_anew(self, *_: Any, **__: Any) -> None:
        """Partitions were handed out: the tables may hold what another worker wrote meanwhile."""
        self._mergers.clear()

    async def run(self, stream: Any) -> None:
        async for events in _batches(stream):
            try:
                async with asyncio.timeout(self._settings.delivery_deadline_s):
                    await self._merge(events)
            except TimeoutError:
                raise AgentStopped("lineage and alerts could not be delivered within the deadline; they are made again") from None
            for event in events:
                event.ack()

    async def _merge(self, events: Sequence[Any]) -> None:
        await self._check_topics()
        touched = {}
        for event in events:
            merger = touched[event.message.partition] = self._merger(event.message.partition)
            merger.take(event.key, event.value)
        for merger in touched.values():
            for some in _chunks(merger.changed_alerts()):
                await self._deliver(some)
            for some in _chunks(merger.due_windows()):
                await self._deliver(some)
                for merged in some:
                    merger.sent(merged)
            merger.let_go()
        for table in self._tables:
            await table.delivered()

    def _merger(self, partition: int) -> Merger:
        if partition not in self._mergers:
            s, count = self._settings, self._counts[self._settings.topic("partials")]
            self._mergers[partition] = Merger(Tables(*self._tables), partition, count, s.prefix, s.lineage_namespace)
        return self._mergers[partition]

    async def _deliver(self, some: Sequence[Merged]) -> None:
        waiting = []
        for merged in some:
            topic = self._settings.topic(merged.topic)
            partition = key_partition(merged.key, self._counts[topic])
            sending = self._topics[merged.topic].send(key=merged.key, value=merged.value, partition=partition, headers=list(merged.headers))
            waiting.append(await sending)
        await asyncio.gather(*waiting)

    async def _check_topics(self) -> None:
        """How many partitions there are; tables follow their source's, or they would be restored on the wrong worker."""
        if self._counts:
            return
        counts = await Admin(Cluster.of(self._settings)).partitions()
        partials = self._settings.topic("partials")
        for table in self._tables:
            if counts.get(name := table.changelog_topic_name) != counts[partials]:
                raise AgentStopped(f"{name} has not as many partitions as {partials}; make it anew with: spor topics create")
        self._counts = counts


def _table(app: faust.App, settings: Settings, name: str) -> _DurableTable:
    raw = {"key_type": bytes, "value_type": bytes, "key_serializer": "raw", "value_serializer": "raw"}
    topic = app.topic(changelog(settings, name), **raw, acks=False, internal=True, compacting=True, allow_empty=True)
    table = _DurableTable(app, name=name, key_type=bytes, value_type=bytes, changelog_topic=topic)
    app.tables.add(table)
    return table


def _outgoing(app: faust.App, settings: Settings, name: str) -> Any:
    return app.topic(settings.topic(name), key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw")


async def _batches(stream: Any) -> AsyncIterator[Sequence[Any]]:
    async for events in stream.noack_take(BATCH, within=WITHIN_S):
        yield events


def _chunks(found: Iterable[Merged]) -> Iterator[list[Merged]]:
    left = iter(found)
    while some := list(islice(left, AT_ONCE)):
        yield some
