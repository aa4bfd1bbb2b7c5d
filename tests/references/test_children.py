"""Inspector children that open references: a slow host kills nobody, and all children go by one list."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.flow import Flow
from streams.inspect.words import RawMessage
from streams.ledger.outputs import Outputs
from streams.tap.children import InspectorUnavailable
from streams.tap.pool import InspectorPool
from tests.messages import ORDER, claim_check, record, text
from tests.references import hosts
from tests.references.conftest import Desk
from tests.references.hosts import never
from tests.tap.test_pool import children

Url = Callable[..., str]
CONTENT = text(ORDER).encode()


def flow(answer: Outputs) -> Flow:
    return Flow.read(answer.flows[0][1])


def claims(*urls: str) -> list[RawMessage]:
    return [record(claim_check(SasUri=url), offset=n) for n, url in enumerate(urls)]


async def test_a_host_that_never_answers_makes_no_child_overrun(desk: Desk, server: hosts.Server, url: Url) -> None:
    """Half of a record's time is all that hosts get, whatever the list says."""
    server["/a"] = never()
    references = desk.write(desk.host(server, "127.0.0.1"), total_s=60, batch_s=300)
    async with InspectorPool(1, None, 2.0, factory="tests.tap.inspectors:mortal", references=references) as pool:
        before = {child.pid for child in children()}
        answers = await pool.inspect(claims(*[url("/a", "127.0.0.1")] * 3))
        assert {flow(answer).coverage.reasons for answer in answers} == {()}
        assert {child.pid for child in children()} == before
    assert server.asked


async def test_a_list_that_changes_under_a_worker_is_not_taken_up_by_halves(desk: Desk, tmp_path: Path) -> None:
    references = desk.write(files=[tmp_path])
    async with InspectorPool(1, None, 5.0, factory="tests.tap.inspectors:mortal", references=references) as pool:
        desk.write(files=[tmp_path, tmp_path / "more"])
        for child in children():
            child.kill()
            await asyncio.to_thread(child.wait)
        with pytest.raises(InspectorUnavailable, match="policies or references on disk are no longer those"):
            await pool.inspect(claims("https://a.example.org/a"))


async def test_a_list_that_cannot_be_used_is_told_and_no_child_is_left(desk: Desk) -> None:
    references = desk.write({"hots": "a.example.org"})
    with pytest.raises(InspectorUnavailable, match="the references file cannot be used") as told:
        async with InspectorPool(1, None, 5.0, factory="tests.tap.inspectors:trivial", references=references):
            pass
    assert "did you mean" in str(told.value) and children() == []


async def test_a_record_that_kills_its_child_is_found_out_also_where_references_are_opened(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(CONTENT)
    references = desk.write(files=[tmp_path])
    batch = claims(*[f"file://{tmp_path}/a"] * 30)
    batch[17] = record(b"exit", offset=17)
    async with InspectorPool(1, None, 5.0, factory="tests.tap.inspectors:mortal", references=references) as pool:
        answers = await pool.inspect(batch)
    assert [n for n, answer in enumerate(answers) if flow(answer).coverage.reasons == ("inspector.died",)] == [17]
