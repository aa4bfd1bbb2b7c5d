"""Policies made ready beside the traffic: which are, which are refused, and what that costs those in force."""

import asyncio
import urllib.request
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from schemas.audit import PolicyAudit
from schemas.flow import Flow
from streams.http import AddressError
from streams.inspect.words import RawMessage
from streams.policy.candidate import Candidate
from streams.policy.files import Files
from streams.policy.problems import PolicyError
from streams.settings import Settings
from streams.tap.judging import Judging
from streams.tap.metrics import Metrics
from streams.tap.pool import InspectorPool
from streams.tap.reload import Reload
from tests.kafka.broker import free_ports
from tests.tap import judges
from tests.tap.test_pool import children

JUDGE = "tests.tap.judges:judge"
ORDER = RawMessage("orders", 0, 7, 1_700_000_000_000, None, b'{"customer": "kari@example.org"}', (), "c1", "t1")


@dataclass
class Bench:
    """A folder of policies, what judges by it, and what looks at it."""

    folder: Path
    pool: InspectorPool
    reload: Reload
    metrics: Metrics

    async def looks(self) -> list[str]:
        return [await self.reload.look(), await self.reload.look()]

    def count(self, outcome: str) -> float | None:
        return self.metrics.registry.get_sample_value("spor_policies_reloads_total", {"outcome": outcome})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "policies"
    made.mkdir()
    judges.registry(made, "orders")
    judges.pack(made)
    return made


@pytest.fixture
async def bench(folder: Path) -> AsyncIterator[Bench]:
    candidate, metrics = Candidate.of(Files.of(folder), folder), Metrics()
    async with InspectorPool(1, candidate.files, 30.0, factory=JUDGE) as pool:
        made = Bench(folder, pool, Reload(folder, candidate, pool, metrics, 0), metrics)
        yield made
        await made.reload.close()


def fetched(url: str) -> str:
    with urllib.request.urlopen(url) as answer:
        return str(answer.read().decode())


async def verdict(pool: InspectorPool) -> str:
    (answer,) = await pool.inspect([ORDER])
    return Flow.read(answer.flows[0][1]).verdict


async def test_what_two_looks_saw_is_ready_and_judges_as_it_says(bench: Bench) -> None:
    judges.pack(bench.folder, version="2", declared="")
    assert await bench.looks() == ["wait", "take"]
    ready = bench.reload.take()
    assert ready is not None
    assert (await verdict(bench.pool), await verdict(ready.pool)) == ("compliant", "violation")
    assert ready.pool.digest == ready.candidate.digest != bench.pool.digest
    assert bench.reload.take() is None
    await ready.pool.__aexit__(None, None, None)


@pytest.mark.parametrize(
    ("wrong", "line", "says"),
    [
        ("pack: webshop\nversion: 2\nrole: controler\n", 3, 'did you mean "controller"?'),
        ("pack: webshop\nversion: 2\nrole: [", 3, "not readable as YAML"),  # half-written, and left so
        ("pack: webshop\nversion: 2\nrole: controller\ntimezone: Europe/Olso\n", 4, "is no IANA time zone"),
    ],
)
async def test_what_does_not_hold_is_refused_once_and_changes_nothing(bench: Bench, wrong: str, line: int, says: str) -> None:
    judges.write(bench.folder / "webshop.yaml", wrong)
    assert [*await bench.looks(), await bench.reload.look()] == ["wait", "take", "refused-already"]
    (refused,) = bench.reload.refused()
    (problem,) = refused.problems
    assert (refused.reason, problem.file, problem.line) == ("invalid", str(bench.folder / "webshop.yaml"), line)
    assert says in problem.says
    assert (bench.reload.take(), bench.count("refused")) == (None, 1)
    assert bench.metrics.registry.get_sample_value("spor_policies_differ") == 1


async def test_a_folder_that_went_away_or_empty_is_refused_and_not_taken_for_no_policies(bench: Bench, tmp_path: Path) -> None:
    aside = bench.folder.rename(tmp_path / "aside")
    await bench.looks()
    bench.folder.mkdir()
    await bench.looks()
    assert [refused.problems[0].says[:20] for refused in bench.reload.refused()] == ["is no folder, or is ", "holds no policies an"]
    bench.folder.rmdir()
    aside.rename(bench.folder)
    assert await bench.reload.look() == "back"


async def test_a_comment_puts_nothing_new_in_force(bench: Bench) -> None:
    judges.write(bench.folder / "flows.yaml", "# whose flows are whose\n" + (bench.folder / "flows.yaml").read_text("utf-8"))
    assert [*await bench.looks(), await bench.reload.look()] == ["wait", "take", "as-in-force"]
    assert (bench.reload.take(), bench.count("unchanged")) == (None, 1)


