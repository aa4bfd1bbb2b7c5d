"""What public invoices, orders, webhooks and mails hold that looks personal and is not, and what is personal without looking so."""

from typing import Any

import pytest

from streams.inspect.detect.detector import Detector
from streams.inspect.detect.names import is_company, is_person_like
from streams.inspect.paths import render
from tests.inspect.decode.reading import BUDGET, body
from tests.inspect.detect.build import found

COMPANIES = (
    "UAB Pavyzdys", "OÜ Näidis", "Kunden AG Mitte", "Eksempel S.à r.l.", "Exemple SARL", "Voorbeeld BVBA", "Ejemplo S.L.", "Esempio S.p.A.",
    "Banque Exemplaire", "Société écran", "Przykład Sp. z o.o.", "Příklad s.r.o.", "Exempel Sparkasse", "Muster mbH",
    "CUMMERS MID-RANGE ENGINE PLANT", "Esimerkki Ky",
)  # fmt: skip
LOGINS: tuple[tuple[dict[str, str], bool], ...] = (  # what stands beside a login, and whether it is a person's
    ({"type": "User"}, True),
    ({}, True),
    ({"type": "Organization"}, False),
    ({"type": "Bot"}, False),
)
MAIL = {
    "internetMessageId": "<AM0PR01MB3456@AM0PR01MB3456.prod.example.com>",
    "inReplyTo": "<CAFxyz.1@mail.example.com>",
    "references": ["<20251130.1@mail.example.com>", "<20251130.2@mail.example.com>"],
    "from": {"emailAddress": {"address": "kari@example.org"}},
}
PATIENT: dict[str, Any] = {"resourceType": "Patient", "identifier": [{"system": "urn:oid:2.999.1", "value": "654321"}]}
INTERCHANGE = "UNA:+.? 'UNB+UNOC:3+A+B+260101:1017+1'UNH+1+{}'UNT+3+1'UNZ+1+1'"
PARTY = (
    "<BuyerTradeParty>{}<PostalTradeAddress><LineOne>Storgata 3</LineOne><CityName>Oslo</CityName></PostalTradeAddress></BuyerTradeParty>"
)
REGISTERED = "<SpecifiedLegalOrganization><ID>123456785</ID></SpecifiedLegalOrganization>"


def told(detector: Detector, text: str) -> set[tuple[str, str]]:
    """(path, entity) of what is personal in a document."""
    findings = detector.find(body(text.encode()), lambda word: False, BUDGET).findings
    return {(render(f.path), f.entity) for f in findings if f.category is not None}


@pytest.mark.parametrize("name", COMPANIES)
def test_a_legal_form_of_any_country_makes_a_company(name: str) -> None:
    assert is_company(name)
    assert not is_person_like(name)


@pytest.mark.parametrize(
    "name",
    ["Sia Eksempel", "Anna Sas", "KARI AS NORDMANN", "Kari Nordmann", "Marie-Claire Dupont", "Kari N Nordmann", "Ms. Kari J Eksempel, III"],
)
def test_a_name_that_only_resembles_one_stays_a_persons(name: str) -> None:
    assert not is_company(name)
    assert is_person_like(name)


@pytest.mark.parametrize("title", ["Gate B", "Plan C", "Ninja Multi-Config", "Debug Build", "Edge Buyer"])
def test_what_software_calls_its_own_things_is_nobody(title: str, detector: Detector) -> None:
    assert found(detector, {"configurePresets": [{"name": "x", "displayName": title}]}) == set()


@pytest.mark.parametrize("account", ["Individual Income Taxes", "Accounts Receivable", "Retained Earnings"])
def test_an_account_of_a_ledger_is_nobody(account: str, detector: Detector) -> None:
    assert found(detector, {"Account name": account}) == set()
    assert found(detector, {"Account name": "Kari Eksempel"}) == {(("Account name",), "PERSON")}


