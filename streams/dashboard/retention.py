"""How much the read model keeps: bounded by rows and by days, declared on the page, applied between two batches."""

import sqlite3
from dataclasses import dataclass
from typing import Final

from streams.dashboard.tally import DAY_MS, OTHERS

ROWS_AT_ONCE: Final = 2_000  # Flows deleted in one transaction, so that a big clean-up does not hold the writer

_PAST: Final = (
    "DELETE FROM alerts WHERE day < ?",
    "DELETE FROM dead_letters WHERE day < ?",
    "DELETE FROM totals WHERE day < ?",
    "DELETE FROM ranges WHERE source IN (SELECT id FROM coverage WHERE day < ?)",
    "DELETE FROM coverage WHERE day < ?",
)
_NEWEST: Final = (
    "DELETE FROM alerts WHERE seq <= (SELECT seq FROM alerts ORDER BY seq DESC LIMIT 1 OFFSET ?)",
    "DELETE FROM dead_letters WHERE rowid <= (SELECT rowid FROM dead_letters ORDER BY rowid DESC LIMIT 1 OFFSET ?)",
    "DELETE FROM minutes WHERE minute <= (SELECT minute FROM minutes ORDER BY minute DESC LIMIT 1 OFFSET ?)",
    "DELETE FROM ranges WHERE (source, start) IN (SELECT source, start FROM ranges ORDER BY start DESC LIMIT -1 OFFSET ?)",
)


@dataclass(frozen=True, slots=True)
class Keep:
    """The declared retention. Days count from when a record was read; sums and alerts outlive the Flows that they came from."""

    days: int = 90
    flows: int = 100_000  # single Flows, the newest
    alerts: int = 20_000  # the newest
    dead_letters: int = 20_000  # the newest
    minutes: int = 50_000  # rows of the traffic by minute, the newest
    sums: int = 20_000  # rows of sums in one dimension; the rarest values are folded into "(others)"
    ranges: int = 10_000  # ranges of source offsets that nobody read, the newest


def sweep(db: sqlite3.Connection, keep: Keep, now: int) -> int:
    """Deletes what is past retention, at most ROWS_AT_ONCE Flows a call; returns how many Flows went. The caller's transaction."""
    oldest = now // DAY_MS - keep.days
    for past in _PAST:
        db.execute(past, (oldest,))
    for newest, rows in zip(_NEWEST, (keep.alerts, keep.dead_letters, keep.minutes, keep.ranges), strict=True):
        db.execute(newest, (rows,))
    _fold(db, keep.sums)
    return _trim_flows(db, keep.flows, oldest)


def _trim_flows(db: sqlite3.Connection, rows: int, oldest: int) -> int:
    """By the narrow index over days: walking the rows themselves would read every Flow."""
    last = db.execute("SELECT seq FROM flows INDEXED BY flows_day ORDER BY day DESC, seq DESC LIMIT 1 OFFSET ?", (rows,)).fetchone()
    gone = db.execute(
        "SELECT seq FROM flows WHERE seq <= ? UNION SELECT seq FROM flows WHERE day < ? LIMIT ?",
        (last[0] if last else -1, oldest, ROWS_AT_ONCE),
    ).fetchall()
    db.executemany("DELETE FROM facets WHERE seq = ?", gone)
    db.executemany("DELETE FROM flows WHERE seq = ?", gone)
    return len(gone)


def _fold(db: sqlite3.Connection, rows: int) -> None:
    """A sender of endless new integration names costs rows up to a bound, and no count: the rarest sums are added up as one."""
    crowded = db.execute("SELECT dimension, COUNT(*) - ? FROM totals GROUP BY dimension HAVING COUNT(*) > ?", (rows, rows)).fetchall()
    for dimension, excess in crowded:
        rarest = db.execute(
            "SELECT value, verdict, day, flows, fields, last FROM totals WHERE dimension = ? AND value <> ? ORDER BY flows, day LIMIT ?",
            (dimension, OTHERS, excess),
        ).fetchall()
        for value, *sums in rarest:
            db.execute(
                "INSERT INTO totals VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                "flows = flows + excluded.flows, fields = fields + excluded.fields, last = max(last, excluded.last)",
                (dimension, OTHERS, *sums),
            )
            db.execute("DELETE FROM totals WHERE (dimension, value, verdict, day) = (?, ?, ?, ?)", (dimension, value, *sums[:2]))
