"""Fixtures of the bridge's tests: sources files, an intake over a writer that remembers, and a client that speaks to it."""

import asyncio
import textwrap
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from streams.bridge.credentials import Doorman
from streams.bridge.intake import Intake, Setup
from streams.bridge.journal import Journal
from streams.bridge.limits import Hand
from streams.bridge.metrics import Metrics
from streams.bridge.sources import load
from streams.bridge.web import Health, build
from streams.bridge.writer import NotWritten
from streams.tap.delivery import Record

KEY = "a-key-of-connxio-in-spring"
NEXT_KEY = "a-key-of-connxio-in-summer"
SECRET = "the-secret-of-superoffice"
SOURCES = """
    [sources.connxio]
    kind = "connxio"
    keys = [{env = "CONNXIO_KEY"}, {file = "connxio-next"}]
    body_limit = 20000

    [sources.superoffice]
    kind = "superoffice"
    signature = {secrets = [{env = "SUPEROFFICE_SECRET"}]}

    [sources.slow]
    keys = [{env = "CONNXIO_KEY"}]
    rate = 0.5
    burst = 2
    split = false
"""


@dataclass
class Written:
    """A writer that keeps what it is given; `fails` makes it fail, `holds` makes it wait."""

    records: list[Record] = field(default_factory=list)
    fails: NotWritten | None = None
    holds: asyncio.Event | None = None
    waiting: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))

    async def write(self, records: list[Record], /) -> None:
        self.waiting.release()
        if self.holds is not None:
            await self.holds.wait()
        if self.fails is not None:
            raise self.fails
        self.records += records

    async def waited_for(self, calls: int) -> None:
        """Until so many calls have come as far as the writer."""
        for _ in range(calls):
            await self.waiting.acquire()

    @property
    def values(self) -> list[bytes | None]:
        return [r.value for r in self.records]

    @property
    def keys(self) -> list[str]:
        return [(r.key or b"").decode() for r in self.records]


@dataclass
class House:
    """A bridge without Kafka and without a socket."""

    client: httpx.AsyncClient
    written: Written
    intake: Intake
    metrics: Metrics
    kafka: bool = True

    async def post(self, path: str, content: bytes = b'{"a":1}', **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.client.post(path, content=content, headers=named)

    async def send(self, content: bytes = b'{"a":1}', **headers: str) -> httpx.Response:
        """To the source `connxio`, with its key."""
        return await self.post("/v1/connxio", content, X_Api_Key=KEY, **headers)


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Writes a sources file beside the secrets that it may name."""
    monkeypatch.setenv("CONNXIO_KEY", KEY)
    monkeypatch.setenv("SUPEROFFICE_SECRET", SECRET)
    (tmp_path / "connxio-next").write_text(NEXT_KEY + "\n", "utf-8")

    def write(text: str = SOURCES, name: str = "sources.toml") -> Path:
        path = tmp_path / name
        path.write_text(textwrap.dedent(text), "utf-8")
        return path

    return write


@pytest.fixture
async def make(sources: Callable[..., Path]) -> AsyncIterator[Callable[..., House]]:
    """Makes a house of any sources file and bounds."""
    clients: list[httpx.AsyncClient] = []

    def house(text: str = SOURCES, calls: int = 100, most_bytes: int = 1 << 30, largest: int = 1 << 24) -> House:
        path = sources(text)
        found = load(path)
        setup = Setup(found, Doorman.of(found, path), {n: f"spor.inbox.{n}" for n in found}, dict.fromkeys(found, largest))
        metrics, written = Metrics(), Written()
        journal = Journal(metrics)
        intake = Intake(setup, written, Hand(calls, most_bytes), journal)

        async def answers() -> bool:
            return made.kafka

        transport = httpx.ASGITransport(build(intake, journal, metrics, Health(answers)))
        clients.append(httpx.AsyncClient(transport=transport, base_url="http://bridge.example"))
        made = House(clients[-1], written, intake, metrics)
        return made

    yield house
    for client in clients:
        await client.aclose()


@pytest.fixture
async def house(make: Callable[..., House]) -> House:
    return make()
