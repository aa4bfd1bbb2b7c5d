"""The other records that leave the house: spans, dead letters, alerts, state rows. (Lineage follows OpenLineage's own spec.)"""

from typing import Final, Literal

from pydantic import Field

from schemas.flow import Source
from schemas.model import Model
from schemas.words import Curie, Ground, Level, Place, Stage

SPAN_SPEC: Final = "spor.span/1"
DEADLETTER_SPEC: Final = "spor.deadletter/1"
STATE_SPEC: Final = "spor.state/1"
ALERT_TYPE: Final = "spor.alert.v1"


class SourcePartition(Model):
    cluster: str
    topic: str
    topic_id: str
    partition: int = Field(ge=0)


class Span(Model):
    """A run of source offsets that one worker read, or that retention removed before it came (`missed`)."""

    spec: Literal["spor.span/1"] = SPAN_SPEC
    kind: Literal["read", "missed"]
    source: SourcePartition
    from_: int = Field(ge=0, alias="from", serialization_alias="from")
    to: int = Field(ge=0)  # exclusive
    records: int = Field(ge=0)
    flows: int = Field(ge=0)
    policies: str  # digest of the policies in force
    detector: str


class DeadLetter(Model):
    """Coordinates and a reason; never the payload."""

    spec: Literal["spor.deadletter/1"] = DEADLETTER_SPEC
    flow: str
    source: Source
    stage: Stage
    reason: str  # a code of schemas.reasons
    size: int = Field(ge=0)  # bytes of the record's value


class AlertData(Model):
    flow: str | None  # the first Flow that showed it
    integration: str
    verdict: Level
    rule: str
    source: Ground
    citation: str | None
    category: Curie | None
    place: Place | None
    path: str | None
    count: int = Field(ge=1)
    first: int  # message time, ms UTC
    last: int


class Alert(Model):
    """A CloudEvent, structured mode: one per alert key and window."""

    specversion: Literal["1.0"] = "1.0"
    id: str
    source: str
    type: Literal["spor.alert.v1"] = ALERT_TYPE
    time: str  # RFC 3339
    datacontenttype: Literal["application/json"] = "application/json"
    data: AlertData


class State(Model):
    """Totals of one edge up to and with one offset of one flows partition; a reader adds up over partitions."""

    spec: Literal["spor.state/1"] = STATE_SPEC
    integration: str
    sender: str | None
    receiver: str | None
    category: Curie | None  # null: flows without personal data
    purpose: Curie | None
    partition: int = Field(ge=0)  # of spor.flows
    first: int  # message time, ms UTC
    last: int
    flows: int = Field(ge=0)
    fields: int = Field(ge=0)  # rows of personal data
    verdicts: dict[str, int]
    included: int  # offset in spor.flows
