"""Each planted value stands in the very leaf, by place and path, that it is said to stand in."""

import pytest

from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget
from streams.traffic.generate import Load, Sent, traffic

Leaves = dict[tuple[int, str, str], list[str]]


def _leaves(sent: Sent) -> Leaves:
    keys = {p.value: f"<{p.entity}>" for p in sent.plants if p.place == "object_key"}
    found: Leaves = {}
    for envelope in unwrap(sent.raw):
        for leaf in decode(envelope, Budget()).leaves:
            at = (envelope.part.index, leaf.place, render(leaf.path, keys, header=leaf.place == "header"))
            found.setdefault(at, []).append(leaf.text)
    return found


@pytest.mark.parametrize("platform", ["connxio", "connectmyapps"])
def test_each_planted_value_stands_in_the_leaf_that_it_is_said_to_stand_in(platform):
    planted = 0
    for sent in traffic(Load(platform, 600, "places")):
        leaves = _leaves(sent)
        for plant in sent.plants:
            planted += 1
            if plant.place != "object_key":
                texts = leaves.get((plant.part, plant.place, plant.path), [])
                assert any(plant.value in text for text in texts), (sent.raw, plant.place, plant.path)
    assert planted > 2000


def test_what_cannot_be_read_in_full_is_said(platform="connxio"):
    reasons = {r for s in traffic(Load(platform, 2000)) for e in unwrap(s.raw) for r in decode(e, Budget()).reasons}
    assert {"content.absent", "json.invalid", "utf8.invalid"} <= reasons
