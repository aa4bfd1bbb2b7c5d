"""The pass over all values flags at least what each recognizer finds, with its engine and without, and never changes a finding."""

import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect import accounts, britain, credentials, denmark, devices, national, norway, onepass, sweden
from streams.inspect.detect.detector import Detector
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.onepass import OnePass
from streams.inspect.detect.presidio import Presidio
from streams.inspect.detect.prose import SPOKEN, STREET
from streams.inspect.detect.triage import (
    ACCOUNT,
    ADDRESS,
    CODE,
    CONDITIONS,
    CPR,
    FODSELSNUMMER,
    GREETING,
    HARDWARE,
    IBAN,
    NATIONAL,
    NINO,
    NORDIC,
    OF_LETTERS,
    PATTERNS,
    PERSONNUMMER,
    PERSONS,
    PHONE,
    SIX_DIGITS,
    TOKEN,
    TWELVE_DIGITS,
    Triage,
)
from streams.inspect.detect.triage import STREET as HOUSED
from tests.inspect.detect.build import look
from tests.inspect.detect.corpus import PAYLOADS, TEXTS, unmarked

EVERYTHING = sum(CONDITIONS)
WITH, WITHOUT = Triage(), Triage(hyperscan=False)
NEEDED = {
    ADDRESS: (devices.DOTTED_QUAD, devices.GROUPS),
    HARDWARE: (devices.MAC,),
    IBAN: (accounts.IBAN,),
    CODE: (national.CODE,),
    GREETING: (SPOKEN,),
    HOUSED: (STREET,),
    TOKEN: (credentials.TOKEN,),
    PERSONS: (norway.FNR, norway.ACCOUNT, denmark.PERSON, sweden.PERSON, sweden.INTERIM, britain.NINO),
    TWELVE_DIGITS: (accounts.CARD, accounts.MASKED_CARD),
    **{bit: PATTERNS[bit] for bit in (FODSELSNUMMER, ACCOUNT, CPR, PERSONNUMMER, NATIONAL, NINO, PHONE)},
}
NUMBERS = [pattern for bit in (PERSONS, TWELVE_DIGITS, IBAN, PHONE) for pattern in NEEDED[bit]]
LINES = "2025-01-01 10:00:00 INFO [worker-1] com.example.Foo - took 12 ms"
ODD = ["", "æ", "ÅÅ 12", "Ørsta gate 5", "hälsningar Kari", "\u200b", "١٢٣٤٥٦", "a\nb", "\x00", "?", "12.34.56", "Straße 5", "•••• 1234"]
texts = st.one_of(st.sampled_from([*TEXTS, *ODD]), st.text(max_size=40), st.text("0123456789ABCDEF:.- æøå", max_size=40))


@given(st.lists(texts, max_size=8))
@settings(max_examples=300, deadline=None)
def test_whatever_a_pattern_matches_its_condition_flags(several: list[str]) -> None:
    for triage in (WITH, WITHOUT):
        for text, mask in zip(several, triage.masks(several), strict=True):
            for bit, patterns in NEEDED.items():
                assert mask & bit or not any(pattern.search(text) for pattern in patterns)


@given(st.sampled_from(NUMBERS).flatmap(lambda pattern: st.from_regex(pattern).filter(pattern.search)))
@settings(max_examples=600, deadline=None)
def test_every_number_of_a_pattern_is_flagged(text: str) -> None:
    for triage in (WITH, WITHOUT):
        (mask,) = triage.masks([text])
        assert all(mask & bit or not pattern.search(text) for bit, patterns in NEEDED.items() for pattern in patterns)


def test_the_days_and_hours_of_a_log_are_no_persons_numbers() -> None:
    assert not any(mask & (NORDIC | NINO | TWELVE_DIGITS) for triage in (WITH, WITHOUT) for mask in triage.masks([LINES, f"{LINES}\n" * 9]))


@given(st.lists(texts, max_size=8))
@settings(max_examples=200, deadline=None)
def test_the_engine_flags_all_that_re_flags(several: list[str]) -> None:
    assert all(ours & one == one for ours, one in zip(WITH.masks(several), WITHOUT.masks(several), strict=True))


@given(st.lists(texts, min_size=1, max_size=8))
@settings(max_examples=200, deadline=None)
def test_a_value_is_flagged_alike_whatever_stands_beside_it(several: list[str]) -> None:
    assert WITH.masks(several) == [WITH.masks([text])[0] for text in several]


def test_plain_values_are_flagged_for_nothing() -> None:
    assert WITH.masks(["EUR", "Oslo", "12.50", "Blå skjorte", "SO-1"]) == [0] * 5


def test_the_pass_does_not_read_on_from_one_value_into_the_next() -> None:
    assert not any(mask & SIX_DIGITS for mask in WITH.masks(["123", "456", "789"]))


def test_the_engine_tells_of_a_pattern_once_however_often_it_stands_in_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr(onepass, "_told", lambda pattern, start, end, flag, found: told.append(pattern))
    Triage().masks(["1" * 1_000_000])
    assert 0 < len(told) == len(set(told))


def test_a_value_beyond_latin_letters_is_shown_to_everybody() -> None:
    assert WITH.masks(["１２３"]) == WITHOUT.masks(["１２３"]) == [EVERYTHING]


@pytest.mark.parametrize("text", ["漢字", "\ufdfa Kari", "Привет", "\u0130stanbul::"])
def test_a_value_beyond_latin_letters_without_a_digit_is_shown_to_none_that_needs_one(text: str) -> None:
    assert WITH.masks([text]) == WITHOUT.masks([text]) == [OF_LETTERS]
    for bit, condition in CONDITIONS.items():
        assert bit & OF_LETTERS or re.search(condition.replace("(?i:", "(?:"), text) is None


def test_a_pattern_that_the_engine_cannot_read_is_always_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onepass, "_compiles", lambda engine, pattern, flag: pattern != "b")
    assert OnePass(["a", "b"]).masks(["zzz", "a"]) == [2, 3]


def test_a_machine_without_the_engine_reads_by_re(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    assert OnePass(["a", "b+c"]).masks(["zzz", "a", "abbc"]) == [0, 1, 3]


@pytest.fixture(scope="module")
def plain() -> Detector:
    """A detector without the engine."""
    return Detector(Presidio(), Lexicon(), WITHOUT)


@pytest.mark.parametrize("name", sorted(PAYLOADS))
def test_without_the_engine_a_payload_gives_the_same(name: str, detector: Detector, plain: Detector) -> None:
    assert look(plain, unmarked(PAYLOADS[name])) == look(detector, unmarked(PAYLOADS[name]))


@pytest.mark.parametrize("text", TEXTS)
def test_without_the_engine_a_text_gives_the_same(text: str, detector: Detector, plain: Detector) -> None:
    assert look(plain, {"note": text}, "error") == look(detector, {"note": text}, "error")
