"""UBL 2.1 as PEPPOL BIS Billing 3 and EHF have it: invoices, credit notes and orders, with the people that stand in them."""

import base64
from random import Random
from typing import Final

from streams.traffic.documents import remark
from streams.traffic.formats.elements import Element, Xml, element, leaf
from streams.traffic.identifiers import digits, iban_of, organisation
from streams.traffic.marks import Personal
from streams.traffic.persons import Person, order_number

_URN: Final = "urn:oasis:names:specification:ubl:schema:xsd:"
_BILLING: Final = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
_PDF: Final = base64.b64encode(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n" * 6).decode()


def invoice(rng: Random, p: Person, day: str) -> Xml:
    """To a company whose contact the person is, or to the person; at times with a note and a time sheet as PDF."""
    return _billing("Invoice", rng, p, day)


def credit_note(rng: Random, p: Person, day: str) -> Xml:
    return _billing("CreditNote", rng, p, day)


def order(rng: Random, p: Person, day: str) -> Xml:
    """An order with the buyer's contact, who is also whom the goods go to."""
    delivery = element("cac:Delivery", element("cac:DeliveryLocation", _address(p)), element("cac:DeliveryParty", _contact(p)))
    return _document(
        "Order",
        leaf("cbc:ID", Personal(order_number(rng), "ORDER_NUMBER")),
        leaf("cbc:IssueDate", day),
        element("cac:BuyerCustomerParty", _company(rng, "Verksted Eksempel AS", _contact(p))),
        element("cac:SellerSupplierParty", _company(rng, "Nettbutikken AS")),
        delivery,
        *(element("cac:OrderLine", _line(rng, n, "LineItem", "Quantity")) for n in range(rng.randint(1, 4))),
    )


def _billing(kind: str, rng: Random, p: Person, day: str) -> Xml:
    private = rng.random() < 0.3
    customer = _private(p) if private else _company(rng, "Verksted Eksempel AS", _contact(p))
    return _document(
        kind,
        leaf("cbc:CustomizationID", _BILLING),
        leaf("cbc:ID", f"F-{digits(rng, 6)}"),
        leaf("cbc:IssueDate", day),
        leaf("cbc:Note", remark(p)) if rng.random() < 0.15 else None,
        leaf("cbc:DocumentCurrencyCode", "NOK"),
        leaf("cbc:BuyerReference", Personal(p.name, "PERSON")) if not private and rng.random() < 0.4 else None,
        element("cac:OrderReference", leaf("cbc:ID", Personal(order_number(rng), "ORDER_NUMBER"))),
        _timesheet() if rng.random() < 0.08 else None,
        element("cac:AccountingSupplierParty", _company(rng, "Nettbutikken AS")),
        element("cac:AccountingCustomerParty", customer),
        element(
            "cac:PaymentMeans",
            leaf("cbc:PaymentMeansCode", "30"),
            leaf("cbc:PaymentID", digits(rng, 12)),
            element("cac:PayeeFinancialAccount", leaf("cbc:ID", iban_of(rng, "NO"))),
        ),
        element("cac:LegalMonetaryTotal", leaf("cbc:PayableAmount", f"{rng.randint(90, 90_000)}.00", currencyID="NOK")),
        *(_line(rng, n, f"{kind}Line", "InvoicedQuantity" if kind == "Invoice" else "CreditedQuantity") for n in range(rng.randint(1, 5))),
    )


def _document(kind: str, *children: Element | None) -> Xml:
    names_of = {
        "xmlns": f"{_URN}{kind}-2",
        "xmlns:cac": f"{_URN}CommonAggregateComponents-2",
        "xmlns:cbc": f"{_URN}CommonBasicComponents-2",
    }
    return Xml(Element(kind, tuple(child for child in children if child is not None), names_of))


def _contact(p: Person) -> Element:
    return element(
        "cac:Contact",
        leaf("cbc:Name", Personal(p.name, "PERSON")),
        leaf("cbc:Telephone", Personal(p.phone, "PHONE_NUMBER")),
        leaf("cbc:ElectronicMail", Personal(p.email, "EMAIL_ADDRESS")),
    )


def _address(p: Person, name: str = "cac:Address") -> Element:
    return element(
        name,
        leaf("cbc:StreetName", Personal(p.street, "LOCATION")),
        leaf("cbc:CityName", Personal(p.town, "LOCATION")),
        element("cac:Country", leaf("cbc:IdentificationCode", p.country)),
    )


def _company(rng: Random, name: str, contact: Element | None = None) -> Element:
    number = organisation(rng)
    return element(
        "cac:Party",
        leaf("cbc:EndpointID", number, schemeID="0192"),
        element("cac:PartyName", leaf("cbc:Name", name)),
        element(
            "cac:PostalAddress",
            leaf("cbc:StreetName", "Industriveien 1"),
            leaf("cbc:CityName", "Halden"),
            element("cac:Country", leaf("cbc:IdentificationCode", "NO")),
        ),
        element("cac:PartyLegalEntity", leaf("cbc:RegistrationName", name), leaf("cbc:CompanyID", number)),
        contact,
    )


def _private(p: Person) -> Element:
    return element(
        "cac:Party",
        element("cac:PartyName", leaf("cbc:Name", Personal(p.name, "PERSON"))),
        _address(p, "cac:PostalAddress"),
        element("cac:PartyLegalEntity", leaf("cbc:RegistrationName", Personal(p.name, "PERSON"))),
        _contact(p),
    )


def _timesheet() -> Element:
    pdf = leaf("cbc:EmbeddedDocumentBinaryObject", _PDF, mimeCode="application/pdf", filename="timesheet.pdf")
    return element("cac:AdditionalDocumentReference", leaf("cbc:ID", "1"), element("cac:Attachment", pdf))


def _line(rng: Random, number: int, name: str, quantity: str) -> Element:
    return element(
        f"cac:{name}",
        leaf("cbc:ID", str(number + 1)),
        leaf(f"cbc:{quantity}", str(rng.randint(1, 9)), unitCode="EA"),
        element("cac:Item", leaf("cbc:Name", f"Artikkel AB-{digits(rng, 4)}")),
        element("cac:Price", leaf("cbc:PriceAmount", f"{rng.randint(9, 900)}.00", currencyID="NOK")),
    )
