"""The whole run and what is held against it, as one report: `make acceptance` in full, the test suite in short."""

import asyncio
import contextlib
import re
import sqlite3
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from schemas.flow import Flow
from streams.dashboard.serve import Dashboard
from streams.inspect.words import RawMessage
from streams.recording import read, record_line
from streams.replay import Plan, replay
from tests.acceptance.leaks import leaked
from tests.acceptance.sources import Sources, filled
from tests.acceptance.workers import DEMO, Pair
from tests.kafka.harness import Site, untiled

CAUGHT_UP_S = 1800.0
PAGE_S = 300.0


@dataclass
class Report:
    """Figures by name, and what does not hold; nothing in `troubles` means that all of it does."""

    figures: dict[str, Any] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)

    def hold(self, what: str, wrong: Any) -> None:
        """`wrong` is empty where it holds."""
        if wrong:
            self.troubles.append(f"{what}: {str(wrong)[:300]}")


async def run(bootstrap: str, count: int, kills: int, seed: str = "acceptance") -> Report:
    """`count` records of each platform through two workers under `kills` SIGKILLs, then every check."""
    report = Report()
    site = await Site.make(bootstrap)
    with tempfile.TemporaryDirectory(prefix="spor-acceptance-") as name:
        folder = Path(name)
        try:
            sources = await filled(site, count, seed)
            await _worked(site, sources, folder, kills, Random(seed), report)
            await _check(site, sources, folder, report)
        finally:
            await site.close()
    return report


async def _worked(site: Site, sources: Sources, folder: Path, kills: int, rng: Random, report: Report) -> None:
    pair, began = Pair(site, sources.topics, folder), time.monotonic()
    await pair.harass(rng, kills, (2.0, 6.0))
    async with asyncio.timeout(CAUGHT_UP_S):
        while await site.lag(sources.topics):
            report_dead = [w.log()[-2000:] for w in pair.running if w.process.poll() is not None]
            assert not report_dead, report_dead
            await asyncio.sleep(0.5)
    report.figures |= {"seconds": round(time.monotonic() - began), "killed": dict(pair.killed)}
    report.hold("a worker did not end with 0 after SIGTERM", [code for code in await pair.drained() if code])


async def _check(site: Site, sources: Sources, folder: Path, report: Report) -> None:
    records = {topic: [_raw(r) for r in await site.read(topic)] for topic in sources.topics}
    everything = [raw for listed in records.values() for raw in listed]
    flows = await site.flows()
    raw_flows = await site.read(site.topic("flows"))
    wanted = {(r.topic, r.partition, r.offset) for r in everything}
    got = Counter((f.source.topic, f.source.partition, f.source.offset) for f in flows if f.part.index == 0)
    report.figures |= {
        "records": len(wanted),
        "flows": len(flows),
        "second copies in the raw topic": len(raw_flows) - len(flows),
        "verdicts": dict(Counter(f.verdict for f in flows)),
        "scanned": dict(Counter(f.coverage.scanned for f in flows)),
    }
    report.hold("records without a flow", wanted - got.keys())
    report.hold("flows of no record", got.keys() - wanted)
    report.hold("flows left twice behind the watermark", [at for at, n in got.items() if n > 1])
    report.hold("parts", _broken_parts(flows))
    report.hold("spans", list(untiled(await site.spans(), await site.ends(sources.topics, committed_only=True))))
    report.hold("planted values that no flow shows", _unseen(sources, flows, report))
    for topic, listed in records.items():
        await _tagged(site, topic, listed, flows, report)
    await _replayed(site, everything, flows, folder, report)
    await _unleaked(site, sources, folder, len(flows), report)


def _raw(record: Any) -> RawMessage:
    return RawMessage(record.topic, record.partition, record.offset, record.timestamp, record.key, record.value, tuple(record.headers))


def _broken_parts(flows: list[Flow]) -> list[str]:
    parts: dict[tuple[str, int, int], list[tuple[int, int]]] = {}
    for f in flows:
        parts.setdefault((f.source.topic, f.source.partition, f.source.offset), []).append((f.part.index, f.part.of))
    return [str(at) for at, of in parts.items() if sorted(of) != [(n, of[0][1]) for n in range(of[0][1])]]


def _unseen(sources: Sources, flows: list[Flow], report: Report) -> list[str]:
    """Empty where at least 95 of 100 planted spots are rows of their Flow."""
    rows = {
        (f.source.topic, f.source.partition, f.source.offset, f.part.index): {(r.place, r.path, r.category) for r in f.personal_data}
        for f in flows
    }
    spots = missed = 0
    for at, sent in sources.planted.items():
        for p in {(p.part, p.place, _folded(p.path), p.category) for p in sent.plants}:
            spots += 1
            missed += p[1:] not in rows.get((*at, p[0]), set())
    report.figures["planted spots found"] = f"{1 - missed / spots:.2%}"
    return [f"{missed} of {spots}"] if missed > spots * 0.05 else []


def _folded(path: str) -> str:
    return re.sub(r"\[[0-9]+\]", "[*]", path)


