"""What the shipped packs promise, held against traffic: each line is a fact of the notice that the pack is written from."""

from typing import Any

import pytest

from schemas.entities import ENTITY_CATEGORY, NATIONAL_IDS, TEST_POPULATIONS
from schemas.law import NATIONAL_ID_LAW
from streams.policy.check import errors, warnings
from streams.policy.load import gather, load
from tests.inspect.tag.build import EMAIL, NAME, Seen, at, flow, found, policies, rules

CONNXIO_OWN = "flows: [{id: own, match: {platform: connxio}, controller: connxio-own, contract: {}}]"
CMA_OWN = """\
flows:
  - id: own
    match: {platform: connectmyapps}
    controller: connectmyapps-own
    contract: {}
    facts:
      anchors: {contract-end: $.endedAt, collection: $.collectedAt, withdrawal: $.withdrawnAt}
      consent: {path: $.consent, yes: ["true"], no: ["false"]}
      source-public: {path: $.public, yes: ["true"], no: ["false"]}
"""


def test_the_shipped_packs_are_in_order_and_leave_nothing_unmeant() -> None:
    read = gather(None)
    assert (errors(read), warnings(read)) == ([], [])


def test_every_shipped_item_says_where_the_notice_has_it() -> None:
    for held in (version for versions in load(None).packs.values() for version in versions):
        pack = held.pack
        assert pack.source.document and pack.source.date and pack.valid_from and pack.categories.cite, pack.pack
        cited: list[Any] = [*pack.purposes, *pack.retention, *pack.recipients, *pack.transfers, *pack.promises, *pack.defects]
        cited += [r for p in pack.purposes for r in p.retention]
        assert all(item.cite for item in cited), pack.pack


@pytest.mark.parametrize(("pack", "role"), [("connxio", "processor"), ("connectmyapps", "processor")])
def test_a_platforms_pack_gives_no_purposes(pack: str, role: str) -> None:
    (held,) = load(None).packs[pack]
    assert (held.pack.role, held.pack.purposes) == (role, ())


@pytest.mark.parametrize(
    ("pack", "contexts"),
    [
        ("connxio-own", "inquiry account support"),
        ("connectmyapps-own", "website enquiry registration account lead newsletter marketing dispute security accounting"),
    ],
)
def test_a_platforms_own_processing_is_by_context(pack: str, contexts: str) -> None:
    (held,) = load(None).packs[pack]
    assert (held.pack.role, " ".join(held.pack.contexts)) == ("controller", contexts)


def cma(body: dict[str, Any], *seen: Seen, document_type: str) -> Any:
    return flow(policies(CMA_OWN), found(*seen), body=body, platform="connectmyapps", document_type=document_type, flow_id="f")


def told(made: Any, pack: str) -> list[tuple[Any, ...]]:
    return [(t.purpose, t.legal_basis, t.store, t.until, t.state, t.citation) for t in made.tags if t.pack == pack]


def test_connxio_keeps_traffic_three_months_and_before_its_notice_promised_nothing() -> None:
    assert told(flow(policies()), "connxio") == [(None, None, "engine", "2026-02-28", "running", "§4")]
    assert flow(policies(), message_time=at("2021-12-31T12:00:00+00:00")).tags == ()


def test_a_password_over_connxio_is_declared_and_a_security_finding() -> None:
    made = flow(policies(CONNXIO_OWN), found("PASSWORD"), document_type="Account")
    assert rules(made) == {"secret.in-payload": "gap"}


def test_an_inquiry_to_connxio_is_weighed_and_has_no_figure() -> None:
    made = flow(policies(CONNXIO_OWN), found(EMAIL), document_type="Inquiry")
    assert told(made, "connxio-own") == [("dpv:CommunicationForCustomerCare", "eu-gdpr:A6-1-f", None, None, "unstated", "§4")]


