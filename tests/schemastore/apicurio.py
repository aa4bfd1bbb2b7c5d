"""A real schema registry: Apicurio Registry, from Maven's central repository, with Java 17 and its data in memory."""

import asyncio
import contextlib
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp

from tests.kafka.broker import free_ports

POM = Path(__file__).with_name("apicurio.pom.xml")
CACHE = Path(__file__).parents[2] / "target" / "apicurio"
COMPATIBLE = "/apis/ccompat/v7"  # the interface that it shares with Confluent's registry
STARTUP_S = 90  # eight seconds on a quiet machine
MEDIA = "application/vnd.schemaregistry.v1+json"


class NoRegistry(Exception):
    """No registry can be had on this machine; the message says what was tried."""


def home() -> Path:
    """The folder of the unpacked registry, fetched once per content of the POM. Raises NoRegistry."""
    ready = CACHE / hashlib.sha256(POM.read_bytes()).hexdigest()[:16]
    if ready.is_dir():
        return ready
    if not shutil.which("mvn") or not shutil.which("java"):
        raise NoRegistry("Maven or Java is not installed")
    CACHE.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=CACHE, prefix="fetch-"))
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={fresh}"]
    done = subprocess.run(["mvn", "-q", "-B", "-f", str(POM), *goal], check=False, capture_output=True, text=True)
    packed = next(fresh.glob("*.tar.gz"), None)
    if done.returncode or packed is None:
        shutil.rmtree(fresh, ignore_errors=True)
        raise NoRegistry(f"Maven could not fetch the registry: {done.stdout.strip()[-300:]}")
    with tarfile.open(packed) as archive:
        archive.extractall(fresh, filter="data")
    packed.unlink()
    with contextlib.suppress(OSError):  # another run was first
        fresh.rename(ready)
    shutil.rmtree(fresh, ignore_errors=True)
    return ready


@contextlib.asynccontextmanager
async def running() -> AsyncIterator[str]:
    """The registry's address, while it runs. Raises NoRegistry."""
    folder = await asyncio.to_thread(home)
    (port,) = free_ports(1)
    jar = next(folder.glob("*-runner.jar"))
    command = ["java", "-Xmx256m", f"-Dquarkus.http.port={port}", "-Dquarkus.http.host=127.0.0.1", "-jar", jar.name]
    with tempfile.TemporaryFile() as log:
        process = await asyncio.create_subprocess_exec(*command, cwd=folder, stdout=log, stderr=log, stdin=asyncio.subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}{COMPATIBLE}"
            await _answers(address, process)
            yield address
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _answers(address: str, process: asyncio.subprocess.Process) -> None:
    async with aiohttp.ClientSession() as session, asyncio.timeout(STARTUP_S):
        while True:
            if process.returncode is not None:
                raise NoRegistry(f"the registry ended with code {process.returncode}; Java 17 or newer is needed")
            with contextlib.suppress(aiohttp.ClientError):
                async with session.get(f"{address}/subjects") as response:
                    if response.status == 200:
                        return
            await asyncio.sleep(0.2)


async def register(address: str, subject: str, schema: dict[str, Any]) -> int:
    """The number under which the registry has the schema now."""
    async with (
        aiohttp.ClientSession(headers={"Content-Type": MEDIA}) as session,
        session.post(f"{address}/subjects/{subject}/versions", json=schema) as response,
    ):
        response.raise_for_status()
        return int((await response.json(content_type=None))["id"])
