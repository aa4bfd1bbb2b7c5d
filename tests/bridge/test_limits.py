"""Rate, calls in hand and remembered deliveries, on a clock that the tests turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.bridge.limits import Acknowledged, Bucket, Full, Hand


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_goes_through_and_then_the_rate_counts() -> None:
    clock = Clock()
    bucket = Bucket(2.0, 3, clock)
    assert [bucket.take() for _ in range(4)] == [0, 0, 0, 0.5]
    clock.now += 0.5
    assert [bucket.take(), bucket.take()] == [0, 0.5]


def test_a_bucket_that_stood_still_is_never_fuller_than_its_burst() -> None:
    clock = Clock()
    bucket = Bucket(1000.0, 2, clock)
    clock.now += 3600
    assert [bucket.take() > 0 for _ in range(3)] == [False, False, True]


def test_a_clock_that_goes_back_gives_nothing() -> None:
    clock = Clock()
    bucket = Bucket(1.0, 1, clock)
    assert bucket.take() == 0
    clock.now -= 50
    assert bucket.take() > 0


@given(st.floats(0.1, 1000), st.integers(1, 50), st.lists(st.floats(0, 2), max_size=200))
def test_no_more_goes_through_than_burst_and_rate_allow(rate, burst, pauses):
    clock = Clock()
    bucket = Bucket(rate, burst, clock)
    begun, taken = clock.now, 0
    for pause in pauses:
        clock.now += pause
        taken += bucket.take() == 0
        assert taken <= burst + rate * (clock.now - begun) + 1e-6


@given(st.floats(0.1, 1000), st.integers(1, 20))
def test_after_the_wait_that_is_told_a_call_goes_through(rate, burst):
    clock = Clock()
    bucket = Bucket(rate, burst, clock)
    taken = [bucket.take() for _ in range(burst + 1)]
    assert taken[:-1] == [0] * burst
    assert 0 < taken[-1] <= 1 / rate
    clock.now += taken[-1] * 1.000001
    assert bucket.take() == 0


def test_calls_and_bytes_in_hand_are_bounded_and_given_back() -> None:
    hand = Hand(2, 100)
    with hand.hold(60):
        with pytest.raises(Full), hand.hold(41):
            pass
        with hand.hold(40), pytest.raises(Full), hand.hold(0):
            pass
    assert (hand.calls, hand.held) == (0, 0)


def test_one_call_alone_finds_room_however_large() -> None:
    hand = Hand(2, 100)
    with hand.hold(1000), pytest.raises(Full), hand.hold(1):
        pass


def test_a_call_that_fails_gives_its_place_back() -> None:
    hand = Hand(1, 100)
    with pytest.raises(RuntimeError), hand.hold(1):
        raise RuntimeError
    with hand.hold(1):
        assert hand.calls == 1


def test_an_acknowledged_delivery_is_remembered_for_its_window() -> None:
    clock = Clock()
    seen = Acknowledged(10.0, clock)
    assert seen.records(b"a") is None
    seen.add(b"a", 3)
    clock.now += 9.9
    assert seen.records(b"a") == 3
    clock.now += 0.2
    assert seen.records(b"a") is None
    assert len(seen) == 0


def test_the_oldest_is_forgotten_when_there_are_too_many() -> None:
    seen = Acknowledged(10.0, Clock(), most=2)
    for name in (b"a", b"b", b"a", b"c"):
        seen.add(name, 1)
    assert [seen.records(name) for name in (b"a", b"b", b"c")] == [1, None, 1]


def test_a_window_of_nothing_remembers_nothing() -> None:
    seen = Acknowledged(0.0, Clock())
    seen.add(b"a", 1)
    assert seen.records(b"a") is None
