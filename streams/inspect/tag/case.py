"""One message before its judge: what was found, whose flow it is, which packs govern it, and what it says itself."""

from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo
from functools import cached_property

from schemas.flow import Verdict
from schemas.policy import Purpose, Telling, When
from schemas.registry import FlowEntry
from schemas.rules import RULES
from schemas.words import Ground, Level
from streams.inspect.tag.calendar import Seen, local_day
from streams.inspect.tag.facts import Reading, Told, lies_in, told
from streams.inspect.tag.policy import Held, Keys, Policy
from streams.inspect.tag.rows import Row, Traits, fold
from streams.inspect.words import Envelope, Findings, Message, RawMessage


@dataclass(frozen=True)
class Case:
    """Built by `opened`; what is derived is worked out when it is asked for, once."""

    raw: RawMessage
    message: Message
    findings: Findings
    policy: Policy
    rows: tuple[Row, ...]
    entry: FlowEntry | None
    processor_id: str | None
    controller: Held | None
    processor: Held | None
    told: Told
    said: dict[Traits, tuple[Verdict, ...]] = field(default_factory=dict, repr=False)  # of rows, by all that it can depend on
    _days: dict[tzinfo, date] = field(default_factory=dict, repr=False)  # the message's day in each zone that was asked for

    @property
    def envelope(self) -> Envelope:
        return self.message.envelope

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """The packs that govern, sorted by id."""
        both = (h for h in (self.controller, self.processor) if h is not None)
        return tuple(sorted(both, key=lambda h: (h.pack.pack, h.pack.version)))

    @cached_property
    def categories(self) -> tuple[str, ...]:
        return tuple(sorted({row.category for row in self.rows}))

    @cached_property
    def day(self) -> str:
        """The message's day where law is applied: in the zone of the controller's pack, else the processor's, else UTC."""
        return self.seen(self.controller or self.processor).day.isoformat()

    @cached_property
    def context(self) -> str | None:
        """The situation, in the pack's words: the registry's, else the first that the pack can tell from the message."""
        if self.entry is not None and self.entry.context is not None:
            return self.entry.context
        tellings = self.controller.pack.contexts if self.controller else {}
        return next((name for name, telling in tellings.items() if self._tells(telling)), None)

    @cached_property
    def raised(self) -> dict[str, str | None]:
        """Rules that a governing pack makes violations, with the place where it says so."""
        return {r.rule: r.cite for held in self.held for r in held.pack.raises}

    def word(self, name: str) -> str | None:
        """A string of the envelope as the registry may be asked for it: None where it is absent or was masked."""
        word = getattr(self.envelope, name)
        return word.text if word is not None and name not in self.findings.words else None

    def seen(self, held: Held | None) -> Seen:
        """What the message tells one pack's clocks."""
        zone: tzinfo = held.zone if held else UTC
        if zone not in self._days:
            self._days[zone] = local_day(self.envelope.message_time, zone)
        return Seen(self._days[zone], self.told.anchors, held.pack.fiscal_year_end if held else "12-31")

    def holds(self, category: str) -> bool:
        """Whether a claim suspends the erasure of a category: a hold stands, and the category has a value in the part that it bounds."""
        if not self.told.held:
            return False
        if not self.told.part:
            return True
        return any(f.category == category and f.place == "body" and lies_in(f.path, self.told.part) for f in self.findings.findings)

    @cached_property
    def listings(self) -> dict[str, tuple[tuple[Purpose, Reading], ...]]:
        """For each category that was found, the purposes that are for it, each with whether this flow meets its `when`."""
        held = self.controller
        if held is None:
            return dict.fromkeys(self.categories, ())
        met = [(purpose, self.meets(purpose.when)) for purpose in held.pack.purposes]
        return {category: tuple(pm for pm in met if held.lists(pm[0], category)) for category in self.categories}

    def applying(self, category: str) -> tuple[Purpose, ...]:
        """The purposes that this flow has for a category that was found in it."""
        return tuple(purpose for purpose, met in self.listings[category] if met == "yes")

    def say(
        self, rule: str, citation: str | None, *, path: str | None = None, level: Level | None = None, source: Ground | None = None
    ) -> Verdict:
        """A verdict at its rule's level and source unless told otherwise; a pack may raise it to a violation."""
        known = RULES[rule]
        severity, ground = level or known.level, source or known.source
        if severity == "gap" and rule in self.raised:
            severity, ground, citation = "violation", "notice", self.raised[rule] or citation
        return Verdict(verdict=severity, rule=rule, source=ground, citation=citation, path=path)

    def registry(self) -> str:
        """How a verdict cites the flow's entry."""
        assert self.entry is not None
        return f"registry {self.entry.id}"

    def _tells(self, telling: Telling) -> bool:
        named = (
            (telling.document_type, self.word("document_type")),
            (telling.step, self.word("step")),
            (telling.topic, self.raw.topic),
        )
        return any(words for words, _ in named) and all(text in words for words, text in named if words)

    def meets(self, when: When) -> Reading:
        """Whether all that a condition names holds for this flow."""
        if when.document_type and self.word("document_type") not in when.document_type:
            return "no"
        if when.context and self.context not in when.context:
            return "no"
        answers = [(self.told.answer(question), wanted) for question, wanted in when.fact.items()]
        if any(answer not in ("unknown", wanted) for answer, wanted in answers):
            return "no"
        return "unknown" if any(answer == "unknown" for answer, _ in answers) else "yes"


def opened(raw: RawMessage, message: Message, findings: Findings, policy: Policy) -> Case:
    """Find out whose flow a message belongs to and which packs govern it on its own day."""
    envelope = message.envelope

    def text(name: str) -> str | None:
        word = getattr(envelope, name)
        return word.text if word is not None and name not in findings.words else None

    entry = policy.match(Keys(envelope.platform, raw.topic, text("flow_id"), text("document_type"), text("step")))
    named = entry.processor if entry is not None and entry.processor is not None else None
    processor_id = named or (envelope.platform if policy.has_processor(envelope.platform) else None)
    controller = policy.governing(entry.controller, "controller", envelope.message_time) if entry is not None else None
    processor = policy.governing(processor_id, "processor", envelope.message_time)
    governing = controller or processor
    return Case(
        raw=raw,
        message=message,
        findings=findings,
        policy=policy,
        rows=fold(findings.findings, findings.keys),
        entry=entry,
        processor_id=processor_id,
        controller=controller,
        processor=processor,
        told=told(message, entry, governing.zone if governing else UTC),
    )
