"""Lists of messages are taken apart by their bytes: nothing is written anew, and what is no such list stays whole."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.bridge.split import MOST_ELEMENTS, elements

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(SCALARS, lambda below: st.lists(below, max_size=4) | st.dictionaries(st.text(), below, max_size=4), max_leaves=12)
OBJECTS = st.dictionaries(st.text(), VALUES, max_size=5)
BLANKS = st.text(" \t\r\n", max_size=3)


@given(st.lists(st.tuples(OBJECTS, st.booleans(), BLANKS, BLANKS), min_size=1, max_size=6), st.booleans(), BLANKS, BLANKS)
def test_every_element_is_a_slice_of_the_bytes_as_they_were_sent(given_elements, mark, before, after):
    written = [json.dumps(value, ensure_ascii=escaped).encode("utf-8", "surrogatepass") for value, escaped, _, _ in given_elements]
    pieces = [left.encode() + piece + right.encode() for piece, (_, _, left, right) in zip(written, given_elements, strict=True)]
    body = (b"\xef\xbb\xbf" if mark else b"") + before.encode() + b"[" + b",".join(pieces) + b"]" + after.encode()
    assert elements(body) == written


@given(st.binary(max_size=200))
def test_any_bytes_are_taken_apart_or_left_whole(body):
    found = elements(body)
    assert found is None or all(piece in body for piece in found)


@given(st.lists(OBJECTS, min_size=1, max_size=4), st.data())
def test_a_cut_list_is_left_whole(values, data):
    body = json.dumps(values).encode()
    assert elements(body[: data.draw(st.integers(0, len(body) - 1))]) is None


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        (
            b'[{"n":1.10,"n":2E+3},{"big":123456789012345678901234567890}]',
            [b'{"n":1.10,"n":2E+3}', b'{"big":123456789012345678901234567890}'],
        ),
        (b'[{"a":"]},{"}]', [b'{"a":"]},{"}']),
        (b'[{"a":"\\"},{\\""}]', [b'{"a":"\\"},{\\""}']),
        (b'[{"a":NaN},{"b":-Infinity}]', [b'{"a":NaN}', b'{"b":-Infinity}']),
        (b'[{"a":"\\ud800"}]', [b'{"a":"\\ud800"}']),
        (b'[{"a":"line\nbreak"}]', [b'{"a":"line\nbreak"}']),
        (b'[{"a":"\xff\xfe"},{"b":1}]', [b'{"a":"\xff\xfe"}', b'{"b":1}']),
        ('[{"navn":"Åse"}]'.encode("latin-1"), ['{"navn":"Åse"}'.encode("latin-1")]),
        (b'[{"n":' + b"9" * 5000 + b"}]", [b'{"n":' + b"9" * 5000 + b"}"]),
    ],
    ids=[
        "numbers as written",
        "brackets in strings",
        "escaped quotes",
        "NaN",
        "half a pair",
        "a raw line break",
        "broken UTF-8",
        "Latin-1",
        "digits",
    ],
)
def test_elements_keep_their_bytes(body: bytes, pieces: list[bytes]) -> None:
    assert elements(body) == pieces


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[", b"[]", b"[ ]", b"{}", b"null", b'"[{}]"', b"[1,2]", b"[{},1]", b"[{} {}]", b"[{},]", b"[,{}]", b"[{}]]", b"[{}] x",
        b"[{}],{}", b"{}\n{}\n", b"[[{}]]", b'[{"a":}]', b'[{"a":1]', '[{"a":1}]'.encode("utf-16"), '[{"a":1}]'.encode("utf-16-le"),
        b"[" + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"]",
        b"[" + b",".join([b"{}"] * (MOST_ELEMENTS + 1)) + b"]",
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_list_of_objects_is_left_whole(body: bytes) -> None:
    assert elements(body) is None


@pytest.mark.parametrize("charset", ["utf-8", '"UTF-8"', "iso-8859-1", "windows-1252", "us-ascii", None])
def test_charsets_that_hold_ascii_are_cut(charset: str | None) -> None:
    assert elements(b"[{}]", charset) == [b"{}"]


@pytest.mark.parametrize("charset", ["shift_jis", "utf-16", "utf-7", "ebcdic-cp-us", ""])
def test_other_charsets_are_left_whole(charset: str) -> None:
    assert elements(b"[{}]", charset) is None


def test_as_many_elements_as_are_allowed_are_split() -> None:
    assert elements(b"[" + b",".join([b"{}"] * MOST_ELEMENTS) + b"]") == [b"{}"] * MOST_ELEMENTS
