"""The promises of a Flow, each held by one small record."""

import base64
import json

import pytest

from tests.river.conftest import Inspect


def rules(flow: dict) -> set[str]:
    return {v["rule"] for v in flow["verdicts"]} | {v["rule"] for row in flow["personal_data"] for v in row["verdicts"]}


def rows(flow: dict) -> set[tuple[str, str, str]]:
    return {(r["place"], r["path"], r["entity"]) for r in flow["personal_data"]}


def test_personal_data_in_an_unknown_flow_is_unregistered_and_nothing_else_is_said_of_registry_or_controller(flows: Inspect) -> None:
    (flow,) = flows({"customer": {"email": "kari@example.org"}})
    assert rules(flow) == {"flow.unregistered"}
    assert (flow["controller"], flow["integration"]["id"], flow["verdict"]) == (None, "generic:t", "gap")


def test_a_message_without_personal_data_that_was_scanned_in_full_is_compliant(flows: Inspect) -> None:
    (flow,) = flows({"sku": "AB-1", "stock": 12, "updated": "2025-03-01T10:00:00Z", "id": "7d4e0000-0000-4000-8000-000000000001"})
    assert (flow["verdict"], flow["verdicts"], flow["personal_data"], flow["tags"]) == ("compliant", [], [], [])


def test_an_organisation_number_alone_asserts_no_person(flows: Inspect) -> None:
    (flow,) = flows({"supplier": {"organisasjonsnummer": "974760673", "orgNr": "974 760 673"}})
    assert flow["personal_data"] == []


@pytest.mark.parametrize(
    ("value", "scanned", "reason", "verdict"),
    [
        (b"", "full", "empty", "compliant"),
        (None, "full", "tombstone", "compliant"),
        (b'{"a": ', "partial", "json.invalid", "gap"),
        (b"[1, 2", "partial", "json.invalid", "gap"),
        (b'{"a": "\xff\xfe"}', "partial", "utf8.invalid", "gap"),
        (b"<Invoice><Name>x</Name>", "partial", "xml.invalid", "gap"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "opaque", "content.binary", "gap"),
        (b"[" * 10_000 + b"]" * 10_000, "partial", "budget.depth", "gap"),
    ],
)
def test_what_could_not_be_read_is_said_and_is_never_compliant(
    flows: Inspect, value: bytes | None, scanned: str, reason: str, verdict: str
) -> None:
    (flow,) = flows(value)
    assert (flow["coverage"]["scanned"], flow["verdict"]) == (scanned, verdict)
    assert reason in flow["coverage"]["reasons"]
    assert (f"coverage.{scanned}" in rules(flow)) == (scanned != "full")


def test_the_rows_of_an_xml_body_have_its_elements_as_paths(flows: Inspect) -> None:
    (flow,) = flows(
        b"<Invoice><Contact><Email>kari@example.org</Email></Contact><Contact><Email>per@example.org</Email></Contact></Invoice>"
    )
    assert flow["coverage"]["scanned"] == "full"
    assert rows(flow) == {("body", "/Invoice/Contact/Email", "EMAIL_ADDRESS")}
    assert (flow["personal_data"][0]["count"], flow["subjects"]["count"]) == (2, 2)


def test_broken_json_is_still_scanned_as_text(flows: Inspect) -> None:
    (flow,) = flows(b'{"email": "kari@example.org", ')
    assert ("body", "$", "EMAIL_ADDRESS") in rows(flow)


def test_every_index_is_folded_and_the_findings_counted(flows: Inspect) -> None:
    (flow,) = flows({"people": [{"email": f"p{i}@example.org"} for i in range(5)]})
    (row,) = flow["personal_data"]
    assert (row["path"], row["count"], flow["subjects"]["count"]) == ("$.people[*].email", 5, 5)


def test_a_document_inside_a_string_goes_on_after_an_exclamation_mark(flows: Inspect) -> None:
    (flow,) = flows({"note": json.dumps({"customer": {"email": "kari@example.org"}})})
    assert ("body", "$.note!$.customer.email", "EMAIL_ADDRESS") in rows(flow)


def test_an_object_key_that_is_personal_is_masked_and_is_a_row(flows: Inspect) -> None:
    (flow,) = flows({"members": {"kari@example.org": {"role": "admin"}}})
    assert ("object_key", "$.members['<EMAIL_ADDRESS>']", "EMAIL_ADDRESS") in rows(flow)
    assert "kari" not in json.dumps(flow)


