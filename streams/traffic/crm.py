"""What SuperOffice sends: events that name ids and changed columns and hardly a value, and the records that are fetched after them."""

from datetime import timedelta
from random import Random
from typing import Final

from streams.traffic.documents import Day, Document
from streams.traffic.identifiers import digits, organisation, seeded
from streams.traffic.mails import mail
from streams.traffic.marks import Mixed, Personal, text
from streams.traffic.persons import Person

_COLUMNS: Final = ("firstname", "lastname", "title", "day_of_birth", "person_number", "email_address", "phone", "updated")
_OTHERS: Final = ("activity", "project", "ticket", "document", "quote", "relation", "chat")
_COUNTRIES: Final = {"NO": 578, "SE": 752, "DK": 208, "NL": 528, "DE": 276, "FI": 246, "LT": 440, "GB": 826}  # ISO 3166-1 numeric


def record_id(p: Person) -> str:
    """The person's id in the CRM: of the end of a 32-bit range, where no tenant has come to."""
    rng = seeded("crm", p.email)
    return f"214{rng.randrange(7)}{digits(rng, 2)}{rng.randint(20, 99)}{digits(rng, 2)}"  # whose last six digits are no date


def person_event(rng: Random, p: Person, day: Day) -> Document:
    """A person was created or changed: which columns is said, what they hold is not."""
    event = "person.created" if rng.random() < 0.3 else "person.changed"
    fields = {**_of_person(rng, p), "country_id": _COUNTRIES[p.country], "updated": _local(rng, day)}
    changes = rng.sample(_COLUMNS, rng.randint(1, 4))
    return _event(rng, p, day, event) | {"PrimaryKey": _person_key(p), "Changes": changes, "FieldValues": fields}


def consent_event(rng: Random, p: Person, day: Day) -> Document:
    """Consent given or taken back: what drives a retention clock."""
    event = rng.choice(("person.consented", "person.consented", "person.unconsented"))
    fields = {**_of_person(rng, p), "legalBase_id": rng.randint(1, 6), "consentSource_id": rng.randint(1, 4)}
    return _event(rng, p, day, event) | {"PrimaryKey": _person_key(p), "FieldValues": fields}


def deleted_event(rng: Random, p: Person, day: Day) -> Document:
    """A person was deleted: `Values` holds the ids that were theirs."""
    event = rng.choice(("person.softdeleted", "person.deleted"))
    return _event(rng, p, day, event) | {"PrimaryKey": _person_key(p), "Values": _of_person(rng, p)}


def associate_event(rng: Random, p: Person, day: Day) -> Document:
    """A user of the CRM was changed: an employee of the customer."""
    return _event(rng, p, day, "associate.changed") | {"PrimaryKey": _associate(rng), "Changes": ["name", "lastlogin"]}


def company_event(rng: Random, p: Person, day: Day) -> Document:
    told = {"PrimaryKey": int(digits(rng, 5)), "Changes": ["name", "updated"], "FieldValues": {"country_id": _COUNTRIES[p.country]}}
    return _event(rng, p, day, "contact.changed") | told


def sale_event(rng: Random, p: Person, day: Day) -> Document:
    event = rng.choice(("sale.created", "sale.changed", "sale.sold", "sale.lost", "sale.completed"))
    fields = {"sale_id": int(digits(rng, 5)), **_of_person(rng, p), "probability": rng.randint(1, 99)}
    return _event(rng, p, day, event) | {"PrimaryKey": fields["sale_id"], "Changes": ["heading", "amount"], "FieldValues": fields}


def other_event(rng: Random, p: Person, day: Day) -> Document:
    told = {"PrimaryKey": int(digits(rng, 6)), "FieldValues": {"registered": _instant(rng, day)}}
    return _event(rng, p, day, f"{rng.choice(_OTHERS)}.created") | told


def person_record(rng: Random, p: Person, _day: Day | None = None) -> Document:
    """The person as the CRM's own interface gives it to whoever asks after an event."""
    return {
        "PersonId": _person_key(p),
        "Firstname": Personal(p.first, "PERSON"),
        "Lastname": Personal(p.last, "PERSON"),
        "FullName": Personal(p.name, "PERSON"),
        "Title": Personal(p.job, "JOB_TITLE"),
        "BirthDate": Personal(p.born, "DATE_OF_BIRTH"),
        "Emails": [{"Value": Personal(p.email, "EMAIL_ADDRESS"), "Description": "E-mail"}],
        "MobilePhones": [{"Value": Personal(p.phone, "PHONE_NUMBER"), "Description": "Mobile"}],
        "Contact": {"ContactId": int(digits(rng, 5)), "Name": "Verksted Eksempel AS", "OrgNr": organisation(rng)},
        "Country": {"CountryId": _COUNTRIES[p.country], "TwoLetterISOCountry": p.country},
        "Consents": [{"ConsentPurposeId": rng.randint(1, 5), "LegalBaseId": rng.randint(1, 6)}],
    }


def ticket_message(rng: Random, p: Person, day: Day) -> Document:
    """A request's message: the HTML mail as it came in."""
    return {
        "EjMessageId": int(digits(rng, 6)),
        "TicketId": int(digits(rng, 6)),
        "CreatedAt": _instant(rng, day),
        "From": Personal(p.email, "EMAIL_ADDRESS"),
        "HtmlBody": mail(p),
        "Slevel": "External",
    }


def _event(rng: Random, p: Person, day: Day, event: str) -> Document:
    return {
        "EventId": f"7f1c0d8e-0000-4000-8000-{digits(rng, 12)}",
        "Timestamp": _instant(rng, day),
        "Changes": [],
        "Event": event,
        "PrimaryKey": None,
        "Entity": event.partition(".")[0],
        "ContextIdentifier": f"Cust{rng.randint(1, 30):05}",
        "ChangedByAssociateId": _associate(rng),
        "WebhookName": _named(rng, p),
        "FieldValues": {},
    }


def _named(rng: Random, p: Person) -> str | Mixed:
    """What somebody called the webhook: at times after themselves."""
    return text("Feed for ", Personal(p.email, "EMAIL_ADDRESS")) if rng.random() < 0.05 else "iPaaS feed"


def _person_key(p: Person) -> Personal:
    return Personal(record_id(p), "CUSTOMER_NUMBER", number=True)


def _associate(rng: Random) -> Personal:
    return Personal(f"209{rng.randrange(7)}71{rng.randint(20, 99)}{rng.randint(10, 12)}", "EMPLOYEE_NUMBER", number=True)


def _of_person(rng: Random, p: Person) -> Document:
    return {"person_id": _person_key(p), "contact_id": int(digits(rng, 5))}


def _instant(rng: Random, day: Day) -> str:
    """With the seven digits of a second that .NET writes."""
    return f"{day.at:%Y-%m-%dT%H:%M:%S}.{digits(rng, 7)}Z"


def _local(rng: Random, day: Day) -> str:
    """When the row was written, in the tenant's own time."""
    return f"{day.at + timedelta(hours=1):%Y-%m-%dT%H:%M:%S}.{digits(rng, 7)}+01:00"
