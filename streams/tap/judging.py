"""The inspectors in force, and the boundary at which others follow them: no span holds Flows of two policies.

Every boundary is a record in `spor.audit`, acknowledged before anything is judged by what it names. What was refused is one too.
"""

import asyncio
import contextlib
import signal
import time
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final, Self

import structlog

from schemas.audit import PolicyAudit
from streams.policy.candidate import NOTHING, Candidate, Inventory
from streams.policy.files import Files, NotKept
from streams.policy.problems import PolicyError
from streams.settings import Settings
from streams.tap.metrics import Metrics
from streams.tap.pool import InspectorPool
from streams.tap.reload import Look, Ready, Refused, Reload, tell

Send = Callable[[PolicyAudit], Awaitable[None]]
log: Final = structlog.get_logger("spor.policies")


class Judging:
    """`async with Judging(settings, pool) as judging:`, then `judging.pool` judges, until `between` puts another in its place."""

    def __init__(self, settings: Settings, pool: InspectorPool) -> None:
        """`pool`: how inspectors are started; with a folder of policies it is not entered itself."""
        self.pool = pool
        self.metrics = Metrics()
        self._settings = settings
        self._actor = f"worker/{settings.group}/{uuid.uuid4().hex[:12]}"
        self._in_force: Candidate | None = None  # None: the shipped packs alone, which nobody watches
        self._reload: Reload | None = None
        self._watching: asyncio.Task[None] | None = None
        self._unsent: list[PolicyAudit] = []
        self._stack = contextlib.AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Raises PolicyError, NotKept, InspectorUnavailable and AddressError."""
        try:
            self._stack.enter_context(self.metrics.served(self._settings.metrics))
            folder, refused, look = self._settings.policies, None, None
            if folder is not None:
                look, self._in_force, refused = await asyncio.to_thread(_first, folder, self._settings.last_good)
            if refused is not None:
                tell(refused, None, self.metrics)
                self._unsent.append(self._record(refused, None))
            await self._begin()
            self._activated(None, NOTHING, from_kept=refused is not None)
            if folder is not None:
                self._watch(folder, look if refused is not None else None)
        except BaseException:
            await self._stack.aclose()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def between(self, send: Send, *, settled: bool) -> None:
        """Between two checkpoints: tell what happened and, where nothing sent is still uncommitted, put in force what is ready."""
        if self._watching is not None and self._watching.done():
            self._watching.result()
        ready = None
        if self._reload is not None:
            self._unsent += [self._record(refused, self.pool) for refused in self._reload.refused()]
            ready = self._reload.take() if settled else None
        if ready is not None:
            await self._switch(ready, send)
        else:
            await self._tell(send)

    async def _switch(self, ready: Ready, send: Send) -> None:
        assert self._in_force is not None  # only a folder is watched
        before, old = self._in_force.inventory, self.pool
        self._in_force, self.pool = ready.candidate, ready.pool
        self._activated(old.digest, before)
        try:
            await self._tell(send)
        finally:
            await old.__aexit__(None, None, None)
        self.metrics.reloaded("activated")
        await asyncio.to_thread(_keep, ready.candidate.files, self._settings.last_good)

    async def _tell(self, send: Send) -> None:
        while self._unsent:
            await send(self._unsent[0])
            del self._unsent[0]

    async def _begin(self) -> None:
        pool = self.pool if self._in_force is None else self.pool.renewed(self._in_force.files)
        await pool.__aenter__()
        self.pool = pool
        self._stack.push_async_callback(self._end)

    def _watch(self, folder: Path, refused: Look | None) -> None:
        """From now on, and when SIGHUP asks for it. `refused`: what the folder held at the start and did not hold good."""
        assert self._in_force is not None
        self._reload = Reload(folder, self._in_force, self.pool, self.metrics, self._settings.policies_poll_s)
        if refused is not None:
            self._reload.not_again(refused)
        with contextlib.suppress(ValueError, RuntimeError):  # signals are heard by a process's main thread alone
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self._reload.ask)
        self._watching = asyncio.create_task(self._reload.watch())

    async def _end(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        if self._reload is not None:
            await self._reload.close()
        await self.pool.__aexit__(None, None, None)

    def _activated(self, before: str | None, inventory: Inventory, *, from_kept: bool = False) -> None:
        """Say that what is in force now has come into force."""
        identity, now = self.pool.identity, _now()
        self.metrics.in_force(identity.digest, identity.registry, now)
        record = self._said("policy.activated", now, before=before, policies=identity.digest, registry=identity.registry)
        if self._in_force is not None:
            changes = self._in_force.inventory.since(inventory)
            record |= {"files": self._in_force.files.digest, "changes": changes, "from_kept": from_kept}
            rewritten = self._in_force.inventory.rewritten(inventory)
            if rewritten:
                log.warning("policies.rewritten", packs=rewritten)
        self._unsent.append(PolicyAudit(**record))
        log.info("policies.activated", **{k: v for k, v in self._unsent[-1].model_dump().items() if k in _TOLD})

    def _record(self, refused: Refused, pool: InspectorPool | None) -> PolicyAudit:
        """`pool`: of what stays in force, None where nothing is yet."""
        digest, registry = (None, None) if pool is None else (pool.identity.digest, pool.identity.registry)
        said = self._said("policy.refused", _now(), before=digest, policies=digest, registry=registry)
        return PolicyAudit(**said | {"files": refused.files, "reason": refused.reason, "problems": len(refused.problems)})

    def _said(self, kind: str, now: int, **digests: str | None) -> dict[str, Any]:
        nothing = {"files": None, "from_kept": False, "changes": None, "reason": None, "problems": 0}
        return {"kind": kind, "actor": self._actor, "time": now, **digests, **nothing}


_TOLD: Final = ("actor", "before", "policies", "registry", "from_kept", "changes")


def _first(folder: Path, kept: Path | None) -> tuple[Look, Candidate, Refused | None]:
    """What the folder holds; where that does not hold good, what was kept, if it may be used. Raises PolicyError and NotKept."""
    look = Look.at(folder)
    try:
        if look.files is None:
            raise PolicyError(look.problems)
        first = Candidate.of(look.files, folder)
    except PolicyError as wrong:
        if kept is None or not kept.exists():
            raise
        log.warning("policies.last-good", kept=str(kept))
        refused = Refused("invalid", wrong.problems, look.digest)
        return look, Candidate.of(Files.kept(kept), kept), refused
    _keep(first.files, kept)
    return look, first, None


def _keep(files: Files, path: Path | None) -> None:
    """For a start at which the folder does not hold good. A disk that is full is no reason to stop judging."""
    try:
        if path is not None:
            files.keep(path)
    except NotKept as wrong:
        log.error("policies.not-kept", error=str(wrong))


def _now() -> int:
    """ms UTC"""
    return int(time.time() * 1000)
