"""Hear what a field's schema says of it beside its name: a producer's own tags, former names, the sentence that describes it.

Evidence is made of this file's words and the lexicon's, never of the schema's own: `schema:tag PII`, `schema:alias email`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from streams.inspect.detect.claims import Claim

TAGS: Final = frozenset({"PII", "SPI", "PHI", "PERSONAL", "PERSONALDATA", "PERSONALINFORMATION", "GDPR", "SENSITIVE", "PRIVATE", "PCI"})
CLAUSE: Final = re.compile(r"[.,;:()/–—]|\s-\s")
HEAD: Final = re.compile(  # what a clause is about, before what it says of that
    r"\b(?:of|for|to|in|on|at|by|from|used|which|that|where|as|av|til|for|i|på|som|ved|van|voor|der|des|für|zur|zum)\b",
    re.IGNORECASE,
)
LONGEST: Final = 60  # characters of what a sentence is about
MOST: Final = 6  # phrases of one field
PLAIN: Final = re.compile(r"[^A-Za-z0-9]")


def tags(hints: tuple[str, ...]) -> tuple[str, ...]:
    """The evidence of tags by which producers mark personal data whatever its kind."""
    named = (PLAIN.sub("", hint[4:]).upper() for hint in hints if hint.startswith("tag "))
    return tuple(f"schema:tag {tag}" for tag in dict.fromkeys(named) if tag in TAGS)


def phrases(hints: tuple[str, ...]) -> Iterator[tuple[str, str, bool]]:
    """(kind, what may be the name of a kind of data, whether it has to be all of it).

    Tags and former names as they are; of a sentence its first clause (`Date of birth`), then what that is about.
    """
    for hint in hints[:MOST]:
        kind, _, text = hint.partition(" ")
        if kind != "doc":
            yield kind, text.strip()[:LONGEST], False
            continue
        clause = CLAUSE.split(text, 1)[0].strip()
        if len(clause) <= LONGEST:
            yield kind, clause, True
        if (head := HEAD.split(clause, 1)[0].strip()) and len(head) <= LONGEST:
            yield kind, head, False


def told(claim: Claim, kind: str) -> Claim:
    """A claim that rests on the schema and not on the field's own name."""
    return replace(claim, evidence=(f"schema:{kind} {claim.word}",))
