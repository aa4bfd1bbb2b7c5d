"""One winner per span: witnesses heard, rivals compared by the strength of what speaks for them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from schemas.entities import NATIONAL_IDS
from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import Candidate

WITNESSED: Final = 0.1  # what a witness adds to a score
HIGHEST: Final = 0.99
OVERRULES: Final = 0.95  # what a number must score to stand against a field that says it is the number of something else
PRECEDENCE: Final = (  # at equal scores the thing that the witness names; of two readings of one number that of the larger traffic
    "IMEI", "NO_FODSELSNUMMER", "SE_PERSONNUMMER", "DK_CPR", "NL_BSN", "DE_TAX_ID", "LT_ASMENS_KODAS",
    "LV_PERSONAS_KODS", "BE_NATIONAL_NUMBER", "PL_PESEL",
    "FI_PERSONAL_IDENTITY_CODE", "IS_KENNITALA", "ES_NIF", "ES_NIE", "PT_NIF", "ORGANIZATION_NUMBER",
)  # fmt: skip
NUMERIC: Final = NATIONAL_IDS | words("""
    NO_BANK_ACCOUNT BANK_ACCOUNT CREDIT_CARD IMEI PHONE_NUMBER IP_ADDRESS DE_HEALTH_INSURANCE PASSPORT VIN
""")


def strengthened(candidate: Candidate, witness: Sequence[str]) -> Candidate:
    """The candidate with a witness's evidence and weight."""
    checked = "checksum" in candidate.evidence  # what field and checksum agree on stands against any rival of the same digits
    score = HIGHEST if checked else min(HIGHEST, round(candidate.score + WITNESSED, 2))
    evidence = (*candidate.evidence, *witness)
    return Candidate(candidate.start, candidate.end, candidate.entity, candidate.recognizer, score, evidence, True, candidate.state)


def winners(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best of each group of overlapping spans, by position. Ties: the longer, then the earlier, then by name."""
    if len(candidates) < 2:
        return list(candidates)
    taken: list[Candidate] = []  # by position, never overlapping
    starts: list[int] = []
    for candidate in sorted(candidates, key=_rank):
        at = bisect_left(starts, candidate.start)
        free_before = at == 0 or taken[at - 1].end <= candidate.start
        free_after = at == len(taken) or candidate.end <= taken[at].start
        if free_before and free_after:
            taken.insert(at, candidate)
            starts.insert(at, candidate.start)
    return taken


def _rank(candidate: Candidate) -> tuple[float, int, int, int, str, str]:
    precedence = PRECEDENCE.index(candidate.entity) if candidate.entity in PRECEDENCE else len(PRECEDENCE)
    return (-candidate.score, candidate.start - candidate.end, precedence, candidate.start, candidate.entity, candidate.recognizer)
