"""Policies that change under live traffic: two workers on a real broker, one that looks by itself and one that is asked to."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from schemas.audit import PolicyAudit
from schemas.flow import Flow
from schemas.records import Span
from streams.inspect.words import RawMessage
from streams.recording import read, record_line
from streams.replay import Plan, replay
from tests.kafka.harness import Site, Worker, producer, untiled
from tests.tap import judges

JUDGE = "tests.tap.judges:judge"
POLL_S = 0.3
BODY = b'{"customer": "kari@example.org", "order": %d}'


@asynccontextmanager
async def traffic(site: Site, topic: str) -> AsyncIterator[list[int]]:
    """Orders without end, spread over the partitions, until left; how many were sent stands in the list."""
    sent = [0]

    async def flow() -> None:
        async with producer(site) as sender:
            while True:
                await asyncio.gather(*[await sender.send(topic, BODY % (sent[0] + n), key=b"%d" % n) for n in range(4)])
                sent[0] += 4
                await asyncio.sleep(0.1)

    task = asyncio.create_task(flow())
    try:
        yield sent
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def audit(site: Site) -> list[PolicyAudit]:
    return [PolicyAudit.read(record.value) for record in await site.read(site.topic("audit"))]


async def rows(site: Site, topic: str) -> list[RawMessage]:
    cluster = await site.admin.cluster_id()
    topic_id = (await site.admin.topic_ids([topic]))[topic]
    return [
        RawMessage(topic, r.partition, r.offset, r.timestamp, r.key, r.value, tuple(r.headers), cluster, topic_id)
        for r in await site.read(topic)
    ]


def judged_by(spans: list[Span], flow: Flow) -> str:
    """The digest that judged a Flow: of the first span that covers its record."""
    at = flow.source
    return next(s.policies for s in spans if s.source.partition == at.partition and s.from_ <= at.offset < s.to)


async def test_policies_change_under_traffic_at_a_boundary_between_spans(site: Site, tmp_path: Path) -> None:
    policies, old, new = (tmp_path / name for name in ("policies", "old", "new"))
    topic = await site.source("orders")
    for folder in (policies, old, new):
        folder.mkdir()
        judges.registry(folder, topic)
    judges.pack(policies)
    judges.pack(old)
    judges.pack(new, version="2", declared="")
    given: dict[str, Any] = {"factory": JUDGE, "policies": str(policies), "processes": 1}
    polling, asked = (site.worker(topic, **given, policies_poll_s=seconds) for seconds in (POLL_S, 0))
    workers = [polling, asked]
    async with traffic(site, topic) as sent:
        for worker in workers:
            await worker.said("tap.placed")
            await worker.said("policies.activated")
        judges.write(policies / "webshop.yaml", "pack: webshop\nversion: 3\nrole: controler\n")
        asked.process.send_signal(signal.SIGHUP)
        refusals = [(await worker.said("policies.refused"))[0] for worker in workers]
        problems = [(await worker.said("policies.problem"))[0] for worker in workers]
        judges.pack(policies, version="2", declared="")
        asked.process.send_signal(signal.SIGHUP)
        for worker in workers:
            await worker.said("policies.activated", 2)
        so_far = sent[0]
        await site.until(lambda: _more(sent, so_far + 20), 1)
    await site.caught_up([topic])
    assert [await worker.terminate() for worker in workers] == [0, 0]

    assert {p["file"] for p in problems} == {str(policies / "webshop.yaml")}
    assert {p["line"] for p in problems} == {3}
    assert all('did you mean "controller"?' in p["message"] for p in problems)
    assert all(r["problems"] == 1 for r in refusals)
    await _every_record_is_told(site, workers, topic)
    await _judged_alike_by_a_replay(site, topic, tmp_path)


async def _more(sent: list[int], wanted: int) -> int:
    return int(sent[0] > wanted)


async def _every_record_is_told(site: Site, workers: list[Worker], topic: str) -> None:
    flows, spans, records = await site.flows(), await site.spans(), await audit(site)
    ends = await site.ends([topic])
    assert len({flow.id for flow in flows}) == len(flows) == sum(ends.values())
    assert list(untiled(spans, ends)) == []
    first, second = sorted({s.policies for s in spans}, key=[r.policies for r in records].index)
    for actor in {r.actor for r in records}:
        mine = [r for r in records if r.actor == actor]
        assert [(r.kind, r.before, r.policies) for r in mine] == [
            ("policy.activated", None, first),
            ("policy.refused", first, first),
            ("policy.activated", first, second),
        ]
        changes = mine[2].changes
        assert changes is not None
        assert changes.packs.model_dump() == {"added": 1, "removed": 1, "changed": 0}
        assert changes.flows.model_dump() == {"added": 0, "removed": 0, "changed": 0}
        assert (mine[1].reason, mine[1].problems) == ("invalid", 1)
    assert len({r.actor for r in records}) == len(workers)
    said = {(judged_by(spans, flow), flow.policies[-1].version, flow.verdict) for flow in flows}
    assert said == {(first, "1", "compliant"), (second, "2", "violation")}


async def _judged_alike_by_a_replay(site: Site, topic: str, work: Path) -> None:
    """Each Flow comes out byte for byte of a replay with the policies of the digest that judged it."""
    recording = work / "recording.ndjson"
    recording.write_bytes(b"".join(record_line(raw) for raw in await rows(site, topic)))
    spans, live = await site.spans(), {flow.id: flow for flow in await site.flows()}
    same = set()
    for name in ("old", "new"):
        plan = Plan(recording, work / f"replayed-{name}", work / name, prefix=site.prefix, factory=JUDGE)
        await replay(plan)
        again = [Flow.read(r.value or b"") for r in read(plan.out / f"{site.topic('flows')}.ndjson")]
        same |= {flow.id for flow in again if flow.canonical() == live[flow.id].canonical()}
        assert {judged_by(spans, live[flow.id]) for flow in again if flow.canonical() == live[flow.id].canonical()} == {
            {"old": spans[0].policies, "new": max(spans, key=lambda s: s.to).policies}[name]
        }
    assert same == live.keys()