async def _tagged(site: Site, topic: str, records: list[RawMessage], flows: list[Flow], report: Report) -> None:
    """Each record's copy is its bytes, partition, timestamp and headers, and the tags name its Flows."""
    ids: dict[tuple[int, int], dict[int, str]] = {}
    for f in flows:
        if f.source.topic == topic:
            ids.setdefault((f.source.partition, f.source.offset), {})[f.part.index] = f.id
    copies: dict[str, RawMessage] = {}
    for record in await site.read(site.topic(f"tagged.{topic}")):
        copies[dict(record.headers)["spor-flow-id"].decode()] = _raw(record)
    wrong = []
    for raw in records:
        named = ids.get((raw.partition, raw.offset), {})
        copy = copies.get(",".join(named[n] for n in sorted(named)))
        if raw.key is None and raw.value is None:
            continue
        if copy is None or _plain(copy)[: len(_plain(raw)) - 1] != _plain(raw)[:-1] or copy.headers[: len(raw.headers)] != raw.headers:
            wrong.append((raw.topic, raw.partition, raw.offset))
    report.hold(f"tagged copies of {topic.partition('-')[2]}", wrong)


def _plain(raw: RawMessage) -> tuple[Any, ...]:
    return (raw.key, raw.value, raw.partition, raw.timestamp, raw.headers)


async def _replayed(site: Site, records: list[RawMessage], flows: list[Flow], folder: Path, report: Report) -> None:
    """A replay of what the topics hold gives the worker's Flows and dead letters, byte for byte, on one and on four children."""
    recording = folder / "sources.ndjson"
    ids = {(f.source.topic, f.source.topic_id, f.source.cluster) for f in flows}
    known = {topic: (topic_id, cluster) for topic, topic_id, cluster in ids}
    with recording.open("wb") as file:
        for raw in records:
            topic_id, cluster = known[raw.topic]
            file.write(record_line(_placed(raw, topic_id, cluster)))
    for children in (1, 4):
        await replay(Plan(recording, folder / f"replay-{children}", DEMO, children))
    one, four = (folder / f"replay-{n}" for n in (1, 4))
    for path in sorted(one.iterdir()):
        report.hold(f"{path.name} differs between one child and four", path.read_bytes() != (four / path.name).read_bytes())
    mine = {f.id: f.canonical() for f in flows if f.reproducible}
    theirs = {(raw.key or b"").decode(): raw.value for raw in read(one / "spor.flows.ndjson")}
    report.figures["flows that a killed inspector left"] = len(flows) - len(mine)
    report.hold("flows that a replay does not give", [i for i, value in mine.items() if theirs.get(i) != value])
    report.hold("flows that only a replay gives", theirs.keys() - {f.id for f in flows})
    dead = {d.key: d.value for d in await site.read(site.topic("deadletter"))}
    again = {raw.key: raw.value for raw in read(one / "spor.deadletter.ndjson")}
    died = {key for key, value in dead.items() if b'"stage":"inspector"' in value or b'"untagged.' in value}
    report.figures["dead letters"] = len(dead)
    report.hold("dead letters", {k for k in dead.keys() ^ again.keys() if k not in died} or [k for k in again if dead[k] != again[k]])


def _placed(raw: RawMessage, topic_id: str, cluster: str) -> RawMessage:
    return RawMessage(raw.topic, raw.partition, raw.offset, raw.timestamp, raw.key, raw.value, raw.headers, cluster, topic_id)


async def _unleaked(site: Site, sources: Sources, folder: Path, flows: int, report: Report) -> None:
    """No planted value in a topic of ours but the tagged copies, in a log, in the page's database or in a replay's file."""
    places = [*_files(folder), await _page(site, folder, flows, report)]
    for topic in sorted(await site.admin.partitions()):
        if topic.startswith(f"{site.prefix}.") and not topic.startswith(site.topic("tagged.")):
            path = folder / f"{topic}.bytes"
            rows = await site.read(topic, "read_uncommitted")
            path.write_bytes(b"\n".join(b"".join([r.key or b"", b" ", r.value or b"", *(v or b"" for _, v in r.headers)]) for r in rows))
            places.append(path)
    report.figures |= {"planted values": len(sources.values), "bytes searched": sum(p.stat().st_size for p in places)}
    report.hold("planted values that came out", leaked(sources.values, places, folder))


def _files(folder: Path) -> list[Path]:
    return [*folder.glob("worker-*.log"), *(folder / "replay-1").iterdir()]


async def _page(site: Site, folder: Path, flows: int, report: Report) -> Path:
    """The dashboard's database, once it has read all there is."""
    db = folder / "dashboard.db"
    ends = sum((await site.ends([site.topic("flows")], committed_only=True)).values())
    async with Dashboard(site.settings(), db, port=0), asyncio.timeout(PAGE_S):
        while _told(db, "SELECT sum(next_offset) FROM positions WHERE topic = ?", "flows") != ends:  # noqa: ASYNC110  # another process's file
            await asyncio.sleep(0.5)
        kept = _told(db, "SELECT sum(flows) FROM totals WHERE dimension = ?", "integration")
    report.hold("the page's count of flows", [] if kept == flows else f"{kept} instead of {flows}")
    return db


def _told(db: Path, query: str, *given: str) -> int:
    with contextlib.closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as opened:
        return int(opened.execute(query, given).fetchone()[0] or 0)
