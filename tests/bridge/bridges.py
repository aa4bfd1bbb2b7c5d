"""Bridges over a real Kafka for the tests: in this process, or as the command itself."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import httpx

from streams.bridge.serve import Bounds, Bridge
from streams.kafka.differences import create
from streams.kafka.topics import inbox
from streams.settings import Settings
from tests.bridge.conftest import KEY
from tests.kafka.harness import PATIENCE_S, ROOT, Site

HEADERS = {"X-Api-Key": KEY}


async def inboxes(site: Site, *names: str) -> None:
    for name in names:
        await create(site.admin, inbox(site.settings(), name), 4, -1)


@contextlib.asynccontextmanager
async def running(settings: Settings, sources: Path, **bounds: Any) -> AsyncIterator[tuple[Bridge, httpx.AsyncClient]]:
    bridge = Bridge(settings, sources, port=0, bounds=Bounds(**bounds))
    async with bridge, httpx.AsyncClient(timeout=30) as client:
        client.base_url = httpx.URL(bridge.url)
        yield bridge, client


def ids(records: Iterable[Any]) -> list[str]:
    return [r.key.decode() for r in records]


@dataclass
class Command:
    """`spor bridge` in a process of its own."""

    process: "subprocess.Popen[bytes]"
    url: str
    path: Path

    @classmethod
    def start(cls, site: Site, sources: Path, log: Path, *flags: str, program: Sequence[str] = ("streams.cli.main",)) -> Self:
        """Returns when it listens. `program`: the module to run, and what it wants before the command."""
        command = [sys.executable, "-m", *program, "bridge", "--sources", str(sources), "--port", "0", *flags]
        env = {**os.environ, "SPOR_BOOTSTRAP_SERVERS": site.bootstrap, "SPOR_PREFIX": site.prefix, "PYTHONUNBUFFERED": "1"}
        with log.open("wb") as err:
            process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=err, stdin=subprocess.DEVNULL)
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first, log.read_text("utf-8")
        return cls(process, first.decode().strip().rpartition("/v1/")[0], log)

    async def said(self, event: str) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while f'"{event}"' not in self.log():  # noqa: ASYNC110  # it happens in another process
                await asyncio.sleep(0.05)

    def log(self) -> str:
        return self.path.read_text("utf-8")

    async def terminate(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(asyncio.to_thread(self.process.wait), PATIENCE_S)

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        self.process.wait()
