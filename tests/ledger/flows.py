"""Hand-built Flows: just enough said to be counted, and a strategy for many of them."""

from collections.abc import Sequence

from hypothesis import strategies as st

from schemas.flow import Coverage, Flow, Integration, Interchange, Part, PersonalData, PolicyRef, Source, Subjects, Tag, Verdict, worst
from schemas.words import Ground, Level
from streams.ledger.ids import flow_id

EMAIL = ("pd:EmailAddress", "EMAIL_ADDRESS", "$.customer.email")
NAME = ("pd:Name", "PERSON", "$.customer.name")
PHONE = ("pd:TelephoneNumber", "PHONE_NUMBER", "$.contacts[*].phone")
WHEN = 1764496800000  # 2025-11-30T10:00:00Z
MINUTE = 60_000


def verdict(rule: str, level: Level = "violation", source: Ground = "contract", path: str | None = None) -> Verdict:
    return Verdict(verdict=level, rule=rule, source=source, citation="§1", path=path)


def row(what: tuple[str, str, str], *verdicts: Verdict, count: int = 1, masked: bool = False) -> PersonalData:
    category, entity, path = what
    return PersonalData(
        place="body",
        path=path,
        category=category,
        entity=entity,
        count=count,
        score="0.95",
        evidence=("pattern",),
        state="masked" if masked else "clear",
        verdicts=verdicts,
    )


def tag(category: str, purpose: str | None, pack: str = "webshop-no") -> Tag:
    return Tag(
        category=category,
        purpose=purpose,
        legal_basis="eu-gdpr:A6-1-b" if purpose else None,
        store="engine",
        period="P3M",
        anchor="message",
        until="2026-02-28",
        state="running",
        pack=pack,
        citation="§2",
    )


def flow(
    offset: int = 0,
    *,
    topic: str = "orders",
    partition: int = 0,
    part: int = 0,
    integration: str = "orders-erp-to-carrier",
    sender: str | None = "ERP",
    receiver: str | None = "Carrier",
    at: int = WHEN,
    recorded: int | None = None,
    rows: Sequence[PersonalData] = (),
    tags: Sequence[Tag] = (),
    verdicts: Sequence[Verdict] = (),
) -> Flow:
    source = Source(
        cluster="c1", topic=topic, topic_id="", partition=partition, offset=offset, timestamp=at if recorded is None else recorded
    )
    return Flow(
        id=flow_id(source, part, 0),
        revision=0,
        part=Part(index=part, of=3),
        source=source,
        platform="connxio",
        envelope=("connxio.archeo",),
        controller="webshop-no",
        processor="connxio",
        integration=Integration(
            id=integration, name=None, sender=sender, receiver=receiver, document_type="Order", step=None, direction=None, status=None
        ),
        interchange=Interchange(id=None, correlation=None, resend=None),
        message_time=at,
        subjects=Subjects(count=1 if rows else 0, kinds=("dpv:Customer",) if rows else ()),
        personal_data=tuple(rows),
        tags=tuple(tags),
        purposes=tuple(sorted({t.purpose for t in tags if t.purpose})),
        legal_bases=tuple(sorted({t.legal_basis for t in tags if t.legal_basis})),
        retain_until=min((t.until for t in tags if t.until), default=None),
        verdict=worst((*verdicts, *(v for r in rows for v in r.verdicts))),
        verdicts=tuple(verdicts),
        coverage=Coverage(scanned="full", leaves=3, bytes=40, reasons=()),
        policies=(PolicyRef(id="webshop-no", version="2025-01-10"),),
        registry=None,
        detector="spor-1",
        reproducible=True,
    )


def flows(offset: int, part: int = 0) -> st.SearchStrategy[Flow]:
    """A Flow at one source offset: two integrations, three windows, every mixture of rows, tags and verdicts."""
    rules = st.sampled_from(
        [
            verdict("contract.party"),
            verdict("category.undeclared", "gap", "notice"),
            verdict("purpose.unstated", "gap", "notice"),
            verdict("coverage.partial", "gap", "spor"),
        ]
    )
    some_rows = st.lists(
        st.builds(
            lambda what, verdicts, count, masked: row(what, *verdicts, count=count, masked=masked),
            st.sampled_from([EMAIL, NAME, PHONE]),
            st.lists(rules, max_size=2),
            st.integers(1, 3),
            st.booleans(),
        ),
        max_size=3,
        unique_by=lambda r: r.path,
    )
    some_tags = st.lists(
        st.builds(tag, st.sampled_from([EMAIL[0], NAME[0]]), st.sampled_from([None, "dpv:ServiceProvision", "dpv:Marketing"])), max_size=3
    )
    return st.builds(
        lambda rows, tags, verdicts, integration, sender, at: flow(
            offset, part=part, rows=rows, tags=tags, verdicts=verdicts, integration=integration, sender=sender, at=at
        ),
        some_rows,
        some_tags,
        st.lists(rules, max_size=2),
        st.sampled_from(["orders", "payroll"]),
        st.sampled_from([None, "ERP", "CRM"]),
        st.sampled_from([WHEN, WHEN + 1, WHEN + MINUTE - 1, WHEN + MINUTE, WHEN + 5 * MINUTE]),
    )
