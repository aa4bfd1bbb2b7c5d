"""Bank files of ISO 20022: credit transfers to people (pain.001) and statements of who paid (camt.053)."""

from random import Random
from typing import Final

from streams.traffic.formats.elements import Element, Xml, element, leaf
from streams.traffic.identifiers import digits, iban_of
from streams.traffic.marks import Personal, Value, text
from streams.traffic.persons import Person, others

_URN: Final = "urn:iso:std:iso:20022:tech:xsd:"
_COMPANY: Final = "Nettbutikken AS"


def credit_transfer(rng: Random, p: Person, day: str) -> Xml:
    """Salaries of a few employees, each to an account of their own; the company pays."""
    paid = (p, *others(p, rng.randint(1, 4)))
    total = str(len(paid))
    header = element(
        "GrpHdr",
        leaf("MsgId", f"LN{digits(rng, 8)}"),
        leaf("CreDtTm", f"{day}T06:00:00"),
        leaf("NbOfTxs", total),
        element("InitgPty", leaf("Nm", _COMPANY)),
    )
    payment = element(
        "PmtInf",
        leaf("PmtInfId", f"P{digits(rng, 6)}"),
        leaf("PmtMtd", "TRF"),
        leaf("ReqdExctnDt", day),
        element("Dbtr", leaf("Nm", _COMPANY)),
        *(_transfer(rng, each, day) for each in paid),
    )
    return _document("pain.001.001.03", element("CstmrCdtTrfInitn", header, payment))


def statement(rng: Random, p: Person, day: str) -> Xml:
    """What people paid in, with what they wrote to it."""
    entries = (_entry(rng, each, day) for each in (p, *others(p, rng.randint(0, 3))))
    account = element("Acct", element("Id", leaf("IBAN", iban_of(rng, "NO"))), element("Ownr", leaf("Nm", _COMPANY)))
    told = element("Stmt", leaf("Id", f"S{digits(rng, 6)}"), leaf("CreDtTm", f"{day}T05:00:00"), account, *entries)
    return _document("camt.053.001.02", element("BkToCstmrStmt", element("GrpHdr", leaf("MsgId", f"B{digits(rng, 8)}")), told))


def _document(kind: str, inside: Element) -> Xml:
    return Xml(Element("Document", (inside,), {"xmlns": _URN + kind}))


def _transfer(rng: Random, p: Person, day: str) -> Element:
    return element(
        "CdtTrfTxInf",
        element("PmtId", leaf("EndToEndId", f"E{digits(rng, 9)}")),
        element("Amt", leaf("InstdAmt", f"{rng.randint(21_000, 61_000)}.00", Ccy="NOK")),
        element("Cdtr", leaf("Nm", Personal(p.name, "PERSON")), _address(p)),
        element("CdtrAcct", element("Id", leaf("IBAN", Personal(p.iban, "IBAN_CODE")))),
        element("Purp", leaf("Cd", "SALA")),
        element("RmtInf", leaf("Ustrd", f"Lønn {day[:7]}")),
    )


def _entry(rng: Random, p: Person, day: str) -> Element:
    said: Value = f"Faktura F-{digits(rng, 6)}"
    if rng.random() < 0.3:
        said = text(f"{said}, ", Personal(p.email, "EMAIL_ADDRESS"))
    parties = element(
        "RltdPties",
        element("Dbtr", leaf("Nm", Personal(p.name, "PERSON")), _address(p)),
        element("DbtrAcct", element("Id", leaf("IBAN", Personal(p.iban, "IBAN_CODE")))),
    )
    return element(
        "Ntry",
        leaf("Amt", f"{rng.randint(90, 9000)}.00", Ccy="NOK"),
        leaf("CdtDbtInd", "CRDT"),
        element("BookgDt", leaf("Dt", day)),
        element("NtryDtls", element("TxDtls", parties, element("RmtInf", leaf("Ustrd", said)))),
    )


def _address(p: Person) -> Element:
    return element(
        "PstlAdr",
        leaf("StrtNm", Personal(p.street, "LOCATION")),
        leaf("TwnNm", Personal(p.town, "LOCATION")),
        leaf("Ctry", p.country),
    )
