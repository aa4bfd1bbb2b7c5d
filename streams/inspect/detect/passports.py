"""Travel documents: the machine-readable zone of passports and cards (ICAO 9303), and passport numbers beside a witness."""

import re
from collections.abc import Iterator
from typing import Final

from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.identifiers import SHAPED, Identifier, Reading

NAMES: Final = r"[A-Z]+(?:<[A-Z]+)*<<[A-Z<]+"  # KARI<<EKSEMPEL<<<
BOOK: Final = re.compile(  # TD3, and TD2 with 36 characters to a line
    r"(?<![0-9A-Z<])(?P<number>[0-9A-Z<]{9})(?P<n>[0-9<])[A-Z<]{3}(?P<birth>[0-9<]{6})(?P<b>[0-9])[MF<X]"
    r"(?P<expiry>[0-9]{6})(?P<e>[0-9])[0-9A-Z<]{7,15}[0-9](?![0-9A-Z<])"
)
CARD: Final = re.compile(  # TD1's second line
    r"(?<![0-9A-Z<])(?P<birth>[0-9<]{6})(?P<b>[0-9])[MF<X](?P<expiry>[0-9]{6})(?P<e>[0-9])[A-Z<]{3}[0-9A-Z<]{11}[0-9](?![0-9A-Z<])"
)
CARD_HEAD: Final = re.compile(r"(?<![0-9A-Z<])[IAC][A-Z<][A-Z<]{3}(?P<number>[0-9A-Z<]{9})(?P<n>[0-9<])[0-9A-Z<]{15}(?![0-9A-Z<])")
HOLDER: Final = re.compile(rf"(?<![0-9A-Z<])(?:P[A-Z<][A-Z<]{{3}}|[IAC][A-Z<][A-Z<]{{3}})(?={NAMES})[A-Z<]{{31,39}}(?![0-9A-Z<])")
BEARER: Final = re.compile(r"[\r\n ]{1,4}(?P<line>[A-Z]+(?:<[A-Z]+)*<<[A-Z<]+)(?![0-9A-Z<])")  # TD1's third line, behind the second
BEARERS_LENGTH: Final = 30
LENGTHS: Final = (36, 44)  # of a line of TD2 and TD3
PAIRS: Final = (("number", "n"), ("birth", "b"), ("expiry", "e"))
WEIGHTS: Final = (7, 3, 1) * 15
PAPER: Final = (r"[A-Z]{0,3} ?[0-9]{5,9}[A-Z]?", r"[A-Z][0-9A-Z]{7,9}")
GERMAN: Final = (9, 10)  # characters, with the check digit or without
VOWELS: Final = frozenset("AEIOU")
ENTITY: Final = "PASSPORT"


def zones(text: str) -> Iterator[Candidate]:
    """Every line of a machine-readable zone: by its check digits, or by a name written as only such a line writes it."""
    if "<" not in text:
        return
    for pattern in (BOOK, CARD, CARD_HEAD):
        for found in pattern.finditer(text):
            if _checks(found) and (pattern is not BOOK or _closes(found.group())):
                yield Candidate(*found.span(), ENTITY, "MachineReadableZone", 0.98, ("checksum",), True)
                bearer = BEARER.match(text, found.end()) if pattern is CARD else None
                if bearer is not None and len(bearer.group("line")) == BEARERS_LENGTH:
                    yield Candidate(*bearer.span("line"), ENTITY, "MachineReadableZone", 0.97, ("pattern",), True)
    for found in HOLDER.finditer(text):
        if len(found.group()) in LENGTHS:
            yield Candidate(*found.span(), ENTITY, "MachineReadableZone", 0.97, ("pattern",), True)


def _checks(found: re.Match[str]) -> bool:
    """Whether each field of the line that has a check digit agrees with it."""
    fields = found.groupdict()
    return all(_digit(fields[name]) == fields[digit].replace("<", "0") for name, digit in PAIRS if name in fields)


def _closes(line: str) -> bool:
    """Whether the last digit agrees with all fields of a line of TD2 or TD3."""
    return len(line) in LENGTHS and _digit(line[:10] + line[13:20] + line[21:-1]) == line[-1]


def _digit(value: str) -> str:
    return str(sum((0 if char == "<" else int(char, 36)) * weight for char, weight in zip(value, WEIGHTS, strict=False)) % 10)


def read_paper(written: str) -> Reading | None:
    """Each country numbers its passports and cards as it likes: never alone. Germany's may have a single digit, and never a vowel."""
    digits = sum(char.isdigit() for char in written)
    german = digits > 0 and len(written) in GERMAN and VOWELS.isdisjoint(written.upper())
    return Reading(0.75, alone=False, evidence=SHAPED) if digits >= 4 or german else None


IDENTIFIERS: Final = (
    Identifier("PASSPORT", "PassportNumber", read_paper, beside=PAPER),
    Identifier("ID_CARD", "IdCardNumber", read_paper, beside=PAPER),
)
