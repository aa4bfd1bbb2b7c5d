"""`spor status`: how far the workers are, how long retention still waits for them, and what the spans cover."""

import asyncio
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from schemas.model import canonical
from streams.cli.options import Bootstrap, Json, KafkaConfig, LogLevel, Prefix
from streams.cli.taps import Group, Taps, parsed
from streams.kafka.properties import read
from streams.kafka.status import status as status_of
from streams.logs import configure
from streams.settings import Settings


def status(
    tap: Taps = None,
    group: Group = "spor",
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    as_json: Json = False,
    log_level: LogLevel = "warning",
) -> None:
    """Per source partition: its end, the committed position, the lag, and how long the next unread record is still kept.

    Without --tap: every partition that the group has committed. Coverage comes from the newest spans.

    Example: spor status --json | jq '.partitions[] | select(.lag > 0)'
    """
    configure(log_level)
    settings = Settings(bootstrap_servers=bootstrap_servers, kafka=read(kafka_config), prefix=prefix, taps=parsed(tap), group=group)
    found = asyncio.run(status_of(settings))
    if as_json:
        typer.echo(canonical(found))
    else:
        _show(found)


def _show(found: dict[str, Any]) -> None:
    covered = {(c["topic"], c["partition"]): c for c in found["coverage"]}
    table = Table("topic", "partition", "end", "committed", "lag", "kept for", "missed", "uncovered", box=None, pad_edge=False)
    for row in found["partitions"]:
        cover = covered.get((row["topic"], row["partition"]), {})
        numbers = (
            row["end"],
            row["committed"],
            row["lag"],
            _duration(row["retention_slack_s"]),
            cover.get("missed"),
            cover.get("uncovered"),
        )
        table.add_row(row["topic"], str(row["partition"]), *("" if n is None else str(n) for n in numbers))
    Console().print(table if found["partitions"] else "No worker of this group has committed anything yet.")


def _duration(seconds: int | None) -> str | None:
    if seconds is None:
        return None
    days, rest = divmod(max(0, seconds), 86_400)
    return f"{days} d {rest // 3600} h" if days else f"{rest // 3600} h {rest % 3600 // 60} min"
