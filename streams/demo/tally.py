"""Counts Flows and alerts for the demo's closing picture; values never get here, since a Flow has none."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from schemas.flow import Flow
from schemas.records import Alert, Span


@dataclass
class Route:
    """One integration as its Flows showed it."""

    flows: int = 0
    fields: int = 0  # rows of personal data
    verdicts: Counter[str] = field(default_factory=Counter)
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)  # (verdict, rule), in Flows


@dataclass
class Tally:
    """Counts by integration, category, purpose, verdict, rule and coverage. A Flow that comes twice counts once."""

    flows: int = 0
    with_personal_data: int = 0
    records: set[tuple[str, int, int]] = field(default_factory=set)  # source coordinates seen: topic, partition, offset
    routes: defaultdict[str, Route] = field(default_factory=lambda: defaultdict(Route))
    categories: Counter[str] = field(default_factory=Counter)
    purposes: Counter[str] = field(default_factory=Counter)  # by Flow; "(none)" where there is personal data and no purpose
    verdicts: Counter[str] = field(default_factory=Counter)
    scanned: Counter[str] = field(default_factory=Counter)
    alerts: dict[str, Alert] = field(default_factory=dict)  # the newest of each id
    lineage: int = 0  # events
    dead: int = 0
    spanned: set[tuple[str, int, int]] = field(default_factory=set)  # source coordinates that spans account for
    _seen: set[str] = field(default_factory=set)

    def add(self, flow: Flow) -> None:
        if flow.id in self._seen:
            return
        self._seen.add(flow.id)
        self.flows += 1
        self.records.add((flow.source.topic, flow.source.partition, flow.source.offset))
        self.with_personal_data += bool(flow.personal_data)
        self.verdicts[flow.verdict] += 1
        self.scanned[flow.coverage.scanned] += 1
        self.categories.update(row.category for row in flow.personal_data)
        self.purposes.update(flow.purposes or (["(none)"] if flow.personal_data else []))
        route = self.routes[flow.integration.id]
        route.flows += 1
        route.fields += len(flow.personal_data)
        route.verdicts[flow.verdict] += 1
        route.rules.update({(v.verdict, v.rule) for v in flow.every_verdict() if v.verdict != "compliant"})

    def span(self, span: Span) -> None:
        self.spanned.update((span.source.topic, span.source.partition, offset) for offset in range(span.from_, span.to))

    def alert(self, alert: Alert) -> None:
        self.alerts[alert.id] = alert

    def alerted(self) -> Counter[tuple[str, str]]:
        """How often each (verdict, rule) alerted, in messages."""
        return Counter(key for a in self.alerts.values() for key in [(a.data.verdict, a.data.rule)] * a.data.count)
