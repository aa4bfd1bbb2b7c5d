"""A worker over a real Kafka that opens references, among hosts that answer, refuse, stall and die."""

import asyncio
import re
import threading
from collections.abc import Callable
from typing import Any

from tests.kafka.harness import PATIENCE_S, Site, send, untiled
from tests.messages import ORDER, archeo, claim_check, text
from tests.references import hosts
from tests.references.conftest import Desk
from tests.references.hosts import moved, never, reply

Url = Callable[..., str]
SIGNATURE = "c2lnbmF0dXJlLW9mLXRoZS10ZXN0"
CONTENT = text({"customer": {"name": "Oddrun Planteberg", "email": "oddrun.planteberg@example.org"}}).encode()
OURS = ("flows", "spans", "deadletter", "alerts", "lineage", "state")


def traffic(url: Url) -> list[bytes]:
    """Claim checks of every fate, four of each, among records that hold their content."""
    here: dict[str, Any] = {"host": "localhost"}
    places = [url(path, **here) for path in ("/a", "/stalls", "/moved", "/none", "/fails")] + ["https://unlisted.example.org/a"]
    claims = [claim_check(SasUri=f"{place}?sig={SIGNATURE}&n={n}") for n in range(4) for place in places]
    return [text(value).encode() for value in [*claims, *[archeo(ORDER)] * 6]]


async def test_every_record_has_its_flow_and_none_waits_for_a_host(site: Site, desk: Desk, server: hosts.Server, url: Url) -> None:
    server["/a"] = reply(CONTENT)
    server["/stalls"] = never(b"HTTP/1.1 200 OK\r\n")
    server["/moved"] = moved(f"https://10.0.0.1/?sig={SIGNATURE}")
    server["/fails"] = reply(b"", "503 Service Unavailable")
    references = desk.write(
        desk.host(server, "localhost", addresses=["127.0.0.0/8", "::1/128"]), total_s=0.5, connect_s=0.5, batch_s=5, failures=10
    )
    source = await site.source("connxio.log")
    values = traffic(url)
    await send(site, source, values)
    worker = site.command(f"{source}=connxio", "--processes", "1", "--references", str(references))
    await site.caught_up([source])
    flows = {(f.source.partition, f.source.offset): f for f in await site.flows()}
    records = {(r.partition, r.offset): r.value.decode() for r in await site.read(source)}
    assert flows.keys() == records.keys() and len(flows) == len(values)
    fates = {  # the first that stands in the record
        "unlisted": ("reference", ("content.absent", "reference.refused")),
        "/a?": ("full", ("reference.opened",)),
        "/stalls?": ("reference", ("content.absent", "reference.unavailable")),
        "/fails?": ("reference", ("content.absent", "reference.unavailable")),
        "/moved?": ("reference", ("content.absent", "reference.refused")),
        "/none?": ("reference", ("content.absent", "reference.gone")),
        "bodyContent": ("full", ()),
    }
    for at, value in records.items():
        flow, fate = flows[at], next(fate for mark, fate in fates.items() if mark in value)
        assert (flow.coverage.scanned, flow.coverage.reasons, flow.reproducible) == (*fate, not fate[1])
    opened = [f for f in flows.values() if f.coverage.reasons == ("reference.opened",)]
    assert all({row.path for row in f.personal_data} >= {"$.customer.name", "$.customer.email"} for f in opened)
    assert not list(untiled(await site.spans(), await site.ends([source], committed_only=True)))
    assert await worker.terminate() == 0
    said = worker.log() + "".join([repr((r.key, r.value, r.headers)) for name in OURS for r in await site.read(site.topic(name))])
    assert not re.search(rf"{SIGNATURE}|(?i:planteberg)", said)


async def test_a_worker_that_is_killed_in_the_middle_leaves_nothing_out(site: Site, desk: Desk, server: hosts.Server, url: Url) -> None:
    """What was opened before the kill may be opened again: each record still has one Flow for its reader."""
    killed = threading.Event()

    async def holds(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while len(server.asked) > 50 and not killed.is_set():  # noqa: ASYNC110  # it is set in another thread
            await asyncio.sleep(0.02)
        writer.write(reply(CONTENT))

    server["/a"] = holds
    references = desk.write(desk.host(server, "localhost", addresses=["127.0.0.0/8", "::1/128"]), total_s=60, connect_s=60, batch_s=300)
    source = await site.source("connxio.log", 2)
    await send(site, source, [text(claim_check(SasUri=f"{url('/a', host='localhost')}?n={n}")).encode() for n in range(200)])
    command = (f"{source}=connxio", "--processes", "1", "--references", str(references))
    first = site.command(*command)
    async with asyncio.timeout(PATIENCE_S):
        while len(server.asked) <= 50:  # noqa: ASYNC110  # it happens in other processes
            await asyncio.sleep(0.02)
    first.kill()
    killed.set()
    assert await site.lag([source]) > 0
    site.command(*command)
    await site.caught_up([source])
    flows = await site.flows()
    assert len(flows) == 200 == len({f.id for f in flows})
    assert {f.coverage.reasons for f in flows} == {("reference.opened",)}
    assert not list(untiled(await site.spans(), await site.ends([source], committed_only=True)))
