"""What was planted is found where it was planted, nothing else is, and no planted value comes out again."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from streams.build import build_inspector
from streams.inspect.inspector import Inspector
from streams.inspect.paths import render
from streams.inspect.tag.tag import tag
from streams.inspect.words import Finding
from streams.ledger.outputs import outputs
from streams.traffic.generate import Load, traffic
from streams.traffic.routes import ROUTES
from tests.acceptance.leaks import leaked

COUNT = 400
DEMO = Path(__file__).parents[2] / "policies" / "demo"
Spot = tuple[int, str, str, str]  # part, place, path, category
# True, and not planted: a code or a few digits, which no search could tell from others; and names of columns, which are no values.
UNSEARCHABLE = {"HEALTH", "FITNESS", "RIDE", "AGE", "PRIVACY_PREFERENCE"}
OF_COLUMNS = "schema:Changes"


@dataclass
class Met:
    """What came of one platform's traffic."""

    planted: Counter[tuple[str, str]] = field(default_factory=Counter)  # by place and category
    missed: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    unplanted: list[Spot] = field(default_factory=list)
    rowless: Counter[tuple[str, str]] = field(default_factory=Counter)  # planted, and no row of the Flow
    values: set[str] = field(default_factory=set)
    written: list[bytes] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)


@pytest.fixture(scope="module")
def inspector() -> Inspector:
    return build_inspector(DEMO)


@pytest.fixture(scope="module", params=list(ROUTES))
def platform(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def met(platform, inspector: Inspector) -> Met:
    met = Met()
    for sent in traffic(Load(platform, COUNT, "recall")):
        wanted = {(p.part, p.place, p.path, p.category) for p in sent.plants}
        found: set[Spot] = set()
        beside: set[Spot] = set()
        looked = list(inspector.look(sent.raw))
        for message, findings in looked:
            part = message.envelope.part.index
            for one in findings.findings:
                if one.category is not None:
                    spot = (part, one.place, render(one.path, findings.keys, header=one.place == "header"), one.category)
                    (beside if _is_known_beside(one) else found).add(spot)
        met.planted.update((place, category) for _, place, _, category in wanted)
        met.missed.update((place, path, category) for _, place, path, category in wanted - found)
        met.unplanted += found - wanted
        met.values |= {p.value for p in sent.plants}
        flows = [tag(sent.raw, message, findings, inspector.policy, inspector.detector.version) for message, findings in looked]
        rows = {(f.part.index, r.place, r.path, r.category) for f in flows for r in f.personal_data}
        met.rowless.update((p.place, p.category) for p in sent.plants if (p.part, p.place, p.folded, p.category) not in rows)
        met.verdicts.update(flow.verdict for flow in flows)
        made = outputs(flows, len(sent.raw.value or b""))
        met.written += [part for keyed in (*made.flows, *made.dead) for part in keyed] + [value for _, value in made.tags]
    return met


def _is_known_beside(one: Finding) -> bool:
    return one.entity in UNSEARCHABLE or OF_COLUMNS in one.evidence


def test_every_planted_value_is_found_at_its_place_and_path(met):
    assert met.planted.total() > 1000
    assert not met.missed


def test_every_planted_value_is_a_row_of_its_flow(met):
    assert not met.rowless


def test_what_is_not_planted_is_hardly_ever_called_personal(met):
    assert len(met.unplanted) <= met.planted.total() * 0.01, met.unplanted[:5]


def test_no_planted_value_is_in_anything_that_is_written(met, tmp_path):
    (tmp_path / "written").write_bytes(b"\n".join(met.written))
    assert (tmp_path / "written").stat().st_size > 100_000
    assert leaked(met.values, [tmp_path / "written"], tmp_path) == []


def test_the_traffic_over_the_demo_s_routes_shows_every_kind_of_outcome(platform, met):
    if platform in ("connxio", "connectmyapps"):
        share = {verdict: n / met.verdicts.total() for verdict, n in met.verdicts.items()}
        assert share["compliant"] > 0.5
        assert share["violation"] > 0.01
        assert share["gap"] > 0.1
