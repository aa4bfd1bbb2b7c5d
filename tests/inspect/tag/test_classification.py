"""A producer's own classification: repeated as it stands, never changed, and a mismatch where it says less than what was found."""

from typing import Any

import pytest

from streams.inspect.words import Word
from tests.inspect.tag.build import EMAIL, Seen, flow, found, policies, rules, verdict

MISMATCH = "classification.mismatch"
HEALTH: Seen = ("$.note", "HEALTH")


def labelled(classification: str | None, regulation: str | None, category: str | None) -> dict[str, Any]:
    said = {"data_classification": classification, "data_regulation": regulation, "data_category": category}
    return {name: Word(text, (name.replace("_", ""),)) for name, text in said.items() if text is not None}


@pytest.mark.parametrize(
    ("classification", "regulation", "category", "seen", "where"),
    [
        ("public", None, None, EMAIL, ["$.dataclassification"]),
        ("Public", "GDPR", "standard", EMAIL, ["$.dataclassification"]),
        ("internal", None, None, EMAIL, ["$.dataclassification"]),
        ("internal", "GDPR", None, EMAIL, []),
        ("internal", None, "standard", EMAIL, []),
        ("confidential", None, None, EMAIL, []),
        ("restricted", "GDPR,HIPAA", "special-category", HEALTH, []),
        ("confidential", "HIPAA", "phi", HEALTH, ["$.dataregulation"]),
        ("confidential", "PCI-DSS, ISO-27001", None, EMAIL, ["$.dataregulation"]),
        ("confidential", " UK-GDPR ,PCI-DSS", None, EMAIL, []),
        ("confidential", "GDPR", "non-pii", EMAIL, ["$.datacategory"]),
        ("confidential", "GDPR", "standard", HEALTH, ["$.datacategory"]),
        ("confidential", "GDPR", "sensitive", HEALTH, []),
        ("public", "CCPA", "Non PII", EMAIL, ["$.datacategory", "$.dataclassification", "$.dataregulation"]),
        ("tlp:amber", "house rules 7", None, EMAIL, ["$.dataregulation"]),
        ("made-up", None, "our own", EMAIL, []),
    ],
)
def test_a_label_that_says_less_than_was_found_is_a_gap(
    classification: str, regulation: str | None, category: str | None, seen: Seen, where: list[str]
) -> None:
    made = flow(policies(), found(seen), **labelled(classification, regulation, category))
    said = [v for v in made.verdicts if v.rule == MISMATCH]
    assert [v.path for v in said] == where
    assert {(v.verdict, v.source, v.citation) for v in said} <= {("gap", "spor", "CloudEvents data classification")}


def test_the_labels_stand_in_the_flow_as_the_producer_wrote_them() -> None:
    made = flow(policies(), **labelled("Confidential", "GDPR, HIPAA,GDPR", "sensitive"))
    assert made.model_dump(mode="json")["declared_classification"] == {
        "classification": "Confidential",
        "regulations": ["GDPR", "HIPAA"],
        "category": "sensitive",
    }


def test_a_flow_of_a_producer_that_says_nothing_has_no_such_field() -> None:
    assert "declared_classification" not in flow(policies()).model_dump(mode="json")


def test_a_label_that_says_more_than_was_found_is_no_gap() -> None:
    made = flow(policies(), found(), **labelled("restricted", "GDPR", "special-category"))
    assert (made.verdict, rules(made)) == ("compliant", {})


def test_public_is_no_gap_where_nobody_is_in_the_message() -> None:
    assert rules(flow(policies(), found(), **labelled("public", None, None))) == {}


def test_what_is_masked_in_a_label_stays_so() -> None:
    findings = found(EMAIL, words={"data_classification": "for <EMAIL_ADDRESS>"})
    made = flow(policies(), findings, **labelled("for kari@example.org", None, None))
    assert made.declared_classification is not None
    assert made.declared_classification.classification == "for <EMAIL_ADDRESS>"
    assert MISMATCH not in rules(made)


def test_a_header_s_label_is_cited_by_the_header_s_name() -> None:
    made = flow(policies(), data_classification=Word("public", ("ce_dataclassification",)))
    assert verdict(made, MISMATCH).path == "ce_dataclassification"