def test_who_runs_an_aircraft_or_a_network_is_a_company(detector: Detector) -> None:
    assert found(detector, {"Aircraft Airline Operator": "MILITARY", "network_operator": "kari.eksempel"}) == set()


def test_a_greeting_to_the_world_names_nobody(detector: Detector) -> None:
    assert found(detector, {"note": "Hello, World! This is only a test."}) == set()
    assert found(detector, {"note": "Hello Kari! This is only a test."}) == {(("note",), "PERSON")}


@pytest.mark.parametrize("text", ["Sehr geehrter Kollege Dr. Kari Beispielhaft", "Prof. Otto Beispielhaft\n", "Mme Claire Exempliste"])
def test_a_title_announces_a_name_that_no_list_has(text: str, detector: Detector) -> None:
    assert found(detector, {"note": text}) == {(("note",), "PERSON")}


def test_an_office_in_an_invoices_foot_names_who_holds_it(detector: Detector) -> None:
    assert (("note",), "PERSON") in found(detector, {"note": "Beispiel GmbH\nGeschäftsführer: Kari Beispielhaft\nHRB 123"})


def test_a_list_of_functions_is_a_programs(detector: Detector) -> None:
    assert found(detector, {"member": {"functions": ["Ref", "GetAtt"]}}) == set()
    assert found(detector, {"member": {"function": "Kasserer"}}) == {(("member", "function"), "JOB_TITLE")}


@pytest.mark.parametrize(("beside", "personal"), LOGINS)
def test_a_login_of_an_organisation_or_a_robot_is_no_persons(beside: dict[str, str], personal: bool, detector: Detector) -> None:
    assert found(detector, {"sender": {"login": "octoeksempel", **beside}}) == ({(("sender", "login"), "USERNAME")} if personal else set())


def test_the_account_of_an_organisation_needs_no_type(detector: Detector) -> None:
    assert found(detector, {"organization": {"login": "octoeksempel"}}) == set()


def test_what_servers_call_a_mail_is_no_address(detector: Detector) -> None:
    assert found(detector, MAIL) == {(("from", "emailAddress", "address"), "EMAIL_ADDRESS")}


def test_references_to_persons_keep_their_addresses(detector: Detector) -> None:
    assert (("references", 0), "EMAIL_ADDRESS") in found(detector, {"references": ["kari@example.org"]})


@pytest.mark.parametrize("field", ["PaymentID", "EndToEndId", "kidnummer", "OCR"])
def test_a_payment_reference_is_no_personnummer(field: str, detector: Detector) -> None:
    assert found(detector, {field: "191212121212"}) == set()
    assert found(detector, {"remark": "191212121212"}) == {(("remark",), "SE_PERSONNUMMER")}


@pytest.mark.parametrize(("key", "entities"), [("490154203237518", {"IMEI"}), ("490154203237519", set()), ("770154203237515", set())])
def test_a_records_key_that_is_a_devices_number_stands_alone(key: str, entities: set[str], detector: Detector) -> None:
    assert {entity for _, entity in found(detector, key, "key")} == entities
    assert found(detector, {"value": key}) == set()


def test_what_somebody_charges_a_car_with_is_theirs(detector: Detector) -> None:
    token = {"uid": "012345678", "type": "RFID", "contract_id": "NL-TST-C12345678-S"}
    assert {path for path, _ in found(detector, {"cdr_token": token, "evse_uid": "3256"})} == {
        ("cdr_token", "uid"),
        ("cdr_token", "contract_id"),
    }
    assert found(detector, [2, "1", "Authorize", {"idTag": "044943121F1A80"}]) == {((3, "idTag"), "CUSTOMER_NUMBER")}
    assert found(detector, {"contract_id": "C-2024-118", "title": "Cleaning"}) == set()


