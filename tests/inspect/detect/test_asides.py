"""Keys, header names and envelope words that are personal; budgets; masks."""

import pytest

from streams.inspect.detect.detector import Detector
from streams.inspect.words import Budget
from tests.inspect.detect.build import found, look, only


def test_an_object_key_that_is_an_address_is_a_finding_up_to_that_key(detector: Detector) -> None:
    seen = look(detector, {"users": {"anna@example.org": {"role": "admin", "active": True}}})
    assert dict(seen.keys) == {"anna@example.org": "<EMAIL_ADDRESS>"}
    (finding,) = seen.findings
    assert (finding.leaf, finding.place, finding.path, finding.entity) == (-2, "object_key", ("users", "anna@example.org"), "EMAIL_ADDRESS")


def test_a_key_in_every_row_is_a_finding_in_every_row(detector: Detector) -> None:
    seen = look(detector, [{"01819010001": 1}, {"01819010001": 2}])
    assert [(f.path, f.entity) for f in seen.findings] == [
        ((0, "01819010001"), "NO_FODSELSNUMMER"),
        ((1, "01819010001"), "NO_FODSELSNUMMER"),
    ]


def test_a_header_name_can_be_personal(detector: Detector) -> None:
    seen = look(detector, {"x-user-kari@example.org": "1"}, "header")
    assert dict(seen.keys) == {"x-user-kari@example.org": "<EMAIL_ADDRESS>"}


@pytest.mark.parametrize(
    "key",
    [
        "email",
        "2819c223-7f76-453a-919d-413861904646",
        "2025-11-30",
        "12345678",
        "91234567",
        "7038010009457",
        "SO-10042",
        "33309240064",
        "payload_state.tracker.loc",
        "Fødselsdato",
        "a@b",
    ],
)
def test_ordinary_keys_are_nobodys(key: str, detector: Detector) -> None:
    assert not look(detector, {key: {"x": True}}).keys


def test_envelope_words_that_hold_something_are_masked_span_by_span(detector: Detector) -> None:
    seen = look(
        detector,
        words={"sender": "ERP", "receiver": "Shop of kari@example.org (+47 912 34 567)", "interchange": "01819010001", "status": "Failed"},
    )
    assert dict(seen.words) == {"receiver": "Shop of <EMAIL_ADDRESS> (<PHONE_NUMBER>)", "interchange": "<NO_FODSELSNUMMER>"}
    assert [(f.leaf, f.place, f.path, f.entity) for f in seen.findings] == [
        (-1, "envelope", ("receiver",), "EMAIL_ADDRESS"),
        (-1, "envelope", ("receiver",), "PHONE_NUMBER"),
        (-1, "envelope", ("interchange",), "NO_FODSELSNUMMER"),
    ]


def test_words_that_the_registry_knows_are_left_as_they_are(detector: Detector) -> None:
    assert not look(detector, words={"sender": "kari@example.org"}, knows=lambda text: text == "kari@example.org").words


@pytest.mark.parametrize(
    "word",
    [
        "7d4e0000-0000-4000-8000-000000000001",
        "ERP",
        "Order",
        "20251130-0017",
        "12345678",
        "33309240064",
        "923609016",
        "orders-erp-to-carrier",
        "Kari",
    ],
)
def test_ordinary_ids_and_names_of_systems_are_not_masked(word: str, detector: Detector) -> None:
    assert not look(detector, words={"interchange": word, "sender": word}).words


def test_past_its_candidates_the_rest_is_not_looked_at_and_that_is_said(detector: Detector) -> None:
    many = [f"person{n}@example.org" for n in range(50)]
    seen = look(detector, {"list": many}, budget=Budget(candidates=10))
    assert seen.reasons == ("budget.candidates",)
    assert 0 < len(seen.findings) <= 11
    in_one_text = look(detector, {"note": " ".join(many)}, budget=Budget(candidates=10))
    assert in_one_text.reasons == ("budget.candidates",)
    assert len(in_one_text.findings) == 10
    assert look(detector, {"list": many}).reasons == ()


