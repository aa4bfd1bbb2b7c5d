"""What a record is: CloudEvents first, then the topic's adapter, then shape, else generic."""

import gzip
from typing import Any, get_args

import pytest

from schemas.words import Adapter
from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget, Envelope, RawMessage
from tests.messages import (
    ORDER,
    RECORDED,
    STARTED,
    STRUCTURED,
    archeo,
    b64,
    binary_event_headers,
    claim_check,
    cloud_event,
    cma_run,
    internal,
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


def test_a_run_record_gives_its_own_words() -> None:
    envelope = only(record(cma_run()))
    assert (envelope.platform, envelope.steps, envelope.message_time) == ("connectmyapps", ("connectmyapps.run",), STARTED)
    assert words(envelope) == {
        "flow_id": "shop-to-accounting",
        "sender": "Shop",
        "receiver": "Accounting",
        "document_type": "Customer",
        "status": "Completed",
        "interchange": "run-0001",
        "correlation": "corr-0001",
    }
    places = {render(leaf.path): leaf.place for leaf in envelope.beside}
    assert places["$.message"] == "status"
    assert places["$.fileName"] == "filename"
    assert places["$.properties.trigger"] == "property"


@pytest.mark.parametrize(
    "names",
    [
        {"flow": "flowId", "startedAt": "startTime", "correlationId": "correlation_id", "documentType": "document_type"},
        {"flow": "flow_id", "startedAt": "started_at", "id": "runId", "sender": "source", "receiver": "target"},
    ],
)
def test_a_run_record_is_known_by_the_names_that_such_logs_share(names: dict[str, str]) -> None:
    run = {names.get(name, name): value for name, value in cma_run().items()}
    assert words(only(record(run))) == words(only(record(cma_run())))
    assert only(record(pascal(run))).message_time == STARTED


def test_a_run_without_payload_is_a_reference() -> None:
    assert only(record(cma_run(None))).reasons == ("content.absent",)


def test_a_cloud_event_in_structured_mode_is_known_by_its_content_type() -> None:
    envelope = only(record(cloud_event(ORDER), headers=STRUCTURED))
    assert (envelope.platform, envelope.steps, envelope.message_time) == ("generic", ("cloudevents.structured",), STARTED)
    found = {render(leaf.path): leaf.place for leaf in envelope.beside}
    assert found["$.type"] == found["$.subject"] == "metadata"
    assert words(envelope) == {"interchange": "ce-0001"}


def test_a_cloud_event_in_binary_mode_is_known_by_its_headers() -> None:
    envelope = only(record(ORDER, headers=binary_event_headers(ce_subject="kari@example.org")))
    assert (envelope.steps, envelope.message_time) == (("cloudevents.binary",), STARTED)
    assert ("header", ("ce_subject",), "kari@example.org") in [(leaf.place, leaf.path, leaf.text) for leaf in envelope.beside]
    assert words(envelope) == {"interchange": "ce-0001"}


def test_a_cloud_event_lacking_a_required_header_is_none() -> None:
    headers = [header for header in binary_event_headers() if header[0] != "ce_type"]
    assert only(record(ORDER, headers=headers)).steps == ()


@pytest.mark.parametrize("data", [{"data": archeo()}, {"data": text(archeo())}, {"data_base64": b64(archeo())}])
def test_a_log_step_inside_a_cloud_event_is_opened(data: dict[str, Any]) -> None:
    envelope = only(record(cloud_event(None) | data, headers=STRUCTURED))
    assert (envelope.platform, envelope.steps) == ("connxio", ("cloudevents.structured", "connxio.archeo"))
    assert words(envelope)["interchange"].startswith("7d4e")
    assert render(envelope.words()["sender"].path).endswith(
        "$.sender" if "data_base64" in data or isinstance(data["data"], str) else "$.data.sender"
    )
    assert "ce-0001" in [leaf.text for leaf in envelope.beside if leaf.place == "metadata"]


def test_a_list_of_log_steps_inside_a_cloud_event_is_several_messages() -> None:
    envelopes = unwrap(record([archeo(), archeo()], headers=binary_event_headers()))
    assert [e.steps for e in envelopes] == [("cloudevents.binary", "connxio.archeo")] * 2
    assert [sum(leaf.place == "header" for leaf in e.beside) for e in envelopes] == [6, 0]


def test_of_too_many_messages_the_last_holds_all_that_are_behind_it_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streams.inspect.unwrap.record._MESSAGES", 3)
    whole = unwrap(record([archeo(), archeo(), archeo()]))
    assert [e.reasons for e in whole] == [(), (), ()]
    cut = unwrap(record([archeo(sender=f"S{number}") for number in range(5)]))
    assert [(e.part.index, e.part.of, e.reasons) for e in cut] == [(0, 3, ()), (1, 3, ()), (2, 3, ("budget.messages",))]
    leaves = decode(cut[2], Budget()).leaves
    assert [leaf.text for leaf in leaves if leaf.names == ("sender",)] == ["S2", "S3", "S4"]


@pytest.mark.parametrize("value", ["no json", "{", text([1]), text({"specversion": "1.0"})])
def test_what_is_called_a_cloud_event_and_is_none_is_said(value: str) -> None:
    envelope = only(record(value, headers=STRUCTURED))
    assert (envelope.steps, envelope.reasons) == ((), ("envelope.invalid",))


def test_an_event_without_data_is_whole_and_one_that_points_elsewhere_a_reference() -> None:
    assert only(record(cloud_event(None), headers=STRUCTURED)).reasons == ()
    assert only(record(cloud_event(None, dataref="https://a.example.net/b"), headers=STRUCTURED)).reasons == ("content.absent",)


@pytest.mark.parametrize(
    ("element", "step"),
    [
        (cloud_event(ORDER), ("cloudevents.structured",)),
        ({"id": "1", "subject": "s", "eventType": "t", "eventTime": "2025-11-30T10:00:00Z", "data": ORDER}, ("azure.event-grid",)),
        (
            {
                "eventId": 1,
                "subscriptionId": 2,
                "portalId": 3,
                "subscriptionType": "contact.propertyChange",
                "objectId": 4,
                "propertyValue": "x",
            },
            ("hubspot.webhook",),
        ),
        (archeo(), ("connxio.archeo",)),
    ],
)
def test_arrays_of_events_are_several_messages(element: dict[str, Any], step: tuple[str, ...]) -> None:
    envelopes = unwrap(record([element, element, element]))
    assert [(e.part.index, e.part.of, e.steps) for e in envelopes] == [(0, 3, step), (1, 3, step), (2, 3, step)]


@pytest.mark.parametrize("value", [[ORDER, ORDER], [], [[archeo()]], [1, "a", None], {"list": [archeo()]}])
def test_any_other_list_is_one_generic_message(value: object) -> None:
    envelope = only(record(value))
    assert (envelope.platform, envelope.steps, envelope.reasons, envelope.part.of) == ("generic", (), (), 1)


@pytest.mark.parametrize(
    "hide",
    [
        lambda t: gzip.compress(t.encode()),
        text,
        b64,
        lambda t: text(text(t)),
        lambda t: b64(gzip.compress(t.encode())),
    ],
)
def test_a_wrapper_is_found_inside_strings_base64_and_gzip(hide: Any) -> None:
    assert only(record(hide(text(archeo())))).steps == ("connxio.archeo",)


@pytest.mark.parametrize("value", [archeo(), internal(), wrapper(), claim_check(), cma_run(), [archeo()], cloud_event(ORDER)])
def test_a_raw_topic_is_never_unwrapped(value: object) -> None:
    envelope = only(record(value, adapter="raw"))
    assert (envelope.platform, envelope.steps, envelope.reasons) == ("generic", (), ())


@pytest.mark.parametrize(("value", "reason"), [(None, "tombstone"), (b"", "empty")])
@pytest.mark.parametrize("adapter", get_args(Adapter))
def test_nothing_at_all_is_one_message_with_its_key(value: bytes | None, reason: str, adapter: Adapter) -> None:
    envelope = only(record(value, key=b"kari@example.org", adapter=adapter))
    assert envelope.reasons == (reason,)
    assert envelope.message_time == RECORDED
    assert [(leaf.place, leaf.path, leaf.text) for leaf in envelope.beside] == [("key", (), "kari@example.org")]


@pytest.mark.parametrize("name", ["correlationId", "X-Correlation-ID", "x-correlation-id", "CORRELATION_ID"])
def test_a_generic_record_takes_its_correlation_from_a_header(name: str) -> None:
    envelope = only(record(ORDER, headers=[(name, b"abc")]))
    assert words(envelope) == {"correlation": "abc"}
    assert envelope.beside == ()


def test_a_platform_s_own_correlation_wins_over_the_header_s_which_is_then_scanned() -> None:
    envelope = only(record(cma_run(), headers=[("correlationId", b"kari@example.org")]))
    assert words(envelope)["correlation"] == "corr-0001"
    assert ("header", "kari@example.org") in [(leaf.place, leaf.text) for leaf in envelope.beside]


def test_a_record_that_carries_our_headers_says_so_and_is_unwrapped_all_the_same() -> None:
    envelope = only(record(archeo(), headers=[("Spor-Flow-Id", b"f_x"), ("spor-purpose", None)]))
    assert envelope.reasons == ("already-tagged",)
    assert envelope.steps == ("connxio.archeo",)


def test_headers_and_keys_that_are_not_text_are_scanned_as_latin_1() -> None:
    envelope = only(record(ORDER, key=b"\xe5se@example.org", headers=[("h\udcff", b"\xff\xfe\xfd"), ("n", None), ("h", b"a"), ("h", b"b")]))
    assert [leaf.text for leaf in envelope.beside if leaf.place == "key"] == ["åse@example.org"]
    assert [leaf.path for leaf in envelope.beside if leaf.place == "header"] == [("h?",), ("h",), ("h",)]
