"""Terms of the vocabularies as people read them: `pd:EmailAddress` is "Email address", `eu-gdpr:A6-1-b` is "GDPR Art. 6(1)(b)"."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

_HUMPS: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ARTICLE: Final = re.compile(r"eu-gdpr:A(\d+)(?:-(\d+))?(?:-([a-z]))?")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def term(curie: str) -> str:
    """A CURIE in words; a text that is none comes back as it is."""
    if article := _ARTICLE.fullmatch(curie):
        number, paragraph, letter = article.groups()
        return f"GDPR Art. {number}" + (f"({paragraph})" if paragraph else "") + (f"({letter})" if letter else "")
    _, colon, name = curie.partition(":")
    if not colon or not name:
        return curie
    words = _HUMPS.split(name)
    return " ".join([words[0], *(word if word.isupper() else word.lower() for word in words[1:])])


def instant(ms: int) -> str:
    """Milliseconds since 1970 as RFC 3339 in UTC, to the second; a number that no calendar holds stays a number."""
    try:
        return (_EPOCH + timedelta(milliseconds=ms)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return str(ms)


def moment(ms: int) -> str:
    """The same for a person: `2025-11-30 10:00:00 UTC`."""
    return instant(ms).replace("T", " ").replace("Z", " UTC")
