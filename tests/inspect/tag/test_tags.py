"""Tags: which promises hold for what was found, and how long each store may keep it."""

from typing import Any

import pytest

from schemas.flow import Flow
from tests.inspect.tag.build import EMAIL, NAME, NUMBER, ORDER, PACK, REGISTRY, at, flow, found, pack, policies, registry, rules

PAYMENT = ("$.billing.account", "BANK_ACCOUNT")


def clocks(made: Flow, pack_id: str = "webshop-no") -> dict[str | None, tuple[str | None, str]]:
    """Each store of a pack with its `until` and state; one category is enough, the clocks of all are alike."""
    return {tag.store: (tag.until, tag.state) for tag in made.tags if tag.pack == pack_id}


def purposes(retention: str, more: str = "") -> str:
    return f"[{{purpose: dpv:ServiceProvision, legal_basis: eu-gdpr:A6-1-b, retention: {retention}, cite: §2{more}}}]"


def test_traffic_of_an_unknown_flow_still_carries_the_platforms_own_promise() -> None:
    made = flow(policies(), found(EMAIL))
    assert rules(made) == {"flow.unregistered": "gap"}
    assert [(t.store, t.until, t.pack, t.purpose) for t in made.tags] == [("engine", "2026-02-28", "connxio", None)]
    assert (made.controller, made.processor, made.purposes, made.retain_until) == (None, "connxio", (), "2026-02-28")


def test_without_personal_data_nothing_is_tagged() -> None:
    made = flow(policies(PACK, REGISTRY), found())
    assert (made.tags, made.retain_until, made.subjects.kinds) == ((), None, ())


@pytest.mark.parametrize(
    ("started", "until"),
    [
        ("2025-11-30T10:00:00+00:00", "2026-02-28"),
        ("2027-11-30T10:00:00+00:00", "2028-02-29"),
        ("2025-11-30T23:30:00+00:00", "2026-03-01"),  # 1 December in Oslo
    ],
)
def test_three_months_are_calendar_months_in_the_packs_zone(started: str, until: str) -> None:
    assert clocks(flow(policies(PACK, REGISTRY), message_time=at(started)), "connxio") == {"engine": (until, "running")}


def test_the_version_that_holds_on_the_local_day_governs() -> None:
    older = pack(version="2024-01-01", valid_from="2024-01-01", purposes=purposes("[{store: old, period: P1Y, anchor: message}]"))
    both = policies(PACK, older, REGISTRY)
    stores = {
        day: (made.policies[-1].version, sorted(map(str, clocks(made))))
        for day in ("2023-12-31", "2025-01-09", "2025-01-10")
        if (made := flow(both, message_time=at(f"{day}T12:00:00+00:00")))
    }
    assert stores == {
        "2023-12-31": ("2022-01-01", []),  # only the platform's
        "2025-01-09": ("2024-01-01", ["old"]),
        "2025-01-10": ("2025-01-10", ["accounting", "engine"]),
    }


def test_the_last_hour_of_a_local_day_belongs_to_it() -> None:
    made = flow(policies(PACK, REGISTRY), message_time=at("2025-01-09T23:30:00+00:00"))  # 00:30 on the 10th in Oslo
    assert made.policies[-1].version == "2025-01-10"


def test_a_purpose_without_retention_is_unstated() -> None:
    made = flow(policies(pack(purposes="[{purpose: dpv:ServiceProvision, cite: §2}]"), REGISTRY))
    (tag,) = [t for t in made.tags if t.pack == "webshop-no"]
    assert (tag.store, tag.period, tag.anchor, tag.until, tag.state, tag.citation) == (None, None, None, None, "unstated", "§2")


def test_a_platform_without_a_figure_says_unstated() -> None:
    made = flow(policies(), platform="connectmyapps", steps=("connectmyapps.run",))
    assert [(t.pack, t.store, t.state, t.citation) for t in made.tags] == [("connectmyapps", None, "unstated", "§2.1")]


@pytest.mark.parametrize(
    ("anchor", "body", "expected"),
    [
        ("purchase", {"order": {"date": "2025-10-31"}}, ("2026-01-31", "running")),
        ("purchase", {"order": {"date": "2025-10-31T23:30:00Z"}}, ("2026-02-01", "running")),  # 1 November in Oslo
        ("purchase", {"order": {"date": "10/31/2025"}}, ("2026-01-31", "running")),
        ("purchase", {"order": {"date": "0001-01-01T00:00:00"}}, (None, "open")),
        ("purchase", {"order": {"date": "soon"}}, (None, "open")),
        ("purchase", {"order": [{"date": "2025-10-31"}, {"date": "2025-10-31"}]}, (None, "open")),  # not at this path
        ("purchase", {}, (None, "open")),
        ("contract-end", {"order": {"date": "2025-10-31"}}, (None, "open")),
        ("external", {}, (None, "open")),
    ],
)
def test_an_anchor_is_read_where_the_registry_names_it(anchor: str, body: dict[str, Any], expected: tuple[str | None, str]) -> None:
    text = pack(purposes=purposes(f"[{{store: s, period: P3M, anchor: {anchor}}}]"))
    assert clocks(flow(policies(text, REGISTRY), body=ORDER | body)) == {"s": expected}


