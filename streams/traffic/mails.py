"""Mails, web forms and exports: what people wrote, as HTML in a field, as a form, and as lines of JSON."""

from random import Random
from typing import Any

from streams.traffic.documents import Document, customer, named
from streams.traffic.fields import names
from streams.traffic.formats.texts import Form, Lines, Prose
from streams.traffic.identifiers import digits
from streams.traffic.marks import Mixed, Personal
from streams.traffic.persons import Person, order_number, others


def ticket(rng: Random, p: Person, day: str) -> Document:
    """A support ticket whose message is the HTML mail that somebody wrote."""
    sender = {names(p.language)["email"]: Personal(p.email, "EMAIL_ADDRESS"), **named(p)}
    return {
        "ticketId": f"T{digits(rng, 5)}",
        "opened": day,
        "customer": sender,
        "messages": [{"contentType": "text/html", "html": mail(p)}],
    }


def mail(p: Person) -> Mixed:
    """A page with a signature: telephone and e-mail address between tags, and once more in a link."""
    n = names(p.language)
    (call, after), (write, end) = n["call"].split("{}"), n["write"].split("{}")
    return Mixed(
        (
            f"<html><body><p>{call}<b>",
            Personal(p.phone, "PHONE_NUMBER"),
            f'</b>{after} {write}<a href="mailto:',
            Personal(p.email, "EMAIL_ADDRESS"),
            f'">mail</a>{end}</p></body></html>',
        )
    )


def page(_rng: Random, p: Person, _day: str) -> Prose:
    """The mail alone, as an inbound mail adapter hands it on."""
    return Prose(mail(p), "text/html")


def web_form(rng: Random, p: Person, day: str) -> Form:
    """An order form as a browser posts it."""
    n = names(p.language)
    return Form(
        {
            n["order_number"]: Personal(order_number(rng), "ORDER_NUMBER"),
            n["first_name"]: Personal(p.first, "PERSON"),
            n["last_name"]: Personal(p.last, "PERSON"),
            n["email"]: Personal(p.email, "EMAIL_ADDRESS"),
            n["phone"]: Personal(p.phone, "PHONE_NUMBER"),
            n["street"]: Personal(p.street, "LOCATION"),
            n["town"]: Personal(p.town, "LOCATION"),
            "date": day,
        }
    )


def export(rng: Random, p: Person, day: str) -> Lines:
    """Customers as lines of JSON: a batch that a platform made of many messages."""
    every: list[Any] = [customer(rng, each, day) for each in (p, *others(p, rng.randint(2, 9)))]
    return Lines(every)
