"""What the fold keeps for itself between flows and their lineage: window partials, alert partials and watermarks.

All are absolute totals of one partition of `spor.flows`; whoever wants the whole adds up over partitions. `since` is the offset
of the first Flow in a row: a row that was let go from memory is begun anew under a new `since`, and both count.
"""

from typing import Final, Literal

from pydantic import Field

from schemas.model import Model
from schemas.records import SourcePartition
from schemas.words import Anchor, Curie, Day, Ground, Level, Place, Score

WINDOW_SPEC: Final = "spor.window/1"
ALERT_PARTIAL_SPEC: Final = "spor.alert-partial/1"
WATERMARK_SPEC: Final = "spor.watermark/1"


class Count(Model):
    """How many Flows said one thing: `of` is a field of the Flow, `what` its value."""

    of: Literal[
        "controller", "processor", "platform", "sender", "receiver", "subject", "verdict", "scanned", "reason", "policy", "detector"
    ]
    what: str
    flows: int = Field(ge=1)


class Edge(Model):
    """A category on its way from sender to receiver for one purpose."""

    sender: str | None
    receiver: str | None
    category: Curie | None  # null: Flows without personal data
    purpose: Curie | None
    flows: int = Field(ge=1)
    fields: int = Field(ge=0)  # rows of personal data


class ObservedField(Model):
    """Where in the messages of one source topic a category was seen."""

    cluster: str
    topic: str
    place: Place
    path: str
    category: Curie
    entity: str
    flows: int = Field(ge=1)
    count: int = Field(ge=1)  # findings
    masked: int = Field(ge=0)  # Flows in which the value was visibly masked
    score: Score  # the highest


class RuleCount(Model):
    rule: str
    verdict: Level
    source: Ground
    flows: int = Field(ge=1)


class Promise(Model):
    """What a pack promised for one category: purpose, legal basis, and how long one store keeps it."""

    category: Curie
    purpose: Curie | None
    legal_basis: Curie | None
    store: str | None
    period: str | None  # ISO 8601 duration
    anchor: Anchor | None
    pack: str
    citation: str | None
    flows: int = Field(ge=1)
    until: Day | None  # the earliest


class SourceRange(Model):
    """The source offsets that a window drew on; other windows may lie between them."""

    cluster: str
    topic: str
    topic_id: str
    partition: int = Field(ge=0)
    flows: int = Field(ge=1)
    first: int = Field(ge=0)  # offsets
    last: int = Field(ge=0)


class WindowPartial(Model):
    """One integration's window, as one partition of `spor.flows` saw it, up to and with the Flow at `included`."""

    spec: Literal["spor.window/1"] = WINDOW_SPEC
    integration: str
    start: int  # message time, ms UTC
    length: int = Field(ge=1)  # ms
    partition: int = Field(ge=0)  # of spor.flows
    since: int = Field(ge=0)
    included: int = Field(ge=0)
    flows: int = Field(ge=1)
    subjects: int = Field(ge=0)  # person containers, added up over Flows; nobody is told apart
    first: int  # message time, ms UTC
    last: int
    counts: tuple[Count, ...]
    edges: tuple[Edge, ...]
    fields: tuple[ObservedField, ...]
    rules: tuple[RuleCount, ...]
    promises: tuple[Promise, ...]
    sources: tuple[SourceRange, ...]
    cuts: dict[str, tuple[str | int | None, ...]]  # table -> key of the first row that did not fit; all from there on are left out


class AlertPartial(Model):
    """One alert key's window, as one partition of `spor.flows` saw it."""

    spec: Literal["spor.alert-partial/1"] = ALERT_PARTIAL_SPEC
    integration: str
    rule: str
    category: Curie | None
    path: str | None
    start: int  # of the window, ms UTC
    length: int = Field(ge=1)
    partition: int = Field(ge=0)
    since: int = Field(ge=0)
    included: int = Field(ge=0)
    flow: str  # the Flow with the earliest message time
    verdict: Level  # the worst
    source: Ground
    citation: str | None
    place: Place | None
    count: int = Field(ge=1)  # Flows that showed it
    first: int  # message time, ms UTC
    last: int


class SourceMark(SourcePartition):
    """How far one source partition has come: the greatest [offset, part], and the latest record timestamp."""

    revision: int = Field(ge=0)
    offset: int = Field(ge=0)
    part: int = Field(ge=0)
    timestamp: int  # ms UTC


class Watermark(Model):
    """How far one partition of `spor.flows` has been folded; sent when every row up to there has been acknowledged."""

    spec: Literal["spor.watermark/1"] = WATERMARK_SPEC
    partition: int = Field(ge=0)
    included: int = Field(ge=0)
    passed: int | None  # record time that all its source partitions have passed, lateness taken off; null: all are idle
    sources: tuple[SourceMark, ...]
