"""`spor record`: copies records of the taps into a recording that `spor replay` reads. It holds the payloads: keep it like them."""

import asyncio
import os
from pathlib import Path
from typing import Annotated

import typer

from streams.cli.options import Bootstrap, KafkaConfig, LogLevel, Prefix
from streams.cli.taps import Start, Taps, parsed
from streams.kafka.properties import read
from streams.logs import configure
from streams.recorder import record as recorded
from streams.settings import Settings


def record(
    out: Annotated[Path, typer.Option("--out", envvar="SPOR_OUT", dir_okay=False, help="The recording that is written.")],
    tap: Taps = None,
    start: Start = "earliest",
    most: Annotated[int | None, typer.Option("--max", envvar="SPOR_MAX", min=1, help="Stop after so many records.")] = None,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    log_level: LogLevel = "warning",
) -> None:
    """Record what the taps hold now, up to their ends; with --from latest what comes, until --max or Ctrl+C.

    The file holds the payloads as they are, so only its owner may read it.

    Example: spor record --tap connxio.log --out day.ndjson --from 2025-11-30T00:00:00Z --max 10000
    """
    configure(log_level)
    settings = Settings(bootstrap_servers=bootstrap_servers, kafka=read(kafka_config), prefix=prefix, taps=parsed(tap), start=start)
    with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        count = asyncio.run(recorded(settings, file, most))
    typer.echo(f"{count} records in {out}", err=True)
