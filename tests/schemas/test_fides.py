"""Every term of ours has a key of fideslang's, and only keys that its package has."""

from pathlib import Path

import pytest

from schemas import dpv, fides

KEYS = set(Path(__file__).with_name("fides_keys.txt").read_text("utf-8").splitlines()[1:])


def test_every_projection_is_a_key_of_the_package() -> None:
    used = {fides.category(term) for term in dpv.PD} | {fides.use(term) for term in dpv.PURPOSES} | {fides.subject(t) for t in dpv.SUBJECTS}
    assert used - KEYS == set()


def test_the_tables_name_terms_of_the_vocabulary_only() -> None:
    assert {f"pd:{name}" for name in fides.CATEGORIES} - dpv.PD == set()
    assert {f"dpv:{name}" for name in fides.USES} - dpv.PURPOSES == set()
    assert {f"dpv:{name}" for name in fides.SUBJECTS} - dpv.SUBJECTS == set()


@pytest.mark.parametrize(
    ("term", "key"),
    [
        ("pd:EmailAddress", "user.contact.email"),
        ("pd:EmailAddressWork", "user.contact.email"),
        ("pd:OfficialID", "user.government_id.national_identification_number"),
        ("pd:GPSCoordinate", "user.location.precise"),
        ("pd:Salary", "user.workplace"),
        ("pd:TradeUnionMembership", "user.social"),
        ("pd:BloodType", "user.health_and_medical"),
        ("pd:Unknown", "user"),
    ],
)
def test_a_kind_without_a_key_goes_to_the_nearest_broader_one(term: str, key: str) -> None:
    assert fides.category(term) == key


@pytest.mark.parametrize(
    ("term", "key"),
    [
        ("dpv:PersonnelPayment", "employment"),
        ("dpv:RecruitmentInterviewScheduling", "employment.recruitment"),
        ("dpv:LegalCompliance", "essential.legal_obligation"),
        ("dpv:AcademicResearch", "essential.service"),
    ],
)
def test_a_purpose_goes_to_its_use(term: str, key: str) -> None:
    assert fides.use(term) == key


@pytest.mark.parametrize(
    ("curie", "basis", "condition"),
    [
        ("eu-gdpr:A6-1-b", "Contract", None),
        ("eu-gdpr:A6-1-a-explicit-consent", "Consent", None),
        ("eu-gdpr:A9-2-h", None, "Health or social care (with a basis in law)"),
        ("eu-gdpr:A9-2-a", None, "Explicit consent"),
        (None, None, None),
    ],
)
def test_legal_bases_go_to_the_words_of_its_enumeration(curie: str | None, basis: str | None, condition: str | None) -> None:
    assert (fides.basis(curie), fides.condition(curie)) == (basis, condition)


def test_rights_go_to_the_words_of_its_enumeration() -> None:
    assert set(fides.RIGHTS) <= {term.removeprefix("eu-gdpr:") for term in dpv.RIGHTS}
    assert (fides.right("eu-gdpr:A17"), fides.right("eu-gdpr:A77"), fides.right("a copy by post")) == ("Erasure", None, None)
