"""Give records the schemas that they name: from memory, from the folder, from the registry, in this order."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Self

import structlog

from schemas.model import SporError
from streams.inspect.encoded.framed import ids
from streams.inspect.words import RawMessage, Schema
from streams.schemastore.access import Access
from streams.schemastore.fill import filled
from streams.schemastore.folder import Folder
from streams.schemastore.made import Unanswered
from streams.settings import Settings

if TYPE_CHECKING:
    from streams.schemastore.registry import Registry

KEPT: Final = 10_000  # schemas in memory, and names that nobody knows
ASKED_AGAIN_S: Final = 60.0  # a name that nobody knew may be known later
AT_ONCE: Final = 8  # requests
BACKOFF_S: Final = (0.2, 0.5, 1.0, 2.0, 5.0)
_NONE: Final[Mapping[str, str]] = MappingProxyType({})
log: Final = structlog.get_logger("spor.schemas")


class RegistryUnavailable(SporError):
    """The registry has not answered within the deadline: the worker ends, uncommitted, and whoever watches over it starts it again."""


class FolderNeeded(SporError):
    """A registry without a folder: a replay could not read what the worker read."""


class Store:
    """`async with Store.of(…) as store: records = await store.fill(records)`. Without folder and registry records stay as they are."""

    def __init__(
        self, folder: Folder | None, access: Access | None, deadline_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._folder = folder
        self._access = access
        self._deadline_s = deadline_s
        self._clock = clock
        self._registry: Registry | None = None
        self._known: OrderedDict[str, Schema] = OrderedDict()
        self._unknown: OrderedDict[str, float] = OrderedDict()  # when it was asked for
        self._stack = AsyncExitStack()

    @classmethod
    def of_settings(cls, settings: Settings) -> Self:
        """A worker's. Raises as `of`."""
        return cls.of(settings.schemas, settings.schema_registry, settings.schema_registry_config, settings.delivery_deadline_s)

    @classmethod
    def of(cls, folder: Path | None, registry: str | None = None, properties: Mapping[str, str] = _NONE, deadline_s: float = 0.0) -> Self:
        """Raises FolderNeeded, AccessError and SchemaFolderError."""
        if registry is None:
            return cls(Folder(folder) if folder is not None else None, None, deadline_s)
        if folder is None:
            raise FolderNeeded(
                "--schema-registry: give --schemas too, the folder that keeps what the registry gave, so that a replay can read it"
            )
        access, kept = Access.of(registry, properties), Folder(folder)
        kept.claim(access.name)
        return cls(kept, access, deadline_s)

    async def __aenter__(self) -> Self:
        if self._access is not None:
            from streams.schemastore.registry import Registry  # noqa: PLC0415  # an HTTP client that only those have to load who use it

            self._registry = await self._stack.enter_async_context(Registry(self._access))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def fill(self, records: Sequence[RawMessage]) -> Sequence[RawMessage]:
        """The records with the schemas that they name, as far as anybody has them.

        Raises RegistryUnavailable, RegistryRefused and SchemaFolderError.
        """
        if self._folder is None:
            return records
        named = [tuple(ids(raw)) for raw in records]
        known = {name: self._known.get(name) for names in named for name in names}
        wanted = [name for name, schema in sorted(known.items()) if schema is None and not self._given_up(name)]
        if wanted:
            known |= await self._look_for(wanted)
        return [filled(raw, names, known) if names else raw for raw, names in zip(records, named, strict=True)]

    async def _look_for(self, wanted: Sequence[str]) -> dict[str, Schema | None]:
        limit = asyncio.Semaphore(AT_ONCE)
        asked = [asyncio.create_task(self._found(name, limit)) for name in wanted]
        try:
            found = dict(zip(wanted, await asyncio.gather(*asked), strict=True))
        finally:
            for task in asked:
                task.cancel()
        for name, schema in found.items():
            self._settle(name, schema)
        return found

    def _given_up(self, name: str) -> bool:
        asked = self._unknown.get(name)
        return asked is not None and self._clock() - asked < ASKED_AGAIN_S

    def _settle(self, name: str, schema: Schema | None) -> None:
        if schema is not None:
            self._known[name] = schema
        else:
            self._unknown[name] = self._clock()
            self._unknown.move_to_end(name)
        while len(self._unknown) > KEPT:
            self._unknown.popitem(last=False)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)

    async def _found(self, name: str, limit: asyncio.Semaphore) -> Schema | None:
        assert self._folder is not None, "asked for by `fill` alone"
        async with limit:
            schema = await asyncio.to_thread(self._folder.get, name)
            if schema is not None or self._registry is None:
                return schema
            schema = await self._fetched(self._registry, name)
            if schema is not None:
                await asyncio.to_thread(self._folder.put, schema)
                log.info("schema.fetched", schema=name, type=schema.type, digest=schema.digest)
            return schema

    async def _fetched(self, registry: "Registry", name: str) -> Schema | None:
        """Asked until it answers, or until the deadline."""
        began, tries = self._clock(), 0
        while True:
            try:
                return await registry.fetch(name)
            except Unanswered as trouble:
                waited = self._clock() - began
                log.warning("registry.unanswered", schema=name, why=trouble.why, seconds=round(waited, 1))
                pause = max(trouble.wait_s, BACKOFF_S[min(tries, len(BACKOFF_S) - 1)])
                if waited + pause > self._deadline_s:
                    raise RegistryUnavailable(
                        f"the schema registry has not answered for {waited:.0f} s ({trouble.why}); nothing read since is committed"
                    ) from None
                tries += 1
                await asyncio.sleep(pause)
