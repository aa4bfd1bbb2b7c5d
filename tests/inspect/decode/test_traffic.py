"""Generated traffic says itself where each personal value stands: every one of them must come out as a leaf there."""

import pytest

from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget
from streams.traffic.generate import Load, traffic
from streams.traffic.routes import Tapped


@pytest.mark.parametrize("platform", ["connxio", "connectmyapps"])
def test_every_planted_value_is_a_leaf_at_its_place_and_path(platform: Tapped) -> None:
    planted = 0
    for sent in traffic(Load(platform, 300)):
        messages = [decode(envelope, Budget()) for envelope in unwrap(sent.raw)]
        assert {message.envelope.platform for message in messages} == {platform}
        for plant in sent.plants:
            if plant.place in ("envelope", "object_key") or "['<" in plant.path:
                continue  # no leaves: a word of the envelope, a key, or below a key that only detection knows to be personal
            planted += 1
            stands = [
                leaf.text
                for leaf in messages[plant.part].leaves
                if (leaf.place, render(leaf.path, header=leaf.place == "header")) == (plant.place, plant.path)
            ]
            assert any(plant.value in text for text in stands), f"{sent.raw!r}: {plant.place} {plant.path}"
    assert planted > 1000
