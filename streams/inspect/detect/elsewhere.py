"""Lithuania, Finland, Poland, Germany, the United Kingdom: personal identifiers, most of them by Presidio's recognizers."""

import re
from collections.abc import Iterator
from typing import Final

from stdnum.de import idnr
from stdnum.exceptions import ValidationError
from stdnum.lt import asmens

from streams.inspect.detect.candidate import TEST_POPULATION, Candidate
from streams.inspect.detect.presidio import Presidio

ELEVEN: Final = re.compile(r"(?<![0-9A-Za-z+])(?<![0-9][.\-+])[0-9]{11}(?![0-9A-Za-z])(?![.\-+][0-9])")
GERMAN: Final = re.compile(r"(?<![0-9A-Za-z+])(?<![0-9][.\- ])[1-9][0-9]( ?)[0-9]{3}\1[0-9]{3}\1[0-9]{3}(?![0-9A-Za-z])(?![.\- ][0-9])")
FINNISH: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.\-+])[0-9]{6}[-+ABCDEFYXWVU][0-9]{3}[0-9A-FHJ-NPR-Y](?![0-9A-Za-z])(?![.\-+][0-9])"
)
NINO: Final = re.compile(
    r"(?<![0-9A-Za-z])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D](?![0-9A-Za-z])", re.IGNORECASE
)
NHS: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.\-+])[0-9]{3}([- ]?)[0-9]{3}\1[0-9]{4}(?![0-9A-Za-z])(?![.\-+][0-9])")
TEMPORARY: Final = 900  # Finnish individual numbers from here on are given to patients without identity and to test persons
NHS_TEST: Final = "999"  # NHS Digital gives numbers that begin so to test persons only


def elevens(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """Asmens kodas (1.4 % of random numbers pass) and PESEL (1.8 %): alone, but below any field that says otherwise."""
    for found in ELEVEN.finditer(text):
        number = found.group()
        if _is_asmens_kodas(number):
            yield Candidate(*found.span(), "LT_ASMENS_KODAS", "LtAsmensKodas", 0.87, ("checksum",), True)
        if presidio.whole("PlPeselRecognizer", number):
            yield Candidate(*found.span(), "PL_PESEL", "PlPeselRecognizer", 0.86, ("checksum",), True)


def _is_asmens_kodas(number: str) -> bool:
    try:
        return number[0] in "3456" and bool(asmens.validate(number))
    except ValidationError:
        return False


def tax_ids(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """Presidio's rule passes 8 % of random numbers; with the older rule of repeated digits 0.4 %, and that stands alone."""
    for found in GERMAN.finditer(text):
        number = found.group().replace(" ", "")
        if presidio.whole("DeTaxIdRecognizer", number):
            alone = idnr.is_valid(number)
            yield Candidate(*found.span(), "DE_TAX_ID", "DeTaxIdRecognizer", 0.92 if alone else 0.8, ("checksum",), alone)


def hetus(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """Finnish personal identity codes: date and control character (one in 31)."""
    for found in FINNISH.finditer(text):
        code = found.group()
        if presidio.whole("FiPersonalIdentityCodeRecognizer", code):
            test = (TEST_POPULATION,) if int(code[7:10]) >= TEMPORARY else ()
            score = 0.96 if not (code[-1].isdigit() and code[6] in "-+") else 0.91  # else it could be a CPR or personnummer
            yield Candidate(
                *found.span(), "FI_PERSONAL_IDENTITY_CODE", "FiPersonalIdentityCodeRecognizer", score, ("checksum", *test), True
            )


def ninos(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """No checksum: alone only in its written form, QQ 12 34 56 C."""
    for found in NINO.finditer(text):
        if presidio.whole("UkNinoRecognizer", found.group()):
            yield Candidate(*found.span(), "UK_NINO", "UkNinoRecognizer", 0.85, ("pattern",), found.group().count(" ") >= 2)


def nhs_numbers(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """Modulus 11 holds for one random number in eleven: never alone."""
    for found in NHS.finditer(text):
        number = re.sub(r"[- ]", "", found.group())
        if presidio.whole("NhsRecognizer", number):
            test = (TEST_POPULATION,) if number.startswith(NHS_TEST) else ()
            yield Candidate(*found.span(), "UK_NHS", "NhsRecognizer", 0.85, ("checksum", *test))
