"""On a real broker: workers are killed in the midst of it, and flows, state, lineage and alerts end where a replay ends."""

import asyncio
import random
from pathlib import Path
from typing import Any

import orjson

from streams.inspect.words import RawMessage
from streams.recording import read, record_line
from streams.replay import Plan, replay
from tests.kafka.harness import PATIENCE_S, Site, send
from tests.ledger.flows import MINUTE, WHEN

FACTORY = "tests.replay.inspectors:told"
QUICK_WINDOWS = {"factory": FACTORY, "idle_s": 3, "lateness_s": 1, "processes": 1}


def messages(count: int) -> list[bytes]:
    """Two integrations over ten windows, some with violations, some of several parts, some without personal data."""
    chance = random.Random(7)
    return [
        orjson.dumps(
            {
                "at": WHEN + chance.randrange(10 * MINUTE),
                "integration": chance.choice(["orders", "payroll", "crm"]),
                "violates": chance.random() < 0.2,
                "personal": chance.random() < 0.8,
                "parts": chance.choice([1, 1, 1, 3]),
            }
        )
        for _ in range(count)
    ]


async def recorded(site: Site, topics: list[str]) -> bytes:
    """The sources as `spor record` would write them."""
    cluster, ids = await site.admin.cluster_id(), await site.admin.topic_ids(topics)
    lines = [
        record_line(RawMessage(r.topic, r.partition, r.offset, r.timestamp, r.key, r.value, tuple(r.headers), cluster, ids[r.topic]))
        for topic in topics
        for r in await site.read(topic)
    ]
    return b"".join(lines)


def identity(name: str, value: bytes) -> object:
    said = orjson.loads(value)
    return said["run"]["runId"] if name == "lineage" else said["id"]


async def last(site: Site, name: str) -> dict[object, bytes]:
    return {identity(name, r.value): r.value for r in await site.read(site.topic(name))}


def replayed(out: Path, site: Site, name: str) -> dict[object, bytes]:
    return {identity(name, r.value or b""): r.value or b"" for r in read(out / f"{site.topic(name)}.ndjson")}


def totals(rows: list[tuple[bytes, bytes]]) -> dict[bytes, dict[str, Any]]:
    """State rows, the last of each key, without the offset that they include: second copies move it."""
    return {key: {k: v for k, v in orjson.loads(value).items() if k != "included"} for key, value in rows}


async def replayed_sources(site: Site, topics: list[str], directory: Path) -> Path:
    file, out = directory / "sources.ndjson", directory / "out"
    await asyncio.to_thread(file.write_bytes, await recorded(site, topics))
    await replay(Plan(file, out, factory=FACTORY, prefix=site.prefix))
    return out


async def until_equal(site: Site, out: Path) -> None:
    """Until lineage and alerts stand where the replay does."""
    async with asyncio.timeout(PATIENCE_S):
        while any([await last(site, name) != replayed(out, site, name) for name in ("lineage", "alerts")]):
            for worker in site.workers:
                assert worker.process.poll() in (None, 0, -9), worker.log()
            await asyncio.sleep(0.5)


async def test_killed_workers_end_where_a_replay_ends(site: Site, tmp_path: Path) -> None:
    topics = [await site.source(name) for name in ("orders", "log", "runs")]
    for topic in topics:
        await send(site, topic, messages(1500))
    first = [site.worker(*topics, **QUICK_WINDOWS) for _ in range(2)]
    for victim in first:
        await victim.said("tap.placed")
        site.worker(*topics, **QUICK_WINDOWS)
        for topic in topics:
            await send(site, topic, messages(500))  # so that there is something to lose, however quick the others are
        victim.kill()
    assert await site.lag(topics) > 0, "the kills came too late to matter"
    await site.caught_up(topics)
    out = await replayed_sources(site, topics, tmp_path)
    await until_equal(site, out)

    flows = {r.key: r.value for r in read(out / f"{site.topic('flows')}.ndjson")}
    assert {f.id.encode(): f.canonical() for f in await site.flows()} == flows
    states = totals([(r.key, r.value) for r in await site.read(site.topic("state"))])
    assert states == totals([(r.key or b"", r.value or b"") for r in read(out / f"{site.topic('state')}.ndjson")])
    assert len(await last(site, "lineage")) == 30 and len(await last(site, "alerts")) == 60
    assert [await worker.terminate() for worker in site.workers[2:]] == [0, 0]


async def test_a_late_message_sends_the_whole_window_again(site: Site, tmp_path: Path) -> None:
    topic = await site.source("orders", partitions=1)
    await send(site, topic, messages(20))
    site.worker(topic, **QUICK_WINDOWS)
    await site.caught_up([topic])
    await until_equal(site, await replayed_sources(site, [topic], tmp_path))
    before = await last(site, "lineage")
    await send(site, topic, messages(20)[:1])
    await site.caught_up([topic])
    await until_equal(site, await replayed_sources(site, [topic], tmp_path))
    changed = {run for run, value in (await last(site, "lineage")).items() if before.get(run) != value}
    assert len(changed) == 1 and changed <= set(before)
