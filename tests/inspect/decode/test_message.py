"""A message's leaves: every body however it is encoded, and every document in a string."""

import gzip
import json

import pytest

from streams.inspect.paths import render
from tests.inspect.decode.reading import BUDGET, ORDER_LEAVES, body, leaves, whole
from tests.messages import ORDER, SYNTHETIC_FNR, archeo, b64, cma_run, internal, metadata_object, text, wrapper


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
