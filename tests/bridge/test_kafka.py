"""The bridge over a real Kafka: what has to be there, what a call becomes, how secrets are rotated, how it ends."""

import asyncio
import json
import os
import signal
import socket
import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from streams.bridge.ready import BridgeNotReady
from streams.bridge.serve import Bridge
from streams.bridge.server import Tls
from streams.bridge.writer import NotWritten, TooLargeForTopic, Writer
from streams.cli.main import app
from streams.http import AddressError
from streams.kafka.cluster import Cluster
from streams.settings import Settings
from streams.tap.delivery import Record
from tests.bridge.bridges import HEADERS, Command, ids, inboxes, running
from tests.bridge.conftest import KEY, NEXT_KEY
from tests.kafka.harness import Site
from tests.messages import archeo, text

Write = Callable[..., Path]
ONE = "[sources.connxio]\nkind = 'connxio'\nkeys = [{env = 'CONNXIO_KEY'}]"


async def test_a_call_becomes_flows_of_its_platform(site: Site, sources: Write) -> None:
    await inboxes(site, "connxio")
    steps = [text(archeo()), text(archeo(sender="CRM", receiver="ERP"))]
    async with running(site.settings(), sources(ONE)) as (_, client):
        answer = await client.post("/v1/connxio", content=f"[{steps[0]},\n {steps[1]}]", headers={**HEADERS, "X-Delivery-Id": "d-1"})
        assert answer.json() == {"delivery_id": "d-1", "records": 2}
    topic = site.topic("inbox.connxio")
    records = await site.read(topic)
    assert [(r.key, r.value.decode()) for r in records] == [(b"d-1", step) for step in steps]
    assert len({r.partition for r in records}) == 1, "one delivery keeps its order"
    worker = site.command("--tap", f"{topic}=connxio", "--processes", "1")
    await site.until(lambda: _count(site), 2)
    flows = await site.flows()
    assert {(f.platform, f.envelope, f.source.topic) for f in flows} == {("connxio", ("connxio.archeo",), topic)}
    assert [(f.integration.sender, f.integration.receiver) for f in flows] == [("ERP", "CRM"), ("CRM", "ERP")]
    assert all("already-tagged" not in f.coverage.reasons for f in flows)
    assert {row.place for f in flows for row in f.personal_data}.isdisjoint({"key", "header"})
    assert await worker.terminate() == 0


async def _count(site: Site) -> int:
    return len(await site.flows())


async def test_without_its_topics_it_says_what_to_make(site: Site, sources: Write) -> None:
    with pytest.raises(BridgeNotReady, match=rf"topic {site.prefix}\.inbox\.connxio does not exist.*spor topics create --inbox connxio"):
        async with Bridge(site.settings(), sources(ONE), port=0):
            pass


async def test_a_topic_that_is_too_small_is_told(site: Site, sources: Write) -> None:
    await site.admin.create(site.topic("inbox.connxio"), 1, -1, {})
    with pytest.raises(BridgeNotReady, match=r"takes 1048588 bytes a record; give it max\.message\.bytes=4210688 or more, or lower"):
        async with Bridge(site.settings(), sources(ONE), port=0):
            pass
    async with running(site.settings(), sources(ONE + "\nbody_limit = 1000000")) as (_, client):
        assert (await client.post("/v1/connxio", content=b"x" * 1_000_000, headers=HEADERS)).status_code == 200
    assert [len(r.value) for r in await site.read(site.topic("inbox.connxio"))] == [1_000_000]


async def test_the_command_makes_an_inbox_and_finds_it_in_order(site: Site) -> None:
    flags = ["--bootstrap-servers", site.bootstrap, "--prefix", site.prefix, "--inbox", "connxio", "--json"]
    made = await asyncio.to_thread(CliRunner().invoke, app, ["topics", "create", *flags])
    assert json.loads(made.stdout)[site.topic("inbox.connxio")] == "created"
    assert json.loads((await asyncio.to_thread(CliRunner().invoke, app, ["topics", "check", *flags])).stdout) == {}
    kept = (await site.admin.settings([site.topic("inbox.connxio")]))[site.topic("inbox.connxio")]
    assert (kept["cleanup.policy"], kept["retention.ms"]) == ("delete", str(3 * 86_400_000))


async def test_a_port_that_is_taken_is_told(site: Site, sources: Write) -> None:
    await inboxes(site, "connxio")
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(AddressError, match="give another --port"):
        async with Bridge(site.settings(), sources(ONE), port=taken.getsockname()[1]):
            pass


async def test_tls_files_that_are_none_are_told(site: Site, sources: Write) -> None:
    await inboxes(site, "connxio")
    path = sources(ONE)
    with pytest.raises(AddressError, match="check --tls-cert and --tls-key"):
        async with Bridge(site.settings(), path, port=0, tls=Tls(path, path)):
            pass


async def test_a_rejected_record_does_not_hold_up_the_others(site: Site) -> None:
    """An idempotent producer has to go on after a batch that the broker refused."""
    await site.admin.create(site.topic("small"), 1, -1, {"max.message.bytes": "1000"})
    await site.admin.create(site.topic("wide"), 1, -1, {})
    writer = Writer(Cluster(site.bootstrap), 3.0)
    writer.start()
    try:
        with pytest.raises(TooLargeForTopic):
            await writer.write([Record(site.topic("small"), None, b"k", b"x" * 5000)])
        with pytest.raises(NotWritten):
            await writer.write([Record(site.topic("nowhere"), None, b"k", b"x")])
        await asyncio.gather(*(writer.write([Record(site.topic(t), None, b"k%d" % n, b"x")]) for n in range(20) for t in ("small", "wide")))
    finally:
        await writer.stop(1.0)
    for topic in ("small", "wide"):
        assert sorted(ids(await site.read(site.topic(topic)))) == sorted(f"k{n}" for n in range(20))
    with pytest.raises(NotWritten, match="stopped"):
        await writer.write([Record(site.topic("wide"), None, b"k", b"x")])


