"""Fields that only the structure of a platform's message explains: SuperOffice's keys, a ride's figures, a bike's numbers.

Nothing here looks at a value's digits: what stands beside a field says what it is.
"""

from collections.abc import Callable
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from stdnum import luhn

from schemas.entities import NATIONAL_IDS
from streams.inspect.detect import signs
from streams.inspect.detect.blocks import words
from streams.inspect.detect.claims import Claim, Field
from streams.inspect.detect.devices import BODIES
from streams.inspect.detect.records import Records
from streams.inspect.detect.signs import ENTITY, OF_BIKES, OF_CHARGING, OF_MAILS, OF_RIDERS, OF_TOKENS, OF_VEHICLES, RESOURCE, STRONG
from streams.inspect.words import Leaf, Path

# SuperOffice (docs: "Webhook event details"): a `contact` is a company, an `associate` a user of the CRM; the keys of sales, projects,
# tickets and documents are those of things.
OF_EVENTS: Final = words("event eventid contextidentifier webhookname changes")
KEYS: Final = MappingProxyType({"person": "CUSTOMER_NUMBER", "associate": "EMPLOYEE_NUMBER"})
# Conneqtech (the models of its CTBike library): trips, and bikes with a tracker in them
OF_RIDES: Final = words("startdate enddate starttime endtime distancetraveled avgspeed averagespeed rideid")
BIKE: Final = "bike"
FITNESS: Final = words("""
    calories calorie kcal cadence avgcadence averagecadence maxcadence avgpower averagepower maxpower pedalpower dpedpow dpedcad steps
    co2saved
""")
RIDE: Final = words("distance distancetraveled distancetravelled avgspeed averagespeed maxspeed topspeed activetime ridingtime")
# FHIR R4: resources that tell of a patient's health, and the elements that say what
CLINICAL: Final = words("""
    Condition AllergyIntolerance MedicationRequest MedicationStatement MedicationAdministration MedicationDispense Observation Procedure
    Immunization DiagnosticReport Encounter CarePlan ClinicalImpression FamilyMemberHistory RiskAssessment ServiceRequest
""")
FHIR_ELEMENTS: Final = words("""
    code medicationCodeableConcept reasonCode vaccineCode valueCodeableConcept valueQuantity manifestation substance dosageInstruction
    conclusionCode bodySite interpretation
""")
PATIENTS: Final = words("Patient RelatedPerson")
RECORD_NUMBERS: Final = frozenset({"MR", "MRT", "PI", "PT", "PN"})  # HL7 table 0203: medical records', patients' and persons' numbers
IDENTIFIER: Final = "identifier"
SUBJECTS: Final = (("subject",), ("patient",), ("individual",))
IMEI_DIGITS: Final = 15


# GitHub and its kin: whose account a login is
NOBODYS: Final = words("organization bot enterprise app integration group")
OF_ORGANISATIONS: Final = words("organization organisation enterprise")
# mails: what servers call them, which has the shape of an address (RFC 5322 3.6.4)
ANSWERED: Final = "references"
ADDRESSES: Final = frozenset({"EMAIL_ADDRESS"})
# charging of cars (OCPI): the token that somebody identifies with
OF_CHARGE_POINTS: Final = "idtag"  # OCPP's name of it

Rule = Callable[[str, Path, Records], Field | None]


def of_platform(leaf: Leaf, records: Records) -> Field | None:
    """The field that the structure around a leaf makes of it; None where it says nothing."""
    path = leaf.path
    name = path[-1] if path else None
    if not isinstance(name, str):
        if not path:
            return _of_key(leaf.text) if leaf.place == "key" else None
        return _of_mail(ANSWERED, path[:-1], records) if path[-2:-1] == (ANSWERED,) else None
    rule = _rule(name)
    return rule[1](rule[0], path, records) if rule is not None else None


def waits(path: Path) -> int:
    """Signs, without all of which `of_platform` says nothing of a leaf at this path: none of them where it never does."""
    if not path or not isinstance(path[-1], str):
        return signs.ALWAYS if not path else signs.MAILS if path[-2:-1] == (ANSWERED,) else 0
    rule = _rule(path[-1])
    if rule is None:
        return 0
    return WAITS.get(rule[0], signs.ALWAYS)


