"""A message that comes again is answered from memory: with what it was answered the first time, and never with another's findings."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect.again import LARGEST, MOST, Again, Told
from streams.inspect.detect.detector import Detector
from streams.inspect.stamps import STAMP
from streams.inspect.words import Attachment, Budget, Header, Leaf, Likeness, Message, Word
from tests.inspect.detect.build import message
from tests.inspect.detect.corpus import PAYLOADS, unmarked

NOTHING = Told((), {}, ())


def never(text: str) -> bool:
    return False


def never_idle(leaf: Leaf, root: str) -> bool:
    return False


@pytest.mark.parametrize("name", PAYLOADS)
def test_the_second_answer_is_the_first(detector: Detector, name: str) -> None:
    said = message(unmarked(PAYLOADS[name]))
    assert detector.find(said, never, Budget()) == detector.find(said, never, Budget())


CHANGES = {
    "another value": lambda m: replace(m, leaves=(Leaf("body", ("mobile",), "+47 400 00 693"), *m.leaves[1:])),
    "another key": lambda m: replace(m, leaves=(Leaf("body", ("orderId",), m.leaves[0].text), *m.leaves[1:])),
    "another place": lambda m: replace(m, leaves=tuple(Leaf("property", leaf.path, leaf.text) for leaf in m.leaves)),
    "a schema's hint": lambda m: replace(m, leaves=tuple(Leaf("body", leaf.path, leaf.text, hints=("tag PII",)) for leaf in m.leaves)),
    "another kind of document": lambda m: replace(m, envelope=replace(m.envelope, document_type=Word("Customer", ("type",)))),
    "a file": lambda m: replace(m, attachments=(Attachment("body", ("photo",), "png", 420),)),
    "one leaf less": lambda m: replace(m, leaves=m.leaves[:1]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_message_that_differs_is_another(change: str) -> None:
    again = Again(never_idle)
    first = message({"mobile": "+47 400 00 692", "name": "Kari Nordmann"})
    key = again.key(first, 100)
    assert key is not None
    again.keep(key, NOTHING, 10)
    other: Message = CHANGES[change](first)
    assert again.recall(again.key(first, 100)) is NOTHING
    assert again.recall(again.key(other, 100)) is None
    assert again.recall(again.key(first, 99)) is None


def test_a_header_beside_the_body_is_not_the_field_of_its_name() -> None:
    again = Again(never_idle)
    field = message({"mobile": "+47 400 00 692"}, "metadata")
    header = replace(field, leaves=tuple(Leaf(leaf.place, (Header(leaf.path[0]),), leaf.text) for leaf in field.leaves))
    key = again.key(field, 100)
    assert key is not None
    again.keep(key, NOTHING, 10)
    assert again.recall(again.key(field, 100)) is NOTHING
    assert again.recall(again.key(header, 100)) is None


def test_what_the_policy_knows_of_the_envelopes_words_is_asked_each_time(detector: Detector) -> None:
    said = message({"a": "b"}, words={"receiver": "kari.nordmann@example.org"})
    assert detector.find(said, never, Budget()).words
    assert not detector.find(said, lambda text: True, Budget()).words


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12))
@settings(max_examples=50, deadline=None)
def test_memory_holds_so_many_values_and_no_more(sizes: list[int]) -> None:
    again = Again(never_idle)
    for number, size in enumerate(sizes):
        said = message({"a": str(number) + "x" * (size * LARGEST // 2)})
        key = again.key(said, 1)
        if key is not None:
            again.keep(key, NOTHING, 1)
        assert (again.recall(key) is NOTHING) == (len(said.leaves[0].text) + 1 <= LARGEST)
    assert again.key(message(["x"] * (MOST + 1)), 1) is None


uuids = st.uuids().map(str)
instants = st.datetimes().map(lambda at: f"{at.isoformat()}Z")
stamps = st.one_of(uuids, instants)
OTHER_STAMP = {"uuid": "0f8fad5b-d9cb-469f-a165-70867728950e", "instant": "2031-05-06T07:08:09Z"}


def stamped(value: Any, uuid: str, instant: str) -> Any:
    """With every UUID and every instant replaced."""
    if isinstance(value, dict):
        return {key: stamped(inner, uuid, instant) for key, inner in value.items()}
    if isinstance(value, list):
        return [stamped(inner, uuid, instant) for inner in value]
    found = STAMP.fullmatch(value) if isinstance(value, str) else None
    return value if found is None else uuid if found[1] else instant


@pytest.fixture(scope="module")
def payloads() -> list[Any]:
    """Those in which there is a stamp."""
    all_of_them = [unmarked(payload) for payload in PAYLOADS.values()]
    found = [payload for payload in all_of_them if stamped(payload, "", "") != payload]
    assert len(found) > 5
    return found


@given(data=st.data(), uuid=uuids, instant=instants)
@settings(max_examples=100, deadline=None)
def test_another_id_and_another_instant_change_no_finding(
    detector: Detector, payloads: list[Any], data: st.DataObject, uuid: str, instant: str
) -> None:
    payload = data.draw(st.sampled_from(payloads))
    first, other = message(payload), message(stamped(payload, uuid, instant))
    one, another = detector._again.key(first, 20_000), detector._again.key(other, 20_000)
    assert one is not None and another is not None
    if one.first == another.first:
        assert detector._told(other, Budget(), None) == detector._told(first, Budget(), None)


def test_of_a_message_at_its_next_tap_the_findings_are_remembered(detector: Detector) -> None:
    first = {"id": "7d444840-9dc0-11d1-b245-5ffdce74fad2", "at": "2026-01-15T09:00:00Z", "customer": {"email": "kari@example.org"}}
    said = message(first)
    told = detector.find(said, never, Budget())
    again = detector._again.recall(detector._again.key(message(stamped(first, **OTHER_STAMP)), Budget().candidates))
    assert again is not None and again.findings == told.findings


LIKE = {
    "a body of which all is told by its outline": ({"id": "7d444840-9dc0-11d1-b245-5ffdce74fad2", "email": "kari@example.org"}, True),
    "a number of a customer's": ({"customerNumber": "7d444840-9dc0-11d1-b245-5ffdce74fad2"}, False),
}


@pytest.mark.parametrize("case", LIKE)
def test_bodies_that_are_alike_are_one_where_their_stamps_are_nobody_s(detector: Detector, case: str) -> None:
    value, one = LIKE[case]
    like = Likeness(len(value), 60, (0,))
    first, other = (replace(message(said), likeness=like) for said in (value, stamped(value, **OTHER_STAMP)))
    before, after = detector._again.key(first, 1), detector._again.key(other, 1)
    assert before is not None and after is not None
    assert (before.first == after.first) is one
    assert (before.leaves == ()) is one
    beside = replace(other, leaves=(*other.leaves, Leaf("header", ("trace",), "another hop")))
    third = detector._again.key(beside, 1)
    assert third is not None and third.first != after.first


NO_OTHERS = {
    "a name that is a UUID": {"name": "7d444840-9dc0-11d1-b245-5ffdce74fad2"},
    "one without a letter": {"messageId": "71444840-9310-4141-8245-514441442442"},
    "an instant of another length": {"at": "2026-01-15T09:00:00.000Z"},
    "the instant of a birth": {"birthDate": "1990-01-15T00:00:00Z"},
    "a customer's number": {"customerNumber": "7d444840-9dc0-11d1-b245-5ffdce74fad2"},
    "what another field names": {"key": "email", "value": "7d444840-9dc0-11d1-b245-5ffdce74fad2"},
}


@pytest.mark.parametrize("case", NO_OTHERS)
def test_a_stamp_that_may_be_somebodys_is_compared_as_it_is(detector: Detector, case: str) -> None:
    one, other = message(NO_OTHERS[case]), message(stamped(NO_OTHERS[case], **OTHER_STAMP))
    before, after = detector._again.key(one, 1), detector._again.key(other, 1)
    assert before is not None and after is not None and before.first != after.first


@given(stamps, st.sampled_from(["id", "key", "name", "type", "code"]))
@settings(max_examples=300, deadline=None)
def test_a_uuid_or_an_instant_names_no_value_beside_it(detector: Detector, stamp: str, key: str) -> None:
    told = detector.find(message({"address": [{key: stamp, "value": "Eksempelgata 4"}]}), never, Budget())
    assert not any(code.startswith("sibling:") for finding in told.findings for code in finding.evidence)
