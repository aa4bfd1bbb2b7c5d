"""The Flow of a record that the inspector never came through: built from its coordinates, and saying so."""

from schemas.flow import Coverage, Flow, Integration, Interchange, Part, Source, Subjects, Verdict
from schemas.reasons import REASONS
from schemas.rules import RULES
from streams.ledger.ids import flow_id


def unread(source: Source, revision: int, reason: str, registry: str | None, detector: str) -> Flow:
    """`generic`, one part, not reproducible; `reason` is a code of schemas.reasons. Nothing of the record's bytes is in it."""
    scanned = REASONS[reason].scanned or "undecodable"
    rule = RULES[f"coverage.{scanned}"]
    return Flow(
        id=flow_id(source, 0, revision),
        revision=revision,
        part=Part(index=0, of=1),
        source=source,
        platform="generic",
        envelope=(),
        controller=None,
        processor=None,
        integration=Integration(
            id=f"generic:{source.topic}",
            name=None,
            sender=None,
            receiver=None,
            document_type=None,
            step=None,
            direction=None,
            status=None,
        ),
        interchange=Interchange(id=None, correlation=None, resend=None),
        message_time=source.timestamp,
        subjects=Subjects(count=None, kinds=()),
        personal_data=(),
        tags=(),
        purposes=(),
        legal_bases=(),
        retain_until=None,
        verdict=rule.level,
        verdicts=(Verdict(verdict=rule.level, rule=rule.id, source=rule.source, citation=None, path=None),),
        coverage=Coverage(scanned=scanned, leaves=0, bytes=0, reasons=(reason,)),
        policies=(),
        registry=registry,
        detector=detector,
        reproducible=False,
    )
