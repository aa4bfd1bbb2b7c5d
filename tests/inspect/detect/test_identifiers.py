"""Tables of identifiers: what stands alone, what needs a witness, whose test population it is of, and what only looks like one."""

import random
from collections.abc import Callable

import pytest
from stdnum import luhn
from stdnum.dk import cpr
from stdnum.no import fodselsnummer

from streams.inspect.detect.detector import Detector
from tests.inspect.detect.build import found, look, only


def fnr(head: str) -> str:
    """The first valid number that begins with day, month and year."""
    for serial in range(100, 499):
        nine = f"{head}{serial}"
        ten = nine + fodselsnummer.calc_check_digit1(nine)
        eleven = ten + fodselsnummer.calc_check_digit2(ten)
        if len(eleven) == 11:
            return str(eleven)
    raise AssertionError("no valid serial number")


def luhned(head: str) -> str:
    return head + str(luhn.calc_check_digit(head))


def wrong(number: str) -> str:
    """The number with its last digit off by one."""
    return number[:-1] + str((int(number[-1]) + 1) % 10)


ALONE = [
    ("NO_FODSELSNUMMER", fnr("010190"), False),
    ("NO_FODSELSNUMMER", fnr("410190"), False),  # D-number
    ("NO_FODSELSNUMMER", fnr("018190"), True),  # Tenor: month + 80
    ("NO_FODSELSNUMMER", fnr("014190"), True),  # NAV: month + 40
    ("NO_FODSELSNUMMER", fnr("418190"), True),  # a D-number of Tenor's
    ("NO_FODSELSNUMMER", f"{fnr('018190')[:6]} {fnr('018190')[6:]}", True),
    ("SE_PERSONNUMMER", "19121212-1212", True),
    ("SE_PERSONNUMMER", "191212121212", True),
    ("SE_PERSONNUMMER", luhned("520317123"), False),
    ("SE_PERSONNUMMER", "121212-1212", True),
    ("SE_PERSONNUMMER", "121212+1212", True),
    ("SE_PERSONNUMMER", "19" + luhned("900172239")[:6] + "-" + luhned("900172239")[6:], True),  # samordningsnummer: day + 60
    ("DK_CPR", "010190-1234", False),
    ("LT_ASMENS_KODAS", "33309240064", False),
    ("FI_PERSONAL_IDENTITY_CODE", "131052-308T", False),
    (
        "FI_PERSONAL_IDENTITY_CODE",
        "131052-902S" if int("131052902") % 31 == 26 else "010190-900" + "0123456789ABCDEFHJKLMNPRSTUVWXY"[10190900 % 31],
        True,
    ),
    ("PL_PESEL", "44051401359", False),
    ("DE_TAX_ID", "36574261809", False),
    ("DE_TAX_ID", "36 574 261 809", False),
    ("UK_NINO", "AB 12 34 56 C", False),
    ("IBAN_CODE", "NO93 8601 1117 947", False),
    ("IBAN_CODE", "NL91ABNA0417164300", False),
    ("EMAIL_ADDRESS", "kari@example.org", False),
    ("EMAIL_ADDRESS", "åse.ødegård@example.no", False),
    ("EMAIL_ADDRESS", "kari@butikk.example", False),  # a suffix that no list has
    ("IP_ADDRESS", "203.0.113.7", False),
    ("IP_ADDRESS", "2001:db8:85a3::8a2e:370:7334", False),
    ("MAC_ADDRESS", "00:1A:2B:3C:4D:5E", False),
    ("PHONE_NUMBER", "+47 912 34 567", False),
    ("NO_BANK_ACCOUNT", "8601.11.17947", False),
]

BESIDE_A_WITNESS = [
    ("DK_CPR", "0101901234", "cpr", False),
    ("NL_BSN", "111222333", "bsn", False),
    ("NL_BSN", "999993653", "burgerservicenummer", True),
    ("NO_BANK_ACCOUNT", "86011117947", "kontonummer", False),
    ("UK_NHS", "943 476 5919", "nhsNumber", False),
    ("UK_NHS", "999 123 4560" if False else "9990000018", "nhsNumber", True),
    ("UK_NINO", "AB123456C", "nationalInsuranceNumber", False),
    ("IMEI", "490154203237518", "imei", False),
    ("CREDIT_CARD", "4571 0000 0000 0001" if luhn.is_valid("4571000000000001") else luhned("457100000000000"), "cardNumber", False),
    ("CREDIT_CARD", "4111111111111111", "kortnummer", True),
    ("PHONE_NUMBER", "91234567", "mobil", False),
    ("PHONE_NUMBER", "06-12345678", "telefoonnummer", False),
]

