"""Forms: every pair under its name, as JSON has it."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.words import Budget
from tests.inspect.decode.reading import body, leaves

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("name=Kari+Eksempel&mail=kari%40example.org", {"$.name": "Kari Eksempel", "$.mail": "kari@example.org"}),
        ("a=1&b=2&a=3", {"$.a[0]": "1", "$.b": "2", "$.a[1]": "3"}),
        ("customer%5Bemail%5D=a", {"$['customer[email]']": "a"}),
        ("customer[email]=a", {"$['customer[email]']": "a"}),
        ("a=b=c&d=", {"$.a": "b=c", "$.d": ""}),
        ("&&a=1&", {"$.a": "1"}),
        ("kari%40example.org&a=1", {"$": "kari@example.org", "$.a": "1"}),
        ("n=%C3%85se&%C3%A5r=1", {"$.n": "Åse", "$.år": "1"}),
        ("p=%7B%22mail%22%3A%22kari%22%7D", {"$.p!$.mail": "kari"}),
        ("r=100%25&s=%zz", {"$.r": "100%", "$.s": "%zz"}),
        ("a=1\r\n", {"$.a": "1"}),
    ],
)
def test_pairs_are_decoded_under_their_names(form: str, expected: dict[str, str]) -> None:
    message = body(form.encode(), FORM)
    assert leaves(message) == expected
    assert (message.scanned, message.reasons) == ("full", ())


def test_an_undeclared_form_is_told_from_prose() -> None:
    assert leaves(body(b"a=1&b=2")) == {"$.a": "1", "$.b": "2"}
    assert leaves(body(b"a=1")) == {"$": "a=1"}
    assert leaves(body(b"rock & roll = fun")) == {"$": "rock & roll = fun"}


def test_bytes_that_are_not_utf_8_are_said() -> None:
    message = body(b"n=%C5se&m=1", FORM)
    assert (leaves(message), message.reasons) == ({"$.n": "Åse", "$.m": "1"}, ("utf8.invalid",))


@pytest.mark.parametrize("form", [b"a=b&" * 300_000, b"a=b" + b"&" * 1_000_000, b"a=" + b"%41" * 400_000 + b"&b=c", b"=&=&=", b"%&%=%"])
def test_no_form_is_too_large(form: bytes) -> None:
    assert len(body(form, FORM).leaves) <= Budget().leaves


_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), max_size=12)
_VALUES = _TEXTS.filter(lambda text: not text.lstrip().startswith(tuple('{["<')) and "://" not in text)


@given(st.lists(st.tuples(_TEXTS, _VALUES)))
def test_what_is_encoded_is_read_back(pairs: list[tuple[str, str]]) -> None:
    message = body(urlencode(pairs).encode(), FORM)
    assert [(leaf.path[0], leaf.text) for leaf in message.leaves] == pairs
    assert message.reasons == ()
