"""One message, worked through: an order to the wrong party, field by field."""

from tests.messages import archeo
from tests.river.conftest import Inspect

AT = {"cluster": "c1", "topic": "connxio.log", "topic_id": "ZxQv0d3hT2mJ1y8nB4kL9w", "partition": 2, "offset": 41}
BASIS = ("dpv:FulfilmentOfContractualObligation", "eu-gdpr:A6-1-b")


def test_an_order_to_a_party_outside_its_contract_is_told_with_all_its_tags(flows: Inspect) -> None:
    (flow,) = flows(archeo(), **AT)
    assert flow["id"] == "f_jht3pgdbavf56a365unqznhwu7"
    assert (flow["platform"], flow["envelope"], flow["controller"], flow["processor"]) == (
        "connxio",
        ["connxio.archeo"],
        "webshop-no",
        "connxio",
    )
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
    assert flow["verdict"] == "violation"
    assert flow["verdicts"] == [
        {"verdict": "violation", "rule": "contract.party", "source": "contract", "citation": "registry orders-erp-to-carrier", "path": None}
    ]
    assert (flow["coverage"]["scanned"], flow["coverage"]["reasons"]) == ("full", [])
    assert flow["policies"] == [{"id": "connxio", "version": "2022-01-01"}, {"id": "webshop-no", "version": "2025-01-10"}]
    assert flow["reproducible"] is True