ORGANISATIONS = [
    ("923609016", "organisasjonsnummer"),
    ("923 609 016", "orgNr"),
    ("NO923609016MVA", "mvaNummer"),
    ("556016-0680", "organisationsnummer"),
    ("SE556016068001", "vatNumber"),
    ("13585628", "cvr"),
    ("12345678", "kvkNummer"),
    ("123456782", "rsin"),
    ("NL123456782B01", "btwNummer"),
    ("000012345678", "vestigingsnummer"),
]


@pytest.mark.parametrize(("entity", "value", "test"), ALONE)
def test_strong_identifiers_stand_alone(entity: str, value: str, test: bool, detector: Detector) -> None:
    finding = only(detector, {"x1": value})
    assert finding is not None
    assert (finding.entity, finding.start, finding.end) == (entity, 0, len(value))
    assert ("test-population" in finding.evidence) is test


@pytest.mark.parametrize(("entity", "value", "key", "test"), BESIDE_A_WITNESS)
def test_weak_identifiers_need_their_witness(entity: str, value: str, key: str, test: bool, detector: Detector) -> None:
    assert only(detector, {"x1": value}) is None
    finding = only(detector, {key: value})
    assert finding is not None
    assert (finding.entity, finding.start, finding.end) == (entity, 0, len(value))
    assert any(e.startswith("key:") for e in finding.evidence)
    assert ("test-population" in finding.evidence) is test


@pytest.mark.parametrize(
    ("entity", "value", "test"), [row for row in ALONE if row[0] in ("NO_FODSELSNUMMER", "SE_PERSONNUMMER", "LT_ASMENS_KODAS", "PL_PESEL")]
)
def test_a_wrong_check_digit_is_nobodys(entity: str, value: str, test: bool, detector: Detector) -> None:
    assert (("x1",), entity) not in found(detector, {"x1": wrong(value)})


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (wrong(fnr("018190")), "fødselsnummer"),
        ("19121212-1213", "personnummer"),
        ("999993654", "bsn"),
        ("490154203237519", "imei"),
        ("86011117948", "kontonummer"),
    ],
)
def test_a_wrong_check_digit_in_a_field_that_says_so_is_a_finding_without_checksum(value: str, key: str, detector: Detector) -> None:
    finding = only(detector, {key: value})
    assert finding is not None
    assert finding.category in ("pd:OfficialID", "pd:DeviceBased", "pd:BankAccount")
    assert "checksum" not in finding.evidence
    assert finding.score <= 0.8


@pytest.mark.parametrize(("value", "key"), ORGANISATIONS)
def test_an_organisation_number_is_told_apart_and_is_not_personal(value: str, key: str, detector: Detector) -> None:
    finding = only(detector, {key: value})
    assert finding is not None
    assert (finding.entity, finding.category, finding.end) == ("ORGANIZATION_NUMBER", None, len(value))


@pytest.mark.parametrize(("value", "key"), ORGANISATIONS)
def test_an_organisation_number_alone_is_nothing(value: str, key: str, detector: Detector) -> None:
    assert all(f.category is None for f in look(detector, {"x1": value}).findings)


def test_a_sole_traders_number_is_personal_when_the_record_says_so(detector: Detector) -> None:
    for form in (
        {"organisasjonsform": "ENK"},
        {"companyType": "Enkeltpersonforetak"},
        {"rechtsvorm": "Eenmanszaak"},
        {"virksomhedsform": "Enkeltmandsvirksomhed"},
        {"organisasjonsform": {"kode": "ENK"}},
    ):
        assert (("orgNr",), "SOLE_TRADER_NUMBER") in found(detector, {**form, "orgNr": "923609016"}), form
    assert found(detector, {"companyType": "AS", "orgNr": "923609016"}) == {(("orgNr",), "ORGANIZATION_NUMBER")}


