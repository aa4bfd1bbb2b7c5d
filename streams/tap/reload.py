"""Policies that change while a worker runs: seen, read and checked beside the traffic, and given inspectors of their own.

The folder is looked at over and over. What changed, and is the same at two looks in a row, is made ready; the pump puts it in force
between two spans (`streams.tap.judging`). What does not hold is told and changes nothing.
"""

import asyncio
import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import structlog

from streams.policy.candidate import Candidate
from streams.policy.files import Files
from streams.policy.problems import PolicyError, Problem
from streams.policy.watcher import Decision, Watcher
from streams.tap.children import InspectorUnavailable
from streams.tap.metrics import Metrics
from streams.tap.pool import InspectorPool

SETTLE_S: Final = 0.5  # between the two looks that somebody asked for
TOLD: Final = 20  # problems of one refusal that get a line each
log: Final = structlog.get_logger("spor.policies")


@dataclass(frozen=True, slots=True)
class Ready:
    """Policies that may come into force: they hold, and their inspectors are warm."""

    candidate: Candidate
    pool: InspectorPool


@dataclass(frozen=True, slots=True)
class Refused:
    """Policies that do not hold. `files`: digest of the folder's files, None where it cannot be read."""

    reason: Literal["invalid", "not-started"]
    problems: tuple[Problem, ...]
    files: str | None


@dataclass(frozen=True, slots=True)
class Look:
    """What the folder held. `mark` tells two looks apart."""

    mark: str
    files: Files | None
    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str | None:
        return None if self.files is None else self.files.digest

    @classmethod
    def at(cls, folder: Path, *, empty: bool = True) -> "Look":
        """`empty`: whether a folder without any policies may be meant."""
        try:
            files = Files.of(folder)
        except PolicyError as wrong:
            return cls(hashlib.sha256(str(wrong).encode()).hexdigest(), None, wrong.problems)
        if not files.held and not empty:
            says = "holds no policies any more; a worker that is to run without them is started without --policies"
            return cls(files.digest, None, (Problem(str(folder), 0, says),))
        return cls(files.digest, files)


class Reload:
    """Looks at `folder` while a worker judges by `candidate`, whose inspectors are `pool`."""

    def __init__(self, folder: Path, candidate: Candidate, pool: InspectorPool, metrics: Metrics, poll_s: float) -> None:
        """`poll_s`: between two looks; 0: only when somebody asks."""
        self._folder = folder
        self._in_force = candidate
        self._pool = pool
        self._metrics = metrics
        self._poll_s = poll_s
        self._watcher = Watcher(candidate.files.digest)
        self._asked = asyncio.Event()
        self._refused: list[Refused] = []
        self._ready: Ready | None = None

    def ask(self) -> None:
        """Look now, also at what was refused."""
        self._watcher.asked()
        self._asked.set()

    def not_again(self, look: Look) -> None:
        """This has been refused already."""
        self._watcher.refused(look.mark)

    async def watch(self) -> None:
        """Until cancelled."""
        soon = False
        while True:
            try:
                async with asyncio.timeout(SETTLE_S if soon else self._poll_s or None):
                    await self._asked.wait()
                soon = True
            except TimeoutError:
                pass
            self._asked.clear()
            soon = await self.look() == "wait" and soon

    def refused(self) -> Sequence[Refused]:
        """What was refused since this was last asked."""
        told, self._refused = self._refused, []
        return told

    def take(self) -> Ready | None:
        """What is ready, once: it is in force from now on, and its inspectors are the caller's."""
        ready, self._ready = self._ready, None
        if ready is not None:
            self._in_force, self._pool = ready.candidate, ready.pool
        return ready

    async def close(self) -> None:
        """End the inspectors that nobody took."""
        ready, self._ready = self._ready, None
        if ready is not None:
            await ready.pool.__aexit__(None, None, None)

    async def look(self) -> Decision:
        """Once. What is to be taken is ready, or refused, when this returns."""
        look = await asyncio.to_thread(Look.at, self._folder, empty=not self._in_force.files.held)
        decision = self._watcher.saw(look.mark)
        self._metrics.differ.set(decision not in ("as-in-force", "back"))
        if decision == "back":
            log.info("policies.as-in-force", digest=self._in_force.digest)
        elif decision == "take":
            await self._try(look)
        return decision

    async def _try(self, look: Look) -> None:
        """Make ready what this look saw, in place of what else was ready."""
        await self.close()
        began = time.monotonic()
        try:
            if look.files is None:
                raise PolicyError(look.problems)
            candidate = await asyncio.to_thread(Candidate.of, look.files, self._folder)
            if candidate.digest == self._in_force.digest:
                self._same(look, candidate)
                return
            read_s = round(time.monotonic() - began, 1)
            pool = await self._begun(look.files)
        except PolicyError as wrong:
            self._refuse(look, Refused("invalid", wrong.problems, look.digest))
        except InspectorUnavailable as wrong:
            problem = Problem(str(self._folder), 0, str(wrong))
            self._refuse(look, Refused("not-started", (problem,), look.digest))
        else:
            self._watcher.took(look.mark)
            self._ready = Ready(candidate, pool)
            self._metrics.differ.set(0)
            log.info("policies.ready", digest=candidate.digest, read_s=read_s, seconds=round(time.monotonic() - began, 1))

    async def _begun(self, files: Files) -> InspectorPool:
        pool = self._pool.renewed(files)
        await pool.__aenter__()
        if pool.identity.references != self._pool.identity.references:
            await pool.__aexit__(None, None, None)
            raise InspectorUnavailable("the references file has changed too; that takes a restart")
        return pool

    def _same(self, look: Look, candidate: Candidate) -> None:
        """A comment, an example, a definition's facts: nothing that a message is judged by."""
        self._watcher.took(look.mark)
        self._in_force = candidate
        self._metrics.reloaded("unchanged")
        self._metrics.differ.set(0)
        log.info("policies.unchanged", digest=candidate.digest)

    def _refuse(self, look: Look, refused: Refused) -> None:
        self._watcher.refused(look.mark)
        self._refused.append(refused)
        tell(refused, self._in_force.digest, self._metrics)


def tell(refused: Refused, in_force: str | None, metrics: Metrics) -> None:
    """Say what is wrong and where. Policy files hold no message's data, so a problem may quote them."""
    metrics.reloaded("refused")
    metrics.differ.set(1)
    for problem in refused.problems[:TOLD]:
        log.error("policies.problem", **problem.row())
    log.error("policies.refused", reason=refused.reason, problems=len(refused.problems), in_force=in_force)
