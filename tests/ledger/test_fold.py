"""A fold that dies anywhere and is restored ends at the totals of one clean pass, and a Flow counts once however often it comes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.flow import Flow
from schemas.partial import AlertPartial, Watermark, WindowPartial
from schemas.records import State
from streams.ledger import alerts, windows
from streams.ledger.fold import Fold, Row, row_key
from streams.ledger.openlineage import event
from streams.ledger.state import state_key
from tests.ledger.flows import EMAIL, MINUTE, NAME, WHEN, flow, flows, row, tag, verdict

READERS = {"spor.state/1": State, "spor.window/1": WindowPartial, "spor.alert-partial/1": AlertPartial}


@dataclass
class Broker:
    """The compacted topics: acknowledged rows by key as bytes, and the last watermark."""

    rows: dict[bytes, tuple[type[Row], bytes]] = field(default_factory=dict)
    watermark: bytes | None = None

    def acknowledge(self, rows: Sequence[Row]) -> None:
        for r in rows:
            self.rows[row_key(r)] = (type(r), r.canonical())

    def restored(self, kept: int | None) -> Fold:
        fold = Fold(0, MINUTE, kept)
        fold.restore((kind.read(data) for kind, data in self.rows.values()), self.watermark and Watermark.read(self.watermark))
        return fold

    def ends_at(self) -> tuple[dict[bytes, State], dict[tuple[str, int], bytes], dict[tuple[bytes, int], bytes]]:
        """States, lineage events and alerts, as readers of the topics put them together."""
        rows = [kind.read(data) for kind, data in self.rows.values()]
        parts: dict[tuple[str, int], list[WindowPartial]] = {}
        alarms: dict[tuple[bytes, int], list[AlertPartial]] = {}
        for r in rows:
            if isinstance(r, WindowPartial):
                parts.setdefault((r.integration, r.start), []).append(r)
            elif isinstance(r, AlertPartial):
                alarms.setdefault((alerts.alert_key(r), r.start), []).append(r)
        return (
            {state_key(r): r for r in rows if isinstance(r, State)},
            {w: event(windows.merged(ps), "spor").canonical() for w, ps in parts.items()},
            {k: alerts.alert(alerts.merged(ps), "spor").canonical() for k, ps in alarms.items()},
        )


def clean_pass(log: Sequence[Flow], kept: int | None = None) -> Broker:
    broker, fold = Broker(), Fold(0, MINUTE, kept)
    for offset, one in enumerate(log):
        fold.add(offset, one)
    broker.acknowledge(fold.changed())
    broker.watermark = fold.watermark(None).canonical()
    return broker


@st.composite
def logs(draw: st.DrawFn) -> list[Flow]:
    """What may stand in a flows partition: source offsets rising, and runs of them written a second time after a crash of the pump."""
    fresh = [draw(flows(offset, part)) for offset in range(draw(st.integers(1, 6))) for part in range(draw(st.integers(1, 2)))]
    log: list[Flow] = []
    for end in range(1, len(fresh) + 1):
        log.append(fresh[end - 1])
        if draw(st.integers(0, 3)) == 0:
            log += fresh[draw(st.integers(0, end - 1)) : end]
    return log


@settings(max_examples=150, deadline=None)
@given(logs(), st.data(), st.sampled_from([None, 3]))
def test_any_crashes_and_replays_end_at_the_totals_of_one_clean_pass(log: list[Flow], data: st.DataObject, kept: int | None) -> None:
    broker = Broker()
    crashes = data.draw(st.integers(0, 4), label="crashes")
    while True:
        fold = broker.restored(kept)
        at = fold.included + 1
        while at < len(log):
            size = data.draw(st.integers(1, 3), label="batch")
            for offset in range(at, min(at + size, len(log))):
                fold.add(offset, log[offset])
            at = min(at + size, len(log))
            rows = fold.changed()
            if crashes and data.draw(st.booleans(), label="dies here"):
                crashes -= 1
                broker.acknowledge([r for r in rows if data.draw(st.booleans(), label="acknowledged before")])
                break
            broker.acknowledge(rows)
            broker.watermark = fold.watermark(None).canonical()
        else:
            break
    assert broker.ends_at() == clean_pass(log).ends_at()


@settings(max_examples=60, deadline=None)
@given(logs())
def test_a_log_read_twice_changes_nothing(log: list[Flow]) -> None:
    once = clean_pass(log)
    fold = once.restored(None)
    assert not any(fold.add(offset, one) for offset, one in enumerate(log))
    assert fold.changed() == ()


@settings(max_examples=60, deadline=None)
@given(logs())
def test_second_copies_count_for_nothing(log: list[Flow]) -> None:
    first_copies = list({one.id: one for one in log}.values())
    fold, plain = Fold(0, MINUTE), Fold(0, MINUTE)
    for offset, one in enumerate(log):
        fold.add(offset, one)
    for offset, one in enumerate(first_copies):
        plain.add(offset, one)
    totals = [sum(r.flows for r in f.rows() if isinstance(r, WindowPartial)) for f in (fold, plain)]
    assert totals == [len(first_copies)] * 2


def test_windows_of_another_length_are_not_gone_on_with() -> None:
    broker = clean_pass([flow(0, rows=[row(EMAIL, verdict("contract.party"))])])
    fold = Fold(0, 5 * MINUTE)
    fold.restore((kind.read(data) for kind, data in broker.rows.values()), None)
    assert [type(r) for r in fold.rows()] == [State]


def test_rows_of_another_flows_partition_are_not_taken_up() -> None:
    broker = clean_pass([flow(0, rows=[row(EMAIL)])])
    fold = Fold(1, MINUTE)
    fold.restore((kind.read(data) for kind, data in broker.rows.values()), broker.watermark and Watermark.read(broker.watermark))
    assert (list(fold.rows()), fold.included) == ([], -1)


def test_a_state_row_says_which_edge_how_often_and_when() -> None:
    log = [
        flow(0, rows=[row(EMAIL), row(NAME)], tags=[tag(EMAIL[0], "dpv:Marketing"), tag(EMAIL[0], None, "connxio")]),
        flow(1, at=WHEN + 7, rows=[row(EMAIL, verdict("contract.party"))], tags=[tag(EMAIL[0], "dpv:Marketing")]),
    ]
    states = clean_pass(log).ends_at()[0]
    assert set(states) == {
        b"orders-erp-to-carrier|ERP|Carrier|pd:EmailAddress|dpv:Marketing|0",
        b"orders-erp-to-carrier|ERP|Carrier|pd:Name||0",
    }
    email = states[b"orders-erp-to-carrier|ERP|Carrier|pd:EmailAddress|dpv:Marketing|0"]
    assert (email.first, email.last, email.flows, email.fields, email.included) == (WHEN, WHEN + 7, 2, 2, 1)
    assert email.verdicts == {"violation": 1, "gap": 0, "compliant": 1}


def test_a_flow_without_personal_data_is_an_edge_too() -> None:
    (only,) = clean_pass([flow(0)]).ends_at()[0].values()
    assert (only.category, only.purpose, only.flows, only.fields) == (None, None, 1, 0)


def test_names_that_are_far_too_long_keep_rows_small_and_apart() -> None:
    log = [flow(n, sender="x" * 500_000 + str(n), integration="y" * 500_000) for n in range(2)]
    states = clean_pass(log).ends_at()[0]
    assert len(states) == 2
    assert all(len(key) < 2_000 and len(s.canonical()) < 2_000 for key, s in states.items())


def test_a_record_that_is_no_flow_is_passed_over() -> None:
    fold = Fold(0, MINUTE)
    fold.skip(4)
    assert not fold.add(4, flow(0))
    assert fold.add(5, flow(0))
    assert fold.watermark(None).included == 5
