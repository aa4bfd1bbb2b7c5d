"""`Bridge`: writer, intake and web server in one, started and stopped as one, with its sources read anew when they change."""

import asyncio
import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import structlog

from schemas.model import SporError
from streams.bridge.credentials import Doorman
from streams.bridge.intake import Intake, Setup
from streams.bridge.journal import Journal
from streams.bridge.limits import Hand
from streams.bridge.metrics import Metrics
from streams.bridge.ready import largest_records
from streams.bridge.server import BACKLOG, Tls, server
from streams.bridge.sources import Source, load
from streams.bridge.watch import Watch
from streams.bridge.web import Health, build
from streams.bridge.writer import GRACE_S, Writer
from streams.http import listen
from streams.kafka.cluster import Cluster
from streams.kafka.topics import inbox
from streams.settings import Settings

LOOK_S: Final = 5.0  # how often the files are looked at
log: Final = structlog.get_logger("spor.bridge")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long and how much at once."""

    deadline_s: float = 10.0  # until when Kafka has to have acknowledged a call, else 503
    drain_s: float = 20.0  # how long calls in hand may take at the end
    calls: int = 512  # in hand at once
    bytes: int = 256 * 1024 * 1024  # of their bodies


class Bridge:
    """An async context manager: inside it calls are taken at `url`. `port=0` takes a free one.

    Raises SourcesError, BridgeNotReady, ClusterUnavailable, ClusterError, AddressError: nothing is taken before all is in order.
    """

    def __init__(  # noqa: PLR0913  # the flags of one command
        self,
        settings: Settings,
        sources: Path,
        host: str = "127.0.0.1",
        port: int = 8766,
        *,
        tls: Tls | None = None,
        bounds: Bounds = Bounds(),
    ) -> None:
        self._settings, self._path, self._host, self._tls, self._bounds = settings, sources, host, tls, bounds
        self._stack = contextlib.AsyncExitStack()
        self._metrics = Metrics()
        self.port = port

    @property
    def url(self) -> str:
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}"

    @property
    def sources(self) -> Mapping[str, Source]:
        """Those in force."""
        return self._intake.setup.sources

    async def __aenter__(self) -> Self:
        setup = await self._read({}, {})
        async with contextlib.AsyncExitStack() as stack:
            listening = stack.enter_context(listen(self._host, self.port, BACKLOG))
            self.port = listening.getsockname()[1]
            writer = Writer(Cluster.of(self._settings), self._bounds.deadline_s)
            writer.start()
            stack.push_async_callback(writer.stop, GRACE_S)
            journal = Journal(self._metrics)
            self._intake = Intake(setup, writer, Hand(self._bounds.calls, self._bounds.bytes), journal)
            web = server(build(self._intake, journal, self._metrics, Health(writer.reachable)), self._bounds.drain_s, self._tls)
            serving = asyncio.create_task(web.serve(sockets=[listening]), name="bridge web")
            self._serving, self._web = serving, web
            stack.push_async_callback(self._drained)
            self._watching = asyncio.create_task(Watch(self._files, self.reload).run(LOOK_S), name="bridge sources")
            stack.push_async_callback(_cancelled, self._watching)
            self._stack = stack.pop_all()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._stack.aclose()

    async def wait(self) -> None:
        """Returns, or raises, when the server or the look-out for changed files ends by itself."""
        done, _ = await asyncio.wait([self._serving, self._watching], return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()

    async def reload(self) -> bool:
        """Read the sources file anew. What cannot be used leaves everything as it was, and is said in the log."""
        now = self._intake.setup
        try:
            self._intake.setup = await self._read(now.sources, now.largest)
        except SporError as wrong:
            self._metrics.reloads.labels("refused").inc()
            log.error("bridge.reload_refused", what=str(wrong))
            return False
        self._metrics.reloads.labels("done").inc()
        log.info("bridge.reloaded", sources=sorted(self.sources))
        return True

    async def _read(self, before: Mapping[str, Source], largest: Mapping[str, int]) -> Setup:
        """Kafka is asked only about sources that are new or may send more: keys can be rotated while it is away."""
        sources = await asyncio.to_thread(load, self._path)
        doorman = await asyncio.to_thread(Doorman.of, sources, self._path)
        new = {n: s for n, s in sources.items() if n not in before or s.body_limit > before[n].body_limit}
        known = {n: size for n, size in largest.items() if n in sources}
        found = await largest_records(self._settings, new) if new else {}
        return Setup(sources, doorman, {n: inbox(self._settings, n).name for n in sources}, {**known, **found})

    def _files(self) -> list[Path]:
        given = [*self._intake.setup.sources.values()]
        credentials = [c for s in given for c in (*s.keys, *(s.signature.secrets if s.signature else ()))]
        return [self._path, *(self._path.parent / c.file for c in credentials if c.file is not None)]

    async def _drained(self) -> None:
        """No new calls; those in hand are answered, at most for as long as draining may take."""
        self._intake.draining = True
        self._web.should_exit = True
        await asyncio.wait([self._serving])


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])
