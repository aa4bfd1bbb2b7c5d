"""The inspector children: answers in order, and a record that kills its child costs itself only."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import orjson
import psutil
import pytest

from schemas.flow import Flow
from streams.inspect.words import RawMessage
from streams.ledger.outputs import Outputs, outputs
from streams.tap.children import InspectorUnavailable
from streams.tap.pool import CHUNK_BYTES, InspectorPool, chunked
from tests.tap import inspectors


def record(offset: int, value: bytes | None = b'{"a":1}') -> RawMessage:
    return RawMessage("orders", 1, offset, 1_700_000_000_000, b"k", value, (("h", b"v"),), "c1", "t1")


def records(values: Sequence[bytes]) -> list[RawMessage]:
    return [record(offset, value) for offset, value in enumerate(values)]


def flow(answer: Outputs) -> Flow:
    return Flow.read(answer.flows[0][1])


def reasons(answers: Sequence[Outputs]) -> list[tuple[str, ...]]:
    return [flow(answer).coverage.reasons for answer in answers]


def children() -> list[psutil.Process]:
    found = []
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
            found += [child] if "streams.tap.child" in child.cmdline() else []
    return found


async def a_child_at_work() -> int:
    """The pid of a child that has burnt processor time since it was first seen."""
    seen: dict[int, float] = {}
    while True:
        for child in children():
            with contextlib.suppress(psutil.NoSuchProcess):
                if (spent := child.cpu_times().user) > seen.setdefault(child.pid, spent):
                    return int(child.pid)
        await asyncio.sleep(0.01)


@pytest.fixture
async def pool() -> AsyncIterator[InspectorPool]:
    async with InspectorPool(2, None, 1.0, factory="tests.tap.inspectors:mortal") as ready:
        yield ready


async def test_answers_come_in_the_order_of_the_batch_and_equal_those_of_one_process(pool: InspectorPool) -> None:
    batch = records([b'{"n":%d}' % n for n in range(1000)])
    answers = await pool.inspect(batch)
    assert answers == [outputs((inspectors.trivial_flow(raw),), len(raw.value or b"")) for raw in batch]


async def test_the_pool_says_what_its_children_have_in_force(pool: InspectorPool) -> None:
    assert (pool.digest, pool.detector) == (inspectors.DIGEST, inspectors.DETECTOR)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (b"exit", "inspector.died"),
        (b"segfault", "inspector.died"),
        (b"memory", "inspector.died"),
        (b"raise kari@example.org", "inspector.died"),
        (b"hang", "inspector.overrun"),
    ],
)
async def test_a_deadly_record_costs_itself_only(pool: InspectorPool, value: bytes, reason: str) -> None:
    values = [b'{"n":%d}' % n for n in range(40)]
    values[17] = value
    answers = await pool.inspect(records(values))
    assert [flow(answer).source.offset for answer in answers] == list(range(40))
    assert [r for r in enumerate(reasons(answers)) if r[1]] == [(17, (reason,))]
    dead = [orjson.loads(value) for answer in answers for _, value in answer.dead]
    assert [(d["source"]["offset"], d["stage"], d["reason"]) for d in dead] == [(17, "inspector", reason)]


async def test_a_record_that_died_with_its_child_says_so_and_is_not_reproducible(pool: InspectorPool) -> None:
    (answer,) = await pool.inspect([record(5, b"exit")])
    died = flow(answer)
    assert (died.platform, died.part.of, died.coverage.scanned, died.reproducible) == ("generic", 1, "undecodable", False)
    assert (died.verdict, [v.rule for v in died.verdicts]) == ("gap", ["coverage.undecodable"])
    assert (died.registry, died.detector, died.integration.id) == (inspectors.REGISTRY, inspectors.DETECTOR, "generic:orders")


async def test_several_deadly_records_in_one_batch_are_told_apart(pool: InspectorPool) -> None:
    values = [b"exit" if n % 16 == 3 else b'{"n":1}' for n in range(32)]
    answers = await pool.inspect(records(values))
    assert [bool(r) for r in reasons(answers)] == [n % 16 == 3 for n in range(32)]


async def test_a_record_that_dies_once_is_read_the_second_time(pool: InspectorPool, tmp_path: Path) -> None:
    values = [b'{"n":1}'] * 9 + [b"once %s" % bytes(tmp_path / "died")] + [b'{"n":1}'] * 9
    assert not any(reasons(await pool.inspect(records(values))))


async def test_children_killed_from_outside_cost_nothing(pool: InspectorPool) -> None:
    work = asyncio.create_task(pool.inspect(records([b"slow"] * 1000)))
    for _ in range(4):
        os.kill(await a_child_at_work(), signal.SIGKILL)
    answers = await work
    assert [flow(answer).source.offset for answer in answers] == list(range(1000))
    assert not any(reasons(answers))


async def test_a_pool_that_lost_all_its_children_while_idle_goes_on(pool: InspectorPool) -> None:
    victims = children()
    for victim in victims:
        victim.kill()
    await asyncio.to_thread(psutil.wait_procs, victims)
    assert not any(reasons(await pool.inspect(records([b"{}"] * 10))))


async def test_a_cancelled_batch_leaves_no_answer_behind_for_the_next(pool: InspectorPool) -> None:
    work = asyncio.create_task(pool.inspect(records([b'{"n":1}'] * 20 + [b"hang"])))
    done, _ = await asyncio.wait({work}, timeout=0.3)
    assert not done
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    answers = await pool.inspect([record(n) for n in range(100, 110)])
    assert [flow(answer).source.offset for answer in answers] == list(range(100, 110))


async def test_twenty_megabytes_pass(pool: InspectorPool) -> None:
    answers = await pool.inspect(records([b"{}", b'"' + b"a" * 20_000_000 + b'"', b"{}"]))
    assert [flow(answer).coverage.bytes for answer in answers] == [2, 20_000_002, 2]


async def test_an_empty_batch_gives_nothing(pool: InspectorPool) -> None:
    assert await pool.inspect([]) == []


async def test_policies_that_differ_between_children_are_refused() -> None:
    with pytest.raises(InspectorUnavailable, match="changed while the inspectors were starting"):
        async with InspectorPool(2, None, 1.0, factory="tests.tap.inspectors:changed"):
            pass
    assert children() == []


async def test_a_child_that_cannot_start_says_so() -> None:
    with pytest.raises(InspectorUnavailable, match="did not start"):
        async with InspectorPool(1, None, 1.0, factory="tests.tap.inspectors:no_such"):
            pass


async def test_no_child_outlives_its_pool() -> None:
    async with InspectorPool(2, None, 1.0, factory="tests.tap.inspectors:mortal") as pool:
        await pool.inspect([record(1)])
        assert len(children()) == 2
    assert children() == []


_ORPHAN = """
import asyncio, os, sys
from streams.tap.pool import InspectorPool
from streams.inspect.words import RawMessage

