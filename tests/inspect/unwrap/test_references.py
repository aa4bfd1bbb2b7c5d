"""References: which contents lie elsewhere, and what becomes of them once somebody has fetched them."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.reasons import REASONS, is_reproducible
from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import references, unwrap
from streams.inspect.words import Budget, Opened, RawMessage
from tests.inspect.unwrap.samples import bus_message, grid_event, only, resend
from tests.messages import ORDER, STRUCTURED, archeo, binary_event_headers, claim_check, cloud_event, internal, record, text, wrapper

URL = "https://store.blob.example.net/in/order.json?sv=2024-11-04&sig=c2lnbmF0dXJl"
XML_URL = URL.replace("&", "&amp;")
BLOB = {"api": "PutBlob", "contentType": "application/json", "url": URL}
FAILURES = sorted(code for code in REASONS if code.startswith("reference.") and code != "reference.opened")
EVENT = {name: value for name, value in binary_event_headers() if name != "ce_dataref"}

RECORDS: dict[str, RawMessage] = {
    "claim-check": record(claim_check(SasUri=URL)),
    "bare": record(URL, adapter="connxio"),
    "archeo": record(archeo(None, contentURI=URL)),
    "archeo-empty": record(archeo(None, contentURI=URL, bodyContent="")),
    "archeo-xml": record(
        f"<LogStep><TransactionId>1</TransactionId><Processed>2025-11-30</Processed><ContentURI>{XML_URL}</ContentURI></LogStep>"
    ),
    "resend": record(resend(ContentSasUri=URL)),
    "bus": record(bus_message(BodyContent=URL)),
    "dataref": record(cloud_event(None, dataref=URL), headers=STRUCTURED),
    "dataref-header": record(None, headers=[*EVENT.items(), ("ce_dataref", URL.encode())]),
    "dataref-header-empty": record(b"", headers=[*EVENT.items(), ("ce_dataref", URL.encode())]),
    "event-grid": record(grid_event(eventType="Microsoft.Storage.BlobCreated", data=BLOB)),
}


def opened(raw: RawMessage, data: object = ORDER, **more: Any) -> RawMessage:
    content = data if data is None or isinstance(data, bytes) else text(data).encode()
    return replace(raw, opened=tuple(Opened(url, content, **more) for url in references(raw)))


def leaves(raw: RawMessage) -> dict[str, str]:
    message = decode(only(raw), Budget())
    return {render(leaf.path): leaf.text for leaf in message.leaves if leaf.place == "body"}


@pytest.mark.parametrize("raw", RECORDS.values(), ids=RECORDS)
def test_a_reference_is_told_with_its_signature_and_the_message_without_it_is_one(raw: RawMessage) -> None:
    assert references(raw) == (URL,)
    message = decode(only(raw), Budget())
    assert (message.scanned, message.reasons) == ("reference", ("content.absent",))


@pytest.mark.parametrize("raw", RECORDS.values(), ids=RECORDS)
def test_what_was_opened_is_read_as_if_it_had_stood_there(raw: RawMessage) -> None:
    message = decode(only(opened(raw, media_type="application/json")), Budget())
    assert (message.scanned, message.reasons) == ("full", ("reference.opened",))
    assert leaves(opened(raw))["$.customer.email"] == "kari@example.org"


@pytest.mark.parametrize("reason", FAILURES)
def test_what_could_not_be_opened_stays_a_reference_that_says_why(reason: str) -> None:
    for raw in RECORDS.values():
        message = decode(only(opened(raw, None, reason=reason)), Budget())
        assert (message.scanned, message.reasons) == ("reference", ("content.absent", reason))


@pytest.mark.parametrize(
    "value",
    [
        archeo(),
        archeo(None),
        archeo(contentURI=URL),  # its content is here, too
        internal(),
        wrapper(),
        cloud_event(ORDER, dataref=URL),
        grid_event(data=BLOB),  # of another type: the data is the body
        ORDER,
        claim_check(SasUri=""),
        claim_check(SasUri=[URL]),
    ],
)
def test_what_has_its_content_or_says_no_place_refers_to_nothing(value: object) -> None:
    assert references(record(value)) == ()


def test_a_wrapper_behind_a_reference_is_unwrapped_in_its_turn() -> None:
    envelope = only(opened(RECORDS["claim-check"], wrapper(ORDER)))
    assert envelope.steps == ("connxio.claim-check", "connxio.wrapper")
    assert any(leaf.path[:1] == ("SasUri",) and "!" in render(leaf.path) for leaf in envelope.beside)
    assert leaves(opened(RECORDS["event-grid"], archeo()))["$.orderNumber"] == "SO-10042"


@pytest.mark.parametrize("name", RECORDS)
def test_a_list_behind_a_reference_stays_one_message(name: str) -> None:
    """So that a record has as many Flows whether or not its reference could be opened."""
    for held in ([archeo(), archeo()], [cloud_event([cloud_event(ORDER)]), cloud_event(ORDER)], cloud_event([archeo(), archeo()])):
        assert len(unwrap(opened(RECORDS[name], held))) == 1


def test_each_message_of_a_record_gets_its_own_content() -> None:
    raw = record([archeo(None, contentURI=URL), archeo({"n": 1}), archeo(None, contentURI=f"{URL}2")])
    assert references(raw) == (URL, f"{URL}2")
    held = (Opened(f"{URL}2", b'{"n":2}'), Opened(URL, None, reason="reference.gone"))
    assert [each.body.absent for each in unwrap(replace(raw, opened=held))] == [True, False, False]
    assert [each.reasons for each in unwrap(replace(raw, opened=held))] == [("content.absent", "reference.gone"), (), ("reference.opened",)]


def test_a_reference_inside_what_was_opened_is_not_followed() -> None:
    raw = opened(RECORDS["claim-check"], claim_check(SasUri=f"{URL}2"))
    message = decode(only(raw), Budget())
    assert (message.scanned, message.reasons) == ("reference", ("content.absent", "reference.opened"))


def test_a_message_s_own_claim_check_can_hold_nothing_but_itself_for_ever() -> None:
    raw = record(claim_check(SasUri=URL))
    for _ in range(10):
        raw = opened(raw, claim_check(SasUri=URL))
    assert len(unwrap(raw)) == 1


@given(st.binary(max_size=200), st.sampled_from(sorted(RECORDS)))
def test_whatever_lies_there_is_one_message_that_says_it_was_opened(data: bytes, name: str) -> None:
    [envelope] = unwrap(opened(RECORDS[name], data))
    assert "reference.opened" in envelope.reasons
    decode(envelope, Budget())


@given(st.binary(max_size=200))
def test_no_record_is_too_odd_to_be_asked_for_its_references(value: bytes) -> None:
    assert all(isinstance(url, str) for url in references(record(value)))


def test_only_what_a_reference_led_to_cannot_be_made_again() -> None:
    assert {code for code in REASONS if not is_reproducible([code])} == {"reference.opened", *FAILURES}
    assert is_reproducible(())


def test_a_url_with_its_signature_is_in_no_representation() -> None:
    raw = opened(RECORDS["claim-check"])
    assert "sig=" not in repr(raw) + repr(raw.opened[0]) + repr(only(raw))
