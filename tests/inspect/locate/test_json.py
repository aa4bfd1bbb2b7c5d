"""JSON back to its bytes: escapes of every kind, repeated keys, lines, and what is scanned as text because it is broken."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.decode.locate.positions import Locator
from streams.inspect.words import NESTED, Budget, Finding, Leaf, Path
from tests.inspect.decode.reading import BUDGET, body
from tests.inspect.locate.planting import CHARSETS, LETTERS, NARROW, Document, hold, spans, whole

SHORT = {"\n": "\\n", "\t": "\\t", "\b": "\\b", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\", "/": "\\/"}
BLANKS = st.sampled_from(["", " ", "\n", "\r\n\t"])


@st.composite
def characters(draw: st.DrawFn, letters: st.SearchStrategy[str] = LETTERS) -> list[tuple[str, str]]:
    """(character, how it is written in a JSON string)."""
    pieces = []
    for char in draw(st.lists(letters | st.sampled_from("\n\t\b\f\r\0\x1f"), max_size=8)):
        ways = [_escaped(char), _escaped(char).upper().replace("U", "u")]
        ways += [SHORT[char]] if char in SHORT else []
        ways += [char] * 2 if char >= " " and char not in '"\\' else []
        pieces.append((char, draw(st.sampled_from(ways))))
    return pieces


def _escaped(char: str) -> str:
    return "".join(f"\\u{unit:04x}" for unit in _units(char))


def _units(char: str) -> list[int]:
    code = ord(char)
    return [code] if code < 0x10000 else [0xD800 + ((code - 0x10000) >> 10), 0xDC00 + (code & 0x3FF)]


@st.composite
def documents(draw: st.DrawFn, letters: st.SearchStrategy[str] = LETTERS) -> Document:
    """An object or list whose strings are all different, under keys that are not."""
    document = Document()
    _put(draw, document, letters, draw(st.sampled_from("ol")), 3)
    return document


def _put(draw: st.DrawFn, document: Document, letters: st.SearchStrategy[str], kind: str, depth: int) -> None:
    if kind in "ol":
        document.put("{" if kind == "o" else "[")
        for number in range(draw(st.integers(0, 4))):
            document.put(("," if number else "") + draw(BLANKS))
            if kind == "o":
                document.put(draw(st.sampled_from(['"a"', '"b\\u0062"', '"b b"', '"\\"}"'])) + draw(BLANKS) + ":" + draw(BLANKS))
            _put(draw, document, letters, draw(st.sampled_from("olssnx" if depth else "sn")), depth - 1)
        document.put(draw(BLANKS) + ("}" if kind == "o" else "]"))
    elif kind == "s":
        document.put('"')
        mark = f"k{len(document.planted)} "
        document.value([*((char, char) for char in mark), *draw(characters(letters))])
        document.put('"')
    elif kind == "n":
        number = f"-{len(document.planted)}.{draw(st.integers(0, 99))}e2"
        document.value((char, char) for char in number)
    else:
        document.put(draw(st.sampled_from(["null", '""', "true"])))


def says(written: str) -> list[str]:
    return [json.loads(f'"{written}"')]


@given(documents(), st.sampled_from(CHARSETS))
@settings(deadline=None)
def test_every_span_of_every_string_and_number_is_found_in_the_bytes(document: Document, charset: str) -> None:
    data = document.text.encode(charset)
    hold(document, body(data, "application/json", charset), data, charset, says)


@given(documents(st.sampled_from("aé Åæ~")), st.sampled_from(NARROW))
@settings(max_examples=40, deadline=None)
def test_and_in_charsets_of_one_byte_a_character(document: Document, charset: str) -> None:
    data = document.text.encode(charset)
    hold(document, body(data, "application/json", charset), data, charset, says)


@given(st.lists(documents(), min_size=2, max_size=4), st.sampled_from(["\n", "\r\n", "\n\n"]))
@settings(max_examples=40, deadline=None)
def test_lines_are_found_too(parts: list[Document], end: str) -> None:
    joined, marks = Document(), 0
    for part in parts:
        text = re.sub(r"[\r\n]", " ", part.text)
        for planted in part.planted:
            pieces = [(char, text[s:e]) for char, (s, e) in zip(planted.text, planted.places, strict=True)]
            shift = len(joined.text)
            copy = Document(" " * shift)
            joined.planted.append(copy.value(pieces))
            joined.planted[-1].places = [(s + shift, e + shift) for s, e in planted.places]
        joined.put(text + end)
        marks += len(part.planted)
    data = joined.text.encode()
    message = body(data, "application/x-ndjson")
    texts = [leaf.text for leaf in message.leaves]
    joined.planted = [p for p in joined.planted if texts.count(p.text) == 1]  # each document counts its marks from 0
    hold(joined, message, data, "utf-8", says)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"a":"\\ud83d\\ude00x"}', [b"\\ud83d\\ude00x"]),
        (b'{"a":"x\\ud800y"}', [b"x\\ud800y"]),  # a lone surrogate is one character, U+FFFD
        (b'{"a":"1","a":"2","a":"1"}', [b"1", b"2", b"1"]),
        (b'["x", {"y": [true, null, 1e5]}]', [b"x", b"true", b"1e5"]),
        (b'\xef\xbb\xbf["x"]', [b"x"]),
        (b'"k\\u00e5ri"', [b"k\\u00e5ri"]),
        (b"[NaN, -Infinity]", [b"NaN", b"-Infinity"]),
        (b'{"a": {"b": "x"}, "a": {"b": "x"}, "a": "x"}', [b"x", b"x", b"x"]),
        (b'{"u": "https://example.org/?q=k%C3%A5ri"}', [b"https://example.org/?q=k%C3%A5ri"]),
        (b'{"broken": "k\\u00e5ri"', [b'{"broken": "k\\u00e5ri"']),
        (b'{"a":"x"}\n{"a":"x"}\nnot \\u0041\n', [b"x", b"x", b"not \\u0041"]),
    ],
)
def test_each_leaf_has_the_bytes_that_spell_it(data: bytes, expected: list[bytes]) -> None:
    places = whole(body(data, "application/json"))
    assert [data[slice(*place)] if place else None for place in places] == expected
    assert len(set(places)) == len(places)  # each has its own


def test_half_of_a_pair_of_escapes_is_no_place_but_a_whole_one_is() -> None:
    data = b'{"a":"x\\ud83d\\ude00y"}'
    message = body(data)
    assert [data[slice(*place)] for place in spans(message, [(0, 0, 1), (0, 1, 2), (0, 2, 3)]) if place] == [b"x", b"\\ud83d\\ude00", b"y"]


def test_part_of_a_percent_encoded_address_is_found_in_its_escapes() -> None:
    data = b'{"u": "https://example.org/?q=k%C3%A5ri&x=%ff%fe"}'
    message = body(data)
    [address] = message.leaves
    at = address.text.index("kåri")
    end = len(address.text)
    name, char, broken, half = spans(message, [(0, at, at + 4), (0, at + 1, at + 2), (0, end - 2, end), (0, end - 1, end)])
    assert name and data[slice(*name)] == b"k%C3%A5ri"
    assert char and data[slice(*char)] == b"%C3%A5"
    assert broken and data[slice(*broken)] == b"%ff%fe"
    assert half is None  # which of the bytes that are no UTF-8 it is cannot be told


@pytest.mark.parametrize("span", [(0, 0), (-1, 1), (2, 1), (0, 9)])
def test_a_span_that_the_leaf_does_not_have_has_no_bytes(span: tuple[int, int]) -> None:
    assert spans(body(b'{"a":"x"}'), [(0, *span)]) == [None]


def test_what_is_too_deep_is_found_as_the_text_that_it_was_scanned_as() -> None:
    data = b'{"a":{"b":{"c":"k\\u00e5ri"}}}'
    message = body(data, budget=Budget(depth=2))
    [leaf] = message.leaves
    [place] = spans(message, [(0, leaf.text.index("kåri"), leaf.text.index("kåri") + 4)])
    assert place and data[slice(*place)] == b"k\\u00e5ri"


def test_a_leaf_that_the_budget_cut_is_found_as_far_as_it_goes() -> None:
    data = b'{"a":"abc","b":"k\\u00e5ri eksempel"}'
    message = body(data, budget=Budget(bytes=8))
    assert message.leaves[-1].text == "kåri"
    assert [data[slice(*place)] for place in whole(message) if place] == [b"abc", b"k\\u00e5ri"]


def test_an_object_key_that_is_personal_has_the_bytes_of_the_key() -> None:
    data = b'{"members": {"k\\u00e5ri@example.org": {"role": null, "k\\u00e5ri@example.org": 1}, "x": "{\\"ola@example.org\\": [2]}"}}'
    message = body(data)
    outer: Path = ("members", "kåri@example.org")
    keys = [outer, (*outer, "kåri@example.org"), ("members", "x", NESTED, "ola@example.org"), ("members", "nobody")]
    found = Locator(BUDGET).positions(
        message, [Finding(-2, "object_key", key, 0, len(str(key[-1])), "EMAIL_ADDRESS", None, 1.0) for key in keys]
    )
    inner = b'{"ola@example.org": [2]}'
    first, second, third, none = found
    assert first and second and third and first < second
    assert [data[slice(*first)], data[slice(*second)], inner[slice(*third)]] == [b"k\\u00e5ri@example.org"] * 2 + [b"ola@example.org"]
    assert none is None


def test_a_key_that_only_stands_beside_the_body_has_no_bytes_in_it() -> None:
    message = body(b'{"metadata": {"kari@example.org": null}}', beside=(Leaf("metadata", ("metadata", "kari@example.org"), "x"),))
    assert Locator(BUDGET).positions(message, [Finding(-2, "object_key", ("metadata", "kari@example.org"), 0, 16, "ANY", None, 1.0)]) == [
        None
    ]
