"""Identifiers hold their check digits and are nobody's."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban, luhn
from stdnum.dk import cpr
from stdnum.nl import bsn
from stdnum.no import fodselsnummer, kontonr, orgnr

from streams.traffic import identifiers as ids
from streams.traffic.identifiers import seeded

seeds = st.integers().map(lambda n: seeded("test", n))


@given(seeds, st.integers(1949, 1999), st.integers(1, 12), st.integers(1, 28))
def test_a_norwegian_number_is_of_the_synthetic_population_and_holds_both_check_digits(rng, year, month, day):
    number = ids.fnr(rng, year, month, day)
    assert number[9] == fodselsnummer.calc_check_digit1(number)
    assert number[10] == fodselsnummer.calc_check_digit2(number)
    assert number[:6] == f"{day:02}{month + 80:02}{year % 100:02}"


@given(seeds)
def test_a_swedish_number_is_of_the_example_birthday(rng):
    number = ids.personnummer(rng)
    assert re.fullmatch(r"19121212-\d{4}", number)
    assert luhn.is_valid(number[2:].replace("-", ""))


@given(seeds)
def test_a_danish_number_is_of_nobody_alive(rng):
    number = ids.danish_cpr(rng)
    assert cpr.checksum(number.replace("-", "")) == 0
    assert cpr.get_birth_date(number).year in range(1860, 1880)


@given(seeds)
def test_a_dutch_number_is_of_the_test_range(rng):
    number = ids.dutch_bsn(rng)
    assert bsn.is_valid(number)
    assert number.startswith("9999")


@given(seeds)
def test_a_norwegian_account_and_an_organisation_number_hold_their_check_digits(rng):
    assert kontonr.is_valid(ids.norwegian_account(rng))
    assert orgnr.is_valid(ids.organisation(rng))


@given(seeds, st.sampled_from(["NO", "SE", "DK", "NL", "GB"]))
def test_an_iban_holds_its_check_digits_and_its_country_s_length(rng, country):
    number = ids.iban_of(rng, country)
    assert iban.is_valid(number, check_country=False)
    assert len(number) == {"NO": 15, "SE": 24, "DK": 18, "NL": 18, "GB": 22}[country]


@pytest.mark.parametrize("words", [("1", "connxio"), ("", 0), ("a/b", "c")])
def test_the_same_words_give_the_same_numbers(words):
    assert [seeded(*words).random() for _ in range(2)] == [seeded(*words).random()] * 2
