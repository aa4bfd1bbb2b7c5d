"""Sweden: personnummer and samordningsnummer (Presidio's recognizer decides), organisation numbers."""

import re
from collections.abc import Iterator
from typing import Final

from stdnum import luhn

from streams.inspect.detect.candidate import TEST_POPULATION, Candidate
from streams.inspect.detect.days import SERIALS, exists, is_like_a_phone, is_like_a_serial
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
SOLE_TRADER: Final = re.compile(r"(?<![0-9A-Za-z])SE[ -]?([0-9]{6})-?([0-9]{4})[ -]?01(?![0-9A-Za-z])(?![.\-][0-9])", re.IGNORECASE)
CERTAIN, WRITTEN, RECENT, BARE, UNSURE = 0.96, 0.94, 0.9, 0.86, 0.8  # a day of this century may begin a reference, too


def personnummer(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """Date and Luhn: 0.6 % of random numbers. Not alone where it may be a day's running number, a stamp or (a coordinated one) a phone."""
    for found in PERSON.finditer(text):
        year, month, day, sign, serial = found.groups()
        if not _is_day(year, int(month), int(day)) or not presidio.whole(RECOGNIZER, found.group()):
            continue
        alone = _stands_alone(found.group(), year, day, serial, sign)
        test = (year[-2:] + month + day + serial) == TOLVAN or serial.startswith(TESTS)
        score = _score(year, sign) if alone else UNSURE
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


def _stands_alone(written: str, year: str, day: str, serial: str, sign: str) -> bool:
    """A hyphen after six digits is how they are written; what else begins with a day of these years may be a serial number."""
    if len(year) == 4:
        return not is_like_a_serial(int(year), serial, parted=bool(sign))
    if sign:
        return True
    if is_like_a_phone(written) and int(day) > COORDINATED:
        return False
    return 2000 + int(year) not in SERIALS


def _score(year: str, sign: str) -> float:
    if len(year) == 4:
        return RECENT if int(year) in SERIALS or (year >= "2000" and not sign) else CERTAIN
    return WRITTEN if sign else BARE


def sole_traders(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """The VAT number of an enskild firma: SE, its owner's personnummer, 01."""
    for found in SOLE_TRADER.finditer(text):
        number = found.group(1) + found.group(2)
        if any(c.end == len(number) for c in personnummer(number, presidio)):
            yield Candidate(*found.span(), "SE_PERSONNUMMER", "SeSoleTraderVat", 0.9, ("checksum",))


def organisations(text: str) -> Iterator[Candidate]:
    """Ten digits, the third 2 or more (a personnummer's is 0 or 1), Luhn; told apart from persons, never alone."""
    for found in ORGANISATION.finditer(text):
        if luhn.is_valid(found.group(1) + found.group(2)):
            yield Candidate(*found.span(), "ORGANIZATION_NUMBER", "SeOrganisationNumber", 0.85, ("checksum",))
