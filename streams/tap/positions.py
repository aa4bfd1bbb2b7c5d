"""Where to begin reading a source partition: the committed position, unless the topic was made anew or retention was faster."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

import orjson

from schemas.model import SporError, canonical

Why = Literal["committed", "first", "recreated", "removed", "truncated"]
EARLIEST: Final = "earliest"
LATEST: Final = "latest"


class StartRefused(SporError):
    """`--from` is neither earliest, latest nor a time."""


@dataclass(frozen=True, slots=True)
class Known:
    """A position that a worker had reached, and the id of the topic that it was reached in; empty where that is not known."""

    offset: int
    topic_id: str = ""


@dataclass(frozen=True, slots=True)
class Edges:
    """What a partition holds now: first offset, next offset, and where a worker without a position begins."""

    begin: int
    end: int
    first: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading goes on; `missed` is a run [from, to) that should have been read and is gone."""

    at: int
    why: Why
    missed: tuple[int, int] | None = None


def decide(known: Known | None, topic_id: str, edges: Edges, *, from_start: bool) -> Place:
    """`from_start`: settings ask for all that there ever was, so what retention removed before the first start was missed too."""
    if known is None:
        return Place(edges.first, "first", _run(0, edges.begin) if from_start else None)
    anew = known.topic_id and topic_id and known.topic_id != topic_id
    if anew or (known.offset > edges.end and not topic_id):  # a broker without ids: a shorter log is a new one
        return Place(edges.begin, "recreated", _run(0, edges.begin))
    if known.offset < edges.begin:
        return Place(edges.begin, "removed", _run(known.offset, edges.begin))
    if known.offset > edges.end:  # an unclean election cut the log: what comes next takes these offsets again
        return Place(edges.end, "truncated")
    return Place(known.offset, "committed")


def _run(start: int, end: int) -> tuple[int, int] | None:
    return (start, end) if end > start else None


def start_ms(start: str) -> int | None:
    """`--from` as an instant in ms UTC; None for earliest and latest. Raises StartRefused."""
    if start in (EARLIEST, LATEST):
        return None
    try:
        moment = datetime.fromisoformat(start)
    except ValueError:
        raise StartRefused(f"--from {start!r} is neither earliest, latest nor a time like 2025-11-30T10:00:00Z") from None
    if moment.tzinfo is None:
        raise StartRefused(f"--from {start!r} has no zone; write 2025-11-30T10:00:00Z or +01:00")
    return int(moment.timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Note:
    """What is remembered beside a committed position: the topic's id, how many partitions it had when reading began, and how many
    our flows had."""

    topic_id: str
    born: int
    flows: int

    def written(self) -> str:
        return canonical({"born": self.born, "flows": self.flows, "topic_id": self.topic_id}).decode()

    @classmethod
    def read(cls, text: str) -> "Note | None":
        """None where somebody else wrote the position (a reset by Kafka's own tools leaves no note)."""
        try:
            note = orjson.loads(text)
        except orjson.JSONDecodeError:
            return None
        if not isinstance(note, dict):
            return None
        topic_id, born, flows = (note.get(name) for name in ("topic_id", "born", "flows"))
        return cls(topic_id, born, flows) if isinstance(topic_id, str) and isinstance(born, int) and isinstance(flows, int) else None
