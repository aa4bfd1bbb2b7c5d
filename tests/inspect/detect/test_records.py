"""What stands beside and around a field: pairs, tables, wrappers, trees, accounts, logins. One table per kind of reading."""

from dataclasses import replace
from typing import Any

import pytest

from streams.inspect.detect.detector import Detector
from streams.inspect.words import Budget, Syntax
from tests.inspect.detect.build import found, leaves, message

PERSON, LOGIN, NUMBER = "PERSON", "USERNAME", "CUSTOMER_NUMBER"


def test_a_table_is_read_by_its_headings(detector: Detector) -> None:
    table = {
        "columns": ["CustomerNo", "FirstName", "City", "Total"],
        "rows": [["10001", "Ida", "Molde", 120.5], ["10002", "Atle", "Bodø", 99]],
    }
    entities = (NUMBER, PERSON, "LOCATION")
    assert found(detector, table) == {(("rows", row, at), entity) for row in (0, 1) for at, entity in enumerate(entities)}


def test_headings_may_be_objects_and_cells_beyond_them_are_nobodys(detector: Detector) -> None:
    table = {"headers": [{"name": "Vorname"}], "data": [["Lena", "Vogt"]]}
    assert found(detector, table) == {(("data", 0, 0), PERSON)}


def test_rows_without_headings_and_matrices_say_nothing(detector: Detector) -> None:
    assert found(detector, {"rows": [["Ida", "Molde"]], "matrix": [[1, 2], [3, 4]]}) == set()


@pytest.mark.parametrize("holder", ["field", "question", "property"])
def test_a_pair_may_hold_its_name_in_an_object_of_its_own(holder: str, detector: Detector) -> None:
    answer = {"type": "text", "text": "Laura Lund", holder: {"id": "a1", "ref": "full_name"}}
    assert found(detector, {"answers": [answer]}) == {(("answers", 0, "text"), PERSON)}


def test_a_bare_name_among_pairs_is_somebodys_if_other_pairs_reach_them(detector: Detector) -> None:
    name = {"question": "Navn", "answer": "Sondre Skaar"}
    mail = {"question": "E-post", "answer": "sondre@example.no"}
    assert ((0, "answer"), PERSON) in found(detector, [name, mail])
    assert found(detector, [name, {"question": "Farge", "answer": "Rød"}]) == set()


@pytest.mark.parametrize("beside", ["fødselsnummer", "ssn", "bsn", "ansattnr", "sivilstand", "fagforening", "passportNumber"])
def test_a_bare_name_beside_what_only_a_person_has_is_somebodys(beside: str, detector: Detector) -> None:
    assert (("navn",), PERSON) in found(detector, {beside: "", "navn": "Kari Eksempel"})


@pytest.mark.parametrize("beside", ["taxId", "tin", "orgnr", "vatNumber", "price", "productId"])
def test_a_bare_name_beside_what_companies_and_goods_have_is_nobodys(beside: str, detector: Detector) -> None:
    assert found(detector, {beside: "", "navn": "Vindrun Strømvik"}) == set()  # on no list of names


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ({"addresses": [{"formatted": "Storgata 1, 0155 Oslo"}]}, ("addresses", 0, "formatted")),
        ({"customers": {"edges": [{"node": {"city": "Oslo"}}]}}, ("customers", "edges", 0, "node", "city")),
        ({"card": {"holder": "IDA HANSEN"}}, ("card", "holder")),
        ({"resource": {"name": [{"text": "Ida Holm"}], "birthDate": ""}}, ("resource", "name", 0, "text")),
        ({"data": {"name": "Will Parsons", "email": [{"value": ""}]}}, ("data", "name")),
        ({"title": "Tour Guide", "name": {"givenName": ""}}, ("title",)),
        ({"from": {"address": "lill@example.no", "name": "Lill Klagesen"}}, ("from", "name")),
        ({"item": {"name": "Hoban Washburne", "email": "", "phone": ""}}, ("item", "name")),
        ({"owner_id": {"name": "Jane"}}, ("owner_id", "name")),
        ({"Invoice": {"CustomerName": "Erik Holm"}}, ("Invoice", "CustomerName")),
    ],
)
def test_wrappers_and_what_hangs_beside_a_name_are_seen_through(value: Any, path: tuple[str | int, ...], detector: Detector) -> None:
    assert path in {at for at, _ in found(detector, value)}


