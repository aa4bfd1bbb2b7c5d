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
from streams.policy.load import load
from streams.recording import read, record_line
from streams.replay import Plan, replay
from tests.kafka.harness import Site, producer, untiled
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


VERSIONS = {"1": "pd:EmailAddress", "2": "", "3": "pd:EmailAddress"}  # of the pack, and what it declares


async def test_policies_change_under_traffic_at_a_boundary_between_spans(site: Site, tmp_path: Path) -> None:
    policies, topic = tmp_path / "policies", await site.source("orders")
    for folder, version in ((policies, "1"), *((tmp_path / version, version) for version in VERSIONS)):
        folder.mkdir()
        judges.registry(folder, topic)
        judges.pack(folder, version=version, declared=VERSIONS[version])
    given: dict[str, Any] = {"factory": JUDGE, "policies": str(policies), "processes": 1}
    polling, asked = workers = [site.worker(topic, **given, policies_poll_s=seconds) for seconds in (POLL_S, 0)]
    async with traffic(site, topic) as sent:
        for worker in workers:
            await worker.said("tap.placed")
            await worker.said("policies.activated")
        judges.write(policies / "webshop.yaml", "pack: webshop\nversion: 3\nrole: controler\n")
        asked.process.send_signal(signal.SIGHUP)
        problems = [(await worker.said("policies.problem"))[0] for worker in workers]
        judges.pack(policies, version="2", declared="")
        asked.process.send_signal(signal.SIGHUP)
        for worker in workers:
            await worker.said("policies.activated", 2)
        await _goes_on(site, sent)
        judges.pack(policies, version="3")
        asked.kill()  # its partitions go to the other one, which is changing policies
        await polling.said("policies.activated", 3)
        await _goes_on(site, sent)
    await site.caught_up([topic])
    assert await polling.terminate() == 0

    assert [(p["file"], p["line"]) for p in problems] == [(str(policies / "webshop.yaml"), 3)] * 2
    assert all('did you mean "controller"?' in p["message"] for p in problems)
    digests = await _every_boundary_is_told(site)
    await _every_record_is_told(site, topic, digests)
    await _judged_alike_by_a_replay(site, topic, digests, tmp_path)


async def _goes_on(site: Site, sent: list[int]) -> None:
    """Until some more was sent; a worker that ends meanwhile fails the test."""
    wanted = sent[0] + 20

    async def more() -> int:
        return int(sent[0] > wanted)

    await site.until(more, 1)


async def _every_boundary_is_told(site: Site) -> tuple[str, str, str]:
    """The digests in force one after another."""
    told: dict[str, list[PolicyAudit]] = {}
    for record in await audit(site):
        told.setdefault(record.actor, []).append(record)
    short, long = sorted(told.values(), key=len)
    first, second, third = (str(record.policies) for record in long if record.kind == "policy.activated")
    assert [(r.kind, r.before, r.policies) for r in long] == [
        ("policy.activated", None, first),
        ("policy.refused", first, first),
        ("policy.activated", first, second),
        ("policy.activated", second, third),
    ]
    assert [(r.kind, r.policies) for r in short] == [(r.kind, r.policies) for r in long[:3]]
    assert (long[1].reason, long[1].problems) == ("invalid", 1)
    changes = long[2].changes
    assert changes is not None
    assert changes.packs.model_dump() == {"added": 1, "removed": 1, "changed": 0}
    assert changes.flows.model_dump() == {"added": 0, "removed": 0, "changed": 0}
    return first, second, third


async def _every_record_is_told(site: Site, topic: str, digests: tuple[str, str, str]) -> None:
    """Once after ids, in a span, and by the policies of that span; but for what a worker sent and was killed before it said so."""
    flows, spans, ends = await site.flows(), await site.spans(), await site.ends([topic])
    assert len({flow.id for flow in flows}) == len(flows) == sum(ends.values())
    assert list(untiled(spans, ends)) == []
    said = {(judged_by(spans, flow), flow.policies[-1].version, flow.verdict) for flow in flows}
    first, second, third = digests
    killed = (third, "2", "violation")
    assert said - {killed} == {(first, "1", "compliant"), (second, "2", "violation"), (third, "3", "compliant")}


async def _judged_alike_by_a_replay(site: Site, topic: str, digests: tuple[str, str, str], work: Path) -> None:
    """Each Flow comes out byte for byte of a replay with the policies that judged it, and of no other."""
    recording = work / "recording.ndjson"
    recording.write_bytes(b"".join(record_line(raw) for raw in await rows(site, topic)))
    live, same = {flow.id: flow for flow in await site.flows()}, dict[str, str]()
    for version, digest in zip(VERSIONS, digests, strict=True):
        plan = Plan(recording, work / f"replayed-{version}", work / version, prefix=site.prefix, factory=JUDGE)
        await replay(plan)
        assert load(work / version).digest == digest
        again = [Flow.read(r.value or b"") for r in read(plan.out / f"{site.topic('flows')}.ndjson")]
        same |= {flow.id: version for flow in again if flow.canonical() == live[flow.id].canonical()}
    assert same == {flow.id: flow.policies[-1].version for flow in live.values()}
