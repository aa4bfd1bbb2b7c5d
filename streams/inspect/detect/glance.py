"""What is told of a value at a glance: it is of a plain look, and of that the long way would say what it says of any other such value.

A glance never says anything of its own: it answers only where it is known that nothing but the field's name speaks of the value, or
nothing but a street's ending, and leaves all other values to the long way.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from streams.inspect.detect import triage, values
from streams.inspect.detect.alternatives import any_of
from streams.inspect.detect.bounded import Bounded
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.claims import Claim, Field
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.looks import (
    CODE,
    DATE,
    HEAD,
    HOUSE,
    LOGIN,
    LONGEST,
    LONGEST_CODE,
    MAIL,
    MONEY,
    NAME,
    PHONE,
    POSTCODE,
    WORDS,
    is_innocent,
    says_something,
)
from streams.inspect.detect.outcome import Glimpse, Kind, Outcome, won
from streams.inspect.detect.patterns import Patterns
from streams.inspect.detect.phoneplans import country_of
from streams.inspect.detect.prose import ENDINGS, NUMBERED
from streams.inspect.detect.resolve import strengthened
from streams.inspect.detect.tokens import folded

READY: Final = 16_384  # answers that are held ready
LONGEST_LABEL: Final = 40  # code points
UNTOLD: Final = -1  # only the long way can tell
NOTHING, NAMED, STREETED, MAILED, DIALLED = range(5)  # no finding; by the field's name; by a street's ending; by what takes it as a whole
ADDRESS: Final = ("EMAIL_ADDRESS", "EmailRecognizer", 0.98, ("pattern",), True)
NUMBER: Final = ("PHONE_NUMBER", "PhoneRecognizer", 0.93, ("pattern",), True)
DIGITS: Final = frozenset("0123456789")
HOUSE_END: Final = 3  # code points of which one is a digit where a house number ends a text: `4 b`
SHORTEST_TITLE: Final = 2  # code points
SHORTEST_PROSE: Final = 8  # code points of a text in which a street is looked for

Eye = Callable[[str], int]  # of a text


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """How values of one field are looked at. The answers depend on a value's length alone, and are held ready."""

    eye: Eye
    claim: Claim
    ready: Bounded[int, Outcome]  # by sight, length and what is told
    number: int

    def see(self, text: str) -> Outcome | None:
        """The outcome of a text in the field; None where only the long way can tell."""
        length = len(text)
        if length > LONGEST:
            return None
        told = self.eye(text)
        if told < 0:
            return None
        key = self.number << 16 | length << 8 | told
        known = self.ready.get(key)
        if known is None:
            known = _outcome(self.claim, told, length)
            self.ready.put(key, known)
        return known


