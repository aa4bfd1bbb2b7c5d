"""Finding the place in every partition that has just been assigned, or whose place was lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

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
    """A partition that is being read: how far, of which topic, and how many partitions that had when reading began."""

    at: int
    topic_id: str
    born: int = 0

    def moved(self, to: int) -> "Tracked":
        return replace(self, at=to)


@dataclass(frozen=True, slots=True)
class Found:
    """A place, and what is to be remembered of the topic that it was found in."""

    place: Place
    topic_id: str
    born: int


class Placing:
    """Looks up ids, committed positions and offsets, and decides."""

    def __init__(self, settings: Settings, admin: Admin, flows: int) -> None:
        """`flows`: how many partitions our flows have now."""
        self._settings = settings
        self._admin = admin
        self._flows = flows
        self._instant = start_ms(settings.start)
        self._seen: dict[str, str] = {}  # topic -> id, as this process has read it

    async def find(self, partitions: Iterable[At], lost: Mapping[At, Known]) -> dict[At, Found]:
        """`lost`: where reading stood, for those that are found again in the midst of it. Topics that are gone are left out."""
        wanted = list(partitions)
        ids = await self._admin.topic_ids(at.topic for at in wanted)
        counts = await self._admin.partitions()
        there = [at for at in wanted if at.topic in ids and at.partition < counts.get(at.topic, 0)]
        known, born = await self._known(there, ids, lost)
        edges = await self._edges(there)
        found = {}
        for at in there:
            whole = self._settings.start == EARLIEST or at.partition >= born.get(at.topic, at.partition + 1)
            reach = replace(edges[at], first=edges[at].begin) if whole else edges[at]
            before = known.get(at) or self._as_seen(at, ids)
            place = decide(before, ids[at.topic], reach, from_start=whole)
            found[at] = Found(place, ids[at.topic], born.get(at.topic, counts[at.topic]))
        self._seen |= {at.topic: ids[at.topic] for at in there}
        return found

    def _as_seen(self, at: At, ids: Mapping[str, str]) -> Known | None:
        """Kafka forgets a deleted topic's positions; a topic of its name is then still another one than we have read."""
        old = self._seen.get(at.topic)
        return Known(0, old) if old and old != ids[at.topic] else None

    async def _known(self, there: list[At], ids: Mapping[str, str], lost: Mapping[At, Known]) -> tuple[dict[At, Known], dict[str, int]]:
        """Where reading stood, and how many partitions each topic had when reading of it began: later ones are read whole."""
        reached = await committed(Cluster.of(self._settings), tap_group(self._settings), there)
        check_flows(self._settings, reached, self._flows)
        notes = {at: Note.read(position.note) for at, position in reached.items()}
        known = {at: Known(position.offset, note.topic_id if (note := notes[at]) else "") for at, position in reached.items()}
        born: dict[str, int] = {}
        for at, note in notes.items():
            if note is not None and note.topic_id == ids.get(at.topic) and note.born:
                born[at.topic] = min(note.born, born.get(at.topic, note.born))
        return {**known, **lost}, born

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
