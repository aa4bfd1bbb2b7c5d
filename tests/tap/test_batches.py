"""Slices of a fetch: every record once, in order, and positions that never run ahead of the records."""

from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.words import RawMessage
from streams.kafka.admin import At
from streams.tap.batches import LEAST, MOST, Pace, Slice, slices


def raw(at: At, offset: int, size: int = 1) -> RawMessage:
    return RawMessage(at.topic, at.partition, offset, 0, None, b"x" * size)


A, B, C = At("a", 0), At("a", 1), At("b", 0)


def test_a_fetch_within_the_limit_is_one_slice_up_to_the_captured_positions() -> None:
    fetched = {A: [raw(A, 3), raw(A, 5)], B: [raw(B, 0)]}
    (cut,) = slices(fetched, {A: 7, B: 1})
    assert cut == Slice((*fetched[A], *fetched[B]), {A: 7, B: 1})


def test_a_partition_that_moved_without_records_is_committed_with_the_last_slice() -> None:
    cuts = slices({A: [raw(A, 0, 8), raw(A, 1, 8)]}, {A: 2, C: 9}, limit=8)
    assert [cut.upto for cut in cuts] == [{A: 1}, {A: 2, C: 9}]
    assert slices({}, {C: 9}) == [Slice((), {C: 9})]


def test_nothing_read_and_nothing_moved_is_no_slice() -> None:
    assert slices({}, {}) == []


def test_a_record_larger_than_the_limit_stands_alone() -> None:
    cuts = slices({A: [raw(A, 0), raw(A, 1, 100), raw(A, 2)]}, {A: 3}, limit=10)
    assert [[r.offset for r in cut.raws] for cut in cuts] == [[0], [1], [2]]


@given(
    st.dictionaries(
        st.sampled_from([A, B, C]), st.lists(st.tuples(st.integers(1, 5), st.integers(0, 20)), min_size=1, max_size=12), max_size=3
    ),
    st.integers(1, 40),
)
def test_slices_hold_every_record_once_and_commit_only_what_they_hold(steps: dict[At, list[tuple[int, int]]], limit: int) -> None:
    fetched: dict[At, list[RawMessage]] = {}
    for at, moves in steps.items():
        offset = 0
        for step, size in moves:
            fetched.setdefault(at, []).append(raw(at, offset, size))
            offset += step
    positions = {at: records[-1].offset + 3 for at, records in fetched.items()}
    cuts = slices(fetched, positions, limit)
    assert [r for cut in cuts for r in cut.raws] == [r for records in fetched.values() for r in records]
    reached: dict[At, int] = {}
    for cut in cuts:
        reached |= cut.upto
        for at, to in cut.upto.items():
            held = [r.offset for earlier in cuts[: cuts.index(cut) + 1] for r in earlier.raws if At(r.topic, r.partition) == at]
            assert all(r.offset in held for r in fetched[at] if r.offset < to)
    assert reached == positions


def test_the_pace_grows_while_batches_are_quick_and_full_and_shrinks_when_they_are_slow() -> None:
    pace = Pace()
    before = pace.most
    pace.took(before // 2, 0.01)
    assert pace.most == before, "a batch that was not full says nothing"
    for _ in range(20):
        pace.took(pace.most, 0.01)
    assert pace.most == MOST
    pace.took(pace.most, 10.0)
    assert LEAST <= pace.most <= MOST // 9
    for _ in range(20):
        pace.took(pace.most, 1000.0)
    assert pace.most == LEAST