@lru_cache(maxsize=16_384)
def _rule(name: str) -> "tuple[str, Rule] | None":
    """The name evened out, and the rule for fields of that name."""
    plain = name.rpartition(".")[2].replace("_", "").replace("-", "").lower()
    rule = RULES.get(plain)
    return (plain, rule) if rule is not None else None


def _of_key(text: str) -> Field | None:
    """A record's whole key that is the number of a device: what telemetry is partitioned by."""
    device = len(text) == IMEI_DIGITS and text.isascii() and text.isdigit() and text[:2] in BODIES and luhn.is_valid(text)
    return Field((Claim(("IMEI",), "key", ("key:key",)),)) if device else None


def _claim(entity: str, word: str, structure: str) -> Field:
    return Field((Claim((entity,), word, (f"key:{word}", f"schema:{structure}")),))


def _key(name: str, path: Path, records: Records) -> Field | None:
    """`PrimaryKey` is somebody's number where `Entity` says so, and a thing's where it says anything else."""
    said = records.said(path, ENTITY)
    if said is None or not records.stands(path[:-1], OF_EVENTS):
        return None
    entity = KEYS.get(said.strip().lower())
    return _claim(entity, name, "Entity") if entity else Field(thing=True)


def _of_trip(name: str, path: Path, records: Records) -> Field | None:
    """How far, how fast, how hard somebody rode: figures of a trip that names its rider or device, or its start and end."""
    parent = path[:-1]
    if not (records.stands(parent, OF_RIDERS) and records.stands(parent, OF_RIDES)):
        return None
    return _claim("FITNESS" if name in FITNESS else "RIDE", name, "ride")


def _of_rider(name: str, path: Path, records: Records) -> Field | None:
    """The rider's, the owner's number beside the figures of a trip or the numbers of a bike."""
    return _claim("CUSTOMER_NUMBER", name, "ride") if records.stands(path[:-1], STRONG) else None


def _of_bike(name: str, path: Path, records: Records) -> Field | None:
    """A frame number is counted by films too: a bike's stands beside its tracker, owner or lock."""
    written = {"framenumber": "framenr", "keynumber": "keynr"}.get(name, name)
    told = name.startswith(BIKE) and written != "bikeid"
    beside = (OF_BIKES | STRONG) - {written, "userid"}
    return _claim("VEHICLE_ID", name, BIKE) if told or records.stands(path[:-1], beside) else None


def _of_token(name: str, path: Path, records: Records) -> Field | None:
    """The `sub` of an OpenID Connect token or answer: what the provider calls somebody."""
    return _claim("PSEUDONYM", name, "token") if records.stands(path[:-1], OF_TOKENS) else None


def _of_vehicle(name: str, path: Path, records: Records) -> Field | None:
    """A registration number beside what only a vehicle has."""
    return _claim("LICENSE_PLATE", name, "vehicle") if records.stands(path[:-1], OF_VEHICLES) else None


def _of_resource(name: str, path: Path, records: Records) -> Field | None:
    """What a FHIR resource says of its patient: a diagnosis, a drug, a reaction, a measured value."""
    if name == "value" and path[-3:-2] == (IDENTIFIER,):
        return _of_identifier(name, path, records)
    if FHIR_ELEMENTS.isdisjoint(path) or (name == "value") != ("valueQuantity" in path):
        return None
    for end in range(len(path) - 1, -1, -1):
        if (kind := records.said((*path[:end], name), RESOURCE)) is not None:
            return _claim("HEALTH", name, "resourceType") if kind in CLINICAL else None
    return None


def _of_identifier(name: str, path: Path, records: Records) -> Field | None:
    """A patient's number in a hospital, by its type or by the system that gives it; national numbers say their own name."""
    if records.said((*path[:-3], name), RESOURCE) not in PATIENTS:
        return None
    kind = records.said((*path[:-1], "type", "coding", 0, name), "code")
    system = (records.said(path, "system") or "").lower()
    return (
        _claim("CUSTOMER_NUMBER", IDENTIFIER, "resourceType") if kind in RECORD_NUMBERS or "mrn" in system or "/patient" in system else None
    )


