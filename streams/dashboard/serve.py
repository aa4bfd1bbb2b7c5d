"""`Dashboard`: read model, consumer and web server in one process, started and stopped as one."""

import asyncio
import contextlib
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import structlog
import uvicorn

from streams.dashboard.consumer import Consumer
from streams.dashboard.hub import Hub
from streams.dashboard.model import ReadModel
from streams.dashboard.picture import painter
from streams.dashboard.queries import Reader
from streams.dashboard.retention import Keep
from streams.dashboard.status import Status
from streams.dashboard.web.access import Access, allowed_hosts, is_loopback, is_wildcard
from streams.dashboard.web.app import build
from streams.http import Server, config, listen
from streams.kafka.cluster import Cluster
from streams.settings import Settings

log = structlog.get_logger(__name__)
STOP_S: Final = 3  # how long open requests may take at the end


class Dashboard:
    """An async context manager: inside it the page is served at `url` and the consumer reads. `port=0` takes a free one.

    Raises AddressError, ReadModelError (the database), TokenError, ClusterError. An unreachable Kafka raises nothing: it is waited for,
    and the page says so.
    """

    def __init__(  # noqa: PLR0913  # the flags of one command
        self,
        settings: Settings,
        db: Path,
        host: str = "127.0.0.1",
        port: int = 8765,
        token: str | None = None,
        *,
        keep: Keep = Keep(),  # noqa: B008  # a frozen value
        allow: Iterable[str] = (),
    ) -> None:
        self._settings, self._db, self._host, self._port, self._keep = settings, db, host, port, keep
        self._token, self._allow = token or secrets.token_urlsafe(24), allowed_hosts(allow)
        self._stack = contextlib.AsyncExitStack()
        self.port = port

    @property
    def address(self) -> str:
        """Where the page is, without the token."""
        host = "127.0.0.1" if is_wildcard(self._host) else self._host
        return f"http://[{host}]:{self.port}/" if ":" in host else f"http://{host}:{self.port}/"

    @property
    def url(self) -> str:
        """The address to open, with the token: for the person at the terminal, never for a log."""
        return f"{self.address}?token={self._token}"

    @property
    def token(self) -> str:
        return self._token

    async def __aenter__(self) -> Self:
        async with contextlib.AsyncExitStack() as stack:
            listening = stack.enter_context(listen(self._host, self._port))
            self.port = listening.getsockname()[1]
            access = Access(self._token, self._host, self._allow, f"spor_dashboard_{self.port}")
            cluster = Cluster.of(self._settings)
            model = stack.enter_context(contextlib.closing(ReadModel(self._db, self._keep)))
            reader, status = Reader(self._db), Status()
            hub = Hub(painter(reader, status))
            consumer = Consumer(cluster, self._settings.prefix, model, status, hub.changed)
            reading = asyncio.create_task(consumer.run(), name="dashboard consumer")
            stack.push_async_callback(_ended, reading)
            server = Server(config(build(reader, hub, status, self._keep, access), timeout_graceful_shutdown=STOP_S, limit_concurrency=256))
            serving = asyncio.create_task(server.serve(sockets=[listening]), name="dashboard web")
            stack.push_async_callback(_closed, server, hub, serving)
            self._running = (reading, serving)
            self._stack = stack.pop_all()
        if not is_loopback(self._host):
            log.warning("dashboard.open_to_the_network", host=self._host, advice="bind to 127.0.0.1, or put TLS in front")
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._stack.aclose()

    async def wait(self) -> None:
        """Returns, or raises, when consumer or server end by themselves."""
        done, _ = await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()


async def serve(  # noqa: PLR0913  # the flags of one command
    settings: Settings,
    db: Path,
    host: str = "127.0.0.1",
    port: int = 8765,
    token: str | None = None,
    *,
    ready: Callable[[Dashboard], None] = lambda _: None,
) -> None:
    """Serves until cancelled; `ready` is called once it listens, with `url` and `port` known."""
    async with Dashboard(settings, db, host, port, token) as dashboard:
        ready(dashboard)
        await dashboard.wait()


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.wait([task])


async def _closed(server: uvicorn.Server, hub: Hub, serving: asyncio.Task[None]) -> None:
    hub.close()
    server.should_exit = True
    await asyncio.wait([serving])
