"""Files of bookkeeping and payroll systems: SAF-T, SIE, PAXml, and tables that go over SFTP."""

from random import Random
from typing import Final

from streams.traffic.documents import remark
from streams.traffic.fields import names
from streams.traffic.formats.elements import Element, Xml, element, leaf
from streams.traffic.formats.ledgers import Ledger
from streams.traffic.formats.tables import Table
from streams.traffic.identifiers import digits, organisation
from streams.traffic.marks import Personal, Value, text
from streams.traffic.persons import Person, others

_SAF_T: Final = "urn:StandardAuditFile-Taxation-Financial:NO"
_ABSENT: Final = ("SJK", "SEM", "VAB", "ARB")  # sick, holiday, sick child, at work


def saf_t(rng: Random, p: Person, day: str) -> Xml:
    """A ledger with its customers, and who posted an entry."""
    customers = (_customer(each) for each in (p, *others(p, rng.randint(1, 3))))
    entry = element(
        "Transaction",
        leaf("TransactionID", digits(rng, 5)),
        leaf("TransactionDate", day),
        leaf("SourceID", Personal(p.username, "USERNAME")),
        leaf("Description", "Varesalg"),
        element(
            "Line", leaf("RecordID", "1"), leaf("AccountID", "3000"), element("CreditAmount", leaf("Amount", f"{rng.randint(90, 9000)}.00"))
        ),
    )
    company = element("Company", leaf("RegistrationNumber", organisation(rng)), leaf("Name", "Nettbutikken AS"))
    return Xml(
        Element(
            "AuditFile",
            (
                element("Header", leaf("AuditFileVersion", "1.30"), company),
                element("MasterFiles", element("Customers", *customers)),
                element("GeneralLedgerEntries", element("Journal", leaf("JournalID", "GL"), entry)),
            ),
            {"xmlns": _SAF_T},
        )
    )


def _customer(p: Person) -> Element:
    address = (leaf("StreetName", Personal(p.street, "LOCATION")), leaf("City", Personal(p.town, "LOCATION")))
    somebody = element("ContactPerson", leaf("FirstName", Personal(p.first, "PERSON")), leaf("LastName", Personal(p.last, "PERSON")))
    return element(
        "Customer",
        leaf("Name", Personal(p.name, "PERSON")),
        element("Address", *address),
        element(
            "Contact", somebody, leaf("Telephone", Personal(p.phone, "PHONE_NUMBER")), leaf("Email", Personal(p.email, "EMAIL_ADDRESS"))
        ),
        element("BankAccount", leaf("IBANNumber", Personal(p.iban, "IBAN_CODE"))),
        leaf("CustomerID", Personal(p.customer_number, "CUSTOMER_NUMBER")),
    )


def sie(rng: Random, p: Person, day: str) -> Ledger:
    """A Swedish ledger in code page 437: the contact's name and telephone, and vouchers that speak of somebody."""
    date, amount = day.replace("-", ""), f"{rng.randint(90, 9000)}.00"
    said = text("Utlägg ", Personal(p.email, "EMAIL_ADDRESS"))
    return Ledger(
        (
            ("FLAGGA", ("0",)),
            ("PROGRAM", ("Bokslut", "4.2")),
            ("FORMAT", ("PC8",)),
            ("GEN", (date,)),
            ("SIETYP", ("4",)),
            ("FNAMN", ("Övningsbolaget AB",)),
            (
                "ADRESS",
                (
                    Personal(p.name, "PERSON"),
                    Personal(p.street, "LOCATION"),
                    Personal(p.town, "LOCATION"),
                    Personal(p.phone, "PHONE_NUMBER"),
                ),
            ),
            ("KONTO", ("7610", "Utbildning")),
            ("VER", ("A", digits(rng, 3), date, said)),
            ("{", ()),
            ("TRANS", ("7610", "{}", amount, date, "Kurs")),
            ("TRANS", ("1930", "{}", f"-{amount}", date, "Kurs")),
            ("}", ()),
        )
    )


def paxml(rng: Random, p: Person, day: str) -> Xml:
    """A month's employees with what they are paid, and their absence by code."""
    people = (p, *others(p, rng.randint(0, 4)))
    times = (_time(rng, each, day) for each in people)
    return Xml(
        element(
            "paxml",
            element("header", leaf("version", "2.2"), leaf("datum", day)),
            element("personal", *(_employed(each, day) for each in people)),
            element("tidtransaktioner", *times),
        ),
        charset="iso-8859-1",
    )


def _employed(p: Person, day: str) -> Element:
    return element(
        "person",
        leaf("personnr", Personal(p.national_id, p.national_entity)),
        leaf("fornamn", Personal(p.first, "PERSON")),
        leaf("efternamn", Personal(p.last, "PERSON")),
        leaf("postadress", Personal(p.street, "LOCATION")),
        leaf("ort", Personal(p.town, "LOCATION")),
        leaf("epostarb", Personal(p.email, "EMAIL_ADDRESS")),
        leaf("befattning", Personal(p.job, "JOB_TITLE")),
        leaf("bankkonto", Personal(p.iban, "IBAN_CODE")),
        leaf("manlon", Personal(p.salary, "SALARY"), datum=f"{day[:4]}-01-01"),
        anstid=_number(p),
    )


def _time(rng: Random, p: Person, day: str) -> Element:
    code = leaf("tidkod", rng.choice(_ABSENT))
    return element("tidtrans", code, leaf("datum", day), leaf("timmar", str(rng.randint(1, 8))), anstid=_number(p))


def _number(p: Person) -> Personal:
    return Personal(p.employee_number, "EMPLOYEE_NUMBER")


def employees(rng: Random, p: Person, _day: str) -> Table:
    """A payroll office's table: semicolons, Windows-1252, notes in quotes. One in thirty is the whole staff."""
    n = names(p.language)
    columns = (n["employee_number"], n["last_name"], n["first_name"], n["born"], n["national_id"], n["account"], n["salary"], n["note"])
    count = rng.randint(200, 1000) if rng.random() < 1 / 30 else rng.randint(2, 12)
    rows = [_row(each, noted=each is p) for each in (p, *others(p, count - 1))]
    return Table(columns, rows, charset="windows-1252")


def _row(p: Person, *, noted: bool) -> tuple[Value, ...]:
    return (
        _number(p),
        Personal(p.last, "PERSON"),
        Personal(p.first, "PERSON"),
        Personal(p.born, "DATE_OF_BIRTH"),
        Personal(p.national_id, p.national_entity),
        Personal(p.account, p.account_entity),
        Personal(p.salary, "SALARY"),
        remark(p) if noted else "",
    )


def contacts(rng: Random, p: Person, _day: str) -> Table:
    """Contacts out of a spreadsheet, its byte order mark in front; commas, semicolons or tabs."""
    n = names(p.language)
    columns = (n["name"], n["email"], n["phone"], n["street"], n["town"], n["customer_number"])
    rows = [
        (
            Personal(each.name, "PERSON"),
            Personal(each.email, "EMAIL_ADDRESS"),
            Personal(each.phone, "PHONE_NUMBER"),
            Personal(each.street, "LOCATION"),
            Personal(each.town, "LOCATION"),
            Personal(each.customer_number, "CUSTOMER_NUMBER"),
        )
        for each in (p, *others(p, rng.randint(2, 8)))
    ]
    return Table(columns, rows, rng.choice((";", ";", ",", "\t")), charset="utf-8-sig")
