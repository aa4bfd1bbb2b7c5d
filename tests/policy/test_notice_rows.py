"""Every row of the five notices: the pack carries it with its place and nothing besides, a message meets it, another breaks it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from schemas.flow import Flow
from schemas.policy import Pack, Purpose, Retention
from streams.policy.load import load
from streams.policy.read import Read, read
from streams.policy.static import findings
from streams.register.made import made
from tests.inspect.tag.build import NAME, Seen, at, flow, found, policies, rules
from tests.inspect.tag.test_calendar import slow_after
from tests.policy.rows import Row, carried, purpose_of

PACKS = {name: versions[0].pack for name, versions in load(None).packs.items()}
ANCHORED = "2024-02-29"
ANCHORS = ("purchase", "contact", "handled", "withdrawal", "last-activity", "account-closure", "contract-end", "collection")
QUESTIONS = ("consent", "customer", "important", "source-public", "source-consent")
PERIODS = {"P0D": (0, 0), "P14D": (0, 14), "P3M": (3, 0), "P2Y": (24, 0), "P3Y": (36, 0), "P10Y": (120, 0)}


def table() -> dict[str, list[Row]]:
    told: dict[str, list[Row]] = {}
    for line in Path(__file__).with_name("notice_rows.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            pack, kind, fact, cite = (cell.strip() for cell in line.split(" | "))
            told.setdefault(pack, []).append(Row(kind, fact, "" if cite == "-" else cite))
    return told


TABLE = table()


def of(kind: str, role: str | None = None) -> list[Any]:
    """The rows of a kind, each with its pack."""
    rows = [(PACKS[name], row) for name, listed in TABLE.items() for row in listed if row.kind == kind]
    return [pytest.param(pack, row, id=f"{pack.pack}: {row.fact}"[:90]) for pack, row in rows if role in (None, pack.role)]


def judged(pack: Pack, context: str, *seen: Seen, day: str = "2024-03-01", contract: str | None = "{}", **said: Any) -> Flow:
    """What is said of a message under a pack: as its controller's, or as the processor of somebody who has no pack."""
    who = f"controller: {pack.pack}" if pack.role == "controller" else f"controller: tenant\n    processor: {pack.pack}"
    facts = [f"{name}: {{path: $.{name}, yes: ['True'], no: ['False']}}" for name in QUESTIONS]
    anchors = ", ".join(f"{name}: $.{name}" for name in ANCHORS)
    entry = f"flows:\n  - id: own\n    match: {{platform: generic}}\n    {who}\n    context: {context}\n"
    entry += f"    contract: {contract}\n" if contract else ""
    entry += "    facts:\n      anchors: {" + anchors + "}\n" + "".join(f"      {fact}\n" for fact in facts)
    body = said.pop("body", {})
    receiver = said.pop("receiver", None)
    told = {"platform": "generic", "document_type": "Any", "receiver": receiver, "message_time": at(f"{day}T12:00:00+00:00")}
    return flow(policies(entry + said.pop("more", "")), found(*seen), body=body, **(told | said))


def a(category: str) -> Seen:
    return ("$.x", "X", {"category": category})


def other(pack: Pack, purpose: Purpose) -> str:
    """A context in which no purpose of the same term and basis applies."""
    same = [p for p in pack.purposes if (p.purpose, p.legal_basis) == (purpose.purpose, purpose.legal_basis)]
    return next(name for name in pack.contexts if not any(name in p.when.context or not p.when.context for p in same))


def answers(purpose: Purpose) -> dict[str, bool]:
    return {name: wanted == "yes" for name, wanted in (*purpose.when.fact.items(), *purpose.requires.items())}


def one(pack: Pack, purpose: Purpose) -> Seen:
    return a((purpose.categories or pack.categories.declared)[0])


@pytest.mark.parametrize("name", sorted(PACKS))
def test_a_pack_carries_each_row_of_its_notice_with_its_place_and_nothing_besides(name: str) -> None:
    there, told = set(carried(PACKS[name])), set(TABLE[name])
    assert (told - there, there - told) == (set(), set())
    assert len(TABLE[name]) == len(told)
    assert [row for row in told if not row.cite and row.kind != "processing"] == []


@pytest.mark.parametrize(("pack", "row"), of("category"))
def test_a_declared_category_is_not_undeclared_and_another_is(pack: Pack, row: Row) -> None:
    context = next(iter(pack.contexts), "any")
    assert "category.undeclared" not in rules(judged(pack, context, a(row.fact)))
    undeclared = rules(judged(pack, context, a("pd:HairColour"))).get("category.undeclared")
    assert undeclared == (None if pack.role == "processor" else "gap")  # categories are a controller's; every list of these is open


