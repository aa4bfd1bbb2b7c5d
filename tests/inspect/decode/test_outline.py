"""A body that comes again with other stamps is what it would be if it were read anew."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.flow import Part
from streams.inspect.decode import message
from streams.inspect.decode.message import decode
from streams.inspect.decode.outline import Outlines, outlined
from streams.inspect.words import Body, Budget, Envelope, Leaf, Message

UUIDS = st.uuids().map(str)
INSTANTS = st.datetimes().map(lambda at: f"{at.isoformat(timespec='seconds')}Z")
OTHER = {"uuid": "7d444840-9dc0-11d1-b245-5ffdce74fad2", "at": "2031-05-06T07:08:09Z"}
values = st.recursive(
    st.one_of(
        UUIDS, INSTANTS, st.booleans(), st.none(), st.integers(), st.text(max_size=8),
        st.sampled_from(["kari@example.org", "100%25", '{"a":"7d444840-9dc0-11d1-b245-5ffdce74fad2"}', "eyJhIjoxfQ==", "12345678-1234"]),
        UUIDS.map(lambda uuid: f'ref "{uuid}'), UUIDS.map(str.upper),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.one_of(st.text(max_size=4), UUIDS), inner, max_size=4)),
    max_leaves=12,
)  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message, "_OUTLINES", Outlines())


def read(data: bytes, budget: Budget, beside: tuple[Leaf, ...] = (), media_type: str | None = None) -> Message:
    return decode(Envelope(Part(index=0, of=1), "generic", (), Body(data, media_type), 0, beside=beside), budget)


def anew(data: bytes, budget: Budget, beside: tuple[Leaf, ...] = (), media_type: str | None = None) -> Message:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(message, "_OUTLINES", Outlines())
        return read(data, budget, beside, media_type)


def stamped(value: Any, uuid: str, at: str) -> Any:
    """With another UUID and another instant in the place of each."""
    if isinstance(value, dict):
        return {key: stamped(inner, uuid, at) for key, inner in value.items()}
    if isinstance(value, list):
        return [stamped(inner, uuid, at) for inner in value]
    if not isinstance(value, str):
        return value
    return uuid if len(value) == 36 and value[8] == "-" else at if len(value) == 20 and value[10] == "T" else value


budgets = st.builds(Budget, leaves=st.integers(1, 40), depth=st.integers(1, 6), documents=st.integers(0, 4), bytes=st.integers(1, 400))


@given(value=values, uuid=UUIDS, at=INSTANTS, one=budgets, other=budgets, text=st.sampled_from(["", "x" * 60, "H4sIAAAAAAAA"]))
@settings(max_examples=400, deadline=None)
def test_what_is_remembered_is_what_is_read(value: Any, uuid: str, at: str, one: Budget, other: Budget, text: str) -> None:
    first, second = json.dumps(value).encode(), json.dumps(stamped(value, uuid, at)).encode()
    beside = (Leaf("metadata", ("note",), text),) if text else ()
    read(first, Budget())
    read(first, one)
    for budget in (Budget(), one, other):
        for data in (first, second):
            assert read(data, budget, beside) == anew(data, budget, beside)


def test_the_stamps_are_the_body_s_own_and_all_else_is_kept() -> None:
    first = read(b'{"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "at": "2026-01-15T09:00:00Z", "n": 1.50}', Budget())
    again = read(f'{{"id": "{OTHER["uuid"]}", "at": "{OTHER["at"]}", "n": 1.50}}'.encode(), Budget())
    assert [leaf.text for leaf in again.leaves] == [OTHER["uuid"], OTHER["at"], "1.50"]
    assert again.likeness is first.likeness is not None
    assert again.leaves[2] is first.leaves[2]


OTHERS = {
    "another value": (b'{"id": "a", "n": 1}', b'{"id": "b", "n": 1}'),
    "a number written otherwise": (b'{"n": 1.5}', b'{"n": 1.50}'),
    "a key that is a UUID": (b'{"0f8fad5b-d9cb-469f-a165-70867728950e": 1}', b'{"7d444840-9dc0-11d1-b245-5ffdce74fad2": 1}'),
    "a UUID of digits alone": (b'{"id": "71444840-9310-4141-8245-514441442442"}', b'{"id": "71444840-9310-4141-8245-514441442443"}'),
    "an instant of another length": (b'{"at": "2026-01-15T09:00:00Z"}', b'{"at": "2026-01-15T09:00:00.0Z"}'),
    "a UUID at the end of a text": (
        b'{"t": "x\\"0f8fad5b-d9cb-469f-a165-70867728950e"}', b'{"t": "x\\"7d444840-9dc0-11d1-b245-5ffdce74fad2"}',
    ),
    "another charset": (b'{"t": "\xc3\xa5"}', b'{"t": "\xe5"}'),
}  # fmt: skip


@pytest.mark.parametrize("case", OTHERS)
def test_a_body_that_differs_in_more_than_stamps_is_read(case: str) -> None:
    one, other = OTHERS[case]
    assert (read(one, Budget()).likeness or 1) != (read(other, Budget()).likeness or 2)


@pytest.mark.parametrize("mark", [b"\x01", b"\x02" * 20])
def test_what_stands_for_a_stamp_is_no_stamp_where_it_is_in_the_bytes(mark: bytes) -> None:
    for stamp in OTHER.values():
        read(f'{{"id": "{stamp}"}}'.encode(), Budget())
    hostile = b'{"id": "' + mark + b'"}'
    assert read(hostile, Budget()) == anew(hostile, Budget())
    assert read(hostile, Budget()).likeness is None


@pytest.mark.parametrize(
    "body",
    [
        Body(None),
        Body(b""),
        Body(b"<a/>"),
        Body(b'{"a": "' + b"x" * 8_192 + b'"}'),
        Body(b"{}", tree=[]),
    ],
    ids=["none", "empty", "xml", "large", "a tree"],
)
def test_what_is_no_small_json_text_has_no_outline(body: Body) -> None:
    assert outlined(body, Budget()) is None


@pytest.mark.parametrize(
    "data", [b'{"a": 1}\n{"b": 2}', b'{"a": ', b"{}", b'{"a": "' + b"JVBERi0xLjQK" * 90 + b'"}', json.dumps(["x"] * 129).encode()]
)
def test_what_is_not_read_to_its_end_or_is_more_than_one_document_is_not_kept(data: bytes) -> None:
    assert read(data, Budget()).likeness is None


def test_so_many_bodies_are_held_and_no_more() -> None:
    outlines = Outlines(3)
    for number in range(10):
        message_ = read(f'{{"n": {number}}}'.encode(), Budget())
        outline = outlined(replace(message_.envelope.body), Budget())
        assert outline is not None and outlines.keep(outline, message_.leaves, 1) is not None
        assert len(outlines) <= 3


def test_a_body_is_read_where_the_budget_is_nearly_spent() -> None:
    body = b'{"a": "one", "b": "two"}'
    read(body, Budget())
    assert read(body, replace(Budget(), leaves=1)).reasons == ("budget.leaves",)
    beside = (Leaf("metadata", ("note",), "x" * 20),)
    assert read(body, replace(Budget(), bytes=22), beside).reasons == ("budget.bytes",)
