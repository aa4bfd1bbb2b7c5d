"""`spor lineage`: a table for people, the topic's own bytes for programs, and no name that commands the terminal."""

from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest
from aiokafka import AIOKafkaProducer
from typer import Typer
from typer.testing import CliRunner

from schemas.flow import Flow
from streams import flows as reading
from streams.cli.lineage import lineage
from streams.settings import Settings
from tests.kafka.harness import Site
from tests.ledger.flows import EMAIL, MINUTE, WHEN, flow, row, tag, verdict

app = Typer()
app.command()(lineage)
ORDER = flow(0, rows=[row(EMAIL)], tags=[tag(EMAIL[0], "dpv:Marketing")], verdicts=[verdict("contract.party")])
LATER = flow(1, at=WHEN + MINUTE, integration="payroll")


@pytest.fixture
def topic(monkeypatch: pytest.MonkeyPatch) -> list[Flow]:
    """What stands in the topic, without a broker."""
    standing = [LATER, ORDER]

    async def flows(settings: Settings, *, follow: bool) -> AsyncIterator[tuple[Flow, bytes]]:
        for one in standing:
            yield one, one.canonical()

    monkeypatch.setattr(reading, "flows", flows)
    return standing


def run(*arguments: str, **env: str) -> Any:
    return CliRunner().invoke(app, arguments, env={"COLUMNS": "250", **env})


@pytest.mark.usefixtures("topic")
def test_the_table_is_in_order_of_message_time_and_names_the_rules() -> None:
    lines = run().stdout.splitlines()
    assert len(lines) == 3
    assert "2025-11-30 10:00:00" in lines[1] and "ERP → Carrier" in lines[1] and "violation contract.party" in lines[1]
    assert "pd:EmailAddress" in lines[1] and "dpv:Marketing" in lines[1] and "2026-02-28" in lines[1]
    assert "2025-11-30 10:01:00" in lines[2] and "payroll" in lines[2] and lines[2].rstrip().endswith("compliant")


@pytest.mark.usefixtures("topic")
def test_json_is_the_topic_s_own_bytes_a_line_each() -> None:
    assert run("--json").stdout_bytes == LATER.canonical() + b"\n" + ORDER.canonical() + b"\n"


@pytest.mark.usefixtures("topic")
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--verdict", "violation"], ["orders-erp-to-carrier"]),
        (["--since", "2025-11-30T10:01:00Z"], ["payroll"]),
        (["--since", "2025-11-30T11:01:00+01:00"], ["payroll"]),
        (["--until", "2025-11-30T10:01:00"], ["orders-erp-to-carrier"]),
        (["--until", "2025-11-30"], []),
        (["--integration", "pay*"], ["payroll"]),
        (["--category", "pd:*", "--purpose", "dpv:Marketing"], ["orders-erp-to-carrier"]),
    ],
)
def test_flags_choose(arguments: list[str], found: list[str]) -> None:
    out = run("--json", *arguments).stdout
    assert [orjson.loads(line)["integration"]["id"] for line in out.splitlines()] == found


@pytest.mark.usefixtures("topic")
def test_a_flag_is_also_a_variable() -> None:
    assert len(run("--json", SPOR_VERDICT="violation").stdout.splitlines()) == 1


@pytest.mark.usefixtures("topic")
def test_a_short_table_keeps_the_latest_and_says_how_many_there_are() -> None:
    out = run("--limit", "1").stdout
    assert "payroll" in out and "orders-erp" not in out and "2 flows; the latest 1 are shown" in out


@pytest.mark.parametrize("arguments", [["--verdict", "bad"], ["--since", "yesterday"], ["--until", "2025-13-01"]])
def test_a_word_that_means_nothing_is_wrong_use(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_nothing_found_is_said(topic: list[Flow]) -> None:
    topic.clear()
    assert run().stdout == "No flow is like that.\n"


def test_names_are_neither_markup_nor_commands_to_the_terminal(topic: list[Flow]) -> None:
    topic[:] = [flow(0, sender="[red]x[/red]\x1b[2Jy", integration="a\nb")]
    out = run().stdout
    assert "\x1b[2J" not in out and "[red]x[/red]\ufffd[2Jy" in out and "a\ufffdb" in out


async def test_on_a_broker_each_flow_comes_once_and_the_command_ends(site: Site) -> None:
    sender = AIOKafkaProducer(bootstrap_servers=site.bootstrap)
    await sender.start()
    for one in (ORDER, LATER, ORDER, LATER):
        await sender.send_and_wait(site.topic("flows"), one.canonical(), key=one.id.encode(), partition=1)
    await sender.send_and_wait(site.topic("flows"), b"kari@example.org", key=b"k", partition=1)
    await sender.stop()
    found = [(one.id, value) async for one, value in reading.flows(site.settings(), follow=False)]
    assert found == [(ORDER.id, ORDER.canonical()), (LATER.id, LATER.canonical())]
