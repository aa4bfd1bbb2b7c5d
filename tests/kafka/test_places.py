"""Where reading goes on: after restarts, behind retention, and when a topic is made anew."""

import pytest

from schemas.records import Alert
from streams.kafka.admin import At
from tests.kafka.harness import Site, send, untiled


async def test_what_retention_took_between_two_runs_is_missed_and_a_topic_made_anew_is_read_from_its_beginning(site: Site) -> None:
    expired, away = await site.source("expired", 2), await site.source("away", 1)
    await send(site, expired, [b"{}"] * 40)
    await send(site, away, [b"{}"] * 30)
    await site.cut({At(expired, 0): 5, At(expired, 1): 5})
    first = site.worker(expired, away)
    await site.caught_up([expired, away])
    assert await first.terminate() == 0

    done = {at: position.offset for at, position in (await site.committed()).items()}
    await send(site, expired, [b"{}"] * 60)
    await site.cut({at: done[at] + 8 for at in done if at.topic == expired})
    await site.renew(away, 1)
    await send(site, away, [b"{}"] * 45)
    new = (await site.admin.topic_ids([away]))[away]
    second = site.worker(expired, away)
    await second.said("tap.placed", 3)
    await site.until(lambda: site.count(away, new), 45)
    await site.caught_up([expired, away])
    assert await second.terminate() == 0

    spans = [span for span in await site.spans() if span.source.topic == expired]
    missed = {(s.source.partition, s.from_, s.to) for s in spans if s.kind == "missed"}
    assert missed == {(p, 0, 5) for p in (0, 1)} | {(at.partition, done[at], done[at] + 8) for at in done if at.topic == expired}
    assert list(untiled(spans, await site.ends([expired]))) == []
    alerts = [Alert.read(record.value).data for record in await site.read(site.topic("alerts"))]
    told = [alert for alert in alerts if alert.rule == "records.missed"]
    assert [alert.count for alert in sorted(told, key=lambda a: a.count)] == [5, 5, 8, 8]
    assert {alert.integration for alert in told} == {f"generic:{expired}"}
    anew = [span for span in await site.spans() if span.source.topic_id == new]
    assert list(untiled(anew, {At(away, 0): 45})) == []


async def test_a_running_worker_sees_what_is_removed_before_it_and_topics_made_anew(site: Site) -> None:
    running, anew = await site.source("running", 1), await site.source("anew", 1)
    await send(site, running, [b"slow 10 " + b"x" * 20_000] * 400)  # several fetches: what is fetched cannot be taken away
    await send(site, anew, [b'{"old":1}'] * 50)
    worker = site.worker(running, anew, processes=1)
    await site.begun([running], 400)
    await site.cut({At(running, 0): 390})
    await site.caught_up([running, anew])
    old = (await site.admin.topic_ids([anew]))[anew]
    await site.renew(anew, 1)
    await send(site, anew, [b'{"new":1}'] * 200)  # it has outgrown the old position: nothing but its id tells
    new = (await site.admin.topic_ids([anew]))[anew]
    await site.until(lambda: site.count(anew, new), 200)
    assert await worker.terminate() == 0

    spans = await site.spans()
    flows = await site.flows()
    read = {flow.source.offset for flow in flows if flow.source.topic == running}
    missed = {n for span in spans if span.kind == "missed" and span.source.topic == running for n in range(span.from_, span.to)}
    assert read | missed == set(range(400))
    assert not read & missed
    assert missed, "the worker was faster than the test"
    assert {f.source.offset for f in flows if f.source.topic_id == old} == set(range(50))
    assert {f.source.offset for f in flows if f.source.topic_id == new} == set(range(200))
    assert list(untiled([s for s in spans if s.source.topic_id == new], {At(anew, 0): 200})) == []


async def test_latest_stays_where_it_began_a_new_partition_is_read_whole_and_other_partitions_of_our_flows_are_refused(site: Site) -> None:
    topic = await site.source("latest", 1)
    await send(site, topic, [b"{}"] * 10)
    first = site.worker(topic, start="latest")
    await first.said("tap.placed")
    await first.said("fold.restored", 4)
    await site.caught_up([topic])
    assert await first.terminate() == 0
    await send(site, topic, [b"{}"] * 5)
    await site.admin.grow(topic, 2)
    await send(site, topic, [b"{}"] * 8)
    second = site.worker(topic, start="latest")
    await second.said("fold.restored", 4)
    await site.caught_up([topic])
    assert await second.terminate() == 0
    new = (await site.ends([topic]))[At(topic, 1)]
    places = [(flow.source.partition, flow.source.offset) for flow in await site.flows()]
    assert new > 0
    assert sorted(places) == [*((0, n) for n in range(10, 23 - new)), *((1, n) for n in range(new))], "a partition made later is read whole"

    for name in ("flows", "spans", "deadletter"):
        await site.admin.grow(site.topic(name), 6)
    third = site.worker(topic, start="latest")
    assert await third.ended() == 3
    assert "has 6 partitions and had 4" in third.log()


@pytest.mark.parametrize(
    ("what", "tap", "says"),
    [
        ("a tap on our own flows", "flows", "are our own"),
        ("a tap that is not there", "no-such", "no such topic"),
    ],
)
async def test_a_worker_that_cannot_start_says_why_and_ends_with_3(site: Site, what: str, tap: str, says: str) -> None:
    worker = site.worker(site.topic(tap) if tap == "flows" else tap)
    assert await worker.ended() == 3, what
    assert says in worker.log()
