"""`spor worker`: the Faust worker in the foreground, started in code, with our own logging and an exit code that tells."""

import asyncio
import contextlib
from typing import Any, Final

import faust
import structlog

from schemas.model import SporError
from streams import logs
from streams.app import build
from streams.settings import Settings
from streams.tap.pool import FACTORY
from streams.tap.ready import Ready

DONE: Final = 0
FAILED: Final = 3
log: Final = structlog.get_logger("spor.worker")


def run(settings: Settings, *, factory: str = FACTORY) -> int:
    """Until SIGTERM or SIGINT: 0 when it drained, 3 when something ended it. Raises SporError when it cannot even start."""
    logs.configure(settings.log_level)
    asyncio.run(_ready(settings))
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    worker = _Worker(build(settings, factory=factory), loop=loop)
    with contextlib.suppress(SystemExit):  # its code is 0 or 1; what ended the worker says more
        worker.execute_from_commandline()
    crash = worker.crash_reason or worker.start_failed
    if crash is None:
        log.info("worker.ended")
        return DONE
    if isinstance(crash, SporError):
        raise crash
    log.error("worker.failed", error=type(crash).__name__, where=logs.where(crash))
    return FAILED


async def _ready(settings: Settings) -> None:
    await Ready.check(settings)


class _Worker(faust.Worker):  # type: ignore[misc]  # faust has no types
    """Faust's worker without its banner, spinner, log set-up and redirected outputs."""

    def __init__(self, app: faust.App, **given: Any) -> None:
        super().__init__(app, quiet=True, loglevel="INFO", override_logging=False, redirect_stdouts=False, **given)
        self.spinner = None
        self.start_failed: Exception | None = None  # mode keeps what crashes a started service only

    async def start(self) -> None:
        try:
            await super().start()
        except Exception as wrong:
            self.start_failed = wrong
            raise

    async def on_startup_finished(self) -> None:
        await super().on_startup_finished()
        log.info("worker.ready")  # every service has begun and the agents have their partitions
