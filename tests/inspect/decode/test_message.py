"""A message's leaves: every body however it is encoded, every document in a string, and a word for what was not read."""

import base64
import gzip
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.flow import Part
from schemas.reasons import REASONS
from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Body, Budget, Envelope, Leaf, Message
from tests.messages import ORDER, SYNTHETIC_FNR, archeo, b64, cma_run, internal, metadata_object, record, text, wrapper

BUDGET = Budget()
ORDER_LEAVES = {
    "$.orderNumber": "SO-10042",
    "$.customer.name": "Kari Eksempel",
    "$.customer.email": "kari@example.org",
    "$.lines[0].gtin": "7038010009457",
    "$.lines[0].qty": "2",
}


def body(data: bytes | None, media_type: str | None = None, charset: str | None = None, budget: Budget = BUDGET, **more: Any) -> Message:
    return decode(Envelope(Part(index=0, of=1), more.pop("platform", "generic"), (), Body(data, media_type, charset), 0, **more), budget)


def whole(raw_value: object, **more: Any) -> Message:
    [envelope] = unwrap(record(raw_value, **more))
    return decode(envelope, BUDGET)


def leaves(message: Message, place: str = "body") -> dict[str, str]:
    return {render(leaf.path): leaf.text for leaf in message.leaves if leaf.place == place}


@pytest.mark.parametrize(
    "data",
    [
        text(ORDER).encode(),
        json.dumps(ORDER, indent=2).encode(),
        text(ORDER).encode("utf-8-sig"),
        text(ORDER).encode("utf-16"),
        gzip.compress(text(ORDER).encode()),
        gzip.compress(gzip.compress(text(ORDER).encode())),
        b64(ORDER).encode(),
        b64(gzip.compress(text(ORDER).encode())).encode(),
    ],
)
def test_the_root_is_the_body_however_it_is_encoded(data: bytes) -> None:
    message = body(data)
    assert leaves(message) == ORDER_LEAVES
    assert (message.scanned, message.reasons) == ("full", ())


@pytest.mark.parametrize(
    "value",
    [
        archeo(),
        archeo(text(ORDER).encode("utf-8-sig")),
        archeo(gzip.compress(text(ORDER).encode())),
        archeo(bodyContent=ORDER),
        internal(),
        internal(secondaryContent=text(ORDER)),
        wrapper(),
        cma_run(),
        cma_run(text(ORDER)),
        cma_run(b64(ORDER), payloadEncoding="base64"),
        cma_run(text(ORDER), payloadEncoding="text"),
        ORDER,
    ],
)
def test_every_wrapper_s_body_has_the_same_paths(value: object) -> None:
    message = whole(value)
    assert leaves(message) == ORDER_LEAVES
    assert message.scanned == "full"


def test_kinds_are_text_number_and_boolean() -> None:
    assert [(leaf.text, leaf.kind) for leaf in body(b'{"a":"1","b":1.0,"c":true,"d":null}').leaves] == [
        ("1", "text"),
        ("1.0", "number"),
        ("true", "boolean"),
    ]


def test_a_string_that_holds_a_document_goes_on_behind_a_mark() -> None:
    note = {"note": text({"customer": {"email": "kari@example.org"}}), "encoded": b64({"a": [1]}), "quoted": text(text({"b": 2}))}
    assert leaves(body(text(note).encode())) == {
        "$.note!$.customer.email": "kari@example.org",
        "$.encoded!$.a[0]": "1",
        "$.quoted!$!$.b": "2",
    }


def nested(levels: int) -> str:
    value: object = {"mail": "kari@example.org"}
    for _ in range(levels):
        value = {"in": text(value)}
    return text(value)


@pytest.mark.parametrize("levels", [1, 3, 4, 5, 7])
def test_documents_in_strings_are_opened_to_the_budget_and_no_further(levels: int) -> None:
    message = body(nested(levels).encode())
    [(path, value)] = leaves(message).items()
    assert path.count("!") == min(levels, BUDGET.documents)
    assert "kari@example.org" in value
    assert message.reasons == (() if levels <= BUDGET.documents else ("budget.depth",))


@pytest.mark.parametrize(
    "value",
    [
        "{name}",
        "[INFO] started",
        "{",
        '"quoted"',
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJrYXJpIn0.c2ln",
        "eyJub3QgYmFzZTY0",
        "W3s",
        "Hello there",
        b64("just text"),
        "",
    ],
)
def test_a_string_that_holds_no_document_is_a_leaf_as_it_is(value: str) -> None:
    message = body(text({"a": value}).encode())
    assert leaves(message) == {"$.a": value}
    assert message.reasons == ()


