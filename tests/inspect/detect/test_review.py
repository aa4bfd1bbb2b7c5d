"""The review list: what is on it and why, in which order, within which bounds; and that no value is."""

import json
from collections.abc import Iterable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.build import build_inspector
from streams.cli.scan_review import _line, _values, _why
from streams.inspect.detect.aggregate import DISTINCT, LOOKS, Values, look_of
from streams.inspect.detect.review import BY_LOOK, Review, Row
from streams.inspect.inspector import Inspector
from tests.messages import record

NAMES = ["Kari Eksempel", "Ola Prøve", "Anne Testsen", "Per Eksempel"]


@cache
def inspector() -> Inspector:
    return build_inspector(None)


def reviewed(bodies: Iterable[object], most: int = 5_000) -> Review:
    review = Review(most)
    for body in bodies:
        for message, found in inspector().look(record(body)):
            review.add(message, found)
    return review


def rows(*bodies: object) -> dict[str, Row]:
    return {row.path: row for row in reviewed(bodies).rows()}


def test_a_field_without_a_telling_name_in_a_person_s_record_stands_first():
    bodies = [
        {"customer": {"cf_17": NAMES[i % 4], "postnr": "0150", "email": f"k{i}@example.org"}, "machine": {"blorp": i / 7}}
        for i in range(40)
    ]
    first, last = reviewed(bodies).rows()
    assert (first.path, first.level, first.why, first.inside, first.beside) == (
        "$.customer.cf_17",
        "likely",
        "code",
        "person",
        ("email", "postnummer"),
    )
    assert (first.shape.looks, first.shape.distinct, first.shape.spread, first.shape.lengths) == ("names", 4, "few values", (9, 13))
    assert (last.path, last.level, last.shape.looks, last.next) == ("$.machine.blorp", "unlikely", "number", "category")


@pytest.mark.parametrize(
    ("body", "path", "why", "inside"),
    [
        ({"blorp": "abc"}, "$.blorp", "word", None),
        ({"cf_17": "abc"}, "$.cf_17", "code", None),
        ({"customField3": "abc"}, "$.customField3", "code", None),
        ({"list": ["abc", "def"], "other": 1}, "$.list[*]", "unnamed", None),
        ({"product": {"name": "Kaffe"}}, "$.product.name", "elsewhere", "thing"),
        ({"customer": {"blorp": "abc"}}, "$.customer.blorp", "word", "person"),
        ({"isPerson": True, "blorp": "abc"}, "$.blorp", "word", "person"),
        ({"orgForm": "AS", "legalForm": "AS", "blorp": "abc"}, "$.blorp", "word", "organisation"),
        ({"address": {"blorp": "abc"}}, "$.address.blorp", "word", "address"),
        ("<note><blorp>abc</blorp><blorp>def</blorp></note>", "/note/blorp", "word", None),
        ("blorp;email\nabc;kari@example.org\ndef;ola@example.org\n", "[*].blorp", "word", None),
    ],
)
def test_each_path_says_why_it_is_listed_and_where_it_stands(body, path, why, inside):
    row = rows(body)[path]
    assert (row.why, row.inside, row.messages) == (why, inside, 1)


@pytest.mark.parametrize(
    "body",
    [
        {"customer": {"name": "Kari Eksempel"}},  # found
        {"invoiceNumber": "F-100", "orderDate": "2025-01-10"},  # known to be a thing's
        {"blorp": "skriv til kari@example.org"},  # unknown, but it gave itself away
        {"blorp": "  ", "other": None},
        "UNH+1+INVOIC:D:96A:UN'BGM+380+100'",  # told by the standard's own table
        b"\x00\x01\x02",
    ],
    ids=["found", "a thing", "gave itself away", "empty", "EDIFACT", "binary"],
)
def test_what_is_known_or_was_found_is_not_listed(body):
    assert not {path for path in rows(body) if path != "$.other"}


def test_a_path_whose_value_gave_itself_away_once_is_not_listed_whatever_came_before():
    assert not rows({"blorp": "abc"}, {"blorp": "kari@example.org"}, {"blorp": "def"})


def test_indices_fold_and_messages_count_once():
    row = rows({"r": [{"blorp": "a"}, {"blorp": "b"}]}, {"r": [{"blorp": "c"}]})["$.r[*].blorp"]
    assert (row.messages, row.shape.values, row.shape.spread) == (2, 3, "all different")


