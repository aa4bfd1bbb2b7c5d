"""The commands as they are used, with the real inspector: traffic, topics, two workers, status, record, and a replay that agrees."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
import pytest
import pytest_asyncio

from schemas.flow import Flow
from streams.recording import read
from tests.kafka.harness import QUICK, ROOT, Site, untiled

COUNT = 250


@dataclass
class River:
    """What two workers made of both platforms' traffic, and what a replay of the same records made."""

    site: Site
    topics: tuple[str, str]
    written: dict[str, list[Any]]  # every topic of the cluster that begins with the prefix
    status: dict[str, Any]
    replayed: Path
    planted: set[str]
    exits: list[int]
    said: str = field(repr=False)

    def topic(self, name: str) -> list[Any]:
        return self.written[self.site.topic(name)]

    def file(self, name: str) -> list[Any]:
        return list(read(self.replayed / f"{self.site.topic(name)}.ndjson"))


async def spor(site: Site, *arguments: str) -> str:
    """A command of ours to its end; its standard output."""
    command = [sys.executable, "-m", "streams.cli.main", *arguments]
    env = {**os.environ, "SPOR_BOOTSTRAP_SERVERS": site.bootstrap, "SPOR_PREFIX": site.prefix}
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=env, stdout=pipe, stderr=pipe, stdin=asyncio.subprocess.DEVNULL)
    out, err = await process.communicate()
    assert process.returncode == 0, (arguments, out, err)
    return out.decode()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def river(kafka: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[River]:
    folder = tmp_path_factory.mktemp("river")
    site = await Site.make(kafka)
    topics = (await site.source("connxio"), await site.source("connectmyapps"))
    traffic = [
        spor(site, "traffic", "--platform", name, "--count", str(COUNT), "--to", topic, "--planted", str(folder / f"{name}.planted"))
        for topic, name in zip(topics, ("connxio", "connectmyapps"), strict=True)
    ]
    await asyncio.gather(*traffic, spor(site, "topics", "create", *(flag for topic in topics for flag in ("--tap", topic))))
    config = folder / "client.properties"
    config.write_text("".join(f"{name}={value}\n" for name, value in QUICK.items()), "utf-8")
    workers = [site.command(*topics, "--tagged", "--processes", "1", "--kafka-config", str(config)) for _ in range(2)]
    await site.caught_up(topics)
    status = orjson.loads(await spor(site, "status", "--json", "--group", site.prefix))
    await workers[0].said("tap.started")
    workers[0].process.send_signal(signal.SIGINT)
    exits = [await workers[0].ended(), await workers[1].terminate()]
    recording, replayed = folder / "recording.ndjson", folder / "replayed"
    await spor(site, "record", "--out", str(recording), *(flag for topic in topics for flag in ("--tap", topic)))
    await spor(site, "replay", str(recording), "--out", str(replayed), "--tagged", "--processes", "2")
    existing = [name for name in await site.admin.partitions() if name.startswith(f"{site.prefix}.")]
    planted_values = {orjson.loads(line)["value"] for path in folder.glob("*.planted") for line in path.read_bytes().splitlines()}
    yield River(
        site=site,
        topics=topics,
        written={name: await site.read(name) for name in existing},
        status=status,
        replayed=replayed,
        planted=planted_values,
        exits=exits,
        said="".join(worker.log() for worker in workers),
    )
    await site.close()


def test_workers_drain_and_exit_0_on_ctrl_c_and_on_sigterm(river: River) -> None:
    assert river.exits == [0, 0]


def test_every_record_has_its_flows_once_and_lies_in_a_span(river: River) -> None:
    recorded = {(r.topic, r.partition, r.offset) for r in read(river.replayed.parent / "recording.ndjson")}
    flows = [Flow.read(record.value) for record in river.topic("flows")]
    parts: dict[tuple[str, int, int], set[int]] = {}
    for flow in flows:
        parts.setdefault((flow.source.topic, flow.source.partition, flow.source.offset), set()).add(flow.part.index)
        assert flow.reproducible
    assert parts.keys() == recorded
    assert len(recorded) == 2 * COUNT
    of = {(f.source.topic, f.source.partition, f.source.offset): f.part.of for f in flows}
    assert all(parts[place] == set(range(of[place])) for place in parts)


async def test_flows_dead_letters_and_copies_are_byte_for_byte_those_of_a_replay(river: River) -> None:
    for name in ("flows", "deadletter"):
        live = {(r.key, r.value, r.partition, tuple(r.headers)) for r in river.topic(name)}
        assert live == {(r.key, r.value, r.partition, r.headers) for r in river.file(name)}, name
    for topic in river.topics:
        copies = [(c.partition, c.timestamp, c.key, c.value, tuple(c.headers)) for c in river.topic(f"tagged.{topic}")]
        again = [(c.partition, c.timestamp, c.key, c.value, c.headers) for c in river.file(f"tagged.{topic}")]
        assert sorted(copies, key=repr) == sorted(again, key=repr)
        assert len(copies) == COUNT


def test_planted_values_stand_nowhere_but_in_the_source_and_its_copy(river: River) -> None:
    assert len(river.planted) > COUNT
    copies = {river.site.topic(f"tagged.{topic}") for topic in river.topics}
    for name, records in river.written.items():
        if name not in copies:
            text = "\n".join(f"{r.key!r} {r.headers!r} {(r.value or b'').decode('utf-8', 'replace')}" for r in records)
            assert not {value for value in river.planted if value in text}, name
    assert not {value for value in river.planted if value in river.said}


def test_status_says_that_nothing_is_left(river: River) -> None:
    rows = river.status["partitions"]
    assert {(row["topic"], row["partition"]) for row in rows} == {(topic, n) for topic in river.topics for n in range(4)}
    assert sum(row["end"] for row in rows) == 2 * COUNT
    assert all(row["lag"] == 0 and row["committed"] == row["end"] and row["retention_slack_s"] is None for row in rows)
    cover = river.status["coverage"]
    assert sum(row["records"] for row in cover) == 2 * COUNT
    assert all(row["missed"] == row["uncovered"] == 0 for row in cover)


async def test_spans_tile_the_sources(river: River) -> None:
    site = river.site
    ends = {at: len([r for r in river.topic(f"tagged.{at.topic}") if r.partition == at.partition]) for at in await site.ends(river.topics)}
    assert list(untiled(await site.spans(), ends)) == []


async def test_a_worker_whose_policies_do_not_hold_ends_with_3_and_says_where(kafka: str, tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("pack: shop\npurpozes: []\n", "utf-8")
    site = await Site.make(kafka)
    worker = site.command(await site.source("orders"), "--policies", str(tmp_path))
    assert await worker.ended() == 3
    assert "shop.yaml:2" in worker.log()
    await site.close()
