"""Platforms whose messages come without a wrapper: SuperOffice's webhooks, Conneqtech's telemetry and rides, a broker's attributes."""

from typing import Any

import pytest

from schemas.words import Adapter
from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget, RawMessage
from tests.inspect.unwrap.samples import beside, device_state, eherkenning, only, ride, superoffice, telemetry, words
from tests.messages import ORDER, RECORDED, STARTED, archeo, pascal, record, text


def body(raw: RawMessage) -> dict[str, str]:
    """Path to text of every value of the body."""
    return {render(leaf.path): leaf.text for leaf in decode(only(raw), Budget()).leaves if leaf.place == "body"}


def test_a_webhook_gives_its_event_as_step_and_its_entity_as_document() -> None:
    envelope = only(record(superoffice()))
    assert (envelope.platform, envelope.steps, envelope.reasons) == ("superoffice", ("superoffice.webhook",), ())
    assert words(envelope) == {
        "name": "iPaaS feed",
        "document_type": "person",
        "step": "person.changed",
        "interchange": "7f1c0d8e-0000-4000-8000-0000000000a1",
    }


def test_a_webhook_s_seven_digit_timestamp_is_its_time() -> None:
    assert only(record(superoffice())).message_time == STARTED + 123


@pytest.mark.parametrize("timestamp", ["0001-01-01T00:00:00", "soon", None, 17, {"at": "2025-11-30T10:00:00Z"}])
def test_a_webhook_s_null_or_unreadable_timestamp_is_passed_over(timestamp: object) -> None:
    assert only(record(superoffice(Timestamp=timestamp))).message_time == RECORDED


def test_a_webhook_is_its_own_body_so_that_key_and_entity_stand_beside_each_other() -> None:
    found = body(record(superoffice()))
    assert (found["$.PrimaryKey"], found["$.Entity"], found["$.Changes[1]"]) == ("1042", "person", "day_of_birth")
    assert found["$.FieldValues.person_id"] == "1042"
    assert beside(only(record(superoffice()))) == {}


def test_a_deleted_person_s_webhook_has_values_instead_of_field_values() -> None:
    event = superoffice(Event="person.deleted", FieldValues=None, Changes=None, Values={"person_id": 1042, "contact_id": 77})
    assert words(only(record(event)))["step"] == "person.deleted"
    assert body(record(event))["$.Values.person_id"] == "1042"


def test_a_withdrawn_consent_s_webhook_keeps_the_ids_of_basis_and_source() -> None:
    event = superoffice(Event="person.unconsented", FieldValues={"person_id": 1042, "legalBase_id": 2, "consentSource_id": 5})
    assert (words(only(record(event)))["step"], body(record(event))["$.FieldValues.legalBase_id"]) == ("person.unconsented", "2")


def test_a_webhook_s_headers_are_scanned_beside_it() -> None:
    envelope = only(record(superoffice(), headers=[("X-SuperOffice-Event", b"person.changed"), ("X-SuperOffice-Signature", b"c2ln")]))
    assert beside(envelope)["X-SuperOffice-Signature"] == ("header", "c2ln")


def test_changes_of_a_device_give_their_position_s_time_and_kind() -> None:
    envelope = only(record(telemetry()))
    assert (envelope.platform, envelope.steps, envelope.message_time) == ("conneqtech", ("conneqtech.telemetry",), STARTED)
    assert words(envelope) == {"step": "updated"}


def test_a_dotted_key_stays_one_key() -> None:
    found = body(record(telemetry()))
    assert found["$.changes['payload_state.tracker.loc.geo.coordinates'][0]"] == "5.1214"
    assert found["$.changes['payload_state.tracker.loc.geo.coordinates'][1]"] == "52.0907"


@pytest.mark.parametrize(
    "message",
    [
        telemetry(imei=None),
        device_state(),
        device_state(payload_state={"dts": "2025-11-30T10:00:00Z", "tracker": {"loc": {"dtg": "2020-01-01T00:00:00Z"}}}),
        {"imei": "350123456789019", "payload_state.dts": "2025-11-30T10:00:00Z"},
        {"imei": "350123456789019", "changes": {"payload_state": {"tracker": {"loc": {"dtg": "2025-11-30T10:00:00Z"}}}}},
    ],
)
def test_telemetry_tells_its_time_as_objects_or_under_dotted_keys(message: dict[str, Any]) -> None:
    envelope = only(record(message))
    assert (envelope.steps, envelope.message_time) == (("conneqtech.telemetry",), STARTED)