def test_vital_interests_are_never_assigned() -> None:
    bases = {p.legal_basis for versions in load(None).packs.values() for held in versions for p in held.pack.purposes}
    assert not any(basis and basis.startswith("eu-gdpr:A6-1-d") for basis in bases)


def test_traffic_over_connectmyapps_has_no_figure_of_the_platform() -> None:
    made = flow(policies(), found(EMAIL), platform="connectmyapps", flow_id="customer-sync")
    assert told(made, "connectmyapps") == [(None, None, None, None, "unstated", "§2.1")]
    assert (made.processor, rules(made)) == ("connectmyapps", {"flow.unregistered": "gap"})


def test_account_data_goes_three_months_after_termination() -> None:
    made = cma({"endedAt": "2025-11-30"}, ("$.name", "PERSON"), document_type="Registration")
    assert told(made, "connectmyapps-own") == [
        ("dpv:ServiceRegistration", "eu-gdpr:A6-1-b", "account", "2026-02-28", "running", "§2.4 Storage period")
    ]
    open_ended = cma({}, ("$.name", "PERSON"), document_type="Registration")
    assert told(open_ended, "connectmyapps-own")[0][3:5] == (None, "open")


@pytest.mark.parametrize(
    ("body", "basis", "until", "expected"),
    [
        ({"public": True, "collectedAt": "2024-02-29"}, "eu-gdpr:A6-1-f", "2027-02-28", {}),
        ({"public": False, "consent": True}, "eu-gdpr:A6-1-a", None, {}),
        (
            {"public": False, "consent": False, "withdrawnAt": "2025-11-01"},
            "eu-gdpr:A6-1-a",
            "2025-11-01",
            {"requirement.refused": "violation"},
        ),
        ({"consent": True}, None, None, {"requirement.unknown": "gap"}),
    ],
)
def test_a_lead_is_kept_by_where_it_came_from(body: dict[str, Any], basis: str | None, until: str | None, expected: dict[str, str]) -> None:
    made = cma(body, ("$.name", "PERSON"), document_type="Lead")
    assert rules(made) == expected
    assert [(t[1], t[3]) for t in told(made, "connectmyapps-own")] == ([(basis, until)] if basis else [])


def test_the_anchor_of_a_public_lead_is_ours_and_says_so() -> None:
    made = cma({"public": True}, ("$.name", "PERSON"), document_type="Lead")
    assert told(made, "connectmyapps-own")[0][5] == "§2.4 Potential customers (inferred)"


@pytest.mark.parametrize(("consent", "basis"), [(True, ("eu-gdpr:A6-1-a",)), (False, ())])
def test_a_newsletter_stands_on_consent_or_on_a_basis_that_is_not_named(consent: bool, basis: tuple[str, ...]) -> None:
    made = cma({"consent": consent}, EMAIL, document_type="Newsletter")
    assert (made.legal_bases, rules(made)) == (basis, {})


def test_a_visit_to_the_website_declares_the_address_of_the_device() -> None:
    assert rules(cma({}, "IP_ADDRESS", document_type="WebVisit")) == {}
    assert rules(cma({}, "IP_ADDRESS", document_type="Enquiry")) == {"purpose.not-for-context": "gap"}
    assert rules(cma({}, "DATE_OF_BIRTH", document_type="Enquiry")) == {"category.undeclared": "gap"}  # an open list


def test_customer_and_order_numbers_are_personal_data_there() -> None:
    made = cma({}, ("$.customerNumber", "CUSTOMER_NUMBER"), ("$.orderNumber", "ORDER_NUMBER"), NAME, document_type="Invoice")
    assert rules(made) == {}
    assert made.purposes == ("dpv:LegalCompliance", "dpv:PaymentManagement")


def test_every_national_identifier_has_its_law() -> None:
    assert set(NATIONAL_ID_LAW) == NATIONAL_IDS
    assert ENTITY_CATEGORY.keys() >= NATIONAL_IDS
    assert TEST_POPULATIONS <= NATIONAL_IDS
