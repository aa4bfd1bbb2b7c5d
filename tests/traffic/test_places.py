"""Each planted value stands in the very leaf, by place and path, that it is said to stand in."""

import re

import pytest

from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget
from streams.traffic.generate import Load, Sent, traffic
from streams.traffic.marks import Plant
from streams.traffic.routes import ROUTES

Leaves = dict[tuple[int, str, str], list[str]]


def _leaves(sent: Sent) -> Leaves:
    keys = {p.value: f"<{p.entity}>" for p in sent.plants if p.place == "object_key"}
    found: Leaves = {}
    for envelope in unwrap(sent.raw):
        for leaf in decode(envelope, Budget()).leaves:
            at = (envelope.part.index, leaf.place, render(leaf.path, keys, header=leaf.place == "header"))
            found.setdefault(at, []).append(leaf.text)
    return found


@pytest.mark.parametrize("platform", list(ROUTES))
def test_each_planted_value_stands_in_the_leaf_that_it_is_said_to_stand_in(platform):
    planted = 0
    for sent in traffic(Load(platform, 300, "places")):
        leaves = _leaves(sent)
        for plant in sent.plants:
            planted += 1
            if plant.place not in ("object_key", "envelope"):  # no leaves: a key, and a word of the envelope
                texts = leaves.get((plant.part, plant.place, plant.path), [])
                assert any(plant.value in text for text in texts), (sent.raw, plant.place, plant.path)
    assert planted > 800


def test_what_cannot_be_read_in_full_is_said():
    reasons = {r for s in traffic(Load("connxio", 1500)) for e in unwrap(s.raw) for r in decode(e, Budget()).reasons}
    assert {"content.absent", "json.invalid", "content.binary"} <= reasons


@pytest.mark.parametrize("platform", list(ROUTES))
def test_a_path_is_folded_as_a_flow_s_row_has_it(platform):
    planted = {p for sent in traffic(Load(platform, 200, "folded")) for p in sent.plants}
    assert all(not re.search(r"\[[0-9]", p.folded) for p in planted)
    assert {p.folded for p in planted} < {p.path for p in planted} | {p.folded for p in planted}


@pytest.mark.parametrize(
    ("path", "folded"),
    [
        ("$.a[0].b!$[1]", "$.a[*].b!$[*]"),
        ("/Invoice/InvoiceLine[2]/Item/Name", "/Invoice/InvoiceLine/Item/Name"),
        ("NAD[2]/4.1", "NAD/4.1"),
        ("[3].Name", "[*].Name"),
        ("[3].#1", "[*].#1"),
        ("$.who['<EMAIL_ADDRESS>'].name", "$.who['<EMAIL_ADDRESS>'].name"),
    ],
)
def test_paths_of_each_format_are_folded(path, folded):
    assert Plant("body", path, "pd:Name", "PERSON", "v").folded == folded
