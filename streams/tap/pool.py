"""The inspector children of a worker: a batch is split over them and gathered in order; a record that kills one costs itself only."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import structlog

from schemas.flow import Source
from streams.inspect.words import RawMessage
from streams.ledger.outputs import Outputs, outputs
from streams.ledger.unread import unread
from streams.policy.files import Files
from streams.tap.children import Child, ChildGone, Identity, InspectorUnavailable, Recipe

FACTORY: Final = "streams.build:build_inspector"
MEMORY: Final = 2 * 1024**3  # a child's private memory; one with all recognizers loaded holds about a tenth of it
CHUNK_RECORDS: Final = 64  # small enough that children finish together, large enough that the hand-off costs 5 µs a record
CHUNK_BYTES: Final = 1 << 20
STARTS: Final = 3  # that end of their own accord; one that fails three times over fails for good
KILLS: Final = 20  # from outside while it loads: no fault of the child's, but not for ever either
log: Final = structlog.get_logger("spor.pool")


class InspectorPool:
    """`async with InspectorPool(2, None, 30.0) as pool: await pool.inspect(batch)`; the children are warm once it is entered."""

    def __init__(  # noqa: PLR0913  # three that every caller gives, four with defaults
        self,
        processes: int,
        policies: Path | Files | None,
        record_timeout_s: float,
        *,
        factory: str = FACTORY,
        memory_bytes: int = MEMORY,
        log_level: str = "info",
        references: Path | None = None,
        nlp: Path | None = None,
    ) -> None:
        self._recipe = Recipe(factory, None, memory_bytes, record_timeout_s, log_level, references, nlp)
        self._slots = [_Slot(self._recipe, policies) for _ in range(max(1, processes))]
        self._idle: asyncio.LifoQueue[_Slot] = asyncio.LifoQueue()
        self._identity: Identity | None = None

    def renewed(self, policies: Path | Files | None) -> "InspectorPool":
        """A pool with as many children, which are started in the same way but for the policies. Not entered yet."""
        r = self._recipe
        return InspectorPool(
            len(self._slots),
            policies,
            r.record_timeout_s,
            factory=r.factory,
            memory_bytes=r.memory,
            log_level=r.log_level,
            references=r.references,
            nlp=r.nlp,
        )

    @property
    def identity(self) -> Identity:
        assert self._identity is not None, "the pool has not been entered"
        return self._identity

    @property
    def digest(self) -> str:
        """Of the packs and the registry in force."""
        return self.identity.digest

    @property
    def detector(self) -> str:
        """The detector's version."""
        return self.identity.detector

    async def __aenter__(self) -> Self:
        try:
            identities = await asyncio.gather(*(slot.ready() for slot in self._slots))
        except BaseException:
            await self.__aexit__(None, None, None)
            raise
        if len(set(identities)) > 1:
            await self.__aexit__(None, None, None)
            raise InspectorUnavailable("policies, references or language models changed while the inspectors were starting; start again")
        self._identity = identities[0]
        for slot in self._slots:
            slot.expected = self._identity
            self._idle.put_nowait(slot)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await asyncio.gather(*(slot.stop() for slot in self._slots))

    async def inspect(self, batch: Sequence[RawMessage]) -> list[Outputs]:
        """One Outputs per record, in order, whatever the records do to the children. Raises InspectorUnavailable."""
        chunks = await asyncio.gather(*(self._chunk(chunk) for chunk in chunked(batch, len(self._slots))))
        return [answer for chunk in chunks for answer in chunk]

    async def _chunk(self, records: Sequence[RawMessage]) -> list[Outputs]:
        if not records:
            return []
        slot = await self._idle.get()
        try:
            answers = await slot.ask(records)
            return [answer or self.unread(raw, "inspector.died") for raw, answer in zip(records, answers, strict=True)]
        except ChildGone as gone:
            suspect = gone.at if gone.at is not None and gone.at < len(records) else 0 if len(records) == 1 else None
            self._say(gone, None if suspect is None else records[suspect])
            alone = [] if suspect is None else [await self._alone(slot, records[suspect])]
        finally:
            self._idle.put_nowait(slot)
        cut, rest = (suspect, suspect + 1) if suspect is not None else (len(records) // 2, len(records) // 2)
        return [*await self._chunk(records[:cut]), *alone, *await self._chunk(records[rest:])]

    async def _alone(self, slot: "_Slot", raw: RawMessage) -> Outputs:
        """The suspect once more, in a child that has seen nothing else: a second death is its own."""
        try:
            (answer,) = await slot.ask([raw])
            return answer or self.unread(raw, "inspector.died")
        except ChildGone as gone:
            self._say(gone, raw)
            return self.unread(raw, "inspector.overrun" if gone.overrun else "inspector.died")

    def unread(self, raw: RawMessage, reason: str) -> Outputs:
        """What is written for a record that no inspector came through; `reason` is a code of schemas.reasons."""
        source = Source(
            cluster=raw.cluster,
            topic=raw.topic,
            topic_id=raw.topic_id,
            partition=raw.partition,
            offset=raw.offset,
            timestamp=raw.timestamp,
        )
        log.warning("record.unread", record=repr(raw), reason=reason)
        flow = unread(source, raw.revision, reason, self.identity.registry, self.detector)
        return outputs((flow,), len(raw.value or b""))

    def _say(self, gone: ChildGone, suspect: RawMessage | None) -> None:
        log.warning("child.gone", code=gone.code, overrun=gone.overrun, suspect=suspect and repr(suspect))


class _Slot:
    """A place for one child; a child that is gone is replaced when the place is next used."""

    def __init__(self, recipe: Recipe, policies: Path | Files | None) -> None:
        """`policies` as files are those of one look: a child that starts later has the same, whatever the folder holds by then."""
        self.expected: Identity | None = None
        self._recipe = recipe
        self._policies = policies
        self._child: Child | None = None

    async def ready(self) -> Identity:
        child = await self._running()
        return child.identity

    async def ask(self, records: Sequence[RawMessage]) -> list[Outputs | None]:
        child = await self._running()
        try:
            return await child.ask(records)
        except BaseException:
            self._child = None
            raise

    async def stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            await child.stop()

    async def _running(self) -> Child:
        if self._child is not None and not self._child.running:  # killed while it waited: no record's doing
            await self._child.gone()
            self._child = None
        if self._child is None:
            self._child = await self._started()
        return self._child

    async def _started(self) -> Child:
        failed = killed = 0
        while failed < STARTS and killed < KILLS:
            try:
                child = await self._start()
            except ChildGone as gone:
                outside = gone.code is not None and gone.code < 0 and not gone.overrun
                failed, killed = failed + (not outside), killed + outside
                log.warning("child.not-started", failed=failed, killed=killed, code=gone.code)
                continue
            if self.expected not in (None, child.identity):
                await child.stop()
                raise InspectorUnavailable(
                    "policies or references on disk are no longer those that this worker started with; start it again"
                )
            return child
        raise InspectorUnavailable(f"an inspector child did not start, {failed + killed} times over; its own words stand above")

    async def _start(self) -> Child:
        if not isinstance(self._policies, Files):
            return await Child.start(replace(self._recipe, policies=self._policies))
        with self._policies.laid_out() as folder:
            return await Child.start(replace(self._recipe, policies=folder))


def chunked(batch: Sequence[RawMessage], children: int) -> list[Sequence[RawMessage]]:
    """Contiguous chunks, bounded by records and bytes, and enough of them for all children to share."""
    most = max(1, min(CHUNK_RECORDS, -(-len(batch) // (2 * children))))
    chunks: list[Sequence[RawMessage]] = []
    start = size = 0
    for index, raw in enumerate(batch):
        if index > start and (index - start >= most or size >= CHUNK_BYTES):
            chunks.append(batch[start:index])
            start, size = index, 0
        size += len(raw.value or b"")
    return [*chunks, batch[start:]] if batch else []
