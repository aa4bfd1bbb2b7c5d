"""Czechia and Slovakia: rodné číslo, one numbering for both; IČO of companies."""

from typing import Final

from stdnum.cz import dic

from streams.inspect.detect.days import exists
from streams.inspect.detect.identifiers import SHAPED, Identifier, Reading, bare

DATED: Final = (r"[0-9]{10}", r"[0-9]{6}/[0-9]{4}")
OLD: Final = (r"[0-9]{6}/[0-9]{3}",)
COMPANY: Final = (r"(?:CZ|SK)?[0-9]{8}",)
TEN_DIGITS_FROM: Final = 1954  # before it the number had nine digits and no check digit
WOMEN, OVERFLOW, OVERFLOW_FROM = 50, 20, 2004  # added to the month; the second where a day's numbers have run out


def read_rodne_cislo(written: str) -> Reading | None:
    """A date, and the whole divisible by eleven: 0.5 % of random numbers; without its slash too many ids of ten digits are one."""
    number = bare(written)
    month, day = int(number[2:4]), int(number[4:6])
    if len(number) == 9:
        year = 1900 + int(number[:2])
        dated = year < TEN_DIGITS_FROM and exists(year, month - WOMEN if month > WOMEN else month, day)
        return Reading(0.7, alone=False, evidence=SHAPED) if dated else None
    if int(number[:-1]) % 11 % 10 != int(number[-1]):
        return None
    year = 1900 + int(number[:2])
    year += 100 if year < TEN_DIGITS_FROM else 0
    month -= WOMEN if month > WOMEN else 0
    month -= OVERFLOW if month > OVERFLOW and year >= OVERFLOW_FROM else 0
    if not exists(year, month, day):
        return None
    slash = "/" in written
    return Reading(0.94 if slash else 0.84, slash)


def read_company(written: str) -> Reading | None:
    """Modulus 11; told apart, never alone."""
    return Reading(0.84, alone=False) if dic.is_valid(written[-8:]) else None


IDENTIFIERS: Final = (
    Identifier("CZ_RODNE_CISLO", "CzRodneCislo", read_rodne_cislo, DATED, OLD),
    Identifier("ORGANIZATION_NUMBER", "CzIco", read_company, beside=COMPANY),
)
