"""The United Kingdom: National Insurance and NHS numbers by Presidio's recognizers; company and VAT numbers."""

import re
from collections.abc import Iterator
from typing import Final

from stdnum.gb import vat

from streams.inspect.detect.candidate import TEST_POPULATION, Candidate
from streams.inspect.detect.identifiers import SHAPED, Identifier, Reading, bare
from streams.inspect.detect.presidio import Presidio

NINO: Final = re.compile(
    r"(?<![0-9A-Za-z])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D](?![0-9A-Za-z])", re.IGNORECASE
)
NHS: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.\-+])[0-9]{3}([- ]?)[0-9]{3}\1[0-9]{4}(?![0-9A-Za-z])(?![.\-+][0-9])")
NHS_TEST: Final = "999"  # NHS Digital gives numbers that begin so to test persons only
COMPANY: Final = (r"(?:SC|NI|OC|SO|NC|FC|LP|SL|NL|IP|SP|IC|SI|NP|NO|R|RC|GS|CE|CS)[0-9]{6}", r"[0-9]{8}")
VAT: Final = (r"GB ?[0-9]{3} ?[0-9]{4} ?[0-9]{2}(?: ?[0-9]{3})?",)


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


def read_company(written: str) -> Reading | None:
    """Companies House gives no check digit; told apart, never alone."""
    return Reading(0.7, alone=False, evidence=SHAPED)


def read_vat(written: str) -> Reading | None:
    """Modulus 97; told apart, never alone."""
    return Reading(0.86, alone=False) if vat.is_valid(bare(written)) else None


IDENTIFIERS: Final = (
    Identifier("ORGANIZATION_NUMBER", "GbCompanyNumber", read_company, beside=COMPANY),
    Identifier("ORGANIZATION_NUMBER", "GbVat", read_vat, beside=VAT),
)
