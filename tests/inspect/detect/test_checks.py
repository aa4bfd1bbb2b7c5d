"""What our files reckon of a number, or ask before they ask python-stdnum, is what python-stdnum says of it."""

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stdnum.dk import cpr, cvr
from stdnum.exceptions import ValidationError
from stdnum.lt import pvm
from stdnum.nl import bsn
from stdnum.no import fodselsnummer, kontonr, orgnr
from stdnum.pl import regon
from stdnum.pt import nif

from streams.inspect.detect import companies, denmark, iberia, netherlands, norway, poland


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


dates = st.builds("{:02d}{:02d}{:02d}".format, st.integers(1, 40), st.integers(1, 12), st.integers(0, 99))


def born(read: Callable[[str], object], number: str) -> object:
    try:
        return read(number)
    except ValidationError:
        return None


@given(st.builds("{}{}".format, dates, digits(5)))
@example("29020050000")  # a leap day in 2000
@example("29020010000")  # and none in 1900
@example("01015490000")
@example("01014075000")
@settings(max_examples=500)
def test_a_fodselsnummer_is_of_the_century_that_stdnum_says(number: str) -> None:
    assert norway._in_its_century(number) == (born(fodselsnummer.get_birth_date, number) is not None)


@given(st.one_of(digits(10), st.builds("{}{}".format, dates, digits(4))))
@settings(max_examples=500)
def test_a_cpr_number_is_of_the_year_that_stdnum_says(number: str) -> None:
    day = int(number[:2])
    plain = f"{day - denmark.REPLACEMENT:02d}{number[2:]}" if day > denmark.REPLACEMENT else number
    date = born(cpr.get_birth_date, plain)
    assert denmark._birth_year(number) == getattr(date, "year", None)


@given(st.one_of(digits(11), digits(7).map("0000{}".format)))
@example("00000000000")
@settings(max_examples=500)
def test_a_bank_account_is_one_to_stdnum(number: str) -> None:
    for last in "0123456789":
        said = number[:-1] + last
        assert bool(list(norway.accounts(said))) == (kontonr.is_valid(said) and said.strip("0") != "")


CHECKED: list[tuple[Callable[[str], object], Callable[[str], bool], tuple[int, ...]]] = [
    (lambda number: list(norway.organisations(number)), orgnr.is_valid, (9,)),
    (lambda number: list(denmark.companies(number)), cvr.is_valid, (8,)),
    (lambda number: list(netherlands.bsn_numbers(number)), bsn.is_valid, (8, 9)),
    (poland.read_regon, regon.is_valid, (9, 14)),
    (companies.read_lithuanian, pvm.is_valid, (9, 12)),
    (lambda number: companies.read_lithuanian(f"LT{number}"), pvm.is_valid, (9, 12)),
    (lambda number: iberia.read_nif(number) or iberia.read_nipc(number), nif.is_valid, (9,)),
]


@pytest.mark.parametrize(("ours", "theirs", "lengths"), CHECKED)
@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_a_number_with_a_check_digit_is_one_to_stdnum(
    ours: Callable[[str], object], theirs: Callable[[str], bool], lengths: tuple[int, ...], data: st.DataObject
) -> None:
    number = data.draw(st.sampled_from(lengths).flatmap(digits))
    for last in "0123456789":
        assert bool(ours(number[:-1] + last)) == theirs(number[:-1] + last)
