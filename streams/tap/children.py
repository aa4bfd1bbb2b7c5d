"""One inspector child as the worker sees it: start it, ask it, and know which record it was at when it died or stood still."""

import asyncio
import mmap
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import orjson

from schemas.model import SporError
from streams.inspect.words import RawMessage
from streams.ledger.outputs import Outputs
from streams.tap import frames
from streams.tap.child import MARKER, WAITING

START_S: Final = 120.0  # a child loads its recognizers and packs in 2-4 s on a quiet core
STOP_S: Final = 2.0  # then it is killed


class InspectorUnavailable(SporError):
    """The inspector children cannot be started, or no longer agree on what is in force."""


class ChildGone(Exception):
    """The child died or was killed for standing still: at which record of the frame, if it had one in hand."""

    def __init__(self, at: int | None, overrun: bool, code: int | None) -> None:
        self.at = at
        self.overrun = overrun
        self.code = code
        super().__init__(f"inspector child gone at {at}, code {code}")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a child has in force; all children of a worker have the same."""

    digest: str  # of packs and registry
    registry: str
    detector: str
    references: str = ""  # digest of what may be opened; none where nothing may


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to start a child. `factory` is `module:function` of one argument, the policies folder; `memory` in bytes, 0 unbounded."""

    factory: str
    policies: Path | None
    memory: int
    record_timeout_s: float
    log_level: str = "info"
    references: Path | None = None  # what may be opened; for half a record's time at most, so that no host makes a child overrun
    nlp: Path | None = None  # the file of language models, which `factory` then takes second


class Child:
    """A running inspector process. `ask` one frame at a time."""

    def __init__(self, process: subprocess.Popen[bytes], marker: mmap.mmap, limit_s: float) -> None:
        self.process = process
        self.identity: Identity
        self._marker = marker
        self._limit_s = limit_s
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter

    @classmethod
    async def start(cls, recipe: Recipe) -> Self:
        """A child that has loaded everything and waits. Raises InspectorUnavailable, or ChildGone if it was killed meanwhile."""
        ours, theirs = socket.socketpair()
        memory = os.memfd_create("spor-marker", 0)
        try:
            os.ftruncate(memory, MARKER.size)
            marker = mmap.mmap(memory, MARKER.size)
            process = subprocess.Popen(  # noqa: ASYNC220, S603  # milliseconds, and the kernel ties the child to this thread; our own command
                _command(recipe, theirs.fileno(), memory), pass_fds=(theirs.fileno(), memory), stdin=subprocess.DEVNULL
            )
        finally:
            theirs.close()
            os.close(memory)
        child = cls(process, marker, recipe.record_timeout_s)
        child._reader, child._writer = await asyncio.open_connection(sock=ours)
        await child._greeted()
        return child

    async def ask(self, records: Sequence[RawMessage]) -> list[Outputs | None]:
        """The answers in order; None where the inspector raised. Raises ChildGone."""
        MARKER.pack_into(self._marker, 0, WAITING)
        answer = asyncio.create_task(self._exchange(frames.pack_records(records)))
        try:
            if not await self._in_time(answer):
                raise await self.gone(overrun=True)
            return frames.unpack_answers(answer.result())
        except (asyncio.IncompleteReadError, OSError):
            raise await self.gone() from None
        except asyncio.CancelledError:  # half an exchange: what this child says next would answer a question nobody asked
            await self.gone()
            raise
        finally:
            answer.cancel()
            await asyncio.gather(answer, return_exceptions=True)

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    async def gone(self, overrun: bool = False) -> ChildGone:
        """End the process for good, and say what it had in hand."""
        at = self._at()
        self.process.kill()
        code = await asyncio.to_thread(self.process.wait)
        self._writer.close()
        self._marker.close()
        return ChildGone(None if at == WAITING else at, overrun, code)

    async def stop(self) -> None:
        """Close its door, wait a little, then kill."""
        self._writer.close()
        try:
            await asyncio.to_thread(self.process.wait, STOP_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            await asyncio.to_thread(self.process.wait)
        self._marker.close()

    async def _greeted(self) -> None:
        try:
            async with asyncio.timeout(START_S):
                hello = orjson.loads(await self._frame())
        except (asyncio.IncompleteReadError, OSError, TimeoutError):
            raise await self.gone() from None
        except asyncio.CancelledError:  # nobody waits for it any more
            await self.gone()
            raise
        if "error" in hello:
            await self.stop()
            raise InspectorUnavailable(hello["error"])
        self.identity = Identity(**hello)

    async def _in_time(self, answer: asyncio.Task[bytes]) -> bool:
        """False when one record (or the reading of the frame) took longer than its limit."""
        clock = asyncio.get_running_loop().time
        at, since = self._at(), clock()
        while not answer.done():
            await asyncio.wait({answer}, timeout=min(1.0, self._limit_s / 4))
            if (now_at := self._at()) != at:
                at, since = now_at, clock()
            elif not answer.done() and clock() - since > self._limit_s:
                return False
        return True

    async def _exchange(self, payload: bytes) -> bytes:
        self._writer.write(frames.frame(payload))
        await self._writer.drain()
        return await self._frame()

    async def _frame(self) -> bytes:
        return await self._reader.readexactly(frames.length(await self._reader.readexactly(frames.HEAD)))

    def _at(self) -> int:
        at: int = MARKER.unpack_from(self._marker)[0]
        return at


def _command(recipe: Recipe, door: int, marker: int) -> list[str]:
    command = [sys.executable, "-m", "streams.tap.child", "--socket", str(door), "--marker", str(marker), "--parent", str(os.getpid())]
    command += ["--memory", str(recipe.memory), "--factory", recipe.factory, "--log-level", recipe.log_level]
    command += ["--policies", str(recipe.policies)] if recipe.policies else []
    command += ["--nlp", str(recipe.nlp)] if recipe.nlp else []
    opening = ["--references", str(recipe.references), "--patience", str(recipe.record_timeout_s / 2)] if recipe.references else []
    return command + opening