@pytest.mark.parametrize(
    "value",
    [
        {"project": {"name": "Nybygg Torget", "email": "torget@"}},
        {"item": {"name": "Stol Emma", "sku": "1"}},
        {"categories": [{"children": [{"name": "Kjoler"}]}]},
        {"socialProfiles": [{"name": "Twitter"}]},
        {"gender_codes": ["M", "F", "X"]},
        {"labels": {"firstName": "Fornavn", "lastName": "Etternavn", "address": "Adresse"}},
        {"system": {"address": "10.0.0.0/8"}},
        {"node": {"address": "app-1.internal.example:443"}},
        {"party": {"partyName": "Kommune"}},
        {"zoneinfo": "Europe/Oslo", "address": {"country": ""}},
        {"remote": "git@example.org:acme/shop.git"},
        {"corporateId": {"value": ""}, "number": {"value": "10001"}, "type": "company"},
    ],
)
def test_things_enumerations_labels_and_endpoints_are_nobodys(value: Any, detector: Detector) -> None:
    assert found(detector, value) == set()


@pytest.mark.parametrize("value", [{"isPerson": True, "number": 10500}, {"type": "Person", "number": "C00120"}])
def test_the_number_of_a_private_persons_record_is_their_customer_number(value: Any, detector: Detector) -> None:
    assert found(detector, value) == {(("number",), NUMBER)}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"user": {"name": "khansen", "displayName": "Kim Hansen"}}, {(("user", "name"), LOGIN), (("user", "displayName"), PERSON)}),
        ({"user": {"name": "kim", "role": "x"}}, {(("user", "name"), PERSON)}),
        ({"author": {"name": "octo-kari"}}, {(("author", "name"), LOGIN)}),
        ({"reviewer": "hundemor82"}, {(("reviewer",), LOGIN)}),
        ({"reviewer": "import2026"}, set()),
        ({"user": {"displayName": "Babs"}}, {(("user", "displayName"), PERSON)}),
    ],
)
def test_logins_are_told_from_names(value: Any, expected: set[tuple[tuple[str, ...], str]], detector: Detector) -> None:
    assert found(detector, value) == expected


def test_an_account_is_a_banks_beside_a_sort_code(detector: Detector) -> None:
    assert found(detector, {"sortCode": "20-00-00", "accountNumber": "55779911"}) == {(("accountNumber",), "BANK_ACCOUNT")}
    assert found(detector, {"ledger": "GL", "accountNumber": "55779911"}) == set()


def test_where_a_company_is_paid_is_nobodys_account(detector: Detector) -> None:
    company = {"seller": {"orgNumber": "923609016", "iban": "NO9386011117947"}}
    assert found(detector, company) == {(("seller", "orgNumber"), "ORGANIZATION_NUMBER")}
    assert (("payee", "iban"), "IBAN_CODE") in found(detector, {"payee": {"iban": "NO9386011117947"}})


def test_an_account_number_that_could_be_a_fodselsnummer_is_what_its_field_says(detector: Detector) -> None:
    both = "64471455421"  # passes both modulus-11 rules, day and month included
    assert found(detector, {"kontonummer": both}) == {(("kontonummer",), "NO_BANK_ACCOUNT")}
    assert found(detector, {"fødselsnummer": both}) == {(("fødselsnummer",), "NO_FODSELSNUMMER")}


def test_a_fodselsnummer_that_lost_its_zero_is_one_only_in_its_field(detector: Detector) -> None:
    assert found(detector, {"fnr": 2829414883}) == {(("fnr",), "NO_FODSELSNUMMER")}
    assert found(detector, {"count": 2829414883}) == set()


def test_raised_digits_in_a_field_of_a_fodselsnummer_are_no_number(detector: Detector) -> None:
    assert found(detector, {"fnr": "\u00b2" * 10}) == set()


@pytest.mark.parametrize("key", ["kontaktlærer", "läkare", "huisarts", "kasserer", "reviewer", "responder", "henviser"])
def test_roles_name_people(key: str, detector: Detector) -> None:
    assert found(detector, {key: "Eva Strand"}) == {((key,), PERSON)}
    assert found(detector, {key: {"name": "Eva Strand"}}) == {((key, "name"), PERSON)}


