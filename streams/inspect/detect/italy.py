"""Italy: the codice fiscale, clashes (omocodia) included; partita IVA."""

import re
from typing import Final

from stdnum.it import codicefiscale, iva

from streams.inspect.detect.identifiers import Identifier, Reading, bare

DIGIT: Final = "[0-9LMNP-V]"  # letters stand for digits where two people would have the same code
CODE: Final = (
    rf"[A-Z]{{6}}{DIGIT}{{2}}[A-EHLMPRST]{DIGIT}{{2}}[A-Z]{DIGIT}{{3}}[A-Z]",
    rf"[A-Z]{{3}} [A-Z]{{3}} {DIGIT}{{2}}[A-EHLMPRST]{DIGIT}{{2}} [A-Z]{DIGIT}{{3}}[A-Z]",
)
VAT: Final = (r"(?:IT ?)?[0-9]{11}",)
NAME: Final = re.compile(r"[B-DF-HJ-NP-TV-Z]{3}|[B-DF-HJ-NP-TV-Z]{2}[AEIOU]|[B-DF-HJ-NP-TV-Z][AEIOU][AEIOUX]|[AEIOU]{2}[AEIOUX]|[AEIOU]XX")
PLACE: Final = re.compile(rf"[A-MZ]{DIGIT}{{3}}")  # the land register's code of a town; Z: of a country


def read_fiscal_code(written: str) -> Reading | None:
    """Consonants before vowels, a date, a town and one control letter of 26: 0.3 % of random codes of its shape."""
    code = bare(written)
    if not (NAME.fullmatch(code, 0, 3) and NAME.fullmatch(code, 3, 6) and PLACE.fullmatch(code, 11, 15)):
        return None
    return Reading(0.97) if codicefiscale.is_valid(code) else None


def read_vat(written: str) -> Reading | None:
    """Luhn; told apart, never alone."""
    return Reading(0.85, alone=False) if iva.is_valid(written) else None


IDENTIFIERS: Final = (
    Identifier("IT_FISCAL_CODE", "ItFiscalCode", read_fiscal_code, CODE, CODE),
    Identifier("ORGANIZATION_NUMBER", "ItPartitaIva", read_vat, beside=VAT),
)
