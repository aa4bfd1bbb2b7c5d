"""Payloads of many systems and languages: everything that is marked is found, and nothing else is."""

import pytest

from streams.inspect.detect.detector import Detector
from tests.inspect.detect.build import found
from tests.inspect.detect.corpus import PAYLOADS, marks, unmarked, words_of


@pytest.mark.parametrize("name", PAYLOADS)
def test_what_is_marked_is_found_and_nothing_else(name: str, detector: Detector) -> None:
    assert found(detector, unmarked(PAYLOADS[name]), words=words_of(name)) == set(marks(PAYLOADS[name]))


def test_keys_in_other_casings_say_the_same(detector: Detector) -> None:
    spellings = [
        "first_name",
        "firstName",
        "FirstName",
        "FIRST_NAME",
        "first-name",
        "firstname",
        "customer.firstName",
        "cbc:FirstName",
        "custFirstName",
    ]
    assert all(found(detector, {key: "Kari"}) == {((key,), "PERSON")} for key in spellings)


@pytest.mark.parametrize(
    "key", ["fødselsdato", "fodselsdato", "foedselsdato", "Fødselsdato", "FODSELSDATO", "födelsedatum", "foedelsedatum", "geboortedatum"]
)
def test_marks_and_their_spellings_say_the_same(key: str, detector: Detector) -> None:
    assert found(detector, {key: "1990-01-31"}) == {((key,), "DATE_OF_BIRTH")}


@pytest.mark.parametrize(
    "key", ["kundetelefon", "customerphone", "fakturaepost", "leveringsadresse2", "shippingstreet", "ansattnavn", "kontaktpersonnavn"]
)
def test_compounds_are_taken_apart(key: str, detector: Detector) -> None:
    value = "kari@example.org" if "epost" in key else "91234567" if "telefon" in key or "phone" in key else "Kari Eksempel"
    assert len(found(detector, {key: value})) == 1


def test_lon_is_a_longitude_beside_a_latitude_and_pay_with_its_marks(detector: Detector) -> None:
    assert found(detector, {"lat": 59.91, "lon": 10.75}) == {(("lat",), "GEO"), (("lon",), "GEO")}
    assert found(detector, {"lön": "41000"}) == {(("lön",), "SALARY")}
    assert found(detector, {"lon": "41000"}) == set()


def test_a_name_in_a_product_a_company_or_a_file_is_not_a_persons(detector: Detector) -> None:
    for container in ("product", "items", "company", "supplier", "file", "vare", "leverandør", "bedrijf", "orderLines", "department"):
        assert found(detector, {container: {"name": "Kari Eksempel"}}) == set(), container


def test_a_name_in_a_customer_a_contact_or_an_employee_is(detector: Detector) -> None:
    for container in (
        "customer",
        "contact",
        "employee",
        "kunde",
        "kontaktperson",
        "ansatt",
        "anställd",
        "medewerker",
        "klant",
        "medarbejder",
        "patient",
    ):
        assert found(detector, {container: {"name": "Kari Eksempel"}}) == {((container, "name"), "PERSON")}, container


def test_the_document_type_stands_for_a_missing_container(detector: Detector) -> None:
    assert found(detector, {"name": "Kari Eksempel"}, words={"document_type": "Employee"}) == {(("name",), "PERSON")}
    assert found(detector, {"name": "Kari Eksempel"}, words={"document_type": "Product"}) == set()


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "null",
        "N/A",
        "-",
        "true",
        "unknown",
        "ukjent",
        "2819c223-7f76-453a-919d-413861904646",
        "https://example.com/a",
        "???",
        "12345",
        "Eksempel AS",
        "system",
    ],
)
def test_what_cannot_be_a_name_is_none(value: str, detector: Detector) -> None:
    assert found(detector, {"lastName": value}) == set()


def test_a_company_that_is_a_customer_is_not_a_person(detector: Detector) -> None:
    company = {
        "customer": {
            "name": "Nordlys",
            "organizationNumber": "923609016",
            "address": {"street": "Havnegata 9", "city": "Bodø"},
            "contact": {"name": "Kari Eksempel"},
        }
    }
    assert found(detector, company) == {
        (("customer", "organizationNumber"), "ORGANIZATION_NUMBER"),
        (("customer", "contact", "name"), "PERSON"),
    }
