"""When a folder that changes is taken: looks in, decisions out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.policy.watcher import Decision, Watcher


@pytest.mark.parametrize(
    ("looks", "decisions"),
    [
        ("AAA", ["as-in-force"] * 3),
        ("ABB", ["as-in-force", "wait", "take"]),
        ("BCDD", ["wait", "wait", "wait", "take"]),  # still being written
        ("BCBB", ["wait", "wait", "wait", "take"]),
        ("BA", ["wait", "back"]),  # changed, and put back before it was taken
        ("BBA", ["wait", "take", "back"]),
        ("BAB", ["wait", "back", "wait"]),  # seen twice, and not in a row
    ],
)
def test_only_what_two_looks_in_a_row_saw_is_taken(looks: str, decisions: list[Decision]) -> None:
    watcher = Watcher("A")
    assert [watcher.saw(look) for look in looks] == decisions


def test_what_was_taken_is_in_force() -> None:
    watcher = Watcher("A")
    watcher.saw("B")
    watcher.took("B")
    assert [watcher.saw(look) for look in "BAA"] == ["as-in-force", "wait", "take"]


def test_what_was_refused_is_not_taken_again_until_it_changes() -> None:
    watcher = Watcher("A")
    watcher.refused("B")
    assert [watcher.saw(look) for look in "BBCC"] == ["refused-already", "refused-already", "wait", "take"]
    assert [watcher.saw(look) for look in "BB"] == ["refused-already", "refused-already"]


def test_what_was_refused_is_forgotten_when_what_is_in_force_is_back() -> None:
    watcher = Watcher("A")
    watcher.refused("B")
    assert [watcher.saw(look) for look in "BAABB"] == ["refused-already", "back", "as-in-force", "wait", "take"]


def test_who_asks_has_also_the_refused_looked_at_by_two_looks() -> None:
    watcher = Watcher("A")
    watcher.saw("B")
    watcher.refused("B")
    watcher.asked()
    assert [watcher.saw(look) for look in "BB"] == ["wait", "take"]


@given(st.text("ABC", max_size=40))
def test_whatever_is_taken_has_been_seen_at_two_looks_and_is_not_in_force(looks: str) -> None:
    watcher, in_force = Watcher("A"), "A"
    for before, look in zip(" " + looks, looks, strict=False):
        if watcher.saw(look) == "take":
            assert look == before != in_force
            watcher.took(look)
            in_force = look