class Glance:
    """`at(field, kind, prose)`: what tells the outcome of a text in a field, where a glance tells it."""

    def __init__(self, lexicon: Lexicon, patterns: Patterns) -> None:
        self._lexicon = lexicon
        self._patterns = patterns
        self._ready = Bounded[int, Outcome](READY)
        self._numbers = any_of(lexicon.beginnings(NUMBERED))
        self._sights = 0

    def at(self, field: Field, kind: Kind, prose: bool) -> Glimpse | None:
        """None for a field of which only the long way can tell."""
        claims = field.claims
        if len(claims) != 1 or len(claims[0].entities) != 1 or kind == "boolean":
            return None
        eye = self._eye(claims[0], field, kind, prose)
        if eye is None:
            return None
        self._sights += 1
        return Sight(eye, claims[0], self._ready, self._sights).see

    def _eye(self, claim: Claim, field: Field, kind: Kind, prose: bool) -> Eye | None:
        entity = claim.entities[0]
        if entity == "PERSON":
            return self._person(claim) if kind == "text" else None
        if entity == "LOCATION":
            return self._place(claim, prose)
        if entity in ("EMAIL_ADDRESS", "PHONE_NUMBER"):
            return None if field.refused else self._mail if entity == "EMAIL_ADDRESS" else self._phone
        return self._title(claim) if entity == "JOB_TITLE" else OF_SIGNS.get(entity)

    def _person(self, claim: Claim) -> Eye:
        strict, said = claim.strict, self._said(claim)

        def eye(text: str) -> int:
            if not NAME.fullmatch(text) or not is_innocent(text):
                return UNTOLD
            if strict and " " not in text:
                return NOTHING
            return NOTHING if said(text) else NAMED

        return eye

    def _title(self, claim: Claim) -> Eye:
        said = self._said(claim)

        def eye(text: str) -> int:
            if len(text) < SHORTEST_TITLE or not WORDS.fullmatch(text) or not says_something(text):
                return UNTOLD
            if text.lower() in values.SALUTATIONS:
                return UNTOLD
            return NOTHING if said(text) else NAMED

        return eye

    def _place(self, claim: Claim, prose: bool) -> Eye:
        said, housed = self._said(claim), self._housed

        def eye(text: str) -> int:
            if not says_something(text):
                return UNTOLD
            if "0" <= text[:1] <= "9":
                return NAMED if POSTCODE.fullmatch(text) else UNTOLD
            if not DIGITS.isdisjoint(text[-HOUSE_END:]):
                return housed(text, prose)
            if not WORDS.fullmatch(text):
                return UNTOLD
            return NOTHING if said(text) else NAMED

        return eye

    def _housed(self, text: str, prose: bool) -> int:
        """Of a street with a number."""
        found = HOUSE.fullmatch(text)
        if found is None or len(text) < SHORTEST_PROSE:
            return UNTOLD
        if not prose:
            return NAMED
        end = found.end(1)
        said = folded(text[:end])
        if not said.isascii() or self._numbers.search(said.lower().replace(" ", "").replace(".", "")):
            return UNTOLD  # it may say that the number is a customer's
        return STREETED if text.endswith(ENDINGS, 0, end) and text[0].isupper() else NAMED

    def _mail(self, text: str) -> int:
        if not MAIL.fullmatch(text) or "xxx" in text:
            return UNTOLD
        found = self._patterns.scan(text, 0)
        return MAILED if len(found) == 1 and found[0] == Candidate(0, len(text), *ADDRESS) else UNTOLD

    def _phone(self, text: str) -> int:
        if not PHONE.fullmatch(text) or country_of(text) is None:
            return UNTOLD
        return UNTOLD if self._patterns.masks((text,))[0] & ~triage.PHONE else DIALLED

    def _said(self, claim: Claim) -> Callable[[str], bool]:
        """Whether a text of letters says again what the field is called."""
        lexicon, entities, fields = self._lexicon, claim.entities, Field((claim,))
        openings = lexicon.openings(entities)
        lengths = sorted({len(opening) for opening in openings})

        def said(text: str) -> bool:
            if not lexicon.may_begin(text[:HEAD], entities):
                return False
            letters = folded(text).lower().replace(" ", "").replace("-", "")
            opens = not letters.isascii() or any(letters[:length] in openings for length in lengths)
            return opens and is_label(lexicon, fields, text)

        return said


def is_label(lexicon: Lexicon, of: Field, text: str) -> bool:
    """Whether the value only says again what the field is called, as a form's labels and a table of translations do."""
    if len(text) > LONGEST_LABEL or any(map(str.isdigit, text)):
        return False
    if not any(lexicon.may_be_term(text, claim.entities) for claim in of.claims):
        return False
    said = lexicon.meaning(text)
    if said.term is None or said.qualifiers or said.term.when != "plain":
        return False
    return any(claim.entities == said.term.entities for claim in of.claims)


def _code(text: str) -> int:
    plain = len(text) <= LONGEST_CODE and CODE.fullmatch(text) and "xxx" not in text.lower() and text.strip("0")
    return NAMED if plain else UNTOLD


def _login(text: str) -> int:
    found = LOGIN.fullmatch(text)
    return NAMED if found and "xxx" not in text and values.SERVICES.isdisjoint(found.groups()) else UNTOLD


def _money(text: str) -> int:
    return NAMED if MONEY.fullmatch(text) else UNTOLD


def _date(text: str) -> int:
    return NAMED if DATE.fullmatch(text) and not values.NULL_DATE.match(text) else UNTOLD


def _outcome(claim: Claim, told: int, length: int) -> Outcome:
    entity = claim.entities[0]
    if told == NOTHING:
        return Outcome((), 0, 0)
    if told == STREETED:
        return Outcome((won(Candidate(0, length, entity, "StreetAddress", 0.8, ("pattern",), True)),), 1, 1)
    if told in (MAILED, DIALLED):
        found = Candidate(0, length, *(ADDRESS if told == MAILED else NUMBER))
        return Outcome((won(strengthened(found, claim.evidence)),), 1, 1)
    score = values.CERTAIN if entity in values.SURE else values.LIKELY
    return Outcome((won(Candidate(0, length, entity, values.RECOGNIZER, score, claim.evidence, True)),), 0, 1)


OF_SIGNS: Final = {"USERNAME": _login, "CUSTOMER_NUMBER": _code, "ORDER_NUMBER": _code, "SALARY": _money, "DATE_OF_BIRTH": _date}
