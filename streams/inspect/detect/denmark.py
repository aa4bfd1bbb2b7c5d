"""Denmark: CPR numbers and CVR numbers."""

import re
from collections.abc import Iterator
from typing import Final

from stdnum.dk import cpr, cvr

from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import TEST_POPULATION, Candidate
from streams.inspect.detect.days import EARLIEST, exists

PERSON: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.\-+])([0-9]{6})([- ]?)([0-9]{4})(?![0-9A-Za-z])(?![.\-+][0-9])")
COMPANY: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.\-])(?:DK ?)?([0-9]{2}) ?([0-9]{2}) ?([0-9]{2}) ?([0-9]{2})(?![0-9A-Za-z])(?![.\-][0-9])", re.IGNORECASE
)
REPLACEMENT: Final = 60  # added to the day of an erstatningspersonnummer, which is rare and so never alone
LIVING: Final = range(1920, 2030)  # years of birth; with a date alone to go by, those of the dead and the unborn need a witness
STRONG, DATED, UNSURE = 0.92, 0.88, 0.85
TEST_PERSONS: Final = words("2512489996 2911829996 0107729995 1509819996 3103979995")  # the Berggren family of the health sector's tests


def cpr_numbers(text: str) -> Iterator[Candidate]:
    """The date is all that can be checked (modulus 11 was given up in 2007): DDMMYY-XXXX stands alone, ten bare digits need a witness."""
    for found in PERSON.finditer(text):
        number = found.group(1) + found.group(3)
        born = _birth_year(number)
        if born is None:
            continue
        checks = cpr.checksum(number) == 0
        alone = found.group(2) == "-" and int(number[:2]) <= REPLACEMENT and (born in LIVING or (checks and born < EARLIEST))
        score = (STRONG if checks else DATED) if alone else UNSURE
        evidence = (("checksum" if checks else "pattern"), *((TEST_POPULATION,) if number in TEST_PERSONS else ()))
        yield Candidate(*found.span(), "DK_CPR", "DkCpr", score, evidence, alone)


def _birth_year(number: str) -> int | None:
    day = int(number[:2])
    plain = f"{day - REPLACEMENT:02d}{number[2:]}" if day > REPLACEMENT else number
    year = int(number[4:6]) + _century(number[6], int(number[4:6]))
    return year if exists(year, int(plain[2:4]), int(plain[:2])) else None


def _century(seventh: str, year: int) -> int:
    """What the seventh digit tells of it."""
    if seventh in "5678" and year >= 58:
        return 1800
    return 1900 if seventh in "0123" or (seventh in "49" and year >= 37) else 2000


def companies(text: str) -> Iterator[Candidate]:
    """Eight digits with modulus 11; told apart from persons, never alone (9 % of random numbers pass)."""
    for found in COMPANY.finditer(text):
        number = "".join(found.groups())
        if cvr.checksum(number) == 0 and cvr.is_valid(number):
            yield Candidate(*found.span(), "ORGANIZATION_NUMBER", "DkCvr", 0.85, ("checksum",))
