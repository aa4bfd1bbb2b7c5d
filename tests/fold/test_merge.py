"""The merger ends at the same windows and alerts however it is fed, interrupted and made again from its tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.flow import Flow
from streams.fold.merge import Merged, Merger, Tables
from streams.ledger.fold import Fold, row_key, watermark_key
from streams.ledger.ids import key_partition
from tests.ledger.flows import EMAIL, MINUTE, WHEN, flow, flows, row, verdict

PARTITIONS = 2
ORDERS = key_partition(b"orders", PARTITIONS)


@dataclass
class Dict:
    """A table in memory, as a worker's is once it has been read back from its changelog."""

    rows: dict[bytes, bytes] = field(default_factory=dict)

    def get(self, key: bytes) -> bytes | None:
        return self.rows.get(key)

    def items(self) -> Iterator[tuple[bytes, bytes]]:
        yield from list(self.rows.items())

    def put(self, partition: int, key: bytes, value: bytes) -> None:
        self.rows[key] = value

    def drop(self, partition: int, key: bytes) -> None:
        self.rows.pop(key, None)


def tables() -> Tables:
    return Tables(Dict(), Dict(), Dict())


def merger(kept: Tables, partition: int = ORDERS) -> Merger:
    return Merger(kept, partition, PARTITIONS, "spor", "spor")


def partials(fold: Fold, passed: int | None) -> list[tuple[int | None, bytes, bytes]]:
    """What a fold sends: (partition of the partials, key, value); the watermark goes to all (None)."""
    rows = [r for r in fold.changed() if hasattr(r, "start")]
    sent = [(key_partition(r.integration.encode(), PARTITIONS), row_key(r), r.canonical()) for r in rows]
    mark = fold.watermark(passed)
    return [*sent, (None, watermark_key(mark), mark.canonical())]


def fed(one: Merger, records: list[tuple[int | None, bytes, bytes]]) -> list[Merged]:
    for _, key, value in records:
        one.take(key, value)
    out = list(one.changed_alerts())
    for window in one.due_windows():
        out.append(window)
        one.sent(window)
    return out


def folded(*log: Flow, partition: int = 0) -> Fold:
    fold = Fold(partition, MINUTE)
    for offset, one in enumerate(log):
        fold.add(offset, one)
    return fold


PARTY = [verdict("contract.party")]


def test_alerts_of_all_flows_partitions_come_out_as_one() -> None:
    one = merger(tables())
    out = fed(one, partials(folded(flow(0, integration="orders", verdicts=PARTY)), WHEN))
    out += fed(one, partials(folded(flow(0, partition=1, integration="orders", verdicts=PARTY, at=WHEN + 9), partition=3), WHEN))
    found = [orjson.loads(m.value) for m in out]
    assert [a["data"]["count"] for a in found] == [1, 2]
    assert len({a["id"] for a in found}) == 1 and len({m.key for m in out}) == 1
    assert (found[1]["data"]["first"], found[1]["data"]["last"]) == (WHEN, WHEN + 9)


def test_a_window_waits_for_every_flows_partition_that_spoke() -> None:
    one = merger(tables())
    early, late = folded(flow(0, integration="orders")), folded(flow(0, partition=1, integration="orders"), partition=1)
    assert fed(one, partials(late, WHEN)) == []
    assert fed(one, partials(early, WHEN + MINUTE)) == []
    (closed,) = fed(one, [(None, watermark_key(late.watermark(None)), late.watermark(None).canonical())])
    assert orjson.loads(closed.value)["run"]["facets"]["spor_coverage"]["flows"] == 2


def test_a_late_message_sends_the_whole_window_again_under_the_same_run() -> None:
    one, fold = merger(tables()), folded(flow(0, integration="orders"))
    (first,) = fed(one, partials(fold, None))
    fold.add(1, flow(1, integration="orders", at=WHEN + 3))
    (again,) = fed(one, partials(fold, None))
    runs = [orjson.loads(m.value)["run"] for m in (first, again)]
    assert runs[0]["runId"] == runs[1]["runId"]
    assert [r["facets"]["spor_coverage"]["flows"] for r in runs] == [1, 2]


def test_a_merger_made_again_from_its_tables_sends_nothing_twice_and_forgets_nothing() -> None:
    kept, fold = tables(), folded(flow(0, integration="orders", verdicts=PARTY))
    assert len(fed(merger(kept), partials(fold, None))) == 2
    again = merger(kept)
    assert fed(again, []) == []
    fold.add(1, flow(1, integration="orders", verdicts=PARTY))
    alert, window = fed(again, partials(fold, None))
    assert orjson.loads(alert.value)["data"]["count"] == 2
    assert orjson.loads(window.value)["run"]["facets"]["spor_coverage"]["flows"] == 2


