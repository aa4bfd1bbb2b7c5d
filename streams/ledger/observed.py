"""What Flows say together: per integration, which parties, categories and purposes have been seen, since when and how often."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from schemas.flow import Flow

PATHS: Final = 20  # that are kept of a category, as examples of where it stands
NAMES: Final = 500  # parties, topics and document types of one integration; a sender that writes its name anew each time fills no memory


@dataclass(slots=True)
class Tally:
    """How often and when something was seen. Times are message times in ms; `findings` counts values, `flows` messages."""

    flows: int = 0
    findings: int = 0
    first: int | None = None
    last: int | None = None
    paths: set[str] = field(default_factory=set)  # the first by code point, so that the order of reading does not matter

    def add(self, flow: Flow, findings: int = 0, paths: Iterable[str] = ()) -> None:
        self.flows += 1
        self.findings += findings
        self.first = flow.message_time if self.first is None else min(self.first, flow.message_time)
        self.last = flow.message_time if self.last is None else max(self.last, flow.message_time)
        self.paths = set(sorted({*self.paths, *paths})[:PATHS])


@dataclass(slots=True)
class Traffic:
    """One integration as it was seen."""

    integration: str
    platform: str
    name: str | None = None
    controllers: dict[str | None, Tally] = field(default_factory=dict)  # as the registry named them when the Flow was made
    processors: set[str] = field(default_factory=set)
    all: Tally = field(default_factory=Tally)
    personal: Tally = field(default_factory=Tally)  # messages with personal data
    senders: dict[str, Tally] = field(default_factory=dict)
    receivers: dict[str, Tally] = field(default_factory=dict)
    outside: dict[str, dict[str, Tally]] = field(default_factory=lambda: {"sender": {}, "receiver": {}})  # of messages against the contract
    topics: dict[str, Tally] = field(default_factory=dict)
    document_types: dict[str, Tally] = field(default_factory=dict)
    categories: dict[str, Tally] = field(default_factory=dict)
    purposes: dict[str, Tally] = field(default_factory=dict)
    legal_bases: set[str] = field(default_factory=set)
    kinds: dict[str, Tally] = field(default_factory=dict)  # of data subjects
    rules: dict[str, Tally] = field(default_factory=dict)
    registered: bool = True  # no Flow of it says `flow.unregistered`
    overflowed: bool = False  # more names than are kept

    def add(self, flow: Flow) -> None:
        self.name = self.name or flow.integration.name
        self.all.add(flow)
        self.controllers.setdefault(flow.controller, Tally()).add(flow)
        if flow.processor:
            self.processors.add(flow.processor)
        self._named(self.topics, flow.source.topic, flow)
        self._named(self.document_types, flow.integration.document_type, flow)
        for rule in {v.rule for v in flow.every_verdict()}:
            self._named(self.rules, rule, flow)
        self.registered = self.registered and "flow.unregistered" not in self.rules
        if flow.personal_data:
            self._personal(flow)

    def _personal(self, flow: Flow) -> None:
        self.personal.add(flow)
        self._named(self.senders, flow.integration.sender, flow)
        self._named(self.receivers, flow.integration.receiver, flow)
        if any(v.rule == "contract.party" for v in flow.verdicts):
            self._named(self.outside["sender"], flow.integration.sender, flow)
            self._named(self.outside["receiver"], flow.integration.receiver, flow)
        for kind in flow.subjects.kinds:
            self._named(self.kinds, kind, flow)
        for purpose in flow.purposes:
            self._named(self.purposes, purpose, flow)
        self.legal_bases.update(flow.legal_bases)
        for category in {row.category for row in flow.personal_data}:
            rows = [row for row in flow.personal_data if row.category == category]
            paths = {row.path if row.place == "body" else f"{row.place} {row.path}" for row in rows}
            self.categories.setdefault(category, Tally()).add(flow, sum(row.count for row in rows), paths)

    def _named(self, tallies: dict[str, Tally], name: str | None, flow: Flow) -> None:
        if not name:
            return
        if name not in tallies and len(tallies) >= NAMES:
            self.overflowed = True
            return
        tallies.setdefault(name, Tally()).add(flow)


def observed(flows: Iterable[Flow]) -> dict[str, Traffic]:
    """Integration id -> what was seen of it. Each Flow once: drop second copies before (`streams.ledger.select.Once`)."""
    seen: dict[str, Traffic] = {}
    for flow in flows:
        take(seen, flow)
    return seen


def take(seen: dict[str, Traffic], flow: Flow) -> None:
    """One Flow more; it is not kept."""
    key = flow.integration.id
    if key not in seen:
        seen[key] = Traffic(key, flow.platform)
    seen[key].add(flow)
