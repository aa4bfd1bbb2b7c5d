"""Events of SuperOffice as facts, rows of changed columns, and special categories on their way to a verdict."""

from datetime import date

import pytest

from schemas.registry import Facts, FlowEntry
from streams.inspect.tag.calendar import local_day
from streams.inspect.tag.facts import told
from tests.inspect.tag.build import PACK, REGISTRY, STARTED, Seen, flow, found, message, policies, rules
from tests.inspect.tag.test_facts import OSLO, entry

WEBHOOK = ("superoffice.webhook",)
TOUCHED = {"evidence": ("key:x", "schema:Changes"), "score": 0.5}
DAY = local_day(STARTED, OSLO)


def registered(facts: Facts | None = None) -> FlowEntry:
    return entry(facts or Facts())


@pytest.mark.parametrize(
    ("event", "steps", "answer", "anchors"),
    [
        ("person.consented", WEBHOOK, "yes", {}),
        ("Person.Unconsented", WEBHOOK, "unknown", {"withdrawal": DAY}),
        ("person.deleted", WEBHOOK, "unknown", {}),
        ("person.consented", ("connxio.archeo",), "unknown", {}),
        ("person.unconsented", ("cloudevents.structured", "superoffice.webhook"), "unknown", {"withdrawal": DAY}),
    ],
)
def test_a_consent_answers_and_a_withdrawal_starts_the_clock(
    event: str, steps: tuple[str, ...], answer: str, anchors: dict[str, date]
) -> None:
    made = told(message(step=event, steps=steps), registered(), OSLO)
    assert (made.answer("consent"), made.anchors) == (answer, anchors)


def test_where_the_registry_says_that_consent_stands_it_is_read() -> None:
    asked = Facts.model_validate({"consent": {"path": "$.consent", "yes": ["given"], "no": ["none"]}})
    assert told(message({"consent": "none"}, step="person.consented", steps=WEBHOOK), registered(asked), OSLO).answer("consent") == "no"


def test_a_flow_that_nobody_registered_tells_nothing() -> None:
    assert told(message(step="person.consented", steps=WEBHOOK), None, OSLO).answer("consent") == "unknown"


@pytest.mark.parametrize("entity", ["NO_FODSELSNUMMER", "PASSWORD"])
def test_the_name_of_a_changed_column_is_no_value_that_law_or_security_speak_of(entity: str) -> None:
    text = REGISTRY.replace("test: false", "test: true")
    seen: Seen = ("$.Changes[0]", entity, TOUCHED)
    of_values = {"national-id.no-ground", "secret.in-payload", "test.real-person"}
    assert not of_values & rules(flow(policies(PACK, text), found(seen))).keys()
    assert of_values & rules(flow(policies(PACK, text), found(("$.x", entity)))).keys()


def test_a_touched_category_is_a_row_of_half_a_score() -> None:
    (row,) = flow(policies(), found(("$.Changes[0]", "DATE_OF_BIRTH", TOUCHED), ("$.Changes[4]", "DATE_OF_BIRTH", TOUCHED))).personal_data
    assert (row.path, row.category, row.count, row.score) == ("$.Changes[*]", "pd:BirthDate", 2, "0.50")
    assert "schema:Changes" in row.evidence


@pytest.mark.parametrize(
    "entity", ["HEALTH", "DISABILITY", "BLOOD_TYPE", "RELIGION", "UNION", "ETHNICITY", "POLITICS", "SEXUAL_ORIENTATION", "BIOMETRIC"]
)
def test_a_special_category_without_a_condition_is_a_gap(entity: str) -> None:
    assert rules(flow(policies(), found(("$.x", entity))))["special-category.no-condition"] == "gap"


@pytest.mark.parametrize("entity", ["EMPLOYEE_NUMBER", "PHOTO", "AGE", "NATIONALITY", "FITNESS", "RIDE", "CRIMINAL_RECORD"])
def test_what_article_9_does_not_list_needs_no_condition(entity: str) -> None:
    assert "special-category.no-condition" not in rules(flow(policies(), found(("$.x", entity))))


def test_a_pseudonym_stands_for_a_person() -> None:
    assert flow(policies(), found(("$.subject.idpId", "PSEUDONYM"))).subjects.count == 1