async def test_what_was_ready_and_is_taken_back_before_it_came_into_force_leaves_no_children(bench: Bench) -> None:
    before = (bench.folder / "webshop.yaml").read_text("utf-8")
    judges.pack(bench.folder, version="2")
    await bench.looks()
    assert len(children()) == 2
    judges.write(bench.folder / "webshop.yaml", before)
    assert await bench.looks() == ["wait", "take"]
    assert bench.reload.take() is None
    assert len(children()) == 1


async def test_inspectors_that_cannot_start_are_a_refusal(folder: Path) -> None:
    candidate, metrics = Candidate.of(Files.of(folder), folder), Metrics()
    pool = InspectorPool(1, candidate.files, 30.0, factory="tests.tap.inspectors:picky")
    async with pool:
        reload = Reload(folder, candidate, pool, metrics, 0)
        judges.pack(folder, version="2")
        assert [await reload.look(), await reload.look()] == ["wait", "take"]
        assert [refused.reason for refused in reload.refused()] == ["not-started"]
        assert len(children()) == 1


async def test_a_child_that_dies_comes_back_with_what_is_in_force_and_not_with_what_the_folder_holds(bench: Bench) -> None:
    judges.write(bench.folder / "webshop.yaml", "pack: [")
    for child in children():
        child.kill()
        psutil.wait_procs([child])
    assert await verdict(bench.pool) == "compliant"


async def test_every_boundary_is_told_before_the_inspectors_change(folder: Path) -> None:
    said: list[tuple[str, bool]] = []
    settings = Settings(policies=folder, policies_poll_s=0)
    async with Judging(settings, InspectorPool(1, folder, 30.0, factory=JUDGE)) as judging:

        async def send(record: PolicyAudit) -> None:
            assert record.policies == judging.pool.digest
            said.append((record.kind, judging.pool is first))

        first = judging.pool
        await judging.between(send, settled=True)
        judges.pack(folder, version="2")
        assert judging._reload is not None
        for _ in range(2):
            await judging._reload.look()
        await judging.between(send, settled=False)  # something is in hand
        assert judging.pool is first
        await judging.between(send, settled=True)
    assert said == [("policy.activated", True), ("policy.activated", False)]
    assert children() == []


async def test_a_start_with_policies_that_do_not_hold_is_refused_where_nothing_was_kept(folder: Path, tmp_path: Path) -> None:
    judges.write(folder / "webshop.yaml", "pack: webshop\n")
    settings = Settings(policies=folder, last_good=tmp_path / "not-there.zip")
    with pytest.raises(PolicyError, match="lacks version"):
        async with Judging(settings, InspectorPool(1, folder, 30.0, factory=JUDGE)):
            pass
    assert children() == []


async def test_a_start_goes_on_with_the_last_good_policies_where_it_is_told_to(folder: Path, tmp_path: Path) -> None:
    said: list[PolicyAudit] = []

    async def send(record: PolicyAudit) -> None:
        said.append(record)

    settings = Settings(policies=folder, policies_poll_s=0, last_good=tmp_path / "kept.zip")
    async with Judging(settings, InspectorPool(1, folder, 30.0, factory=JUDGE)) as judging:
        await judging.between(send, settled=True)
    judges.write(folder / "webshop.yaml", "pack: webshop\n")
    async with Judging(settings, InspectorPool(1, folder, 30.0, factory=JUDGE)) as judging:
        await judging.between(send, settled=True)
        assert await verdict(judging.pool) == "compliant"
        assert judging._reload is not None
        assert await judging._reload.look() == "refused-already"
    first, refused, kept = said
    assert (refused.kind, refused.reason, refused.policies, kept.kind) == ("policy.refused", "invalid", None, "policy.activated")
    assert (first.from_kept, kept.from_kept, kept.policies) == (False, True, first.policies)
    assert first.actor != kept.actor


async def test_metrics_are_served_and_name_what_is_in_force(folder: Path) -> None:
    (port,) = free_ports(1)
    settings = Settings(policies=folder, metrics=("127.0.0.1", port))
    async with Judging(settings, InspectorPool(1, folder, 30.0, factory=JUDGE)) as judging:
        text = await asyncio.to_thread(fetched, f"http://127.0.0.1:{port}/metrics")
        assert f'spor_policies_info{{digest="{judging.pool.digest}"' in text
        with pytest.raises(AddressError, match="give another --metrics"), judging.metrics.served(("127.0.0.1", port)):
            pass
