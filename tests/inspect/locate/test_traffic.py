"""Generated traffic, in every format and charset of the platforms: what was planted in a body stands in its bytes."""

import gzip
import html
import json
import re
from urllib.parse import unquote_plus

import pytest

from streams.inspect.decode.locate.positions import Locator
from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Finding
from streams.traffic.generate import Load, traffic
from streams.traffic.routes import Tapped
from tests.inspect.decode.reading import BUDGET

CHARSETS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "cp437", "cp850")


def readings(raw: bytes) -> set[str]:
    """All that a slice may say, by the rules of the formats."""
    found = set()
    for charset in CHARSETS:
        text = raw.decode(charset, "replace")
        found |= {text, html.unescape(text), unquote_plus(text), text.replace('""', '"'), re.sub(r"\?(.)", r"\1", text)}
        found |= {re.sub(r"\\(.)", r"\1", text)}
        try:
            found.add(json.loads(f'"{text}"'))
        except ValueError:
            continue
    return found


@pytest.mark.parametrize("platform", ["connxio", "connectmyapps", "conneqtech", "connectis", "superoffice"])
def test_every_value_planted_in_a_body_is_found_in_its_bytes(platform: Tapped) -> None:
    held = 0
    for sent in traffic(Load(platform, 150)):
        locator = Locator(BUDGET)
        messages = [decode(envelope, BUDGET) for envelope in unwrap(sent.raw)]
        for plant in sent.plants:
            message = messages[plant.part]
            findings = [
                Finding(number, "body", leaf.path, at, at + len(plant.value), plant.entity, None, 1.0)
                for number, leaf in enumerate(message.leaves)
                if (leaf.place, plant.place) == ("body", "body") and render(leaf.path) == plant.path
                if (at := leaf.text.find(plant.value)) >= 0
            ]
            data = message.envelope.body.data or b""
            data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
            for place in locator.positions(message, findings):
                held += 1
                assert place, f"{sent.raw!r}: {plant.path}"
                assert "!" in plant.path or plant.value in readings(data[slice(*place)]), f"{sent.raw!r}: {plant.path}"
    assert held > (100 if platform in ("connxio", "connectmyapps", "conneqtech") else 10)
