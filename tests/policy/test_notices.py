"""Situations of the five notices: a message that is lawful there, one that is not, and one that leaves it open."""

from pathlib import Path
from typing import Any

import pytest

from schemas.flow import Flow
from streams.policy.load import load
from tests.inspect.tag.build import Seen, at, flow, found, policies, rules

MAIL: Seen = ("$.email", "EMAIL_ADDRESS")
FACTS = """\
    facts:
      anchors:
        {purchase: $.purchased, contact: $.contacted, handled: $.handled, withdrawal: $.withdrawn, last-activity: $.lastLogin,
         account-closure: $.closed, contract-end: $.ended, collection: $.collected}
      consent: {path: $.consent, yes: ["true"], no: ["false"]}
      customer: {path: $.customer, yes: ["true"], no: ["false"]}
      important: {path: $.important, yes: ["true"], no: ["false"]}
      source-public: {path: $.public, yes: ["true"], no: ["false"]}
      source-consent: {path: $.shared, yes: ["true"], no: ["false"]}
"""


def judged(pack: str, context: str, seen: tuple[Seen, ...], body: dict[str, Any], endpoint: str = "", day: str = "2024-03-01") -> Flow:
    entry = f"flows:\n  - id: own\n    match: {{platform: generic}}\n    controller: {pack}\n    context: {context}\n"
    policy = policies(f"{entry}    contract: {{receiver: [], endpoints: [{endpoint}]}}\n{FACTS}")
    started = at(f"{day}T12:00:00+00:00")
    return flow(policy, found(*seen), body=body, platform="generic", document_type="Any", receiver="Google LLC", message_time=started)


def rows() -> list[list[str]]:
    """The lines of notices.txt, cut at their bars; `-` is nothing."""
    lines = Path(__file__).with_name("notices.txt").read_text("utf-8").splitlines()
    return [["" if cell.strip() == "-" else cell.strip() for cell in line.split("|")] for line in lines if line and line[0] != "#"]


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row[0]}: {row[1]}") for row in rows()])
def test_a_row_of_a_notice_is_held_against_a_message(row: list[str]) -> None:
    pack, _, context, seen, facts, bases, clocks, speak = row
    body = dict(fact.split("=") for fact in facts.split())
    made = judged(pack, context, tuple(seen.split()), body)
    assert set(rules(made)) == set(filter(None, speak.split(", ")))
    assert {(tag.legal_basis or "unstated").removeprefix("eu-gdpr:") for tag in made.tags} == set(bases.split())
    assert {f"{tag.store or '-'} {tag.until or tag.state}" for tag in made.tags} == set(filter(None, clocks.split(", ")))


@pytest.mark.parametrize("pack", ["connxio-own", "connectmyapps-own", "connectis", "conneqtech", "superoffice"])
def test_every_context_of_a_notice_has_a_row_here(pack: str) -> None:
    held = load(None).packs[pack][0].pack
    assert set(held.contexts) == {row[2] for row in rows() if row[0] == pack}
    assert {context for p in held.purposes for context in p.when.context} == set(held.contexts)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-06-01", {}),
        ("2020-07-15", {}),
        ("2020-07-16", {"transfer.safeguard-void": "violation"}),
        ("2021-06-01", {"transfer.safeguard-void": "violation"}),
        ("2024-06-01", {"transfer.safeguard-void": "violation"}),
    ],
)
def test_connectis_analytics_stands_on_the_privacy_shield_until_it_fell(day: str, expected: dict[str, str]) -> None:
    seen = (("$.agent", "BROWSING", {"category": "pd:BrowsingBehaviour"}),)
    made = judged("connectis", "analytics", seen, {}, endpoint="{host: www.google-analytics.com, country: US}", day=day)
    assert rules(made) == expected


def test_conneqtech_names_three_safeguards_of_which_two_stand() -> None:
    made = judged("conneqtech", "e-mail", (MAIL,), {}, endpoint="{host: example.freshdesk.example, country: US}")
    assert rules(made) == {}
    assert any("Privacy Shield" in defect.says for defect in load(None).packs["conneqtech"][0].pack.defects)


def test_superoffice_names_no_safeguard_for_a_country() -> None:
    made = judged("superoffice", "survey", (MAIL,), {}, endpoint="{host: survey.example, country: US}")
    assert rules(made) == {"transfer.no-safeguard": "gap"}


def test_a_customers_crm_is_not_governed_by_superoffices_own_statement() -> None:
    registry = "flows: [{id: hooks, match: {platform: superoffice}, controller: tenant, processor: superoffice-crm, contract: {}}]"
    made = flow(policies(registry), found(MAIL), platform="superoffice", document_type="Any")
    assert (made.controller, made.processor) == ("tenant", "superoffice-crm")
    assert rules(made) == {"controller.no-instructions": "gap"}
    assert {(t.pack, t.purpose, t.store, t.state) for t in made.tags} == {("superoffice-crm", None, "crm", "unstated")}
