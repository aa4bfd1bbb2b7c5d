"""Records of our own topics as a worker writes them: Flows, spans, alerts, dead letters, with invented routes."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from schemas.flow import (
    Coverage,
    Flow,
    Integration,
    Interchange,
    Part,
    PersonalData,
    PolicyRef,
    Source,
    Subjects,
    Tag,
    Verdict,
    worst,
)
from schemas.records import Alert, AlertData, DeadLetter, SourcePartition, Span
from schemas.words import Level, Scanned
from streams.dashboard.intake import Record
from streams.ledger.ids import flow_id

T0 = 1764496800000  # 2025-11-30T10:00:00Z
CATEGORIES = {
    "pd:EmailAddress": "EMAIL_ADDRESS",
    "pd:Name": "PERSON",
    "pd:Transaction": "ORDER_NUMBER",
    "pd:OfficialID": "NO_FODSELSNUMMER",
}
RULE: dict[Level, str] = {"violation": "contract.party", "gap": "category.undeclared"}
FULFILMENT = "dpv:FulfilmentOfContractualObligation"


def flow(
    offset: int = 0,
    *,
    partition: int = 0,
    topic: str = "connxio.log",
    topic_id: str = "ZxQv0d3hT2mJ1y8nB4kL9w",
    part: int = 0,
    of: int = 1,
    revision: int = 0,
    integration: str = "orders-erp-to-carrier",
    sender: str | None = "ERP",
    receiver: str | None = "Carrier",
    categories: Iterable[str] = ("pd:EmailAddress", "pd:Name"),
    purposes: Iterable[str] = (FULFILMENT,),
    verdict: Level = "compliant",
    scanned: Scanned = "full",
    reasons: tuple[str, ...] = (),
    timestamp: int = T0,
    path: str = "$.customer",
    platform: Any = "connxio",
    cluster: str = "c1",
) -> Flow:
    """One Flow; its verdict hangs on one rule, its rows are one for each category."""
    at = Source(cluster=cluster, topic=topic, topic_id=topic_id, partition=partition, offset=offset, timestamp=timestamp)
    rows = tuple(
        PersonalData(
            place="body", path=f"{path}.{CATEGORIES[c].lower()}", category=c, entity=CATEGORIES[c], count=1, score="0.95",
            evidence=("checksum",), state="clear", verdicts=(),
        )
        for c in sorted(categories)
    )  # fmt: skip
    tags = tuple(
        Tag(
            category=row.category, purpose=p, legal_basis="eu-gdpr:A6-1-b", store="engine", period="P3M", anchor="message",
            until="2026-02-28", state="running", pack="webshop-no", citation="§2",
        )
        for row in rows
        for p in sorted(purposes)
    )  # fmt: skip
    verdicts: tuple[Verdict, ...] = ()
    if verdict != "compliant":
        verdicts = (Verdict(verdict=verdict, rule=RULE[verdict], source="contract", citation=f"registry {integration}"[:200], path=None),)
    return Flow(
        id=flow_id(at, part, revision), revision=revision, part=Part(index=part, of=of), source=at, platform=platform,
        envelope=("connxio.archeo",), controller="webshop-no", processor="connxio",
        integration=Integration(
            id=integration, name=None, sender=sender, receiver=receiver, document_type="Order", step="Inbound",
            direction=None, status="Success",
        ),
        interchange=Interchange(id="7d4e0000-0000-4000-8000-000000000001", correlation=None, resend=None), message_time=timestamp,
        subjects=Subjects(count=1 if rows else 0, kinds=("dpv:Customer",) if rows else ()), personal_data=rows, tags=tags,
        purposes=tuple(sorted({t.purpose for t in tags if t.purpose})), legal_bases=("eu-gdpr:A6-1-b",) if tags else (),
        retain_until="2026-02-28" if tags else None, verdict=worst(verdicts), verdicts=verdicts,
        coverage=Coverage(scanned=scanned, leaves=12, bytes=480, reasons=reasons),
        policies=(PolicyRef(id="webshop-no", version="2025-01-10"),), registry="0f3a", detector="spor-0.1.0", reproducible=True,
    )  # fmt: skip


def span(start: int, stop: int, *, partition: int = 0, kind: Any = "read", topic: str = "connxio.log", cluster: str = "c1") -> Span:
    source = SourcePartition(cluster=cluster, topic=topic, topic_id="ZxQv0d3hT2mJ1y8nB4kL9w", partition=partition)
    records = 0 if kind == "missed" else stop - start
    return Span(
        kind=kind, source=source, **{"from": start}, to=stop, records=records, flows=records, policies="5d2c", detector="spor-0.1.0"
    )


def alert(number: int = 0, *, integration: str = "orders-erp-to-carrier", rule: str = "contract.party", **data: Any) -> Alert:
    said: dict[str, Any] = {
        "flow": "f_" + "a" * 26, "integration": integration, "verdict": "violation", "rule": rule, "source": "contract",
        "citation": "registry orders-erp-to-carrier", "category": "pd:EmailAddress", "place": "body", "path": "$.customer.email",
        "count": 1, "first": T0, "last": T0 + number,
    } | data  # fmt: skip
    return Alert(id=f"alert-{number}", source="/spor/spor", time="2025-11-30T10:00:00Z", data=AlertData(**said))


def dead_letter(about: Flow, reason: str = "json.invalid") -> DeadLetter:
    return DeadLetter(flow=about.id, source=about.source, stage="decode", reason=reason, size=17)


def records(
    topic: str, models: Iterable[Flow | Span | Alert | DeadLetter | bytes | None], *, partition: int = 0, first: int = 0
) -> list[Record]:
    """The models as they would come from our topic: consecutive offsets of one partition. Bytes and None stay as they are."""
    values = [m if m is None or isinstance(m, bytes) else m.canonical() for m in models]
    return [Record(topic, partition, first + n, value) for n, value in enumerate(values)]


def expected(flows: Iterable[Flow]) -> dict[str, Counter[str | None]]:
    """How many Flows each value of a dimension has, counted the plain way."""
    sums: dict[str, Counter[str | None]] = {
        name: Counter() for name in ("integration", "verdict", "category", "purpose", "platform", "scanned")
    }
    for one in flows:
        sums["integration"][one.integration.id] += 1
        sums["verdict"][one.verdict] += 1
        sums["platform"][one.platform] += 1
        sums["scanned"][one.coverage.scanned] += 1
        categories: set[str | None] = {row.category for row in one.personal_data}
        purposes: set[str | None] = set(one.purposes)
        sums["category"].update(categories or {None})
        if one.personal_data:
            sums["purpose"].update(purposes or {None})
    return sums


def shown(overview: dict[str, Any]) -> dict[str, Counter[str | None]]:
    """The same of an overview."""
    names = ("integration", "verdict", "category", "purpose", "platform", "scanned")
    return {name: Counter({row[name]: row["flows"] for row in overview[f"by_{name}"]}) for name in names}
