"""What is asked of each value of a message: its path and the record around it heard, and all values looked at in one pass."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from streams.inspect.detect.beside import may_be_login
from streams.inspect.detect.claims import Field
from streams.inspect.detect.fields import Fields
from streams.inspect.detect.outcome import LONGEST, Asked, Outcome, Outcomes
from streams.inspect.detect.reading import Reading
from streams.inspect.detect.records import Facts, Records
from streams.inspect.detect.schema_hints import tags
from streams.inspect.detect.spots import Spot
from streams.inspect.detect.texts import NOTHING
from streams.inspect.words import Finding, Leaf, Message

FIELD_ONLY: Final = 250  # code points; a longer value is prose, whatever its field is called
NO_FACTS: Final = Facts()


class Search:
    """One message under way: its records and what is left of its budget."""

    def __init__(self, fields: Fields, outcomes: Outcomes, records: Records, message: Message, candidates: int) -> None:
        self._fields = fields
        self._outcomes = outcomes
        self._records = records
        self._root = message.envelope.document_type.text if message.envelope.document_type else ""
        self._left = candidates
        self.exhausted = False
        self.reading: Reading | None = None  # of a language model, where one is switched on
        self.unread: set[str] = set()  # why it did not read all that is running text

    def findings(self, leaves: Sequence[Leaf], masks: Callable[[Sequence[str]], Sequence[int]]) -> list[Finding]:
        """Of all leaves, in order. One pass over all values that have not been seen in their fields says what to look for in which."""
        asked = [self._asked(leaf, spot) for leaf, spot in zip(leaves, self._records.read, strict=True)]
        if self.reading is not None:
            asked, self.unread = self.reading.over(leaves, asked)
        looked: list[tuple[int, Leaf, Asked, Outcome | None]] = []
        new: dict[str, None] = {}
        for at, (leaf, each) in enumerate(zip(leaves, asked, strict=True)):
            if each is None:
                continue
            outcome = self._outcomes.recall(each, leaf.text)
            if outcome is None and len(leaf.text) <= LONGEST:
                new[leaf.text] = None
            looked.append((at, leaf, each, outcome))
        seen = dict(zip(new, masks(list(new)), strict=True)) if new else {}
        return self._of_all(looked, seen)

    def _of_all(self, looked: Iterable[tuple[int, Leaf, Asked, Outcome | None]], masks: Mapping[str, int]) -> list[Finding]:
        found: list[Finding] = []
        for at, leaf, asked, known in looked:
            outcome = known
            if outcome is None or outcome.told > self._left:
                outcome = self._outcomes.of(asked, leaf.text, self._left, masks.get(leaf.text))
            for winner in outcome.winners:
                finding = winner.finding(at, leaf.place, leaf.path)
                found.append(_tagged(finding, leaf) if leaf.hints else finding)
            self._left -= outcome.candidates
            if outcome.more or self._left < 0:
                self.exhausted = True
                break
        return found

    def _asked(self, leaf: Leaf, spot: Spot) -> Asked | None:
        """What the leaf's path says, and the record around it, where that is all; else what the message has to say of it.

        None where nothing can come of the value.
        """
        text = leaf.text
        if not text or leaf.kind == "boolean":
            return None
        plan = spot.plans.get((leaf.place, self._root)) or self._fields.plan(leaf.place, leaf.path, spot, self._root)
        field = plan.field
        if field is None or leaf.hints or (field.claims and may_be_login(field, text)):
            asked = self._heard(leaf, spot)
            return None if not asked.field.claims and NOTHING.fullmatch(text) else asked
        rests = (leaf.kind == "text") | (len(text) > FIELD_ONLY) << 1
        if field.claims:
            facts = self._records.around(leaf.path)
            rests |= (facts.kind == "organisation") << 2 | facts.sole_trader << 3
        elif NOTHING.fullmatch(text):
            return None
        known = plan.asked.get(rests)
        if known is None:
            known = plan.asked[rests] = self._heard(leaf, spot)
        return known

    def _heard(self, leaf: Leaf, spot: Spot) -> Asked:
        """What stands around the leaf, told from whose it is: an organisation's name and address are not a person's."""
        field = self._fields.of(leaf, spot, self._records, self._root)
        facts = self._records.around(leaf.path) if field.claims else NO_FACTS
        of_organisation = field.organisation or facts.kind == "organisation"
        claims = tuple(c for c in field.claims if not c.party) if of_organisation else field.claims
        whole = len(claims) == len(field.claims)
        prose = leaf.kind == "text" and whole and not (field.organisation and len(leaf.text) <= FIELD_ONLY)
        field = field if whole else Field(claims, field.thing, field.organisation)
        return self._outcomes.asked(field, leaf.kind, prose, of_organisation, facts.sole_trader)


def _tagged(found: Finding, leaf: Leaf) -> Finding:
    """With what the schema says of the leaf among the evidence."""
    evidence = tuple(sorted({*found.evidence, *tags(leaf.hints)}))
    return Finding(
        found.leaf, found.place, found.path, found.start, found.end, found.entity, found.category, found.score, evidence,
        found.recognizer, found.state,
    )  # fmt: skip
