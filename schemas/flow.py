"""The Flow: what one message moved, from where to where, why and until when. Value-free by type."""

from typing import Final, Literal, Self

from pydantic import Field, model_validator

from schemas.model import Model
from schemas.words import (
    SEVERITY,
    Anchor,
    Clock,
    Curie,
    Day,
    FileType,
    Ground,
    Level,
    Place,
    Platform,
    Scanned,
    SchemaType,
    Score,
    ValueState,
)

FLOW_SPEC: Final = "spor.flow/1"
FLOW_BYTES: Final = 900_000  # a Flow stays under this many bytes, so that it fits Kafka's default message with room for headers


class Coordinates(Model):
    """Where a record stands; they survive a topic's recreation. Empty texts where a broker or recording gives none."""

    cluster: str
    topic: str
    topic_id: str
    partition: int = Field(ge=0)
    offset: int = Field(ge=0)


class Source(Coordinates):
    timestamp: int  # the record's own, ms UTC


class Part(Model):
    index: int = Field(ge=0)  # 0-based position in a record that holds several messages
    of: int = Field(ge=1)


class Integration(Model):
    """The configured route; every text here is either known to the registry or has been through detection."""

    id: str
    name: str | None
    sender: str | None
    receiver: str | None
    document_type: str | None
    step: str | None
    direction: str | None
    status: str | None


class Interchange(Model):
    id: str | None  # the platform's id of this run
    correlation: str | None
    resend: int | None  # how many times it was sent again by hand


class Subjects(Model):
    count: int | None  # distinct person containers; null where that cannot be told
    kinds: tuple[Curie, ...]


class Verdict(Model):
    verdict: Level
    rule: str  # an id of schemas.rules
    source: Ground
    citation: str | None
    path: str | None


class PersonalData(Model):
    """One row per field: indices folded to [*]."""

    place: Place
    path: str
    category: Curie
    entity: str
    count: int = Field(ge=1)  # findings folded into this row
    score: Score  # the highest of them
    evidence: tuple[str, ...]  # "checksum", "key:mobil": why, never what
    state: ValueState
    verdicts: tuple[Verdict, ...]


class Tag(Model):
    """What was promised for one category: purpose, legal basis, and how long each store may keep it."""

    category: Curie
    purpose: Curie | None
    legal_basis: Curie | None
    store: str | None
    period: str | None  # ISO 8601 duration
    anchor: Anchor | None
    until: Day | None
    state: Clock
    pack: str
    citation: str | None


class Attachment(Model):
    """A file in the message that is no text and was not scanned: a picture, a document, an archive."""

    place: Place
    path: str  # not folded, shortened where it is longer than a word of the Flow may be
    type: FileType
    size: int = Field(ge=0)  # bytes, as far as it was unpacked


class Coverage(Model):
    scanned: Scanned
    leaves: int = Field(ge=0)  # values read
    bytes: int = Field(ge=0)  # their UTF-8 length together
    reasons: tuple[str, ...]  # codes of schemas.reasons
    attachments: tuple[Attachment, ...] = Field(default=(), exclude_if=lambda found: not found)  # in order, at most 100; left out if none


class SchemaRef(Model):
    """A schema that key or body was decoded with."""

    place: Literal["body", "key"]
    id: str | None  # the registry's number or GUID; null: the schema stands in the file itself
    subject: str | None  # under which the registry has it, where that is one
    type: SchemaType
    digest: str  # SHA-256 of the schema and all that it refers to, hex


class DeclaredClassification(Model):
    """What the producer itself says of the message (CloudEvents' data classification extension), as it said it or masked."""

    classification: str | None  # "public", "confidential" …
    regulations: tuple[str, ...]  # "GDPR" …
    category: str | None  # "standard", "special-category" …


class PolicyRef(Model):
    id: str
    version: str


class Flow(Model):
    spec: Literal["spor.flow/1"] = FLOW_SPEC
    id: str
    revision: int = Field(ge=0)
    part: Part
    source: Source
    platform: Platform
    envelope: tuple[str, ...]  # the unwrapping steps, outermost first
    controller: str | None
    processor: str | None
    integration: Integration
    interchange: Interchange
    message_time: int  # the instant that retention counts from, ms UTC
    subjects: Subjects
    personal_data: tuple[PersonalData, ...]
    tags: tuple[Tag, ...]
    purposes: tuple[Curie, ...]
    legal_bases: tuple[Curie, ...]
    retain_until: Day | None
    verdict: Level
    verdicts: tuple[Verdict, ...]  # the flow-level ones; row verdicts stand in their row
    coverage: Coverage
    policies: tuple[PolicyRef, ...]
    registry: str | None  # digest of the registry in force
    schemas: tuple[SchemaRef, ...] = Field(default=(), exclude_if=lambda found: not found)  # left out where there are none
    declared_classification: DeclaredClassification | None = Field(default=None, exclude_if=lambda said: said is None)  # left out likewise
    detector: str
    reproducible: bool

    @model_validator(mode="after")
    def _the_verdict_is_the_worst(self) -> Self:
        if self.verdict != worst(self.every_verdict()):
            raise ValueError("a Flow's verdict is the worst of all its verdicts")
        return self

    def every_verdict(self) -> tuple[Verdict, ...]:
        """The flow-level verdicts, then those of the rows."""
        return self.verdicts + tuple(v for row in self.personal_data for v in row.verdicts)


def worst(verdicts: tuple[Verdict, ...]) -> Level:
    """The most severe of them; no verdict at all is compliant."""
    return min((v.verdict for v in verdicts), key=SEVERITY.__getitem__, default="compliant")


def verdict_order(verdict: Verdict) -> tuple[int, str, str]:
    """Lists of verdicts are sorted by severity, rule, path."""
    return (SEVERITY[verdict.verdict], verdict.rule, verdict.path or "")
