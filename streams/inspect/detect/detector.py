"""The detector: a message's leaves, keys and envelope words in, findings out. Pure: the same message gives the same answer."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from streams.inspect.detect import asides
from streams.inspect.detect.beside import ACCOUNTS
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.claims import Claim, Field
from streams.inspect.detect.fields import Fields
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.named import shaped
from streams.inspect.detect.patterns import Patterns
from streams.inspect.detect.presidio import Presidio
from streams.inspect.detect.records import Facts, Records
from streams.inspect.detect.resolve import winners
from streams.inspect.detect.statements import statements
from streams.inspect.detect.texts import Texts
from streams.inspect.detect.values import claimed
from streams.inspect.detect.version import version
from streams.inspect.words import Budget, Finding, Findings, Leaf, Message

FIELD_ONLY: Final = 250  # code points; a longer value is prose, whatever its field is called

LONGEST_LABEL: Final = 40  # code points


class Detector:
    """Finds personal data. Building one loads Presidio (about two seconds); it holds bounded caches and no other state."""

    def __init__(self, presidio: Presidio, lexicon: Lexicon) -> None:
        self.version: str = version(presidio.versions)
        self._lexicon = lexicon
        self._fields = Fields(lexicon)
        self._texts = Texts(Patterns(presidio), lexicon)

    def find(self, message: Message, knows: Callable[[str], bool], budget: Budget) -> Findings:
        """All findings, by leaf and position, then of keys and of envelope words that the registry does not know.

        Work is bounded by `budget.candidates`; what lies past it is not looked at, and said as `budget.candidates`.
        """
        search = _Search(self._lexicon, self._fields, self._texts, message, budget.candidates)
        findings = [finding for at, leaf in enumerate(message.leaves) for finding in search.leaf(at, leaf)]
        findings.extend(statements(message, self._lexicon))
        of_keys, keys = asides.keys(message, self._texts)
        of_words, words = asides.words(message, self._texts, knows)
        reasons = ("budget.candidates",) if search.exhausted else ()
        return Findings((*findings, *of_keys, *of_words), keys, words, reasons)


class _Search:
    """One message under way: its records and what is left of its budget."""

    def __init__(self, lexicon: Lexicon, fields: Fields, texts: Texts, message: Message, candidates: int) -> None:
        self._lexicon = lexicon
        self._fields = fields
        self._texts = texts
        self._records = Records(message.leaves, lexicon)
        self._root = message.envelope.document_type.text if message.envelope.document_type else ""
        self._left = candidates
        self.exhausted = False

    def leaf(self, at: int, leaf: Leaf) -> Iterator[Finding]:
        if leaf.kind == "boolean" or not leaf.text or self.exhausted:
            return
        field = self._fields.of(leaf, self._records, self._root)
        facts = self._records.around(leaf.path) if field.claims else Facts()
        of_organisation = field.organisation or facts.kind == "organisation"  # its name and address are not a person's
        claims = tuple(c for c in field.claims if not (of_organisation and c.party))
        prose = leaf.kind == "text" and len(claims) == len(field.claims) and not (field.organisation and len(leaf.text) <= FIELD_ONLY)
        field = field if prose else Field(claims, field.thing, field.organisation)
        candidates, more = self._texts.candidates(leaf.text, field, prose, self._left)
        if not self._is_label(field, leaf):
            candidates += _by_name(field, leaf, candidates)
        self._left -= len(candidates)
        self.exhausted = more or self._left < 0
        for candidate in winners(candidates):
            if of_organisation and candidate.entity in ACCOUNTS:
                continue  # where a company is paid
            yield _personal(candidate, facts).finding(at, leaf.place, leaf.path)

    def _is_label(self, field: Field, leaf: Leaf) -> bool:
        """Whether the value only says again what the field is called, as a form's labels and a table of translations do."""
        if not field.claims or len(leaf.text) > LONGEST_LABEL or any(c.isdigit() for c in leaf.text):
            return False
        said = self._lexicon.meaning(leaf.text)
        if said.term is None or said.qualifiers or said.term.when != "plain":
            return False
        return any(claim.entities == said.term.entities for claim in field.claims)


def _by_name(field: Field, leaf: Leaf, found: list[Candidate]) -> list[Candidate]:
    """What the field's name alone makes of the value, where no recognizer already took it for the same."""
    if len(leaf.text) > FIELD_ONLY:
        return []
    taken = {c.entity for c in found}
    return [c for claim in field.claims if taken.isdisjoint(claim.entities) and (c := _claimed(claim, leaf))]


def _claimed(claim: Claim, leaf: Leaf) -> Candidate | None:
    return claimed(claim, leaf.text, leaf.kind) or shaped(claim, leaf.text)


def _personal(candidate: Candidate, facts: Facts) -> Candidate:
    """A sole trader's organisation number is a person's, if the record says so."""
    if candidate.entity != "ORGANIZATION_NUMBER" or not facts.sole_trader:
        return candidate
    return replace(candidate, entity="SOLE_TRADER_NUMBER", evidence=(*candidate.evidence, "record:sole-trader"))


def standard() -> Detector:
    """The detector with all recognizers and the shipped lexicon."""
    return Detector(Presidio(), Lexicon())