def test_a_key_that_is_personal_is_masked():
    assert set(rows({"kari@example.org": {"blorp": "abc"}})) == {"$['<EMAIL_ADDRESS>'].blorp"}


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        (["10042", "10043"], "$['<digits>'].blorp"),
        (["SO-10042", "SO-77"], "$.SO-77.blorp $['<code>'].blorp"),
        (["5d0c0000-0000-4000-8000-000000000001", "5d0c0000-0000-4000-8000-000000000002"], "$['<machine id>'].blorp"),
        (["2025-01-10", "2025-01-11"], "$['<date>'].blorp"),
        (["cf_17", "Z01"], "$.Z01.blorp $.cf_17.blorp"),
    ],
)
def test_a_key_that_is_data_and_no_field_s_name_is_folded(keys, path):
    assert " ".join(sorted(rows({key: {"blorp": "abc"} for key in keys}))) == path


@pytest.mark.parametrize(
    ("value", "look"),
    [
        ("Kari Eksempel", "names"),
        ("hun ringte i dag om det som var", "sentences"),
        ("01020312345", "digits"),
        ("12 345 678", "digits"),
        ("1.234,50", "number"),
        ("-7", "number"),
        ("0.14285714", "number"),
        ("99", "number"),
        ("1975-02-01", "date"),
        ("2025-11-30T10:00:05.1234567Z", "instant"),
        ("5d0c0000-0000-4000-8000-000000000001", "machine id"),
        ("https://example.org/x", "machine id"),
        ("nei", "yes or no"),
        ("NO", "code"),
        ("SO-10042", "code"),
        ("blå", "word"),
        ("Blå hylle", "words"),
        ("{}", "mixed"),
    ],
)
def test_a_value_has_one_look(value, look):
    assert look_of(value, "text") == look


def test_every_look_has_its_weight():
    assert set(BY_LOOK) == {look for look, _ in LOOKS} | {"mixed"}


def test_dates_from_long_ago_weigh_as_births_do():
    born, sent = (rows(*({"blorp": f"{year}-0{m}-11"} for m in range(1, 9)))["$.blorp"] for year in (1975, 2025))
    assert born.weight > sent.weight and (born.next, sent.next) == ("category", "anchor")


def test_a_header_of_its_own_is_listed_and_the_transport_s_are_not():
    review = Review()
    raw = record({"n": 1}, headers=[("content-type", b"application/json"), ("traceparent", b"00-abc"), ("X-Blorp", b"abc")])
    for message, found in inspector().look(raw):
        review.add(message, found)
    assert [(row.place, row.path) for row in review.rows() if row.place == "header"] == [("header", "X-Blorp")]


def test_what_is_held_of_a_path_is_bounded():
    values = Values()
    for i in range(DISTINCT * 3):
        values.add(f"value {i}", "text")
    shape = values.shape()
    assert (shape.distinct, shape.more, shape.values) == (DISTINCT, True, DISTINCT * 3) and len(values._digests) == DISTINCT


def test_more_paths_than_are_kept_are_counted_and_the_first_stay():
    review = reviewed([{f"blorp{i}": "abc" for i in range(10)}, {"blorp3": "abc", "blorp9": "abc"}], most=6)
    assert [row.path for row in review.rows()] == [f"$.blorp{i}" for i in (0, 1, 2, 4, 5, 3)]
    assert review.left_out == 5


NONSENSE = st.text("QXZJKWVF", min_size=4, max_size=12)
VALUES = st.one_of(
    NONSENSE,
    st.builds(lambda a, b: f"{a.capitalize()} {b.capitalize()}", NONSENSE, NONSENSE),
    st.builds(lambda a, b: f"og {a} var i {b} da.", NONSENSE, NONSENSE),
    st.integers(10**7, 10**12),
    st.builds(lambda a, n: f"{a}-{n}", NONSENSE, st.integers(10**5, 10**9)),
    st.just("kari@example.org"),
)
KEYS = st.sampled_from(["blorp", "cf_17", "customer", "postnr", "name", "list", "address", "email", "r", "æøå key"])
BODIES = st.recursive(VALUES, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)), max_leaves=12)


def leaves(body: object) -> Iterable[str]:
    if isinstance(body, dict | list):
        for each in body.values() if isinstance(body, dict) else body:
            yield from leaves(each)
    else:
        yield str(body)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dictionaries(KEYS, BODIES, min_size=1, max_size=4), min_size=1, max_size=4))
def test_no_value_is_in_what_is_shown(bodies):
    shown = "\n".join(json.dumps(_line(row), ensure_ascii=False) + _values(row) + _why(row) for row in reviewed(bodies).rows())
    assert not [value for value in leaves(bodies) if value in shown]
    assert not [word for value in leaves(bodies) for word in value.split() if len(word) >= 4 and word in shown]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.dictionaries(KEYS, BODIES, max_size=4), max_size=4))
def test_the_same_messages_give_the_same_list(bodies):
    assert list(reviewed(bodies).rows()) == list(reviewed(bodies).rows())
