"""What only the structure of a platform's message says: keys, changed columns, trips, bikes, brokers' pseudonyms, pictures."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.words import FileType
from streams.inspect.detect.detector import Detector
from streams.inspect.words import Attachment, Budget, Path
from tests.inspect.detect.build import found, look, message

NUMBER, STAFF = "CUSTOMER_NUMBER", "EMPLOYEE_NUMBER"
EVENT = {"EventId": "7f1c0d8e-0000-4000-8000-0000000000a1", "ContextIdentifier": "Cust00001", "WebhookName": "feed"}
RIDE = {"user_id": 4711, "start_date": "2026-03-02T06:58:11Z", "end_date": "2026-03-02T07:18:11Z", "distance_traveled": 7400}


def webhook(entity: str | None, *changes: str, **more: Any) -> dict[str, Any]:
    named = {"Entity": entity, "Event": f"{entity}.changed"} if entity else {}
    return {**EVENT, **named, "PrimaryKey": 1042, "Changes": list(changes), **more}


@pytest.mark.parametrize(
    ("entity", "found_at_key"),
    [("person", {NUMBER}), ("Person", {NUMBER}), ("associate", {STAFF}), ("contact", set()), ("sale", set()), ("document", set())],
)
def test_a_primary_key_is_a_persons_where_the_entity_is_one(entity: str, found_at_key: set[str], detector: Detector) -> None:
    assert {e for path, e in found(detector, webhook(entity)) if path == ("PrimaryKey",)} == found_at_key


@pytest.mark.parametrize("value", [{"PrimaryKey": 1042}, {"PrimaryKey": 1042, "Entity": "person"}, {"PrimaryKey": 0, "Entity": "person"}])
def test_a_primary_key_of_no_event_is_nobodys(value: Any, detector: Detector) -> None:
    assert found(detector, value) == set()


def test_who_changed_it_and_the_values_by_column_are_found(detector: Detector) -> None:
    values = {"person_id": 18, "contact_id": 9, "registered_associate_id": 5, "country_id": 578, "DeletedDate": "0001-01-01T00:00:00"}
    seen = found(detector, webhook("contact", ChangedByAssociateId=12, FieldValues=values))
    assert seen == {
        (("ChangedByAssociateId",), STAFF),
        (("FieldValues", "person_id"), NUMBER),
        (("FieldValues", "registered_associate_id"), STAFF),
    }


@pytest.mark.parametrize(
    ("column", "entity"),
    [
        ("firstname", "PERSON"),
        ("kanalname", "PERSON"),
        ("title", "JOB_TITLE"),
        ("gender", "GENDER"),
        ("day_of_birth", "DATE_OF_BIRTH"),
        ("person_birthdate", "DATE_OF_BIRTH"),
        ("person_number", NUMBER),
        ("health", "HEALTH"),
        ("sick_leave", "HEALTH"),
        ("legalBase_id", "PRIVACY_PREFERENCE"),
        ("nomailing", "PRIVACY_PREFERENCE"),
        ("person.email", "EMAIL_ADDRESS"),
    ],
)
def test_a_changed_column_touches_its_category(column: str, entity: str, detector: Detector) -> None:
    (finding,) = (f for f in look(detector, webhook("person", "updated", column)).findings if f.path[0] == "Changes")
    assert (finding.entity, finding.score, finding.path) == (entity, 0.5, ("Changes", 1))
    assert "schema:Changes" in finding.evidence


@pytest.mark.parametrize("column", ["updated", "updatedCount", "person_id", "associate_id", "country_id", "rank", "x" * 200, ""])
def test_columns_of_bookkeeping_touch_nothing(column: str, detector: Detector) -> None:
    assert not [f for f in look(detector, webhook("person", column)).findings if f.path[0] == "Changes"]


def test_the_columns_of_a_company_are_nobodys_and_those_of_a_chat_are(detector: Detector) -> None:
    assert not [p for p, _ in found(detector, webhook("contact", "name", "phone", "firstname")) if p[0] == "Changes"]
    chat = found(detector, webhook("chatsession", "chatSession.customerEmail", "name", "chatMessage.id"))
    assert {(p, e) for p, e in chat if p[0] == "Changes"} == {(("Changes", 0), "EMAIL_ADDRESS")}


def test_a_list_of_changes_in_no_event_names_nothing(detector: Detector) -> None:
    assert found(detector, {"Changes": ["firstname", "day_of_birth"]}) == set()


def test_the_header_of_a_salesforce_change_names_its_fields(detector: Detector) -> None:
    header = {"entityName": "Contact", "changeType": "UPDATE", "changedFields": ["Birthdate", "LastModifiedDate"]}
    person = {**header, "entityName": "Individual"}
    assert found(detector, {"ChangeEventHeader": person}) == {(("ChangeEventHeader", "changedFields", 0), "DATE_OF_BIRTH")}


@given(st.lists(st.text(max_size=90), max_size=6), st.sampled_from(["person", "contact", "associate", "sale", "", "?"]))
def test_whatever_the_columns_are_called_each_is_at_most_one_finding(detector: Detector, columns: list[str], entity: str) -> None:
    touched = [f.path for f in look(detector, webhook(entity, *columns)).findings if "schema:Changes" in f.evidence]
    assert len(touched) == len(set(touched)) <= len(columns)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({**RIDE, "calories": 210}, {("calories", "FITNESS"), ("distance_traveled", "RIDE"), ("user_id", NUMBER)}),
        ({**RIDE, "avg_speed": 19.5}, {("avg_speed", "RIDE"), ("distance_traveled", "RIDE"), ("user_id", NUMBER)}),
        ({"rideId": 5, "imei": "490154203237518", "cadence": 62}, {("imei", "IMEI"), ("cadence", "FITNESS")}),
        ({"payload_state.device.metric.dpedcad": 61}, {("payload_state.device.metric.dpedcad", "FITNESS")}),
        ({"owning_user": 4711, "frame_number": "WBK12345678"}, {("owning_user", NUMBER), ("frame_number", "VEHICLE_ID")}),
        ({"frame_number": "WBK12345678", "is_stolen": False}, {("frame_number", "VEHICLE_ID")}),
        ({"bike_frame_number": "WBK12345678", "police_case_number": "x"}, {("bike_frame_number", "VEHICLE_ID")}),
        ({"bike_id": 77, "imei": "490154203237518"}, {("bike_id", "VEHICLE_ID"), ("imei", "IMEI")}),
        ({"user_id": 4711, "radius": 200}, {("user_id", NUMBER)}),
        ({"key_number": "A1234", "last_location": {"date": "2026-03-02"}}, {("key_number", "VEHICLE_ID")}),
    ],
)  # fmt: skip
def test_trips_and_bikes_are_their_riders(value: Any, expected: set[tuple[str, str]], detector: Detector) -> None:
    assert found(detector, value) == {((name,), entity) for name, entity in expected}


@pytest.mark.parametrize(
    "value",
    [
        {"calories": 210, "name": "Havregrøt"},
        {"distance": 12.5, "unit": "km"},
        {"start_date": "2026-01-01", "end_date": "2026-02-01", "distance": 3},
        {"user_id": 4711},
        {"bike_id": 77},
        {"bike_id": 0, "imei": ""},
        {"frame_number": 88123, "video": "a.mp4"},
        {"cadence": "monthly"},
        {"steps": 3, "user_id": 7},
        {**RIDE, "calories": 0, "distance_traveled": 0, "user_id": 0},
    ],
)
def test_figures_that_are_no_trips_are_nothing(value: Any, detector: Detector) -> None:
    assert found(detector, value) == set()


@pytest.mark.parametrize("state", [{"loc": {"geo": {"coordinates": [5.1214, 52.0907]}}}, {"loc.geo.coordinates": [5.1214, 52.0907]}])
def test_coordinates_are_positions_nested_or_dotted(state: Any, detector: Detector) -> None:
    assert [e for _, e in found(detector, {"payload_state": {"tracker": state}})] == ["GEO", "GEO"]


@pytest.mark.parametrize(
    ("name", "value", "entity"),
    [
        ("idpId", "A1B2C3D4E5F6A7B8A1B2C3D4E5F6A7B8@C3D4C3D4C3D4", "PSEUDONYM"),
        ("eherkenningPseudoID", "0123ABCD4567", "PSEUDONYM"),
        ("eherkenningPseudo", "9f8e7d6c5b4a", "PSEUDONYM"),
        ("urn:etoegang:core:ActingSubjectID", "a9f8e7d6c5b4a9f8e7d6c5b4", "PSEUDONYM"),
        ("urn:etoegang:1.9:EntityConcernedID:Pseudo", "5c1f9a8b7d6e", "PSEUDONYM"),
        ("urn:etoegang:1.9:EntityConcernedID:BSN", "999993653", "NL_BSN"),
        ("urn:etoegang:1.9:attribute:FirstName", "Jan", "PERSON"),
        ("urn:oid:2.5.4.42", "Kari", "PERSON"),
        ("URN:OID:0.9.2342.19200300.100.1.3", "kari@example.org", "EMAIL_ADDRESS"),
        ("urn:oid:1.2.752.29.4.13", "191212121212", "SE_PERSONNUMMER"),
        ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname", "Eksempel", "PERSON"),
        ("initials", "J.", "PERSON"),
        ("urn:nl:bvn:bankid:1.0:consumer.bin", "RABOBANK_1a2b3c4d5e6f", "PSEUDONYM"),
        ("urn:etoegang:1.9:ActingEntityID", "7d6e4f305c1f9a8b", "PSEUDONYM"),
        ("http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName", "Eksempel", "PERSON"),
        ("chamberOfCommerce", "12345678", "ORGANIZATION_NUMBER"),
    ],
)
def test_attributes_of_an_identity_broker_go_by_many_names(name: str, value: str, entity: str, detector: Detector) -> None:
    assert found(detector, {"subject": {name: value}}) == {(("subject", name), entity)}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("loa", "urn:etoegang:core:assurance-class:loa3"),
        ("urn:etoegang:core:LegalSubjectID", "00000003123456789000"),
        ("urn:etoegang:core:ServiceID", "urn:etoegang:DV:00000003123456789000:services:1"),
        ("actingSubjectID", "5d0c0000-0000-4000-8000-000000000001"),
        ("urn:oid:1.2.3.4.5", "42"),
        ("pseudonym", "n/a"),
    ],
)
def test_levels_services_and_uuids_are_nobody(name: str, value: str, detector: Detector) -> None:
    assert found(detector, {name: value}) == set()


def test_the_name_id_of_an_assertions_subject_is_a_pseudonym(detector: Detector) -> None:
    assert found(detector, {"Subject": {"NameID": "a9f8e7d6c5b4a9f8"}}) == {(("Subject", "NameID"), "PSEUDONYM")}
    assert found(detector, {"Subject": {"NameID": "kari@example.org"}}) == {(("Subject", "NameID"), "EMAIL_ADDRESS")}
    assert found(detector, {"index": {"nameId": "a9f8e7d6c5b4a9f8"}}) == set()


@pytest.mark.parametrize(
    ("path", "type_", "entities"),
    [
        (("employee", "photo"), "jpeg", ["PHOTO"]),
        (("ansatt", "bilde"), "png", ["PHOTO"]),
        (("fingerprintImage", "value"), "tiff", ["BIOMETRIC"]),
        (("product", "image"), "jpeg", []),
        (("employee", "photo"), "pdf", []),
        ((), "png", []),
        (("contract",), "png", []),
    ],
)
def test_a_picture_is_somebodys_by_the_field_that_it_hangs_in(path: Path, type_: FileType, entities: list[str], detector: Detector) -> None:
    attached = replace(message({}), attachments=(Attachment("body", path, type_, 420),))
    findings = detector.find(attached, lambda text: False, Budget()).findings
    assert [(f.entity, f.path, f.leaf, f.start, f.end) for f in findings] == [(entity, path, -3, 0, 0) for entity in entities]


@pytest.mark.parametrize("beside", [{"iss": "https://idp.example.org"}, {"email_verified": True}, {"given_name": "Kari"}])
def test_the_subject_of_a_token_is_what_its_provider_calls_somebody(beside: Any, detector: Detector) -> None:
    assert (("sub",), "PSEUDONYM") in found(detector, {"sub": "248289761001", **beside})


def test_a_sub_of_nothing_is_nobody(detector: Detector) -> None:
    assert found(detector, {"sub": "248289761001", "title": "Underscores"}) == set()
    assert found(detector, {"sub": "service-account-7", "iss": "https://idp.example.org"}) == set()
    assert found(detector, {"sub": "5d0c0000-0000-4000-8000-000000000001", "iss": "https://idp.example.org"}) == set()


@pytest.mark.parametrize(("beside", "plates"), [({"make": "VOLVO"}, 1), ({"vin": ""}, 1), ({"kid": "00011"}, 0), ({}, 0)])
def test_a_registration_number_is_a_plate_beside_what_a_vehicle_has(beside: Any, plates: int, detector: Detector) -> None:
    seen = [e for _, e in found(detector, {"registrationNumber": "AB12 CDE", **beside})]
    assert seen.count("LICENSE_PLATE") == plates


@pytest.mark.parametrize("kind", ["ValueSet", "Organization", "CodeSystem", "PlanDefinition"])
def test_a_resource_of_no_patient_tells_of_nobodys_health(kind: str, detector: Detector) -> None:
    value = {"resourceType": kind, "id": "a-1", "code": {"text": "Hypertension"}, "valueQuantity": {"value": 88}}
    assert found(detector, value) == set()


@pytest.mark.parametrize(
    ("value", "entities"),
    [
        ({"fagforening": {"navn": "Fagforbundet"}}, {"UNION"}),
        ({"Religion_Reference": {"ID": "Lutheran"}}, {"RELIGION"}),
        ({"maritalStatus": {"coding": [{"system": "x", "code": "M"}]}}, {"MARITAL_STATUS"}),
        ({"heart_rate": {"avg": 143}}, {"HEALTH"}),
        ({"lønnsart": {"navn": "Sykepenger"}}, {"HEALTH"}),
        ({"salaryType": {"name": "Fagforeningskontingent"}}, {"UNION"}),
        ({"salaryType": {"name": "Fastlønn", "number": "2000"}}, set()),
        ({"salaryTypes": [{"name": "Sykepenger"}]}, set()),
        ({"absenceTypes": [{"code": "EM", "name": "Egenmelding"}]}, set()),
        ({"properties": {"heart_rate": {"type": "integer", "description": "beats per minute"}}}, set()),
        ({"nationality": {"description": "ISO country code"}}, set()),
        ({"nationality": {"code": "NO", "name": "Norge"}}, {"NATIONALITY"}),
        ({"sykmelding": {"id": "a1", "status": "SENDT"}}, set()),
        ({"nationality": {"name": ""}, "trade": {"union": {"name": "A"}}}, set()),
        ({"product": {"name": "Religion og kultur"}}, set()),
    ],
)
def test_an_object_of_a_trait_says_it_by_its_name_or_code(value: Any, entities: set[str], detector: Detector) -> None:
    assert {entity for _, entity in found(detector, value)} == entities
