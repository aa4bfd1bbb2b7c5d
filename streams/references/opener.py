"""Opens the references of records, before an inspector looks at them: many at once, and never longer than a batch may take."""

import asyncio
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import structlog

from streams import logs
from streams.inspect.unwrap.record import references
from streams.inspect.words import Opened, RawMessage
from streams.references.breaker import Breaker
from streams.references.files import read_file
from streams.references.locate import Local, NotOpened, locate
from streams.references.rules import Rules, load
from streams.references.web import UNAVAILABLE, Fetched, Resolve, Web, system

NOBODY: Final = -1  # no record is being looked at
_Group = list[tuple[RawMessage, tuple[str, ...]]]
log: Final = structlog.get_logger("spor.references")


class Opener:
    """`with Opener(rules) as opener: for raw in opener.open(records): …`, in a process of its own or in a command's.

    What goes wrong with a reference is a reason in `RawMessage.opened`, never an exception.
    """

    def __init__(self, rules: Rules, *, patience_s: float = float("inf"), resolve: Resolve = system) -> None:
        limits = rules.limits
        self._rules = rules
        self._batch_s = min(limits.batch_s, patience_s)
        self._web = Web(rules, Breaker(limits.failures, limits.pause_s, time.monotonic), resolve)
        self._runner = asyncio.Runner()

    @classmethod
    def of(cls, file: Path, patience_s: float = float("inf")) -> Self:
        """With the rules of a file. `patience_s`: how long one `open` may take at most, whatever the file says. Raises ReferencesError."""
        return cls(load(file), patience_s=patience_s)

    @property
    def digest(self) -> str:
        """Of the rules in force."""
        return self._rules.digest

    def __enter__(self) -> Self:
        self._runner.get_loop().set_exception_handler(_say)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._runner.close()

    def open(self, raws: Sequence[RawMessage], mark: Callable[[int], None] = lambda _: None) -> Iterator[RawMessage]:
        """The same records in the same order, each with what its references led to.

        Contents are fetched for a few records at a time, so that no more of them is in hand than one inspector can hold. `mark` hears
        which record is being looked at for references, and NOBODY while hosts are waited for.
        """
        until = time.monotonic() + self._batch_s
        group: _Group = []
        for index, raw in enumerate(raws):
            mark(index)
            group.append((raw, _references(raw)))
            if sum(len(urls) for _, urls in group) >= self._rules.limits.at_once:
                mark(NOBODY)
                yield from self._filled(group, until)
                group = []
        mark(NOBODY)
        yield from self._filled(group, until)

    def _filled(self, group: _Group, until: float) -> Iterator[RawMessage]:
        most = self._rules.limits.per_record
        wanted = list(dict.fromkeys(url for _, urls in group for url in urls[:most]))
        found = self._runner.run(self._fetched(wanted, until)) if wanted else {}
        for raw, urls in group:
            opened = [found[url] for url in urls[:most]] + [Opened(url, None, reason="reference.too-many") for url in urls[most:]]
            yield replace(raw, opened=tuple(opened)) if opened else raw

    async def _fetched(self, urls: Iterable[str], until: float) -> dict[str, Opened]:
        turns = asyncio.Semaphore(self._rules.limits.at_once)
        opened = await asyncio.gather(*(self._opened(url, turns, until) for url in urls))
        return {each.url: each for each in opened}

    async def _opened(self, url: str, turns: asyncio.Semaphore, until: float) -> Opened:
        try:
            where = locate(url, self._rules)
            async with asyncio.timeout_at(until), turns:
                if time.monotonic() >= until:  # the host is not to blame
                    return Opened(url, None, reason=UNAVAILABLE)
                async with asyncio.timeout(self._rules.limits.total_s):
                    if isinstance(where, Local):
                        got = Fetched(await asyncio.to_thread(read_file, where, self._rules.limits.bytes))
                    else:
                        got = await self._web.fetch(where)
        except NotOpened as why:
            return Opened(url, None, reason=why.reason)
        except TimeoutError:
            return Opened(url, None, reason=UNAVAILABLE)
        except Exception as wrong:  # a library's: its text may quote the URL
            log.error("reference.failed", error=type(wrong).__name__, where=logs.where(wrong))
            return Opened(url, None, reason=UNAVAILABLE)
        return Opened(url, got.data, got.media_type, got.charset)


def _references(raw: RawMessage) -> tuple[str, ...]:
    try:
        return references(raw)
    except Exception as wrong:  # the inspector will meet the same, and say so
        log.error("references.unread", record=repr(raw), error=type(wrong).__name__, where=logs.where(wrong))
        return ()


def _say(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What a connection says that nobody waits for any more; its text may name hosts."""
    log.debug("references.aside", error=type(context.get("exception")).__name__)
