"""Two workers, three sources, four partitions on a real broker: nothing is lost, whatever is killed."""

import asyncio
import os
import random
import signal
from collections import Counter

import pytest

from streams.kafka.admin import At
from streams.ledger.ids import partition_of
from tests.kafka.broker import Broker
from tests.kafka.harness import Site, send, transact, untiled

ABORTED = [b"aborted %d" % n for n in range(20)]


def messages(count: int, size: int = 120) -> list[bytes]:
    return [b'{"n":%d,"pad":"%s"}' % (n, b"x" * (n % size)) for n in range(count)]


async def three_sources(site: Site, each: int = 667) -> list[str]:
    """A transactional topic with aborted batches, a compacted one with holes, a zstd-compressed one."""
    transactional = await site.source("transactional")
    compacted = await site.source(
        "compacted", cleanup_policy="compact", segment_ms="100", min_cleanable_dirty_ratio="0.01", max_compaction_lag_ms="100"
    )
    zstd = await site.source("zstd")
    half = messages(each)
    cut = each // 3
    await transact(
        site, transactional, [(True, half[:cut]), (False, ABORTED), (True, half[cut : 2 * cut]), (True, half[2 * cut :]), (False, ABORTED)]
    )
    await send(site, compacted, messages(each))
    await send(site, compacted, messages(each // 2))  # the same keys again: the first ones may be cleaned away
    await send(site, zstd, messages(each), compression_type="zstd")
    return [transactional, compacted, zstd]


async def expected(site: Site, topics: list[str]) -> dict[tuple[str, int, int], bytes | None]:
    return {(r.topic, r.partition, r.offset): r.value for topic in topics for r in await site.read(topic)}


async def check_all(site: Site, topics: list[str]) -> None:
    """Every committed record has one Flow, in order, on its partition; and the spans tile every source partition."""
    wanted = await expected(site, topics)
    flows = await site.flows()
    got = Counter((f.source.topic, f.source.partition, f.source.offset) for f in flows)
    assert not wanted.keys() - got.keys(), "records without a Flow"
    assert {place: n for place, n in got.items() if n > 1} == {}, "second copies behind the watermark"
    # a record that compaction took away since may have a Flow all the same
    assert {place[0] for place in got.keys() - wanted.keys()} <= {t for t in topics if t.endswith("compacted")}
    seen: dict[At, int] = {}
    for flow in flows:
        at = At(flow.source.topic, flow.source.partition)
        assert flow.source.offset > seen.get(at, -1), "Flows of a source partition out of order"
        seen[at] = flow.source.offset
    home = {f.id: partition_of(f.source.topic, f.source.partition, 4) for f in flows}
    for record in await site.read(site.topic("flows")):
        assert record.partition == home[record.key.decode()]
        assert ("spor-spec", b"spor.flow/1") in record.headers
    assert list(untiled(await site.spans(), await site.ends(topics, committed_only=True))) == []


async def test_two_workers_give_every_record_one_flow_and_tile_three_sources(site: Site) -> None:
    topics = await three_sources(site)
    workers = [site.worker(f"{site.prefix}-*", tagged=True) for _ in range(2)]
    await site.caught_up(topics)
    assert [await worker.terminate() for worker in workers] == [0, 0]
    await check_all(site, topics)
    for topic in topics:
        copies = {(c.partition, c.timestamp, c.key, c.value, c.headers[:-7]) for c in await site.read(site.topic(f"tagged.{topic}"))}
        source = {(r.partition, r.timestamp, r.key, r.value, r.headers) for r in await site.read(topic)}
        assert source <= copies
        assert copies == source or topic.endswith("compacted")


async def test_workers_and_children_killed_under_lag_lose_nothing(site: Site) -> None:
    chance = random.Random(7)
    topics = await three_sources(site, 300)
    slow = [topic for topic in topics if topic.endswith("zstd")]
    await send(site, slow[0], [b"slow 6"] * 700)  # 6 ms of work each, so that the kills meet records in hand
    workers = [site.worker(*topics) for _ in range(2)]
    await workers[0].said("tap.placed")
    await workers[1].said("tap.placed")
    for _ in range(3):
        if children := chance.choice(workers).children():
            os.kill(chance.choice(children).pid, signal.SIGKILL)
        await asyncio.sleep(0.2)
    assert await site.lag(topics) > 0
    workers[0].kill()
    site.worker(*topics)
    await site.caught_up(topics)
    assert [await worker.terminate() for worker in site.workers[1:]] == [0, 0]
    await check_all(site, topics)
    assert {f.coverage.reasons for f in await site.flows()} == {()}, "a killed child is no record's doing"


async def test_sigterm_under_lag_exits_0_and_another_worker_goes_on_without_loss(site: Site) -> None:
    topic = await site.source("orders")
    await send(site, topic, [b"slow 4"] * 1500)
    first = site.worker(topic)
    await first.said("tap.placed", 4)
    await site.begun([topic], 1500)
    assert await first.terminate() == 0
    assert await site.lag([topic]) > 0, "nothing was left to go on with"
    read = len(await site.read(site.topic("flows")))
    done = await site.committed()
    assert read == sum(position.offset for position in done.values()), "a drained worker leaves nothing uncommitted"
    second = site.worker(topic)
    await site.caught_up([topic])
    assert await second.terminate() == 0
    assert len(await site.read(site.topic("flows"))) == 1500
    assert list(untiled(await site.spans(), await site.ends([topic]))) == []


async def test_a_broker_that_dies_under_the_workers_costs_nothing(site: Site, kafka_broker: Broker) -> None:
    if kafka_broker.process is None:
        pytest.skip("the broker is not ours to kill")
    topic = await site.source("orders")
    await send(site, topic, [b"slow 4"] * 1500)
    worker = site.worker(topic)
    await worker.said("worker.ready")  # one that is still starting ends with 3, and its supervisor starts it again
    await asyncio.to_thread(kafka_broker.kill)
    await asyncio.to_thread(kafka_broker.start)
    await site.caught_up([topic])
    assert await worker.terminate() == 0
    assert len(await site.flows()) == 1500
    assert list(untiled(await site.spans(), await site.ends([topic]))) == []
