"""The fold loop: a plain loop over our flows that keeps totals per partition and sends them as absolute rows.

The order of a checkpoint: (1) the rows that changed are sent and every one acknowledged; (2) the watermark that includes them is
sent and acknowledged; (3) the position is committed, for those who look at the lag. Where to read is told by the watermark, never
by the group: after a restart the rows and the watermark say together what has been counted.
"""

import asyncio
import contextlib
import time
from collections.abc import Collection, Mapping
from typing import Any, Final

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError, KafkaError, NoOffsetForPartitionError, OffsetOutOfRangeError
from mode import Service

from schemas.flow import Flow
from schemas.model import SporError, Unreadable
from schemas.partial import Watermark
from streams.fold.restore import restored
from streams.fold.routes import Routes
from streams.kafka.cluster import Cluster
from streams.kafka.groups import fold_group
from streams.kafka.topics import RECORD_BYTES
from streams.ledger.fold import Fold
from streams.ledger.watermark import Idleness, passed
from streams.settings import Settings
from streams.tap.delivery import Delivery

POLL_MS: Final = 200
MOST: Final = 250  # Flows at once: with some tenths of a millisecond each the event loop is never held for long
BREATH: Final = 25  # Flows after which others get a turn
AGAIN_S: Final = 6 * 3600.0  # a watermark is repeated after this, so that retention does not take it from an idle partition
GIVE_WAY_S: Final = 25.0
PAUSE_S: Final = 0.5
log: Final = structlog.get_logger("spor.fold")


class FlowsReplaced(SporError):
    """Our flows end before what has been counted of them: the topic is another one."""

    def __init__(self, topic: str, partition: int, end: int, included: int) -> None:
        super().__init__(
            f"{topic}/{partition} ends at {end}, but {included} is counted already: the topic was made anew."
            " Make the topics of state, partials and their changelogs anew too, or start with another --prefix"
        )


class FoldStopped(SporError):
    """Our own flows can no longer be read."""


