"""UN/EDIFACT as retailers and carriers send it: orders, despatch advices and invoices (D.96A), with consumers and contacts in them."""

from random import Random

from streams.traffic.documents import remark
from streams.traffic.formats.interchanges import Interchange, Segment, segment
from streams.traffic.identifiers import digits
from streams.traffic.marks import Personal
from streams.traffic.persons import Person, order_number


def orders(rng: Random, p: Person, day: str) -> Interchange:
    """A retailer's order, to be delivered to the consumer."""
    number = Personal(order_number(rng), "ORDER_NUMBER")
    head = (
        segment("BGM", "220", number, "9"),
        segment("DTM", ("137", day.replace("-", ""), "102")),
        segment("FTX", "DEL", "", "", remark(p)),
    )
    return _interchange(rng, "ORDERS", day, *head, _consumer(p), *_reached(p), *_lines(rng))


def despatch(rng: Random, p: Person, day: str) -> Interchange:
    """A despatch advice that names whom the parcel goes to."""
    head = (segment("BGM", "351", f"DA{digits(rng, 7)}", "9"), segment("DTM", ("11", day.replace("-", ""), "102")))
    return _interchange(rng, "DESADV", day, *head, _order(rng), _consumer(p), *_reached(p), *_lines(rng))


def invoice(rng: Random, p: Person, day: str) -> Interchange:
    """An invoice between companies, the buyer's contact in it."""
    buyer = segment(
        "NAD", "BY", (f"70800000{digits(rng, 5)}", "", "9"), "", "VERKSTED EKSEMPEL AS", "INDUSTRIVEIEN 1", "HALDEN", "", "1776", "NO"
    )
    head = (segment("BGM", "380", f"F{digits(rng, 7)}", "9"), segment("DTM", ("137", day.replace("-", ""), "102")))
    return _interchange(rng, "INVOIC", day, *head, _order(rng), buyer, segment("CTA", "PD", ("", Personal(p.name, "PERSON"))), *_reached(p))


def _interchange(rng: Random, kind: str, day: str, *inside: Segment) -> Interchange:
    reference, lines = digits(rng, 7), rng.random() < 0.5
    sender, receiver = f"70800000{digits(rng, 5)}", f"70800000{digits(rng, 5)}"
    begun = segment("UNB", ("UNOC", "3"), (sender, "14"), (receiver, "14"), (day[2:].replace("-", ""), "0930"), reference)
    body = (segment("UNH", "1", (kind, "D", "96A", "UN", "EAN008")), *inside)
    ended = (segment("UNT", str(len(body) + 1), "1"), segment("UNZ", "1", reference))
    return Interchange((begun, *body, *ended), advice=rng.random() < 0.7, broken_lines=lines)


def _consumer(p: Person) -> Segment:
    """UD, the ultimate customer: name and address of a private person."""
    return segment(
        "NAD", "UD", "", "", Personal(p.name, "PERSON"), Personal(p.street, "LOCATION"), Personal(p.town, "LOCATION"), "", "", p.country
    )


def _reached(p: Person) -> tuple[Segment, ...]:
    return segment("COM", (Personal(p.phone, "PHONE_NUMBER"), "TE")), segment("COM", (Personal(p.email, "EMAIL_ADDRESS"), "EM"))


def _order(rng: Random) -> Segment:
    return segment("RFF", ("ON", Personal(order_number(rng), "ORDER_NUMBER")))


def _lines(rng: Random) -> list[Segment]:
    lines: list[Segment] = []
    for number in range(rng.randint(1, 4)):
        lines += (segment("LIN", str(number + 1), "", (f"70380{digits(rng, 8)}", "EN")), segment("QTY", ("21", str(rng.randint(1, 9)))))
    return lines
