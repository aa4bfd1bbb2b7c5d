"""The web shop's documents with their personal values marked, and some without any person."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any, Self, TypeAlias

from streams.traffic.fields import names
from streams.traffic.identifiers import digits, organisation
from streams.traffic.marks import Mixed, Personal
from streams.traffic.persons import Person, order_number


class Day(str):
    """A day as YYYY-MM-DD, and the instant in it at which something happened."""

    at: datetime

    @classmethod
    def of(cls, at: datetime) -> Self:
        day = cls(f"{at:%Y-%m-%d}")
        day.at = at
        return day

    def instant(self, before: int = 0) -> str:
        """So many seconds before, in UTC."""
        return f"{self.at - timedelta(seconds=before):%Y-%m-%dT%H:%M:%SZ}"


Document: TypeAlias = dict[str, Any]
Build: TypeAlias = Callable[[Random, Person, Day], Any]  # random source, person, when; a Document or a Format


def who(p: Person) -> Document:
    n = names(p.language)
    return {n["first_name"]: Personal(p.first, "PERSON"), n["last_name"]: Personal(p.last, "PERSON")}


def reach(p: Person) -> Document:
    n = names(p.language)
    return {n["email"]: Personal(p.email, "EMAIL_ADDRESS"), n["phone"]: Personal(p.phone, "PHONE_NUMBER")}


def address(p: Person) -> Document:
    n = names(p.language)
    return {n["street"]: Personal(p.street, "LOCATION"), n["town"]: Personal(p.town, "LOCATION"), "country": p.country}


def named(p: Person) -> Document:
    return {names(p.language)["name"]: Personal(p.name, "PERSON")}


def _numbered(p: Person) -> Document:
    return {names(p.language)["customer_number"]: Personal(p.customer_number, "CUSTOMER_NUMBER")}


def _order_number(rng: Random, p: Person) -> Document:
    return {names(p.language)["order_number"]: Personal(order_number(rng), "ORDER_NUMBER")}


def _goods(rng: Random) -> list[Document]:
    return [
        {"sku": f"AB-{digits(rng, 4)}", "qty": rng.randint(1, 9), "unitPrice": rng.randint(90, 9000) / 10} for _ in range(rng.randint(1, 4))
    ]


def remark(p: Person) -> Mixed:
    """A sentence with a telephone number and an e-mail address in it."""
    n = names(p.language)
    (call, after), (write, end) = n["call"].split("{}"), n["write"].split("{}")
    return Mixed((call, Personal(p.phone, "PHONE_NUMBER"), f"{after} {write}", Personal(p.email, "EMAIL_ADDRESS"), end))


def order(rng: Random, p: Person, day: str) -> Document:
    n = names(p.language)
    return {
        "order": {"date": day, **_order_number(rng, p)},
        "currency": "EUR",
        n["customer"]: {**_numbered(p), **named(p), **reach(p), n["address"]: address(p)},
        n["lines"]: _goods(rng),
        **({n["note"]: remark(p)} if rng.random() < 0.15 else {}),
    }


def shipment(rng: Random, p: Person, day: str) -> Document:
    n = names(p.language)
    recipient = {**named(p), n["phone"]: Personal(p.phone, "PHONE_NUMBER"), **address(p)}
    return {**_order_number(rng, p), "shipped": day, "colli": rng.randint(1, 3), n["recipient"]: recipient}


def customer(rng: Random, p: Person, _day: str) -> Document:
    """Master data; one in ten has a birth date, which the web shop's register does not declare."""
    n = names(p.language)
    born = {n["born"]: Personal(p.born, "DATE_OF_BIRTH")} if rng.random() < 0.1 else {}
    return {**_numbered(p), **who(p), **reach(p), **born, n["address"]: address(p)}


def invoice(rng: Random, p: Person, day: str) -> Document:
    """An invoice; one in twenty is disputed, and a claim holds its retention."""
    n = names(p.language)
    disputed = {"dispute": {"claim": f"T-{digits(rng, 3)}", "reviewDate": f"{int(day[:4]) + 1}-06-01"}} if rng.random() < 0.05 else {}
    return {
        "invoice": {"orderDate": day, "dueDays": 14, **_order_number(rng, p)},
        n["customer"]: {**_numbered(p), **named(p), n["address"]: address(p)},
        n["lines"]: _goods(rng),
        **disputed,
    }


def returned(rng: Random, p: Person, day: str) -> Document:
    n = names(p.language)
    return {**_order_number(rng, p), "received": day, "reason": "size", n["customer"]: {**_numbered(p), **named(p)}}


def subscription(rng: Random, p: Person, day: str) -> Document:
    """A newsletter's reader: consent given, withdrawn, or not told."""
    consent = rng.choices(("granted", "withdrawn", None), (80, 8, 12))[0]
    told = {"consents": {"newsletter": consent, **({"withdrawnAt": day} if consent == "withdrawn" else {})}} if consent else {}
    return {"list": "spring", "subscriber": {**named(p), names(p.language)["email"]: Personal(p.email, "EMAIL_ADDRESS")}, **told}


def picking(rng: Random, p: Person, _day: str) -> Document:
    n = names(p.language)
    return {**_order_number(rng, p), "aisle": f"G{rng.randint(1, 40)}", n["recipient"]: {**named(p), **address(p)}, n["lines"]: _goods(rng)}


def contact(rng: Random, p: Person, _day: str) -> Document:
    """A person at a company: the organisation number is nobody's, the person's title is personal."""
    n = names(p.language)
    company = {"organisasjonsnummer": organisation(rng)} if p.language == "nb" else {"segment": "B"}
    return {"company": company, n["contacts"]: [{**who(p), n["job"]: Personal(p.job, "JOB_TITLE"), **reach(p)}]}


def review(rng: Random, p: Person, _day: str) -> Document:
    """Reviewers under their own e-mail addresses: the object key itself is personal."""
    return {
        "sku": f"AB-{digits(rng, 4)}",
        "reviewers": {Personal(p.email, "EMAIL_ADDRESS"): {**named(p), "stars": rng.randint(1, 5)}},
    }


def login(_rng: Random, p: Person, _day: str) -> Document:
    """An account as it is created, password and all: what should not be in a message, and is."""
    n = names(p.language)
    return {
        n["username"]: Personal(p.username, "USERNAME"),
        n["password"]: Personal(p.password, "PASSWORD"),
        n["email"]: Personal(p.email, "EMAIL_ADDRESS"),
        n["ip"]: Personal(p.ip, "IP_ADDRESS"),
    }


def stock(rng: Random, _p: Person, _day: str) -> Document:
    items = [{"sku": f"AB-{digits(rng, 4)}", "onHand": rng.randint(0, 500)} for _ in range(rng.randint(1, 12))]
    return {"warehouse": "W1", "items": items}


def prices(rng: Random, _p: Person, day: str) -> Document:
    listed = [{"sku": f"AB-{digits(rng, 4)}", "net": rng.randint(90, 9000) / 10} for _ in range(rng.randint(1, 12))]
    return {"list": "B2C", "currency": "EUR", "validFrom": day, "prices": listed}
