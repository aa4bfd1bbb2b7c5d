"""Where reading begins: one case for everything that can have happened to a topic since."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.tap.positions import Edges, Known, Note, Place, StartRefused, decide, start_ms

EDGES = Edges(begin=100, end=500, first=300)


@pytest.mark.parametrize(
    ("case", "known", "topic_id", "from_start", "place"),
    [
        ("a committed position inside", Known(200, "a"), "a", True, Place(200, "committed")),
        ("a committed position at the end", Known(500, "a"), "a", True, Place(500, "committed")),
        ("a committed position at the beginning", Known(100, "a"), "a", True, Place(100, "committed")),
        ("no position, a start of its own", None, "a", False, Place(300, "first")),
        ("no position, everything wanted, some gone", None, "a", True, Place(300, "first", (0, 100))),
        ("retention was faster", Known(40, "a"), "a", False, Place(100, "removed", (40, 100))),
        ("another topic of that name, position inside", Known(200, "a"), "b", False, Place(100, "recreated", (0, 100))),
        ("another topic of that name, position before", Known(5, "a"), "b", True, Place(100, "recreated", (0, 100))),
        ("the log was cut by an election", Known(600, "a"), "a", True, Place(500, "truncated")),
        ("a shorter log on a broker without ids", Known(600, ""), "", True, Place(100, "recreated", (0, 100))),
        ("a position that another program wrote", Known(200, ""), "b", True, Place(200, "committed")),
        ("a position from before the broker gave ids", Known(200, ""), "b", False, Place(200, "committed")),
    ],
)
def test_the_place(case: str, known: Known | None, topic_id: str, from_start: bool, place: Place) -> None:
    assert decide(known, topic_id, EDGES, from_start=from_start) == place, case


def test_a_topic_made_anew_from_its_beginning_misses_nothing() -> None:
    assert decide(Known(7, "a"), "b", Edges(0, 3, 0), from_start=True) == Place(0, "recreated")


offsets = st.integers(0, 1000)


@given(st.none() | st.builds(Known, offsets, st.sampled_from(["", "a", "b"])), st.sampled_from(["", "a"]), offsets, offsets, st.booleans())
def test_reading_goes_on_inside_the_log_and_what_is_skipped_is_said(
    known: Known | None, topic_id: str, begin: int, length: int, from_start: bool
) -> None:
    edges = Edges(begin, begin + length, begin)
    place = decide(known, topic_id, edges, from_start=from_start)
    assert edges.begin <= place.at <= edges.end
    if place.missed is not None:
        assert place.missed[0] < place.missed[1] == place.at
    if place.why == "committed":
        assert known is not None
        assert place.at == known.offset


@given(st.text(max_size=30), st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_note_reads_back(topic_id: str, born: int, flows: int) -> None:
    assert Note.read(Note(topic_id, born, flows).written()) == Note(topic_id, born, flows)


@pytest.mark.parametrize(
    "text", ["", "x", "[]", "null", "7", '{"topic_id":"a"}', '{"topic_id":1,"born":1,"flows":1}', '{"flows":4,"topic_id":"a","born":"1"}']
)
def test_a_note_of_somebody_else_is_none(text: str) -> None:
    assert Note.read(text) is None


@pytest.mark.parametrize(
    ("start", "ms"),
    [
        ("earliest", None),
        ("latest", None),
        ("2025-11-30T10:00:00Z", 1_764_496_800_000),
        ("2025-11-30T11:00:00+01:00", 1_764_496_800_000),
        ("2025-11-30T10:00:00.123Z", 1_764_496_800_123),
    ],
)
def test_from_is_a_word_or_an_instant(start: str, ms: int | None) -> None:
    assert start_ms(start) == ms


@pytest.mark.parametrize("start", ["", "yesterday", "2025-11-30T10:00:00", "2025-13-01T00:00:00Z"])
def test_from_without_a_zone_or_sense_is_refused(start: str) -> None:
    with pytest.raises(StartRefused, match="--from"):
        start_ms(start)
