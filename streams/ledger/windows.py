"""One integration's window: what its Flows said, added up. Windows of parts merge to the window of the whole, in any order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from types import MappingProxyType
from typing import Any, Final

from schemas.flow import Flow
from schemas.partial import Count, Edge, ObservedField, Promise, RuleCount, SourceRange, WindowPartial
from streams.ledger.ids import joined
from streams.ledger.table import Key, Shape, Table

SHAPES: Final = MappingProxyType(
    {
        "counts": Shape(Count, ("of", "what"), ("flows",)),
        "edges": Shape(Edge, ("sender", "receiver", "category", "purpose"), ("flows", "fields")),
        "fields": Shape(
            ObservedField,
            ("cluster", "topic", "place", "path", "category", "entity"),
            ("flows", "count", "masked"),
            greatest=("score",),
            budget=120_000,  # all tables together, written out as a lineage event, stay under Kafka's default megabyte
        ),
        "rules": Shape(RuleCount, ("rule", "verdict", "source"), ("flows",), budget=30_000),
        "promises": Shape(
            Promise,
            ("category", "purpose", "legal_basis", "store", "period", "anchor", "pack", "citation"),
            ("flows",),
            least=("until",),
            budget=80_000,
        ),
        "sources": Shape(
            SourceRange, ("cluster", "topic", "topic_id", "partition"), ("flows",), least=("first",), greatest=("last",), budget=40_000
        ),
    }
)


@dataclass(slots=True)
class Window:
    """Totals of the Flows of one integration whose message time lies in [start, start + length)."""

    integration: str
    start: int  # ms UTC
    length: int  # ms
    flows: int = 0
    subjects: int = 0
    first: int | None = None  # message time, ms UTC
    last: int | None = None
    tables: dict[str, Table] = field(default_factory=lambda: {name: Table(shape) for name, shape in SHAPES.items()})

    def add(self, flow: Flow) -> None:
        """Count one Flow."""
        self._add_totals(1, flow.subjects.count or 0, flow.message_time, flow.message_time)
        for name, rows in _rows(flow):
            table = self.tables[name]
            for key, amounts in rows:
                table.add(key, **amounts)

    def absorb(self, partial: WindowPartial) -> None:
        """Add up with what another partition saw of the same window."""
        self._add_totals(partial.flows, partial.subjects, partial.first, partial.last)
        for name, table in self.tables.items():
            table.absorb(getattr(partial, name), partial.cuts.get(name))

    def partial(self, partition: int, since: int, included: int) -> WindowPartial:
        """The totals as a record: of which flows partition, from which of its offsets to which."""
        assert self.first is not None and self.last is not None
        return WindowPartial(
            integration=self.integration,
            start=self.start,
            length=self.length,
            partition=partition,
            since=since,
            included=included,
            flows=self.flows,
            subjects=self.subjects,
            first=self.first,
            last=self.last,
            cuts={name: table.cut for name, table in self.tables.items() if table.cut is not None},
            **{name: table.sorted_rows() for name, table in self.tables.items()},
        )

    def _add_totals(self, flows: int, subjects: int, first: int, last: int) -> None:
        self.flows += flows
        self.subjects += subjects
        self.first = first if self.first is None else min(self.first, first)
        self.last = last if self.last is None else max(self.last, last)


def merged(partials: Iterable[WindowPartial]) -> Window:
    """The whole window from all its partials; there is at least one."""
    parts = list(partials)
    window = Window(parts[0].integration, parts[0].start, parts[0].length)
    for part in parts:
        window.absorb(part)
    return window


def window_key(partial: WindowPartial) -> bytes:
    """Integration, window, flows partition, and the offset that the row began at."""
    return part_key(partial.integration, partial.start, partial.partition, partial.since)


def part_key(integration: str, start: int, partition: int, since: int) -> bytes:
    """The same of its words."""
    return joined("window", integration, start, partition, since).encode()


Rows = Iterable[tuple[Key, dict[str, Any]]]


def _rows(flow: Flow) -> Iterator[tuple[str, Rows]]:
    """What one Flow adds to each table; a row that it says twice is counted once, its findings together."""
    yield "counts", (((of, what), {"flows": 1}) for of, what in sorted(_facts(flow)))
    yield "edges", edges(flow)
    yield "fields", _fields(flow)
    yield "rules", (((v[0], v[1], v[2]), {"flows": 1}) for v in {(v.rule, v.verdict, v.source) for v in flow.every_verdict()})
    yield "promises", _promises(flow)
    at = flow.source
    yield "sources", [((at.cluster, at.topic, at.topic_id, at.partition), {"flows": 1, "first": at.offset, "last": at.offset})]


def edges(flow: Flow) -> Rows:
    """A Flow's (sender, receiver, category, purpose): a category whose purposes nobody stated has null, as has a Flow without data."""
    parties = (flow.integration.sender, flow.integration.receiver)
    stated: dict[str | None, set[str | None]] = {}
    for tag in flow.tags:
        if tag.purpose is not None:
            stated.setdefault(tag.category, set()).add(tag.purpose)
    fields: dict[str | None, int] = {}
    for row in flow.personal_data:
        fields[row.category] = fields.get(row.category, 0) + 1
    for category, count in (fields or {None: 0}).items():
        for purpose in sorted(stated.get(category, ()), key=str) or [None]:
            yield (*parties, category, purpose), {"flows": 1, "fields": count}


def _facts(flow: Flow) -> set[tuple[str, str]]:
    facts = {("platform", flow.platform), ("verdict", flow.verdict), ("scanned", flow.coverage.scanned), ("detector", flow.detector)}
    named = {"controller": flow.controller, "processor": flow.processor}
    named |= {"sender": flow.integration.sender, "receiver": flow.integration.receiver}
    facts |= {(of, what) for of, what in named.items() if what is not None}
    lists = (
        ("subject", flow.subjects.kinds),
        ("reason", flow.coverage.reasons),
        ("policy", [f"{p.id}@{p.version}" for p in flow.policies]),
    )
    return facts | {fact for of, whats in lists for fact in product([of], whats)}


def _fields(flow: Flow) -> Rows:
    at = flow.source
    for row in flow.personal_data:
        amounts = {"flows": 1, "count": row.count, "masked": int(row.state == "masked"), "score": row.score}
        yield (at.cluster, at.topic, row.place, row.path, row.category, row.entity), amounts


def _promises(flow: Flow) -> Rows:
    promises: dict[Key, str | None] = {}
    for t in flow.tags:
        key = (t.category, t.purpose, t.legal_basis, t.store, t.period, t.anchor, t.pack, t.citation)
        promises[key] = min((u for u in (promises.get(key), t.until) if u is not None), default=None)
    return ((key, {"flows": 1, "until": until}) for key, until in promises.items())
