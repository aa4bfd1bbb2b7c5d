"""`spor dashboard`: the live page over our own topics, on this machine alone unless told otherwise."""

import asyncio
import os
import signal
from pathlib import Path
from typing import Annotated, Final

import typer

from streams import logs
from streams.cli.options import Bootstrap, KafkaConfig, LogLevel, Prefix
from streams.dashboard.retention import Keep
from streams.dashboard.serve import Dashboard
from streams.dashboard.web.access import is_loopback
from streams.kafka.properties import read
from streams.settings import Settings

KEEP: Final = Keep()
VARIABLE: Final = "SPOR_DASHBOARD_TOKEN"  # the environment only: a flag would show in the list of processes


def dashboard(
    host: Annotated[str, typer.Option("--host", envvar="SPOR_DASHBOARD_HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", envvar="SPOR_DASHBOARD_PORT", min=0, max=65535, help="0 takes a free one.")] = 8765,
    db: Annotated[Path, typer.Option("--db", envvar="SPOR_DASHBOARD_DB", dir_okay=False, help="The read model, an SQLite file.")] = Path(
        "spor-dashboard.db"
    ),
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", envvar="SPOR_DASHBOARD_ALLOW_HOST", help="A further host name that browsers use.")
    ] = None,
    keep_days: Annotated[
        int, typer.Option("--keep-days", envvar="SPOR_DASHBOARD_KEEP_DAYS", min=1, help="How long the read model keeps what it read.")
    ] = KEEP.days,
    keep_flows: Annotated[
        int, typer.Option("--keep-flows", envvar="SPOR_DASHBOARD_KEEP_FLOWS", min=1, help="How many single Flows it keeps, the newest.")
    ] = KEEP.flows,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    log_level: LogLevel = "warning",
) -> None:
    """Flows by integration, category, purpose and verdict, alerts, coverage and lag: one live page, behind a token printed at start.

    The read model can be deleted at any time: it is built again from the topics. The environment variable SPOR_DASHBOARD_TOKEN sets the
    token.

    Example: spor dashboard --bootstrap-servers kafka:9092 --port 8765
    """
    logs.configure(log_level)
    if not is_loopback(host):
        typer.echo(f"spor: {host} can be reached from other machines, and the page is not encrypted: put TLS in front.", err=True)
    settings = Settings(bootstrap_servers=bootstrap_servers, kafka=read(kafka_config), prefix=prefix)
    keep = Keep(days=keep_days, flows=keep_flows)
    asyncio.run(_until_stopped(Dashboard(settings, db, host, port, os.environ.get(VARIABLE) or None, keep=keep, allow=allow_host or ())))


async def _until_stopped(board: Dashboard) -> None:
    """SIGINT and SIGTERM end it cleanly, with exit code 0."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with board:
        typer.echo(f"The dashboard is at {board.url}")
        typer.echo("The address holds the token: whoever has it may look. Ctrl+C ends.")
        ending, waiting = asyncio.create_task(board.wait()), asyncio.create_task(stop.wait())
        await asyncio.wait((ending, waiting), return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if ending.done():
            ending.result()
        ending.cancel()
