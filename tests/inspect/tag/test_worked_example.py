"""One message, worked through: its pack, its registry entry, every field of the Flow."""

import json

from streams.inspect.tag.tag import tag
from streams.inspect.words import Leaf
from tests.inspect.tag.build import EMAIL, NAME, NUMBER, PACK, REGISTRY, found, message, policies, raw

BASIS = ("dpv:FulfilmentOfContractualObligation", "eu-gdpr:A6-1-b")
DESCRIPTION = Leaf("status", ("description",), "Order from kari@example.org")


def test_an_order_to_a_party_outside_its_contract() -> None:
    findings = found(EMAIL, NAME, NUMBER, ("$.description", "EMAIL_ADDRESS", {"place": "status"}))
    made = tag(raw(), message(receiver="CRM", beside=[DESCRIPTION]), findings, policies(PACK, REGISTRY), "d1")
    flow = json.loads(made.canonical())
    assert flow["id"] == "f_jht3pgdbavf56a365unqznhwu7"
    assert (flow["revision"], flow["part"], flow["platform"], flow["envelope"]) == (0, {"index": 0, "of": 1}, "connxio", ["connxio.archeo"])
    assert (flow["controller"], flow["processor"]) == ("webshop-no", "connxio")
    assert flow["integration"] == {
        "id": "orders-erp-to-carrier",
        "name": None,
        "sender": "ERP",
        "receiver": "CRM",
        "document_type": "Order",
        "step": "Inbound",
        "direction": None,
        "status": "Success",
    }
    assert flow["interchange"] == {"id": "7d4e0000-0000-4000-8000-000000000001", "correlation": None, "resend": None}
    assert flow["message_time"] == 1764496800000
    assert flow["subjects"] == {"count": 1, "kinds": ["dpv:Customer"]}
    assert [(r["place"], r["path"], r["category"], r["entity"], r["count"], r["state"], r["verdicts"]) for r in flow["personal_data"]] == [
        ("body", "$.customer.email", "pd:EmailAddress", "EMAIL_ADDRESS", 1, "clear", []),
        ("body", "$.customer.name", "pd:Name", "PERSON", 1, "clear", []),
        ("body", "$.orderNumber", "pd:Transaction", "ORDER_NUMBER", 1, "clear", []),
        ("status", "$.description", "pd:EmailAddress", "EMAIL_ADDRESS", 1, "clear", []),
    ]
    per_category = [
        (None, None, "engine", "P3M", "message", "2026-02-28", "running", "connxio", "§4"),
        (*BASIS, "accounting", "P5Y", "fiscal-year-end", "2030-12-31", "running", "webshop-no", "§2"),
        (*BASIS, "engine", "P3M", "message", "2026-02-28", "running", "webshop-no", "§2"),
    ]
    fields = ("purpose", "legal_basis", "store", "period", "anchor", "until", "state", "pack", "citation")
    assert [(t["category"], *(t[f] for f in fields)) for t in flow["tags"]] == [
        (category, *row) for category in ("pd:EmailAddress", "pd:Name", "pd:Transaction") for row in per_category
    ]
    assert (flow["purposes"], flow["legal_bases"], flow["retain_until"]) == ([BASIS[0]], [BASIS[1]], "2026-02-28")
    assert flow["verdicts"] == [
        {"verdict": "violation", "rule": "contract.party", "source": "contract", "citation": "registry orders-erp-to-carrier", "path": None}
    ]
    assert (flow["verdict"], flow["coverage"]["scanned"], flow["coverage"]["leaves"]) == ("violation", "full", 6)
    assert flow["coverage"]["bytes"] == sum(map(len, ("SO-10042", "Kari Eksempel", "kari@example.org", "7038010009457", "2"))) + len(
        DESCRIPTION.text
    )
    assert flow["policies"] == [{"id": "connxio", "version": "2022-01-01"}, {"id": "webshop-no", "version": "2025-01-10"}]
    assert (flow["detector"], flow["reproducible"]) == ("d1", True)
    assert flow["registry"].startswith("sha256:")


def test_the_same_message_gives_the_same_bytes() -> None:
    findings = found(EMAIL, NAME, NUMBER)
    first, second = (tag(raw(), message(), findings, policies(PACK, REGISTRY), "d1").canonical() for _ in range(2))
    assert first == second
