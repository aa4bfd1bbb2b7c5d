"""Finding the place in every partition that has just been assigned, or whose place was lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schemas.model import SporError
from streams.kafka.admin import Admin, At
from streams.kafka.cluster import Cluster
from streams.kafka.committed import Committed, committed
from streams.kafka.groups import tap_group
from streams.settings import Settings
from streams.tap.positions import EARLIEST, LATEST, Edges, Known, Note, Place, decide, start_ms


class PartitionsChanged(SporError):
    """Our flows no longer have as many partitions as when this group last committed."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A partition that is being read: how far, of which topic."""

    at: int
    topic_id: str


@dataclass(frozen=True, slots=True)
class Found:
    """A place, and the id of the topic that it was found in."""

    place: Place
    topic_id: str


class Placing:
    """Looks up ids, committed positions and offsets, and decides."""

    def __init__(self, settings: Settings, admin: Admin, flows: int) -> None:
        """`flows`: how many partitions our flows have now."""
        self._settings = settings
        self._admin = admin
        self._flows = flows
        self._instant = start_ms(settings.start)

    async def find(self, partitions: Iterable[At], lost: Mapping[At, Known]) -> dict[At, Found]:
        """`lost`: where reading stood, for those that are found again in the midst of it. Topics that are gone are left out."""
        wanted = list(partitions)
        ids = await self._admin.topic_ids(at.topic for at in wanted)
        there = [at for at in wanted if at.topic in ids]
        known = await self._known(lost)
        edges = await self._edges(there)
        from_start = self._settings.start == EARLIEST
        return {at: Found(decide(known.get(at), ids[at.topic], edges[at], from_start=from_start), ids[at.topic]) for at in there}

    async def _known(self, lost: Mapping[At, Known]) -> dict[At, Known]:
        reached = await committed(Cluster.of(self._settings), tap_group(self._settings))
        check_flows(self._settings, reached, self._flows)
        known = {at: Known(c.offset, note.topic_id if (note := Note.read(c.note)) else "") for at, c in reached.items()}
        return {**known, **lost}

    async def _edges(self, partitions: list[At]) -> dict[At, Edges]:
        begins = await self._admin.beginnings(partitions)
        ends = await self._admin.ends(partitions)
        if self._settings.start == EARLIEST:
            firsts = begins
        elif self._settings.start == LATEST or self._instant is None:
            firsts = await self._admin.ends(partitions, committed_only=True)
        else:
            firsts = {**ends, **await self._admin.at_time(partitions, self._instant)}
        return {at: Edges(begins[at], ends[at], firsts[at]) for at in partitions}


def check_flows(settings: Settings, reached: Mapping[At, Committed], flows: int) -> None:
    """Order per source partition stands on the number of partitions of our flows. Raises PartitionsChanged."""
    for position in reached.values():
        note = Note.read(position.note)
        if note is not None and note.flows != flows:
            raise PartitionsChanged(
                f"{settings.topic('flows')} has {flows} partitions and had {note.flows} when group {tap_group(settings)} last committed:"
                " Flows of one source partition would lose their order. Use a new --prefix and --group, or put the old number back"
            )
