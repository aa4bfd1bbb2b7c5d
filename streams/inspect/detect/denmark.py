"""Denmark: CPR numbers and CVR numbers."""

import re
from collections.abc import Iterator
from typing import Final

from stdnum.dk import cpr, cvr
from stdnum.exceptions import ValidationError

from streams.inspect.detect.candidate import Candidate

PERSON: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.\-+])([0-9]{6})([- ]?)([0-9]{4})(?![0-9A-Za-z])(?![.\-+][0-9])")
COMPANY: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.\-])(?:DK ?)?([0-9]{2}) ?([0-9]{2}) ?([0-9]{2}) ?([0-9]{2})(?![0-9A-Za-z])(?![.\-][0-9])", re.IGNORECASE
)
REPLACEMENT: Final = 60  # added to the day of an erstatningspersonnummer, which is rare and so never alone


def cpr_numbers(text: str) -> Iterator[Candidate]:
    """The date is all that can be checked (modulus 11 was given up in 2007): DDMMYY-XXXX stands alone, ten bare digits need a witness."""
    for found in PERSON.finditer(text):
        number = found.group(1) + found.group(3)
        if not _has_birth_date(number):
            continue
        checks = cpr.checksum(number) == 0
        hyphen = found.group(2) == "-"
        alone = hyphen and int(number[:2]) <= REPLACEMENT
        score = (0.92 if checks else 0.88) if alone else 0.75
        yield Candidate(*found.span(), "DK_CPR", "DkCpr", score, ("checksum",) if checks else ("pattern",), alone)


def _has_birth_date(number: str) -> bool:
    day = int(number[:2])
    plain = f"{day - REPLACEMENT:02d}{number[2:]}" if day > REPLACEMENT else number
    try:
        cpr.get_birth_date(plain)
    except ValidationError:
        return False
    return True


def companies(text: str) -> Iterator[Candidate]:
    """Eight digits with modulus 11; told apart from persons, never alone (9 % of random numbers pass)."""
    for found in COMPANY.finditer(text):
        if cvr.is_valid("".join(found.groups())):
            yield Candidate(*found.span(), "ORGANIZATION_NUMBER", "DkCvr", 0.85, ("checksum",))
