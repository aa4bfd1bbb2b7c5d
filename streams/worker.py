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
    crash = worker.crash_reason
    if crash is None and worker.told:
        log.info("worker.ended")
        return DONE
    if crash is None:
        log.error("worker.ended-untold")
        return FAILED
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

    @property
    def told(self) -> bool:
        """A signal asked it to end. A task that is cancelled inside a client ends Faust's worker without a word and without a reason."""
        return self._signal_stop_time is not None