@pytest.mark.parametrize("magic", [b"%PDF-1.7 ", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"PK\x03\x04"])
def test_a_picture_or_document_in_a_string_is_said_not_to_be_read(magic: bytes) -> None:
    message = body(text({"attachment": b64(magic + bytes(200)), "name": "Kari Eksempel"}).encode())
    assert (message.scanned, message.reasons) == ("partial", ("content.binary",))
    assert leaves(message)["$.name"] == "Kari Eksempel"


def test_looked_up_records_are_opened_where_they_hang() -> None:
    message = whole(wrapper(metadata=metadata_object()))
    assert leaves(message, "lookup") == {
        "$.metadata.dataCollection!$.person[0].name": "Kari Eksempel",
        "$.metadata.dataCollection!$.person[0].nationalIdentityNumber": SYNTHETIC_FNR,
    }


def test_a_key_and_a_header_that_hold_documents_are_opened_too() -> None:
    message = whole(None, key=b'{"id":"kari@example.org"}', headers=[("baggage", b'{"user":"ola"}')])
    assert [(leaf.place, render(leaf.path, header=leaf.place == "header"), leaf.text) for leaf in message.leaves] == [
        ("header", "baggage!$.user", "ola"),
        ("key", "$!$.id", "kari@example.org"),
    ]
    assert message.scanned == "full"


def test_a_percent_encoded_url_is_read_as_what_it_says() -> None:
    message = whole(
        archeo({"link": "https://a.example.org/?q=kari%40example.org", "rate": "100%25"}, metadata={"outboundEndpoint": "/people/%C3%85se"})
    )
    assert leaves(message) == {"$.link": "https://a.example.org/?q=kari@example.org", "$.rate": "100%25"}
    assert leaves(message, "url") == {"$.metadata.outboundEndpoint": "/people/Åse"}


def test_the_body_comes_first_and_then_what_stands_beside_it() -> None:
    places = [leaf.place for leaf in whole(archeo(), key=b"k").leaves]
    assert places == ["body"] * 5 + ["filename", "status", "key"]


# what cannot be read in full


@pytest.mark.parametrize(
    ("data", "media_type", "scanned", "reasons"),
    [
        (b"", None, "full", ()),
        (b" \r\n", "application/json", "full", ()),
        (b"{}", None, "full", ()),
        (b"Hello, kari@example.org", None, "full", ()),
        (b"Hello, kari@example.org", "text/plain", "full", ()),
        (b'{"a":', None, "partial", ("json.invalid",)),
        (b"[INFO] kari@example.org", None, "partial", ("json.invalid",)),
        (b"kari@example.org", "application/json", "partial", ("json.invalid",)),
        (b"<a>kari</a>", "application/problem+json", "partial", ("json.invalid",)),
        (b'{"a":1}', "application/xml", "full", ()),
        ("{'n':'Åse'}".encode("latin-1"), None, "partial", ("json.invalid", "utf8.invalid")),
        ('{"n":"Åse"}'.encode("latin-1"), None, "partial", ("utf8.invalid",)),
        ('{"n":"Åse"}'.encode("latin-1"), "application/json", "partial", ("utf8.invalid",)),
        ("Åse".encode("latin-1"), None, "partial", ("utf8.invalid",)),
        (b"<?xml version='1.0'?><a>kari@example.org</a>", None, "partial", ("format.unsupported",)),
        (b"<!DOCTYPE html><p>kari", None, "partial", ("format.unsupported",)),
        (b"name;mail\r\nKari;kari@example.org\r\n", None, "partial", ("format.unsupported",)),
        (b"name,mail,city\nKari,kari@example.org,Oslo\n", None, "partial", ("format.unsupported",)),
        (b"name,mail\nKari,kari@example.org\n", "text/csv", "partial", ("format.unsupported",)),
        (b"UNA:+.? 'UNB+UNOC:3+1+2'NAD+UD+kari'", None, "partial", ("format.unsupported",)),
        (b"UNH+1+ORDERS:D:96A:UN'NAD+UD+kari'", None, "partial", ("format.unsupported",)),
        (b"name=Kari&mail=kari%40example.org", None, "partial", ("format.unsupported",)),
        (b"mail=kari%40example.org&" + b"n=1&" * 9999, None, "partial", ("format.unsupported",)),
        (b"mail=kari%40example.org", "application/x-www-form-urlencoded", "partial", ("format.unsupported",)),
        (b"%PDF-1.7\nkari@example.org", None, "opaque", ("content.binary",)),
        (b"%PDF-1.7\nkari@example.org", "application/json", "opaque", ("content.binary",)),
        (bytes(range(256)), None, "opaque", ("content.binary",)),
        (gzip.compress(b"\x89PNG\r\n\x1a\n"), None, "opaque", ("content.binary",)),
        (b"\x1f\x8bnot gzip", None, "undecodable", ("gzip.invalid",)),
        (gzip.compress(b"kari@example.org " * 9999, compresslevel=0)[:-3000], None, "partial", ("gzip.invalid",)),
    ],
)
def test_what_was_not_read_in_full_has_a_word_and_a_reason(
    data: bytes, media_type: str | None, scanned: str, reasons: tuple[str, ...]
) -> None:
    message = body(data, media_type)
    assert (message.scanned, message.reasons) == (scanned, reasons)
    if (b"kari@" in data or b"kari%40" in data) and scanned != "opaque":
        assert any("kari@example.org" in leaf.text for leaf in message.leaves)


