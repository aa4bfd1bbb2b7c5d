"""The vocabulary and the law table: what is narrower than what, which act held when, and who was probably meant."""

import pytest

from schemas import dpv
from schemas.law import ADEQUATE, EEA, INSTRUMENTS, adequacy


@pytest.mark.parametrize(
    ("category", "listed", "covers"),
    [
        ("pd:EmailAddress", "pd:EmailAddress", True),
        ("pd:EmailAddress", "pd:Contact", True),
        ("pd:EmailAddressWork", "pd:Tracking", True),
        ("pd:Contact", "pd:EmailAddress", False),
        ("pd:Street", "pd:Location", True),  # an address is a contact and a location
        ("pd:Street", "pd:Contact", True),
        ("pd:PaymentCardNumber", "pd:AccountIdentifier", True),
        ("pd:PaymentCardNumber", "pd:PaymentCard", True),
        ("pd:BankAccount", "pd:AccountIdentifier", False),
        ("pd:HealthRecord", "pd:MedicalHealth", True),
        ("pd:NotInTheTable", "pd:NotInTheTable", True),
        ("pd:NotInTheTable", "pd:Contact", False),
    ],
)
def test_a_term_covers_itself_and_its_narrower_terms(category: str, listed: str, covers: bool) -> None:
    assert dpv.covered(category, (listed,)) is covers


def test_no_term_is_broader_than_itself_by_a_detour() -> None:
    for term, above in dpv.BROADER.items():
        assert all(term not in dpv.BROADER[broader] for broader in above - {term}), term


@pytest.mark.parametrize(
    ("category", "special"),
    [("pd:Health", True), ("pd:FacialPrint", True), ("pd:TradeUnionMembership", True), ("pd:Name", False), ("pd:Ethnicity", False)],
)
def test_special_categories_are_those_of_the_vocabulary(category: str, special: bool) -> None:
    assert dpv.is_special(category) is special


def test_the_vocabulary_types_32_terms_as_special() -> None:
    assert sum(map(dpv.is_special, dpv.PD)) == 32


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("pd:EmailAdress", "pd:EmailAddress"),
        ("email", "pd:EmailAddress"),
        ("pd:telephonenumber", "pd:TelephoneNumber"),
        ("dpv:Name", "pd:Name"),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_a_word_near_a_term_is_told_which(word: str, meant: str | None) -> None:
    assert dpv.did_you_mean(word, dpv.PD) == (f'; did you mean "{meant}"?' if meant else "")


@pytest.mark.parametrize(
    ("basis", "wanted", "same"),
    [
        ("eu-gdpr:A6-1-a-explicit-consent", "eu-gdpr:A6-1-a", True),
        ("eu-gdpr:A6-1-a", "eu-gdpr:A6-1-a-explicit-consent", False),
        ("eu-gdpr:A6-1-b", "eu-gdpr:A6-1-a", False),
        (None, "eu-gdpr:A6-1-a", False),
    ],
)
def test_a_finer_basis_is_a_form_of_its_basis(basis: str | None, wanted: str, same: bool) -> None:
    assert dpv.same_basis(basis, wanted) is same


@pytest.mark.parametrize(
    ("number", "day", "holds"),
    [
        ("2016/1250", "2020-07-15", True),
        ("2016/1250", "2020-07-16", False),
        ("2010/87", "2022-12-27", True),
        ("2010/87", "2022-12-28", False),
        ("2001/497", "2022-12-28", False),
        ("2021/914", "2021-06-26", False),
        ("2021/914", "2021-06-27", True),
        ("2023/1795", "2023-07-09", False),
        ("2023/1795", "2026-01-01", True),
    ],
)
def test_an_act_holds_between_its_dates(number: str, day: str, holds: bool) -> None:
    assert INSTRUMENTS[number].holds(day) is holds


def test_the_united_kingdom_is_covered_without_a_gap_until_its_decision_ends() -> None:
    for day in ("2018-05-25", "2020-12-31", "2021-06-27", "2021-06-28", "2025-12-28", "2031-12-27"):
        assert adequacy("GB", day) is not None, day
    assert adequacy("GB", "2031-12-28") is None


def test_no_member_needs_a_decision() -> None:
    assert not EEA & {a.country for a in ADEQUATE}
    assert {"NO", "IS", "LI", "SE", "EEA"} <= EEA
    assert not {"GB", "CH", "US"} & EEA
