"""Money: IBANs and payment cards, by Presidio's recognizers."""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import TEST_POPULATION, Candidate
from streams.inspect.detect.presidio import Presidio

LENGTHS: Final = MappingProxyType(  # of IBANs by country (SWIFT's IBAN registry), for those of this traffic
    {
        country: length
        for length, countries in {
            15: "no", 16: "be", 18: "dk fi nl fo gl", 19: "si", 20: "lt ee at lu", 21: "lv ch li hr", 22: "de gb ie bg",
            24: "se es cz sk ro", 25: "pt", 26: "is", 27: "fr it gr mc sm", 28: "pl hu cy", 31: "mt",
        }.items()
        for country in countries.split()
    }
)  # fmt: skip
OTHERWISE: Final = rf"(?:{'|'.join(LENGTHS)})[0-9]{{2}}[ -]?[a-z0-9]{{4}}[ -]?[a-z0-9]{{4}}|IBAN[ :]?[A-Z]{{2}}[0-9]{{2}}"
IBAN: Final = re.compile(  # what Presidio's pattern begins with; and small letters, or the word itself without a space behind it
    rf"(?<![A-Z0-9])(?:[A-Z]{{2}}[0-9]{{2}}[ -]?[A-Z0-9]{{4}}[ -]?[A-Z0-9]{{4}}|{OTHERWISE})"
)
ODD_IBAN: Final = re.compile(
    rf"(?<![0-9A-Za-z])(?:iban[ :]?)?(?P<iban>(?P<country>{'|'.join(LENGTHS)})[0-9]{{2}}(?:[ -]?[0-9a-z]){{11,30}})", re.I
)
CARD: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.\-])[1-6][0-9]{3}[- ]?[0-9]{3,6}[- ]?[0-9]{3,5}[- ]?[0-9]{3,5}(?![0-9A-Za-z])(?![.\-][0-9])"
)
MASKED_CARD: Final = re.compile(r"(?<![0-9A-Za-z*])[3-6](?:[ -]?[0-9]){3,7}(?:[ -]?[*xX\u2022]){4,12}[ -]?[0-9]{4}(?![0-9A-Za-z*])")
BETWEEN: Final = re.compile("[ -]")
TEST_CARDS: Final = words("""
    4111111111111111 4242424242424242 5555555555554444 378282246310005 4012888888881881 5105105105105100 6011111111111117
    4000000000000002
""")


def ibans(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """Modulus 97 and the country's own format: stands alone."""
    if IBAN.search(text) is None:
        return
    hits = presidio.find("IbanRecognizer", text)
    for hit in hits:
        yield Candidate(hit.start, hit.end, "IBAN_CODE", "IbanRecognizer", 0.99, ("checksum",), True)
    for found in ODD_IBAN.finditer(text):
        start = found.start("iban")
        length = _extent(found["iban"], LENGTHS[found["country"].lower()])
        if length and not any(hit.start <= start < hit.end for hit in hits):
            written = BETWEEN.sub("", found["iban"][:length]).upper()
            if not text[start + length : start + length + 1].isalnum() and presidio.whole("IbanRecognizer", written):
                yield Candidate(start, start + length, "IBAN_CODE", "IbanRecognizer", 0.98, ("checksum",), True)


def _extent(written: str, length: int) -> int:
    """How far the first `length` letters and digits reach; 0 where there are fewer."""
    ends = [at + 1 for at, char in enumerate(written) if char.isalnum()]
    return ends[length - 1] if len(ends) >= length else 0


def cards(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """Luhn holds for one random number in ten, and for every IMEI: never alone; the masked form 4571 12** **** 1234 is."""
    for found in CARD.finditer(text):
        if presidio.whole("CreditCardRecognizer", found.group()):
            test = (TEST_POPULATION,) if re.sub("[- ]", "", found.group()) in TEST_CARDS else ()
            yield Candidate(*found.span(), "CREDIT_CARD", "CreditCardRecognizer", 0.85, ("checksum", *test))
    if "*" in text or "x" in text or "X" in text or "\u2022" in text:
        for found in MASKED_CARD.finditer(text):
            if 15 <= len(re.sub("[- ]", "", found.group())) <= 19:
                yield Candidate(*found.span(), "CREDIT_CARD", "MaskedCard", 0.8, ("pattern",), True, "masked")
