"""Where the fold's rows go: the same partition for all that has to be read together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from schemas.model import SporError
from schemas.partial import Watermark
from schemas.records import State
from streams.kafka.admin import Admin
from streams.kafka.cluster import Cluster
from streams.kafka.topics import FLOWS
from streams.ledger.fold import Row, row_key, watermark_key
from streams.ledger.ids import key_partition
from streams.settings import Settings
from streams.tap.delivery import Record


class TopicMissing(SporError):
    """A topic of ours is not there."""

    def __init__(self, topic: str) -> None:
        super().__init__(f"topic {topic} does not exist; make it with: spor topics create")


@dataclass(frozen=True, slots=True)
class Routes:
    """Our topics and how many partitions they have."""

    flows: str
    state: str
    partials: str
    state_count: int
    partials_count: int

    @classmethod
    async def of(cls, settings: Settings) -> Self:
        """As they are on the broker. Raises TopicMissing and ClusterUnavailable."""
        admin = Admin(Cluster.of(settings))
        flows, state, partials = (settings.topic(name) for name in (FLOWS, "state", "partials"))
        if Cluster.of(settings).embedded:
            await admin.touch([flows, state, partials])
        existing = await admin.partitions()
        for name in (flows, state, partials):
            if name not in existing:
                raise TopicMissing(name)
        return cls(flows, state, partials, existing[state], existing[partials])

    def state_partition(self, flows_partition: int) -> int:
        """One flows partition's states stand together, so that they are read back from one partition."""
        return flows_partition % self.state_count

    def records(self, rows: Iterable[Row]) -> Iterator[Record]:
        """States beside those of their flows partition; windows and alerts beside all of their integration."""
        for row in rows:
            if isinstance(row, State):
                yield Record(self.state, self.state_partition(row.partition), row_key(row), row.canonical())
            else:
                partition = key_partition(row.integration.encode(), self.partials_count)
                yield Record(self.partials, partition, row_key(row), row.canonical())

    def broadcast(self, watermark: Watermark) -> Iterator[Record]:
        """To every partition of the partials: whoever merges one hears how far each flows partition has come."""
        key, value = watermark_key(watermark), watermark.canonical()
        for partition in range(self.partials_count):
            yield Record(self.partials, partition, key, value)
