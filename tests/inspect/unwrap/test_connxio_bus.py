"""ConnXio's other messages: status events, resend requests, Service Bus messages, and a signed URL as a whole message."""

from typing import Any

import pytest

from streams.inspect.words import Envelope
from tests.inspect.unwrap.samples import beside, bus_message, only, resend, status_event, words
from tests.messages import FLOW_ID, INTERCHANGE, ORDER, RECORDED, STARTED, archeo, b64, claim_check, pascal, record, text

URL = claim_check()["SasUri"]


def is_reference(envelope: Envelope) -> bool:
    return envelope.body.absent and envelope.reasons == ("content.absent",)


def test_a_status_event_gives_its_flow_result_and_origin() -> None:
    envelope = only(record(status_event()))
    assert (envelope.platform, envelope.steps, envelope.message_time) == ("connxio", ("connxio.status",), STARTED + 123)
    assert words(envelope) == {"flow_id": FLOW_ID, "status": "Error", "step": "Transformation"}
    assert envelope.test


def test_a_status_event_s_error_is_scanned_as_one_and_its_message_as_status() -> None:
    found = beside(only(record(status_event())))
    assert found["$.Error.ExceptionName"] == ("error", "System.Exception: kari@example.org")
    assert found["$.Message"] == ("status", "Mapping failed for kari@example.org")
    assert found["$.Metadata.inboundFileName"] == ("filename", "order_10042.json")


def test_a_status_event_never_had_content_so_none_is_missing() -> None:
    envelope = only(record(status_event()))
    assert (envelope.reasons, envelope.body.absent, envelope.body.data) == ((), False, None)


def test_a_resend_request_names_the_step_that_is_sent_again() -> None:
    envelope = only(record(resend()))
    assert (envelope.platform, envelope.steps, envelope.resend) == ("connxio", ("connxio.resend",), 1)
    assert words(envelope) == {
        "flow_id": FLOW_ID,
        "sender": "ERP",
        "receiver": "CRM",
        "document_type": "Order",
        "step": "Inbound",
        "status": "Resendable",
        "interchange": INTERCHANGE,
    }
    assert is_reference(envelope)


def test_a_resend_restarts_no_clock() -> None:
    assert only(record(resend())).message_time == STARTED
    assert only(record(resend({"Metadata": {"started": "11/30/2025 9:59:59 AM"}}))).message_time == STARTED - 1000


def test_a_resend_without_a_step_s_time_counts_from_its_own() -> None:
    assert only(record(resend({"Processed": "0001-01-01T00:00:00"}))).message_time == STARTED + 424_800_000  # five days less two hours
    assert only(record(resend({"Processed": None}, ResendDateTime=None))).message_time == RECORDED


def test_a_resend_request_s_signed_url_loses_its_query_as_an_endpoint() -> None:
    envelope = only(record(resend()))
    assert envelope.endpoints == ("https://store.blob.example.net/in/order_10042.json",)
    found = beside(envelope)
    assert found["$.ContentSasUri"] == ("url", URL)
    assert found["$.LogStepMetaData.Description"] == ("status", "Order from kari@example.org")
    assert found["$.LogStepMetaData.FileName"][0] == "filename"


def test_a_bus_message_takes_its_interchange_from_the_sender_s_properties() -> None:
    envelope = only(record(bus_message()))
    assert (envelope.platform, envelope.steps, envelope.message_time) == ("connxio", ("connxio.service-bus",), STARTED)
    assert words(envelope) == {"interchange": INTERCHANGE, "correlation": "corr-0001"}
    found = beside(envelope)
    assert found["$.MessageId"] == ("metadata", "m-0001")
    assert found["$.ApplicationProperties.customer"] == ("property", "Kari Eksempel")


def test_a_dead_letter_s_reason_and_description_are_error_texts() -> None:
    found = beside(only(record(bus_message())))
    assert found["$.DeadLetterReason"][0] == "error"
    assert found["$.DeadLetterErrorDescription"] == ("error", "no customer kari@example.org")


@pytest.mark.parametrize("properties", [None, "kari@example.org", ["kari@example.org"], 17, {}])
def test_a_bus_message_without_such_properties_is_named_by_its_id(properties: object) -> None:
    envelope = only(record(bus_message(ApplicationProperties=properties)))
    assert words(envelope)["interchange"] == "m-0001"
    assert ("kari@example.org" in str(properties)) == ("kari@example.org" in [leaf.text for leaf in envelope.beside])


@pytest.mark.parametrize("body", [text(ORDER), b64(ORDER)])
def test_a_bus_message_s_content_may_be_text_or_base64(body: str) -> None:
    envelope = only(record(bus_message(body)))
    assert (envelope.reasons, envelope.body.tree is not None) == ((), True)


def test_a_log_step_inside_a_bus_message_is_opened() -> None:
    assert only(record(bus_message(archeo()))).steps == ("connxio.service-bus", "connxio.archeo")


@pytest.mark.parametrize("body", [URL, b64(URL), f'"{URL}"', f" {URL}\n"])
def test_a_bus_message_whose_content_is_a_signed_url_is_a_reference(body: str) -> None:
    envelope = only(record(bus_message(body)))
    assert envelope.steps == ("connxio.service-bus", "connxio.claim-check")
    assert is_reference(envelope)
    assert words(envelope)["interchange"] == INTERCHANGE
    assert beside(envelope)["$.BodyContent"] == ("url", URL)
    assert envelope.endpoints == ("https://store.blob.example.net/in/order_10042.json",)


def test_a_bus_message_without_content_is_a_reference_where_the_topic_is_connxio_s() -> None:
    assert is_reference(only(record(bus_message(None), adapter="connxio")))
    assert only(record(bus_message(None))).platform == "generic"


@pytest.mark.parametrize("value", [URL, f'"{URL}"', f"\ufeff{URL}\r\n"])
def test_a_bare_signed_url_is_a_claim_check_also_in_quotes_or_behind_a_mark(value: str) -> None:
    for raw in (record(value, adapter="connxio"), record(value, headers=[("interchangeId", INTERCHANGE.encode())])):
        envelope = only(raw)
        assert (envelope.steps, is_reference(envelope)) == (("connxio.claim-check",), True)
        assert [leaf.text for leaf in envelope.beside if leaf.place == "url"] == [URL]
    assert words(envelope) == {"interchange": INTERCHANGE}


@pytest.mark.parametrize("value", [f"{URL} {URL}", "https://store.blob.example.net/in/order.json", "sig=", f"{URL}{'x' * 5000}"])
def test_a_url_that_signs_nothing_or_is_not_alone_claims_nothing(value: str) -> None:
    assert only(record(value, adapter="connxio")).reasons == ("envelope.invalid",)


@pytest.mark.parametrize("message", [status_event(), resend(), bus_message()])
def test_both_casings_say_the_same(message: dict[str, Any]) -> None:
    lower = {name[:1].lower() + name[1:]: value for name, value in message.items()}
    for other in (lower, pascal(message)):
        assert words(only(record(other))) == words(only(record(message)))
        assert only(record(other)).steps == only(record(message)).steps
