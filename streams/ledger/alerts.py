"""Alerts: one CloudEvent per integration, rule, category and path in each window, with how often and from when to when."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from schemas.flow import Flow, Verdict
from schemas.model import canonical
from schemas.partial import AlertPartial
from schemas.records import Alert, AlertData
from schemas.rules import alerts
from schemas.words import SEVERITY
from streams.ledger.ids import joined
from streams.ledger.table import bounded
from streams.ledger.times import rfc3339, window_start

ALERT_HEADERS: Final = (("content-type", b"application/cloudevents+json; charset=UTF-8"),)  # CloudEvents' Kafka binding, structured mode


def shown(flow: Flow, offset: int, partition: int, length: int) -> Iterator[AlertPartial]:
    """What one Flow alerts: one row per alert key, for the window of its message time. `length` of a window in ms."""
    found: dict[bytes, AlertPartial] = {}
    for verdict, category, place, path in _alerting(flow):
        partial = AlertPartial(
            integration=bounded(flow.integration.id),
            rule=verdict.rule,
            category=category,
            path=None if path is None else bounded(path),
            start=window_start(flow.message_time, length),
            length=length,
            partition=partition,
            since=offset,
            included=offset,
            flow=flow.id,
            verdict=verdict.verdict,
            source=verdict.source,
            citation=verdict.citation,
            place=place,
            count=1,
            first=flow.message_time,
            last=flow.message_time,
        )
        key = alert_key(partial)
        found[key] = plus(found[key], partial, same_flow=True) if key in found else partial
    yield from found.values()


def plus(one: AlertPartial, other: AlertPartial, *, same_flow: bool = False) -> AlertPartial:
    """Both together, the same whichever comes first: the worst verdict and what it stands on, the earliest Flow, the counts added."""
    worst = min(one, other, key=lambda p: (SEVERITY[p.verdict], p.source, p.citation or "", p.place or ""))
    earliest = min(one, other, key=lambda p: (p.first, p.flow))
    return one.model_copy(
        update={
            "since": min(one.since, other.since),
            "included": max(one.included, other.included),
            "flow": earliest.flow,
            "verdict": worst.verdict,
            "source": worst.source,
            "citation": worst.citation,
            "place": worst.place,
            "count": max(one.count, other.count) if same_flow else one.count + other.count,
            "first": earliest.first,
            "last": max(one.last, other.last),
        }
    )


def merged(partials: Iterable[AlertPartial]) -> AlertPartial:
    """The whole from what each flows partition saw of one alert key and window; there is at least one."""
    first, *others = partials
    for other in others:
        first = plus(first, other)
    return first


def alert_key(partial: AlertPartial) -> bytes:
    """The key of the alert topic: integration, rule, category, path."""
    return joined(partial.integration, partial.rule, partial.category, partial.path).encode()


def partial_key(partial: AlertPartial) -> bytes:
    """The key of one partition's part of an alert: as the alert, and window, flows partition, first offset."""
    tail = joined(partial.start, partial.partition, partial.since)
    return b"alert|" + alert_key(partial) + b"|" + tail.encode()


def alert(whole: AlertPartial, prefix: str) -> Alert:
    """The CloudEvent of one alert key and window; the same key and window always give the same id."""
    key = alert_key(whole).decode()
    digest = hashlib.sha256(canonical([key, whole.start])).digest()
    return Alert(
        id="a_" + base64.b32encode(digest).decode().lower()[:26],
        source=f"/spor/{prefix}",
        time=rfc3339(whole.last),
        data=AlertData(**whole.model_dump(include=set(AlertData.model_fields))),
    )


def _alerting(flow: Flow) -> Iterator[tuple[Verdict, str | None, str | None, str | None]]:
    """The verdicts that alert, each with the category, place and path that it speaks of."""
    for verdict in flow.verdicts:
        if alerts(verdict.rule, verdict.verdict):
            yield verdict, None, None, verdict.path
    for row in flow.personal_data:
        for verdict in row.verdicts:
            if alerts(verdict.rule, verdict.verdict):
                yield verdict, row.category, row.place, verdict.path if verdict.path is not None else row.path