async def test_nobody_waits_longer_than_the_deadline_for_a_broker_that_never_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        writer = Writer(Cluster(f"127.0.0.1:{silent.getsockname()[1]}"), 1.0)
        writer.start()
        async with asyncio.timeout(30):
            with pytest.raises(NotWritten):
                await writer.write([Record("t", None, b"k", b"x")])
            assert not await writer.reachable()
            await writer.stop(0.1)


async def test_keys_are_rotated_without_a_restart(site: Site, sources: Write, tmp_path: Path) -> None:
    await inboxes(site, "connxio")
    path = sources(ONE)
    async with running(site.settings(), path) as (bridge, client):

        async def status(key: str, source: str = "connxio") -> int:
            return (await client.post(f"/v1/{source}", content=b"{}", headers={"X-Api-Key": key})).status_code

        assert (await status(KEY), await status(NEXT_KEY)) == (200, 401)
        sources(ONE.replace("}]", "}, {file = 'connxio-next'}]"))
        assert await bridge.reload()
        assert (await status(KEY), await status(NEXT_KEY)) == (200, 200)
        sources(ONE + "\nnonsense = 1")
        assert not await bridge.reload()
        assert (await status(KEY), await status(NEXT_KEY)) == (200, 200), "a broken file changes nothing"
        sources(ONE + "\n[sources.late]\nkeys = [{env = 'CONNXIO_KEY'}]")
        assert not await bridge.reload(), "its topic is missing"
        await inboxes(site, "late")
        assert await bridge.reload()
        assert await status(KEY, "late") == 200
        sources("[sources.late]\nkeys = [{file = 'connxio-next'}]")
        assert await bridge.reload()
        assert (await status(KEY), await status(KEY, "late"), await status(NEXT_KEY, "late")) == (401, 401, 200)


async def test_keys_are_rotated_while_kafka_is_away(sources: Write, site: Site) -> None:
    await inboxes(site, "connxio")
    bridge = Bridge(site.settings(), sources(ONE), port=0)
    async with bridge:
        bridge._settings = Settings(bootstrap_servers="127.0.0.1:9", prefix=site.prefix)  # the discard port: nothing answers
        sources(ONE.replace("CONNXIO_KEY", "SUPEROFFICE_SECRET"))
        assert await bridge.reload()


async def test_the_command_rotates_on_a_signal_and_ends_without_loss(site: Site, sources: Write, tmp_path: Path) -> None:
    await inboxes(site, "connxio")
    path = sources(ONE)
    command = await asyncio.to_thread(Command.start, site, path, tmp_path / "log")
    try:
        async with httpx.AsyncClient(base_url=command.url, timeout=30) as client:
            assert (await client.get("/healthz")).json() == {"status": "ok", "kafka": True}
            sources("[sources.connxio]\nkeys = [{file = 'connxio-next'}]")
            command.process.send_signal(signal.SIGHUP)
            await command.said("bridge.reloaded")
            assert (await client.post("/v1/connxio", content=b"{}", headers=HEADERS)).status_code == 401
            accepted, code = await _until_it_ends(client, command)
    finally:
        command.kill()
    assert code == 0
    assert accepted
    assert set(ids(await site.read(site.topic("inbox.connxio")))) == accepted
    assert {json.loads(line)["event"] for line in command.log().splitlines()} == {"bridge.call", "bridge.reloaded"}
    assert KEY not in command.log()
    assert NEXT_KEY not in command.log()


async def _until_it_ends(client: httpx.AsyncClient, command: Command) -> tuple[set[str], int]:
    """What was accepted by callers that go on until nobody listens, and the exit code."""
    accepted: set[str] = set()

    async def caller(number: int) -> None:
        for count in range(1_000_000):
            name = f"{number}-{count}"
            try:
                answer = await client.post("/v1/connxio", content=name.encode(), headers={"X-Api-Key": NEXT_KEY, "X-Delivery-Id": name})
            except httpx.TransportError:
                return
            if answer.status_code == 200:
                accepted.add(name)
                if len(accepted) == 50:
                    command.process.send_signal(signal.SIGTERM)
            else:
                assert answer.status_code == 503

    await asyncio.gather(*(caller(n) for n in range(6)))
    return accepted, await command.terminate()


async def test_over_tls_it_answers_too(site: Site, sources: Write, tmp_path: Path) -> None:
    await inboxes(site, "connxio")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    files = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "cert.pem")]
    await asyncio.to_thread(subprocess.run, [*made, *files], check=True, capture_output=True)
    tls = Tls(tmp_path / "cert.pem", tmp_path / "key.pem")
    context = ssl.create_default_context(cafile=str(tls.certificate))
    async with Bridge(site.settings(), sources(ONE), port=0, tls=tls) as bridge, httpx.AsyncClient(verify=context) as client:
        assert bridge.url.startswith("https://")
        assert (await client.post(f"{bridge.url}/v1/connxio", content=b"{}", headers=HEADERS)).status_code == 200


def test_without_sources_the_command_says_so(tmp_path: Path) -> None:
    found = CliRunner().invoke(app, ["bridge", "--sources", str(tmp_path / "none.toml")], env={**os.environ, "COLUMNS": "200"})
    assert found.exit_code == 2
    assert "does not exist" in found.output
