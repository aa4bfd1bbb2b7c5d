"""A bridge that dies, and callers that hang up: what was acknowledged and not answered comes again, under the same delivery id."""

import asyncio
import itertools
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import httpx
import pytest

from streams.tap.delivery import Record
from tests.bridge.bridges import HEADERS, Command, ids, inboxes, running
from tests.kafka.harness import PATIENCE_S, Site

Write = Callable[..., Path]
ONE = "[sources.connxio]\nkind = 'connxio'\nkeys = [{env = 'CONNXIO_KEY'}]"
CALLERS, DEATHS = 8, 2


def body(name: str) -> bytes:
    return json.dumps([{"id": name, "n": n} for n in range(2)]).encode()


@dataclass
class Callers:
    """Each sends its deliveries one after another, and each again until it is accepted, whoever answers by then."""

    url: str
    accepted: set[str] = field(default_factory=set)
    calls: Counter[str] = field(default_factory=Counter)
    unanswered: set[str] = field(default_factory=set)
    ends: bool = False

    async def caller(self, number: int) -> None:
        async with httpx.AsyncClient(base_url=self.url, timeout=30) as client:
            for count in itertools.count():
                if self.ends:
                    return
                await self.deliver(client, f"{number}-{count}")

    async def deliver(self, client: httpx.AsyncClient, name: str) -> None:
        while True:
            self.calls[name] += 1
            try:
                answer = await client.post("/v1/connxio", content=body(name), headers={**HEADERS, "X-Delivery-Id": name})
            except httpx.TransportError:
                self.unanswered.add(name)
                await asyncio.sleep(0.1)
                continue
            if answer.status_code == 200:
                assert answer.json() == {"delivery_id": name, "records": 2}
                self.accepted.add(name)
                return
            assert answer.status_code == 503
            await asyncio.sleep(0.1)

    async def more(self, count: int) -> None:
        wanted = len(self.accepted) + count
        async with asyncio.timeout(PATIENCE_S):
            while len(self.accepted) < wanted:  # noqa: ASYNC110  # the callers do it
                await asyncio.sleep(0.02)


async def test_a_bridge_that_dies_between_acknowledgement_and_answer_loses_and_invents_nothing(
    site: Site, sources: Write, tmp_path: Path
) -> None:
    await inboxes(site, "connxio")
    path = sources(ONE)
    bridge = await asyncio.to_thread(Command.start, site, path, tmp_path / "first.log")
    port = str(urlsplit(bridge.url).port)
    callers = Callers(bridge.url)
    tasks = [asyncio.create_task(callers.caller(n)) for n in range(CALLERS)]
    try:
        for death in range(DEATHS):
            await callers.more(20)
            bridge.kill()  # wherever it is
            bridge = await asyncio.to_thread(
                Command.start, site, path, tmp_path / f"{death}.log", "--port", port, program=("tests.bridge.dying", "30")
            )
            await asyncio.to_thread(bridge.process.wait)  # by its own hand, at the worst moment
            bridge = await asyncio.to_thread(Command.start, site, path, tmp_path / f"{death}-after.log", "--port", port)
        await callers.more(20)
        callers.ends = True
        await asyncio.gather(*tasks)
        assert await bridge.terminate() == 0
    finally:
        for task in tasks:
            task.cancel()
        bridge.kill()
    assert len(callers.unanswered) >= DEATHS
    records = await site.read(site.topic("inbox.connxio"))
    found = {(r.key.decode(), dict(r.headers)["delivery-index"]) for r in records}
    assert found == {(name, b"%d" % n) for name in callers.accepted for n in range(2)}
    assert set(ids(records)) == callers.accepted
    for record in records:
        assert json.loads(record.value) == {"id": record.key.decode(), "n": int(dict(record.headers)["delivery-index"])}
    copies = Counter(ids(records))
    again = {name for name, count in copies.items() if count > 2}
    assert again, "something was acknowledged, not answered, and sent again"
    assert again <= callers.unanswered
    assert all(copies[name] <= 2 * callers.calls[name] for name in copies)
    assert len({(r.key, r.partition) for r in records}) == len(copies), "copies of a delivery lie together, in order"


async def test_a_caller_that_hangs_up_and_comes_again_is_recognised(site: Site, sources: Write) -> None:
    await inboxes(site, "connxio")
    topic = site.topic("inbox.connxio")
    async with running(site.settings(), sources(ONE)) as (bridge, client):
        content, gone = body("d-1"), asyncio.Event()
        write = bridge._intake._writer.write

        async def held(records: list[Record]) -> None:
            await write(records)
            await gone.wait()

        bridge._intake._writer = SimpleNamespace(write=held)
        _, writer = await asyncio.open_connection("127.0.0.1", bridge.port)
        lines = ["POST /v1/connxio HTTP/1.1", "Host: bridge", f"Content-Length: {len(content)}", "X-Delivery-Id: d-1"]
        lines += [f"{name}: {value}" for name, value in HEADERS.items()]
        writer.write("\r\n".join([*lines, "", ""]).encode() + content)
        await site.until(lambda: _count(site, topic), 2)
        writer.transport.abort()
        gone.set()
        answers = [await client.post("/v1/connxio", content=content, headers={**HEADERS, "X-Delivery-Id": "d-1"}) for _ in range(3)]
        assert [(a.status_code, a.json()) for a in answers] == [(200, {"delivery_id": "d-1", "records": 2})] * 3
    assert ids(await site.read(topic)) == ["d-1", "d-1"]


async def _count(site: Site, topic: str) -> int:
    return len(await site.read(topic))


@pytest.mark.parametrize("again", [2, 5])
async def test_a_delivery_that_is_sent_again_while_it_is_under_way_keeps_its_id(site: Site, sources: Write, again: int) -> None:
    await inboxes(site, "connxio")
    async with running(site.settings(), sources(ONE)) as (_, client):
        calls = [client.post("/v1/connxio", content=body("d-1"), headers={**HEADERS, "X-Delivery-Id": "d-1"}) for _ in range(again)]
        assert {answer.status_code for answer in await asyncio.gather(*calls)} == {200}
    records = await site.read(site.topic("inbox.connxio"))
    assert {(r.key, r.value) for r in records} == {(b"d-1", json.dumps({"id": "d-1", "n": n}).encode()) for n in range(2)}
    assert 2 <= len(records) <= 2 * again
