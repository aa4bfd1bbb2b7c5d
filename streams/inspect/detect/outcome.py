"""What one text gives in one field: its winners, and how much of the budget it took. Remembered for texts that come again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from schemas.entities import category_of
from schemas.words import Place, ValueState
from streams.inspect.detect.bounded import Bounded
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.claims import Field
from streams.inspect.plain import plain
from streams.inspect.words import Finding, Path

REMEMBERED: Final = 65_536  # texts in their fields
LONGEST: Final = 256  # code points of a text that is remembered; longer ones seldom come twice
FIELDS: Final = 16_384

Kind = Literal["text", "number", "boolean"]


Glimpse = Callable[[str], "Outcome | None"]  # of a text


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """All that the winners of a text depend on beside the text: nothing of its path but what has been made of it."""

    field: Field
    kind: Kind
    prose: bool
    of_organisation: bool
    sole_trader: bool
    glimpse: Glimpse | None = None  # tells the outcomes of plain texts at once
    proposed: tuple[Candidate, ...] = ()  # what a language model made of the text, where there is one


@dataclass(slots=True, eq=False)
class Plan:
    """What a path says of its leaves before anything else is read: the field, in a message that has none of the signs it waits for."""

    field: Field
    waits: int  # bits of signs.py
    person: bool = False  # a login where a name to show stands beside it
    asked: dict[int, Asked] | None = None  # by what else it rests on, which are a few bits
    beside: "dict[object, Plan] | None" = None  # where it waits for facts alone: by these


@plain
class Won:
    """A winner, ready to become a finding wherever the text stands."""

    start: int
    end: int
    entity: str
    category: str | None
    score: float
    evidence: tuple[str, ...]
    recognizer: str
    state: ValueState

    def finding(self, leaf: int, place: Place, path: Path) -> Finding:
        return Finding(
            leaf, place, path, self.start, self.end, self.entity, self.category, self.score, self.evidence, self.recognizer, self.state
        )


def won(candidate: Candidate) -> Won:
    """Its evidence sorted, each once."""
    evidence = tuple(sorted(set(candidate.evidence)))
    category = category_of(candidate.entity)
    return Won(candidate.start, candidate.end, candidate.entity, category, candidate.score, evidence, candidate.recognizer, candidate.state)


@plain
class Outcome:
    """`told`: candidates that the text gave, before those that its field's name adds. `more`: the limit left some out."""

    winners: tuple[Won, ...]
    told: int
    candidates: int
    more: bool = False


class Outcomes:
    """`of(asked, text, limit)`: what `look` says, from memory where that changes nothing; `glance`: what tells the same of plain texts."""

    def __init__(
        self,
        look: Callable[[Asked, str, int, int | None], Outcome],
        glance: Callable[[Field, Kind, bool], Glimpse | None] = lambda *_: None,
        remembered: int = REMEMBERED,
    ) -> None:
        self._look = look
        self._glance = glance
        self._known = Bounded[tuple[Asked, str], Outcome](remembered)
        self._asked = Bounded[tuple[int, Kind, bool, bool, bool], Asked](FIELDS)
        self._fields = Bounded[Field, Field](FIELDS)

    def asked(self, field: Field, kind: Kind, prose: bool, of_organisation: bool, sole_trader: bool) -> Asked:
        """The same object for equal arguments, for as long as it is remembered."""
        key = (id(field), kind, prose, of_organisation, sole_trader)  # it keeps the field, so that no other has its id
        asked = self._asked.get(key)
        if asked is not None and asked.field is field:
            return asked
        same = self._fields.get(field)
        if same is not None and same is not field:
            return self.asked(same, kind, prose, of_organisation, sole_trader)
        self._fields.put(field, field)
        asked = Asked(field, kind, prose, of_organisation, sole_trader, self._glance(field, kind, prose))
        self._asked.put(key, asked)
        return asked

    def recall(self, asked: Asked, text: str) -> Outcome | None:
        """What is remembered of the text, or told at a glance; it was not cut short, as a lower limit now would have to."""
        known = self._known.get((asked, text))
        if known is None and asked.glimpse is not None and (known := asked.glimpse(text)) is not None:
            self._known.put((asked, text), known)
        return known

    def of(self, asked: Asked, text: str, limit: int, mask: int | None = None) -> Outcome:
        """A remembered outcome was not cut short; where the limit now would cut it, the text is looked at again.

        `mask`: what the pass over all values said of the text, where it was among them.
        """
        if len(text) > LONGEST:
            return self._look(asked, text, limit, None)
        known = self._known.get((asked, text))
        if known is not None and known.told <= limit:
            return known
        outcome = self._look(asked, text, limit, mask)
        if not outcome.more:
            self._known.put((asked, text), outcome)
        return outcome