@pytest.mark.parametrize(
    ("changes", "personal"),
    [({"type": {"coding": [{"code": "MR"}]}}, True), ({"system": "urn:example:fhir/sid/patient"}, True), ({}, False)],
)
def test_a_patients_number_is_told_by_its_type_or_its_system(changes: dict[str, Any], personal: bool, detector: Detector) -> None:
    patient = {**PATIENT, "identifier": [{**PATIENT["identifier"][0], **changes}]}
    numbers = {path for path, entity in found(detector, patient) if entity == "CUSTOMER_NUMBER"}
    assert numbers == ({("identifier", 0, "value")} if personal else set())


def test_the_kind_of_a_specimen_tells_of_no_ones_health(detector: Detector) -> None:
    assert found(detector, {"resourceType": "Specimen", "type": {"coding": [{"code": "119297000"}]}}) == set()


@pytest.mark.parametrize(
    "company",
    ["<Name>Muster GmbH</Name>", "<Name>Kunden AG Mitte</Name>", f"<Name>LE CLIENT</Name>{REGISTERED}"],
    ids=["end", "middle", "register"],
)
def test_the_address_lines_of_a_company_in_an_invoice_are_nobodys(company: str, detector: Detector) -> None:
    assert told(detector, f"<Invoice><Trade>{PARTY.format(company)}</Trade></Invoice>") == set()


def test_the_address_lines_of_a_person_in_an_invoice_are_theirs(detector: Detector) -> None:
    party = "/Invoice/Trade/BuyerTradeParty"
    assert told(detector, f"<Invoice><Trade>{PARTY.format('<Name>Kari Eksempel</Name>')}</Trade></Invoice>") == {
        (f"{party}/Name", "PERSON"),
        (f"{party}/PostalTradeAddress/LineOne", "LOCATION"),
        (f"{party}/PostalTradeAddress/CityName", "LOCATION"),
    }


def test_a_contacts_number_without_its_country_is_a_phone(detector: Detector) -> None:
    number = "<TelephoneUniversalCommunication><CompleteNumber>01 02 03 54 87</CompleteNumber></TelephoneUniversalCommunication>"
    assert [entity for _, entity in told(detector, f"<Contact>{number}</Contact>")] == ["PHONE_NUMBER"]


@pytest.mark.parametrize(("role", "personal"), [("AG", True), ("WE", True), ("LF", False), ("SP", False)])
def test_the_partner_of_an_idoc_that_supplies_or_carries_is_a_company(role: str, personal: bool, detector: Detector) -> None:
    idoc = f"<ORDERS05><IDOC><E1EDKA1><PARVW>{role}</PARVW><NAME1>Kari Eksempel</NAME1></E1EDKA1></IDOC></ORDERS05>"
    assert told(detector, idoc) == ({("/ORDERS05/IDOC/E1EDKA1/NAME1", "PERSON")} if personal else set())


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        ("NAD+PAT++Eksempel:Kari::Storgata 3", {("NAD[1]/3.1", "PERSON"), ("NAD[1]/3.2", "PERSON"), ("NAD[1]/3.4", "LOCATION")}),
        ("NAD+FL++KARI EKSEMPEL:STORGATA 3", {("NAD[1]/3.1", "PERSON"), ("NAD[1]/3.2", "LOCATION")}),
        ("NAD+FL++STORGATA 3:OSLO", {("NAD[1]/3.1", "LOCATION"), ("NAD[1]/3.2", "LOCATION")}),
    ],
)
def test_a_patients_name_may_stand_in_the_lines_of_the_address(party: str, expected: set[tuple[str, str]], detector: Detector) -> None:
    assert told(detector, INTERCHANGE.format(f"MEDRPT:1:901:UN'{party}")) == expected


def test_a_doctor_in_an_interchanges_free_text_is_named(detector: Detector) -> None:
    assert told(detector, INTERCHANGE.format("MEDRPT:1:901:UN'FTX+BFD++Dr?. Kari Beispielhaft")) == {("FTX[1]/3.1", "PERSON")}
