"""Machine-readable zones, passports, vehicles, plates, positions, devices and the numbers of organisations: examples of each."""

import pytest

from streams.inspect.detect.detector import Detector
from tests.inspect.detect.build import found, look, only

SPECIMEN = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"  # ICAO 9303 part 4
CARD = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"  # ICAO 9303 part 5
SMALL = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"  # ICAO 9303 part 6


@pytest.mark.parametrize("zone", [SPECIMEN, CARD, SMALL], ids=["TD3", "TD1", "TD2"])
def test_every_line_of_a_machine_readable_zone_is_found_wherever_it_stands(zone: str, detector: Detector) -> None:
    lines = zone.split("\n")
    for text in (zone, f"Scan:\n{zone}\nok"):
        spans = [text[f.start : f.end] for f in look(detector, {"x1": text}).findings if f.entity == "PASSPORT"]
        assert spans == lines
    for line in lines[:2]:
        assert found(detector, {"x1": line}) == {(("x1",), "PASSPORT")}


@pytest.mark.parametrize(
    "line",
    [
        "L898902C37UTO7408122F1204159ZE184226B<<<<<10",  # the number's check digit
        "L898902C36UTO7408123F1204159ZE184226B<<<<<10",  # the birthday's
        "L898902C36UTO7408122F1204159ZE184226B<<<<<11",  # of all
        "L898902C36UTO7408122F1204159ZE184226B<<<<<1",  # a character is missing
        "I<UTOD231458908<<<<<<<<<<<<<<<",
        "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
        "P<UTO<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
        "INSERT<<SHIFT<<LEFT<<OPERATOR",
    ],
)
def test_a_line_with_a_wrong_check_digit_is_none(line: str, detector: Detector) -> None:
    assert found(detector, {"x1": line}) == set()


WITNESSED = [
    ("passportNumber", "N1234567", "PASSPORT"),
    ("passnummer", "12345678", "PASSPORT"),
    ("vin", "WVWZZZ1JZ3W386752", "VIN"),
    ("chassisNumber", "YV1CZ91H741100001", "VIN"),
    ("kenteken", "12-AB-34", "LICENSE_PLATE"),
    ("Kennzeichen", "B-AB 1234", "LICENSE_PLATE"),
    ("licensePlate", "AB 12345", "LICENSE_PLATE"),
    ("kvnr", "A123456780", "DE_HEALTH_INSURANCE"),
    ("imei", "35-209900-176148-1", "IMEI"),
    ("imei", "490154203237518", "IMEI"),
]


@pytest.mark.parametrize(("key", "value", "entity"), WITNESSED)
def test_what_has_no_check_of_its_own_needs_its_field_or_word(key: str, value: str, entity: str, detector: Detector) -> None:
    assert found(detector, {"x1": value}) == set()
    finding = only(detector, {key: value})
    assert finding is not None
    assert (finding.entity, finding.start, finding.end) == (entity, 0, len(value))


@pytest.mark.parametrize(
    ("sentence", "entity", "value"),
    [
        ("Kenteken: 12-AB-34 staat buiten", "LICENSE_PLATE", "12-AB-34"),
        ("Kennzeichen B-AB 1234", "LICENSE_PLATE", "B-AB 1234"),
        ("number plate AB12 CDE seen", "LICENSE_PLATE", "AB12 CDE"),
        ("Passport no. N1234567 expires", "PASSPORT", "N1234567"),
        ("Chassis number WVWZZZ1JZ3W386752", "VIN", "WVWZZZ1JZ3W386752"),
        ("GPS 59.91390, 10.75220 ved kaia", "GEO", "59.91390, 10.75220"),
        ("koordinater: 59°54'50\"N 10°45'8\"E", "GEO", "59°54'50\"N 10°45'8\"E"),
        ("IMEI 490154203237518 was locked", "IMEI", "490154203237518"),
    ],
)
def test_a_word_before_it_is_a_witness_too(sentence: str, entity: str, value: str, detector: Detector) -> None:
    findings = [f for f in look(detector, {"note": sentence}).findings if f.entity == entity]
    assert [sentence[f.start : f.end] for f in findings] == [value]


