"""What was planted is found where it was planted, nothing else is, and no planted value comes out again."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from streams.build import build_inspector
from streams.inspect.inspector import Inspector
from streams.inspect.paths import render
from streams.ledger.outputs import outputs
from streams.traffic.generate import Load, traffic

COUNT = 500
DEMO = Path(__file__).parents[2] / "policies" / "demo"
Spot = tuple[int, str, str, str]  # part, place, path, category


@dataclass
class Met:
    """What came of one platform's traffic."""

    planted: Counter[tuple[str, str]] = field(default_factory=Counter)  # by place and category
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)
    unplanted: list[Spot] = field(default_factory=list)
    values: set[str] = field(default_factory=set)
    written: list[bytes] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)


@pytest.fixture(scope="module")
def inspector() -> Inspector:
    return build_inspector(DEMO)


@pytest.fixture(scope="module", params=["connxio", "connectmyapps"])
def met(request: pytest.FixtureRequest, inspector: Inspector) -> Met:
    met = Met()
    for sent in traffic(Load(request.param, COUNT, "recall")):
        wanted = {(p.part, p.place, p.path, p.category) for p in sent.plants}
        found: set[Spot] = set()
        for message, findings in inspector.look(sent.raw):
            part = message.envelope.part.index
            for one in findings.findings:
                if one.category is not None:
                    found.add((part, one.place, render(one.path, findings.keys, header=one.place == "header"), one.category))
        met.planted.update((place, category) for _, place, _, category in wanted)
        met.missed.update((place, category) for _, place, _, category in wanted - found)
        met.unplanted += found - wanted
        met.values |= {p.value for p in sent.plants}
        flows = inspector(sent.raw)
        met.verdicts.update(flow.verdict for flow in flows)
        made = outputs(flows, len(sent.raw.value or b""))
        met.written += [part for keyed in (*made.flows, *made.dead) for part in keyed] + [value for _, value in made.tags]
    return met


def test_at_least_95_of_100_planted_values_are_found_at_their_place_and_path(met):
    assert met.planted.total() > 1500
    assert 1 - met.missed.total() / met.planted.total() >= 0.95, met.missed


def test_no_place_is_blind(met):
    for place in {place for place, _ in met.planted}:
        planted = sum(n for (p, _), n in met.planted.items() if p == place)
        missed = sum(n for (p, _), n in met.missed.items() if p == place)
        assert missed <= planted * 0.1, (place, missed, planted)


def test_what_is_not_planted_is_hardly_ever_called_personal(met):
    assert len(met.unplanted) <= met.planted.total() * 0.01, met.unplanted[:5]


def test_no_planted_value_is_in_anything_that_is_written(met):
    text = b"\n".join(met.written)
    assert len(text) > 100_000
    assert not [value for value in met.values if value.encode() in text]


def test_the_traffic_shows_every_kind_of_outcome(met):
    share = {verdict: n / met.verdicts.total() for verdict, n in met.verdicts.items()}
    assert share["compliant"] > 0.5
    assert share["violation"] > 0.01
    assert share["gap"] > 0.1
