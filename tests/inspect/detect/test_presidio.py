"""Where a text is plain, what a recognizer finds in it is told without asking it all, and is what it would have found."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presidio_analyzer.predefined_recognizers import PhoneRecognizer

from streams.inspect.detect import presidio as module
from streams.inspect.detect.phoneplans import PLAIN_NUMBER
from streams.inspect.detect.presidio import LANGUAGE, MAIL, PHONE, REGIONS, Hit, Presidio

ADDRESSES = [
    "kari@example.org", "k@example.org", "kari.nordmann@post.example.co.uk", "a..b@example.org", "_a@example.org", "a_@example.org",
    "a@example.invalid", "a@localhost", "a@b.c", "a@1.2.3.4", "a@x--y.example.com", "a@example.org.", "A.B@EXAMPLE.ORG", "a@no", "a@co.uk",
    ".a@example.org", "a.@example.org", "a@-example.org", "a@xn--bcher-kva.example.com", "1@2.no",
]  # fmt: skip
NUMBERS = [
    "+47 400 00 468", "+4740000468", "+ 47 40000468", "+46 70 174 06 27", "+1 202 555 0143", "+44 20 7946 0990", "+31 6 8500 0068",
    "+47 0 400 00 468", "+4700000000", "+999 12345678", "+358 40 1234567", "+370 612 34567", "+49 30 123456", "+3531234567", "+12",
]  # fmt: skip


@pytest.fixture(scope="module")
def presidio() -> Presidio:
    return Presidio()


def asked(presidio: Presidio, recognizer: str, text: str) -> Sequence[Hit]:
    """The recognizer itself."""
    phones = PhoneRecognizer(supported_language=LANGUAGE, supported_regions=REGIONS[:1])
    results = phones.analyze(text, phones.supported_entities) if recognizer == PHONE + "+" else presidio._analyze[recognizer](text)
    hits = [Hit(r.entity_type, r.start, r.end, r.score) for r in results]
    return tuple(sorted(hits, key=lambda h: (h.start, -h.end)))


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_is_found_as_the_recognizer_finds_it(text: str, presidio: Presidio) -> None:
    assert presidio.find(MAIL, text) == asked(presidio, MAIL, text)


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_with_a_country_code_is_found_as_the_recognizer_finds_it(text: str, presidio: Presidio) -> None:
    assert presidio.find(PHONE + "+", text) == asked(presidio, PHONE + "+", text)


ALNUM = "ABCXYZabcxyz0189"
locals_ = st.just("k") | st.text(ALNUM + "_.", max_size=20).map(lambda middle: f"a{middle}_")
labels = st.lists(st.text(ALNUM, min_size=1, max_size=8), min_size=1, max_size=3).map("-".join)
endings = st.sampled_from(["org", "no", "co.uk", "COM", "xn--p1ai", "local", "c0m", "example"]) | labels
plain_addresses = st.builds("{}@{}.{}".format, locals_, st.lists(labels, min_size=1, max_size=3).map(".".join), endings)
plain_numbers = st.from_regex(PLAIN_NUMBER, fullmatch=True) | st.sampled_from(["47", "46", "45", "31", "49", "44", "358"]).flatmap(
    lambda code: st.text("0123456789", min_size=6, max_size=10).map(lambda digits: f"+{code} {digits}")
)


@given(plain_addresses)
@settings(max_examples=150, deadline=None)
def test_any_plain_address_is_found_alike(presidio: Presidio, text: str) -> None:
    assert module.PLAIN_ADDRESS.fullmatch(text)
    assert presidio.find(MAIL, text) == asked(presidio, MAIL, text)


@given(plain_numbers)
@settings(max_examples=150, deadline=None)
def test_any_plain_number_is_found_alike(presidio: Presidio, text: str) -> None:
    assert presidio.find(PHONE + "+", text) == asked(presidio, PHONE + "+", text)


def test_addresses_of_one_domain_ask_for_it_once(presidio: Presidio, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real: Callable[[str], list[object]] = presidio._analyze[MAIL]
    monkeypatch.setitem(presidio._analyze, MAIL, lambda text: seen.append(text) or real(text))
    for name in ("kari", "ola", "per.espen"):
        assert presidio.find(MAIL, f"{name}@once.example.com")
    assert len(seen) == 1
