"""The least that a tap could do: aiokafka's getmany, send, gather, commit. `python -m benchmarks.copyloop SERVERS SOURCE TARGET COUNT`."""

import asyncio
import json
import sys
import time

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

BATCH = 500


async def copy(servers: str, source: str, target: str, count: int) -> dict[str, float]:
    """Copies `count` records, each acknowledged by all replicas before the position is committed; seconds from the first one read."""
    consumer = AIOKafkaConsumer(
        source, bootstrap_servers=servers, group_id=f"copy-{target}", enable_auto_commit=False, auto_offset_reset="earliest"
    )
    producer = AIOKafkaProducer(bootstrap_servers=servers, acks="all", enable_idempotence=True, linger_ms=5)
    await consumer.start()
    await producer.start()
    copied, began, worked = 0, 0.0, 0.0
    try:
        while copied < count:
            batch = await consumer.getmany(timeout_ms=200, max_records=BATCH)
            if batch and not began:
                began, worked = time.perf_counter(), time.process_time()
            records = [record for read in batch.values() for record in read]
            sent = [await producer.send(target, r.value, key=r.key, headers=list(r.headers), partition=r.partition) for r in records]
            await asyncio.gather(*sent)
            if sent:
                await consumer.commit()
            copied += len(sent)
        return {"seconds": time.perf_counter() - began, "cpu_seconds": time.process_time() - worked}
    finally:
        await producer.stop()
        await consumer.stop()


if __name__ == "__main__":
    print(json.dumps(asyncio.run(copy(*sys.argv[1:4], int(sys.argv[4])))))
