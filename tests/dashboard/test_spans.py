"""Coverage: spans in any order and any overlap give the offsets that were read, missed, and in no span."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.records import Span
from streams.dashboard.schema import migrate
from streams.dashboard.spans import keep_span, without
from tests.dashboard.samples import T0, span

RANGES = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair)))
SPANS = st.lists(st.builds(lambda r, kind: span(*r, kind=kind), RANGES.filter(lambda r: r[0] < r[1]), st.sampled_from(["read", "missed"])))


@pytest.fixture
def memory() -> Iterator[sqlite3.Connection]:
    db = _empty()
    yield db
    db.close()


def _empty() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db)
    return db


def _told(db: sqlite3.Connection, kind: str) -> set[int]:
    return {n for start, stop in db.execute("SELECT start, stop FROM ranges WHERE kind = ?", (kind,)) for n in range(start, stop)}


@given(SPANS)
def test_every_offset_between_first_and_last_is_read_missed_or_unaccounted(spans: list[Span]) -> None:
    db = _empty()
    seen: dict[int, str] = {}
    for one in spans:
        keep_span(db, one, T0)
        for offset in range(one.from_, one.to):
            seen.setdefault(offset, one.kind)  # the first word stands: what comes again is clipped
    hull = set(range(min(seen), max(seen) + 1)) if seen else set()
    assert _told(db, "missed") == {n for n, kind in seen.items() if kind == "missed"}
    assert _told(db, "unaccounted") == hull - seen.keys()
    row = db.execute("SELECT first, read_to FROM coverage").fetchone()
    assert row == ((min(seen), max(seen) + 1) if seen else None)
    db.close()


@given(RANGES, RANGES)
def test_cutting_a_range_out_leaves_exactly_the_rest(held: tuple[int, int], taken: tuple[int, int]) -> None:
    left = [n for start, stop in without(held, taken) for n in range(start, stop)]
    assert left == [n for n in range(*held) if n not in range(*taken)]


def test_a_worker_that_begins_in_the_middle_leaves_nothing_unaccounted(memory: sqlite3.Connection) -> None:
    keep_span(memory, span(500, 600), T0)
    assert _told(memory, "unaccounted") == set()


def test_a_hole_that_is_read_later_is_closed(memory: sqlite3.Connection) -> None:
    for one in (span(0, 10), span(20, 30), span(10, 20)):
        keep_span(memory, one, T0)
    assert _told(memory, "unaccounted") == set()
    assert memory.execute("SELECT first, read_to FROM coverage").fetchall() == [(0, 30)]


def test_consecutive_missed_spans_are_one_range(memory: sqlite3.Connection) -> None:
    for one in (span(0, 10, kind="missed"), span(10, 20, kind="missed"), span(20, 30)):
        keep_span(memory, one, T0)
    assert memory.execute("SELECT start, stop, kind FROM ranges").fetchall() == [(0, 20, "missed")]


def test_recreated_topics_are_covered_apart(memory: sqlite3.Connection) -> None:
    keep_span(memory, span(0, 10), T0)
    other = span(0, 4)
    keep_span(memory, other.model_copy(update={"source": other.source.model_copy(update={"topic_id": "another"})}), T0)
    assert sorted(memory.execute("SELECT topic_id, read_to FROM coverage")) == [("ZxQv0d3hT2mJ1y8nB4kL9w", 10), ("another", 4)]
