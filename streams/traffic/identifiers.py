"""Identifiers that hold their check digits and belong to nobody: test populations, fictional ranges, the long dead."""

from random import Random
from typing import Final

from stdnum import iban, luhn
from stdnum.dk import cpr
from stdnum.ee import ik
from stdnum.iso7064 import mod_11_10
from stdnum.nl import bsn
from stdnum.no import fodselsnummer, kontonr, orgnr

_IBAN_BANKS: Final = {  # country: bank code of no bank, then how many digits follow
    "NO": ("", 0),  # the account number itself
    "SE": ("000", 17),
    "DK": ("0000", 10),
    "NL": ("TSTB", 10),
    "GB": ("TSTB000000", 8),
    "DE": ("00000000", 10),
    "FI": ("000", 11),
    "LT": ("00000", 11),
}
_HETU: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"  # control characters of a henkilötunnus, by the remainder


def seeded(*words: str | int) -> Random:
    """A random source that gives the same numbers for the same words, on every machine and Python version in use."""
    return Random("/".join(map(str, words)))  # noqa: S311  # repeatable by intent; nothing here is a secret


def digits(rng: Random, count: int) -> str:
    return "".join(rng.choices("0123456789", k=count))


def fnr(rng: Random, year: int, month: int, day: int) -> str:
    """A Norwegian fødselsnummer of the synthetic population: the month plus 80."""
    while True:
        stem = f"{day:02}{month + 80:02}{year % 100:02}{rng.randrange(500):03}"
        first = fodselsnummer.calc_check_digit1(stem)
        second = fodselsnummer.calc_check_digit2(stem + first)
        if len(first + second) == 2:  # a remainder of ten is no digit: that stem has no number
            return f"{stem}{first}{second}"


def personnummer(rng: Random) -> str:
    """A Swedish personnummer of the example birthday, 12 December 1912."""
    stem = "121212" + digits(rng, 3)
    return f"19{stem[:6]}-{stem[6:]}{luhn.calc_check_digit(stem)}"


def danish_cpr(rng: Random) -> str:
    """A Danish CPR number of somebody born in the 1860s or 1870s: well formed, and nobody's who lives."""
    while True:
        stem = f"{rng.randint(1, 28):02}{rng.randint(1, 12):02}{rng.randint(60, 79)}5{digits(rng, 2)}"
        for check in "0123456789":
            if cpr.checksum(stem + check) == 0:
                return f"{stem[:6]}-{stem[6:]}{check}"


def dutch_bsn(rng: Random) -> str:
    """A Dutch BSN of the test range 9999."""
    while True:
        number = "9999" + digits(rng, 5)
        if bsn.is_valid(number):
            return number


def german_tax_id(rng: Random) -> str:
    """A German Steuer-ID of the test range, whose first digit is 0: eleven digits with their check digit."""
    stem = "0" + digits(rng, 9)
    return f"{stem}{mod_11_10.calc_check_digit(stem)}"


def finnish_hetu(rng: Random, year: int, month: int, day: int) -> str:
    """A Finnish henkilötunnus of the range 900 to 999, which is given to nobody for good."""
    born, individual = f"{day:02}{month:02}{year % 100:02}", rng.randint(900, 999)
    return f"{born}-{individual}{_HETU[int(f'{born}{individual}') % len(_HETU)]}"


def lithuanian_code(rng: Random, month: int, day: int) -> str:
    """A Lithuanian asmens kodas of somebody who will be born in the 2090s."""
    stem = f"{rng.randint(5, 6)}{rng.randint(90, 99)}{month:02}{day:02}{rng.randrange(1000):03}"
    return f"{stem}{ik.calc_check_digit(stem)}"


def imei(rng: Random) -> str:
    """Fifteen digits with their check digit, of the type allocation 35 000000, which no device has."""
    stem = f"35000000{digits(rng, 6)}"
    return f"{stem}{luhn.calc_check_digit(stem)}"


def norwegian_account(rng: Random) -> str:
    """Eleven digits with the check digit of a Norwegian account, at a bank that does not exist (9998)."""
    while True:
        number = "9998" + digits(rng, 7)
        if kontonr.is_valid(number):
            return number


def iban_of(rng: Random, country: str) -> str:
    """An IBAN with its check digits, on an account of no bank."""
    bank, count = _IBAN_BANKS[country]
    rest = norwegian_account(rng) if country == "NO" else bank + digits(rng, count)
    return f"{country}{iban.calc_check_digits(f'{country}00{rest}')}{rest}"


def organisation(rng: Random) -> str:
    """A Norwegian organisation number (nobody's data): nine digits with their check digit, of a series not given out yet."""
    while True:
        stem = "88" + digits(rng, 6)
        check = -orgnr.checksum(stem + "0") % 11
        if check < 10:  # else there is no digit for it
            return f"{stem}{check}"
