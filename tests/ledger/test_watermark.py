"""When windows close: by record time and lateness, without those who are silent, and again when something comes late."""

from schemas.partial import SourceMark, Watermark, WindowPartial
from streams.ledger.watermark import Closing, Idleness, passed, source_of
from streams.ledger.windows import Window
from tests.ledger.flows import MINUTE, WHEN, flow

LATENESS = 30_000
FIRST = ("orders", WHEN)


def mark(partition: int, timestamp: int, offset: int = 0, revision: int = 0) -> SourceMark:
    return SourceMark(
        cluster="", topic="t", topic_id="", partition=partition, revision=revision, offset=offset, part=0, timestamp=timestamp
    )


def partial(included: int = 0, *, start: int = WHEN, partition: int = 0, since: int = 0, integration: str = "orders") -> WindowPartial:
    window = Window(integration, start, MINUTE)
    window.add(flow(at=start))
    return window.partial(partition, since, included)


def watermark(at: int | None, partition: int = 0) -> Watermark:
    return Watermark(partition=partition, included=0, passed=at, sources=())


def test_the_slowest_source_partition_counts_less_lateness() -> None:
    assert passed([mark(0, 90_000), mark(1, 70_000)], (), LATENESS) == 40_000


def test_a_silent_partition_is_not_waited_for_and_none_at_all_means_all_of_time() -> None:
    slow, quick = mark(0, 10), mark(1, 90_000)
    assert passed([slow, quick], {source_of(slow)}, LATENESS) == 60_000
    assert passed([slow, quick], {source_of(slow), source_of(quick)}, LATENESS) is None


def test_revisions_of_one_source_partition_are_one_source() -> None:
    assert passed([mark(0, 10, revision=1), mark(0, 90_000)], (), LATENESS) == 60_000


def test_idleness_counts_from_the_last_move_not_from_the_last_look() -> None:
    idleness, key = Idleness(30), source_of(mark(0, 0))
    idleness.listen([mark(0, 0, offset=1)], 100.0)
    idleness.listen([mark(0, 0, offset=1)], 120.0)
    assert idleness.idle(129.9) == set()
    assert idleness.idle(130.0) == {key}
    idleness.listen([mark(0, 0, offset=2)], 131.0)
    assert idleness.idle(140.0) == set()


def test_a_window_is_due_when_every_partition_that_spoke_has_passed_its_end() -> None:
    closing = Closing()
    closing.take(partial())
    assert closing.due() == ()
    closing.advance(watermark(WHEN + MINUTE - 1))
    assert closing.due() == ()
    closing.advance(watermark(WHEN + MINUTE))
    assert closing.due() == (FIRST,)
    closing.advance(watermark(WHEN, partition=1))
    assert closing.due() == ()
    closing.advance(watermark(None, partition=1))
    assert closing.due() == (FIRST,)


def test_all_idle_closes_every_window_in_order_of_time() -> None:
    closing = Closing()
    for start in (WHEN + 5 * MINUTE, WHEN, WHEN + MINUTE):
        closing.take(partial(start=start))
    closing.advance(watermark(None))
    assert closing.due() == (FIRST, ("orders", WHEN + MINUTE), ("orders", WHEN + 5 * MINUTE))


def test_a_sent_window_is_due_again_only_when_something_came_late() -> None:
    closing = Closing()
    closing.take(partial(3))
    closing.advance(watermark(None))
    closing.sent(FIRST, closing.stamp(FIRST))
    assert closing.due() == ()
    closing.take(partial(3))
    assert closing.due() == ()
    closing.take(partial(9))
    assert closing.due() == (FIRST,)
    closing.sent(FIRST, closing.stamp(FIRST))
    closing.take(partial(2, partition=1))
    assert closing.due() == (FIRST,)


def test_a_row_of_a_worker_that_was_cut_off_does_not_undo_a_newer_one() -> None:
    closing = Closing()
    assert closing.take(partial(9))
    assert not closing.take(partial(4))
    assert closing.take(partial(4, since=2))
    assert closing.stamp(FIRST) == "0/0-9,0/2-4"


def test_what_was_sent_is_known_after_a_restart_whichever_is_read_first() -> None:
    before = Closing()
    before.take(partial(3))
    stamp = before.stamp(FIRST)
    for order in ("rows first", "sent first"):
        closing = Closing()
        steps = [lambda c=closing: c.take(partial(3)), lambda c=closing: c.sent(FIRST, stamp)]
        for step in steps if order == "rows first" else reversed(steps):
            step()
        closing.advance(watermark(None))
        assert closing.due() == (), order


def test_something_that_came_while_a_window_was_being_sent_is_not_forgotten() -> None:
    closing = Closing()
    closing.take(partial(3))
    closing.advance(watermark(None))
    stamp = closing.stamp(FIRST)
    closing.take(partial(4))
    closing.sent(FIRST, stamp)
    assert closing.due() == (FIRST,)


def test_only_sent_windows_are_forgotten_the_earliest_first() -> None:
    closing = Closing()
    for n in range(4):
        closing.take(partial(start=WHEN + n * MINUTE))
    for n in (1, 2, 3):
        closing.sent(("orders", WHEN + n * MINUTE), closing.stamp(("orders", WHEN + n * MINUTE)))
    assert closing.oldest(4) == ()
    assert closing.oldest(2) == (("orders", WHEN + MINUTE), ("orders", WHEN + 2 * MINUTE))
    closing.forget(("orders", WHEN + MINUTE))
    assert closing.oldest(2) == (("orders", WHEN + 2 * MINUTE),)
