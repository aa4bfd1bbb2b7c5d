"""Norway: fødselsnummer with its D-, H- and test variants, organisation numbers, bank accounts."""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import mul
from typing import Final

from stdnum.no import kontonr, orgnr

from streams.inspect.detect.candidate import TEST_POPULATION, Candidate
from streams.inspect.detect.days import exists
from streams.inspect.detect.identifiers import weighted

FNR: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9]\.)[0-9]{2}[ .]?[0-9]{2}[ .]?[0-9]{2}[ \-]?[0-9]{3} ?[0-9]{2}(?![0-9A-Za-z])(?!\.[0-9])")
ACCOUNT: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.\-])[0-9]{4}([ .]?)[0-9]{2}\1[0-9]{5}(?![0-9A-Za-z])(?![.\-][0-9])")
ORGANISATION: Final = re.compile(r"(?<![0-9A-Za-z])(?:NO ?)?[0-9]{3}([ .]?)[0-9]{3}\1[0-9]{3} ?(?:MVA)?(?![0-9A-Za-z])", re.IGNORECASE)
DIGITS: Final = re.compile(r"[^0-9]")

TENOR, NAV, HELSE = 80, 40, 65  # added to the month: Skatteetaten's Tenor; NAV's Dolly (and H-numbers); the health sector's test persons
HELP: Final = 0.85  # the score of an FH-number: rarer than a PESEL of the eighties and nineties, which it may as well be
LATER: Final = 0.86  # that of a number of the rule of 2032, for the same reason
DNUMBER: Final = 40  # added to the day of a D-number
FIRST, SECOND = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)  # weights of the check digits, the digit's own included
ELEVEN: Final = 11  # digits, and the modulus: the second check digit of a fødselsnummer is reckoned like that of an account
ZEROS: Final = ord("0") * sum(SECOND)
POSTGIRO: Final = "0000"  # accounts of seven digits with a check of their own
FROM_2032: Final = (1, 2, 3)  # remainders of the first check digit that are given too to numbers of 2032 and later
COUNTED_DOWN: Final = 900  # those numbers start with the individual number 999 and go down, so that what is lower is not yet given


def fodselsnumre(text: str) -> Iterator[Candidate]:
    """Both check digits hold and the date is one: 0.2 % of random numbers do; FH-numbers have no date, another 0.2 %."""
    for found in FNR.finditer(text):
        number = _digits(found)
        if not _second_holds(number):
            continue
        kind = read_fodselsnummer(number)
        if kind is not None:
            yield Candidate(*found.span(), "NO_FODSELSNUMMER", "NoFodselsnummer", 0.97, ("checksum", *kind), True)
        elif number[0] in "89":  # FH-number: no date in it
            if _remainder(number) == 0:
                yield Candidate(*found.span(), "NO_FODSELSNUMMER", "NoFodselsnummer", HELP, ("checksum",), True)
        elif (later := read_of_2032(number)) is not None:
            given = int(number[6:9]) >= COUNTED_DOWN
            yield Candidate(*found.span(), "NO_FODSELSNUMMER", "NoFodselsnummer", LATER if given else 0.8, ("checksum", *later), given)


@lru_cache(maxsize=1_024)  # a number is read for what stands alone in a text, and once more in its field
def read_fodselsnummer(number: str) -> tuple[str, ...] | None:
    """() for a real fødselsnummer, D- or H-number of 11 digits, ("test-population",) for an invented one, None for no such number."""
    if _remainder(number) != 0 or (shift := _shift(number)) is None:
        return None
    if int(number[:2]) > DNUMBER:  # since 2021 the individual number of a D-number does not tell the century
        dated = _in_some_century(number, shift)
    else:
        dated = _in_its_century(f"{number[:2]}{int(number[2:4]) - shift:02d}{number[4:]}")
    return ((TEST_POPULATION,) if shift else ()) if dated else None


def read_of_2032(number: str) -> tuple[str, ...] | None:
    """The same of a number that only the rule of 2032 allows: three more first check digits, and no century in the individual number."""
    if _remainder(number) not in FROM_2032 or (shift := _shift(number)) is None or not _in_some_century(number, shift):
        return None
    return (TEST_POPULATION,) if shift else ()


def _remainder(number: str) -> int | None:
    """The first check digit's remainder modulo 11, if the second check digit holds; 0 is how it has to be before 2032."""
    return weighted(number, FIRST) % ELEVEN if weighted(number, SECOND) % ELEVEN == 0 else None


def _second_holds(number: str) -> bool:
    """Whether the second check digit does, of digits of ASCII; asked of every number of eleven, and so told by their codes."""
    total: int = sum(map(mul, number.encode(), SECOND))
    return (total - ZEROS) % ELEVEN == 0


def _shift(number: str) -> int | None:
    """What was added to the month, if it is one."""
    month = int(number[2:4])
    return next((shift for shift in (TENOR, HELSE, NAV, 0) if 1 <= month - shift <= 12), None)


def _in_its_century(number: str) -> bool:
    """Whether the day is one in the century that the individual number tells."""
    year, individual = int(number[4:6]), int(number[6:9])
    if individual < 500:
        year += 1900
    elif individual < 750 and year >= 54:
        year += 1800
    elif year < 40:
        year += 2000
    elif individual >= 900:
        year += 1900
    else:
        return False
    return exists(year, int(number[2:4]), int(number[:2]))


def _in_some_century(number: str, shift: int) -> bool:
    day, month, year = int(number[:2]), int(number[2:4]) - shift, int(number[4:6])
    day -= DNUMBER if day > DNUMBER else 0
    return exists(1900 + year, month, day) or exists(2000 + year, month, day)


def accounts(text: str) -> Iterator[Candidate]:
    """Modulus 11 holds for one random number in eleven, and for every fødselsnummer: only written 1234.56.78903 it stands alone."""
    for found in ACCOUNT.finditer(text):
        number = _digits(found)
        if number.startswith(POSTGIRO):
            valid = number.strip("0") != "" and kontonr.is_valid(number)
        else:
            valid = weighted(number, SECOND) % ELEVEN == 0  # the same check digit as a fødselsnummer's second
        if valid:
            dotted = found.group(1) == "."
            yield Candidate(
                *found.span(), "NO_BANK_ACCOUNT", "NoBankAccount", 0.85, ("checksum", *(("pattern",) if dotted else ())), dotted
            )


def _digits(found: re.Match[str]) -> str:
    """Eleven, of which a number of eleven characters has nothing else."""
    return found.group() if found.end() - found.start() == ELEVEN else DIGITS.sub("", found.group())


def organisations(text: str) -> Iterator[Candidate]:
    """Nine digits with modulus 11; told apart from persons, never alone (8 % of random numbers pass)."""
    for found in ORGANISATION.finditer(text):
        if orgnr.checksum(DIGITS.sub("", found.group())) == 0:
            value = found.group().rstrip()
            yield Candidate(found.start(), found.start() + len(value), "ORGANIZATION_NUMBER", "NoOrganisationNumber", 0.85, ("checksum",))
