"""Replay with the real inspectors: the same bytes on one and three children, and no planted value outside the tagged copies."""

import asyncio
import itertools
from pathlib import Path

import pytest

from streams.recording import read, record_line
from streams.replay import Plan, replay
from streams.traffic.generate import Load, traffic
from tests.messages import record

HOSTILE = [
    record(b'{"broken": ', offset=9_000_001),
    record(b"", offset=9_000_002),
    record(None, offset=9_000_003),
    record(b"\xff\xfe\x00\x01", offset=9_000_004),
    record(b"[" * 20_000, offset=9_000_005),
    record(b'{"a":' * 5_000 + b"1" + b"}" * 5_000, offset=9_000_006),
]


@pytest.fixture(scope="module")
def planted() -> set[str]:
    return set()


@pytest.fixture(scope="module")
def outs(tmp_path_factory: pytest.TempPathFactory, planted: set[str]) -> tuple[Path, Path]:
    """The same recording replayed on one child and on three."""
    directory = tmp_path_factory.mktemp("real")
    file = directory / "recording.ndjson"
    sent = list(itertools.chain(traffic(Load("connxio", 60, "5")), traffic(Load("connectmyapps", 40, "6"))))
    planted |= {plant.value for one in sent for plant in one.plants}
    file.write_bytes(b"".join(record_line(raw) for raw in (*(one.raw for one in sent), *HOSTILE)))
    for name, processes in (("one", 1), ("three", 3)):
        asyncio.run(replay(Plan(file, directory / name, processes=processes, tagged=True)))
    return directory / "one", directory / "three"


def test_one_and_three_children_write_the_same_bytes(outs: tuple[Path, Path]) -> None:
    one, three = ({path.name: path.read_bytes() for path in out.iterdir()} for out in outs)
    assert one == three
    assert len(list(read(outs[0] / "spor.flows.ndjson"))) >= 106
    assert {len(one[f"spor.{name}.ndjson"]) > 0 for name in ("deadletter", "alerts", "lineage", "state")} == {True}


def test_no_planted_value_stands_anywhere_but_in_the_tagged_copies(outs: tuple[Path, Path], planted: set[str]) -> None:
    assert len(planted) > 100
    for path in outs[0].iterdir():
        text = path.read_text("utf-8")
        found = sum(value in text for value in planted)
        assert found == 0 if "tagged" not in path.name else found > 0, path.name
