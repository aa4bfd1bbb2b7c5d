"""All candidates of one text in its field: long texts in windows, odd ones evened out, witnesses heard."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.claims import Claim, Field
from streams.inspect.detect.evened import is_plain, views
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.pairs import pairs
from streams.inspect.detect.patterns import WITNESSED, Patterns
from streams.inspect.detect.presidio import LONGEST_PIECE
from streams.inspect.detect.prose import told
from streams.inspect.detect.resolve import NUMERIC, OVERRULES, strengthened
from streams.inspect.detect.shapes import inside, machine_spans
from streams.inspect.detect.triage import GREETING, STREET
from streams.inspect.detect.view import View
from streams.inspect.detect.witness import ahead, heard, heard_in
from streams.inspect.stamps import INSTANT, UUID

MARGIN: Final = 400  # code points on either side of a window's own part: longer than any candidate and its context
DIGIT: Final = re.compile(r"[0-9]")
LONG_NUMBER: Final = re.compile(  # of six digits and more, or a code of capitals and digits: a plate, a card's number
    r"[0-9][0-9 .\-/()]{4,30}[0-9]"
    r"|(?<![0-9A-Za-z])(?:[A-Z]{1,3}[ -][0-9]{2,5}[A-Z]?(?!\.[0-9])|(?=[A-Za-z\-]{0,9}[0-9])[0-9A-Za-z][0-9A-Za-z\-]{3,16})(?![0-9A-Za-z])"
)
NOTHING: Final = re.compile(  # in a field that claims nothing, no candidate comes of …
    r"[A-Za-z]{1,11}|[A-Za-z]{0,6}-?[0-9]{1,5}|[0-9]{1,3}\.[0-9]{1,2}"  # a word; a code of at most five digits, no word before them
    rf"|{UUID}|{INSTANT}?"  # what is found in them are numbers, which are a machine's; an instant may lack its zone here
)
NUMBERS: Final = 100_000  # of one running text that are weighed, some 10 µs each; a megabyte of log lines has thirty thousand
SHORTEST: Final = 8  # code points of a text in which something can be told
ORDERS: Final = frozenset({"ORDER_NUMBER"})


class Texts:
    """`candidates(text, field)`: every proposal that a witness supports or that stands alone."""

    def __init__(self, patterns: Patterns, lexicon: Lexicon) -> None:
        self._patterns = patterns
        self._lexicon = lexicon

    def masks(self, texts: Sequence[str]) -> list[int]:
        """For each text what a recognizer need look for in it; `candidates` takes it back."""
        return self._patterns.masks(texts)

    def candidates(self, text: str, field: Field, prose: bool, limit: int, mask: int | None = None) -> tuple[list[Candidate], bool]:
        """At most `limit` candidates in the text's own offsets, and whether there were more. `prose`: read what it tells of itself."""
        if mask is not None and is_plain(text):
            found = self._of_piece(text, field, prose, mask)
            return (found, False) if len(found) <= limit else (found[:limit], True)
        found = []
        numbers = 0
        for view in views(text):
            read = view.text
            if len(read) <= LONGEST_PIECE:
                seen = mask if mask is not None and read is text else self.masks((read,))[0]
                for each in self._of_piece(read, field, prose, seen):
                    found.append(each.at(*view.origin(each.start, each.end)))
                if len(found) > limit:
                    return found[:limit], True
                continue
            for of_window, more in self._of_windows(view, field, prose):
                found += of_window
                numbers += more
                if len(found) > limit or numbers > NUMBERS:
                    return found[:limit], True
        return found, False

    def _of_windows(self, view: View, field: Field, prose: bool) -> Iterator[tuple[list[Candidate], int]]:
        """Of each window of a long text its candidates, and how many long numbers were weighed there."""
        cut = list(windows(view.text))
        for (offset, piece, low, high), seen in zip(cut, self.masks([piece for _, piece, _, _ in cut]), strict=True):
            starts = _long_numbers(piece) if prose and DIGIT.search(piece) else None
            found = self._of_piece(piece, field, prose, seen, starts)
            own = [c for c in found if low <= c.start + offset < high]
            yield [c.at(*view.origin(c.start + offset, c.end + offset)) for c in own], len(starts) if starts else 0

    def _of_piece(self, text: str, field: Field, prose: bool, mask: int, starts: Sequence[int] | None = None) -> list[Candidate]:
        """`starts`: of its long numbers, where they are known."""
        found: list[Candidate] = []
        proposals = self._patterns.scan(text, mask)
        has_letters = text[:1].isalpha() or any(map(str.isalpha, text))
        has_digits = DIGIT.search(text) is not None
        weak = _weak(field.claims) if field.claims else self._spoken_of(text, starts) if has_letters and has_digits else ()
        for entity in weak:
            proposals += self._patterns.scan_for(entity, text)
        if proposals:
            found.extend(self._supported(text, proposals, field, has_letters))
        if prose and has_letters and len(text) >= SHORTEST:
            if not field.claims:
                found.extend(pairs(text, self._lexicon))
            found.extend(told(text, self._lexicon, greeted=bool(mask & GREETING), housed=bool(mask & STREET), numbered=has_digits))
        return found

    def _spoken_of(self, text: str, starts: Sequence[int] | None) -> Sequence[str]:
        """Entities that the words before some number of the text witness, among those looked for only then, sorted."""
        spoken: set[str] = set()
        for before in set(ahead(text, _long_numbers(text) if starts is None else starts)):
            term = heard_in(before, self._lexicon).term
            if term is not None:
                spoken.update(e for e in term.entities if e in WITNESSED)
        return sorted(spoken) if spoken else ()

    def _supported(self, text: str, proposals: Sequence[Candidate], field: Field, has_letters: bool) -> Iterator[Candidate]:
        machine = machine_spans(text)
        for candidate in proposals:
            if candidate.entity in field.refused:
                continue
            numeric = candidate.entity in NUMERIC or candidate.entity == "ORGANIZATION_NUMBER"
            if numeric and machine and inside(candidate.start, candidate.end, machine):
                continue
            entity = candidate.entity
            if entity == "SE_PERSONNUMMER" and field.witness("ORGANIZATION_NUMBER"):
                entity = "ORGANIZATION_NUMBER"  # a Swedish sole trader's is the personnummer
            if witness := field.witness(entity):
                evidence = next(c.evidence for c in field.claims if c.evidence[0] == witness)
                yield strengthened(candidate, evidence)
                continue
            said = heard(text, candidate.start, self._lexicon) if has_letters and candidate.start else None
            if said is not None and (spoken := said.witness(candidate.entity)):
                yield strengthened(candidate, (spoken,))
            elif candidate.alone and not (numeric and self._is_of_a_thing(candidate, field, said is not None and said.thing)):
                yield candidate

    @staticmethod
    def _is_of_a_thing(candidate: Candidate, field: Field, said_so: bool) -> bool:
        """The field or the text says that the number is something else's, and it is not strong enough to be heard over that."""
        other = field.thing or said_so or any(ORDERS.intersection(c.entities) or "ORGANIZATION_NUMBER" in c.entities for c in field.claims)
        return other and candidate.score < OVERRULES


def _long_numbers(text: str) -> list[int]:
    """Where they begin."""
    return [run.start() for run in LONG_NUMBER.finditer(text)]


def _weak(claims: Sequence[Claim]) -> Sequence[str]:
    """What a field speaks of and is looked for only there, sorted."""
    if len(claims) == 1 and len(claims[0].entities) == 1:
        return claims[0].entities if claims[0].entities[0] in WITNESSED else ()
    return sorted({e for claim in claims for e in claim.entities if e in WITNESSED})


def windows(text: str) -> Iterator[tuple[int, str, int, int]]:
    """(offset, piece, low, high): candidates that start in [low, high) of the text are the piece's own; the ranges tile the text."""
    if len(text) <= LONGEST_PIECE:
        yield 0, text, 0, len(text) + 1
        return
    low = 0
    while low < len(text):
        offset = max(0, low - MARGIN)
        last = offset + LONGEST_PIECE >= len(text)
        high = len(text) + 1 if last else offset + LONGEST_PIECE - MARGIN
        yield offset, text[offset : offset + LONGEST_PIECE], low, high
        low = high
