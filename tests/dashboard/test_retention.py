"""Retention of the read model: rows and days are bounded, sums outlive the rows, and nothing is counted again."""

from pathlib import Path

from streams.dashboard.model import ReadModel
from streams.dashboard.queries import Reader, Wanted
from streams.dashboard.retention import Keep
from streams.dashboard.tally import DAY_MS, OTHERS
from tests.dashboard.samples import T0, alert, dead_letter, expected, flow, records, shown, span

NOW = T0


def test_the_newest_flows_stay_and_the_sums_of_all(db: Path) -> None:
    model, flows = ReadModel(db, Keep(flows=5)), [flow(n) for n in range(20)]
    model.apply(records("flows", flows), NOW)
    model.sweep(NOW)
    kept, _ = Reader(db).flows(Wanted())
    assert [f.source.offset for f in kept] == [19, 18, 17, 16, 15]
    assert shown(Reader(db).overview()) == expected(flows)
    assert model._db.execute("SELECT COUNT(*) FROM facets WHERE seq NOT IN (SELECT seq FROM flows)").fetchone() == (0,)
    model.close()


def test_a_recompute_of_a_trimmed_flow_is_not_counted_again(db: Path) -> None:
    model = ReadModel(db, Keep(flows=5))
    model.apply(records("flows", [flow(n) for n in range(20)]), NOW)
    model.sweep(NOW)
    model.apply(records("flows", [flow(3, revision=1, verdict="gap"), flow(18, revision=1, verdict="gap")], first=20), NOW)
    overview = Reader(db).overview()
    assert overview["flows"] == 20
    assert shown(overview)["verdict"] == {"compliant": 19, "gap": 1}
    model.close()


def test_a_redelivery_of_a_trimmed_flow_is_not_counted_again(db: Path) -> None:
    model = ReadModel(db, Keep(flows=1))
    model.apply(records("flows", [flow(n) for n in range(5)]), NOW)
    model.sweep(NOW)
    model.apply(records("flows", [flow(n) for n in range(5)], first=5), NOW)
    assert Reader(db).overview()["flows"] == 5
    model.close()


def test_what_is_older_than_the_days_goes_altogether(db: Path) -> None:
    model = ReadModel(db, Keep(days=30))
    old = [
        *records("flows", [flow(0), flow(1)]),
        *records("alerts", [alert(1)]),
        *records("deadletter", [dead_letter(flow(0))]),
        *records("spans", [span(0, 1), span(5, 6)]),
    ]
    model.apply(old, NOW)
    model.apply([*records("flows", [flow(2)], first=2), *records("alerts", [alert(2)], first=1)], NOW + 20 * DAY_MS)
    model.sweep(NOW + 31 * DAY_MS)
    overview = Reader(db).overview()
    assert overview["flows"] == 1
    assert overview["alerts"]["alerts"] == 1
    assert overview["dead_letters"] == overview["coverage"] == overview["ranges"] == []
    assert [f.source.offset for f in Reader(db).flows(Wanted())[0]] == [2]
    assert model.offsets()["flows", 0] == 3
    model.close()


def test_alerts_dead_letters_minutes_and_ranges_are_bounded_by_rows(db: Path) -> None:
    model = ReadModel(db, Keep(alerts=3, dead_letters=3, minutes=3, ranges=3))
    later = NOW + 20 * 60_000
    flows = [flow(n, timestamp=NOW + n * 60_000) for n in range(10)]
    model.apply(
        [
            *records("flows", flows),
            *records("alerts", [alert(n) for n in range(10)]),
            *records("deadletter", [dead_letter(f) for f in flows]),
            *records("spans", [span(10 * n, 10 * n + 1) for n in range(10)]),
        ],
        later,
    )
    model.sweep(later)
    for table in ("alerts", "dead_letters", "minutes", "ranges"):
        assert model._db.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (3,), table
    assert [row["id"] for row in Reader(db).alerts(10)[0]] == ["alert-9", "alert-8", "alert-7"]
    model.close()


def test_endless_new_integration_names_are_folded_and_every_flow_stays_counted(db: Path) -> None:
    model = ReadModel(db, Keep(sums=10))
    flows = [flow(n, integration=f"made-up-{n}") for n in range(40)] + [flow(40 + n, integration="orders") for n in range(5)]
    model.apply(records("flows", flows), NOW)
    model.sweep(NOW)
    by = shown(Reader(db).overview())["integration"]
    assert by["orders"] == 5
    assert by.total() == 45
    assert by[OTHERS] > 0
    assert len(by) <= 12
    model.apply(records("flows", [flow(0, integration="orders", revision=1)], first=45), NOW)  # superseded after it was folded
    by = shown(Reader(db).overview())["integration"]
    assert (by["orders"], by.total()) == (6, 45)
    model.close()
