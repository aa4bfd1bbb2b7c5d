"""The comparison with naive Presidio counts the same messages and the same planted values on both sides."""

from benchmarks.inspector import compare


def test_both_ways_meet_the_same_messages_and_ours_finds_what_was_planted():
    ours, naive = compare(25)
    assert ours.messages == naive.messages >= 50
    assert ours.planted == naive.planted > 100
    assert ours.found / ours.planted >= 0.95
    assert naive.found < ours.found
    assert {"name", "messages_per_s", "planted_found"} <= ours.as_json().keys()
