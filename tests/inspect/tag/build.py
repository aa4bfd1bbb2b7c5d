"""Messages and findings by hand, so that the judge is tested without the detector: only paths and entities matter to it."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from schemas.entities import category_of
from schemas.flow import Flow, Part, Verdict
from schemas.words import Platform, Scanned
from streams.inspect.paths import parse
from streams.inspect.tag.policy import Policy, compiled
from streams.inspect.tag.tag import tag
from streams.inspect.words import Body, Envelope, Finding, Findings, Leaf, Message, Path, RawMessage, Word
from streams.policy.check import errors
from streams.policy.load import read_folder, shipped_packs
from streams.policy.read import Read, read
from streams.policy.zones import zone

FLOW_ID = "5d0c0000-0000-4000-8000-000000000001"
ORDER = {
    "orderNumber": "SO-10042",
    "customer": {"name": "Kari Eksempel", "email": "kari@example.org"},
    "lines": [{"gtin": "7038010009457", "qty": 2}],
}

PACK = """\
pack: webshop-no
version: 2025-01-10
role: controller
title: Nettbutikken AS, processing register extract
source: {document: register-2025.pdf, date: 2025-01-10}
timezone: Europe/Oslo
fiscal_year_end: 12-31
categories:
  open: false
  declared: [pd:Name, pd:EmailAddress, pd:PhysicalAddress, pd:TelephoneNumber, pd:AccountIdentifier, pd:Transaction]
purposes:
  - purpose: dpv:FulfilmentOfContractualObligation
    legal_basis: eu-gdpr:A6-1-b
    subjects: [dpv:Customer]
    categories: [pd:Name, pd:EmailAddress, pd:PhysicalAddress, pd:Transaction]
    when: {document_type: [Order, Shipment]}
    requires: {}
    retention: [{store: engine, period: P3M, anchor: message}, {store: accounting, period: P5Y, anchor: fiscal-year-end}]
    cite: "§2"
contexts: {order: {document_type: [Order, Shipment]}}
retention: []
recipients: [{name: Carrier AS, country: NO, cite: "§4"}]
transfers: [{country: US, safeguard: eu-gdpr:A46-2-c, instrument: 2021/914, recipient: Mailer Inc, valid_from: 2023-01-01, cite: "§5"}]
raise: []
forbidden: [{category: pd:HealthRecord, unless: eu-gdpr:A9-2-b, source: law, cite: "GDPR art. 9"}]
valid_from: 2025-01-10
valid_to: null
"""
REGISTRY = """\
flows:
  - id: orders-erp-to-carrier
    match: {platform: connxio, flow_id: 5d0c0000-0000-4000-8000-000000000001, document_type: Order}
    controller: webshop-no
    processor: connxio
    contract:
      sender: [ERP]
      receiver: [Carrier]
      endpoints: [{host: sftp.carrier.example, country: NO, protocol: sftp}]
      pass_through: false
    context: order
    facts:
      anchors: {purchase: $.order.date}
      consent: {path: $.consents.newsletter, yes: ["true", granted], no: ["false", withdrawn]}
      customer: {path: $.customerNumber, yes: present, no: absent}
      hold: {path: $.dispute.claim, review: $.dispute.reviewDate, part: $.billing}
    test: false
"""


def pack(**changes: str) -> str:
    """The worked example's pack with some of its top keys written anew; an empty text takes the key out."""
    out, skipping = [], False
    for line in PACK.splitlines():
        key = line.partition(":")[0]
        top = bool(line) and not line.startswith((" ", "-"))
        if top:
            skipping = key in changes
        if not skipping:
            out.append(line)
    return "\n".join([*out, *(f"{key}: {text}" for key, text in changes.items() if text)])


def registry(**changes: str) -> str:
    """The worked example's entry with some keys written anew; an empty text takes the key out."""
    kept, skipping = ["flows:", "  - id: orders-erp-to-carrier"], False
    for line in REGISTRY.splitlines()[2:]:
        if line.startswith("    ") and not line.startswith("     "):
            skipping = line.strip().partition(":")[0] in changes
        if not skipping:
            kept.append(line)
    return "\n".join([*kept, *(f"    {key}: {text}" for key, text in changes.items() if text)])


