"""One winner per span: witnesses heard, rivals compared by the strength of what speaks for them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import Candidate

WITNESSED: Final = 0.1  # what a witness adds to a score
HIGHEST: Final = 0.99
OVERRULES: Final = 0.95  # what a number must score to stand against a field that says it is the number of something else
PRECEDENCE: Final = ("IMEI", "ORGANIZATION_NUMBER")  # at equal scores the thing that the witness names
NUMERIC: Final = words("""
    NO_FODSELSNUMMER SE_PERSONNUMMER DK_CPR NL_BSN LT_ASMENS_KODAS FI_PERSONAL_IDENTITY_CODE PL_PESEL UK_NINO UK_NHS DE_TAX_ID
    NO_BANK_ACCOUNT BANK_ACCOUNT CREDIT_CARD IMEI PHONE_NUMBER
""")


def strengthened(candidate: Candidate, witness: Sequence[str]) -> Candidate:
    """The candidate with a witness's evidence and weight."""
    return replace(
        candidate,
        score=min(HIGHEST, round(candidate.score + WITNESSED, 2)),
        evidence=(*candidate.evidence, *witness),
        alone=True,
    )


def winners(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The best of each group of overlapping spans, by position. Ties: the longer, then the earlier, then by name."""
    taken: list[Candidate] = []
    for candidate in sorted(candidates, key=_rank):
        if all(candidate.end <= other.start or other.end <= candidate.start for other in taken):
            taken.append(candidate)
    return sorted(taken, key=lambda c: (c.start, c.end, c.entity))


def _rank(candidate: Candidate) -> tuple[float, int, int, int, str, str]:
    precedence = PRECEDENCE.index(candidate.entity) if candidate.entity in PRECEDENCE else len(PRECEDENCE)
    return (-candidate.score, candidate.start - candidate.end, precedence, candidate.start, candidate.entity, candidate.recognizer)
