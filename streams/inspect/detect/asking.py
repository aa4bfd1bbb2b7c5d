"""What is asked of each value of a message: its path and the record around it heard, and all values looked at in one pass."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from schemas.words import Place
from streams.inspect.detect import signs
from streams.inspect.detect.beside import may_be_login
from streams.inspect.detect.claims import Field
from streams.inspect.detect.fields import Fields
from streams.inspect.detect.outcome import LONGEST, Asked, Kind, Outcome, Outcomes, Plan
from streams.inspect.detect.reading import Reading
from streams.inspect.detect.records import Records
from streams.inspect.detect.schema_hints import tags
from streams.inspect.detect.spots import Spot
from streams.inspect.detect.texts import NOTHING
from streams.inspect.words import Finding, Leaf, Message

FIELD_ONLY: Final = 250  # code points; a longer value is prose, whatever its field is called
TEXT, LONG, ORGANISATIONS, SOLE_TRADERS = 1, 2, 4, 8  # bits: what is asked of a value rests on these beside its field


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
        asked = self.asked(leaves)
        if self.reading is not None:
            asked, self.unread = self.reading.over(leaves, asked)
        looked: list[tuple[int, Leaf, Asked, Outcome | None]] = []
        new: dict[str, None] = {}
        recall = self._outcomes.recall
        for at, each in enumerate(asked):
            if each is None:
                continue
            leaf = leaves[at]
            outcome = recall(each, leaf.text)
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

    def asked(self, leaves: Sequence[Leaf]) -> list[Asked | None]:
        """Of each leaf what its path says, and the record around it, where that is all; else what the message has to say of it.

        None where nothing can come of the value.
        """
        found: list[Asked | None] = []
        told, root = self._records.signs, self._root
        shown, kinds = told & signs.SHOWN, told & signs.KINDS
        place: Place = "body"
        ground = place, root
        for leaf, spot in zip(leaves, self._records.read):  # noqa: B905  # as many, and checking that takes a twentieth of the loop
            text = leaf.text
            if not text or leaf.kind == "boolean":
                found.append(None)
                continue
            if leaf.place != place:
                place = leaf.place
                ground = place, root
            plan = spot.route.plans.get(ground) or self._fields.plan(leaf.place, leaf.path, spot, root)
            waiting = plan.waits & told
            if waiting & signs.OF_XML and not self._records.is_object(leaf.path):
                waiting ^= signs.OF_XML
            if (waiting and waiting != signs.FACTS) or leaf.hints or (shown and plan.person and may_be_login(text)):
                found.append(self._heard(leaf, spot))
                continue
            if waiting:
                plan = self._fields.narrowed(plan, leaf, spot, self._records, root)
            rests = (TEXT if leaf.kind == "text" else 0) | (LONG if len(text) > FIELD_ONLY else 0)
            if plan.field.claims:
                rests |= self._around(spot) if kinds else 0  # nobody says whose it is
            elif NOTHING.fullmatch(text):
                found.append(None)
                continue
            found.append((plan.asked and plan.asked.get(rests)) or self._planned(plan, rests))
        return found

    def _heard(self, leaf: Leaf, spot: Spot) -> Asked | None:
        """What stands beside and around the leaf."""
        field = self._fields.of(leaf, spot, self._records, self._root)
        if not field.claims and NOTHING.fullmatch(leaf.text):
            return None
        rests = (TEXT if leaf.kind == "text" else 0) | (LONG if len(leaf.text) > FIELD_ONLY else 0)
        return self._of(field, rests | (self._around(spot) if field.claims else 0))

    def _around(self, spot: Spot) -> int:
        """Whose the record around a leaf is, as bits."""
        facts = self._records.whose(spot)
        return 0 if facts is None else (ORGANISATIONS if facts.kind == "organisation" else 0) | (SOLE_TRADERS if facts.sole_trader else 0)

    def _planned(self, plan: Plan, rests: int) -> Asked:
        """What is asked of a leaf of which its path says all but these bits."""
        asked = self._of(plan.field, rests)
        if plan.asked is None:
            plan.asked = {}
        plan.asked[rests] = asked
        return asked

    def _of(self, field: Field, rests: int) -> Asked:
        """What is asked of a value in its field, told from whose it is: an organisation's name and address are not a person's."""
        of_organisation = field.organisation or bool(rests & ORGANISATIONS)
        claims = tuple(c for c in field.claims if not c.party) if of_organisation else field.claims
        whole = len(claims) == len(field.claims)
        kind: Kind = "text" if rests & TEXT else "number"
        prose = kind == "text" and whole and not (field.organisation and not rests & LONG)
        field = field if whole else Field(claims, field.thing, field.organisation)
        return self._outcomes.asked(field, kind, prose, of_organisation, bool(rests & SOLE_TRADERS))


def _tagged(found: Finding, leaf: Leaf) -> Finding:
    """With what the schema says of the leaf among the evidence."""
    evidence = tuple(sorted({*found.evidence, *tags(leaf.hints)}))
    return Finding(
        found.leaf, found.place, found.path, found.start, found.end, found.entity, found.category, found.score, evidence,
        found.recognizer, found.state,
    )  # fmt: skip
