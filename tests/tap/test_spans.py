"""Spans tile: clipped at a watermark they cover each offset once, and what no span covers is found."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.records import SourcePartition, Span
from streams.ledger.spans import clipped, gaps, keyed

SOURCE = SourcePartition(cluster="c", topic="t", topic_id="i", partition=3)


def span(start: int, to: int) -> Span:
    return Span(kind="read", source=SOURCE, from_=start, to=to, records=0, flows=0, policies="p", detector="d")


def test_the_key_of_a_span_is_its_source_partition() -> None:
    key, value = keyed(span(1, 5))
    assert key == b"c/t/i/3"
    assert Span.read(value) == span(1, 5)


def test_a_span_behind_the_watermark_adds_nothing_and_one_across_it_is_cut() -> None:
    assert clipped(span(1, 5), 5) is None
    assert clipped(span(1, 5), 3) == span(3, 5)
    assert clipped(span(1, 5), 0) == span(1, 5)


def test_gaps_are_said_in_order_with_their_edges() -> None:
    assert gaps([span(2, 4), span(6, 8)], 0, 10) == [(0, 2), (4, 6), (8, 10)]
    assert gaps([], 3, 5) == [(3, 5)]
    assert gaps([], 5, 5) == []
    assert gaps([span(0, 100)], 3, 5) == []


runs = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 10)).map(lambda r: (r[0], r[0] + r[1])), max_size=12)


@given(runs, st.integers(0, 20), st.integers(0, 30))
def test_gaps_are_exactly_what_no_span_covers(spans: list[tuple[int, int]], first: int, length: int) -> None:
    last = first + length
    covered = {n for start, to in spans for n in range(start, to)}
    found = gaps([span(*run) for run in spans], first, last)
    assert {n for start, to in found for n in range(start, to)} == set(range(first, last)) - covered
    assert all(start < to for start, to in found)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=20), st.data())
def test_redelivered_spans_clipped_at_the_watermark_tile(lengths: list[int], data: st.DataObject) -> None:
    """A worker that dies before it commits sends from an earlier edge again, cut elsewhere; the reader sees each offset once."""
    edges = [0]
    for length in lengths:
        edges.append(edges[-1] + length)
    sent: list[Span] = []
    at = 0
    while at < edges[-1]:
        to = data.draw(st.integers(at + 1, edges[-1]))
        sent.append(span(at, to))
        at = data.draw(st.integers(max(0, at), to)) if data.draw(st.booleans()) and len(sent) < 30 else to
    mark, seen = 0, []
    for one in sent:
        if (new := clipped(one, mark)) is not None:
            seen += range(new.from_, new.to)
            mark = new.to
    assert seen == list(range(edges[-1]))
