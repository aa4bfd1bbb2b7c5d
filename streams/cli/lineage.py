"""`spor lineage`: the Flows that a person asks for, as a table or as they stand in the topic."""

import asyncio
import contextlib
import heapq
import sys
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schemas.flow import Flow
from schemas.words import SEVERITY, Level
from streams.cli.options import Bootstrap, Json, KafkaConfig, LogLevel, Prefix
from streams.kafka.properties import read
from streams.ledger.select import Wanted
from streams.ledger.times import rfc3339
from streams.logs import configure
from streams.settings import Settings

COLOURS = {"violation": "bold red", "gap": "yellow", "compliant": "green"}


def _pattern(name: str, what: str) -> Any:
    return typer.Option(f"--{name}", envvar=f"SPOR_{name.upper()}", help=f"{what}; `*` stands for anything.")


def lineage(
    integration: Annotated[str | None, _pattern("integration", "Id or name of the integration")] = None,
    sender: Annotated[str | None, _pattern("sender", "Sending system")] = None,
    receiver: Annotated[str | None, _pattern("receiver", "Receiving system")] = None,
    category: Annotated[str | None, _pattern("category", "Category of personal data, as pd:EmailAddress")] = None,
    purpose: Annotated[str | None, _pattern("purpose", "Purpose, as dpv:ServiceProvision")] = None,
    verdict: Annotated[str | None, typer.Option("--verdict", envvar="SPOR_VERDICT", help="violation, gap or compliant.")] = None,
    since: Annotated[str | None, typer.Option("--since", envvar="SPOR_SINCE", metavar="TIME", help="Message time from here on.")] = None,
    until: Annotated[str | None, typer.Option("--until", envvar="SPOR_UNTIL", metavar="TIME", help="Message time before this.")] = None,
    follow: Annotated[bool, typer.Option("-f", "--follow", help="Go on with what comes, until Ctrl+C.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Rows of the table: the latest ones.")] = 200,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    as_json: Json = False,
    log_level: LogLevel = "warning",
) -> None:
    """Which messages moved what from where to where, and how they were judged. Second copies are left out.

    Example: spor lineage --category pd:OfficialID --verdict violation --since 2025-11-01
    """
    configure(log_level)
    wanted = Wanted(integration, sender, receiver, category, purpose, _level(verdict), _instant("since", since), _instant("until", until))
    settings = Settings(bootstrap_servers=bootstrap_servers, kafka=read(kafka_config), prefix=prefix)
    with contextlib.suppress(KeyboardInterrupt):
        if as_json:
            asyncio.run(_stream(settings, wanted, follow=follow))
        else:
            asyncio.run(_show(settings, wanted, limit, follow=follow))


async def _stream(settings: Settings, wanted: Wanted, *, follow: bool) -> None:
    """The Flows as they stand in the topic, a line each."""
    from streams.flows import flows  # noqa: PLC0415  # the Kafka client takes a while to load, which --help does not wait for

    async for flow, value in flows(settings, follow=follow):
        if wanted(flow):
            sys.stdout.buffer.write(value + b"\n")
            if follow:
                sys.stdout.buffer.flush()


async def _show(settings: Settings, wanted: Wanted, limit: int, *, follow: bool) -> None:
    """A table of the latest, by message time; or, when followed, a line for each as it comes."""
    from streams.flows import flows  # noqa: PLC0415  # as above

    console, latest, count = Console(), list[tuple[int, str, tuple[Text, ...]]](), 0
    async for flow, _ in flows(settings, follow=follow):
        if not wanted(flow):
            continue
        count += 1
        if follow:
            console.print(Text("  ").join(_cells(flow)))
        else:
            keep = heapq.heappush if len(latest) < limit else heapq.heappushpop
            keep(latest, (flow.message_time, flow.id, _cells(flow)))
    table = Table("time", "integration", "from → to", "personal data", "purposes", "until", "verdict", box=None, pad_edge=False)
    for _, _, cells in sorted(latest, key=lambda row: row[:2]):
        table.add_row(*cells)
    console.print(table if latest else "No flow is like that.")
    if count > len(latest):
        console.print(f"{count:,} flows; the latest {len(latest):,} are shown. More with --limit, all with --json.")


def _cells(flow: Flow) -> tuple[Text, ...]:
    """One Flow as texts: never read as markup or as a terminal's commands, whatever its names hold."""
    rules = sorted({(SEVERITY[v.verdict], v.rule) for v in flow.every_verdict()})
    judged = Text(flow.verdict, style=COLOURS[flow.verdict])
    judged.append(f" {', '.join(rule for _, rule in rules)}" if rules else "", style="not bold default")
    parties = f"{flow.integration.sender or '?'} → {flow.integration.receiver or '?'}"
    plain = (
        rfc3339(flow.message_time)[:19].replace("T", " "),
        flow.integration.id,
        parties,
        ", ".join(sorted({row.category for row in flow.personal_data})) or ("none" if flow.coverage.scanned == "full" else "none found"),
        ", ".join(flow.purposes) or "-",
        flow.retain_until or "-",
    )
    return (*(Text("".join(c if c.isprintable() else "\ufffd" for c in text)) for text in plain), judged)


def _level(text: str | None) -> Level | None:
    for level in ("violation", "gap", "compliant"):
        if text == level:
            return level
    if text is not None:
        raise typer.BadParameter("not one of violation, gap, compliant", param_hint="--verdict")
    return None


def _instant(name: str, text: str | None) -> int | None:
    """A date or an instant as ms UTC; without a zone it is UTC, as all times of a Flow are."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("not a date or time like 2025-11-30 or 2025-11-30T10:00:00Z", param_hint=f"--{name}") from None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
