"""Sweden: personnummer and samordningsnummer (Presidio's recognizer decides), organisation numbers."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from stdnum import luhn

from streams.inspect.detect.candidate import TEST_POPULATION, Candidate
from streams.inspect.detect.presidio import Presidio

PERSON: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.\-+])((?:18|19|20)[0-9]{2}|[0-9]{2})([0-9]{2})([0-9]{2})([-+]?)([0-9]{4})(?![0-9A-Za-z])(?![.\-+][0-9])"
)
ORGANISATION: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.\-])(?:SE ?|16)?([0-9]{2}[2-9][0-9]{3})-?([0-9]{4})(?:01)?(?![0-9A-Za-z])(?![.\-][0-9])", re.IGNORECASE
)
RECOGNIZER: Final = "SePersonnummerRecognizer"
COORDINATED: Final = 60  # added to the day of a samordningsnummer
TOLVAN: Final = "1212121212"  # 19121212-1212, Tolvan Tolvansson: the example that everyone tests with
SERIAL_FROM: Final = 2015  # what begins with a later date is as likely a day's serial number as a child's identity


def personnummer(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """With century or a hyphen it stands alone (0.4 % of random numbers pass); ten bare digits need a witness."""
    for found in PERSON.finditer(text):
        year, month, day, sign, serial = found.groups()
        if not _is_day(year, int(month), int(day)) or not presidio.whole(RECOGNIZER, found.group()):
            continue
        full = len(year) == 4
        alone = not _is_serial(int(year), serial, sign) if full else sign != ""
        evidence = ("checksum", *((TEST_POPULATION,) if (year[-2:] + month + day + serial) == TOLVAN else ()))
        score = 0.96 if full and alone else 0.94 if alone else 0.8
        yield Candidate(*found.span(), "SE_PERSONNUMMER", RECOGNIZER, score, evidence, alone)


def _is_day(year: str, month: int, day: int) -> bool:
    """A day of the calendar; of a year without century, in either."""
    day = day - COORDINATED if day > COORDINATED else day
    years = (int(year),) if len(year) == 4 else (1900 + int(year), 2000 + int(year))
    return any(_exists(y, month, day) for y in years)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_serial(year: int, serial: str, sign: str) -> bool:
    stamp = sign == "" and year >= 2000 and int(serial[:2]) < 24 and int(serial[2:]) < 60  # yyyymmddhhmm
    return year >= SERIAL_FROM or stamp


def organisations(text: str) -> Iterator[Candidate]:
    """Ten digits, the third 2 or more (a personnummer's is 0 or 1), Luhn; told apart from persons, never alone."""
    for found in ORGANISATION.finditer(text):
        if luhn.is_valid(found.group(1) + found.group(2)):
            yield Candidate(*found.span(), "ORGANIZATION_NUMBER", "SeOrganisationNumber", 0.85, ("checksum",))
