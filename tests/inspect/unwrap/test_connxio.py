"""ConnXio's records: both log contracts, the wrapper and the claim check, with the traps of real traffic."""

import base64
from typing import Any

import pytest

from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Envelope, RawMessage
from tests.messages import (
    CONTRACT_EXAMPLE,
    FLOW_ID,
    INTERCHANGE,
    ORDER,
    PROCESSED,
    RECORDED,
    STARTED,
    archeo,
    b64,
    claim_check,
    internal,
    metadata_object,
    pascal,
    record,
    text,
    wrapper,
)


def only(raw: RawMessage) -> Envelope:
    [envelope] = unwrap(raw)
    return envelope


def words(envelope: Envelope) -> dict[str, str]:
    return {name: word.text for name, word in envelope.words().items()}


def beside(envelope: Envelope) -> dict[str, tuple[str, str]]:
    return {render(leaf.path): (leaf.place, leaf.text) for leaf in envelope.beside}


def test_the_contract_s_example_is_unwrapped_as_it_is_worked_through() -> None:
    envelope = only(CONTRACT_EXAMPLE)
    assert (envelope.platform, envelope.steps, envelope.message_time) == ("connxio", ("connxio.archeo",), STARTED)
    assert words(envelope) == {
        "flow_id": FLOW_ID,
        "sender": "ERP",
        "receiver": "CRM",
        "document_type": "Order",
        "step": "Inbound",
        "status": "Success",
        "interchange": INTERCHANGE,
    }
    assert envelope.resend is None
    assert beside(envelope) == {
        "$.description": ("status", "Order from kari@example.org"),
        "$.metadata.inboundFileName": ("filename", "order_10042.json"),
    }


@pytest.mark.parametrize("step", [archeo(metadata=metadata_object()), internal(metadata=metadata_object()), wrapper()])
def test_both_casings_say_the_same(step: dict[str, Any]) -> None:
    camel, other = only(record(step)), only(record(pascal(step)))
    assert words(camel) == words(other)
    assert camel.message_time == other.message_time
    assert (camel.steps, camel.resend, camel.endpoints) == (other.steps, other.resend, other.endpoints)
    assert [(leaf.place, leaf.text) for leaf in camel.beside] != []
    assert [leaf.place for leaf in camel.beside] == [leaf.place for leaf in other.beside]


@pytest.mark.parametrize(
    ("step", "word"),
    [
        (archeo(receiver=None, recieverId="CRM"), "receiver"),
        (archeo(receiver=None, RecieverName="CRM"), "receiver"),
        (archeo(metadata={"configCorrelatioId": "CRM"}), "flow_id"),
        (archeo(messageType=None, inboundMesssageType="CRM"), "step"),
        (internal(receiverId=None, recieverId="CRM"), "receiver"),
    ],
)
def test_misspelt_keys_are_understood(step: dict[str, Any], word: str) -> None:
    assert words(only(record(step)))[word] == "CRM"


def test_a_list_of_log_steps_is_as_many_messages_and_paths_start_at_each() -> None:
    envelopes = unwrap(
        record([archeo(transactionId="a"), archeo(None, transactionId="b"), archeo(transactionId="c")], key=b"k", headers=[("h", b"v")])
    )
    assert [(e.part.index, e.part.of) for e in envelopes] == [(0, 3), (1, 3), (2, 3)]
    assert [words(e)["interchange"] for e in envelopes] == ["a", "b", "c"]
    assert [[leaf.place for leaf in e.beside if leaf.place in ("key", "header")] for e in envelopes] == [["header", "key"], [], []]
    assert all("$.description" in beside(e) for e in envelopes)


def test_one_log_step_that_does_not_fit_does_not_spoil_the_others() -> None:
    first, broken, last = unwrap(record([archeo(), "not a step", archeo()]))
    assert first.platform == last.platform == "connxio"
    assert (broken.platform, broken.reasons) == ("generic", ("envelope.invalid",))


def test_an_empty_list_is_one_message_of_the_platform() -> None:
    envelope = only(record([], adapter="connxio"))
    assert (envelope.platform, envelope.reasons) == ("connxio", ())
    assert only(record([])).platform == "generic"


def test_sender_and_receiver_of_the_internal_contract_are_an_unordered_pair() -> None:
    envelope = only(record(internal()))
    assert envelope.unordered_parties
    assert {envelope.sender.text, envelope.receiver.text} == {"ERP", "CRM"}  # type: ignore[union-attr]  # both are set
    assert not only(record(archeo())).unordered_parties


