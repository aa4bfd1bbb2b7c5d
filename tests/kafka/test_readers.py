"""Who else reads a topic, asked of a real broker."""

from aiokafka import AIOKafkaConsumer

from streams.kafka.cluster import Cluster
from streams.kafka.readers import readers
from tests.kafka.harness import Site, send


async def test_groups_with_positions_and_groups_at_work_are_told_and_ours_are_not(site: Site) -> None:
    topic, other = await site.source("orders"), await site.source("other")
    await send(site, topic, [b"1", b"2"])
    names = [f"{site.prefix}-{name}" for name in ("gone", "at-work", "ours", "elsewhere")]
    consumers = []
    for name, read in zip(names, (topic, topic, topic, other), strict=True):
        consumer = AIOKafkaConsumer(
            read, bootstrap_servers=site.bootstrap, group_id=name, auto_offset_reset="earliest", enable_auto_commit=False
        )
        await consumer.start()
        await send(site, read, [b"to be read"])
        while not await consumer.getmany(timeout_ms=500):
            pass
        if name.endswith("at-work"):
            consumers.append(consumer)  # a member that has committed nothing
        else:
            await consumer.commit()
            await consumer.stop()
    try:
        found = await readers(Cluster(site.bootstrap), [topic], ours={names[2]})
    finally:
        for consumer in consumers:
            await consumer.stop()
    assert found == {topic: {names[0], names[1]}}
