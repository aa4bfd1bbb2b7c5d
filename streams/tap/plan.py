"""What is sent for a batch: each record's Flows, dead letters and tagged copy, to the partitions that keep their order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schemas.audit import PolicyAudit
from schemas.flow import Flow
from schemas.reasons import REASONS
from schemas.records import DeadLetter, SourcePartition, Span
from streams.inspect.words import RawMessage
from streams.ledger.alerts import ALERT_HEADERS
from streams.ledger.ids import dead_letter_key, key_partition, partition_of
from streams.ledger.outputs import FLOW_HEADERS, Keyed, Outputs
from streams.ledger.spans import keyed, missed_alert
from streams.tap.delivery import Record, size

TOO_LARGE, NULL = "untagged.too-large", "untagged.null"


@dataclass(frozen=True, slots=True)
class Routes:
    """Where things go. `partitions`: of flows, spans and dead letters, which have the same number; `alerts`, `audit`: of these."""

    prefix: str
    partitions: int
    alerts: int
    audit: int
    tagged: Mapping[str, str]  # source topic -> topic of its tagged copies; empty when they are off
    largest: Mapping[str, int]  # max.message.bytes of each topic of tagged copies

    def topic(self, name: str) -> str:
        return f"{self.prefix}.{name}"


def records(routes: Routes, batch: Sequence[RawMessage], answers: Sequence[Outputs]) -> list[Record]:
    """In the batch's order, so that Flows of one source partition stand in the order of its offsets."""
    return [record for raw, answer in zip(batch, answers, strict=True) for record in _of(routes, raw, answer)]


def _of(routes: Routes, raw: RawMessage, answer: Outputs) -> Iterator[Record]:
    partition = partition_of(raw.topic, raw.partition, routes.partitions)
    for key, value in answer.flows:
        yield Record(routes.topic("flows"), partition, key, value, FLOW_HEADERS)
    dead = list(answer.dead)
    if raw.topic in routes.tagged and answer.tags:
        copy, reason = _copy(routes, raw, answer)
        if reason is None:
            yield copy
        else:
            dead = _with_untagged(dead, raw, answer, reason)
    for key, value in dead:
        yield Record(routes.topic("deadletter"), partition, key, value)


def _copy(routes: Routes, raw: RawMessage, answer: Outputs) -> tuple[Record, str | None]:
    """The tagged copy, and why it cannot be sent."""
    topic = routes.tagged[raw.topic]
    copy = Record(topic, raw.partition, raw.key, raw.value, (*raw.headers, *answer.tags), raw.timestamp)
    if raw.key is None and raw.value is None:
        return copy, NULL
    return copy, TOO_LARGE if size(copy) > routes.largest[topic] else None


def _with_untagged(dead: list[Keyed], raw: RawMessage, answer: Outputs, reason: str) -> list[Keyed]:
    """A dead letter for the copy that cannot be made, under its own coordinates and those of the record's first Flow."""
    flow = Flow.read(answer.flows[0][1])
    letter = DeadLetter(flow=flow.id, source=flow.source, stage=REASONS[reason].stage, reason=reason, size=len(raw.value or b""))
    return [*dead, (dead_letter_key(flow.source, 0).encode(), letter.canonical())]


def span_record(routes: Routes, span: Span) -> Record:
    key, value = keyed(span)
    return Record(routes.topic("spans"), partition_of(span.source.topic, span.source.partition, routes.partitions), key, value)


def audit_record(routes: Routes, said: PolicyAudit) -> Record:
    key = said.actor.encode()
    return Record(routes.topic("audit"), key_partition(key, routes.audit), key, said.canonical())


def alert_record(routes: Routes, source: SourcePartition, run: tuple[int, int], now: int) -> Record:
    """The alert for a missed run; `now` in ms UTC."""
    key, value = missed_alert(routes.prefix, source, run, now)
    return Record(routes.topic("alerts"), key_partition(key, routes.alerts), key, value, ALERT_HEADERS)