def test_a_swedish_sole_traders_organisation_number_is_the_personnummer(detector: Detector) -> None:
    assert found(detector, {"OrganisationNumber": "121212-1212"}) == {(("OrganisationNumber",), "SE_PERSONNUMMER")}
    assert found(detector, {"OrganisationNumber": "556016-0680"}) == {(("OrganisationNumber",), "ORGANIZATION_NUMBER")}


def test_an_imei_is_not_a_card(detector: Detector) -> None:
    assert found(detector, {"imei": "490154203237518"}) == {(("imei",), "IMEI")}


def test_a_valid_fodselsnummer_in_an_account_field_is_still_one(detector: Detector) -> None:
    assert found(detector, {"kontonummer": fnr("018190")}) <= {
        (("kontonummer",), "NO_FODSELSNUMMER"),
        (("kontonummer",), "NO_BANK_ACCOUNT"),
    }
    assert found(detector, {"kontonummer": fnr("018190")})


@pytest.mark.parametrize("key", ["gtin", "ean", "sku", "trackingNumber", "invoiceNumber", "amount", "timestamp", "serialNumber", "kid"])
def test_a_field_of_a_things_number_outweighs_a_weak_validator(key: str, detector: Detector) -> None:
    for value in ("33309240064", "44051401359", "010190-1234", "91234567", "4111111111111111"):
        assert found(detector, {key: value}) == set(), value


@pytest.mark.parametrize(
    "value",
    [
        "2819c223-7f76-453a-919d-" + "018190100010"[:12],
        "7d4e0000-0000-4000-8000-000000000001",
        "d41d8cd98f00b204e9800998ecf8427e",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "2025-11-30T10:00:05.1234567Z",
        "20251130101500",
        "1764496806000",
        "91234567",
        "7038010009457",
        "1 299,50",
        "12.345.678",
        "1.2.3.4",
        "10.0.19041.1",
        "2001",
        "0",
        "FF-00",
        "v1.12.3.4",
        "255.255.255.0",
        "127.0.0.1",
        "::1",
        "std::map",
        "1.3.6.1.4.1.311",
    ],
)
def test_identifiers_of_machines_stamps_and_amounts_are_nobodys(value: str, detector: Detector) -> None:
    assert found(detector, {"x1": value}) == set()


DIGITS: dict[
    str, tuple[Callable[[random.Random], str], float]
] = {  # random look-alikes in a field that says nothing, and the share that may be taken for somebody's
    "8 digits": (lambda r: f"{r.randrange(10**8):08d}", 0.0),
    "9 digits": (lambda r: f"{r.randrange(10**9):09d}", 0.0),
    "10 digits": (lambda r: f"{r.randrange(10**10):010d}", 0.015),  # personnummer 0.5 %
    "11 digits": (lambda r: f"{r.randrange(10**11):011d}", 0.025),  # fødselsnummer and PESEL 0.5 % each, Steuer-ID 0.4 %, four more 0.4 %
    "12 digits": (lambda r: f"{r.randrange(10**12):012d}", 0.002),
    "13 digits": (lambda r: f"{r.randrange(10**13):013d}", 0.001),
    "15 digits": (lambda r: f"{r.randrange(10**15):015d}", 0.005),  # NIR 0.2 %
    "16 digits": (lambda r: f"{r.randrange(10**16):016d}", 0.0),
    "order numbers by date": (lambda r: f"2025{r.randrange(1, 13):02d}{r.randrange(1, 29):02d}{r.randrange(10**4):04d}", 0.0),
    "stamps to the minute": (
        lambda r: f"20{r.randrange(10, 26)}{r.randrange(1, 13):02d}{r.randrange(1, 29):02d}{r.randrange(24):02d}{r.randrange(60):02d}",
        0.0,
    ),
    "six and four": (lambda r: f"{r.randrange(10**6):06d}-{r.randrange(10**4):04d}", 0.035),  # CPR 2.3 %, personnummer 0.6 %
    "hexadecimal": (lambda r: f"{r.getrandbits(128):032x}", 0.0),
    "product codes": (lambda r: "".join(r.choices("ABCDEFGHJKLM", k=2)) + f"{r.randrange(10**6):06d}" + r.choice("ABCD"), 0.0),
}


