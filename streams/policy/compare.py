"""Declared against observed: what packs and registry say and traffic never shows, and what traffic shows and nobody declared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from schemas.dpv import BROADER
from schemas.registry import FlowEntry
from streams.inspect.tag.policy import Held, Policy
from streams.ledger.observed import Tally, Traffic
from streams.ledger.times import rfc3339

Kind = Literal["flow", "controller", "category", "purpose", "recipient", "sender", "receiver", "reader"]
State = Literal["undeclared", "unseen"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which declaration and traffic differ: in ids, terms and names that the registry or a Flow carries."""

    state: State  # undeclared: it occurs and nobody declared it; unseen: it is declared and never occurs
    kind: Kind
    what: str
    controller: str | None
    integration: str | None
    cite: str | None = None
    seen: Tally | None = None

    def row(self) -> dict[str, Any]:
        tally = self.seen or Tally()
        return {
            "state": self.state,
            "kind": self.kind,
            "what": self.what,
            "controller": self.controller,
            "integration": self.integration,
            "cite": self.cite,
            "flows": tally.flows,
            "findings": tally.findings,
            "first": None if tally.first is None else rfc3339(tally.first),
            "last": None if tally.last is None else rfc3339(tally.last),
            "paths": sorted(tally.paths),
        }

    def order(self) -> tuple[str, ...]:
        return (self.state, self.controller or "", self.integration or "", self.kind, self.what)


def differences(policy: Policy, traffic: Mapping[str, Traffic]) -> list[Difference]:
    """All of them, sorted: what is undeclared first. The packs' latest versions are what is declared."""
    entries = {entry.id: entry for entry in policy.entries}
    found = [*_flows(entries, traffic), *_parties(entries, traffic)]
    for controller in sorted({entry.controller for entry in policy.entries if entry.controller}):
        mine = [entry for entry in policy.entries if entry.controller == controller]
        seen = [traffic[entry.id] for entry in mine if entry.id in traffic]
        held = next((h for h in policy.packs.get(controller, ()) if h.pack.role == "controller"), None)
        if held is None:
            found.append(Difference("undeclared", "controller", controller, controller, None, None, _united(t.personal for t in seen)))
        else:
            found += [*_categories(held, seen), *_purposes(held, seen), *_recipients(held, mine, seen)]
    return sorted(found, key=Difference.order)


def _flows(entries: Mapping[str, FlowEntry], traffic: Mapping[str, Traffic]) -> Iterator[Difference]:
    for name, seen in traffic.items():
        if name not in entries and seen.personal.flows:
            yield Difference("undeclared", "flow", name, None, name, None, seen.personal)
    for name, entry in entries.items():
        if name not in traffic and entry.state == "active":
            yield Difference("unseen", "flow", name, entry.controller, name)


def _parties(entries: Mapping[str, FlowEntry], traffic: Mapping[str, Traffic]) -> Iterator[Difference]:
    """Outside is what the messages' own verdicts say: a log that does not tell sender from receiver swaps them at will."""
    for name, entry in entries.items():
        if name not in traffic or entry.contract is None:
            continue
        seen = traffic[name]
        sides: tuple[tuple[Kind, tuple[str, ...]], ...] = (("sender", entry.contract.sender), ("receiver", entry.contract.receiver))
        for kind, registered in sides:
            for party in registered:
                if party not in seen.senders and party not in seen.receivers:
                    yield Difference("unseen", kind, party, entry.controller, name, f"registry {name}")
            for party, tally in seen.outside[kind].items():
                if party not in registered:
                    yield Difference("undeclared", kind, party, entry.controller, name, f"registry {name}", tally)


def _categories(held: Held, seen: Iterable[Traffic]) -> Iterator[Difference]:
    controller, cite = held.pack.pack, held.pack.categories.cite
    met: set[str] = set()
    for traffic in seen:
        for category, tally in traffic.categories.items():
            met |= BROADER.get(category, frozenset((category,)))
            if not held.declares(category):
                yield Difference("undeclared", "category", category, controller, traffic.integration, cite, tally)
    for category in sorted(held.declared - met):
        yield Difference("unseen", "category", category, controller, None, cite)


def _purposes(held: Held, seen: Iterable[Traffic]) -> Iterator[Difference]:
    applied = {purpose for traffic in seen for purpose in traffic.purposes}
    for purpose in {p.purpose: p for p in held.pack.purposes}.values():
        if purpose.purpose not in applied:
            yield Difference("unseen", "purpose", purpose.purpose, held.pack.pack, None, purpose.cite)


def _recipients(held: Held, entries: Iterable[FlowEntry], seen: Iterable[Traffic]) -> Iterator[Difference]:
    """Where no contract is registered: receivers that the pack does not name. And named ones to which nothing ever went."""
    contracted = {entry.id for entry in entries if entry.contract is not None}
    named = {name.casefold() for recipient in held.pack.recipients for name in (recipient.name, *recipient.also)}
    met: set[str] = set()
    for traffic in seen:
        met.update(party.casefold() for party in traffic.receivers)
        for party, tally in traffic.receivers.items():
            if traffic.integration not in contracted and party.casefold() not in named:
                yield Difference("undeclared", "recipient", party, held.pack.pack, traffic.integration, None, tally)
    for recipient in held.pack.recipients:
        if met.isdisjoint(name.casefold() for name in (recipient.name, *recipient.also)):
            yield Difference("unseen", "recipient", recipient.name, held.pack.pack, None, recipient.cite)


def readers(policy: Policy, groups: Mapping[str, Iterable[str]]) -> list[Difference]:
    """Consumer groups that read a tapped topic and that no entry of the registry names: recipients that nobody declared.

    `groups`: topic -> the groups that read it. A reader without a group leaves no trace on the broker and is not seen.
    """
    found = []
    for topic in sorted(groups):
        declared = {name for entry in policy.entries if not entry.match.topic or topic in entry.match.topic for name in entry.readers}
        found += [
            Difference("undeclared", "reader", group, None, None, None, Tally(paths={topic}))
            for group in sorted({*groups[topic]} - declared)
        ]
    return found


def _united(tallies: Iterable[Tally]) -> Tally:
    united = Tally()
    for tally in tallies:
        united.flows += tally.flows
        united.findings += tally.findings
        if tally.first is not None and tally.last is not None:
            united.first = tally.first if united.first is None else min(united.first, tally.first)
            united.last = tally.last if united.last is None else max(united.last, tally.last)
    return united
