"""What a schema says of a field is heard beside its name, and no word of the schema's own becomes evidence."""

from dataclasses import replace

import pytest

from streams.inspect.detect.detector import Detector
from streams.inspect.words import Budget, Finding, Leaf
from tests.inspect.detect.build import message


def found(detector: Detector, name: str, text: str, *hints: str) -> list[Finding]:
    said = replace(message(), leaves=(Leaf("body", (name,), text, hints=hints),))
    return list(detector.find(said, lambda _: False, Budget()).findings)


@pytest.mark.parametrize(
    ("hint", "text", "entity", "evidence"),
    [
        ("alias mobilePhone", "91234567", "PHONE_NUMBER", "schema:alias mobilephone"),
        ("doc Date of birth, as in the passport", "1980-01-02", "DATE_OF_BIRTH", "schema:doc dateofbirth"),
        ("doc E-mail address of the customer", "kari@example.org", "EMAIL_ADDRESS", "schema:doc emailaddress"),
        ("doc Number of items that the customer ordered", "91234567", None, None),
        ("doc Birth date of the insured person", "1980-01-02", "DATE_OF_BIRTH", "schema:doc birthdate"),
        ("tag USERNAME", "khansen", "USERNAME", "schema:tag username"),
    ],
)
def test_a_field_of_no_meaning_is_read_as_its_schema_speaks_of_it(
    detector: Detector, hint: str, text: str, entity: str | None, evidence: str | None
) -> None:
    hinted = found(detector, "f17", text, hint)
    assert [one.entity for one in hinted] == ([entity] if entity else [])
    assert [evidence in one.evidence for one in hinted] == ([True] if entity else [])


def test_a_producer_s_tag_stands_beside_our_own_evidence(detector: Detector) -> None:
    (one,) = found(detector, "email", "kari@example.org", "tag PII", "tag Gdpr")
    assert one.evidence == ("key:email", "pattern", "schema:tag GDPR", "schema:tag PII")


def test_a_tag_alone_makes_no_finding_of_what_nobody_recognises(detector: Detector) -> None:
    assert found(detector, "f17", "X-1", "tag PII") == []


def test_a_field_s_own_name_wins_over_its_description(detector: Detector) -> None:
    (one,) = found(detector, "email", "kari@example.org", "doc Phone number")
    assert one.entity == "EMAIL_ADDRESS" and "key:email" in one.evidence


def test_a_schema_that_holds_somebody_s_name_gives_no_evidence_of_it(detector: Detector) -> None:
    hints = ("tag kari@example.org", "alias kari@example.org", "doc Ask Kari Eksempel, kari@example.org, for the phone number")
    (one,) = found(detector, "email", "ola@example.org", *hints)
    assert not any("kari" in code.casefold() for code in one.evidence)
