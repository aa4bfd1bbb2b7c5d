"""Routes: the configured integrations that the traffic goes over, most of them known to the demo's registry."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from streams.traffic import documents as shop
from streams.traffic import payroll
from streams.traffic.documents import WITHOUT_PERSONS, Build
from streams.traffic.persons import Language

Tapped = Literal["connxio", "connectmyapps"]
TOPICS: Final[Mapping[Tapped, str]] = MappingProxyType({"connxio": "connxio.log", "connectmyapps": "connectmyapps.runs"})


@dataclass(frozen=True, slots=True)
class Route:
    """One integration: what is carried, from where to where, how often."""

    flow: str  # ConnXio's configCorrelationId, ConnectMyApps's flow
    document_type: str
    sender: str
    receiver: str
    build: Build
    languages: tuple[Language, ...]
    weight: int  # share of the platform's traffic
    endpoint: str = ""  # where ConnXio delivers it
    told: bool = True  # its status texts, properties, keys and headers name the person at times

    @property
    def personal(self) -> bool:
        return self.build not in WITHOUT_PERSONS

    @property
    def talks(self) -> bool:
        """Whether the person shows outside the body too."""
        return self.personal and self.told


NB: Final[tuple[Language, ...]] = ("nb",)
NORDIC: Final[tuple[Language, ...]] = ("nb", "nb", "sv", "da")
ALL: Final[tuple[Language, ...]] = ("nb", "nb", "sv", "da", "nl", "en")


def _id(tail: str) -> str:
    return f"5d0c0000-0000-4000-8000-{tail:0>12}"


_CARRIER, _AS4 = "sftp://sftp.carrier.example/in", "https://as4.accounting.example/msh"
_CONNXIO: Final = (
    Route(_id("1"), "Order", "ERP", "Carrier", shop.order, ALL, 27, _CARRIER),
    Route(_id("1"), "Order", "ERP", "CRM", shop.order, NB, 1, "https://crm.nettbutikken.example/orders"),  # outside its contract
    Route(_id("2"), "Shipment", "Carrier", "ERP", shop.shipment, ALL, 14, "https://api.nettbutikken.example/shipments"),
    Route(_id("3"), "Customer", "ERP", "CRM", shop.customer, ALL, 9, "https://crm.nettbutikken.example/people"),
    Route(_id("4"), "Invoice", "ERP", "Accounting", shop.invoice, NORDIC, 9, _AS4),
    Route(_id("4"), "Invoice", "ERP", "Collection", shop.invoice, NB, 1, "https://collection.example.com/in"),  # outside its contract
    Route(_id("5"), "Return", "Webshop", "ERP", shop.returned, NORDIC, 4, "https://api.nettbutikken.example/returns"),
    Route(_id("6"), "Subscription", "CRM", "Mailer Inc", shop.subscription, ALL, 5, "https://api.mailer.example/subscribers"),
    Route(_id("7"), "PickingList", "ERP", "Warehouse", shop.picking, NB, 4, "ftp://ftp.warehouse.example/out"),
    Route(_id("8"), "Supplier", "Supplier portal", "ERP", shop.contact, ALL, 3, "https://api.nettbutikken.example/suppliers"),
    Route(_id("9"), "Order", "ERP", "Carrier", shop.order, NB, 2, _CARRIER),
    Route(_id("a"), "Timesheet", "HR", "Payroll", payroll.timesheet, NORDIC, 3, "sftp://sftp.lonnost.example/in"),
    Route(_id("b"), "Backup", "Payroll", "Vault Corp", payroll.master, NORDIC, 1, "https://vault.backup.example/put"),
    Route(_id("f1"), "Stock", "ERP", "Webshop", shop.stock, NB, 9, "https://api.nettbutikken.example/stock"),
    Route(_id("f2"), "Price", "ERP", "Webshop", shop.prices, NB, 5, "https://api.nettbutikken.example/prices"),
    Route(_id("f3"), "Account", "Webshop", "Portal", shop.login, ALL, 3, "https://portal.example.com/accounts"),  # unregistered
)
_CONNECTMYAPPS: Final = (
    Route("customer-sync", "Customer", "CRM", "ERP", shop.customer, ALL, 26),
    Route("order-sync", "Order", "Webshop", "ERP", shop.order, ALL, 24),
    Route("review-sync", "Review", "Webshop", "Reviews", shop.review, NORDIC, 4),
    Route("payroll-export", "PayrollRun", "HR", "Payroll", payroll.payroll_run, ALL, 10),
    Route("salary-payment", "Payment", "Payroll", "Bank", payroll.payment, NORDIC, 6, told=False),
    Route("tax-report", "AMelding", "Payroll", "Tax authority", payroll.tax_report, NB, 5, told=False),
    Route("employee-sync", "Employee", "HR", "Directory", payroll.employee, ALL, 6),
    Route("payslip-delivery", "Payslip", "Payroll", "Mailbox", payroll.payslip, NORDIC, 4),
    Route("stock-sync", "Stock", "ERP", "Webshop", shop.stock, NB, 10),
    Route("lead-import", "Lead", "Website", "CRM", shop.contact, ALL, 5),  # unregistered
)
ROUTES: Final[Mapping[Tapped, tuple[Route, ...]]] = MappingProxyType({"connxio": _CONNXIO, "connectmyapps": _CONNECTMYAPPS})