def policies(*texts: str) -> Policy:
    """Compiled from YAML texts and the shipped packs, by the same reading and checking as from files."""
    own, shipped = Read(), read_folder(shipped_packs())
    for at, text in enumerate(texts):
        read(text.encode(), f"text {at}", own)
    held = {p.value.pack for p in own.packs}
    every = Read([p for p in shipped.packs if p.value.pack not in held] + own.packs, own.flows, own.stores, own.problems)
    assert errors(every) == []
    packs = [p.value for p in every.packs]
    zones = {pack.timezone: tz for pack in packs if (tz := zone(pack.timezone)) is not None}
    return compiled(packs, [f.value for f in every.flows], [s.value for s in every.stores], zones)


def at(text: str) -> int:
    """An RFC 3339 time as ms UTC."""
    moment = datetime.fromisoformat(text)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)


STARTED = at("2025-11-30T10:00:00+00:00")


def raw(**changes: Any) -> RawMessage:
    fields: dict[str, Any] = {
        "topic": "connxio.log",
        "partition": 2,
        "offset": 41,
        "timestamp": 1764496806000,
        "key": None,
        "value": b"{}",
    } | changes
    return RawMessage(cluster="c1", topic_id="ZxQv0d3hT2mJ1y8nB4kL9w", **fields)


def message(
    body: Any = ORDER, *, scanned: Scanned = "full", beside: Iterable[Leaf] = (), reasons: tuple[str, ...] = (), **said: Any
) -> Message:
    """A decoded ConnXio order, that of the worked example unless told otherwise; a text becomes a Word."""
    words: dict[str, Any] = {
        "flow_id": FLOW_ID,
        "sender": "ERP",
        "receiver": "Carrier",
        "document_type": "Order",
        "step": "Inbound",
        "status": "Success",
        "interchange": "7d4e0000-0000-4000-8000-000000000001",
    } | said
    platform: Platform = words.pop("platform", "connxio")
    steps, started = words.pop("steps", ("connxio.archeo",)), words.pop("message_time", STARTED)
    said_words: dict[str, Any] = {name: Word(value, (name,)) if isinstance(value, str) else value for name, value in words.items()}
    envelope = Envelope(
        part=Part(index=0, of=1),
        platform=platform,
        steps=steps,
        body=Body(b""),
        message_time=started,
        **said_words,
    )
    return Message(envelope, (*_leaves(body, ()), *beside), scanned, reasons)


def _leaves(value: Any, path: Path) -> Iterator[Leaf]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _leaves(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _leaves(below, (*path, index))
    elif value is not None:
        yield Leaf("body", path, str(value).lower() if isinstance(value, bool) else str(value))


Seen = str | tuple[Any, ...]  # an entity, or (path, entity), or (path, entity, what else a Finding may say)


def found(*seen: Seen, words: dict[str, str] | None = None, reasons: tuple[str, ...] = ()) -> Findings:
    """`("$.customer.email", "EMAIL_ADDRESS")`, with what else a Finding may say as a third item."""
    findings = []
    for item in seen:
        path, entity, more = (*item, {}, {})[:3] if isinstance(item, tuple) else ("$.x", item, {})
        fields: dict[str, Any] = {
            "place": "body",
            "score": 0.95,
            "category": category_of(entity) if "category" not in more else None,
        } | dict(more)
        findings.append(Finding(leaf=0, path=parse(path) if isinstance(path, str) else path, start=0, end=1, entity=entity, **fields))
    return Findings(tuple(findings), {}, words or {}, reasons)


EMAIL: Seen = ("$.customer.email", "EMAIL_ADDRESS")
NAME: Seen = ("$.customer.name", "PERSON")
NUMBER: Seen = ("$.orderNumber", "ORDER_NUMBER")


def flow(policy: Policy, findings: Findings | None = None, body: Any = ORDER, **said: Any) -> Flow:
    """The Flow of one message; findings are the e-mail address of the order unless told otherwise."""
    topic = said.pop("topic", "connxio.log")
    return tag(raw(topic=topic), message(body, **said), found(EMAIL) if findings is None else findings, policy, "test-detector")


def rules(flow: Flow) -> dict[str, str]:
    """Every rule that speaks, with its level."""
    return {v.rule: v.verdict for v in flow.every_verdict()}


def verdict(flow: Flow, rule: str) -> Verdict:
    """The one verdict of a rule."""
    (only,) = [v for v in flow.every_verdict() if v.rule == rule]
    return only
