"""Shapes of text that decide against a finding, or for a masked one: identifiers of machines, stamps, enums, stars."""

import re
from collections.abc import Sequence
from typing import Final

from streams.inspect.detect.blocks import words

# stretches in which no digits are anybody's: UUIDs, hashes and other long hex, ISO 8601 stamps, long base64, data URLs, keys of services
MACHINE: Final = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}"
    r"|(?=[0-9A-Fa-f]*[A-Fa-f])[0-9A-Fa-f]{24,128}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
    r"|urn:[0-9A-Za-z:.\-]{1,120}"
    r")(?![0-9A-Za-z])"
)
BASE64: Final = re.compile(r"(?<![0-9A-Za-z+/])[0-9A-Za-z+/]{40,}={0,2}")
LETTERS_AND_DIGITS: Final = re.compile(r"(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])")
UUID: Final = re.compile(r"\{?[0-9A-Fa-f]{8}-?(?:[0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}\}?")
URL: Final = re.compile(r"[a-z][a-z0-9+.\-]{1,20}://", re.IGNORECASE)
STAMP: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.,+Z\-]*)?|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}(?: [0-9:. APMapm]*)?")
STARS: Final = re.compile(r"[*\u2022\u25cf\u2217]{2,}|[#]{3,}|[Xx]{3,}|(?:[*\u2022] ?){4,}|…")
HIDDEN_SAID: Final = words("""
    redacted masked hidden removed anonymised anonymized skjult fjernet maskert sladdet dold maskerad verborgen gemaskeerd protected
""")
HIDDEN: Final = re.compile(rf"\[?(?:{'|'.join(sorted(HIDDEN_SAID))})\]?", re.IGNORECASE)
NOTHING_SAID: Final = words("""
    null none nil nan undefined na n/a n.a. nvt n.v.t. unknown ukjent ukendt okänd okand onbekend unbekannt nezinoma not_applicable
    notset not_set unset empty tom leeg leer blank missing mangler saknas true false yes no ja nei nej nee nein on off default
    standard test string text value x xx - -- . .. ... ? ?? 0 tbd tba unspecified not_specified notspecified notprovided not_provided
    uoppgitt ikke_oppgitt ej_angivet uppgift_saknas niet_opgegeven keine_angabe ingen inget geen kein other annet andet annat overig
    object array number boolean
""")


def machine_spans(text: str) -> Sequence[tuple[int, int]]:
    """Stretches of machine-made identifiers and stamps, in order."""
    spans = [m.span() for m in MACHINE.finditer(text)]
    if len(text) >= 40:
        spans += [m.span() for m in BASE64.finditer(text) if LETTERS_AND_DIGITS.match(m.group())]
    return spans


def inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether [start, end) lies in one of the spans."""
    return any(a <= start and end <= b for a, b in spans)


def says_nothing(text: str) -> bool:
    """Empty, a placeholder, an enum's `unknown`, or without a letter and digit."""
    if not text[:1].isalnum() and not any(map(str.isalnum, text)):
        return True
    return "_".join(text.lower().split()) in NOTHING_SAID


def is_masked(text: str) -> bool:
    """Visibly masked: stars, crosses, or a word that says so."""
    starred = "*" in text or "###" in text or "xxx" in text.lower() or not text.isascii()  # else `STARS` finds nothing
    return (starred and STARS.search(text) is not None) or HIDDEN.fullmatch(text.strip()) is not None


def is_machine_made(text: str) -> bool:
    """A UUID, a URL, a long hash: what no field of a person holds as such."""
    return bool(UUID.fullmatch(text)) or bool(URL.match(text)) or (len(text) >= 24 and bool(MACHINE.fullmatch(text)))


def is_stamp(text: str) -> bool:
    """A date or an instant."""
    return bool(STAMP.fullmatch(text))
