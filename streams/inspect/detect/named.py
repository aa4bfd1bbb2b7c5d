"""Values of identifying fields that no validator accepts: still somebody's number, if they look like one."""

import re
from typing import Final

from streams.inspect.detect import national
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.claims import Claim
from streams.inspect.detect.norway import read_fodselsnummer
from streams.inspect.detect.traits import hidden, judged

POSSIBLE, MASKED, LIKELY = 0.6, 0.7, 0.8
RECOGNIZER: Final = "FieldShape"

SHAPES: Final[dict[str, re.Pattern[str]]] = {
    **national.WHOLE,
    "EMAIL_ADDRESS": re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}"),
    "PHONE_NUMBER": re.compile(
        r"(?:tlf|tel|mob|fax)?[.: ]{0,2}\+?[0-9(][0-9() .\-/]{4,22}[0-9](?: ?(?:x|ext\.?) ?[0-9]{1,5})?", re.IGNORECASE
    ),
    "NO_FODSELSNUMMER": re.compile(r"[0-9]{6}[ \-]?[0-9]{5}"),
    "SE_PERSONNUMMER": re.compile(r"(?:[0-9]{2})?[0-9]{6}[-+ ]?[0-9]{4}"),
    "DK_CPR": re.compile(r"[0-9]{6}[- ]?[0-9]{4}"),
    "NL_BSN": re.compile(r"[0-9]{8,9}|[0-9]{3,4}[. ][0-9]{2,3}[. ][0-9]{3}"),
    "LT_ASMENS_KODAS": re.compile(r"[3-69][0-9]{10}"),
    "FI_PERSONAL_IDENTITY_CODE": re.compile(r"[0-9]{6}[-+A-FYXWVU][0-9]{3}[0-9A-Y]", re.IGNORECASE),
    "UK_NINO": re.compile(r"[A-Z]{2} ?(?:[0-9]{2} ?){3}[A-D]", re.IGNORECASE),
    "UK_NHS": re.compile(r"[0-9]{3}[- ]?[0-9]{3}[- ]?[0-9]{4}"),
    "BANK_ACCOUNT": re.compile(r"(?:[0-9][ .\-/,]?){5,19}[0-9]"),
    "IBAN_CODE": re.compile(r"[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]){8,32}", re.IGNORECASE),
    "CREDIT_CARD": re.compile(r"(?:[0-9][ -]?){12,18}[0-9]"),
    "IMEI": re.compile(r"[0-9]{14,17}|[0-9]{2}-[0-9]{6}-[0-9]{6}-[0-9]"),
    "ORGANIZATION_NUMBER": re.compile(r"(?:[A-Z]{2,3} ?)?[0-9](?:[ .\-]?[0-9]){6,13}(?: ?(?:MVA|B[0-9]{2}))?", re.IGNORECASE),
}


def shaped(claim: Claim, text: str) -> Candidate | None:
    """The first entity of the claim that the whole value looks like."""
    value = text.strip()
    start = len(text) - len(text.lstrip())
    if not value or not value.strip("0 .-"):
        return None
    if "NO_FODSELSNUMMER" in claim.entities and len(value) == 10 and value.isdecimal():
        test = read_fodselsnummer("0" + value)  # the zero of the first nine days of a month, lost where the number is written as one
        if test is not None:
            return Candidate(start, start + 10, "NO_FODSELSNUMMER", RECOGNIZER, 0.9, ("checksum", *test, *claim.evidence), True)
    for entity in claim.entities:
        shape = SHAPES.get(entity)
        if shape is not None and shape.fullmatch(value):
            score = 0.8 if entity == "BANK_ACCOUNT" else POSSIBLE
            return Candidate(start, start + len(value), entity, RECOGNIZER, score, claim.evidence, True)
        if (said := judged(entity, value, claim.word)) is not None:
            return Candidate(start, start + len(value), said, RECOGNIZER, LIKELY, claim.evidence, True)
        if hidden(entity, value):
            return Candidate(start, start + len(value), entity, RECOGNIZER, MASKED, claim.evidence, True, "masked")
    return None
