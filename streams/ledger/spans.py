"""Spans: which source offsets have been read or missed. Clipped at a reader's watermark they tile a partition's offsets."""

import base64
import hashlib
from collections.abc import Iterable
from typing import Final

from schemas.model import canonical
from schemas.records import Alert, AlertData, SourcePartition, Span
from schemas.rules import RULES
from streams.ledger.ids import joined, source_key
from streams.ledger.outputs import Keyed
from streams.ledger.times import rfc3339

MISSED: Final = "records.missed"


def keyed(span: Span) -> Keyed:
    """A span as (key, canonical JSON)."""
    at = span.source
    return source_key(at.cluster, at.topic, at.topic_id, at.partition).encode(), span.canonical()


def clipped(span: Span, watermark: int) -> Span | None:
    """What a span adds for a reader that has seen all offsets below `watermark`; None where it adds nothing.

    Its counts stay those of the whole span: a second copy of records is told from the Flows' own watermark, not from here.
    """
    if span.to <= watermark:
        return None
    return span if span.from_ >= watermark else span.model_copy(update={"from_": watermark})


def gaps(spans: Iterable[Span], first: int, last: int) -> list[tuple[int, int]]:
    """Runs of offsets in [first, last) that no span covers, in order. `spans` are those of one source partition, as they came."""
    missing = []
    at = first
    for start, end in sorted((span.from_, span.to) for span in spans):
        if at >= last:
            break
        if start > at:
            missing.append((at, min(start, last)))
        at = max(at, end)
    return [*missing, (at, last)] if at < last else missing


def missed_alert(prefix: str, source: SourcePartition, run: tuple[int, int], now: int) -> Keyed:
    """The alert for a run of offsets that was gone before it could be read: (key, CloudEvent). `now`: ms UTC, when it was seen."""
    rule = RULES[MISSED]
    integration = f"generic:{source.topic}"
    key = joined(integration, MISSED, None, None)
    start, end = run
    of = canonical([key, source_key(source.cluster, source.topic, source.topic_id, source.partition), start, end])
    data = AlertData(
        flow=None,
        integration=integration,
        verdict=rule.level,
        rule=MISSED,
        source=rule.source,
        citation=f"{source.topic}/{source.partition} offsets {start} to {end - 1}",
        category=None,
        place=None,
        path=None,
        count=end - start,
        first=now,
        last=now,
    )
    alert = Alert(
        id="a_" + base64.b32encode(hashlib.sha256(of).digest()).decode().lower()[:26],
        source=f"/spor/{prefix}",
        time=rfc3339(now),
        data=data,
    )
    return key.encode(), alert.canonical()
