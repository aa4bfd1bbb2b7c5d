"""Where a text is plain, what a recognizer finds in it is told without asking it all, and is what it would have found."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presidio_analyzer import predefined_recognizers

from streams.inspect.detect.matching import Match, matches_of
from streams.inspect.detect.phoneplans import PLAIN_NUMBER
from streams.inspect.detect.presidio import LANGUAGE, MAIL, PHONE, REGIONS, TAKEN, Hit, Presidio

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


OF_ITS_OWN = {name: getattr(predefined_recognizers, name)(supported_language=LANGUAGE) for name in TAKEN} | {
    PHONE + "+": predefined_recognizers.PhoneRecognizer(supported_language=LANGUAGE, supported_regions=REGIONS[:1])
}


def asked(presidio: Presidio, recognizer: str, text: str) -> Sequence[Hit]:
    """The recognizer itself."""
    results = OF_ITS_OWN[recognizer].analyze(text, OF_ITS_OWN[recognizer].supported_entities)
    hits = [Hit(r.entity_type, r.start, r.end, r.score) for r in results]
    return tuple(sorted(hits, key=lambda h: (h.start, -h.end, -h.score)))


INSIDE = {  # by recognizer: what its patterns are made of, and numbers that its checks take
    "IbanRecognizer": [
        "NO9386011117947",
        "NO93 8601 1117 947",
        "DE89370400440532013000",
        "GB82 WEST 1234 5698 7654 32",
        "NO9386011117948",
        "no93",
        "XX00",
    ],
    "CreditCardRecognizer": ["4111111111111111", "4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005", "4111111111111112"],
    "IpRecognizer": [
        "198.51.100.200",
        "10.0.0.0/8",
        "2001:db8::1",
        "::1",
        "::",
        "::ffff:10.0.0.1",
        "1:2:3:4:5:6:7:8",
        "fe80::1%eth0",
        "256.1.1.1",
    ],
    "MacAddressRecognizer": ["00:1A:2B:3C:4D:5E", "00-1a-2b-3c-4d-5e", "001A.2B3C.4D5E", "00:1A-2B:3C:4D:5E", "ff:ff:ff:ff:ff:ff"],
    "SePersonnummerRecognizer": ["19121212-1212", "121212-1212", "121212+1212", "1212121212", "191212121213", "19121272-1219"],
    "UkNinoRecognizer": ["AB 12 34 56 C", "AB123456C", "BG123456C", "ab 123456c"],
    "NhsRecognizer": ["401 023 2137", "4010232137", "4010232138"],
    "FiPersonalIdentityCodeRecognizer": ["131052-308T", "131052A308T", "131052-308U"],
    "PlPeselRecognizer": ["44051401359", "44051401358"],
    "DeTaxIdRecognizer": ["86095742719", "86095742718"],
}
BETWEEN = [" ", ",", "-", "2 days", "\n", "x", ".", "/", "1", "é", "A"]


@pytest.mark.parametrize("recognizer", INSIDE)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_its_patterns_match_is_what_a_recognizer_finds(presidio: Presidio, recognizer: str, data: st.DataObject) -> None:
    pieces = st.one_of(st.sampled_from(INSIDE[recognizer]), st.sampled_from(BETWEEN), st.text("0123456789AB:.- ", max_size=6))
    text = "".join(data.draw(st.lists(pieces, max_size=6)))
    assert presidio.find(recognizer, text) == asked(presidio, recognizer, text)


def test_every_recognizer_that_is_taken_is_one_whose_search_is_known() -> None:
    assert {*INSIDE, MAIL} == set(TAKEN)
    assert all(matches_of(OF_ITS_OWN[name], 1.0) for name in TAKEN)
    assert matches_of(OF_ITS_OWN[PHONE + "+"], 1.0) is None


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
    assert presidio.is_address(text) is not None
    assert presidio.find(MAIL, text) == asked(presidio, MAIL, text)


@given(plain_numbers)
@settings(max_examples=150, deadline=None)
def test_any_plain_number_is_found_alike(presidio: Presidio, text: str) -> None:
    assert presidio.find(PHONE + "+", text) == asked(presidio, PHONE + "+", text)


def test_addresses_of_one_domain_ask_for_it_once(presidio: Presidio, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    entity, real = presidio._matches[MAIL]

    def found(text: str) -> Sequence[Match]:
        seen.append(text)
        return real(text)

    monkeypatch.setitem(presidio._matches, MAIL, (entity, found))
    for name in ("kari", "ola", "per.espen"):
        assert presidio.find(MAIL, f"{name}@once.example.com")
    assert len(seen) == 1