def test_the_internal_contract_s_own_words_are_step_and_direction() -> None:
    envelope = only(record(internal()))
    assert envelope.steps == ("connxio.internal",)
    assert (words(envelope)["step"], words(envelope)["direction"]) == ("InboundInteractionEngine", "inbound")
    assert beside(envelope)["$.message"][0] == "status"
    assert beside(envelope)["$.fileName"][0] == "filename"


def test_metadata_places_say_what_each_string_is() -> None:
    extra = {
        "errorMessage": "System.Exception: kari@example.org",
        "outboundRestResponse": "ok",
        "error": {"message": "gone"},
        "inboundFilePath": "/in/kari",
        "statusDescription": "late",
        "dataCollection": {"person": {"endpoint": "x"}},
    }
    found = {path: place for path, (place, _) in beside(only(record(archeo(metadata=metadata_object(**extra))))).items()}
    assert found == {
        "$.description": "status",
        "$.metadata.transactionType": "metadata",
        "$.metadata.interchangeId": "metadata",
        "$.metadata.inboundFileName": "filename",
        "$.metadata.inboundEndpoint": "url",
        "$.metadata.inboundAdapter": "metadata",
        "$.metadata.outboundFileName": "filename",
        "$.metadata.outboundEndpoint": "url",
        "$.metadata.outboundAdapter": "metadata",
        "$.metadata.dataCollection.person.endpoint": "lookup",
        "$.metadata.userDefinedProperties.customer": "property",
        "$.metadata.errorMessage": "error",
        "$.metadata.outboundRestResponse": "metadata",
        "$.metadata.error.message": "error",
        "$.metadata.inboundFilePath": "filename",
        "$.metadata.statusDescription": "status",
    }


def test_metadata_written_as_a_string_is_read_all_the_same() -> None:
    envelope = only(record(archeo(metadata=None) | {"metadata": text(metadata_object(manualResendCount="2"))}))
    assert words(envelope)["flow_id"] == FLOW_ID
    assert envelope.resend == 2
    assert envelope.message_time == STARTED
    assert beside(envelope)["$.metadata!$.inboundFileName"] == ("filename", "order_10042.json")


@pytest.mark.parametrize(
    ("metadata", "processed", "expected"),
    [
        ({"started": "2025-11-30T10:00:00Z"}, "2025-11-30T10:00:05.1234567Z", STARTED),
        ({"started": "11/30/2025 10:00:00 AM"}, "2025-11-30T10:00:05.1234567Z", STARTED),
        ({"started": "2025-11-30T11:00:00+01:00"}, "2025-11-30T10:00:05.1234567Z", STARTED),
        ({"started": "0001-01-01T00:00:00"}, "2025-11-30T10:00:05.1234567Z", PROCESSED),
        ({"started": "soon"}, "2025-11-30T10:00:05.1234567", PROCESSED),
        ({"started": None}, "2025-11-30T10:00:05.1234567Z", PROCESSED),
        ({"started": "0001-01-01T00:00:00"}, "0001-01-01T00:00:00", RECORDED),
        ({}, "never", RECORDED),
    ],
)
def test_retention_counts_from_the_start_else_the_step_else_the_record(metadata: dict[str, Any], processed: str, expected: int) -> None:
    assert only(record(archeo(metadata=metadata, processed=processed))).message_time == expected


def test_a_date_that_cannot_be_read_is_scanned_as_the_text_that_it_is() -> None:
    envelope = only(record(archeo(processed="kari@example.org", metadata={"started": "ola@example.org"})))
    assert beside(envelope)["$.processed"] == ("metadata", "kari@example.org")
    assert beside(envelope)["$.metadata.started"] == ("metadata", "ola@example.org")


@pytest.mark.parametrize(
    ("count", "expected"),
    [(None, None), (0, 0), ("0", 0), ("2", 2), (3, 3), ("", None), ("many", None), ("9" * 40, None), (-1, None), (1.5, None)],
)
def test_a_resend_is_counted_however_it_is_written(count: object, expected: int | None) -> None:
    assert only(record(archeo(metadata={"manualResendCount": count}))).resend == expected


@pytest.mark.parametrize(
    ("flag", "expected"), [(True, True), ("true", True), ("True", True), (False, False), ("false", False), ("yes", False), (None, False)]
)
def test_a_test_run_is_told_by_its_flag(flag: object, expected: bool) -> None:
    assert only(record(archeo(metadata={"isTestRun": flag}))).test is expected
    assert only(record(wrapper() | {"isTestRun": flag})).test is expected


@pytest.mark.parametrize("step", [archeo(None), internal(None), wrapper(None), archeo(None, contentURI="https://a.example.net/b?sig=x")])
def test_a_body_that_is_not_there_is_a_reference(step: dict[str, Any]) -> None:
    envelope = only(record(step, adapter="connxio"))
    assert envelope.body.absent
    assert envelope.body.data is None
    assert envelope.reasons == ("content.absent",)


