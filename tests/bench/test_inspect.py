"""Every way of `spor bench inspect` meets the same messages, parity finds what naive finds, and the table says what was run."""

from collections.abc import Iterator

import orjson
import pytest
from typer.testing import CliRunner

from streams.bench import run
from streams.bench.bodies import HOPS, bodies, hops
from streams.bench.floor import KINDS, Floor
from streams.bench.run import Comparison, Figures, compare
from streams.bench.ways import WAYS
from streams.cli.main import app


@pytest.fixture(scope="module", autouse=True)
def _shorter_warm_up() -> Iterator[None]:
    """What is measured here is what was found, and not how long it took."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(run, "WARM_UP", 5)
        yield


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare({"tiny": (600, 12)}, list(WAYS))


def test_all_ways_are_run_cold_again_and_at_three_hops(comparison: Comparison):
    loads = {(f.way, f.load): f for f in comparison.figures}
    assert {way for way, load in loads if load == "cold tiny"} == set(WAYS)
    for way in ("parity", "resolved", "inspector", "floor"):
        assert loads[way, "cold tiny"].messages == loads[way, "again tiny"].messages == 12
        assert loads[way, "hops tiny"].messages == 12 * HOPS
    assert all(f.seconds > 0 for f in comparison.figures)


def test_parity_finds_exactly_what_naive_finds(comparison: Comparison):
    assert comparison.compared > 100
    assert comparison.differences == 0


def test_a_way_finds_the_same_cold_and_again(comparison: Comparison):
    found = {(f.way, f.load): f.findings for f in comparison.figures}
    for way in ("parity", "resolved", "inspector", "floor"):
        assert found[way, "cold tiny"] == found[way, "again tiny"] > 0


def test_resolved_finds_what_was_planted(comparison: Comparison):
    resolved = next(f for f in comparison.figures if (f.way, f.load) == ("resolved", "cold tiny"))
    assert resolved.planted > 50
    assert resolved.found / resolved.planted >= 0.97


def test_the_floor_finds_what_gives_itself_away_and_nothing_by_its_field():
    written = Floor()(orjson.dumps({"a": ["mail kari@example.org", "12345678901", "01819010021"], "customer": {"name": "Kari Eksempel"}}))
    assert [row["path"] for row in orjson.loads(written)] == ["$.a[0]"]
    assert {entity for entity, _, _ in KINDS} > {"EMAIL_ADDRESS", "NO_FODSELSNUMMER", "IBAN_CODE"}


def test_the_messages_are_the_same_each_time_and_all_different():
    once, again = bodies(20, 900, "a"), bodies(20, 900, "a")
    assert once == again
    assert len({body.data for body in once}) == 20
    assert all(len(body.data) >= 900 and body.planted for body in once)


def test_at_each_hop_the_message_has_an_id_of_its_own_and_the_same_document():
    [first, *others] = [orjson.loads(body.data) for body in hops(bodies(1, 900, "a"), "hops")]
    assert len(others) == HOPS - 1
    assert all(other["payload"] == first["payload"] and other["id"] != first["id"] and other["at"] != first["at"] for other in others)


def test_ratios_are_of_the_smallest_size():
    figures = [Figures("naive", "cold 1 KB", 10, 1000, 1.0), Figures("resolved", "cold 1 KB", 100, 1000, 1.0)]
    figures += [Figures("resolved", "cold 9 KB", 1, 1000, 1.5), Figures("floor", "cold 1 KB", 200, 1000, 1.0)]
    ratios = Comparison(figures).ratios()
    assert ratios["resolved_times_naive"] == 10
    assert ratios["resolved_cold_of_floor"] == 0.5
    assert ratios["resolved_cost_per_kb"] == 1.5
    assert ratios["parity_times_naive"] == 0


def test_a_message_that_was_cut_short_is_not_held_against_the_others():
    figures = [Figures("resolved", "cold 1 KB", 1, 1000, 1.0, planted=10, found=10)]
    figures += [Figures("resolved", "cold 9 MB", 1, 1000, 0.1, planted=10, found=2)]
    assert Comparison(figures).ratios()["resolved_cost_per_kb"] == 1.0


def test_the_command_prints_what_each_way_runs():
    result = CliRunner().invoke(app, ["bench", "inspect", "--messages", "2", "--small", "--way", "floor", "--json"])
    printed = orjson.loads(result.stdout)
    assert result.exit_code == 0
    assert {f["way"] for f in printed["figures"]} == {"floor"}
    assert printed["ways"].keys() == WAYS.keys()
    table = CliRunner().invoke(app, ["bench", "inspect", "--messages", "2", "--small", "--way", "floor"])
    assert "floor program" in table.stdout


def test_a_way_that_there_is_not_is_refused():
    result = CliRunner().invoke(app, ["bench", "inspect", "--way", "magic"])
    assert result.exit_code == 2
    assert "magic" in result.output
