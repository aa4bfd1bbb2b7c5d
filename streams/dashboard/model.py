"""The read model's writer: batches of our records into SQLite, each with its offsets in one transaction."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import structlog

from schemas.flow import Flow
from schemas.model import Unreadable
from schemas.records import Alert, DeadLetter, Span
from streams.dashboard.intake import Entry, Record, read
from streams.dashboard.retention import Keep, sweep
from streams.dashboard.schema import open_writer
from streams.dashboard.spans import keep_span
from streams.dashboard.store import FlowStore, keep_alert, keep_dead_letter

log = structlog.get_logger(__name__)

_FORGET: Final[Mapping[str, tuple[str, ...]]] = {  # what goes when a topic is read anew
    "flows": ("DELETE FROM flows", "DELETE FROM facets", "DELETE FROM totals", "DELETE FROM minutes", "DELETE FROM watermarks"),
    "spans": ("DELETE FROM coverage", "DELETE FROM ranges"),
    "alerts": ("DELETE FROM alerts",),
    "deadletter": ("DELETE FROM dead_letters",),
}
_FORGET_PLACE: Final = (
    "DELETE FROM positions WHERE topic = ?",
    "DELETE FROM left_out WHERE topic = ?",
    "DELETE FROM topics WHERE topic = ?",
)


class ReadModel:
    """One writer, used by one task at a time. Every method is one transaction: all of it is kept or nothing."""

    def __init__(self, path: Path, keep: Keep = Keep()) -> None:  # noqa: B008 - a frozen value
        self.path, self.keep = path, keep
        self._db = open_writer(path)

    def close(self) -> None:
        self._db.close()

    def apply(self, records: Sequence[Record], now: int) -> None:
        """Rows and offsets of a batch, in offset order within each partition. A record below the stored offset was kept before and is
        dropped; one that cannot be read is counted and skipped. `now`: ms UTC."""
        entries = [(record, _tried(record)) for record in records]
        with self._transaction():
            due, flows, ahead = self._offsets(), FlowStore(self._db, now), dict[tuple[str, int], int]()
            for record, entry in entries:
                place = (record.topic, record.partition)
                if record.offset < max(ahead.get(place, 0), due.get(place, 0)):
                    continue
                ahead[place] = record.offset + 1
                if isinstance(entry, Unreadable):
                    self._leave_out(record.topic, "unreadable", 1)
                else:
                    self._keep(entry, flows, now)
            flows.finish()
            self._db.executemany("INSERT OR REPLACE INTO positions VALUES (?, ?, ?)", ((*place, to) for place, to in ahead.items()))

    def _keep(self, entry: Entry | None, flows: FlowStore, now: int) -> None:
        match entry:
            case Flow():
                flows.keep(entry)
            case Span():
                keep_span(self._db, entry, now)
            case Alert():
                keep_alert(self._db, entry, now)
            case DeadLetter():
                keep_dead_letter(self._db, entry, now)

    def offsets(self) -> dict[tuple[str, int], int]:
        """The next offset to read, by (topic without prefix, partition)."""
        return self._offsets()

    def sources(self, cluster: str) -> list[tuple[str, int]]:
        """The source partitions that lie on this cluster, or on one that gave no id: those whose end it can tell."""
        rows = self._db.execute("SELECT DISTINCT topic, partition FROM coverage WHERE cluster IN ('', ?)", (cluster,))
        return [(topic, partition) for topic, partition in rows]

    def jump(self, topic: str, partition: int, first: int) -> None:
        """Retention removed records of ours before they were read: they are counted, and reading goes on at `first`."""
        with self._transaction():
            at = self._offsets().get((topic, partition), 0)
            self._leave_out(topic, "expired", max(0, first - at))
            self._db.execute("INSERT OR REPLACE INTO positions VALUES (?, ?, ?)", (topic, partition, first))

    def incarnation(self, topic: str, cluster: str, topic_id: str) -> bool:
        """Whether the topic is the one that was read so far. If it is another (recreated, or another cluster), all that came of the
        old one goes, and it is read from its first offset. Empty texts are unknown, and contradict nothing."""
        with self._transaction():
            known = self._db.execute("SELECT cluster, topic_id FROM topics WHERE topic = ?", (topic,)).fetchone() or ("", "")
            same = all(not old or not new or old == new for old, new in zip(known, (cluster, topic_id), strict=True))
            if not same:
                self._forget(topic)
            names = [new or (old if same else "") for old, new in zip(known, (cluster, topic_id), strict=True)]
            if names != list(known) or not same:
                self._db.execute("INSERT OR REPLACE INTO topics VALUES (?, ?, ?)", (topic, *names))
        return same

    def rebuild(self, topic: str) -> None:
        """The topic ends before what was read of it: it was recreated. All that came of it goes, to be read anew."""
        with self._transaction():
            self._forget(topic)

    def sweep(self, now: int) -> None:
        """Applies the declared retention, in transactions small enough not to be noticed."""
        while True:
            with self._transaction():
                gone = sweep(self._db, self.keep, now)
            if not gone:
                return

    def _forget(self, topic: str) -> None:
        for rows in _FORGET[topic]:
            self._db.execute(rows)
        for place in _FORGET_PLACE:
            self._db.execute(place, (topic,))
        log.warning("dashboard.topic_read_anew", topic=topic)

    def _offsets(self) -> dict[tuple[str, int], int]:
        return {(topic, partition): at for topic, partition, at in self._db.execute("SELECT topic, partition, next_offset FROM positions")}

    def _leave_out(self, topic: str, reason: str, records: int) -> None:
        self._db.execute(
            "INSERT INTO left_out VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET records = records + excluded.records", (topic, reason, records)
        )

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _tried(record: Record) -> Entry | Unreadable | None:
    """What the record says, or why it cannot be read: a log line with its coordinates, and nothing of its content."""
    try:
        return read(record)
    except Unreadable as wrong:
        log.warning(
            "dashboard.record_skipped", topic=record.topic, partition=record.partition, offset=record.offset, fields=wrong.fields[:5]
        )
        return wrong
