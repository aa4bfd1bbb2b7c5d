"""The tap pump: a plain loop that reads, has inspected, delivers, says what it read, and only then commits.

The order of a checkpoint: (1) outputs are sent and every one acknowledged; (2) the spans are sent and acknowledged; (3) the
positions that were captured when the batch was read are committed. Whatever fails before (3) is done again from the batch's
first offset; second copies fall to the readers' watermark. Other policies come into force between two checkpoints only, and not
while something is to be done again: every span is of one policy.
"""

import asyncio
import contextlib
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, Final, Literal

import structlog
from aiokafka.errors import (
    GroupAuthorizationFailedError,
    IllegalStateError,
    KafkaError,
    NoOffsetForPartitionError,
    OffsetOutOfRangeError,
    TopicAuthorizationFailedError,
)
from mode import Service

from schemas.audit import PolicyAudit
from schemas.model import SporError
from schemas.records import SourcePartition, Span
from streams.inspect.words import RawMessage
from streams.kafka.admin import At, ClusterUnavailable
from streams.kafka.cluster import Cluster
from streams.kafka.groups import tap_group
from streams.ledger.outputs import Outputs
from streams.schemastore.store import Store
from streams.settings import Settings
from streams.tap.batches import Pace, Slice, slices
from streams.tap.delivery import Delivery, DeliveryOverdue
from streams.tap.judging import Judging
from streams.tap.places import Found, Tracked
from streams.tap.plan import alert_record, audit_record, records, span_record
from streams.tap.pool import InspectorPool
from streams.tap.positions import Note
from streams.tap.progress import Progress
from streams.tap.reader import BROKEN_FRAMES, Again, Reader
from streams.tap.ready import Ready
from streams.tap.rescue import rescue

WATCH_S: Final = 5.0  # how often idle topics are looked at: one that was made anew shows by its id
PAUSE_S: Final = 0.5
BREATH_S: Final = 0.05
log: Final = structlog.get_logger("spor.tap")


class TapClosed(SporError):
    """The sources can no longer be read: a right is missing or the cluster stays away."""


