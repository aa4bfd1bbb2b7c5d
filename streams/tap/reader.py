"""The consumer side of the tap: assigned partitions, where each is read, and what a rebalance may take away in the midst of it."""

import asyncio
import contextlib
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition
from aiokafka.errors import CommitFailedError, CorruptRecordException, IllegalStateError, KafkaError
from aiokafka.structs import OffsetAndMetadata

from streams.kafka.admin import At
from streams.kafka.cluster import Cluster
from streams.kafka.groups import tap_group
from streams.settings import Settings
from streams.tap.places import Tracked
from streams.tap.positions import Known
from streams.tap.sources import subscription

POLL_MS: Final = 200
GIVE_WAY_S: Final = 25.0  # a rebalance waits so long for the checkpoint that is under way
REBALANCE_MS: Final = 30_000
POLL_INTERVAL_MS: Final = 15 * 60_000  # counted from the prefetch, so far above the longest batch
METADATA_MS: Final = 5_000  # new partitions, and new topics of a pattern, are seen after this
STOP_S: Final = 3.0
BROKEN_FRAMES: Final = (UnicodeDecodeError, CorruptRecordException)  # a header's name, a batch's checksum
log: Final = structlog.get_logger("spor.tap")


class Again(Exception):
    """What is in hand is no longer ours, or no longer so: read again from the tracked places."""


class Reader:
    """Reads what is assigned and placed. `generation` grows with every rebalance; what was read in an older one is not committed."""

    def __init__(self, settings: Settings) -> None:
        self.tracked: dict[At, Tracked] = {}
        self.lost: dict[At, Known] = {}  # where reading stood in partitions that have to be placed anew
        self.generation = 0
        self.busy = asyncio.Lock()  # held during a checkpoint; a rebalance waits for it
        self._joined = asyncio.Event()
        self._consumer = AIOKafkaConsumer(
            **Cluster.of(settings).reader(),
            group_id=tap_group(settings),
            rebalance_timeout_ms=REBALANCE_MS,
            max_poll_interval_ms=POLL_INTERVAL_MS,
            metadata_max_age_ms=METADATA_MS,
        )
        self._consumer.subscribe(listener=_Listener(self), **subscription(settings))

    async def start(self) -> None:
        await self._consumer.start()

    async def stop(self) -> None:
        """Leave the group, so that others take over at once."""
        with contextlib.suppress(TimeoutError, KafkaError):
            await asyncio.wait_for(self._consumer.stop(), STOP_S)

    async def joined(self) -> bool:
        """Whether partitions have been handed out; waits a little for it."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._joined.wait(), POLL_MS / 1000)
        return self._joined.is_set()

    def unplaced(self) -> list[At]:
        return [at for tp in self._consumer.assignment() if (at := At(*tp)) not in self.tracked]

    def put(self, at: At, place: Tracked) -> None:
        """Read on from here. Raises IllegalStateError when the partition is not ours any more."""
        self._consumer.seek(TopicPartition(*at), place.at)
        self.tracked[at] = place
        self.lost.pop(at, None)

    async def fetch(self, most: int) -> tuple[dict[At, list[Any]], dict[At, int]]:
        """Records by partition, and the positions of all placed partitions that moved, with or without records."""
        fetched = await self._consumer.getmany(timeout_ms=POLL_MS, max_records=most)
        positions = {at: await self._consumer.position(TopicPartition(*at)) for at in self.tracked}
        moved = {at: position for at, position in positions.items() if position > self.tracked[at].at}
        return {at: found for at in moved if (found := fetched.get(TopicPartition(*at)))}, moved

    async def unreadable(self) -> At | None:
        """The first placed partition whose records the client cannot take apart. What it hands out here is read again."""
        for at in list(self.tracked):
            try:
                await self._consumer.getmany(TopicPartition(*at), timeout_ms=POLL_MS)
            except BROKEN_FRAMES:
                return at
        return None

    async def commit(self, positions: Mapping[At, tuple[int, str]], generation: int) -> None:
        """Exactly these positions, each with its note. Raises Again when the partitions are somebody else's, who reads them again."""
        if generation != self.generation:
            raise Again
        try:
            await self._consumer.commit({TopicPartition(*at): OffsetAndMetadata(to, note) for at, (to, note) in positions.items()})
        except (CommitFailedError, IllegalStateError) as refused:
            log.warning("commit.refused", error=type(refused).__name__, partitions=len(positions))
            self.tracked.clear()
            raise Again from None
        if generation == self.generation:
            self.tracked |= {at: self.tracked[at].moved(to) for at, (to, _) in positions.items() if at in self.tracked}

    def lose(self, partitions: Iterable[At]) -> None:
        """These have to be placed anew: what stood at their place is gone, or is another topic's."""
        for at in partitions:
            if (tracked := self.tracked.pop(at, None)) is not None:
                self.lost[at] = Known(tracked.at, tracked.topic_id)

    def rewind(self) -> None:
        """Read again from the tracked places; what is not assigned any more is left to its new reader."""
        for at, tracked in list(self.tracked.items()):
            try:
                self._consumer.seek(TopicPartition(*at), tracked.at)
            except IllegalStateError:
                del self.tracked[at]

    async def give_way(self) -> None:
        """A rebalance begins: the checkpoint under way may come to its end, within a bound; afterwards it commits nothing."""
        self._joined.clear()
        try:
            async with asyncio.timeout(GIVE_WAY_S):
                await self.busy.acquire()
            self.busy.release()
        except TimeoutError:
            log.warning("rebalance.cut-off", waited_s=GIVE_WAY_S)
        self.generation += 1
        self.tracked.clear()
        self.lost.clear()

    def take_over(self, partitions: int) -> None:
        log.info("tap.assigned", partitions=partitions)
        self._joined.set()


class _Listener(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka has no types
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def on_partitions_revoked(self, revoked: Collection[TopicPartition]) -> None:
        await self._reader.give_way()

    async def on_partitions_assigned(self, assigned: Collection[TopicPartition]) -> None:
        self._reader.take_over(len(assigned))