@pytest.mark.parametrize(
    ("key", "value", "entity"),
    [
        ("DaBi", "1990-04-11T00:00:00Z", "DATE_OF_BIRTH"),
        ("SoSe", "999932561", "NL_BSN"),
        ("LaNm", "Bakker", PERSON),
        ("ZpCd", "3811 EP", "LOCATION"),
        ("cust_first_nm", "Ray", PERSON),
        ("cust_addr_ln_1", "1 Table Road", "LOCATION"),
        ("XPN.1", "Hansen", PERSON),
        ("PID.7", "19790410", "DATE_OF_BIRTH"),
        ("mailNickname", "adelev", LOGIN),
        ("klantkaart", "262050012", NUMBER),
        ("depositumskonto", "97586195046", "NO_BANK_ACCOUNT"),
        ("birthday", "04/12", "DATE_OF_BIRTH"),
        ("birthDate", "/Date(495158400000)/", "DATE_OF_BIRTH"),
        ("birthDate", "[D:04/23/1975]", "DATE_OF_BIRTH"),
        ("birthDate", "1985-03-07T00:00:00+01:00", "DATE_OF_BIRTH"),
        ("orderId", "acme-shop-123", "ORDER_NUMBER"),
        ("firstName", "Tom", PERSON),
        ("contactName", "Lars Ek", PERSON),
        ("assignee", "Dr. Anne Lie", PERSON),
    ],
)
def test_abbreviations_vendors_dates_and_odd_names_are_read(key: str, value: str, entity: str, detector: Detector) -> None:
    assert found(detector, {key: value}) == {((key,), entity)}


@pytest.mark.parametrize("text", ["Ring meg på 98 76 54 32.", "Du når meg ikke, men hun treffes på 98765432", "Bel mij op 06 12312312"])
def test_a_call_stands_witness_for_a_number(text: str, detector: Detector) -> None:
    assert {entity for _, entity in found(detector, {"text": text})} == {"PHONE_NUMBER"}


@pytest.mark.parametrize("text", ["Hei Unni! Pakken kan hentes.", "Hello Bob, thanks", "Takk Kari, det går fint"])
def test_a_greeting_names_somebody(text: str, detector: Detector) -> None:
    assert {entity for _, entity in found(detector, {"text": text})} == {PERSON}


def test_the_customer_in_a_companys_record_is_not_the_company(detector: Detector) -> None:
    assert found(detector, {"orgnr": "974760673", "customer": {"name": "Kari Eksempel"}}) == {
        (("orgnr",), "ORGANIZATION_NUMBER"),
        (("customer", "name"), PERSON),
    }
    company = {"customer": {"name": "Nordvik Handel", "orgnr": "974760673", "address": {"street": "Storgata 1"}}}
    assert found(detector, company) == {(("customer", "orgnr"), "ORGANIZATION_NUMBER")}


def test_a_looked_up_person_keeps_their_title_whatever_document_asked_for_them(detector: Detector) -> None:
    record = {"metadata": {"dataCollection": [{"Firstname": "Ida", "Lastname": "Moen", "Title": "Rådgiver"}]}}
    path = ("metadata", "dataCollection", 0, "Title")
    assert (path, "JOB_TITLE") in found(detector, record, "lookup", words={"document_type": "Order"})


@pytest.mark.parametrize(
    ("account", "owned"),
    [
        ({"Acct": {"Id": {"IBAN": "NO9386011117947"}, "Ownr": {"Nm": "Eksempel Handel AS"}}}, False),
        ({"Acct": {"Id": {"IBAN": "NO9386011117947"}, "Ownr": {"Nm": "Kari Eksempel"}}}, True),
        ({"Dbtr": {"Nm": "Eksempel Handel AS"}, "DbtrAcct": {"Id": {"IBAN": "NO9386011117947"}}}, False),
        ({"Cdtr": {"Nm": "Kari Eksempel"}, "CdtrAcct": {"Id": {"IBAN": "NO9386011117947"}}}, True),
        ({"Cdtr": {"Nm": "B", "Id": {"OrgId": {"Othr": {"Id": "923609016"}}}}, "CdtrAcct": {"Id": {"IBAN": "NO9386011117947"}}}, False),
        ({"CdtrAcct": {"Id": {"IBAN": "NO9386011117947"}}}, True),
    ],
)
def test_an_account_in_a_bank_file_is_its_owners(account: Any, owned: bool, detector: Detector) -> None:
    file = replace(message({}), leaves=tuple(leaves(account, "body", (Syntax.XML, "Document"))))
    entities = {f.entity for f in detector.find(file, lambda text: False, Budget()).findings}
    assert ("IBAN_CODE" in entities) is owned


@pytest.mark.parametrize(("seller", "owned"), [("Eksempel Handel AS", False), ("Kari Eksempel", True)])
def test_the_account_that_an_invoice_is_paid_to_is_its_sellers(seller: str, owned: bool, detector: Detector) -> None:
    party = {"AccountingSupplierParty": {"Party": {"PartyName": {"Name": seller}}}}
    account = {"PaymentMeans": {"PayeeFinancialAccount": {"ID": "NO9386011117947"}}}
    file = replace(message({}), leaves=tuple(leaves(party | account, "body", (Syntax.XML, "Invoice"))))
    entities = {f.entity for f in detector.find(file, lambda text: False, Budget()).findings}
    assert ("IBAN_CODE" in entities) is owned