async def main():
    async with InspectorPool(1, None, 60.0, factory="tests.tap.inspectors:mortal") as pool:
        work = asyncio.create_task(pool.inspect([RawMessage("t", 0, 0, 0, None, b"hang")]))
        await asyncio.sleep(0.2)
        print("hanging", flush=True)
        await work

asyncio.run(main())
"""


async def test_a_hanging_child_dies_with_its_worker() -> None:
    parent = await asyncio.create_subprocess_exec(sys.executable, "-c", _ORPHAN, stdout=asyncio.subprocess.PIPE)
    assert parent.stdout is not None
    assert await parent.stdout.readline() == b"hanging\n"
    orphans = psutil.Process(parent.pid).children()
    assert len(orphans) == 1
    os.kill(parent.pid, signal.SIGKILL)
    await parent.wait()
    gone, alive = await asyncio.to_thread(psutil.wait_procs, orphans, 10)
    assert (len(gone), alive) == (1, [])


def test_chunks_are_contiguous_bounded_and_enough_for_all_children() -> None:
    batch = records([b"{}"] * 500)
    chunks = chunked(batch, 2)
    assert [raw for chunk in chunks for raw in chunk] == batch
    assert max(map(len, chunks)) <= 64
    assert len(chunked(batch[:8], 2)) == 4
    large = chunked(records([b"x" * CHUNK_BYTES] * 3), 1)
    assert [len(chunk) for chunk in large] == [1, 1, 1]