def test_a_vin_stands_alone_where_its_check_digit_is_the_law(detector: Detector) -> None:
    assert found(detector, {"x1": "1M8GDM9AXKP042788"}) == {(("x1",), "VIN")}
    for other in ("1M8GDM9A1KP042788", "WVWZZZ1JZ3W386752", "11111111111111111", "1M8GDM9AXKP04278O"):
        assert found(detector, {"x1": other}) == set(), other


@pytest.mark.parametrize("value", ["59.91390, 10.75220", "12.34567, 45.67890", "0.12345,0.54321", "1.234, 5.678"])
def test_two_decimals_without_a_word_are_no_place(value: str, detector: Detector) -> None:
    assert found(detector, {"x1": value}) == set()


def test_a_position_outside_the_globe_is_none(detector: Detector) -> None:
    assert found(detector, {"note": "GPS 95.91390, 10.75220"}) == set()
    assert found(detector, {"note": "GPS 59.91390, 210.75220"}) == set()


def test_an_imei_of_a_device_under_test_says_so(detector: Detector) -> None:
    finding = only(detector, {"imei": "001010123456780"})
    assert finding is not None
    assert "test-population" in finding.evidence


ORGANISATIONS = [
    ("ustIdNr", "DE136695976"),
    ("handelsregisternummer", "HRB 12345"),
    ("vatNumber", "GB980780684"),
    ("vatNumber", "ATU13585627"),
    ("vatNumber", "FR40303265045"),
    ("companyNumber", "SC123456"),
    ("companyNumber", "00445790"),
    ("yTunnus", "2077474-0"),
    ("orgNumber", "CHE-109.322.551"),
    ("pvmKodas", "LT119511515"),
    ("registrationNumberCompany", "12345678"),
    ("nip", "526-104-08-28"),
    ("regon", "192598184"),
    ("ondernemingsnummer", "0202.239.951"),
    ("vatNumber", "IT00743110157"),
    ("lei", "213800KUD8LAJWSQ9D15"),
    ("organizationNumber", "450401-3150"),
    ("nif", "501964843"),
    ("nif", "A13585625"),
]


@pytest.mark.parametrize(("key", "value"), ORGANISATIONS)
def test_an_organisations_number_is_told_apart_from_persons(key: str, value: str, detector: Detector) -> None:
    finding = only(detector, {key: value})
    assert finding is not None
    assert (finding.entity, finding.category, finding.start, finding.end) == ("ORGANIZATION_NUMBER", None, 0, len(value))


@pytest.mark.parametrize(("key", "value"), ORGANISATIONS)
def test_and_alone_it_is_nobodys(key: str, value: str, detector: Detector) -> None:
    assert all(f.category is None for f in look(detector, {"x1": value}).findings)


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ({"rechtsvorm": "Eenmanszaak"}, {"btwNummer": "NL123456782B01"}),  # before 2020 the nine digits were the owner's BSN
        ({"legalForm": "Einzelunternehmen"}, {"ustIdNr": "DE136695976"}),
        ({"companyType": "sole trader"}, {"vatNumber": "GB980780684"}),
        ({"organisasjonsform": "ENK"}, {"orgNr": "923609016"}),
    ],
)
def test_a_sole_traders_number_is_a_persons_where_the_record_says_so(
    form: dict[str, str], number: dict[str, str], detector: Detector
) -> None:
    (key,) = number
    assert ((key,), "SOLE_TRADER_NUMBER") in found(detector, {**form, **number})
    assert ((key,), "ORGANIZATION_NUMBER") in found(detector, {**dict.fromkeys(form, "AS"), **number})