def _of_patient(name: str, path: Path, records: Records) -> Field | None:
    """A patient's id in her own resource, or as what another resource refers to."""
    if name == "id":
        of_patient = records.said(path, RESOURCE) in PATIENTS
    else:
        of_patient = path[-2:-1] in SUBJECTS and (records.said(path, name) or "").startswith("Patient/")
    return _claim("CUSTOMER_NUMBER", name, "resourceType") if of_patient else None


def _of_account(_: str, path: Path, records: Records) -> Field | None:
    """The `login` of an organisation or a robot, by the type beside it or by the name of its object, is no person's."""
    holder = path[-2] if len(path) > 1 else None
    said = (records.said(path, "type") or "").strip().lower()
    organisation = isinstance(holder, str) and holder.lower() in OF_ORGANISATIONS and said != "user"
    return Field(thing=True, organisation=True) if organisation or said in NOBODYS else None


def _of_mail(name: str, path: Path, records: Records) -> Field | None:
    """The id of a mail, and those of the mails that it answers."""
    return Field(thing=True, refused=ADDRESSES) if name in OF_MAILS or records.stands(path[:-1], OF_MAILS) else None


def _of_payment(_: str, __: Path, ___: Records) -> Field | None:
    """A reference that the payer of an invoice gives: its check digit is the one that a personnummer has."""
    return Field(thing=True, refused=NATIONAL_IDS)


def _of_charging(name: str, path: Path, records: Records) -> Field | None:
    """The card or contract that somebody charges a car with."""
    if name != OF_CHARGE_POINTS and not records.stands(path[:-1], OF_CHARGING[name]):
        return None
    return Field((Claim(("CUSTOMER_NUMBER", "PSEUDONYM"), name, (f"key:{name}", "schema:token")),))


def _of_assertion(name: str, path: Path, _: Records) -> Field | None:
    """The `NameID` of a SAML assertion's subject; an e-mail address in it is told by itself."""
    return _claim("PSEUDONYM", name, "Subject") if "Subject" in path[:-1] else None


RULES: Final = MappingProxyType[str, Rule](
    {
        "primarykey": _key,
        "nameid": _of_assertion,
        **dict.fromkeys(("code", "display", "text", "value", "valuestring", "conclusion"), _of_resource),
        **dict.fromkeys(("id", "reference"), _of_patient),
        "sub": _of_token,
        "login": _of_account,
        **dict.fromkeys(("messageid", "internetmessageid", "inreplyto", ANSWERED), _of_mail),
        **dict.fromkeys(("paymentid", "paymentreference", "endtoendid", "kid", "kidnummer", "ocr", "ocrnumber", "ocrnummer"), _of_payment),
        **dict.fromkeys((*OF_CHARGING, OF_CHARGE_POINTS), _of_charging),
        **dict.fromkeys(("registrationnumber", "registrationnr", "regnumber", "regno", "regnr", "registreringsnummer"), _of_vehicle),
        **dict.fromkeys(FITNESS | RIDE, _of_trip),
        **dict.fromkeys(("userid", "owninguser", "ownerid", "riderid"), _of_rider),
        **dict.fromkeys(("framenumber", "framenr", "keynumber", "bikeid", "bikeframenumber", "bikekeynumber"), _of_bike),
    }
)
WAITS: Final = MappingProxyType(  # for names of fields: what the rule asks for beside them; the others ask for more than names
    {
        "primarykey": signs.ENTITIES,
        **dict.fromkeys((name for name, rule in RULES.items() if rule is _of_resource), signs.RESOURCES),
        "id": signs.RESOURCES,
        "sub": signs.TOKENS,
        **dict.fromkeys(("inreplyto", ANSWERED), signs.MAILS),
        **dict.fromkeys(OF_CHARGING, signs.CHARGING),
        **dict.fromkeys((name for name, rule in RULES.items() if rule is _of_vehicle), signs.VEHICLES),
        **dict.fromkeys((name for name, rule in RULES.items() if rule is _of_trip), signs.RIDERS),
        **dict.fromkeys((name for name, rule in RULES.items() if rule is _of_rider), signs.RIDES),
        **dict.fromkeys((name for name, rule in RULES.items() if rule is _of_bike and not name.startswith(BIKE)), signs.BIKES),
        "bikeid": signs.BIKES,
    }
)
