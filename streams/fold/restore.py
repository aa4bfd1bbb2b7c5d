"""What a fold had got to, read back from the compacted topics: rows and watermark of each partition of our flows."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

import orjson
import structlog
from aiokafka import TopicPartition

from schemas.model import Unreadable
from schemas.partial import ALERT_PARTIAL_SPEC, WATERMARK_SPEC, WINDOW_SPEC, AlertPartial, Watermark, WindowPartial
from schemas.records import STATE_SPEC, State
from streams.fold.routes import Routes
from streams.kafka.cluster import Cluster
from streams.ledger.fold import KEPT, Row
from streams.reading import opened, to_the_end

_ROWS: Final[Mapping[str, type[State | WindowPartial | AlertPartial]]] = MappingProxyType(
    {STATE_SPEC: State, WINDOW_SPEC: WindowPartial, ALERT_PARTIAL_SPEC: AlertPartial}
)
log: Final = structlog.get_logger("spor.fold")


@dataclass(slots=True)
class Restored:
    """The rows of one flows partition, of each key the furthest, and its furthest watermark."""

    rows: dict[bytes, tuple[int, str, bytes]] = field(default_factory=dict)  # key -> (included, spec, value)
    watermark: tuple[int, bytes] | None = None

    def take(self, key: bytes, spec: str, included: int, value: bytes) -> None:
        if spec == WATERMARK_SPEC:
            if self.watermark is None or included >= self.watermark[0]:
                self.watermark = (included, value)
        elif key not in self.rows or included >= self.rows[key][0]:
            self.rows[key] = (included, spec, value)

    @property
    def furthest(self) -> int:
        """The last offset of our flows that any row includes; -1 for none."""
        return max([included for included, _, _ in self.rows.values()], default=-1)

    def models(self) -> Iterator[Row]:
        """The states, and of windows and alerts the latest: those that a fold would keep in memory."""
        found = sorted(self.rows.values(), key=lambda row: row[0])
        states = [row for row in found if row[1] == STATE_SPEC]
        others = [row for row in found if row[1] != STATE_SPEC]
        for _, spec, value in (*states, *others[-2 * KEPT :]):
            try:
                yield _ROWS[spec].read(value)
            except Unreadable as wrong:
                log.warning("row.unreadable", spec=spec, fields=wrong.fields)

    def mark(self) -> Watermark | None:
        return Watermark.read(self.watermark[1]) if self.watermark else None


async def restored(cluster: Cluster, routes: Routes, partitions: Collection[int]) -> dict[int, Restored]:
    """What is known of these partitions of our flows."""
    found = {partition: Restored() for partition in partitions}
    states = {TopicPartition(routes.state, routes.state_partition(partition)) for partition in partitions}
    partials = [TopicPartition(routes.partials, number) for number in range(routes.partials_count)]
    async with opened(cluster) as consumer:
        async for record in to_the_end(consumer, [*states, *partials]):
            _take(found, record)
    return found


def _take(found: dict[int, Restored], record: Any) -> None:
    if record.key is None or record.value is None:
        return
    try:
        head = orjson.loads(record.value)
        partition, spec, included = head["partition"], head["spec"], head["included"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        log.warning("row.unreadable", topic=record.topic, partition=record.partition, offset=record.offset)
        return
    if partition in found and (spec in _ROWS or spec == WATERMARK_SPEC):
        found[partition].take(record.key, spec, included, record.value)