def test_a_window_that_was_not_noted_as_sent_is_sent_again_after_a_crash() -> None:
    kept, fold = tables(), folded(flow(0, integration="orders"))
    dies = merger(kept)
    for _, key, value in partials(fold, None):
        dies.take(key, value)
    lost = list(dies.due_windows())
    assert [m.value for m in fed(merger(kept), [])] == [m.value for m in lost]


def test_an_alert_is_sent_again_when_its_partial_is_delivered_again() -> None:
    kept, fold = tables(), folded(flow(0, integration="orders", verdicts=PARTY))
    records = partials(fold, WHEN)
    assert [m.value for m in fed(merger(kept), records)] == [m.value for m in fed(merger(kept), records)] != []


def test_a_row_of_a_worker_that_was_cut_off_changes_nothing() -> None:
    one, fold = merger(tables()), folded(flow(0, integration="orders", verdicts=PARTY))
    stale = partials(fold, None)
    fold.add(1, flow(1, integration="orders", verdicts=PARTY))
    fed(one, partials(fold, None))
    assert fed(one, stale) == []


def test_what_cannot_be_read_is_passed_over() -> None:
    one = merger(tables())
    for value in (None, b"", b"kari@example.org", b"[]", b'{"spec":"spor.window/1"}', b'{"spec":"spor.other/9"}'):
        one.take(b"k", value)
    assert fed(one, []) == []


def test_each_partition_of_the_partials_merges_its_own_integrations() -> None:
    kept = tables()
    names = [f"i{n}" for n in range(8)]
    records = partials(folded(*(flow(n, integration=name) for n, name in enumerate(names))), None)
    sent = {
        partition: [m.key for m in fed(merger(kept, partition), [r for r in records if r[0] in (partition, None)])]
        for partition in range(PARTITIONS)
    }
    assert sorted(sent[0] + sent[1]) == sorted(f"run:spor/{name}".encode() for name in names)
    assert all(sent.values())
    assert [fed(merger(kept, partition), []) for partition in range(PARTITIONS)] == [[], []]


def test_beyond_what_is_kept_the_oldest_are_let_go_from_the_tables() -> None:
    windows, sent, alerts = Dict(), Dict(), Dict()
    one = merger(Tables(windows, sent, alerts))
    fed(one, partials(folded(*(flow(n, integration="orders", verdicts=PARTY, at=WHEN + n * MINUTE) for n in range(5))), None))
    one.let_go(2)
    assert [len(table.rows) for table in (windows, sent, alerts)] == [2 + 1, 2, 2]  # and the watermark
    assert {orjson.loads(value)[1] for value in sent.rows.values()} == {WHEN + 3 * MINUTE, WHEN + 4 * MINUTE}


def identity(merged: Merged) -> tuple[bytes, object]:
    return merged.key, merged.window[0] if merged.window else orjson.loads(merged.value)["id"]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 8).flatmap(flows), min_size=1, max_size=8), st.data())
def test_however_it_is_fed_the_last_of_each_key_is_the_same(several: list[Flow], data: st.DataObject) -> None:
    """Flows on two flows partitions, folded in batches of any size; the merger dies and is made again at any place."""
    log = [
        (n % 2, one.model_copy(update={"source": one.source.model_copy(update={"offset": n, "partition": n % 2})}))
        for n, one in enumerate(several)
    ]

    def last(*, interrupted: bool) -> dict[tuple[bytes, object], bytes]:
        kept, found, folds = tables(), {}, [Fold(0, MINUTE), Fold(1, MINUTE)]
        mergers = {p: merger(kept, p) for p in range(PARTITIONS)}

        def flush(fold: Fold) -> None:
            for record in partials(fold, None):
                for p in [p for p in mergers if record[0] in (p, None)]:
                    if interrupted and data.draw(st.booleans(), label="made again"):
                        mergers[p] = merger(kept, p)
                    found.update({identity(m): m.value for m in fed(mergers[p], [record])})

        for offset, (partition, one) in enumerate(log):
            folds[partition].add(offset, one)
            if interrupted and data.draw(st.booleans(), label="flush"):
                flush(folds[partition])
        for fold in [fold for fold in folds if fold.marks]:
            flush(fold)
        return found

    assert last(interrupted=True) == last(interrupted=False)


def test_a_row_with_a_violation_reaches_the_alert_topic_whole() -> None:
    (alert,) = fed(merger(tables()), partials(folded(flow(0, integration="orders", rows=[row(EMAIL, *PARTY)])), WHEN))
    assert (alert.topic, alert.key) == ("alerts", b"orders|contract.party|pd:EmailAddress|$.customer.email")
    assert alert.headers == (("content-type", b"application/cloudevents+json; charset=UTF-8"),)
