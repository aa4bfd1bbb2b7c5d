"""One message costs no more work than its budget, whatever it holds, and no input makes decoding fall over."""

import base64
import gzip
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.reasons import REASONS
from streams.inspect.decode.message import decode
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget, Leaf, Message
from tests.inspect.decode.reading import BUDGET, body, leaves
from tests.messages import record, text


def test_values_past_the_budget_of_leaves_are_left_out() -> None:
    message = body(text(list(range(100))).encode(), budget=Budget(leaves=10))
    assert [leaf.text for leaf in message.leaves] == [str(n) for n in range(10)]
    assert (message.scanned, message.reasons) == ("partial", ("budget.leaves",))


def test_just_as_many_values_as_the_budget_has_are_all_read() -> None:
    assert body(text(list(range(10))).encode(), budget=Budget(leaves=10)).reasons == ()


def test_the_value_that_passes_the_budget_of_bytes_is_cut_and_the_last() -> None:
    message = body(text(["åå", "åååå", "b"]).encode(), budget=Budget(bytes=9))
    assert [leaf.text for leaf in message.leaves] == ["åå", "åå"]
    assert message.reasons == ("budget.bytes",)


def test_below_the_budget_of_depth_the_rest_is_one_text() -> None:
    message = body(b'{"a":{"b":{"mail":"kari@example.org"}},"c":1}', budget=Budget(depth=2))
    assert leaves(message) == {"$.a.b": '{"mail":"kari@example.org"}', "$.c": "1"}
    assert message.reasons == ("budget.depth",)


def test_a_large_body_does_not_keep_what_stands_beside_it_from_being_read() -> None:
    message = body(b'"' + b"x" * 1000 + b'"', budget=Budget(bytes=100), beside=(Leaf("filename", ("f",), "kari@example.org.json"),))
    assert leaves(message, "filename") == {"$.f": "kari@example.org.json"}
    assert message.reasons == ("budget.bytes",)


@pytest.mark.parametrize("levels", [10_000, 1_000_000])
def test_brackets_by_the_million_are_survived(levels: int) -> None:
    valid = body(b"[" * levels + b'"kari@example.org"' + b"]" * levels)
    assert (valid.scanned, valid.reasons) == ("partial", ("budget.depth",))
    assert "kari@example.org" in valid.leaves[0].text
    broken = body(b"[" * levels)
    assert (broken.scanned, broken.reasons) == ("partial", ("budget.depth", "json.invalid"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"mail":"kari@example.org","x":"' + b"x" * 20_000_000 + b'"}', "budget.bytes"),
        (b'[{"mail":"kari@example.org"}' + b',{"a":1}' * 2_500_000 + b"]", "budget.leaves"),
        (b"kari@example.org " * 1_200_000, "budget.bytes"),
        (gzip.compress(b'[{"mail":"kari@example.org"}' + b',{"a":"xxxxxxxxxxxxxxxx"}' * 1_000_000 + b"]"), "budget.leaves"),
        (gzip.compress(b'{"mail":"kari@example.org","rows":[' + (b'"' + b"x" * 999 + b'",') * 50_000), "budget.bytes"),
    ],
)
def test_twenty_megabytes_are_read_as_far_as_the_budget_goes(data: bytes, reason: str) -> None:
    [envelope] = unwrap(record(data))
    message = decode(envelope, BUDGET)
    assert message.scanned == "partial"
    assert reason in message.reasons
    assert "json.invalid" not in message.reasons
    assert "kari@example.org" in message.leaves[0].text
    assert sum(len(leaf.text.encode()) for leaf in message.leaves) <= BUDGET.bytes
    assert len(message.leaves) <= BUDGET.leaves


def _containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)


_TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["{", '{"a":1}', "eyJhIjoxfQ==", "%41://"]),
    lambda inner: _containers(inner) | _containers(inner).map(json.dumps),
    max_leaves=20,
)
_BUDGETS = st.builds(Budget, leaves=st.integers(0, 30), depth=st.integers(1, 4), documents=st.integers(0, 3), bytes=st.integers(0, 60))


def holds(message: Message, budget: Budget) -> None:
    """What every decoding promises."""
    assert set(message.reasons) <= set(REASONS)
    assert list(message.reasons) == sorted(set(message.reasons))
    assert len(message.leaves) <= budget.leaves
    assert sum(len(leaf.text.encode()) for leaf in message.leaves) <= budget.bytes
    assert (message.scanned == "full") == all(REASONS[reason].scanned is None for reason in message.reasons)
    assert all(type(leaf.text) is str for leaf in message.leaves)


@settings(max_examples=200)
@given(
    st.binary(max_size=80) | st.text(alphabet='{}[]",:\n e\\u0', max_size=40).map(str.encode),
    st.none() | st.sampled_from(["application/json", "text/csv"]),
    _BUDGETS,
)
def test_no_bytes_make_it_raise(data: bytes, media_type: str | None, budget: Budget) -> None:
    for platform in ("generic", "connxio"):
        for packed in (data, gzip.compress(data), base64.b64encode(data)):
            holds(body(packed, media_type, budget=budget, platform=platform), budget)


@settings(max_examples=200)
@given(_TREES, _BUDGETS)
def test_no_json_makes_it_raise(value: Any, budget: Budget) -> None:
    data = json.dumps(value, ensure_ascii=False).encode()
    message = body(data, budget=budget, beside=(Leaf("lookup", ("d",), data.decode()),))
    holds(message, budget)


@settings(max_examples=200)
@given(_TREES)
def test_within_the_budget_no_scalar_is_lost(value: Any) -> None:
    """Every text, number and truth value is a leaf, or inside one that was opened."""

    def scalars(node: Any) -> list[str]:
        if isinstance(node, dict | list):
            return [s for inner in (node.values() if isinstance(node, dict) else node) for s in scalars(inner)]
        if isinstance(node, str):
            try:
                inner = json.loads(node)
            except ValueError:
                return [node]
            return scalars(inner) if isinstance(inner, dict | list) else [node]
        return [] if node is None else [json.dumps(node)]

    joined = "\n".join(
        leaf.text for leaf in body(json.dumps([value]).encode(), "application/json", budget=replace(BUDGET, documents=50)).leaves
    )
    assert all(scalar in joined for scalar in scalars(value) if "%" not in scalar and not scalar.startswith("eyJ"))
