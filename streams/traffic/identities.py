"""What an identity broker (Connectis, now Signicat) answers: eHerkenning, iDIN and eIDAS attributes, SAML, and its own forms."""

from random import Random
from typing import Final

from streams.traffic.documents import Day, Document
from streams.traffic.formats.elements import Element, Xml, element, leaf
from streams.traffic.formats.texts import Form
from streams.traffic.identifiers import digits, seeded
from streams.traffic.marks import Inside, Personal, Value
from streams.traffic.persons import Person

_SAML: Final = {"xmlns:saml": "urn:oasis:names:tc:SAML:2.0:assertion", "xmlns:samlp": "urn:oasis:names:tc:SAML:2.0:protocol"}


def eherkenning(rng: Random, p: Person, day: Day) -> Document:
    """A company's representative. A sole trader's answer carries the person's BSN, by a service that the law lets have it."""
    subject: Document = {
        "idpId": Personal(f"{_pseudonym(p).value}@{seeded('idp').getrandbits(128):032X}", "PSEUDONYM"),
        "chamberOfCommerce": digits(rng, 8),
        "organisationName": "Fietsenmaker Voorbeeld",
        "eherkenningVestigingsNr": f"0000{digits(rng, 8)}",
        "eherkenningPseudoID": _pseudonym(p),
        "initials": Personal(_initials(p), "PERSON"),
        "lastName": Personal(p.last, "PERSON"),
    }
    if rng.random() < 0.3:
        subject["nin"] = {"value": Personal(p.national_id, p.national_entity), "type": "BSN", "issuingCountry": "NL"}
    if rng.random() < 0.4:
        subject["email"] = Personal(p.email, "EMAIL_ADDRESS")
    return {"provider": "eherkenning", "authnInstant": day.instant(), "levelOfAssurance": "eh3", "subject": subject}


def idin(rng: Random, p: Person, day: Day) -> Document:
    """What a bank says of its customer."""
    subject = {
        "firstName": Personal(p.first, "PERSON"),
        "lastName": Personal(p.last, "PERSON"),
        "dateOfBirth": Personal(p.born, "DATE_OF_BIRTH"),
        "phoneNumber": Personal(p.phone, "PHONE_NUMBER"),
        "email": Personal(p.email, "EMAIL_ADDRESS"),
        "18OrOlder": True,
    }
    return {"provider": "idin", "authnInstant": day.instant(), "subject": subject}


def eidas(rng: Random, p: Person, day: Day) -> Document:
    """A person of another country, with where they were born."""
    subject = {
        "firstName": Personal(p.first, "PERSON"),
        "lastName": Personal(p.last, "PERSON"),
        "dateOfBirth": Personal(p.born, "DATE_OF_BIRTH"),
        "placeOfBirth": Personal(p.town, "LOCATION"),
    }
    return {"provider": "eidas", "authnInstant": day.instant(), "country": p.country, "subject": subject}


def saml(rng: Random, p: Person, day: Day) -> Xml:
    """An assertion: its identifiers are encrypted, what is beside them is not."""
    attributes = (
        _attribute("urn:etoegang:core:ServiceID", f"urn:etoegang:DV:{digits(rng, 20)}:services:0001"),
        _attribute("urn:etoegang:1.9:attribute:FirstName", Personal(p.first, "PERSON")),
        _attribute("urn:etoegang:1.9:attribute:FamilyName", Personal(p.last, "PERSON")),
        _attribute("urn:etoegang:1.9:attribute:Email", Personal(p.email, "EMAIL_ADDRESS")),
    )
    assertion = element(
        "saml:Assertion",
        leaf("saml:Issuer", "urn:etoegang:HM:00000003999999999000:entities:0001"),
        element("saml:Subject", _subject(rng, p)),
        element("saml:AttributeStatement", *attributes),
        ID=f"_{rng.getrandbits(128):032x}",
        IssueInstant=day.instant(),
    )
    return Xml(Element("samlp:Response", (assertion,), _SAML))


def _subject(rng: Random, p: Person) -> Element:
    """Encrypted, or the pseudonym that the person has at this service."""
    if rng.random() < 0.5:
        return element("saml:EncryptedID", leaf("CipherValue", f"{rng.getrandbits(512):0128x}"))
    return leaf("saml:NameID", _pseudonym(p), Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent")


def _pseudonym(p: Person) -> Personal:
    """Of this person at this service: 64 hexadecimal digits, as the scheme gives them."""
    return Personal(f"{seeded('pseudonym', p.email).getrandbits(256):064X}", "PSEUDONYM")


def _attribute(name: str, value: Value) -> Element:
    return element("saml:Attribute", leaf("saml:AttributeValue", value), Name=name)


def posted(rng: Random, p: Person, day: Day) -> Form:
    """The same as a browser posts it: the answer in base64 in a form."""
    return Form({"SAMLResponse": Inside(saml(rng, p, day), base64=True), "RelayState": f"{rng.getrandbits(64):016x}"})


def application(rng: Random, p: Person, day: Day) -> Document:
    """An application for a means of identification, from the portal; the company's numbers are nobody's."""
    return {
        "requestedOn": day,
        "company": {"name": "Fietsenmaker Voorbeeld B.V.", "kvkNumber": digits(rng, 8)},
        "applicant": {
            "voornaam": Personal(p.first, "PERSON"),
            "achternaam": Personal(p.last, "PERSON"),
            "emailadres": Personal(p.email, "EMAIL_ADDRESS"),
            "telefoonnummer": Personal(p.phone, "PHONE_NUMBER"),
            "gebruikersnaam": Personal(p.username, "USERNAME"),
        },
        "level": rng.choice(("eh2+", "eh3", "eh4")),
    }


def question(rng: Random, p: Person, _day: Day) -> Form:
    """The web site's contact form."""
    return Form(
        {
            "naam": Personal(p.name, "PERSON"),
            "emailadres": Personal(p.email, "EMAIL_ADDRESS"),
            "telefoonnummer": Personal(p.phone, "PHONE_NUMBER"),
            "onderwerp": f"Vraag {digits(rng, 3)}",
        }
    )


def heartbeat(rng: Random, _p: Person, day: Day) -> Document:
    """Whether a provider answers: nobody's."""
    return {
        "provider": rng.choice(("eherkenning", "idin")),
        "checked": day.instant(),
        "status": "up",
        "latencyMs": rng.randint(20, 900),
    }


def _initials(p: Person) -> str:
    return "".join(f"{seeded('initials', p.email, n).choice('QVXZWJ')}." for n in range(4))
