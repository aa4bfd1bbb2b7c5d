"""Tables and windows add up the same in any order and any grouping, also when they are full."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.flow import Flow
from schemas.partial import Edge, ObservedField, Promise
from streams.ledger import windows
from streams.ledger.openlineage import event
from streams.ledger.table import LONGEST, Key, Shape, Table, bounded
from streams.ledger.times import rfc3339, window_start
from streams.ledger.windows import SHAPES, Window
from tests.ledger.flows import EMAIL, MINUTE, NAME, PHONE, WHEN, flow, flows, row, tag, verdict

SMALL = Shape(Edge, ("sender", "receiver", "category", "purpose"), ("flows", "fields"), budget=1_000)  # takes four rows
KEYS = st.tuples(st.sampled_from([None, "A", "B", "C", "D" * 60]), st.sampled_from([None, "X", "Y"]), st.none(), st.none())


def filled(keys: list[Key]) -> Table:
    table = Table(SMALL)
    for key in keys:
        table.add(key, flows=1, fields=2)
    return table


@given(st.lists(KEYS, max_size=30), st.randoms())
def test_a_table_does_not_depend_on_the_order_of_its_rows(keys: list[Key], rnd: random.Random) -> None:
    shuffled = rnd.sample(keys, len(keys))
    assert (filled(keys).sorted_rows(), filled(keys).cut) == (filled(shuffled).sorted_rows(), filled(shuffled).cut)


@given(st.lists(KEYS, max_size=30), st.integers(0, 30))
def test_tables_of_parts_merge_to_the_table_of_the_whole(keys: list[Key], at: int) -> None:
    whole = filled(keys)
    merged = Table(SMALL)
    for part in (filled(keys[:at]), filled(keys[at:])):
        merged.absorb(part.sorted_rows(), part.cut)
    assert (merged.sorted_rows(), merged.cut) == (whole.sorted_rows(), whole.cut)


@given(st.lists(KEYS, max_size=30))
def test_what_stands_in_a_full_table_has_its_exact_total(keys: list[Key]) -> None:
    for edge in filled(keys).sorted_rows():
        assert edge.flows == keys.count((edge.sender, edge.receiver, edge.category, edge.purpose))
        assert edge.fields == 2 * edge.flows


@given(st.lists(KEYS, max_size=30))
def test_only_rows_behind_the_cut_are_left_out(keys: list[Key]) -> None:
    table = filled(keys)
    missing = {k for k in keys if k not in table.rows}
    assert bool(missing) == (table.cut is not None)
    order = [tuple((w is not None, w or "") for w in key) for key in (*sorted(table.rows, key=str), *missing)]
    assert not missing or max(order[: len(table.rows)], default=((False, ""),)) < min(order[len(table.rows) :])


@given(st.text(max_size=700), st.text(max_size=700))
def test_bounded_names_stay_apart_and_stay_as_they_are_once_bounded(one: str, other: str) -> None:
    assert len(bounded(one)) <= LONGEST
    assert bounded(bounded(one)) == bounded(one)
    assert (bounded(one) == bounded(other)) == (one == other)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 50).flatmap(flows), min_size=1, max_size=8), st.data())
def test_windows_of_parts_merge_to_the_window_of_the_whole(several: list[Flow], data: st.DataObject) -> None:
    whole = Window("orders", WHEN, 6 * MINUTE)
    for one in several:
        whole.add(one)
    parts = [Window("orders", WHEN, 6 * MINUTE) for _ in range(3)]
    for one in data.draw(st.permutations(several)):
        data.draw(st.sampled_from(parts)).add(one)
    partials = [part.partial(n, 0, 9) for n, part in enumerate(parts) if part.flows]
    assert event(windows.merged(data.draw(st.permutations(partials))), "spor") == event(whole, "spor")


def test_a_window_of_hostile_variety_stays_under_kafkas_default_megabyte() -> None:
    window = Window("orders", WHEN, MINUTE)
    for n in range(3_000):
        hostile = ("pd:EmailAddress", "EMAIL_ADDRESS", f"$.{'k' * (n % 400)}['{n}\\u0000']")
        one = flow(n, partition=n, sender=f"s{n}\n" * 30, receiver=f"r{n}" * 40, rows=[row(hostile, verdict("contract.party"))])
        window.add(one.model_copy(update={"tags": (tag(EMAIL[0], f"dpv:P{n}", f"pack{n}" * 20),)}))
    partial = window.partial(0, 0, 3_000)
    written = event(window, "spor")
    assert len(partial.canonical()) < 600_000 and len(written.canonical()) < 900_000
    assert set(partial.cuts) == {"counts", "edges", "fields", "promises", "sources"}
    assert partial.flows == 3_000
    assert written.job.facets.spor_processing.truncated and written.run.facets.spor_coverage.truncated
    assert not written.run.facets.spor_verdicts.truncated


def test_the_budgets_of_all_tables_leave_room_for_the_rest_of_a_message() -> None:
    assert sum(shape.budget for shape in SHAPES.values()) < 500_000


def test_a_flow_adds_its_fields_promises_edges_and_rules() -> None:
    window = Window("orders", WHEN, MINUTE)
    data = [row(EMAIL, verdict("contract.party"), count=2), row(NAME, masked=True), row(PHONE)]
    tags = [tag(EMAIL[0], "dpv:Marketing"), tag(EMAIL[0], None, "connxio"), tag(EMAIL[0], "dpv:Marketing")]
    window.add(flow(4, rows=data, tags=tags, verdicts=[verdict("contract.party"), verdict("category.undeclared", "gap", "notice")]))
    partial = window.partial(0, 4, 4)
    assert [(e.category, e.purpose, e.fields) for e in partial.edges] == [
        ("pd:EmailAddress", "dpv:Marketing", 1),
        ("pd:Name", None, 1),
        ("pd:TelephoneNumber", None, 1),
    ]
    assert {(f.path, f.count, f.masked) for f in partial.fields} == {(EMAIL[2], 2, 0), (NAME[2], 1, 1), (PHONE[2], 1, 0)}
    assert [(p.purpose, p.pack, p.flows) for p in partial.promises] == [(None, "connxio", 1), ("dpv:Marketing", "webshop-no", 1)]
    assert [(r.rule, r.flows) for r in partial.rules] == [("category.undeclared", 1), ("contract.party", 1)]


def test_totals_keep_the_least_and_the_greatest_and_pass_over_null() -> None:
    promises = Table(SHAPES["promises"])
    key = ("pd:Name", None, None, "engine", "P3M", "message", "connxio", None)
    for until in (None, "2026-02-28", "2026-01-31", None):
        promises.add(key, flows=1, until=until)
    fields = Table(SHAPES["fields"])
    for score in ("0.85", "1.00", "0.40"):
        fields.add(("c", "t", "body", "$", "pd:Name", "PERSON"), flows=1, count=1, masked=0, score=score)
    (promise,) = promises.sorted_rows()
    (seen,) = fields.sorted_rows()
    assert isinstance(promise, Promise) and isinstance(seen, ObservedField)
    assert (promise.until, promise.flows, seen.score) == ("2026-01-31", 4, "1.00")


@given(st.integers(-(2**62), 2**62), st.sampled_from([1, 1000, 60_000, 7_000]))
def test_every_instant_lies_in_its_window(instant: int, length: int) -> None:
    start = window_start(instant, length)
    assert start <= instant < start + length and start % length == 0


@given(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=5))
def test_any_64_bit_instant_can_be_written_and_order_is_kept(instants: list[int]) -> None:
    written = [rfc3339(i) for i in sorted(instants)]
    assert all(len(text) == 24 and text.endswith("Z") for text in written)
    assert all(a <= b for a, b in pairwise(written))


def test_instants_are_written_in_utc_with_milliseconds() -> None:
    assert rfc3339(0) == "1970-01-01T00:00:00.000Z"
    assert rfc3339(1764496805123) == "2025-11-30T10:00:05.123Z"
    assert rfc3339(-1) == "1969-12-31T23:59:59.999Z"
