"""Terms in plain words, for people: `pd:EmailAddress` is "email address", "e-postadresse", "e-mailadres"."""

import re
from functools import cache
from types import MappingProxyType
from typing import Final, Literal

from schemas import plain_data, plain_law, plain_processing

Language = Literal["en", "nb", "nl"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "nb", "nl")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_KEPT: Final = frozenset({"IP", "MAC", "GPS", "DNA", "TV", "CRM", "IPR", "ID", "UID", "PIN"})  # words that stay as they are


def plain(curie: str, language: Language = "en") -> str:
    """A term's words in a language; a term that the tables lack is its own English words, so that nothing is lost."""
    prefix, _, term = curie.partition(":")
    return _table().get((prefix, term), {}).get(language) or _english(term or curie)


@cache
def _table() -> MappingProxyType[tuple[str, str], dict[Language, str]]:
    words: dict[tuple[str, str], dict[Language, str]] = {}
    for prefix, text in (("pd", plain_data.PD), ("dpv", plain_data.SUBJECTS)):
        for term, nb, nl in _rows(text):
            words[prefix, term] = {"en": _english(term), "nb": nb, "nl": nl}
    spelt_out = (
        ("dpv", plain_law.PURPOSES),
        ("eu-gdpr", plain_law.LAW),
        ("dpv", plain_processing.PROCESSING),
        ("dpv", plain_processing.STORAGE),
        ("eu-gdpr", plain_processing.RIGHTS),
    )
    for prefix, text in spelt_out:
        for term, en, nb, nl in _rows(text):
            words[prefix, term] = {"en": _english(term) if en == "-" else en, "nb": nb, "nl": nl}
    return MappingProxyType(words)


def _rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def _english(term: str) -> str:
    words = [w for word in _CAMEL.split(term) for w in (word.split("-") if word in _KEPT else [word])]
    return " ".join(word if word in _KEPT else word.lower() for word in words)
