"""Sweden: personnummer and samordningsnummer (Presidio's recognizer decides), organisation numbers."""

import re
from collections.abc import Iterator
from typing import Final

from stdnum import luhn

from streams.inspect.detect.candidate import TEST_POPULATION, Candidate
from streams.inspect.detect.days import SERIAL_FROM, exists, is_like_a_phone
from streams.inspect.detect.presidio import Presidio

PERSON: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.\-+])((?:18|19|20)[0-9]{2}|[0-9]{2})([0-9]{2})([0-9]{2})([-+]?)([0-9]{4})(?![0-9A-Za-z])(?![.\-+][0-9])"
)
ORGANISATION: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.\-])(?:SE ?|16)?([0-9]{2}[2-9][0-9]{3})-?([0-9]{4})(?:01)?(?![0-9A-Za-z])(?![.\-][0-9])", re.IGNORECASE
)
INTERIM: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.\-+])((?:19|20)[0-9]{2}|[0-9]{2})([0-9]{2})([0-9]{2})([-+]?)([TRSUWXJKLMN][0-9]{3})(?![0-9A-Za-z])(?![.\-+][0-9])"
)
RECOGNIZER: Final = "SePersonnummerRecognizer"
COORDINATED: Final = 60  # added to the day of a samordningsnummer
TOLVAN: Final = "1212121212"  # 19121212-1212, Tolvan Tolvansson: the example that everyone tests with
TESTS: Final = ("238", "239", "980", "981")  # birth numbers of the test numbers that Skatteverket publishes, samordningsnummer included
LATEST_SERIALS: Final = 2036  # from here on two digits are a year of the last century


def personnummer(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """Date and Luhn: 0.6 % of random numbers. Without century and hyphen not where it may be a day's serial number or a phone."""
    for found in PERSON.finditer(text):
        year, month, day, sign, serial = found.groups()
        if not _is_day(year, int(month), int(day)) or not presidio.whole(RECOGNIZER, found.group()):
            continue
        full = len(year) == 4
        alone = _stands_alone(found.group(), year, serial, sign)
        test = (year[-2:] + month + day + serial) == TOLVAN or serial.startswith(TESTS)
        score = 0.8 if not alone else 0.96 if full else 0.94 if sign else 0.86
        yield Candidate(*found.span(), "SE_PERSONNUMMER", RECOGNIZER, score, ("checksum", *((TEST_POPULATION,) if test else ())), alone)
    yield from _interim(text)


def _interim(text: str) -> Iterator[Candidate]:
    """Interim numbers of authorities and hospitals: a letter for the first digit of the serial, counted as 1."""
    for found in INTERIM.finditer(text):
        year, month, day, sign, serial = found.groups()
        if _is_day(year, int(month), int(day)) and luhn.is_valid(f"{year[-2:]}{month}{day}1{serial[1:]}"):
            yield Candidate(*found.span(), "SE_PERSONNUMMER", "SeInterimPersonnummer", 0.92, ("checksum",), len(year) == 4 or sign != "")


def _is_day(year: str, month: int, day: int) -> bool:
    """A day of the calendar; of a year without century, in either."""
    day = day - COORDINATED if day > COORDINATED else day
    years = (int(year),) if len(year) == 4 else (1900 + int(year), 2000 + int(year))
    return any(exists(y, month, day) for y in years)


def _stands_alone(written: str, year: str, serial: str, sign: str) -> bool:
    """Not where the number is as likely a day's serial number, a stamp to the minute, or a phone."""
    if len(year) == 4:
        stamp = sign == "" and int(year) >= 2000 and int(serial[:2]) < 24 and int(serial[2:]) < 60  # yyyymmddhhmm
        return int(year) < SERIAL_FROM and not stamp
    return sign != "" or not (SERIAL_FROM - 2000 <= int(year) < LATEST_SERIALS - 2000 or is_like_a_phone(written))


def organisations(text: str) -> Iterator[Candidate]:
    """Ten digits, the third 2 or more (a personnummer's is 0 or 1), Luhn; told apart from persons, never alone."""
    for found in ORGANISATION.finditer(text):
        if luhn.is_valid(found.group(1) + found.group(2)):
            yield Candidate(*found.span(), "ORGANIZATION_NUMBER", "SeOrganisationNumber", 0.85, ("checksum",))