@pytest.mark.parametrize("kind", DIGITS)
def test_the_share_of_random_look_alikes_stays_under_its_limit(kind: str, detector: Detector) -> None:
    make, limit = DIGITS[kind]
    rng = random.Random(kind)
    values = [make(rng) for _ in range(1000)]
    taken = sum(1 for value in values if any(f.category for f in look(detector, {"x1": value}).findings))
    assert taken / len(values) <= limit


def test_a_cpr_number_without_modulus_11_is_one_all_the_same() -> None:
    assert cpr.checksum("0101901234") != 0  # or the tables above would not show it


@pytest.mark.parametrize(
    "written", ["no9386011117947", "no93 8601 1117 947", "IBANNO9386011117947", "iban no9386011117947", "nl91abna0417164300"]
)
def test_an_iban_in_small_letters_or_glued_to_its_word_is_one(written: str, detector: Detector) -> None:
    assert {entity for _, entity in found(detector, {"x1": f"til {written} i dag"})} == {"IBAN_CODE"}
    assert not found(detector, {"x1": f"til {written[:-1]}{9 - int(written[-1])} i dag"})


@pytest.mark.parametrize(
    ("key", "value"), [("imei", "490154/20/323751/8"), ("imei", "49015420323751"), ("cardNumber", "4111.1111.1111.1111")]
)
def test_devices_and_cards_are_found_in_any_dress_beside_their_field(key: str, value: str, detector: Detector) -> None:
    assert [(f.start, f.end) for f in look(detector, {key: value}).findings] == [(0, len(value))]


@pytest.mark.parametrize("value", ["200109102590", "20160109-1232"])
def test_a_reference_that_begins_with_a_day_of_this_century_is_no_personnummer_where_its_field_says_what_it_is(
    value: str, detector: Detector
) -> None:
    assert "SE_PERSONNUMMER" not in {
        entity for key in ("paymentReference", "ocr", "kid", "orderNumber") for _, entity in found(detector, {key: value})
    }


def test_the_vat_number_of_an_enskild_firma_is_its_owners(detector: Detector) -> None:
    assert {entity for _, entity in found(detector, {"vatNumber": "SE010910259001"})} == {"SE_PERSONNUMMER"}
    assert {entity for _, entity in found(detector, {"vatNumber": "SE556677889901"})} == {"ORGANIZATION_NUMBER"}


@pytest.mark.parametrize(
    "record",
    [
        {"yritysmuoto": "Toiminimi", "ytunnus": "0112038-9"},
        {"virksomhedsform": {"kode": "10", "langBeskrivelse": "Enkeltmandsvirksomhed"}, "cvr": "35408002"},
        {"virksomhedsform": "PMV", "cvr": "35408002"},
        {"organisasjonsform": {"kode": "ENK"}, "organisasjonsnummer": "974760673"},
    ],
)
def test_the_number_of_a_firm_that_is_one_person_is_that_persons(record: dict[str, object], detector: Detector) -> None:
    assert "SOLE_TRADER_NUMBER" in {entity for _, entity in found(detector, record)}


SECRETS = {
    "token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    "access key": "AKIA" + "IOSFODNN7EXAMPLE",
    "key of a repository": "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a",
    "key of a chat": "xoxb-" + "123456789012-abcdefghijkl",
    "key of a bank": "sk_" + "live_51H8xabcdefghijklmnop",
    "bearer": "Bearer mF_9.B5f-4.1JqMabcdefgh",
    "private key": "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----",
}


@pytest.mark.parametrize("kind", SECRETS)
def test_tokens_and_keys_are_secrets_wherever_they_stand(kind: str, detector: Detector) -> None:
    for text in (SECRETS[kind], f"Feilet: {SECRETS[kind]} ble avvist"):
        assert "PASSWORD" in {entity for _, entity in found(detector, {"x1": text})}, kind


@pytest.mark.parametrize(
    "value", ["Bearer of bad news from the shop", "SG.1", "sk_live_", "eyJ is how it begins", "the PRIVATE KEY----- of it"]
)
def test_what_only_begins_like_a_secret_is_none(value: str, detector: Detector) -> None:
    assert "PASSWORD" not in {entity for _, entity in found(detector, {"x1": value})}