def test_an_empty_body_is_no_reference_unless_it_lies_elsewhere() -> None:
    assert not only(record(archeo(bodyContent=""))).body.absent
    assert only(record(archeo(bodyContent="", contentURI="https://a.example.net/b"))).body.absent


def test_a_signed_url_keeps_its_text_as_a_leaf_and_loses_its_query_as_an_endpoint() -> None:
    envelope = only(record(claim_check()))
    assert (envelope.steps, envelope.body.absent) == (("connxio.claim-check",), True)
    assert words(envelope) == {"interchange": INTERCHANGE}
    assert envelope.endpoints == ("https://store.blob.example.net/in/order_10042.json",)
    assert "sig=" in beside(envelope)["$.SasUri"][1]


@pytest.mark.parametrize(
    ("url", "endpoint"),
    [
        ("sftp://kari:secret@files.example.net/in/", "sftp://files.example.net/in/"),
        ("https://a.example.net?sig=x", "https://a.example.net"),
        ("https://a.example.net/b#kari@example.org", "https://a.example.net/b"),
        ("https://a.example.net/@b", "https://a.example.net/@b"),
        ("Topic: orders - Subscription: spor", None),
        ("orders", None),
    ],
)
def test_an_endpoint_carries_no_credentials(url: str, endpoint: str | None) -> None:
    envelope = only(record(archeo(metadata={"outboundEndpoint": url})))
    assert envelope.endpoints == (() if endpoint is None else (endpoint,))
    assert beside(envelope)["$.metadata.outboundEndpoint"] == ("url", url)


def test_a_bare_signed_url_is_a_claim_check_where_the_topic_or_a_header_says_so() -> None:
    url = claim_check()["SasUri"]
    for raw in (record(url, adapter="connxio"), record(url, headers=[("InterchangeId", b"abc")])):
        envelope = only(raw)
        assert (envelope.platform, envelope.steps, envelope.body.absent) == ("connxio", ("connxio.claim-check",), True)
        assert envelope.endpoints == ("https://store.blob.example.net/in/order_10042.json",)
    assert only(record(url)).platform == "generic"


def test_a_body_that_is_not_base64_though_its_contract_says_so_is_said_and_still_read() -> None:
    envelope = only(record(archeo(bodyContent=text(ORDER))))
    assert envelope.reasons == ("base64.invalid",)
    assert envelope.body.tree is not None


@pytest.mark.parametrize("content", [text(ORDER), b64(ORDER), b64(base64.b64decode(b64(ORDER)))])
def test_content_of_the_internal_contract_may_be_text_or_base64(content: str) -> None:
    envelope = only(record(internal(secondaryContent=content)))
    assert envelope.reasons == ()
    assert envelope.body.tree is not None


def test_a_wrapper_inside_a_log_step_is_opened_too() -> None:
    envelope = only(record(archeo(wrapper(interchangeId="inner"))))
    assert envelope.steps == ("connxio.archeo", "connxio.wrapper")
    assert words(envelope)["interchange"] == INTERCHANGE
    assert beside(envelope)["$.bodyContent!$.interchangeId"] == ("metadata", "inner")


def test_the_other_values_of_a_repeated_key_are_scanned() -> None:
    doubled = text(archeo())[:-1] + ',"sender":"kari@example.org","sender":"CRM2"}'
    envelope = only(record(doubled))
    assert words(envelope)["sender"] == "CRM2"
    assert [leaf.text for leaf in envelope.beside if leaf.path == ("sender",)] == ["ERP", "kari@example.org"]


def test_what_is_too_long_to_name_anything_is_a_value() -> None:
    envelope = only(record(archeo(sender="x" * 5000)))
    assert envelope.sender is None
    assert beside(envelope)["$.sender"] == ("metadata", "x" * 5000)


@pytest.mark.parametrize("value", [{"a": 1}, [1, 2], "plain text", '{"transactionId":', {"transactionId": 1}])
def test_what_does_not_fit_the_topic_s_adapter_is_generic_and_said(value: object) -> None:
    envelope = only(record(value, adapter="connxio"))
    assert (envelope.platform, envelope.steps, envelope.reasons) == ("generic", (), ("envelope.invalid",))


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "latin-1"])
def test_a_log_step_is_recognised_in_any_encoding(charset: str) -> None:
    envelope = only(record(text(archeo(description="Ordre fra Åse")).encode(charset)))
    assert envelope.platform == "connxio"
    assert beside(envelope)["$.description"] == ("status", "Ordre fra Åse")
    assert envelope.reasons == (("utf8.invalid",) if charset == "latin-1" else ())
