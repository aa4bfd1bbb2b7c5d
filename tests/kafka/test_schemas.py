"""A worker and a schema registry on a real broker: decoded by what the registry gives, waited for while it is away, replayed the same."""

import asyncio
import json
import os
import struct
import sys
from pathlib import Path
from uuid import UUID

from streams.recording import read
from tests.inspect.encoded.avros import record, written
from tests.inspect.encoded.protos import SHOP, Order
from tests.kafka.harness import ROOT, Site, producer
from tests.schemastore.double import RegistryDouble, busy

GUID = "00112233-4455-6677-8899-aabbccddeeff"
ADDRESS = record({"name": "street", "type": "string", "doc": "Street and number"}, name="shop.Address")
PERSON = record(
    {"name": "email", "type": ["null", "string"], "confluent:tags": ["PII"]}, {"name": "home", "type": "shop.Address"}, name="shop.Person"
)
COUNT = 40
UNKNOWN = 3  # records that name a schema that the registry does not have


def person(n: int) -> bytes:
    value = {"email": f"kari{n}@example.org", "home": {"street": f"Storgata {n}"}}
    return written([ADDRESS, PERSON], ("shop.Person", value))[1:]


def named(number: int, data: bytes) -> bytes:
    return b"\0" + struct.pack(">I", number) + data


def registered(registry: RegistryDouble, topic: str) -> None:
    registry.add(1, json.dumps(ADDRESS), subject="address")
    reference = [{"name": "shop.Address", "subject": "address", "version": 1}]
    registry.add(7, json.dumps(PERSON), references=reference, subject=f"{topic}-value", guid=GUID)
    registry.add(8, SHOP, "PROTOBUF", subject="order")


async def sent(site: Site, topic: str) -> None:
    """Avro by number and by GUID, Protobuf, and some that nobody can read."""
    order = Order(email="ola@example.org", customer={"name": "Ola Eksempel"}).SerializeToString()
    header = [("__value_schema_id", b"\1" + UUID(GUID).bytes)]
    async with producer(site) as sender:
        for n in range(COUNT):
            await sender.send(topic, named(7, person(n)), key=b"k%d" % n)
        await sender.send(topic, person(COUNT), key=b"guid", headers=header)
        await sender.send(topic, named(8, b"\0" + order), key=b"order")
        for n in range(UNKNOWN):
            await sender.send(topic, named(99, person(n)), key=b"u%d" % n)


async def spor(site: Site, *arguments: str) -> None:
    env = {**os.environ, "SPOR_BOOTSTRAP_SERVERS": site.bootstrap, "SPOR_PREFIX": site.prefix}
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "streams.cli.main", *arguments, cwd=ROOT, env=env)
    assert await process.wait() == 0


async def test_a_registry_that_is_away_holds_the_worker_up_and_a_replay_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    topic, kept = await site.source("people"), tmp_path / "schemas"
    async with RegistryDouble() as registry:
        registered(registry, topic)
        await registry.stop()
        await sent(site, topic)
        worker = site.command(topic, "--processes", "1", "--schemas", str(kept), "--schema-registry", registry.url)
        await worker.said("registry.unanswered", 3)
        assert await site.lag([topic]) == COUNT + 2 + UNKNOWN  # nothing is lost, and nothing guessed
        assert await site.flows() == []
        registry.fault = busy(2, 429)
        await registry.start()
        await site.caught_up([topic])
        assert await worker.terminate() == 0
        assert len({path for path in registry.asked if path == "/schemas/ids/7"}) == 1
    flows = {flow.source.offset + 1000 * flow.source.partition: flow for flow in await site.flows()}
    by_schema = {"7": COUNT, GUID: 1, "8": 1, None: UNKNOWN}
    assert {name: sum(1 for f in flows.values() if (f.schemas[0].id if f.schemas else None) == name) for name in by_schema} == by_schema
    for flow in flows.values():
        subject = {"7": f"{topic}-value", "8": "order"}.get(flow.schemas[0].id or "") if flow.schemas else None
        assert (flow.coverage.reasons, flow.coverage.scanned) == (((), "full") if flow.schemas else (("schema.unknown",), "partial"))
        assert subject == (flow.schemas[0].subject if flow.schemas else None)
        assert any(row.category == "pd:EmailAddress" for row in flow.personal_data)
    avro = next(flow for flow in flows.values() if flow.envelope == ("confluent.avro",))
    assert {(row.path, row.evidence) for row in avro.personal_data} >= {("$.email", ("key:email", "pattern", "schema:tag PII"))}
    assert {letter.reason for letter in await site.dead()} == {"schema.unknown"} and len(await site.dead()) == UNKNOWN
    await replays_the_same(site, topic, kept, tmp_path)


async def replays_the_same(site: Site, topic: str, kept: Path, folder: Path) -> None:
    await spor(site, "record", "--tap", topic, "--out", str(folder / "recording.ndjson"))
    await spor(site, "replay", str(folder / "recording.ndjson"), "--out", str(folder / "out"), "--schemas", str(kept))
    for name in ("flows", "deadletter"):
        live = {(r.key, r.value, r.partition) for r in await site.read(site.topic(name))}
        assert live == {(r.key, r.value, r.partition) for r in read(folder / "out" / f"{site.topic(name)}.ndjson")}


async def test_a_registry_that_stays_away_ends_the_worker_uncommitted(site: Site, tmp_path: Path) -> None:
    topic = await site.source("people", 1)
    async with RegistryDouble() as registry:
        registry.fault = busy(10_000)
        await sent(site, topic)
        told = {"schemas": str(tmp_path / "schemas"), "schema_registry": registry.url, "delivery_deadline_s": 4.0}
        worker = site.worker(topic, factory="tests.tap.inspectors:trivial", **told)
        assert await worker.ended() == 3
        assert "the schema registry has not answered" in worker.log()
        assert await site.lag([topic]) == COUNT + 2 + UNKNOWN and await site.flows() == []
        registered(registry, topic)
        registry.fault = None
        again = site.worker(topic, factory="tests.tap.inspectors:trivial", **told)
        site.workers.remove(worker)
        await site.caught_up([topic])
        assert await again.terminate() == 0
    assert len(await site.flows()) == COUNT + 2 + UNKNOWN


async def test_a_registry_that_refuses_ends_the_worker_with_what_to_mend(site: Site, tmp_path: Path) -> None:
    topic = await site.source("people", 1)
    config = tmp_path / "registry.properties"
    config.write_text("basic.auth.user.info=spor:wr0ng\n", "utf-8")
    async with RegistryDouble() as registry:
        registry.credentials = "Basic right"
        await sent(site, topic)
        flags = ("--schemas", str(tmp_path / "s"), "--schema-registry", registry.url, "--schema-registry-config", str(config))
        worker = site.command(topic, "--processes", "1", *flags)
        assert await worker.ended() == 3
    assert "--schema-registry-config" in worker.log() and "wr0ng" not in worker.log()
    assert await site.lag([topic]) == COUNT + 2 + UNKNOWN