@pytest.mark.parametrize(("dates", "expected"), [(["2025-10-31"] * 2, "running"), (["2025-10-31", "2025-11-01"], "open")])
def test_several_dates_are_one_only_where_they_agree(dates: list[str], expected: str) -> None:
    text = pack(purposes=purposes("[{store: s, period: P3M, anchor: purchase}]"))
    entry = registry(facts="{anchors: {purchase: '$.lines[*].bought'}}")
    made = flow(policies(text, entry), body=ORDER | {"lines": [{"bought": d} for d in dates]})
    assert clocks(made)["s"][1] == expected


CLAIM = {"dispute": {"claim": "C-7", "reviewDate": "2026-06-01"}}


@pytest.mark.parametrize(
    ("body", "email", "account"),
    [
        (CLAIM, "running", "held"),
        ({"dispute": {"claim": "C-7"}}, "running", "running"),  # a hold needs its review date
        ({"dispute": {"reviewDate": "2026-06-01"}}, "running", "running"),  # and its claim
        ({"dispute": {"claim": "", "reviewDate": "2026-06-01"}}, "running", "running"),
        ({"dispute": {"claim": "C-7", "reviewDate": "later"}}, "running", "running"),
        ({}, "running", "running"),
    ],
)
def test_a_claim_holds_the_part_that_it_bounds(body: dict[str, Any], email: str, account: str) -> None:
    text = pack(
        categories="{open: false, declared: [pd:Contact, pd:BankAccount]}", purposes=purposes("[{store: s, period: P3M, anchor: message}]")
    )
    made = flow(policies(text, REGISTRY), found(EMAIL, PAYMENT), body=ORDER | body)
    states = {t.category: t.state for t in made.tags if t.pack == "webshop-no"}
    assert states == {"pd:EmailAddress": email, "pd:BankAccount": account}


def test_a_claim_without_a_part_holds_every_clock_that_runs() -> None:
    text = pack(purposes=purposes("[{store: s, period: P3M, anchor: message}, {store: o, period: P3M, anchor: contract-end}]"))
    made = flow(policies(text, registry(facts="{hold: {path: $.dispute.claim, review: $.dispute.reviewDate}}")), body=ORDER | CLAIM)
    assert clocks(made) == {"s": (None, "held"), "o": (None, "open")}
    assert made.retain_until is None


def test_a_figure_agreed_in_the_contract_overrides_the_platforms_standard() -> None:
    entry = registry(contract="{sender: ERP, receiver: Carrier, retention: [{store: engine, period: P14D, anchor: message}]}")
    (tag,) = [t for t in flow(policies(PACK, entry)).tags if t.pack == "connxio"]
    assert (tag.store, tag.until, tag.citation) == ("engine", "2025-12-14", "registry orders-erp-to-carrier")


def test_what_is_ours_and_not_the_documents_says_so() -> None:
    text = pack(purposes=purposes("[{store: a, period: P1Y, anchor: message, inferred: true}, {store: b, period: P1Y, anchor: message}]"))
    made = flow(policies(text, REGISTRY))
    assert {t.store: t.citation for t in made.tags if t.pack == "webshop-no"} == {"a": "§2 (inferred)", "b": "§2"}


def test_rows_are_one_per_category_purpose_store_and_pack_and_null_comes_first() -> None:
    text = pack(
        purposes="[{purpose: dpv:ServiceProvision, retention:"
        " [{store: s, period: P1Y, anchor: message}, {store: s, period: P2Y, anchor: message}]}, {purpose: dpv:Marketing}]",
        retention="[{store: all, period: P9Y, anchor: message}]",
    )
    made = flow(policies(text, REGISTRY), found(EMAIL, NAME, NUMBER, EMAIL))
    assert [(t.category, t.purpose, t.store, t.period) for t in made.tags if t.category == "pd:Name"] == [
        ("pd:Name", None, "all", "P9Y"),
        ("pd:Name", None, "engine", "P3M"),
        ("pd:Name", "dpv:Marketing", None, None),
        ("pd:Name", "dpv:ServiceProvision", "s", "P1Y"),
    ]
    keys = [tuple((v is not None, v or "") for v in (t.category, t.purpose, t.store, t.pack)) for t in made.tags]
    assert keys == sorted(keys)


def test_subjects_are_of_the_kinds_that_the_applying_purposes_name() -> None:
    text = pack(
        purposes="[{purpose: dpv:ServiceProvision, subjects: [dpv:User, dpv:Customer], categories: [pd:EmailAddress]},"
        " {purpose: dpv:Marketing, subjects: [dpv:Subscriber], when: {document_type: Newsletter}},"
        " {purpose: dpv:PersonnelHiring, subjects: [dpv:JobApplicant], categories: [pd:TelephoneNumber]}]"
    )
    assert flow(policies(text, REGISTRY), found(EMAIL)).subjects.kinds == ("dpv:Customer", "dpv:User")
