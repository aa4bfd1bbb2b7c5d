"""The Netherlands: BSN, and the numbers of organisations (RSIN, KvK, btw) that must not be taken for it."""

import re
from collections.abc import Iterator
from typing import Final

from stdnum.nl import bsn

from streams.inspect.detect.candidate import TEST_POPULATION, Candidate

PERSON: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.\-])[0-9]{3,4}([ .]?)[0-9]{2,3}\1[0-9]{3}(?![0-9A-Za-z])(?![.\-][0-9])")
VAT: Final = re.compile(r"(?<![0-9A-Za-z])NL ?[0-9]{9} ?B[0-9]{2}(?![0-9A-Za-z])", re.IGNORECASE)
CHAMBER: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.\-])[0-9]{8}(?![0-9A-Za-z])(?![.\-][0-9])")
TEST_RANGE: Final = "9999"  # never given to a person


def bsn_numbers(text: str) -> Iterator[Candidate]:
    """The 11-test holds for one random number in eleven, and for RSINs: never alone."""
    for found in PERSON.finditer(text):
        number = re.sub(r"[ .]", "", found.group())
        if len(number) in (8, 9) and _checks(number):
            test = (TEST_POPULATION,) if number.startswith(TEST_RANGE) else ()
            yield Candidate(*found.span(), "NL_BSN", "NlBsn", 0.85 if len(number) == 9 else 0.75, ("checksum", *test))


def _checks(number: str) -> bool:
    return bool(bsn.checksum(number.zfill(9)) == 0 and bsn.is_valid(number))


def organisations(text: str) -> Iterator[Candidate]:
    """RSIN (nine digits, the same 11-test), KvK (eight digits, no test) and btw; told apart, never alone."""
    for found in PERSON.finditer(text):
        number = re.sub(r"[ .]", "", found.group())
        if len(number) == 9 and _checks(number):
            yield Candidate(*found.span(), "ORGANIZATION_NUMBER", "NlRsin", 0.84, ("checksum",))
    for found in VAT.finditer(text):
        yield Candidate(*found.span(), "ORGANIZATION_NUMBER", "NlBtw", 0.86, ("pattern",))
    for found in CHAMBER.finditer(text):
        yield Candidate(*found.span(), "ORGANIZATION_NUMBER", "NlKvk", 0.7, ("pattern",))