@pytest.mark.parametrize(("pack", "row"), of("purpose"))
def test_a_purpose_is_its_contexts_and_no_others(pack: Pack, row: Row) -> None:
    (purpose,) = [p for p in pack.purposes if purpose_of(p) == row.fact]
    wanted = (purpose.purpose, purpose.legal_basis)
    everything = dict.fromkeys(QUESTIONS, True) | answers(purpose)
    for context in purpose.when.context:
        met = judged(pack, context, one(pack, purpose), body=everything)
        cited = {tag.citation or "" for tag in met.tags if (tag.purpose, tag.legal_basis) == wanted}
        assert cited
        assert all("inferred" in cite for cite in cited) or not purpose.inferred
        assert not {"requirement.refused", "requirement.unknown", "purpose.not-for-context"} & rules(met).keys()
    elsewhere = judged(pack, other(pack, purpose), one(pack, purpose), body=answers(purpose))
    assert wanted not in {(tag.purpose, tag.legal_basis) for tag in elsewhere.tags}


@pytest.mark.parametrize(("pack", "row"), [p for p in of("purpose") if "=" in p.values[1].fact])
def test_a_purpose_that_asks_something_is_broken_by_the_other_answer(pack: Pack, row: Row) -> None:
    (purpose,) = [p for p in pack.purposes if purpose_of(p) == row.fact]
    context, seen, answered = purpose.when.context[0], one(pack, purpose), answers(purpose)
    for name in purpose.requires:
        assert rules(judged(pack, context, seen, body=answered | {name: not answered[name]}))["requirement.refused"] == "violation"
        assert rules(judged(pack, context, seen, body={k: v for k, v in answered.items() if k != name}))["requirement.unknown"] == "gap"
    for name in purpose.when.fact:
        denied = judged(pack, context, seen, body=answered | {name: not answered[name]})
        assert (purpose.purpose, purpose.legal_basis, purpose.cite) not in {(t.purpose, t.legal_basis, t.citation) for t in denied.tags}
        assert rules(judged(pack, context, seen))["requirement.unknown"] == "gap"


def keeping(pack: Pack, fact: str) -> list[tuple[Purpose | None, Retention]]:
    every = [(None, r) for r in pack.retention] + [(p, r) for p in pack.purposes for r in p.retention]
    shown = [(p, r, f"{r.store or '-'} {r.period or 'unstated'} {r.anchor or '-'}{' inferred' if r.inferred else ''}") for p, r in every]
    return [(p, r) for p, r, said in shown if said == fact]


@pytest.mark.parametrize(("pack", "row"), of("keeps"))
def test_a_period_ends_where_a_slow_calendar_says_and_waits_for_its_event(pack: Pack, row: Row) -> None:
    for purpose, kept in keeping(pack, row.fact):
        context = purpose.when.context[0] if purpose else "any"
        seen, facts = (one(pack, purpose), answers(purpose)) if purpose else (NAME, {})
        clocks = []
        for body in (facts, facts | {kept.anchor or "none": ANCHORED}):
            tags = judged(pack, context, seen, body=body, day=ANCHORED).tags
            clocks.append({(t.until, t.state) for t in tags if (t.store, t.purpose) == (kept.store, purpose.purpose if purpose else None)})
        if kept.period is None:
            assert clocks == [{(None, "unstated")}] * 2
        elif kept.anchor == "fiscal-year-end":
            assert clocks == [{("2029-12-31", "running")}] * 2
        else:
            until = slow_after(date.fromisoformat(ANCHORED), *PERIODS[kept.period]).isoformat()
            assert clocks[1] == {(until, "running")}
            assert clocks[0] == ({(until, "running")} if kept.anchor == "message" else {(None, "open")})


@pytest.mark.parametrize(("pack", "row"), of("recipient"))
def test_a_named_recipient_needs_no_contract_and_another_is_undeclared(pack: Pack, row: Row) -> None:
    name = row.fact.rpartition(" ")[0]
    if pack.role == "processor":  # its sub-processors bind no message of a controller: they stand in the register
        entry = f"flows: [{{id: f, match: {{topic: t}}, controller: tenant, processor: {pack.pack}}}]"
        (mandate,) = made(policies(entry), {}, "processor", "tenant", "spor").mandates
        assert any(name in told for told in mandate.subprocessors)
        return
    assert "recipient.undeclared" not in rules(judged(pack, "any", NAME, contract=None, receiver=name))
    assert rules(judged(pack, "any", NAME, contract=None, receiver="Somebody Else"))["recipient.undeclared"] == "gap"