def test_a_device_without_a_position_takes_the_record_s_time() -> None:
    assert only(record(device_state(payload_state={"tracker": "lost"}))).message_time == RECORDED


def test_a_ride_counts_from_its_start() -> None:
    envelope = only(record(ride()))
    assert (envelope.platform, envelope.steps, envelope.message_time) == ("conneqtech", ("conneqtech.ride",), STARTED)
    assert words(envelope) == {"interchange": "9001"}


def test_what_a_device_sends_on_a_ride_is_one() -> None:
    sent = {"ver": 1, "imei": "350123456789019", "ttype": "r", "pver": 2, "tracker": {"loc": {"dtg": "2025-11-30T10:00:00Z"}}}
    envelope = only(record(sent))
    assert (envelope.steps, envelope.message_time) == (("conneqtech.ride",), STARTED)


def test_an_eherkenning_answer_names_its_provider() -> None:
    envelope = only(record(eherkenning()))
    assert (envelope.platform, envelope.steps) == ("connectis", ("connectis.attributes",))
    assert words(envelope) == {"sender": "eherkenning"}
    assert body(record(eherkenning()))["$.subject.nin.value"] == "999993653"


@pytest.mark.parametrize(
    "answer",
    [
        eherkenning(provider="eHerkenning"),
        eherkenning(provider=None),
        eherkenning()["subject"],
        {"attributes": {"eherkenningPseudoID": "A1"}},
        {"provider": "iDIN", "nin": {"value": "999993653"}},
    ],
)
def test_broker_attributes_are_known_with_or_without_subject_and_provider(answer: dict[str, Any]) -> None:
    assert only(record(answer)).steps == ("connectis.attributes",)


@pytest.mark.parametrize("answer", [{"provider": "eherkenning"}, {"provider": "vipps", "nin": "1"}, {"subject": "eherkenning"}])
def test_a_provider_s_name_alone_is_no_answer(answer: dict[str, Any]) -> None:
    assert only(record(answer)).platform == "generic"


@pytest.mark.parametrize(
    ("adapter", "message", "step"),
    [
        ("superoffice", {"Event": "sale.sold", "PrimaryKey": 7}, "superoffice.webhook"),
        ("superoffice", pascal(superoffice()), "superoffice.webhook"),
        ("conneqtech", {"imei": "350123456789019"}, "conneqtech.telemetry"),
        ("conneqtech", {"type": "removed", "changes": {}}, "conneqtech.telemetry"),
        ("conneqtech", {"frame_number": "AB 12", "owning_user": 31, "last_location": {"lon": 5.1, "lat": 52.1}}, "conneqtech.telemetry"),
        ("conneqtech", {"start_date": "2025-11-30", "calories": 210}, "conneqtech.ride"),
        ("connectis", {"initials": "J.", "familyNameInfix": "van", "lastName": "Voorbeeld"}, "connectis.attributes"),
    ],
)
def test_a_topic_s_adapter_lets_less_than_the_whole_shape_pass(adapter: Adapter, message: dict[str, Any], step: str) -> None:
    envelope = only(record(message, adapter=adapter))
    assert (envelope.platform, envelope.steps, envelope.reasons) == (adapter, (step,), ())


@pytest.mark.parametrize("adapter", ["connectis", "conneqtech", "superoffice"])
@pytest.mark.parametrize("value", [ORDER, [ORDER], "no json", archeo(), "17"])
def test_what_does_not_fit_a_topic_s_adapter_is_said_and_read_as_generic(adapter: Adapter, value: object) -> None:
    envelope = only(record(value, adapter=adapter))
    assert (envelope.platform, envelope.steps, envelope.reasons) == ("generic", (), ("envelope.invalid",))


@pytest.mark.parametrize("message", [superoffice(), telemetry(), ride(), eherkenning()])
def test_a_list_of_such_messages_is_split_and_one_in_a_string_opened(message: dict[str, Any]) -> None:
    alone = only(record(message))
    assert [(e.steps, e.part.index, e.part.of) for e in unwrap(record([message, message]))] == [(alone.steps, 0, 2), (alone.steps, 1, 2)]
    assert only(record(text(text(message)))).steps == alone.steps


@pytest.mark.parametrize("message", [superoffice(), telemetry(), ride(), eherkenning()])
def test_such_a_message_inside_a_log_step_is_the_log_step_s_body(message: dict[str, Any]) -> None:
    envelope = only(record(archeo(message)))
    assert (envelope.platform, envelope.steps) == ("connxio", ("connxio.archeo",))
