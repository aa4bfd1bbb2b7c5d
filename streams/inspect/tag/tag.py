"""The last stage: findings and policy to one value-free Flow. What no rule allows is a gap, never compliant."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from schemas.flow import (
    Attachment,
    Coverage,
    Flow,
    Integration,
    Interchange,
    PersonalData,
    PolicyRef,
    Source,
    Subjects,
    Verdict,
    verdict_order,
    worst,
)
from schemas.ids import flow_id
from schemas.reasons import REASONS, is_reproducible
from schemas.words import Scanned
from streams.inspect.paths import render
from streams.inspect.tag.case import Case, opened
from streams.inspect.tag.classification import declared
from streams.inspect.tag.flow_rules import flow_verdicts
from streams.inspect.tag.policy import Policy
from streams.inspect.tag.row_rules import row_verdicts
from streams.inspect.tag.rows import Row
from streams.inspect.tag.size import fitted
from streams.inspect.tag.subjects import count
from streams.inspect.tag.tags import tags
from streams.inspect.words import Findings, Message, RawMessage

WORD_LENGTH: Final = 1_000  # code points of an envelope's string in a Flow: names of parties and flows are far shorter


def tag(raw: RawMessage, message: Message, findings: Findings, policy: Policy, detector: str) -> Flow:
    """One Flow for one message. The same record, policy and detector version give the same Flow, byte for byte."""
    case = opened(raw, message, findings, policy)
    persons = count(message, findings)

    def judge(row: Row) -> PersonalData:
        return row.judged(row_verdicts(case, row))

    def build(kept: Sequence[PersonalData], dropped: Sequence[Row]) -> Flow:
        return _flow(case, kept, dropped, persons, detector)

    return fitted(build, case.rows, judge)


def _flow(case: Case, rows: Sequence[PersonalData], dropped: Sequence[Row], persons: int | None, detector: str) -> Flow:
    """The Flow with these rows; what the dropped ones said stays at the flow level, without their paths."""
    raw, envelope, coverage = case.raw, case.envelope, _coverage(case, bool(dropped))
    source = _source(raw)
    promised = tags(case, sorted({row.category for row in rows}))
    verdicts = _united(case, flow_verdicts(case, coverage.scanned), dropped)
    return Flow(
        id=flow_id(source, envelope.part.index, raw.revision),
        revision=raw.revision,
        part=envelope.part,
        source=source,
        platform=envelope.platform,
        envelope=envelope.steps,
        controller=case.entry.controller if case.entry is not None else None,
        processor=case.processor_id,
        integration=_integration(case),
        interchange=_interchange(case),
        message_time=envelope.message_time,
        subjects=_subjects(count=persons, kinds=_kinds(case)),
        personal_data=tuple(rows),
        tags=promised,
        purposes=tuple(sorted({t.purpose for t in promised if t.purpose is not None})),
        legal_bases=tuple(sorted({t.legal_basis for t in promised if t.legal_basis is not None})),
        retain_until=min((t.until for t in promised if t.until is not None), default=None),
        verdict=worst((*verdicts, *(v for row in rows for v in row.verdicts))),
        verdicts=verdicts,
        coverage=coverage,
        policies=tuple(_policy_ref(id=held.pack.pack, version=held.pack.version) for held in case.held),
        registry=case.policy.registry_digest,
        schemas=envelope.schemas,
        declared_classification=declared(case, _short),
        detector=detector,
        reproducible=is_reproducible(coverage.reasons),
    )


def _source(raw: RawMessage) -> Source:
    return _source_of(
        cluster=raw.cluster,
        topic=raw.topic,
        topic_id=raw.topic_id,
        partition=raw.partition,
        offset=raw.offset,
        timestamp=raw.timestamp,
    )


# What is frozen may be shared: one for all messages of a record …
_source_of = lru_cache(maxsize=16)(Source)
_integration_of = lru_cache(maxsize=256)(Integration)  # … or of a flow
_policy_ref = lru_cache(maxsize=256)(PolicyRef)
_subjects = lru_cache(maxsize=256)(Subjects)


def _united(case: Case, verdicts: tuple[Verdict, ...], dropped: Sequence[Row]) -> tuple[Verdict, ...]:
    if not dropped:
        return verdicts
    lifted = {v for row in dropped for v in row_verdicts(case, row)}
    return tuple(sorted({*verdicts, *lifted}, key=lambda v: (*verdict_order(v), v.citation or "")))


def _coverage(case: Case, dropped: bool) -> Coverage:
    message = case.message
    reasons = {*message.reasons, *case.findings.reasons, *(("budget.rows",) if dropped else ())}
    scanned: Scanned = message.scanned
    later = reasons.difference(message.reasons)  # what detect and tag left out of a body that was read
    if scanned == "full" and any(REASONS[code].scanned is not None for code in later):
        scanned = "partial"
    return Coverage(
        scanned=scanned,
        leaves=len(message.leaves),
        bytes=sum(len(text) if text.isascii() else _utf8(text) for text in [leaf.text for leaf in message.leaves]),
        reasons=tuple(sorted(reasons)),
        attachments=tuple(_attachments(case)),
    )


def _attachments(case: Case) -> Iterator[Attachment]:
    for found in case.message.attachments:
        path = render(found.path, case.findings.keys, header=found.place == "header")
        yield Attachment(place=found.place, path=_short(path), type=found.type, size=found.size)


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _integration(case: Case) -> Integration:
    fallback = case.word("flow_id") or f"{case.envelope.platform}:{case.raw.topic}"
    return _integration_of(
        id=case.entry.id if case.entry is not None else _short(fallback),
        name=_shown(case, "name"),
        sender=_shown(case, "sender"),
        receiver=_shown(case, "receiver"),
        document_type=_shown(case, "document_type"),
        step=_shown(case, "step"),
        direction=_shown(case, "direction"),
        status=_shown(case, "status"),
    )


def _interchange(case: Case) -> Interchange:
    return Interchange(id=_shown(case, "interchange"), correlation=_shown(case, "correlation"), resend=case.envelope.resend)


def _shown(case: Case, name: str) -> str | None:
    """A string of the envelope as a Flow may carry it: what detection found in it is `<ENTITY>`."""
    word = getattr(case.envelope, name)
    return None if word is None else _short(case.findings.words.get(name, word.text))


def _short(text: str) -> str:
    return text if len(text) <= WORD_LENGTH else text[: WORD_LENGTH - 1] + "…"


def _kinds(case: Case) -> tuple[str, ...]:
    """Whose data it is, by the purposes that apply to what was found."""
    return tuple(sorted({kind for category in case.categories for purpose in case.applying(category) for kind in purpose.subjects}))
