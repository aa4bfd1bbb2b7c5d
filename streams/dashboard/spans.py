"""Coverage by source partition: spans clipped at the watermark, and the ranges of offsets that nobody read."""

import sqlite3
from typing import Final

from schemas.records import Span
from streams.dashboard.tally import DAY_MS

Range = tuple[int, int]  # start, stop (exclusive)
_PLACE: Final = "SELECT id, first, read_to FROM coverage WHERE (cluster, topic, topic_id, partition) = (?, ?, ?, ?)"
_FIRST: Final = """
INSERT INTO coverage (cluster, topic, topic_id, partition, first, read_to, policies, detector, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def keep_span(db: sqlite3.Connection, span: Span, now: int) -> None:
    """Stretches what is known of the source partition by the span. What was seen before adds nothing; a jump leaves an
    unaccounted range, which a span that comes later may still fill."""
    at, day = span.source, now // DAY_MS
    place = (at.cluster, at.topic, at.topic_id, at.partition)
    known = db.execute(_PLACE, place).fetchone()
    if known is None:
        begun = db.execute(_FIRST, (*place, span.from_, span.from_, span.policies, span.detector, day))
        known = (begun.lastrowid, span.from_, span.from_)
    source, first, read_to = known
    fresh = [*_fill(db, source, (span.from_, span.to)), *without((span.from_, span.to), (first, read_to))]
    for gap in ((read_to, span.from_), (span.to, first)):
        _note(db, source, "unaccounted", gap)
    if span.kind == "missed":
        for gone in fresh:
            _note(db, source, "missed", gone)
    if fresh:
        row = (min(first, span.from_), max(read_to, span.to), span.policies, span.detector, day, source)
        db.execute("UPDATE coverage SET first = ?, read_to = ?, policies = ?, detector = ?, day = ? WHERE id = ?", row)


def _fill(db: sqlite3.Connection, source: int, span: Range) -> list[Range]:
    """Takes the span out of the unaccounted ranges; returns the pieces that it filled."""
    held = db.execute(
        "SELECT start, stop FROM ranges WHERE source = ? AND kind = 'unaccounted' AND start < ? AND stop > ?", (source, span[1], span[0])
    ).fetchall()
    for start, stop in held:
        db.execute("DELETE FROM ranges WHERE source = ? AND start = ?", (source, start))
        for rest in without((start, stop), span):
            _insert(db, source, "unaccounted", rest)
    return [(max(start, span[0]), min(stop, span[1])) for start, stop in held]


def without(held: Range, taken: Range) -> list[Range]:
    """What is left of one range when another is cut out of it: none, one or two pieces."""
    if taken[0] >= taken[1]:
        return [held] if held[0] < held[1] else []
    left, right = (held[0], min(held[1], taken[0])), (max(held[0], taken[1]), held[1])
    return [piece for piece in (left, right) if piece[0] < piece[1]]


def _note(db: sqlite3.Connection, source: int, kind: str, piece: Range) -> None:
    """Adds a range, joined with the one of its kind that ends where it starts; an empty one is nothing."""
    if piece[0] >= piece[1]:
        return
    before = db.execute("SELECT start FROM ranges WHERE source = ? AND kind = ? AND stop = ?", (source, kind, piece[0])).fetchone()
    if before is not None:
        db.execute("UPDATE ranges SET stop = ? WHERE source = ? AND start = ?", (piece[1], source, before[0]))
    else:
        _insert(db, source, kind, piece)


def _insert(db: sqlite3.Connection, source: int, kind: str, piece: Range) -> None:
    db.execute("INSERT INTO ranges VALUES (?, ?, ?, ?)", (source, *piece, kind))
