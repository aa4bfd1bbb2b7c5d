"""Where single records become rows: each function keeps one kind, inside the caller's transaction, and counts nothing twice."""

import sqlite3
from dataclasses import dataclass, field
from typing import Final

from schemas.flow import Flow
from schemas.records import Alert, DeadLetter
from streams.dashboard.tally import DAY_MS, MINUTE_MS, Tally

_FLOW: Final = """
INSERT INTO flows (id, cluster, topic, topic_id, partition, "offset", part, revision, day, minute, message_time,
                   integration, sender, receiver, verdict, value)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_THERE: Final = """
SELECT seq, revision, day, minute, value FROM flows
WHERE (cluster, topic, topic_id, partition, "offset", part) = (?, ?, ?, ?, ?, ?)"""
_WATERMARK: Final = """
SELECT "offset", part FROM watermarks WHERE (cluster, topic, topic_id, partition, revision) = (?, ?, ?, ?, ?)"""
_ALERT: Final = """
INSERT INTO alerts (id, day, time, verdict, rule, ground, citation, integration, flow, category, place, path, count, first, last)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET day = excluded.day, time = excluded.time, verdict = excluded.verdict, rule = excluded.rule,
    ground = excluded.ground, citation = excluded.citation, integration = excluded.integration, flow = excluded.flow,
    category = excluded.category, place = excluded.place, path = excluded.path, count = excluded.count,
    first = excluded.first, last = excluded.last"""

_Line = tuple[str, str, str, int, int]  # a source partition and a revision
_Mark = tuple[int, int]  # offset, part index


@dataclass(slots=True)
class FlowStore:
    """Flows of one batch. Duplicates fall to the watermark, lower revisions to the highest; sums change with the rows."""

    db: sqlite3.Connection
    now: int  # ms UTC
    tally: Tally = field(default_factory=Tally)
    marks: dict[_Line, _Mark] = field(default_factory=dict)

    def keep(self, flow: Flow) -> None:
        if not self._is_new(flow):
            return
        at = (*_partition(flow), flow.source.offset, flow.part.index)
        there = self.db.execute(_THERE, at).fetchone()
        if there is None and self._was_counted(flow):
            return  # its row is past retention, and stays counted as its first revision told
        if there is not None:
            seq, revision, day, minute, value = there
            if revision > flow.revision:
                return
            self.tally.take(Flow.read(value), day, minute)
            self._drop(seq)
        self._insert(flow)

    def finish(self) -> None:
        """Writes what the batch changed in sums and watermarks; call it once, before the commit."""
        self.tally.write(self.db)
        self.db.executemany(
            "INSERT OR REPLACE INTO watermarks VALUES (?, ?, ?, ?, ?, ?, ?)", ((*line, *mark) for line, mark in self.marks.items())
        )

    def _is_new(self, flow: Flow) -> bool:
        """Whether [offset, part] is greater than all that was seen of this source partition and revision; if so, it is the mark."""
        line, mark = (*_partition(flow), flow.revision), (flow.source.offset, flow.part.index)
        seen = self._seen(line)
        if seen is not None and mark <= seen:
            return False
        self.marks[line] = mark
        return True

    def _was_counted(self, flow: Flow) -> bool:
        """Whether the first revision's watermark has passed this Flow: every record has one of those, so a missing row was trimmed."""
        if flow.revision == 0:
            return False
        seen = self._seen((*_partition(flow), 0))
        return seen is not None and (flow.source.offset, flow.part.index) <= seen

    def _seen(self, line: _Line) -> _Mark | None:
        """The watermark as this batch has moved it so far; None before the first Flow of a line."""
        return self.marks.get(line) or self.db.execute(_WATERMARK, line).fetchone()

    def _insert(self, flow: Flow) -> None:
        day = self.now // DAY_MS
        minute = max(0, min(flow.source.timestamp, self.now)) // MINUTE_MS  # a clock that runs ahead does not move the chart
        route = flow.integration
        cursor = self.db.execute(
            _FLOW,
            (
                flow.id, *_partition(flow), flow.source.offset, flow.part.index, flow.revision, day, minute, flow.message_time,
                route.id, route.sender, route.receiver, flow.verdict, flow.canonical(),
            ),
        )  # fmt: skip
        values = {("category", row.category) for row in flow.personal_data} | {("purpose", purpose) for purpose in flow.purposes}
        self.db.executemany("INSERT INTO facets VALUES (?, ?, ?)", ((*pair, cursor.lastrowid) for pair in sorted(values)))
        self.tally.add(flow, day, minute)

    def _drop(self, seq: int) -> None:
        self.db.execute("DELETE FROM facets WHERE seq = ?", (seq,))
        self.db.execute("DELETE FROM flows WHERE seq = ?", (seq,))


def keep_alert(db: sqlite3.Connection, alert: Alert, now: int) -> None:
    """One row per alert id: each later copy carries the totals so far and takes the row's place."""
    said = alert.data
    row = (
        alert.id, now // DAY_MS, alert.time, said.verdict, said.rule, said.source, said.citation, said.integration,
        said.flow, said.category, said.place, said.path, said.count, said.first, said.last,
    )  # fmt: skip
    db.execute(_ALERT, row)


def keep_dead_letter(db: sqlite3.Connection, letter: DeadLetter, now: int) -> None:
    """One row per Flow and stage: a tagged copy that could not be made stands beside what the decoder said."""
    at, key = letter.source, f"{letter.flow}/{letter.stage}"
    row = (key, now // DAY_MS, letter.flow, at.topic, at.partition, at.offset, letter.stage, letter.reason, letter.size)
    db.execute("INSERT OR REPLACE INTO dead_letters VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def _partition(flow: Flow) -> tuple[str, str, str, int]:
    at = flow.source
    return (at.cluster, at.topic, at.topic_id, at.partition)
