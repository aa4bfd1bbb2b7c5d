"""The detector: a message's leaves, keys and envelope words in, findings out. Pure: the same message gives the same answer."""

from collections.abc import Callable

from streams.inspect.detect import asides
from streams.inspect.detect.again import Again, Key, Told
from streams.inspect.detect.asking import FIELD_ONLY, Search
from streams.inspect.detect.beside import ACCOUNTS
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.claims import Claim, Field
from streams.inspect.detect.crowds import without_chance
from streams.inspect.detect.fields import Fields
from streams.inspect.detect.glance import Glance, is_label
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.models import Models, Setup
from streams.inspect.detect.named import shaped
from streams.inspect.detect.outcome import Asked, Kind, Outcome, Outcomes, won
from streams.inspect.detect.patterns import Patterns
from streams.inspect.detect.presidio import Presidio
from streams.inspect.detect.reading import Reading, merged
from streams.inspect.detect.records import Records
from streams.inspect.detect.resolve import winners
from streams.inspect.detect.spots import Spots
from streams.inspect.detect.statements import statements
from streams.inspect.detect.texts import Texts
from streams.inspect.detect.triage import Triage
from streams.inspect.detect.values import claimed
from streams.inspect.detect.version import version
from streams.inspect.words import Budget, Findings, Leaf, Message


class Detector:
    """Finds personal data. Building one loads Presidio (about two seconds); it holds bounded caches and no other state."""

    def __init__(self, presidio: Presidio, lexicon: Lexicon, triage: Triage | None = None, models: Models | None = None) -> None:
        self.version: str = version(presidio.versions) + (f" {models.version}" if models else "")
        self._reading = Reading(models) if models else None
        self._lexicon = lexicon
        self._spots = Spots(lexicon)
        self._fields = Fields(lexicon)
        patterns = Patterns(presidio, triage or Triage())
        self._texts = Texts(patterns, lexicon)
        self._outcomes = Outcomes(self._look, Glance(lexicon, patterns).at)
        self._again = Again(self._is_idle)

    def find(self, message: Message, knows: Callable[[str], bool], budget: Budget) -> Findings:
        """All findings, by leaf and position, then of keys and of envelope words that the registry does not know.

        Work is bounded by `budget.candidates`; what lies past it is not looked at, and said as `budget.candidates`.
        """
        key = self._again.key(message, budget.candidates)
        told = self._again.recall(key)
        if told is None:
            told = self._told(message, budget, key)
        of_words, words = asides.words(message, self._texts, knows)
        return Findings((*told.findings, *of_words), told.keys, words, told.reasons)

    def _told(self, message: Message, budget: Budget, key: Key | None) -> Told:
        """What the values and keys of a message give away. It is remembered, but where a model failed: the next time it may not."""
        records = Records(message.leaves, self._lexicon, self._spots)
        search = Search(self._fields, self._outcomes, records, message, budget.candidates)
        search.reading = self._reading
        findings = search.findings(message.leaves, self._texts.masks)
        findings = without_chance(findings, message.leaves)
        findings.extend(statements(message, self._lexicon, records.signs))
        of_keys, keys = asides.keys(records.odd(message.leaves), self._texts)
        reasons = ("budget.candidates",) if search.exhausted else ()
        told = Told((*findings, *of_keys), keys, (*reasons, *sorted(search.unread)))
        if key is not None and not search.unread:
            self._again.keep(key, told, records.size())
        return told

    def _is_idle(self, leaf: Leaf, root: str) -> bool:
        return self._fields.is_idle(leaf, self._spots.of(leaf.path), root)

    def _look(self, asked: Asked, text: str, limit: int, mask: int | None) -> Outcome:
        """The winners of a text in its field, whatever has been seen before; every glance agrees with it."""
        candidates, more = self._texts.candidates(text, asked.field, asked.prose, limit, mask)
        if asked.proposed:
            candidates = merged(candidates, asked.proposed)
        told = len(candidates)
        named = _by_name(asked.field, text, asked.kind, candidates) if asked.field.claims else ()
        if named and not is_label(self._lexicon, asked.field, text):
            candidates += named
        kept = (c for c in winners(candidates) if not (asked.of_organisation and c.entity in ACCOUNTS))  # where a company is paid
        return Outcome(tuple(won(_personal(c, asked.sole_trader)) for c in kept), told, len(candidates), more)


def _by_name(field: Field, text: str, kind: Kind, found: list[Candidate]) -> list[Candidate]:
    """What the field's name alone makes of the value, where no recognizer already took it for the same."""
    if len(text) > FIELD_ONLY:
        return []
    taken = {c.entity for c in found}
    return [c for claim in field.claims if taken.isdisjoint(claim.entities) and (c := _claimed(claim, text, kind))]


def _claimed(claim: Claim, text: str, kind: Kind) -> Candidate | None:
    return claimed(claim, text, kind) or shaped(claim, text)


def _personal(candidate: Candidate, sole_trader: bool) -> Candidate:
    """A sole trader's organisation number is a person's, if the record says so."""
    if candidate.entity != "ORGANIZATION_NUMBER" or not sole_trader:
        return candidate
    evidence = (*candidate.evidence, "record:sole-trader")
    start, end, score = candidate.start, candidate.end, candidate.score
    return Candidate(start, end, "SOLE_TRADER_NUMBER", candidate.recognizer, score, evidence, candidate.alone, candidate.state)


def standard(setup: Setup | None = None) -> Detector:
    """The detector with all recognizers and the shipped lexicon; with a language model, where one is set up. Raises ModelUnavailable."""
    return Detector(Presidio(), Lexicon(), models=Models(setup) if setup else None)