def test_a_sender_that_is_a_person_is_masked_and_never_an_id(flows: Inspect) -> None:
    record = {
        "id": "run-1",
        "correlationId": "c-1",
        "flow": "sync kari@example.org",
        "documentType": "Customer",
        "sender": "kari@example.org",
        "receiver": "CRM",
        "status": "Success",
        "startedAt": "2025-11-30T10:00:00Z",
        "endedAt": "2025-11-30T10:00:01Z",
        "level": "Info",
        "message": "ok",
        "payload": {"stock": 1},
        "payloadEncoding": "json",
    }
    (flow,) = flows(record, topic="connectmyapps.runs")
    assert flow["platform"] == "connectmyapps"
    assert flow["integration"]["sender"] == "<EMAIL_ADDRESS>"
    assert flow["integration"]["id"] == "connectmyapps:connectmyapps.runs"
    assert "kari" not in json.dumps(flow)
    assert {r["place"] for r in flow["personal_data"]} == {"envelope"}


def test_customer_and_order_numbers_in_a_run_record_are_found(flows: Inspect) -> None:
    (flow,) = flows(
        {
            "id": "run-2",
            "flow": "f",
            "documentType": "Order",
            "sender": "Shop",
            "receiver": "ERP",
            "status": "Success",
            "startedAt": "2025-11-30T10:00:00Z",
            "payload": json.dumps({"kundenummer": "100234", "ordrenummer": "55012"}),
            "payloadEncoding": "text",
        }
    )
    assert {(r["path"], r["entity"]) for r in flow["personal_data"]} == {
        ("$.kundenummer", "CUSTOMER_NUMBER"),
        ("$.ordrenummer", "ORDER_NUMBER"),
    }


def test_headers_keys_and_file_names_are_places_of_their_own(flows: Inspect) -> None:
    archeo = {
        "transactionId": "t-1",
        "transactionType": "Customer",
        "processed": "2025-11-30T10:00:00Z",
        "sender": "A",
        "receiver": "B",
        "bodyContent": base64.b64encode(b'{"stock": 1}').decode(),
        "metadata": {"inboundFileName": "kari@example.org.json", "dataCollection": json.dumps({"lookup": {"email": "per@example.org"}})},
    }
    (flow,) = flows(archeo, key=b"ola@example.org", headers=(("x-user", b"eva@example.org"),))
    assert {
        ("filename", "$.metadata.inboundFileName", "EMAIL_ADDRESS"),
        ("header", "x-user", "EMAIL_ADDRESS"),
        ("key", "$", "EMAIL_ADDRESS"),
    } <= rows(flow)
    assert ("lookup", "$.metadata.dataCollection!$.lookup.email", "EMAIL_ADDRESS") in rows(flow)


def test_a_list_of_archeo_steps_gives_one_flow_per_step_and_the_key_stands_in_part_0(flows: Inspect) -> None:
    body = base64.b64encode(b"{}").decode()
    step = {"transactionId": "t", "transactionType": "Order", "processed": "2025-11-30T10:00:00Z", "bodyContent": body}
    found = flows([step, step, step], key=b"ola@example.org")
    assert [f["part"] for f in found] == [{"index": i, "of": 3} for i in range(3)]
    assert [len(f["personal_data"]) for f in found] == [1, 0, 0]
    assert len({f["id"] for f in found}) == 3


def test_an_empty_list_is_one_flow(flows: Inspect) -> None:
    (flow,) = flows([])
    assert flow["part"] == {"index": 0, "of": 1}


def test_switched_off_content_is_a_reference(flows: Inspect) -> None:
    (flow,) = flows(
        {
            "transactionId": "t",
            "transactionType": "Order",
            "processed": "2025-11-30T10:00:00Z",
            "contentURI": "https://blob.example/x?sig=abc",
        }
    )
    assert (flow["coverage"]["scanned"], "coverage.reference" in rules(flow)) == ("reference", True)
    assert "sig=abc" not in json.dumps(flow)


def test_the_internal_contract_holds_its_parties_as_an_unordered_pair(flows: Inspect) -> None:
    record = {
        "interchangeId": "i-1",
        "eventOrigin": "InboundInteractionEngine",
        "eventFired": "2025-11-30T10:00:00.1234567Z",
        "transactionType": "Order",
        "senderId": "Carrier",
        "receiverId": "ERP",
        "direction": "inbound",
        "logLevel": "Standard",
        "message": "received",
        "status": "Success",
        "secondaryContent": json.dumps({"customer": {"email": "kari@example.org"}}),
        "metadata": {"configCorrelationId": "5d0c0000-0000-4000-8000-000000000001"},
    }
    (flow,) = flows(record)
    assert (flow["envelope"], flow["integration"]["id"]) == (["connxio.internal"], "orders-erp-to-carrier")
    assert "contract.party" not in rules(flow)


def test_a_record_that_carries_our_headers_says_so(flows: Inspect) -> None:
    (flow,) = flows({"stock": 1}, headers=(("spor-flow-id", b"f_x"),))
    assert flow["coverage"]["reasons"] == ["already-tagged"]


def test_a_masked_value_is_a_row_that_says_so(flows: Inspect) -> None:
    (flow,) = flows({"customer": {"email": "ka***@example.org"}})
    assert [(r["entity"], r["state"]) for r in flow["personal_data"]] == [("EMAIL_ADDRESS", "masked")]
