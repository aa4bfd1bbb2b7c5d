"""A host that fails is left alone for a while, tried once, and believed again when it answers."""

import pytest

from streams.references.breaker import LOOKED_AT, MOST_HOSTS, Breaker


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def fail(breaker: Breaker, times: int, key: str = "a:443") -> list[bool]:
    return [breaker.answered(key, False) for _ in range(times)]


def test_it_is_left_alone_after_so_many_failures_and_that_is_told_once(clock: Clock) -> None:
    breaker = Breaker(3, 30.0, clock)
    assert fail(breaker, 2) == [False, False] and breaker.allows("a:443")
    assert fail(breaker, 3) == [True, False, False] and not breaker.allows("a:443")
    assert breaker.allows("b:443"), "another host is none of it"


def test_one_that_fails_half_the_time_is_left_alone_too(clock: Clock) -> None:
    breaker = Breaker(3, 30.0, clock)
    told = [breaker.answered("a:443", good) for good in (False, True, False, True, False)]
    assert told == [False, False, False, False, True]


def test_failures_of_long_ago_are_forgotten(clock: Clock) -> None:
    breaker = Breaker(3, 30.0, clock)
    for _ in range(5):
        fail(breaker, 1)
        for _ in range(LOOKED_AT):
            breaker.answered("a:443", True)
    assert breaker.allows("a:443")


def test_after_the_pause_one_call_decides(clock: Clock) -> None:
    breaker = Breaker(1, 30.0, clock)
    fail(breaker, 1)
    clock.now += 30.0
    assert [breaker.allows("a:443") for _ in range(3)] == [True, False, False]
    fail(breaker, 1)
    clock.now += 29.0
    assert not breaker.allows("a:443")
    clock.now += 1.0
    assert breaker.allows("a:443")
    breaker.answered("a:443", True)
    assert [breaker.allows("a:443") for _ in range(3)] == [True, True, True]


def test_more_failures_than_are_looked_at_cannot_be_asked_for(clock: Clock) -> None:
    breaker = Breaker(100, 30.0, clock)
    fail(breaker, LOOKED_AT)
    assert not breaker.allows("a:443")


def test_names_without_end_are_not_kept_without_end(clock: Clock) -> None:
    breaker = Breaker(1, 30.0, clock)
    for n in range(3 * MOST_HOSTS):
        fail(breaker, 1, f"{n}.example.org:443")
    assert len(breaker._records) == MOST_HOSTS
    assert not breaker.allows(f"{3 * MOST_HOSTS - 1}.example.org:443")
