"""A message that comes again is answered from memory: with what it was answered the first time, and never with another's findings."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect.again import LARGEST, MOST, Again, Told
from streams.inspect.detect.detector import Detector
from streams.inspect.words import Attachment, Budget, Header, Leaf, Message, Word
from tests.inspect.detect.build import message
from tests.inspect.detect.corpus import PAYLOADS, unmarked

NOTHING = Told((), {}, ())


def never(text: str) -> bool:
    return False


@pytest.mark.parametrize("name", PAYLOADS)
def test_the_second_answer_is_the_first(detector: Detector, name: str) -> None:
    said = message(unmarked(PAYLOADS[name]))
    assert detector.find(said, never, Budget()) == detector.find(said, never, Budget())


CHANGES = {
    "another value": lambda m: replace(m, leaves=(Leaf("body", ("mobile",), "+47 400 00 693"), *m.leaves[1:])),
    "another key": lambda m: replace(m, leaves=(Leaf("body", ("orderId",), m.leaves[0].text), *m.leaves[1:])),
    "another place": lambda m: replace(m, leaves=tuple(Leaf("property", leaf.path, leaf.text) for leaf in m.leaves)),
    "a header of that name": lambda m: replace(m, leaves=tuple(Leaf("body", (Header(leaf.path[0]),), leaf.text) for leaf in m.leaves)),
    "a schema's hint": lambda m: replace(m, leaves=tuple(Leaf("body", leaf.path, leaf.text, hints=("tag PII",)) for leaf in m.leaves)),
    "another kind of document": lambda m: replace(m, envelope=replace(m.envelope, document_type=Word("Customer", ("type",)))),
    "a file": lambda m: replace(m, attachments=(Attachment("body", ("photo",), "png", 420),)),
    "one leaf less": lambda m: replace(m, leaves=m.leaves[:1]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_message_that_differs_is_another(change: str) -> None:
    again = Again()
    first = message({"mobile": "+47 400 00 692", "name": "Kari Nordmann"})
    key = again.key(first, 100)
    assert key is not None
    again.keep(key, NOTHING, 10)
    other: Message = CHANGES[change](first)
    assert again.recall(again.key(first, 100)) is NOTHING
    assert again.recall(again.key(other, 100)) is None
    assert again.recall(again.key(first, 99)) is None


def test_what_the_policy_knows_of_the_envelopes_words_is_asked_each_time(detector: Detector) -> None:
    said = message({"a": "b"}, words={"receiver": "kari.nordmann@example.org"})
    assert detector.find(said, never, Budget()).words
    assert not detector.find(said, lambda text: True, Budget()).words


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12))
@settings(max_examples=50, deadline=None)
def test_memory_holds_so_many_values_and_no_more(sizes: list[int]) -> None:
    again = Again()
    for number, size in enumerate(sizes):
        said = message({"a": str(number) + "x" * (size * LARGEST // 2)})
        key = again.key(said, 1)
        assert key is not None
        again.keep(key, NOTHING, 1)
        assert (again.recall(key) is NOTHING) == (len(said.leaves[0].text) + 1 <= LARGEST)
    assert again.key(message(["x"] * (MOST + 1)), 1) is None
