"""Norway: fødselsnummer with its D-, H- and test variants, organisation numbers, bank accounts."""

import re
from collections.abc import Iterator
from typing import Final

from stdnum.exceptions import ValidationError
from stdnum.no import fodselsnummer, kontonr, orgnr

from streams.inspect.detect.candidate import TEST_POPULATION, Candidate

FNR: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9]\.)[0-9]{2}[ .]?[0-9]{2}[ .]?[0-9]{2}[ \-]?[0-9]{3} ?[0-9]{2}(?![0-9A-Za-z])(?!\.[0-9])")
ACCOUNT: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.\-])[0-9]{4}([ .]?)[0-9]{2}\1[0-9]{5}(?![0-9A-Za-z])(?![.\-][0-9])")
ORGANISATION: Final = re.compile(r"(?<![0-9A-Za-z])(?:NO ?)?[0-9]{3}([ .]?)[0-9]{3}\1[0-9]{3} ?(?:MVA)?(?![0-9A-Za-z])", re.IGNORECASE)
DIGITS: Final = re.compile(r"[^0-9]")

TENOR, NAV, HELSE = 80, 40, 65  # added to the month: Skatteetaten's Tenor; NAV's Dolly (and H-numbers); the health sector's test persons


def fodselsnumre(text: str) -> Iterator[Candidate]:
    """Both check digits hold and the date is one: 0.11 % of random numbers do, so it stands alone."""
    for found in FNR.finditer(text):
        number = DIGITS.sub("", found.group())
        kind = read_fodselsnummer(number)
        if kind is not None:
            yield Candidate(*found.span(), "NO_FODSELSNUMMER", "NoFodselsnummer", 0.97, ("checksum", *kind), True)
        elif number[0] in "89" and _checks(number):  # FH-number: no date in it
            yield Candidate(*found.span(), "NO_FODSELSNUMMER", "NoFodselsnummer", 0.8, ("checksum",))


def read_fodselsnummer(number: str) -> tuple[str, ...] | None:
    """() for a real fødselsnummer, D- or H-number of 11 digits, ("test-population",) for an invented one, None for no such number."""
    if not _checks(number):
        return None
    month = int(number[2:4])
    shift = next((s for s in (TENOR, HELSE, NAV, 0) if 1 <= month - s <= 12), None)
    if shift is None:
        return None
    plain = f"{number[:2]}{month - shift:02d}{number[4:]}"
    try:
        fodselsnummer.get_birth_date(plain)
    except ValidationError:
        return None
    return (TEST_POPULATION,) if shift else ()


def _checks(number: str) -> bool:
    return bool(number[-2] == fodselsnummer.calc_check_digit1(number) and number[-1] == fodselsnummer.calc_check_digit2(number))


def accounts(text: str) -> Iterator[Candidate]:
    """Modulus 11 holds for one random number in eleven, and for every fødselsnummer: only written 1234.56.78903 it stands alone."""
    for found in ACCOUNT.finditer(text):
        number = DIGITS.sub("", found.group())
        if number.strip("0") and kontonr.is_valid(number):
            dotted = found.group(1) == "."
            yield Candidate(
                *found.span(), "NO_BANK_ACCOUNT", "NoBankAccount", 0.85, ("checksum", *(("pattern",) if dotted else ())), dotted
            )


def organisations(text: str) -> Iterator[Candidate]:
    """Nine digits with modulus 11; told apart from persons, never alone (8 % of random numbers pass)."""
    for found in ORGANISATION.finditer(text):
        if orgnr.is_valid(DIGITS.sub("", found.group())):
            value = found.group().rstrip()
            yield Candidate(found.start(), found.start() + len(value), "ORGANIZATION_NUMBER", "NoOrganisationNumber", 0.85, ("checksum",))
