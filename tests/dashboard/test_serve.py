"""The dashboard as one thing: it starts on any port, waits for Kafka, stops with pages open, and keeps its token to itself."""

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from confluent_kafka import Producer

from streams.dashboard.schema import ReadModelError
from streams.dashboard.serve import Dashboard, serve
from streams.dashboard.web.access import TokenError
from streams.http import AddressError
from streams.settings import Settings
from tests.dashboard.samples import flow

ROOT = Path(__file__).parents[2]
TOKEN = "a-token-of-the-operator"
NOBODY = Settings(bootstrap_servers="127.0.0.1:9")  # the discard port: nothing answers


async def picture(lines: AsyncIterator[str], holds: str) -> None:
    """Reads a stream up to the picture that has this text in it."""
    async with asyncio.timeout(30):
        async for line in lines:
            if line.startswith("data: ") and holds in line:
                return
    pytest.fail(f"the stream ended before {holds}")


def settings_of(embedded: str) -> Settings:
    return Settings(bootstrap_servers=embedded, kafka={"spor.embedded": "true"})


def nothing_at(path: Path) -> bool:
    return not path.exists()


async def test_it_reports_the_free_port_that_it_took(db: Path, embedded: str) -> None:
    async with Dashboard(settings_of(embedded), db, port=0) as board, httpx.AsyncClient() as client:
        assert board.port != 0
        assert re.fullmatch(rf"http://127\.0\.0\.1:{board.port}/\?token=[\w-]{{32}}", board.url)
        assert (await client.get(board.address)).status_code == 401
        assert (await client.get(board.url)).status_code == 303


async def test_two_dashboards_have_different_tokens(tmp_path: Path, embedded: str) -> None:
    async with (
        Dashboard(settings_of(embedded), tmp_path / "1.db", port=0) as one,
        Dashboard(settings_of(embedded), tmp_path / "2.db", port=0) as other,
    ):
        assert one.token != other.token


async def test_serve_says_when_it_is_ready_and_ends_when_cancelled(db: Path, embedded: str) -> None:
    ready = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(serve(settings_of(embedded), db, port=0, token=TOKEN, ready=ready.set_result))
    board = await asyncio.wait_for(ready, 20)
    async with httpx.AsyncClient(headers={"authorization": f"Bearer {TOKEN}"}) as client:
        assert (await client.get(f"{board.address}api/flows")).json() == {"flows": [], "next": None}
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(httpx.ConnectError):
        await httpx.AsyncClient().get(board.address)


async def test_flows_reach_an_open_stream_and_stopping_ends_it(db: Path, embedded: str) -> None:
    producer = Producer({"bootstrap.servers": embedded})
    async with httpx.AsyncClient(headers={"authorization": f"Bearer {TOKEN}"}, timeout=30) as client:
        async with Dashboard(settings_of(embedded), db, port=0, token=TOKEN) as board:
            answer = await client.send(client.build_request("GET", f"{board.address}events"), stream=True)
            assert answer.headers["content-type"].startswith("text/event-stream")
            lines = answer.aiter_lines()
            producer.produce("spor.flows", flow(0).canonical(), b"key")
            producer.flush(10)
            await picture(lines, '"flows":1,')
        async with asyncio.timeout(10):
            assert [line async for line in lines if line.startswith("never")] == []
        await answer.aclose()


async def test_without_kafka_the_page_is_served_and_health_says_so(db: Path) -> None:
    client = httpx.AsyncClient(headers={"authorization": f"Bearer {TOKEN}"}, timeout=30)
    async with Dashboard(NOBODY, db, port=0, token=TOKEN) as board, client:
        async with client.stream("GET", f"{board.address}events") as answer:
            await picture(answer.aiter_lines(), '"mode":"unreachable"')
        health = await client.get(f"{board.address}healthz")
        assert (health.status_code, health.json()) == (503, {"status": "unreachable"})
        assert (await client.get(board.address)).status_code == 200
        assert (await client.get(f"{board.address}api/overview")).json()["flows"] == 0


async def test_a_port_that_is_taken_is_an_error_that_names_it(db: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=str(port)):
            async with Dashboard(NOBODY, db, port=port):
                pass
    assert nothing_at(db)


async def test_a_database_that_cannot_be_used_leaves_nothing_listening(tmp_path: Path) -> None:
    with pytest.raises(ReadModelError):
        async with Dashboard(NOBODY, tmp_path, port=0):
            pass


async def test_a_weak_token_is_refused_before_anything_starts(db: Path) -> None:
    with pytest.raises(TokenError):
        async with Dashboard(NOBODY, db, port=0, token="weak"):
            pass
    assert nothing_at(db)


async def test_the_command_prints_its_address_and_ends_on_sigterm(tmp_path: Path, embedded: str) -> None:
    config = tmp_path / "client.properties"
    config.write_text("spor.embedded=true\n")
    command = [sys.executable, "-m", "streams.cli.main", "dashboard", "--port", "0", "--bootstrap-servers", embedded]
    process = await asyncio.create_subprocess_exec(
        *command, "--kafka-config", str(config), "--db", str(tmp_path / "x.db"), "--log-level", "info",
        env={**os.environ, "SPOR_DASHBOARD_TOKEN": TOKEN, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, cwd=tmp_path,
    )  # fmt: skip
    assert process.stdout is not None and process.stderr is not None
    async with asyncio.timeout(60):
        address = (await process.stdout.readline()).decode()
        url = address.rstrip().rpartition(" ")[2]
        assert url.endswith(f"/?token={TOKEN}"), address
        async with httpx.AsyncClient(follow_redirects=True) as client:
            assert (await client.get(url)).status_code == 200
            assert (await client.get(url + "x")).status_code == 401
        process.send_signal(signal.SIGTERM)
        rest = await process.stdout.read()
        logged = await process.stderr.read()
        assert await process.wait() == 0, logged
    assert TOKEN.encode() not in logged
    assert TOKEN.encode() not in rest