@pytest.mark.parametrize(
    ("pack", "receiver", "known"),
    [
        ("conneqtech", "Mailchimp", True),
        ("conneqtech", "SLACK", True),
        ("conneqtech", "Microsoft", True),
        ("conneqtech", "Atlassian", True),
        ("conneqtech", "Google Ads", False),
        ("connectmyapps-own", "AWS", True),
        ("connectmyapps-own", "Inc.", False),
        ("connectis", "google llc", True),
    ],
)
def test_a_recipient_is_known_by_its_other_names_too(pack: str, receiver: str, known: bool) -> None:
    assert ("recipient.undeclared" not in rules(judged(PACKS[pack], "any", NAME, contract=None, receiver=receiver))) is known


@pytest.mark.parametrize(("pack", "row"), of("transfer"))
def test_a_named_safeguard_carries_a_transfer_as_long_as_it_holds(pack: Pack, row: Row) -> None:
    (t,) = [t for t in pack.transfers if f"{t.country} {t.recipient or '*'} {t.safeguard or 'unstated'} {t.instrument or '-'}" == row.fact]

    def to(country: str, day: str) -> str | None:
        contract = f"{{endpoints: [{{host: host.example, country: {country}}}]}}"
        said = rules(judged(pack, "any", NAME, contract=contract, receiver=t.recipient or "Slack Technologies Inc.", day=day))
        return next((rule for rule in said if rule.startswith("transfer.")), None)

    if t.safeguard is None:
        assert to(t.country, "2024-03-01") == "transfer.no-safeguard"
    elif t.instrument:  # the Privacy Shield
        assert (to(t.country, "2020-07-15"), to(t.country, "2020-07-16")) == (None, "transfer.safeguard-void")
    else:
        assert (to(t.country, "2024-03-01"), to("IN", "2024-03-01")) == (None, "transfer.no-safeguard")


@pytest.mark.parametrize(("pack", "row"), of("forbids"))
def test_what_is_forbidden_is_so_where_the_notice_says(pack: Pack, row: Row) -> None:
    (ban,) = [b for b in pack.forbidden if row.fact.startswith(b.category + " @") or row.fact == b.category]
    context = next(iter(ban.when.context or pack.contexts))
    kind = next(iter(ban.when.document_type), "Any")
    said = rules(judged(pack, context, a(ban.category), document_type=kind))
    assert said["category.forbidden"] == "violation"
    assert "category.forbidden" not in rules(judged(pack, context, a("pd:Name"), document_type=kind))
    if ban.when.context or ban.when.document_type:
        elsewhere = next(name for name in pack.contexts if name not in ban.when.context)
        assert "category.forbidden" not in rules(judged(pack, elsewhere, a(ban.category)))


@pytest.mark.parametrize(("pack", "row"), of("location", "processor"))
def test_a_place_that_is_promised_binds_the_platforms_own_stores(pack: Pack, row: Row) -> None:
    def through(country: str) -> set[str]:
        store = f"stores: [{{host: own.example, country: {country}, processor: {pack.pack}}}]\n"
        return set(rules(judged(pack, "any", NAME, endpoints=("https://own.example/in",), more=store)))

    assert "location.outside-promise" in through("US")
    assert "location.outside-promise" not in through("NL")


@pytest.mark.parametrize(("pack", "row"), of("security"))
def test_a_channel_without_encryption_is_cited_by_what_the_notice_says(pack: Pack, row: Row) -> None:
    for url, told in (("ftp://in.example/x", 1), ("sftp://in.example/x", 0)):
        said = [v for v in judged(pack, "any", NAME, endpoints=(url,)).verdicts if v.rule == "endpoint.cleartext"]
        assert [v.citation for v in said] == [row.cite if pack.role == "processor" else None] * told


@pytest.mark.parametrize(("pack", "row"), [*of("right", "controller"), *of("answers", "controller")])
def test_a_right_stands_in_the_register_with_its_deadline_in_the_pack(pack: Pack, row: Row) -> None:
    rights = {right for activity in made(load(None), {}, "controller", pack.pack, "spor").rows for right in activity.rights}
    assert pack.rights is not None
    assert row.fact in (rights if row.kind == "right" else {pack.rights.answered_within or "unstated"})


@pytest.mark.parametrize(("pack", "row"), of("defect"))
def test_a_contradiction_is_a_finding_about_the_notice_and_never_about_a_message(pack: Pack, row: Row) -> None:
    files = Read()
    read((Path("policies/packs") / f"{pack.pack}.yaml").read_bytes(), "pack.yaml", files)
    who = "controller: x, processor" if pack.role == "processor" else "controller"
    read(f"flows: [{{id: f, match: {{topic: t}}, {who}: {pack.pack}}}]".encode(), "flows.yaml", files)
    assert f"{row.fact} ({row.cite})" in {f.message for f in findings(files) if f.rule == "notice.defect"}
    assert "notice.defect" not in rules(judged(pack, next(iter(pack.contexts), "any"), NAME))
