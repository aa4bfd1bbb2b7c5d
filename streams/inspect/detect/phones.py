"""Phone numbers, by Presidio's recognizer: alone only with a country code, else beside a witness."""

import re
from collections.abc import Iterator
from typing import Final

from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.phoneplans import country_of
from streams.inspect.detect.presidio import Presidio
from streams.inspect.detect.shapes import inside

INTERNATIONAL: Final = re.compile(r"(?<![0-9A-Za-z+])\+ ?[1-9](?:[ .\-/]{0,2}\(?[0-9]\)?){6,14}(?![0-9A-Za-z])")
NATIONAL: Final = re.compile(r"(?<![0-9A-Za-z+.,])\(?[0-9](?:[ .\-/]{0,2}[()]?[0-9]){5,16}(?![0-9A-Za-z])(?![.,][0-9])")
RECOGNIZER: Final = "PhoneRecognizer"


def international(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """+47 912 34 567 and its like, valid in its country's plan; one that is not needs a witness."""
    if country_of(text):
        yield Candidate(0, len(text), "PHONE_NUMBER", RECOGNIZER, 0.93, ("pattern",), True)
        return
    for found in INTERNATIONAL.finditer(text):
        valid = presidio.find(RECOGNIZER + "+", found.group())
        if valid:
            hit = valid[0]
            yield Candidate(found.start() + hit.start, found.start() + hit.end, "PHONE_NUMBER", RECOGNIZER, 0.93, ("pattern",), True)
        else:
            yield Candidate(*found.span(), "PHONE_NUMBER", "PhoneShape", 0.6, ("pattern",))


def national(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """Digits that are a phone number in one of our countries: 83 % of random eight digits are, so never alone.

    What lies in a valid number with a country code is that number's, which outranks it in every field.
    """
    if country_of(text):
        return
    taken = [(c.start, c.end) for c in international(text, presidio) if c.alone] if "+" in text else ()
    for found in NATIONAL.finditer(text):
        if taken and inside(*found.span(), taken):
            continue
        valid = presidio.find(RECOGNIZER, found.group())
        if valid:
            hit = max(valid, key=lambda h: (h.end - h.start, -h.start))
            yield Candidate(found.start() + hit.start, found.start() + hit.end, "PHONE_NUMBER", RECOGNIZER, 0.85, ("pattern",))
        elif 7 <= sum(c.isdigit() for c in found.group()) <= 15:
            yield Candidate(*found.span(), "PHONE_NUMBER", "PhoneShape", 0.6, ("pattern",))