class FoldLoop(Service):  # type: ignore[misc]  # mode has no types
    """One per worker, hosted by the Faust app."""

    def __init__(self, settings: Settings, **service: Any) -> None:
        super().__init__(**service)
        self._settings = settings
        self._cluster = Cluster.of(settings)
        self._routes: Routes
        self._consumer: AIOKafkaConsumer
        self._delivery = Delivery(self._cluster, RECORD_BYTES, settings.delivery_deadline_s)
        self._folds: dict[int, _Held] = {}
        self._busy = asyncio.Lock()  # held during a checkpoint; a rebalance waits for it
        self._generation = 0
        self._set_up = asyncio.Event()
        self._running = False
        self._finished = asyncio.Event()
        self._stack = contextlib.AsyncExitStack()
        self._trouble_since: float | None = None

    async def on_start(self) -> None:
        try:
            self._routes = await Routes.of(self._settings)
            self._stack.push_async_callback(self._delivery.stop)
            await self._delivery.start()
            self._consumer = AIOKafkaConsumer(
                **self._cluster.reader(), group_id=fold_group(self._settings), max_poll_interval_ms=15 * 60_000, rebalance_timeout_ms=30_000
            )
            self._consumer.subscribe([self._routes.flows], listener=_Listener(self))
            self._stack.push_async_callback(self._leave)
            await self._consumer.start()
            log.info("fold.started", group=fold_group(self._settings), topic=self._routes.flows)
        finally:
            self._set_up.set()

    async def on_stop(self) -> None:
        """Let the checkpoint under way come to its end, within the bound; then leave the group."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._settings.drain_s):
                await self._set_up.wait()  # told to stop while it starts: half of it cannot be closed
                if self._running:
                    await self._finished.wait()
        await self._stack.aclose()

    async def _leave(self) -> None:
        with contextlib.suppress(TimeoutError, KafkaError):
            await asyncio.wait_for(self._consumer.stop(), 3.0)

    @Service.task  # type: ignore[untyped-decorator]  # mode has no types
    async def _run(self) -> None:
        self._running = True
        try:
            while not self.should_stop:
                await self._cycle()
        finally:
            self._finished.set()

    async def _cycle(self) -> None:
        """One fetch and its checkpoint, or what stood in the way of it."""
        try:
            await self._take_over()
            fetched = await self._consumer.getmany(timeout_ms=POLL_MS, max_records=MOST) if self._folds else await self._wait()
            await self._checkpoint(fetched)
            self._trouble_since = None
        except (NoOffsetForPartitionError, IllegalStateError):
            self._rewind()
        except OffsetOutOfRangeError as gone:
            await self._skip_expired(gone.args[0])
        except KafkaError as wrong:
            await self._interrupted(wrong)

    async def _checkpoint(self, fetched: Mapping[TopicPartition, list[Any]]) -> None:
        async with self._busy:
            mine = {tp.partition: records for tp, records in fetched.items() if tp.partition in self._folds}
            for partition, records in mine.items():
                await _count(self._folds[partition].fold, records)
            rows = [row for partition in mine for row in self._folds[partition].fold.changed()]
            await self._delivery.send(list(self._routes.records(rows)))
            await self._announce(set(mine))
            if mine:
                await self._commit(set(mine))

    async def _announce(self, moved: Collection[int]) -> None:
        """The watermarks of what moved, and of what has become silent meanwhile."""
        now = time.monotonic()
        waiting = {p: held.watermark(now, self._settings, moved=p in moved) for p, held in self._folds.items()}
        told = {p: watermark for p, watermark in waiting.items() if watermark is not None}
        await self._delivery.send([record for watermark in told.values() for record in self._routes.broadcast(watermark)])
        for partition, watermark in told.items():
            self._folds[partition].told = (watermark.passed, now)

    async def _commit(self, partitions: Collection[int]) -> None:
        try:
            await self._consumer.commit({self._at(p): self._folds[p].fold.included + 1 for p in partitions})
        except (CommitFailedError, IllegalStateError) as refused:
            log.warning("commit.refused", error=type(refused).__name__)  # a rebalance; where to read is not told by the group

    async def _take_over(self) -> None:
        """Restore the partitions that were newly assigned, and read on behind their watermarks."""
        generation = self._generation
        new = [tp.partition for tp in self._consumer.assignment() if tp.partition not in self._folds]
        if not new:
            return
        found = await restored(self._cluster, self._routes, new)
        ends = await self._consumer.end_offsets([self._at(p) for p in new])
        begins = await self._consumer.beginning_offsets([self._at(p) for p in new])
        if generation != self._generation:
            return
        for partition, known in found.items():
            fold = Fold(partition, self._settings.window_s * 1000)
            fold.restore(known.models(), known.mark())
            furthest, end = max(fold.included, known.furthest), ends[self._at(partition)]
            if furthest >= end:
                raise FlowsReplaced(self._routes.flows, partition, end, furthest)
            self._consumer.seek(self._at(partition), max(fold.included + 1, begins[self._at(partition)]))
            self._folds[partition] = _Held(fold, Idleness(self._settings.idle_s))
            log.info("fold.restored", partition=partition, included=fold.included, rows=len(known.rows))

    async def _skip_expired(self, partitions: Mapping[TopicPartition, int]) -> None:
        """Retention has removed Flows that were not counted yet."""
        for tp, first in (await self._consumer.beginning_offsets(list(partitions))).items():
            log.warning("flows.expired", partition=tp.partition, at=partitions[tp], first=first)
            self._consumer.seek(tp, first)

    def _rewind(self) -> None:
        for partition, held in list(self._folds.items()):
            try:
                self._consumer.seek(self._at(partition), held.fold.included + 1)
            except IllegalStateError:
                del self._folds[partition]

    async def _interrupted(self, wrong: KafkaError) -> None:
        now = time.monotonic()
        self._trouble_since = self._trouble_since or now
        log.warning("fold.interrupted", error=type(wrong).__name__, seconds=round(now - self._trouble_since, 1))
        if now - self._trouble_since > self._settings.delivery_deadline_s:
            raise FoldStopped(f"{self._routes.flows} could not be read for {self._settings.delivery_deadline_s:.0f} s") from None
        await asyncio.sleep(PAUSE_S)
        self._rewind()

    async def _wait(self) -> dict[TopicPartition, list[Any]]:
        await asyncio.sleep(POLL_MS / 1000)
        return {}

    def _at(self, partition: int) -> TopicPartition:
        return TopicPartition(self._routes.flows, partition)

    async def give_way(self) -> None:
        """A rebalance begins: the checkpoint under way may come to its end, within a bound; what was held is restored by its next owner."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GIVE_WAY_S), self._busy:
                pass
        self._generation += 1
        self._folds.clear()


class _Held:
    """A fold and what was last told of how far it is."""

    def __init__(self, fold: Fold, idleness: Idleness) -> None:
        self.fold = fold
        self.told: tuple[int | None, float] | None = None  # (passed, when by the monotonic clock)
        self._idleness = idleness

    def watermark(self, now: float, settings: Settings, *, moved: bool) -> Watermark | None:
        """What is to be told now; None when that is known already."""
        marks = self.fold.marks.values()
        if not marks:
            return None
        self._idleness.listen(marks, now)
        at = passed(marks, self._idleness.idle(now), settings.lateness_s * 1000)
        if not moved and self.told is not None and self.told[0] == at and now - self.told[1] < AGAIN_S:
            return None
        return self.fold.watermark(at)


class _Listener(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka has no types
    def __init__(self, loop: FoldLoop) -> None:
        self._loop = loop

    async def on_partitions_revoked(self, revoked: Collection[TopicPartition]) -> None:
        await self._loop.give_way()

    async def on_partitions_assigned(self, assigned: Collection[TopicPartition]) -> None:
        log.info("fold.assigned", partitions=len(assigned))


async def _count(fold: Fold, records: Collection[Any]) -> None:
    for number, record in enumerate(records, 1):
        try:
            fold.add(record.offset, Flow.read(record.value or b""))
        except Unreadable as wrong:
            log.warning("flow.unreadable", partition=record.partition, offset=record.offset, fields=wrong.fields)
            fold.skip(record.offset)
        if number % BREATH == 0:
            await asyncio.sleep(0)
