"""Traits, papers, staff numbers and vehicles by field name: what counts in each language, and what only looks like it."""

from typing import Any

import pytest

from schemas.dpv import is_special
from schemas.entities import category_of
from streams.inspect.detect.detector import Detector
from tests.inspect.detect.build import found, look, only

FIELDS = [
    # EMPLOYEE_NUMBER: nb nn sv da nl de fi lt en
    ("ansattnummer", "117", "EMPLOYEE_NUMBER"),
    ("ansattNr", 4411, "EMPLOYEE_NUMBER"),
    ("tilsettnummer", "A-117", "EMPLOYEE_NUMBER"),
    ("anställningsnummer", "204", "EMPLOYEE_NUMBER"),
    ("anstid", "7", "EMPLOYEE_NUMBER"),
    ("medarbejdernummer", "MA-0042", "EMPLOYEE_NUMBER"),
    ("personeelsnummer", "00310", "EMPLOYEE_NUMBER"),
    ("medewerkerId", 8812, "EMPLOYEE_NUMBER"),
    ("Personalnummer", "00017", "EMPLOYEE_NUMBER"),
    ("Mitarbeiternummer", "M1204", "EMPLOYEE_NUMBER"),
    ("työntekijänumero", "5581", "EMPLOYEE_NUMBER"),
    ("darbuotojoNumeris", "D-19", "EMPLOYEE_NUMBER"),
    ("employeeId", "E-4411", "EMPLOYEE_NUMBER"),
    ("employee_no", "10023", "EMPLOYEE_NUMBER"),
    ("PERNR", "00001234", "EMPLOYEE_NUMBER"),
    ("employeeNumber", "****12", "EMPLOYEE_NUMBER"),
    # HEALTH
    ("sykmelding", "100 %", "HEALTH"),
    ("sykefraværsdager", 50, "HEALTH"),
    ("sjukmelding", "ja", "HEALTH"),
    ("sjukskrivning", "50%", "HEALTH"),
    ("sjukfrånvaro", "3 dagar", "HEALTH"),
    ("sygemelding", "Delvis", "HEALTH"),
    ("ziekmelding", "volledig", "HEALTH"),
    ("ziekteverzuim", 12, "HEALTH"),
    ("Krankheit", "Grippe", "HEALTH"),
    ("Krankheitstage", 4, "HEALTH"),
    ("sairausloma", "kyllä", "HEALTH"),
    ("nedarbingumas", "taip", "HEALTH"),
    ("sickDays", 3, "HEALTH"),
    ("diagnosekode", "L03", "HEALTH"),
    ("icd10Code", "M54.5", "HEALTH"),
    ("heart_rate", 143, "HEALTH"),
    ("fraværstype", "Egenmelding", "HEALTH"),
    ("absenceType", "SICK_LEAVE", "HEALTH"),
    ("frånvaroorsak", "Vård av barn", "HEALTH"),
    ("tidkod", "SJK", "HEALTH"),
    ("tidkod", "HAV", "HEALTH"),
    ("verlofsoort", "Ziekteverlof", "HEALTH"),
    ("Fehlzeitart", "Krank mit Attest", "HEALTH"),
    ("poissaolonSyy", "Sairaus", "HEALTH"),
    # disability, blood, belief, union
    ("Schwerbehindert", "ja", "DISABILITY"),
    ("Grad der Behinderung", 50, "DISABILITY"),
    ("uføregrad", "60", "DISABILITY"),
    ("funktionsnedsättning", "Hörsel", "DISABILITY"),
    ("bloodType", "A+", "BLOOD_TYPE"),
    ("blodtype", "0 Rh neg", "BLOOD_TYPE"),
    ("Konfession", "rk", "RELIGION"),
    ("Konfession", "ev", "RELIGION"),
    ("Kirchensteuer", "38,20", "RELIGION"),
    ("religion", "Buddhist", "RELIGION"),
    ("livssyn", "Human-Etisk Forbund", "RELIGION"),
    ("trossamfund", "Svenska kyrkan", "RELIGION"),
    ("kirkeskat", "ja", "RELIGION"),
    ("geloofsovertuiging", "Islam", "RELIGION"),
    ("uskontokunta", "Ortodoksinen", "RELIGION"),
    ("fagforening", "Fagforbundet", "UNION"),
    ("fagforeningskontingent", 450, "UNION"),
    ("fackförbund", "Unionen", "UNION"),
    ("vakbond", "FNV", "UNION"),
    ("Gewerkschaft", "ver.di", "UNION"),
    ("ammattiliitto", "JHL", "UNION"),
    ("profsąjunga", "taip", "UNION"),
    ("tradeUnionMember", "Y", "UNION"),
    ("tidkod", "FAC", "UNION"),
    # origin, opinion, family, papers
    ("ethnicity", "Sami", "ETHNICITY"),
    ("partitilhørighet", "Senterpartiet", "POLITICS"),
    ("seksueleGeaardheid", "hetero", "SEXUAL_ORIENTATION"),
    ("Vorstrafen", "ja", "CRIMINAL_RECORD"),
    ("sivilstand", "GIFT", "MARITAL_STATUS"),
    ("civilstånd", "Ogift", "MARITAL_STATUS"),
    ("burgerlijkeStaat", "gehuwd", "MARITAL_STATUS"),
    ("Familienstand", "ledig", "MARITAL_STATUS"),
    ("siviilisääty", "naimisissa", "MARITAL_STATUS"),
    ("maritalStatus", "M", "MARITAL_STATUS"),
    ("nationality", "NO", "NATIONALITY"),
    ("statsborgerskap", "Norsk", "NATIONALITY"),
    ("medborgarskap", "SE", "NATIONALITY"),
    ("nationaliteit", "0001", "NATIONALITY"),
    ("Staatsangehörigkeit", "deutsch", "NATIONALITY"),
    ("pilietybė", "LT", "NATIONALITY"),
    ("passportNumber", "C01X00T47", "PASSPORT"),
    ("passnummer", "31195855", "PASSPORT"),
    ("paspoortnummer", "SPECI2014", "PASSPORT"),
    ("pasnummer", "202633488", "PASSPORT"),
    ("pasnummer", "6731 9001 2345 6780", "CREDIT_CARD"),
    ("identitetskortnummer", "L01X00T47", "ID_CARD"),
    ("førerkortnummer", "95 12 123456 7", "DRIVING_LICENCE"),
    ("rijbewijsnummer", "5094962111", "DRIVING_LICENCE"),
    ("licensePlate", "AB 12345", "LICENSE_PLATE"),
    ("kenteken", "12-ABC-3", "LICENSE_PLATE"),
    ("Kennzeichen", "B-MW 1234", "LICENSE_PLATE"),
    ("rekisterinumero", "ABC-123", "LICENSE_PLATE"),
    ("vin", "WVWZZZ1JZXW000001", "VIN"),
    ("understellsnummer", "YV1AX8850B1012345", "VIN"),
    ("specificPseudonym", "5c1f9a8b7d6e4f30", "PSEUDONYM"),
]  # fmt: skip
NOTHING = [
    ("acid_level", 3),
    ("health", "ok"),
    ("health_check", "/healthz"),
    ("status", "healthy"),
    ("healthStatus", "degraded"),
    ("union_id", "u-77"),
    ("union", "A,B"),
    ("unionType", "left"),
    ("religion", "none"),
    ("Konfession", "ohne"),
    ("Konfession", "--"),
    ("Kirchensteuer", "0,00"),
    ("Schwerbehindert", "nein"),
    ("sykmelding", "nei"),
    ("sickDays", 0),
    ("vakbond", "geen"),
    ("absenceType", "Vacation"),
    ("leaveType", "annual"),
    ("tidkod", "SEM"),
    ("lønnsart", "Sykkelgodtgjørelse"),
    ("payCode", "1500"),
    ("frånvarotyp", "Föräldraledig"),
    ("race", "condition"),
    ("diagnosis", "disk failure"),
    ("denomination", "50"),
    ("condition", "status == 200"),
    ("image", "registry.example/app:1.2"),
    ("picture", "cover.png"),
    ("photo", "https://cdn.example/p/1.jpg"),
    ("fingerprint", "9f86d081884c7d65"),
    ("nationality", "unknown"),
    ("maritalStatus", "not specified"),
    ("passport", "jwt-strategy"),
    ("passport", True),
    ("driverLicense", "B"),
    ("Kennzeichen", "aktiv"),
    ("plateNumber", "12"),
    ("vin", "Rioja 2019"),
    ("frame_number", "88123"),
    ("calories", 210),
    ("distance", 7400),
    ("employeeCount", 12),
    ("employeeId", "5d0c0000-0000-4000-8000-000000000001"),
    ("ansattnummer", "0"),
    ("age", 12),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value", "entity"), FIELDS)
def test_a_field_of_a_trait_or_paper_is_found_by_its_name(key: str, value: Any, entity: str, detector: Detector) -> None:
    assert found(detector, {key: value}) == {((key,), entity)}


@pytest.mark.parametrize(("key", "value"), NOTHING)
def test_what_only_looks_like_a_trait_is_nothing(key: str, value: Any, detector: Detector) -> None:
    assert found(detector, {key: value}) == set()


@pytest.mark.parametrize(
    ("container", "leaf", "value", "entity"),
    [
        ("employee", "union", "Fagforbundet", "UNION"),
        ("patient", "diagnosis", "Migrene", "HEALTH"),
        ("pasient", "allergier", "Penicillin", "HEALTH"),
        ("person", "race", "Sami", "ETHNICITY"),
        ("employee", "denomination", "Catholic", "RELIGION"),
        ("person", "age", 47, "AGE"),
        ("sykmelding", "grad", 50, "HEALTH"),
        ("employee", "sickLeavePercentage", "100", "HEALTH"),
        ("ansatt", "sykefraværsprosent", 50, "HEALTH"),
        ("employee", "id", 5012, "EMPLOYEE_NUMBER"),
    ],
)
def test_a_word_of_many_meanings_counts_inside_somebody(container: str, leaf: str, value: Any, entity: str, detector: Detector) -> None:
    assert found(detector, {container: {leaf: value}}) == {((container, leaf), entity)}


@pytest.mark.parametrize(
    "value",
    [
        {"disk": {"diagnosis": "failing"}},
        {"set": {"union": "A"}},
        {"product": {"age": 12, "condition": "used"}},
        {"coin": {"denomination": "50"}},
        {"container": {"image": "postgres:16"}},
        {"modules": {"settings": {"sickLeave": "enabled", "absence": "disabled"}}},
    ],
)
def test_the_same_word_of_a_thing_is_nothing(value: Any, detector: Detector) -> None:
    assert found(detector, value) == set()


@pytest.mark.parametrize(
    ("record", "entities"),
    [
        ({"email": "kari@example.org", "diagnosis": "Diabetes mellitus type 2"}, {"EMAIL_ADDRESS", "HEALTH"}),
        ({"email": "kari@example.org", "condition": "used"}, {"EMAIL_ADDRESS"}),
        ({"orgnr": "974760673", "email": "post@example.org", "diagnosis": "router restarted"}, {"EMAIL_ADDRESS", "ORGANIZATION_NUMBER"}),
        ({"device": "pump 7", "diagnosis": "bearing worn"}, set()),
    ],
)
def test_a_diagnosis_beside_somebody_s_address_is_theirs(record: Any, entities: set[str], detector: Detector) -> None:
    assert {e for _, e in found(detector, record)} == entities


@pytest.mark.parametrize(
    ("value", "entity"),
    [
        ({"employee": {"schwerbehindert": True}}, "DISABILITY"),
        ({"fagorganisert": True}, "UNION"),
        ({"subject": {"18OrOlder": True}}, "AGE"),
        ({"isPregnant": True}, "HEALTH"),
    ],
)
def test_a_yes_is_told_without_a_word(value: Any, entity: str, detector: Detector) -> None:
    assert {e for _, e in found(detector, value)} == {entity}


@pytest.mark.parametrize(
    "value",
    [
        {"schwerbehindert": False},
        {"modules": {"sickLeave": True}},
        {"features": {"settings": {"disability": True}}},
        {"disabled": True},
        {"absence": True},
        {"photo": True},
        {"diagnosis": True},
    ],
)
def test_a_no_and_the_switches_of_a_thing_are_nothing(value: Any, detector: Detector) -> None:
    assert found(detector, value) == set()


def test_a_picture_in_the_field_of_a_photo_is_one(detector: Detector) -> None:
    assert found(detector, {"profilbilde": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=="}) == {(("profilbilde",), "PHOTO")}
    assert found(detector, {"logo": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=="}) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Sykmeldt til 1. april",
        "Kollegan är sjukskriven på halvtid",
        "Zij is ziek gemeld",
        "Seit Montag krankgeschrieben",
        "she is on sick leave until May",
    ],
)
def test_running_text_that_says_that_somebody_is_ill_is_health(text: str, detector: Detector) -> None:
    finding = only(detector, {"comment": text})
    assert finding is not None
    assert (finding.entity, finding.evidence) == ("HEALTH", ("text:sickleave",))


@pytest.mark.parametrize("text", ["Sick leave policy, version 3", "Syklist på vei hjem", "a sick beat", "Ziekenhuis bestelling 12"])
def test_running_text_about_other_things_is_not_health(text: str, detector: Detector) -> None:
    assert only(detector, {"comment": text}) is None


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Ansattnr: 117, avdeling salg", "EMPLOYEE_NUMBER"),
        ("status=ok;sivilstand=gift;land=NO", "MARITAL_STATUS"),
        ("Konfession: rk; Steuerklasse: 3", "RELIGION"),
        ("<fagforening>Fagforbundet</fagforening>", "UNION"),
        ("fraværstype=Egenmelding&dager=3", "HEALTH"),
    ],
)
def test_a_pair_in_a_text_says_it_as_a_field_does(text: str, entity: str, detector: Detector) -> None:
    finding = only(detector, {"note": text})
    assert finding is not None
    assert finding.entity == entity


@pytest.mark.parametrize(
    "text", ["union=left;type=all", "health: ok, status: healthy", "Konfession: ohne", "leave type: annual", "age: 12"]
)
def test_a_pair_about_a_thing_says_nothing(text: str, detector: Detector) -> None:
    assert only(detector, {"note": text}) is None


def test_a_field_that_says_illness_itself_is_one_finding(detector: Detector) -> None:
    assert len(look(detector, {"fraværsårsak": "Hun er sykmeldt nå"}).findings) == 1


def test_masked_numbers_of_papers_are_marked_as_such(detector: Detector) -> None:
    finding = only(detector, {"passportNumber": "*****047"})
    assert finding is not None
    assert finding.state == "masked"


def test_what_article_9_lists_is_special_and_the_rest_is_not() -> None:
    special = {"HEALTH", "DISABILITY", "BLOOD_TYPE", "RELIGION", "UNION", "ETHNICITY", "POLITICS", "SEXUAL_ORIENTATION", "BIOMETRIC"}
    ordinary = {"EMPLOYEE_NUMBER", "PHOTO", "AGE", "NATIONALITY", "MARITAL_STATUS", "FITNESS", "RIDE", "PASSPORT", "LICENSE_PLATE", "VIN"}
    assert all(is_special(category_of(entity) or "") for entity in special)
    assert not any(is_special(category_of(entity) or "") for entity in ordinary)