class Pump(Service):  # type: ignore[misc]  # mode has no types
    """One per worker, hosted by the Faust app."""

    def __init__(self, settings: Settings, pool: InspectorPool, **service: Any) -> None:
        super().__init__(**service)
        self._settings = settings
        self._judging = Judging(settings, pool)
        self._ready: Ready
        self._reader: Reader
        self._delivery: Delivery
        self._schemas: Store
        self._set_up = asyncio.Event()
        self._running = False
        self._finished = asyncio.Event()
        self._stack = contextlib.AsyncExitStack()
        self._pace = Pace()
        self._progress = Progress(self._judging.metrics)
        self._unsettled: int | None = None  # the generation in which something was sent that is not committed
        self._broken: set[tuple[At, int]] = set()  # records that were rescued without their headers
        self._watched = 0.0
        self._trouble_since: float | None = None

    async def on_start(self) -> None:
        """Children first, so that this member joins its group when it can work."""
        try:
            self._ready = await Ready.check(self._settings)
            self._schemas = await self._stack.enter_async_context(Store.of_settings(self._settings))
            await self._stack.enter_async_context(self._judging)
            self._delivery = Delivery(Cluster.of(self._settings), self._ready.largest, self._settings.delivery_deadline_s)
            await self._delivery.start()
            self._stack.push_async_callback(self._delivery.stop)
            self._reader = Reader(self._settings)
            self._stack.push_async_callback(self._reader.stop)
        finally:
            self._set_up.set()

    async def on_stop(self) -> None:
        """Let the checkpoint that is under way come to its end, within the bound; then leave the group."""
        try:
            async with asyncio.timeout(self._settings.drain_s):
                await self._set_up.wait()  # told to stop while it starts: half of it cannot be closed
                if self._running:
                    await self._finished.wait()
            log.info("tap.drained")
        except TimeoutError:
            log.warning("tap.cut-off", after_s=self._settings.drain_s)
        await self._stack.aclose()

    @Service.task  # type: ignore[untyped-decorator]  # mode has no types
    async def _run(self) -> None:
        self._running = True
        try:
            await self.wait(self._reader.start())  # joining a group takes seconds at times: the other services start meanwhile
            log.info("tap.started", group=tap_group(self._settings), taps=[tap.topic for tap in self._settings.taps])
            while not self.should_stop:
                await self._judging.between(self._audit, settled=self._unsettled != self._reader.generation)
                if await self._reader.joined():
                    await self._cycle()
        finally:
            self._finished.set()

    async def _cycle(self) -> None:
        """One fetch and its checkpoints, or what stood in the way of it."""
        try:
            try:
                await self._step()
            except BROKEN_FRAMES:
                await self._rescue()
            self._trouble_since = None
        except (Again, NoOffsetForPartitionError, IllegalStateError):
            self._reader.rewind()
            await asyncio.sleep(BREATH_S)
        except OffsetOutOfRangeError as gone:
            self._reader.lose(At(*tp) for tp in gone.args[0])
        except (TopicAuthorizationFailedError, GroupAuthorizationFailedError) as wrong:
            raise TapClosed(f"the tap may no longer read ({type(wrong).__name__}); give this user its rights back") from None
        except (KafkaError, ClusterUnavailable) as wrong:
            await self._interrupted(wrong)

    async def _interrupted(self, wrong: Exception) -> None:
        """Wait and read again; past the deadline this worker ends and another may have more luck."""
        now = time.monotonic()
        self._trouble_since = self._trouble_since or now
        log.warning("tap.interrupted", error=type(wrong).__name__, seconds=round(now - self._trouble_since, 1))
        if now - self._trouble_since > self._settings.delivery_deadline_s:
            raise TapClosed(f"the cluster has not answered for {self._settings.delivery_deadline_s:.0f} s; nothing read since is committed")
        self._reader.rewind()
        await asyncio.sleep(PAUSE_S)

    async def _step(self) -> None:
        reader, generation = self._reader, self._reader.generation
        await self._place(generation)
        began = time.monotonic()
        fetched, positions = await reader.fetch(self._pace.most)
        if positions:
            raws = {at: [self._raw(at, record) for record in found] for at, found in fetched.items()}
            async with reader.busy:
                for cut in slices(raws, positions):
                    await self._checkpoint(cut, generation)
            self._pace.took(sum(map(len, raws.values())), time.monotonic() - began)
        elif began - self._watched > WATCH_S:
            self._watched = began
            await self._same_topics(reader.tracked)

    async def _rescue(self) -> None:
        """Read past what the client cannot take apart; those records get a Flow that says so, and no copy."""
        reader, generation = self._reader, self._reader.generation
        reader.rewind()
        at = await reader.unreadable()
        reader.rewind()
        if at is None or at not in reader.tracked:
            return
        held = reader.tracked[at]
        found, to = await rescue(Cluster.of(self._settings), tap_group(self._settings), at, held.at)
        raws = {at: [self._raw(at, record) for record in found]}
        self._broken = {(at, record.offset) for record in found if record.headers is None}
        log.warning("records.rescued", topic=at.topic, partition=at.partition, first=held.at, to=to, unreadable=len(self._broken))
        async with reader.busy:
            for cut in slices(raws, {at: to}):
                await self._checkpoint(cut, generation)
            reader.put(at, held.moved(to))

    async def _inspected(self, raws: Sequence[RawMessage]) -> list[Outputs]:
        broken = {n for n, raw in enumerate(raws) if (At(raw.topic, raw.partition), raw.offset) in self._broken}
        named = await self._schemas.fill([raw for n, raw in enumerate(raws) if n not in broken])
        whole = iter(await self._judging.pool.inspect(named))
        return [self._unreadable(raw) if n in broken else next(whole) for n, raw in enumerate(raws)]

    def _unreadable(self, raw: RawMessage) -> Outputs:
        return replace(self._judging.pool.unread(raw, "record.unreadable"), tags=())  # without its headers there is no copy of it

    async def _checkpoint(self, cut: Slice, generation: int) -> None:
        if generation != self._reader.generation:
            raise Again
        held = {at: self._reader.tracked[at] for at in cut.upto}
        answers = await self._inspected(cut.raws)
        await self._same_topics(cut.upto)
        routes = self._ready.routes
        self._unsettled = generation
        await self._delivery.send(records(routes, cut.raws, answers))
        counts = {at: [0, 0] for at in cut.upto}
        for raw, answer in zip(cut.raws, answers, strict=True):
            count = counts[At(raw.topic, raw.partition)]
            count[0] += 1
            count[1] += len(answer.flows)
        spans = [self._span("read", at, held[at].topic_id, (held[at].at, to), counts[at]) for at, to in cut.upto.items()]
        await self._delivery.send([span_record(routes, span) for span in spans])
        await self._commit({at: held[at].moved(to) for at, to in cut.upto.items()}, generation)
        self._unsettled = None
        self._progress.tell(len(cut.raws), sum(flows for _, flows in counts.values()))

    async def _commit(self, upto: dict[At, Tracked], generation: int) -> None:
        notes = {at: (to.at, Note(to.topic_id, to.born, self._ready.routes.partitions).written()) for at, to in upto.items()}
        if not notes:
            return
        try:
            async with asyncio.timeout(self._settings.delivery_deadline_s):
                await self._reader.commit(notes, generation)
        except TimeoutError:
            raise DeliveryOverdue("positions could not be committed within the deadline; reading goes on from the last ones") from None

    async def _audit(self, said: PolicyAudit) -> None:
        await self._delivery.send([audit_record(self._ready.routes, said)])

    async def _place(self, generation: int) -> None:
        """Find the place in what was newly assigned, say what was missed, and commit it before anything is read."""
        reader = self._reader
        new = reader.unplaced()
        if not new:
            return
        async with reader.busy:
            found = await self._ready.placing.find(new, reader.lost)
            if await self._ready.reroute({at.topic for at in (*found, *reader.tracked)}):
                await self._delivery.expect(self._ready.largest)
            if generation != reader.generation:
                raise Again
            for at, where in found.items():
                reader.put(at, Tracked(where.place.at, where.topic_id, where.born))
                log.info("tap.placed", topic=at.topic, partition=at.partition, offset=where.place.at, why=where.place.why)
            await self._tell_missed(found)
            fresh = {at: Tracked(w.place.at, w.topic_id, w.born) for at, w in found.items() if w.place.why != "committed"}
            await self._commit(fresh, generation)

    async def _tell_missed(self, found: dict[At, Found]) -> None:
        """A `missed` span and an alert for every run that was gone before it could be read."""
        now = int(time.time() * 1000)
        for at, where in found.items():
            if (run := where.place.missed) is not None:
                log.warning("records.missed", topic=at.topic, partition=at.partition, first=run[0], to=run[1], why=where.place.why)
                span = self._span("missed", at, where.topic_id, run, [0, 0])
                routes = self._ready.routes
                await self._delivery.send([span_record(routes, span), alert_record(routes, span.source, run, now)])

    async def _same_topics(self, partitions: Collection[At]) -> None:
        """What was read belongs to the topic that it was read from; one that was made anew meanwhile is read from its beginning."""
        tracked = self._reader.tracked
        known = {at.topic: tracked[at].topic_id for at in partitions if at in tracked}
        changed = await self._ready.sources.changed(known)
        if changed:
            log.warning("topic.recreated", topics=sorted(changed))
            self._reader.lose([at for at in self._reader.tracked if at.topic in changed])
            raise Again

    def _raw(self, at: At, record: Any) -> RawMessage:
        return RawMessage(
            topic=at.topic,
            partition=at.partition,
            offset=record.offset,
            timestamp=record.timestamp,
            key=record.key,
            value=record.value,
            headers=tuple(record.headers or ()),
            cluster=self._ready.sources.cluster_id,
            topic_id=self._reader.tracked[at].topic_id,
            adapter=self._ready.sources.adapter(at.topic),
        )

    def _span(self, kind: Literal["read", "missed"], at: At, topic_id: str, run: tuple[int, int], counts: list[int]) -> Span:
        cluster = self._ready.sources.cluster_id
        return Span(
            kind=kind,
            source=SourcePartition(cluster=cluster, topic=at.topic, topic_id=topic_id, partition=at.partition),
            from_=run[0],
            to=run[1],
            records=counts[0],
            flows=counts[1],
            policies=self._judging.pool.digest,
            detector=self._judging.pool.detector,
        )
