"""What was not read in full has a word and a reason, and is scanned as text all the same."""

import gzip
from dataclasses import replace
from typing import Any

import pytest

from schemas.flow import Part
from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.words import Body, Envelope, Leaf
from tests.inspect.decode.reading import BUDGET, ORDER_LEAVES, body, leaves, whole
from tests.messages import ORDER, archeo, text


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
        (b"<?xml version='1.0'?><a>kari@example.org</a>", None, "full", ()),
        (b"<?xml version='1.0'?><a>kari@example.org</b>", None, "partial", ("xml.invalid",)),
        (b"kari@example.org", "application/xml", "partial", ("xml.invalid",)),
        (b"<!DOCTYPE html><p>kari@example.org", None, "full", ()),
        (b"name;mail\r\nKari;kari@example.org\r\n", None, "full", ()),
        (b"name,mail,city\nKari,kari@example.org,Oslo\n", None, "full", ()),
        (b"name,mail\nKari,kari@example.org\n", "text/csv", "full", ()),
        (b'name;mail\r\n"Kari;kari@example.org\r\n', None, "partial", ("csv.invalid",)),
        (b"UNA:+.? 'UNB+UNOC:3+1+2'NAD+UD+kari@example.org'", None, "partial", ("edifact.invalid",)),
        (b"UNH+1+ORDERS:D:96A:UN'FTX+AAI+++kari@example.org'UNT+3+1'", None, "full", ()),
        (b"kari@example.org", "application/edifact", "partial", ("edifact.invalid",)),
        (b"name=Kari&mail=kari%40example.org", None, "full", ()),
        (b"mail=kari%40example.org&" + b"n=1&" * 9999, None, "full", ()),
        (b"mail=kari%40example.org", "application/x-www-form-urlencoded", "full", ()),
        (b"#FLAGGA 0\n#ADRESS kari@example.org", None, "full", ()),
        (b"BEGIN:VCARD\nEMAIL:kari@example.org", None, "partial", ("format.unsupported",)),
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
