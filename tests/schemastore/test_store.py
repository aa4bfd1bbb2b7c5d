"""Records get the schemas that they name: from the folder, else from the registry, once; one that is away is waited for, for a while."""

import asyncio
from pathlib import Path

import orjson
import pytest
from aiohttp import web

from streams.inspect.encoded.framed import ids
from streams.inspect.words import RawMessage
from streams.schemastore import store as stores
from streams.schemastore.access import Access
from streams.schemastore.folder import Folder, SchemaFolderError
from streams.schemastore.registry import RegistryRefused
from streams.schemastore.store import FolderNeeded, RegistryUnavailable, Store
from tests.schemastore.double import RegistryDouble, busy
from tests.schemastore.records import TEXT, person, replayed


class Clock:
    """Time that passes when somebody waits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        monkeypatch.setattr(stores.asyncio, "sleep", self._sleep)

    def __call__(self) -> float:
        return self.now

    async def _sleep(self, seconds: float) -> None:
        self.now += seconds


def store(double: RegistryDouble, folder: Path, deadline_s: float = 60.0, clock: Clock | None = None) -> Store:
    access = Access.of(double.url, {})
    return Store(Folder(folder), access, deadline_s, clock) if clock else Store(Folder(folder), access, deadline_s)


def numbers(records: list[RawMessage]) -> list[list[str]]:
    return [[schema.id for schema in raw.schemas] for raw in records]


async def test_without_a_folder_records_stay_as_they_are() -> None:
    records = [person(1)]
    assert await Store.of(None).fill(records) is records


async def test_each_schema_is_asked_for_once_and_kept(tmp_path: Path) -> None:
    async with RegistryDouble() as double, store(double, tmp_path) as filled:
        double.add(7, TEXT)
        double.add(8, TEXT)
        records = [person(n, 7 + n % 2) for n in range(50)] + [RawMessage("t", 0, 0, 0, None, b"{}")]
        assert numbers(list(await filled.fill(records))) == [[str(7 + n % 2)] for n in range(50)] + [[]]
        assert numbers(list(await filled.fill(records[:2]))) == [["7"], ["8"]]
        assert len([path for path in double.asked if path.startswith("/schemas/ids/") and path.count("/") == 3]) == 2
    alone = Store.of(tmp_path)
    assert numbers(list(await alone.fill(records[:2]))) == [["7"], ["8"]]


async def test_a_schema_that_nobody_has_is_asked_for_again_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    async with RegistryDouble() as double, store(double, tmp_path, clock=clock) as filled:
        for _ in range(3):
            assert numbers(list(await filled.fill([person(1)]))) == [[]]
        assert len(double.asked) == 1
        double.add(7, TEXT)
        clock.now += stores.ASKED_AGAIN_S
        assert numbers(list(await filled.fill([person(1)]))) == [["7"]]


async def test_a_busy_registry_is_waited_for_as_long_as_it_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    async with RegistryDouble() as double, store(double, tmp_path, clock=clock) as filled:
        double.add(7, TEXT)
        double.fault = busy(3, 429, **{"Retry-After": "4"})
        assert numbers(list(await filled.fill([person(1)]))) == [["7"]]
        assert clock.now == 12.0


async def test_past_the_deadline_the_registry_is_given_up_and_nothing_is_guessed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    async with RegistryDouble() as double, store(double, tmp_path, deadline_s=20.0, clock=clock) as filled:
        double.fault = busy(10_000)
        with pytest.raises(RegistryUnavailable, match="nothing read since is committed"):
            await filled.fill([person(1)])
        assert 15.0 <= clock.now <= 20.0
        double.add(7, TEXT)
        double.fault = None
        assert numbers(list(await filled.fill([person(1)]))) == [["7"]]  # it was never taken for unknown


async def test_a_registry_that_refuses_ends_it_at_once(tmp_path: Path) -> None:
    async with RegistryDouble() as double, store(double, tmp_path) as filled:
        double.credentials = "Basic …"
        with pytest.raises(RegistryRefused):
            await filled.fill([person(n, n) for n in range(1, 30)])


async def test_waiting_can_be_called_off(tmp_path: Path) -> None:
    async with RegistryDouble() as double, store(double, tmp_path) as filled:
        asked = asyncio.Event()

        async def unheard(_: web.Request) -> None:
            asked.set()
            await asyncio.Event().wait()

        double.fault = unheard
        task = asyncio.create_task(filled.fill([person(1)]))
        await asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


def test_a_registry_needs_a_folder_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(FolderNeeded, match="--schemas"):
        Store.of(None, "https://a.example")
    Store.of(tmp_path, "https://a.example")
    with pytest.raises(SchemaFolderError):
        Store.of(tmp_path, "https://b.example")


async def test_a_replay_with_the_folder_gives_what_the_registry_gave_and_without_it_says_so(tmp_path: Path) -> None:
    records = [person(n) for n in range(3)]
    async with RegistryDouble() as double, store(double, tmp_path / "kept") as filled:
        double.add(7, TEXT, subject="people-value")
        live = list(await filled.fill(records))
    again = await replayed(tmp_path, records, tmp_path / "kept")
    twice = await replayed(tmp_path, records, tmp_path / "kept", "twice")
    assert again == twice
    flows = [orjson.loads(orjson.loads(line)["value"]) for line in again["spor.flows.ndjson"].splitlines()]
    named = {"place": "body", "id": "7", "subject": "people-value", "type": "AVRO", "digest": live[0].schemas[0].digest}
    assert [(flow["envelope"], flow["schemas"], flow["coverage"]["scanned"]) for flow in flows] == [
        (["confluent.avro"], [named], "full")
    ] * 3
    assert [[row["path"] for row in flow["personal_data"]] for flow in flows] == [["$.email", "$.name"]] * 3
    without = await replayed(tmp_path, records, None, "without")
    bare = [orjson.loads(orjson.loads(line)["value"]) for line in without["spor.flows.ndjson"].splitlines()]
    assert [(flow["coverage"]["reasons"], "schemas" in flow, flow["verdict"]) for flow in bare] == [(["schema.unknown"], False, "gap")] * 3
    assert len(without["spor.deadletter.ndjson"].splitlines()) == 3 and not again["spor.deadletter.ndjson"]
    assert all(list(ids(raw)) == ["7"] for raw in records)
