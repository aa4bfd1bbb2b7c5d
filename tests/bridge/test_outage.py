"""Load from a real HTTP client while the broker stands still, dies, and comes back: what was accepted is there, and nothing else."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil
import pytest

from tests.bridge.bridges import HEADERS, ids, inboxes, running
from tests.kafka import broker as brokers
from tests.kafka.harness import Site

CONNECTIONS = 12
DEADLINE_S = 2.0  # of one call
AWAY_S = 1.0  # more, after the first call was sent away


@pytest.fixture
def own() -> Iterator[brokers.Broker]:
    """A broker that no other test uses."""
    try:
        broker = brokers.start()
    except brokers.NoKafka as why:
        pytest.skip(str(why))
    if broker.process is None:
        broker.stop()
        pytest.skip("the broker is not ours to stop")
    yield broker
    for process in family(broker.process.pid):
        process.resume()
    broker.stop()


@dataclass
class Load:
    """Callers that send deliveries one after another, and each again until it is accepted."""

    client: httpx.AsyncClient
    accepted: set[str] = field(default_factory=set)
    statuses: Counter[int] = field(default_factory=Counter)
    waits: set[str] = field(default_factory=set)
    ends: bool = False

    async def caller(self, number: int) -> None:
        count = 0
        while not self.ends:
            count += 1
            await self.deliver(f"{number}-{count}")

    async def deliver(self, name: str) -> None:
        body = b'[{"id":"%s","n":0},{"id":"%s","n":1}]' % (name.encode(), name.encode())
        while True:
            answer = await self.client.post("/v1/connxio", content=body, headers={**HEADERS, "X-Delivery-Id": name})
            self.statuses[answer.status_code] += 1
            if answer.status_code == 200:
                self.accepted.add(name)
                return
            self.waits.add(answer.headers["retry-after"])
            await asyncio.sleep(0.2)  # sooner than it is told, so that the outage sees more calls

    async def more(self, count: int) -> None:
        """Until so many more are accepted."""
        wanted = len(self.accepted) + count
        async with asyncio.timeout(60):
            while len(self.accepted) < wanted:  # noqa: ASYNC110  # the callers do it
                await asyncio.sleep(0.02)

    async def refused(self) -> None:
        """Until a call is told to come again."""
        before = self.statuses[503]
        async with asyncio.timeout(60):
            while self.statuses[503] == before:  # noqa: ASYNC110  # the callers do it
                await asyncio.sleep(0.02)


async def outages(load: Load, broker: brokers.Broker) -> None:
    """One in which connections stand and nothing answers, one as when the power fails; each longer than a call may wait."""
    assert broker.process is not None
    await load.more(100)
    for process in family(broker.process.pid):
        process.suspend()
    await load.refused()
    await asyncio.sleep(AWAY_S)
    for process in family(broker.process.pid):
        process.resume()
    await load.more(100)
    await asyncio.to_thread(broker.kill)
    await load.refused()
    await asyncio.to_thread(broker.start)
    await load.more(100)


def family(pid: int) -> list[psutil.Process]:
    """A process and all below it."""
    head = psutil.Process(pid)
    return [head, *head.children(recursive=True)]


async def test_every_200_has_its_records_on_the_topic_and_exactly_the_accepted_are_there(
    own: brokers.Broker, sources: Callable[..., Path]
) -> None:
    site = await Site.make(own.bootstrap, 1)
    await inboxes(site, "connxio", "superoffice", "slow")
    path = sources("[sources.connxio]\nkind = 'connxio'\nkeys = [{env = 'CONNXIO_KEY'}]")
    async with running(site.settings(), path, deadline_s=DEADLINE_S) as (_, client):
        load = Load(client)
        callers = [asyncio.create_task(load.caller(n)) for n in range(CONNECTIONS)]
        await outages(load, own)
        load.ends = True
        await asyncio.gather(*callers)
        assert (await client.get("/healthz")).status_code == 200
    assert load.statuses.keys() == {200, 503}
    assert load.waits <= {"1", "5"}
    records = await site.read(site.topic("inbox.connxio"))
    found = {(r.key.decode(), dict(r.headers)["delivery-index"]) for r in records}
    assert found == {(name, index) for name in load.accepted for index in (b"0", b"1")}
    assert set(ids(records)) == load.accepted
    for record in records:
        assert json.loads(record.value) == {"id": record.key.decode(), "n": int(dict(record.headers)["delivery-index"])}
