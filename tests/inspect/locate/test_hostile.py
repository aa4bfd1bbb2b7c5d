"""Hostile bodies: no crash whatever the bytes, time that grows as the size does, and never a place outside of the body."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.words import Budget, Message
from tests.inspect.decode.reading import body
from tests.inspect.locate.planting import spans, whole

MEDIA = st.sampled_from(
    (
        *(None, "application/json", "application/x-ndjson", "application/xml", "text/csv", "text/html", "application/edifact"),
        *("text/plain", "application/x-www-form-urlencoded", "application/x-sie", "multipart/form-data; boundary=x", "message/rfc822"),
    )
)
CHARSET = st.sampled_from([None, "utf-16", "utf-16-be", "utf-32", "latin-1", "cp437", "cp1252", "utf-7", "nonesuch"])
FRAGMENTS = st.sampled_from(
    (
        *('{"a":', '"x"', "[", "]", "}", ",", "\\u00e5", "\\ud800", '"', "<r>", "</r>", "<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&x;"),
        *("<!DOCTYPE r [", "]>", "UNB+", "UNA:+.? '", "NAD+a?", "'", "?", "#FLAGGA 0\n", '#FNAMN "', "a=%C3", "&b=%", "sep=;\n", '";"'),
        *("\r\n", "\n", ";", "\ufeff", "\0", "å", "😀", "eyJhIjoieCJ9"),
    )
)


def consistent(message: Message, data: bytes) -> None:
    """No place outside of the bytes, none backwards; a part of a leaf lies in the whole of it."""
    for number, (leaf, place) in enumerate(zip(message.leaves, whole(message), strict=True)):
        halves = spans(message, [(number, 0, len(leaf.text) // 2), (number, len(leaf.text) // 2, len(leaf.text))])
        if place is None or any(segment.__class__.__name__ == "Nested" for segment in leaf.path):
            continue
        assert 0 <= place[0] <= place[1] <= len(data)
        for half in filter(None, halves):
            assert place[0] <= half[0] <= half[1] <= place[1]


@given(st.binary(max_size=200), MEDIA, CHARSET)
@settings(deadline=None)
def test_no_bytes_make_it_raise(data: bytes, media_type: str | None, charset: str | None) -> None:
    consistent(body(data, media_type, charset), data)


@given(st.lists(FRAGMENTS, max_size=30).map("".join), MEDIA, st.sampled_from(["utf-8", "utf-16", "utf-16-be"]), st.booleans())
@settings(deadline=None)
def test_no_broken_document_makes_it_raise(text: str, media_type: str | None, charset: str, glued: bool) -> None:
    data = text.encode(charset)
    consistent(body(data, media_type, charset, platform="connxio" if glued else "generic"), data)


@given(st.integers(0, 60), st.integers(1, 6), st.integers(1, 60))
@settings(deadline=None)
def test_no_budget_makes_it_raise(size: int, count: int, depth: int) -> None:
    data = b'{"a":[1,"kari@example.org",{"b":"{\\"c\\":\\"x\\"}"}],"d":"<r><e>x</e><e>y</e></r>"}'
    message = body(data, budget=Budget(leaves=count, bytes=size, depth=depth))
    assert len(whole(message)) == len(message.leaves)


def test_a_document_that_is_cut_anywhere_is_found_as_the_text_that_it_was_scanned_as() -> None:
    data = '{"a":"k\\u00e5ri","b":[{"c":"x"}],"å":"ø"}'.encode()
    assert [whole(body(data[:end], "application/json")) for end in range(1, len(data))] == [[(0, end)] for end in range(1, len(data))]


def test_utf_16_that_ends_in_half_a_character_has_no_place_behind_its_end() -> None:
    data = "Hei Kåri 😀".encode("utf-16")[:-3]
    message = body(data, "text/plain")
    [(start, end)] = [place for place in whole(message) if place]
    assert (start, end <= len(data)) == (2, True)


@pytest.mark.parametrize("words", [1, 160])
def test_a_large_document_with_many_findings_is_gone_through_once(words: int) -> None:
    """10 MB at the larger size: hours, were each finding looked for by itself."""
    rows = [{"id": n, "mail": f"p{n}@example.org", "note": "kåri " * words} for n in range(6_000)]
    data = json.dumps(rows).encode()
    message = body(data, budget=Budget(bytes=64 * 1024 * 1024))
    mails = [(number, 1, len(leaf.text)) for number, leaf in enumerate(message.leaves) if leaf.path[-1] == "mail"]
    assert len(mails) == 6_000
    assert [place and data[slice(*place)].decode() for place in spans(message, mails)] == [f"{row['mail']}"[1:] for row in rows]


@pytest.mark.parametrize("escaped", [True, False])
def test_one_long_string_with_many_findings_is_spelled_once(escaped: bool) -> None:
    text = "kåri@example.org " * 60_000
    data = json.dumps({"a": text}, ensure_ascii=escaped).encode()
    message = body(data)
    wanted = [(0, at, at + 16) for at in range(0, len(text), 17 * 6)]
    mail = json.dumps("kåri@example.org", ensure_ascii=escaped)[1:-1].encode()
    assert {place and data[slice(*place)] for place in spans(message, wanted)} == {mail}


HOSTILE = {
    "a key repeated": b"{" + b",".join(b'"a":"x"' for _ in range(9_000)) + b"}",
    "a key repeated with documents": b"{" + b",".join(b'"a":"{\\"b\\":1}"' for _ in range(9_000)) + b"}",
    "nested as deep as is followed": b'{"a":' * 60 + b"[" + b",".join(b'"x"' for _ in range(9_000)) + b"]" + b"}" * 60,
    "far too deep": b"[" * 200_000 + b"]" * 200_000,
    "brackets in what is passed over": b'{"p":' + b"[" * 50 + b'"' + b"]" * 500_000 + b'"' + b"]" * 50 + b',"a":"x"}',
    "a quote that is not closed": b'{"a":"x","b":"' + b"\\" * 500_000,
    "quotes in cells": b'Navn;Notat\n"Kari";"' + b'""' * 250_000 + b'"\n',
    "open quotes in cells": b"Navn;Notat\n" + b'Kari;"x\n' * 9_000,
    "released": b"UNB+" + b"??" * 250_000 + b"'UNZ+1'",
    "comments": b"<r>" + b"x<!-- -->" * 60_000 + b"</r>",
    "comments without end": b"<r>x" + b"<!--" * 200_000,
    "siblings": b"<r>" + b"<a>x</a>" * 9_000 + b"</r>",
    "attributes": b"<r " + b" ".join(b"a%d='x'" % n for n in range(9_000)) + b"/>",
    "references": b"<r>" + b"&#65;" * 100_000 + b"</r>",
    "percent signs": b"a=" + b"%41" * 200_000 + b"&b=" + b"%C3" * 200_000,
    "pairs": b"a=1&" * 9_000 + b"b=2",
    "escapes in a field": b'#FLAGGA 0\n#FNAMN "' + b"\\x" * 200_000 + b'"\n',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_documents_made_to_be_slow_are_gone_through_once(name: str) -> None:
    data = HOSTILE[name]
    message = body(data, "application/x-www-form-urlencoded" if b"=1&" in data or b"%41" in data else None)
    assert message.leaves
    consistent_places = [place for place in whole(message) if place]
    assert all(0 <= start < end <= len(data) for start, end in consistent_places)
