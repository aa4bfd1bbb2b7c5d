"""ConnXio's integration definitions (GET /v2/integrations) as entries of the flow registry: what they say, and nothing that they do not.

A definition does not say whose the data is, so every entry's controller is `undecided`. Messages name their integration and not their
sub-integration: all entries of an integration match the same messages, so each carries the parties and endpoints of all of them, and
the first one judges.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from streams.policy.connections import Notes, Row, adapters, logging, steps
from streams.policy.definition import Node, Refused, definitions

_LETTERS: Final = str.maketrans({"ø": "o", "æ": "ae", "å": "a", "ö": "o", "ä": "a", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l"})


@dataclass(frozen=True, slots=True)
class Imported:
    """One flow: its entry as it is written, what a person should know of it, its name, and where it stands in the export."""

    entry: dict[str, Any]
    notes: tuple[str, ...]
    name: str
    at: str


def imported(data: bytes) -> list[Imported]:
    """An entry for every sub-integration, in the export's order. Raises Refused."""
    flows: list[Imported] = []
    ids: set[str] = set()
    seen: dict[str, str] = {}
    for integration in definitions(data):
        flow_id = integration.get("configCorrelationId").text() or integration.get("integrationId").text()
        if flow_id is None:
            integration.refuse("lacks configCorrelationId, so no message could be told to be its; export with GET /v2/integrations")
        if (first := seen.setdefault(flow_id.lower(), integration.at)) != integration.at:
            integration.refuse(f"has the configCorrelationId of {first or '/'}; import one version of an integration")
        flows += _flows(integration, flow_id, ids)
    return flows


def _flows(integration: Node, flow_id: str, ids: set[str]) -> list[Imported]:
    subs = [sub.object() for sub in integration.get("subIntegrations").items()]
    if not subs:
        raise Refused(f"{integration.at}/subIntegrations", "names no sub-integration, so nothing is delivered; leave it out of the export")
    shared = Notes()
    match = {"platform": "connxio", "flow_id": flow_id} | _document_type(integration, shared)
    inbound = integration.get("inboundConnection")
    fetched = list(adapters(inbound.object(), "inbound", shared)) if inbound.value is not None else []
    parts = [_part(sub) for sub in subs]
    contract = _contract(integration, subs, fetched, parts, shared)
    found = []
    for index, (sub, part) in enumerate(zip(subs, parts, strict=True)):
        name = sub.get("subintegrationName").text() or sub.get("subIntegrationId").text() or str(index + 1)
        entry: dict[str, Any] = {
            "id": _unique(f"{slug(flow_id, 40) or 'connxio'}-{slug(name, 50) or index + 1}", ids),
            "match": match,
            "controller": "undecided",
            "processor": "connxio",
            "contract": contract,
            **_state(integration, sub),
            "adapters": [*fetched, *part.adapters],
            "logging": logging(integration, sub, part.notes),
        }
        if part.enriches:
            entry["enriches"] = part.enriches
        notes = (*shared.said, *part.notes.said)
        found.append(Imported(entry, notes, f"{integration.get('name').text() or ''} / {name}".removeprefix(" / "), sub.at))
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """What one sub-integration adds."""

    adapters: list[Row]
    enriches: list[Row]
    sent: list[Row]  # places that a step sends the message to
    notes: Notes


def _part(sub: Node) -> _Part:
    notes = Notes()
    asked = steps(sub, notes)
    delivered = [row for connection in sub.get("outboundConnections").items() for row in adapters(connection.object(), "outbound", notes)]
    return _Part([*asked.delivers, *delivered], asked.enriches, asked.sends, notes)


def _contract(integration: Node, subs: Sequence[Node], fetched: Sequence[Row], parts: Sequence[_Part], notes: Notes) -> Row:
    parties = {side: _party([integration, *subs], side, notes) for side in ("sender", "receiver")}
    rows = [row for row in fetched if row["direction"] == "outbound"]  # where an inbound connection sends its acknowledgement
    rows += [row for part in parts for row in (*part.adapters, *part.sent)]
    endpoints: list[Row] = []
    for row in rows:
        endpoint: Row = {key: value for key, value in row.items() if key in ("host", "country", "protocol")}
        if "host" in endpoint and endpoint not in endpoints:
            endpoints.append(endpoint)
    passing = all(_passes_through(integration, sub) for sub in subs)
    return {**parties, **({"endpoints": endpoints} if endpoints else {}), **({"pass_through": True} if passing else {})}


def _party(nodes: Iterable[Node], side: str, notes: Notes) -> list[str]:
    """The constant names of one side, the integration's and its sub-integrations'. Empty: open, nobody is held against it."""
    names: list[str] = []
    for node in nodes:
        place = node.get(side)
        name = place.text()
        if name and "{" in name:
            notes.say(place, f"no constant (a macro or a variable), so the {side} is left open: name those who may stand there")
            return []
        if name and name not in names:
            names.append(name)
        last = place
    if not names:
        notes.say(last, f"names no {side}, so it is left open: name those who may stand there")
    return names


def _passes_through(integration: Node, sub: Node) -> bool:
    """No step at all, and no other format or encoding at the way out than at the way in."""
    for word in ("Format", "Encoding"):
        before, after = integration.get(f"messageInbound{word}").text(), sub.get(f"messageOutbound{word}").text()
        if before and after and before.lower() != after.lower():
            return False
    return not sub.get("transformations").items() and not integration.get("removeBom").flag()


def _document_type(integration: Node, notes: Notes) -> Row:
    place = integration.get("transactionType")
    word = place.text()
    if word and "{" in word:
        notes.say(place, "no constant (a macro or a variable), so messages are matched by their integration alone")
        return {}
    return {"document_type": word} if word else {}


def _state(integration: Node, sub: Node) -> Row:
    if integration.get("archived").flag():
        return {"state": "archived"}
    enabled = integration.get("enabled").flag(default=True) and sub.get("enabled").flag(default=True)
    return {} if enabled else {"state": "disabled"}


def slug(text: str, most: int) -> str:
    """`Ordre til ERP (ny)` as `ordre-til-erp-ny`."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].strip("-")


def _unique(name: str, taken: set[str]) -> str:
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found)
    return found
