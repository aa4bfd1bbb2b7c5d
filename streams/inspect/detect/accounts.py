"""Money: IBANs and payment cards, by Presidio's recognizers."""

import re
from collections.abc import Iterator
from typing import Final

from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import TEST_POPULATION, Candidate
from streams.inspect.detect.presidio import Presidio

IBAN: Final = re.compile(r"(?<![A-Z0-9])[A-Z]{2}[0-9]{2}[ -]?[A-Z0-9]{4}[ -]?[A-Z0-9]{4}")  # what Presidio's pattern begins with
CARD: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.\-])[1-6][0-9]{3}[- ]?[0-9]{3,6}[- ]?[0-9]{3,5}[- ]?[0-9]{3,5}(?![0-9A-Za-z])(?![.\-][0-9])"
)
MASKED_CARD: Final = re.compile(r"(?<![0-9A-Za-z*])[3-6](?:[ -]?[0-9]){3,7}(?:[ -]?[*xX\u2022]){4,12}[ -]?[0-9]{4}(?![0-9A-Za-z*])")
TEST_CARDS: Final = words("""
    4111111111111111 4242424242424242 5555555555554444 378282246310005 4012888888881881 5105105105105100 6011111111111117
    4000000000000002
""")


def ibans(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """Modulus 97 and the country's own format: stands alone."""
    if IBAN.search(text):
        for hit in presidio.find("IbanRecognizer", text):
            yield Candidate(hit.start, hit.end, "IBAN_CODE", "IbanRecognizer", 0.99, ("checksum",), True)


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