def test_a_running_text_of_too_many_numbers_is_read_so_far_and_that_is_said(detector: Detector, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streams.inspect.detect.texts.NUMBERS", 1000)
    few, many = ("kari@example.org " + f"linje {10**7} " * count + "ola@example.org" for count in (700, 5000))
    assert look(detector, {"note": few}).reasons == ()
    seen = look(detector, {"note": many})
    assert (len(seen.findings), seen.reasons) == (1, ("budget.candidates",))


def test_a_key_with_more_candidates_than_are_looked_at_is_not_shown(detector: Detector) -> None:
    weak = "44051401359 "  # a PESEL, which ids look like
    assert not look(detector, {weak * 3: 1}).keys
    hidden = weak * 60 + "kari@example.org"
    assert set(look(detector, {hidden: 1}).keys) == {hidden}


MASKED = [
    ({"email": "ka***@example.org"}, "EMAIL_ADDRESS"),
    ({"email": "k***@e*****.no"}, "EMAIL_ADDRESS"),
    ({"x1": "ka***@example.org"}, "EMAIL_ADDRESS"),
    ({"cardNumber": "********1234"}, "CREDIT_CARD"),
    ({"x1": "4571 12** **** 1234"}, "CREDIT_CARD"),
    ({"mobil": "*** ** 567"}, "PHONE_NUMBER"),
    ({"phone": "+47########"}, "PHONE_NUMBER"),
    ({"fødselsnummer": "010190*****"}, "NO_FODSELSNUMMER"),
    ({"bsn": "*****3653"}, "NL_BSN"),
    ({"password": "****"}, "PASSWORD"),
    ({"passord": "xxxx"}, "PASSWORD"),
    ({"etternavn": "E*******"}, "PERSON"),
    ({"kontonummer": "****.**.*7947"}, "BANK_ACCOUNT"),
]


@pytest.mark.parametrize(("value", "entity"), MASKED)
def test_a_visibly_masked_value_is_a_finding_and_says_so(value: dict[str, str], entity: str, detector: Detector) -> None:
    finding = only(detector, value)
    assert finding is not None
    assert (finding.entity, finding.state) == (entity, "masked")


@pytest.mark.parametrize("value", ["****", "xxxx", "********1234", "###"])
def test_stars_in_a_field_that_says_nothing_are_nothing(value: str, detector: Detector) -> None:
    assert found(detector, {"x1": value}) == set()


def test_what_is_not_masked_is_clear(detector: Detector) -> None:
    assert all(f.state == "clear" for f in look(detector, {"email": "kari@example.org", "lastName": "Eksempel"}).findings)


def test_a_url_with_a_login_gives_the_login_and_not_an_address(detector: Detector) -> None:
    assert [(f.entity, f.start, f.end) for f in look(detector, {"url": "https://kari:hunter2@example.com/in"}, "url").findings] == [
        ("USERNAME", 8, 12),
        ("PASSWORD", 13, 20),
    ]
    assert [f.entity for f in look(detector, {"url": "sftp://kari@sftp.example.com/in"}, "url").findings] == ["USERNAME"]


def test_basic_authorization_is_a_password(detector: Detector) -> None:
    assert found(detector, {"Authorization": "Basic a2FyaTpodW50ZXIy"}, "header") == {(("Authorization",), "PASSWORD")}


def test_senders_and_owners_outside_the_body_are_systems(detector: Detector) -> None:
    assert found(detector, {"sender": "Kari Eksempel", "owner": "Team Nord", "name": "Kari Eksempel"}, "metadata") == set()


def test_the_category_is_that_of_the_table(detector: Detector) -> None:
    finding = only(detector, {"imei": "490154203237518"})
    assert finding is not None
    assert finding.category == "pd:DeviceBased"