def test_a_declared_charset_is_no_fault() -> None:
    message = body('{"n":"Åse"}'.encode("latin-1"), "application/json", "iso-8859-1")
    assert (leaves(message), message.reasons) == ({"$.n": "Åse"}, ())


def test_text_that_is_no_json_is_one_leaf_at_the_root() -> None:
    for data in (b'{"mail":"kari@example.org"', b"Hello, kari@example.org", b"<a>kari@example.org</a>"):
        assert leaves(body(data)) == {"$": data.decode()}


def test_escapes_do_not_hide_a_value_in_broken_json() -> None:
    assert "kari@example.org" in leaves(body(b'{"mail":"kari\\u0040example.org"'))["$"]


@pytest.mark.parametrize(
    "glue", ["System.Exception: no {0}\r\n   at X.Y() in line 3\r\n", "Error: gone ", "Could not read [x] and {y: 1}:\n\n"]
)
def test_an_exception_in_front_of_the_content_is_read_and_so_is_the_content(glue: str) -> None:
    message = whole(archeo(glue + text(ORDER)))
    assert [(render(leaf.path), leaf.text) for leaf in message.leaves if leaf.place == "body"] == [("$", glue), *ORDER_LEAVES.items()]
    assert (message.scanned, message.reasons) == ("partial", ("json.invalid",))


def test_prose_with_braces_is_prose() -> None:
    message = whole(archeo("Dear {name}, your order [1] is late."))
    assert leaves(message) == {"$": "Dear {name}, your order [1] is late."}
    assert message.scanned == "full"


def test_lines_of_json_are_one_message_whose_paths_start_with_the_line() -> None:
    message = body(b'{"mail":"kari@example.org"}\n\n[1,{"a":2}]\r\n{"b":3}')
    assert leaves(message) == {"[0].mail": "kari@example.org", "[2][0]": "1", "[2][1].a": "2", "[3].b": "3"}
    assert (message.scanned, message.reasons) == ("full", ())


def test_a_broken_line_among_lines_of_json_is_scanned_as_text() -> None:
    message = body(b'{"a":1}\n{"b":2}\n{"mail":"kari@example.org"\n{"c":3}\n')
    assert leaves(message) == {"[0].a": "1", "[1].b": "2", "[2]": '{"mail":"kari@example.org"', "[3].c": "3"}
    assert message.reasons == ("json.invalid",)


def test_two_lines_that_are_no_objects_are_text() -> None:
    assert leaves(body(b"1\n2\n")) == {"$": "1\n2\n"}


@pytest.mark.parametrize(
    ("changes", "scanned"),
    [
        ({}, "reference"),
        ({"reasons": ("content.absent", "envelope.invalid")}, "reference"),
        ({"beside": (Leaf("key", (), "k"),)}, "reference"),
    ],
)
def test_content_that_is_elsewhere_is_a_reference(changes: dict[str, Any], scanned: str) -> None:
    envelope = Envelope(Part(index=0, of=1), "generic", (), Body(None, absent=True), 0, reasons=("content.absent",))
    assert decode(replace(envelope, **changes), BUDGET).scanned == scanned


# budgets


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


# promises for all inputs


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
