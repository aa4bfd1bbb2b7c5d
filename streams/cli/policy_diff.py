"""`spor policy diff` and `spor policy propose`: what packs and registry say, held against what traffic shows."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schemas.flow import Flow
from schemas.model import SporError, Unreadable
from streams.cli.options import Bootstrap, Json, KafkaConfig, LogLevel, Policies, Prefix
from streams.kafka.properties import read
from streams.ledger.observed import Traffic, observed, take
from streams.ledger.select import Once
from streams.logs import configure
from streams.policy.compare import Difference, differences, readers
from streams.policy.load import load
from streams.policy.propose import proposal
from streams.recording import read as recorded
from streams.settings import Settings

FlowsFile = Annotated[
    Path | None,
    typer.Option("--flows", metavar="FILE", exists=True, dir_okay=False, help="spor.flows.ndjson of a replay; left out: the topic."),
]
Tapped = Annotated[list[str] | None, typer.Option("--tap", metavar="TOPIC", help="Whose other readers are looked at too; repeatable.")]
Group = Annotated[str, typer.Option("--group", envvar="SPOR_GROUP", help="The workers' own group, which is no reader of others.")]
Fail = Annotated[bool, typer.Option("--fail", help="Exit 1 where something is undeclared.")]


class NoFlows(SporError):
    """A file that is no recording of Flows."""


def diff(
    flows: FlowsFile = None,
    policies: Policies = None,
    tap: Tapped = None,
    group: Group = "spor",
    fail: Fail = False,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    json: Json = False,
    log_level: LogLevel = "warning",
) -> None:
    """Declared against observed: what occurs and nobody declared, since when and how often, and what is declared and never occurs.

    With --tap also consumer groups that read those topics and that no entry names under `readers`. A reader without a
    group cannot be seen. Exit codes: 0 done, 1 something is undeclared (under --fail).

    Example: spor policy diff --flows replayed/spor.flows.ndjson --policies policies/mine
    """
    configure(log_level)
    settings = connection(bootstrap_servers, kafka_config, prefix, group)
    policy, traffic = load(policies), traffic_of(settings, flows)
    found = differences(policy, traffic)
    if tap:
        found = readers(policy, asyncio.run(_readers(settings, tap))) + found
    if json:
        for difference in found:
            typer.echo(orjson.dumps(difference.row()))
        typer.echo(orjson.dumps({"summary": True, "integrations": len(traffic), **_counts(found)}))
    else:
        _table(found, len(traffic), looked_at_readers=bool(tap))
    sys.exit(1 if fail and _counts(found)["undeclared"] else 0)


def propose(
    flows: FlowsFile = None,
    policies: Policies = None,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    log_level: LogLevel = "warning",
) -> None:
    """Draft the registry entries and pack lines that traffic asks for. Controller, purpose and legal basis are left to a person.

    Example: spor policy propose --flows replayed/spor.flows.ndjson > policies/mine/registry/draft.yaml
    """
    configure(log_level)
    typer.echo(proposal(load(policies), traffic_of(connection(bootstrap_servers, kafka_config, prefix), flows)), nl=False)


def connection(bootstrap_servers: str, kafka_config: Path | None, prefix: str, group: str = "spor") -> Settings:
    return Settings(bootstrap_servers=bootstrap_servers, kafka=read(kafka_config), prefix=prefix, group=group)


def traffic_of(settings: Settings, file: Path | None) -> dict[str, Traffic]:
    """What the Flows of a file say together, or those of the topic. Raises NoFlows, BrokenLine, TopicMissing, ClusterUnavailable."""
    return observed(_recorded(file)) if file is not None else asyncio.run(_consumed(settings))


def _recorded(file: Path) -> Iterator[Flow]:
    once = Once()
    for record in recorded(file):
        try:
            flow = Flow.read(record.value or b"")
        except Unreadable:
            raise NoFlows(f"{file}: offset {record.offset} is no Flow; give the spor.flows.ndjson of a replay") from None
        if once(flow):
            yield flow


async def _consumed(settings: Settings) -> dict[str, Traffic]:
    from streams.flows import flows  # noqa: PLC0415  # the Kafka client takes a while to load, which a file does not need

    seen: dict[str, Traffic] = {}
    async for flow, _ in flows(settings, follow=False):
        take(seen, flow)
    return seen


async def _readers(settings: Settings, topics: list[str]) -> dict[str, set[str]]:
    from streams.kafka.cluster import Cluster  # noqa: PLC0415  # as above
    from streams.kafka.groups import agents_group, fold_group, tap_group  # noqa: PLC0415  # as above
    from streams.kafka.readers import readers as reading  # noqa: PLC0415  # as above

    return await reading(Cluster.of(settings), topics, ours={tap_group(settings), fold_group(settings), agents_group(settings)})


def _counts(found: list[Difference]) -> dict[str, int]:
    return {state: sum(d.state == state for d in found) for state in ("undeclared", "unseen")}


def _table(found: list[Difference], integrations: int, *, looked_at_readers: bool) -> None:
    console = Console(highlight=False)
    table = Table("", "what", "controller", "integration", "messages", "since", "at", box=None, pad_edge=False)
    for difference in found:
        row = difference.row()
        style = "yellow" if difference.state == "undeclared" else "dim"
        paths = ", ".join(row["paths"][:2]) + (" …" if len(row["paths"]) > 2 else "")
        cells = [difference.state, f"{difference.kind} {difference.what}", difference.controller or "", difference.integration or ""]
        cells += [str(row["flows"] or ""), (row["first"] or "")[:10], paths]
        table.add_row(*(Text("".join(c if c.isprintable() else "\ufffd" for c in cell), style=style) for cell in cells))
    if found:
        console.print(table)
    counts = _counts(found)
    console.print(f"{integrations} integrations: {counts['undeclared']} undeclared, {counts['unseen']} declared and never seen")
    if looked_at_readers:
        console.print("Readers without a consumer group leave no trace on the broker and are not among these.")
