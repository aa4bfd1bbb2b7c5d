"""Which verdicts alert, under which key and id, and that parts of an alert merge in any order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.flow import Flow, Verdict
from schemas.records import Alert
from streams.ledger import alerts
from tests.ledger.flows import EMAIL, MINUTE, NAME, WHEN, flow, flows, row, verdict


def of(one: Flow) -> list[alerts.AlertPartial]:
    return list(alerts.shown(one, 5, 2, MINUTE))


@pytest.mark.parametrize(
    ("said", "alerting"),
    [
        (verdict("contract.party"), True),
        (verdict("category.undeclared", "gap", "notice"), True),
        (verdict("category.undeclared", "violation", "notice"), True),
        (verdict("contract.unregistered", "gap"), False),
        (verdict("contract.unregistered", "violation"), True),  # raised by a pack
        (verdict("coverage.partial", "gap", "spor"), False),
        (verdict("purpose.unstated", "gap", "notice"), False),
    ],
)
def test_violations_alert_and_of_the_gaps_those_that_the_table_marks(said: Verdict, alerting: bool) -> None:
    assert bool(of(flow(verdicts=[said]))) == alerting
    assert bool(of(flow(rows=[row(EMAIL, said)]))) == alerting


def test_a_row_alerts_with_its_category_and_path_and_a_flow_without() -> None:
    found = of(flow(rows=[row(EMAIL, verdict("category.undeclared"))], verdicts=[verdict("contract.party")]))
    assert [(a.category, a.place, a.path, a.rule) for a in found] == [
        (None, None, None, "contract.party"),
        ("pd:EmailAddress", "body", "$.customer.email", "category.undeclared"),
    ]
    assert [alerts.alert_key(a) for a in found] == [
        b"orders-erp-to-carrier|contract.party||",
        b"orders-erp-to-carrier|category.undeclared|pd:EmailAddress|$.customer.email",
    ]


def test_two_rows_of_one_path_count_their_flow_once_with_the_worse_verdict() -> None:
    twice = [
        row(EMAIL, verdict("national-id.no-ground", "gap", "law")),
        row((EMAIL[0], "PERSON", EMAIL[2]), verdict("national-id.no-ground")),
    ]
    (one,) = of(flow(rows=twice))
    assert (one.count, one.verdict) == (1, "violation")


def test_a_path_with_a_bar_does_not_meet_another_key() -> None:
    one, other = ("pd:Name", "PERSON", "$['a|b']"), ("pd:Name", "PERSON", "$['a%7Cb']")
    found = of(flow(rows=[row(one, verdict("category.undeclared")), row(other, verdict("category.undeclared"))]))
    keys = {alerts.alert_key(a) for a in found}
    assert len(keys) == 2 and all(key.count(b"|") == 3 for key in keys)


def test_the_id_is_the_keys_and_the_windows() -> None:
    def ids(*said: Flow) -> list[str]:
        return [alerts.alert(a, "spor").id for one in said for a in of(one)]

    party = [verdict("contract.party")]
    first, again, later, other = ids(
        flow(0, verdicts=party), flow(9, at=WHEN + 59_999, verdicts=party), flow(0, at=WHEN + MINUTE, verdicts=party),
        flow(0, verdicts=party, integration="payroll"),
    )  # fmt: skip
    assert first == again and len({first, later, other}) == 3


def test_an_alert_is_a_cloudevent_that_quotes_no_value() -> None:
    (one,) = of(flow(rows=[row(NAME, verdict("category.undeclared", path="$.x"))], at=WHEN + 5))
    event = alerts.alert(one, "acme")
    assert Alert.read(event.canonical()) == event
    assert (event.specversion, event.source, event.type, event.time) == ("1.0", "/spor/acme", "spor.alert.v1", "2025-11-30T10:00:00.005Z")
    assert set(event.data.model_dump()) == {
        "flow", "integration", "verdict", "rule", "source", "citation", "category", "place", "path", "count", "first", "last",
    }  # fmt: skip
    assert event.data.path == "$.x"


@settings(max_examples=80, deadline=None)
@given(st.lists(flows(0), min_size=1, max_size=6), st.data())
def test_parts_of_an_alert_merge_in_any_order(several: list[Flow], data: st.DataObject) -> None:
    found: dict[tuple[bytes, int], list[alerts.AlertPartial]] = {}
    for n, one in enumerate(several):
        for partial in alerts.shown(one, n, 0, MINUTE):
            found.setdefault((alerts.alert_key(partial), partial.start), []).append(partial)
    for partials in found.values():
        assert alerts.merged(data.draw(st.permutations(partials))) == alerts.merged(partials)
        assert alerts.merged(partials).count == len(partials)
