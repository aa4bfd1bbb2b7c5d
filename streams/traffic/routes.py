"""Routes: the configured integrations that the traffic goes over, and how much of all traffic goes over each.

A route's weight is its share of all five platforms' traffic, in thousandths; `RECIPE` says what the shares of each kind of
document add up to.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from streams.traffic import bikes, books, crm, edi, identities, iso20022, mails, payroll, ubl
from streams.traffic import documents as shop
from streams.traffic.documents import Build
from streams.traffic.persons import Language

Tapped = Literal["connxio", "connectmyapps", "connectis", "conneqtech", "superoffice"]
Kind = Literal["events", "orders", "master data", "ubl", "edifact", "telemetry", "payroll", "bank files", "identities", "control", "split"]
RECIPE: Final[Mapping[Kind, int]] = MappingProxyType(  # thousandths; what splitters make of files comes on top
    {
        "events": 250,
        "orders": 150,
        "master data": 200,
        "ubl": 80,
        "edifact": 40,
        "telemetry": 150,
        "payroll": 30,
        "bank files": 20,
        "identities": 20,
        "control": 60,
    }
)
TOPICS: Final[Mapping[Tapped, str]] = MappingProxyType(
    {
        "connxio": "connxio.log",
        "connectmyapps": "connectmyapps.runs",
        "connectis": "connectis.attributes",
        "conneqtech": "conneqtech.events",
        "superoffice": "superoffice.webhooks",
    }
)
WITHOUT_PERSONS: Final = (shop.stock, shop.prices, bikes.firmware, identities.heartbeat, crm.company_event, crm.other_event)


@dataclass(frozen=True, slots=True)
class Route:
    """One integration: what is carried, from where to where, how often."""

    flow: str  # ConnXio's configCorrelationId, ConnectMyApps's flow
    document_type: str
    sender: str
    receiver: str
    build: Build
    languages: tuple[Language, ...]
    weight: int  # thousandths of all traffic
    kind: Kind
    endpoint: str = ""  # where ConnXio delivers it
    told: bool = True  # its status texts, properties, keys and headers name the person at times
    child: Build | None = None  # what a splitter makes of each row

    @property
    def personal(self) -> bool:
        return self.build not in WITHOUT_PERSONS

    @property
    def talks(self) -> bool:
        """Whether the person shows outside the body too."""
        return self.personal and self.told


NB: Final[tuple[Language, ...]] = ("nb",)
SV: Final[tuple[Language, ...]] = ("sv",)
NL: Final[tuple[Language, ...]] = ("nl",)
NORDIC: Final[tuple[Language, ...]] = ("nb", "nb", "nn", "sv", "da", "fi")
ALL: Final[tuple[Language, ...]] = ("nb", "nb", "nn", "sv", "da", "nl", "de", "fi", "lt", "en")


def _id(tail: str) -> str:
    return f"5d0c0000-0000-4000-8000-{tail:0>12}"


_CARRIER, _AS4, _API = "sftp://sftp.carrier.example/in", "https://as4.accounting.example/msh", "https://api.nettbutikken.example"
_PEPPOL, _HR = "https://ap.peppol.example/as4", "sftp://sftp.lonnost.example/in"
_ORDERS: Final = (
    Route(_id("1"), "Order", "ERP", "Carrier", shop.order, ALL, 48, "orders", _CARRIER),
    Route(_id("1"), "Order", "ERP", "CRM", shop.order, NB, 2, "orders", "https://crm.nettbutikken.example/orders"),  # outside its contract
    Route(_id("2"), "Shipment", "Carrier", "ERP", shop.shipment, ALL, 26, "orders", f"{_API}/shipments"),
    Route(_id("5"), "Return", "Webshop", "ERP", shop.returned, NORDIC, 8, "orders", f"{_API}/returns"),
    Route(_id("7"), "PickingList", "ERP", "Warehouse", shop.picking, NB, 10, "orders", "ftp://ftp.warehouse.example/out"),
    Route(_id("9"), "Order", "ERP", "Carrier", shop.order, NB, 5, "orders", _CARRIER),
    Route(_id("e1"), "Order", "Web form", "ERP", mails.web_form, ALL, 11, "orders", f"{_API}/orders"),
)
_MASTER_DATA: Final = (
    Route(_id("3"), "Customer", "ERP", "CRM", shop.customer, ALL, 23, "master data", "https://crm.nettbutikken.example/people"),
    Route(_id("4"), "Invoice", "ERP", "Accounting", shop.invoice, NORDIC, 28, "master data", _AS4),
    Route(_id("4"), "Invoice", "ERP", "Collection", shop.invoice, NB, 3, "master data", "https://collection.example.com/in"),  # likewise
    Route(
        _id("6"), "Subscription", "CRM", "Mailer Inc", shop.subscription, ALL, 14, "master data", "https://api.mailer.example/subscribers"
    ),
    Route(_id("8"), "Supplier", "Supplier portal", "ERP", shop.contact, ALL, 6, "master data", f"{_API}/suppliers"),
    Route(_id("f3"), "Account", "Webshop", "Portal", shop.login, ALL, 4, "master data", "https://portal.example.com/accounts"),
    Route(_id("e2"), "CustomerExport", "ERP", "CRM", mails.export, ALL, 2, "master data", _CARRIER, child=shop.customer),
    Route(_id("e4"), "Contacts", "CRM", "Mailer", books.contacts, ALL, 2, "master data", _CARRIER, child=shop.customer),
    Route(_id("e3"), "Mail", "Mailbox", "CRM", mails.page, ALL, 3, "master data", "https://crm.nettbutikken.example/mails"),
)
_CONNXIO: Final = (
    *_ORDERS,
    *_MASTER_DATA,
    Route(_id("d1"), "EhfInvoice", "ERP", "Peppol", ubl.invoice, NORDIC, 42, "ubl", _PEPPOL),
    Route(_id("d2"), "EhfCreditNote", "ERP", "Peppol", ubl.credit_note, NORDIC, 6, "ubl", _PEPPOL),
    Route(_id("d3"), "PeppolOrder", "Peppol", "ERP", ubl.order, NORDIC, 12, "ubl", f"{_API}/peppol"),
    Route(_id("c1"), "EdiOrder", "Retailer", "ERP", edi.orders, ALL, 16, "edifact", _CARRIER),
    Route(_id("c2"), "EdiDespatch", "ERP", "Retailer", edi.despatch, ALL, 8, "edifact", _CARRIER),
    Route(_id("c3"), "EdiInvoice", "ERP", "Retailer", edi.invoice, NORDIC, 8, "edifact", _CARRIER),
    Route(_id("a"), "Timesheet", "HR", "Payroll", payroll.timesheet, NORDIC, 4, "payroll", _HR),
    Route(_id("b"), "Backup", "Payroll", "Vault Corp", payroll.master, NORDIC, 2, "payroll", "https://vault.backup.example/put"),
    Route(_id("a1"), "PAXml", "HR", "Payroll", books.paxml, SV, 2, "payroll", _HR),
    Route(_id("a2"), "Employees", "HR", "Payroll", books.employees, ALL, 2, "payroll", _HR, child=payroll.employee),
    Route(_id("b1"), "CreditTransfer", "Payroll", "Bank", iso20022.credit_transfer, NORDIC, 4, "bank files", "https://pay.bank.example/in"),
    Route(_id("b2"), "Statement", "Bank", "Accounting", iso20022.statement, NORDIC, 4, "bank files", _AS4),
    Route(_id("f1"), "Stock", "ERP", "Webshop", shop.stock, NB, 22, "control", f"{_API}/stock"),
    Route(_id("f2"), "Price", "ERP", "Webshop", shop.prices, NB, 13, "control", f"{_API}/prices"),
)
_CONNECTMYAPPS: Final = (
    Route("customer-sync", "Customer", "CRM", "ERP", shop.customer, ALL, 82, "master data"),
    Route("order-sync", "Order", "Webshop", "ERP", shop.order, ALL, 32, "orders"),
    Route("review-sync", "Review", "Webshop", "Reviews", shop.review, NORDIC, 8, "orders"),
    Route("payroll-export", "PayrollRun", "HR", "Payroll", payroll.payroll_run, ALL, 6, "payroll"),
    Route("salary-payment", "Payment", "Payroll", "Bank", payroll.payment, NORDIC, 4, "bank files", told=False),
    Route("tax-report", "AMelding", "Payroll", "Tax authority", payroll.tax_report, NB, 3, "payroll", told=False),
    Route("employee-sync", "Employee", "HR", "Directory", payroll.employee, ALL, 4, "payroll"),
    Route("payslip-delivery", "Payslip", "Payroll", "Mailbox", payroll.payslip, NORDIC, 3, "payroll"),
    Route("lead-import", "Lead", "Website", "CRM", shop.contact, ALL, 15, "master data"),  # unregistered, as all below
    Route("contact-file", "Contacts", "SFTP", "CRM", books.contacts, ALL, 4, "master data", child=shop.customer),
    Route("ticket-sync", "Ticket", "Helpdesk", "CRM", mails.ticket, ALL, 14, "master data"),
    Route("ehf-invoice", "EhfInvoice", "ERP", "Peppol", ubl.invoice, NORDIC, 20, "ubl"),
    Route("edi-order", "EdiOrder", "Retailer", "ERP", edi.orders, NORDIC, 8, "edifact"),
    Route("paxml-import", "PAXml", "HR", "Payroll", books.paxml, SV, 2, "payroll"),
    Route("staff-file", "Employees", "HR", "Payroll", books.employees, ALL, 2, "payroll", child=payroll.employee),
    Route("credit-transfer", "CreditTransfer", "Payroll", "Bank", iso20022.credit_transfer, NORDIC, 4, "bank files"),
    Route("saf-t-export", "SafT", "Accounting", "Auditor", books.saf_t, NB, 2, "bank files"),
    Route("sie-export", "Sie", "Accounting", "Auditor", books.sie, SV, 2, "bank files"),
    Route("stock-sync", "Stock", "ERP", "Webshop", shop.stock, NB, 25, "control"),
)


def _source(platform: str, kind: Kind, *rows: tuple[Build, str, int], languages: tuple[Language, ...] = ALL) -> tuple[Route, ...]:
    """Routes of a source system: one, whatever document it sends."""
    return tuple(Route("", name, platform, "iPaaS", build, languages, weight, kind) for build, name, weight in rows)


_SUPEROFFICE: Final = _source(
    "SuperOffice",
    "events",
    (crm.person_event, "person", 90),
    (crm.associate_event, "associate", 5),
    (crm.consent_event, "consent", 20),
    (crm.deleted_event, "deletion", 10),
    (crm.company_event, "contact", 30),
    (crm.sale_event, "sale", 30),
    (crm.other_event, "other", 25),
    (crm.person_record, "record", 28),
    (crm.ticket_message, "message", 12),
)
_CONNEQTECH: Final = _source(
    "Conneqtech",
    "telemetry",
    (bikes.telemetry, "telemetry", 92),
    (bikes.batch, "batch", 6),
    (bikes.lines, "lines", 4),
    (bikes.state, "state", 12),
    (bikes.ride, "ride", 12),
    (bikes.device_ride, "device-ride", 6),
    (bikes.bike, "bike", 4),
    (bikes.user, "user", 5),
    (bikes.theft, "theft", 3),
    (bikes.geofence, "geofence", 3),
    (bikes.firmware, "firmware", 3),
    languages=("nl", "nl", "nl", "de", "da", "en"),
)
_CONNECTIS: Final = _source(
    "Connectis",
    "identities",
    (identities.eherkenning, "eherkenning", 7),
    (identities.idin, "idin", 3),
    (identities.saml, "saml", 2),
    (identities.posted, "saml-post", 2),
    (identities.application, "application", 2),
    (identities.question, "question", 2),
    (identities.heartbeat, "heartbeat", 1),
    languages=NL,
) + _source("Connectis", "identities", (identities.eidas, "eidas", 1), languages=("de", "fi", "lt"))
ROUTES: Final[Mapping[Tapped, tuple[Route, ...]]] = MappingProxyType(
    {
        "connxio": _CONNXIO,
        "connectmyapps": _CONNECTMYAPPS,
        "connectis": _CONNECTIS,
        "conneqtech": _CONNEQTECH,
        "superoffice": _SUPEROFFICE,
    }
)
