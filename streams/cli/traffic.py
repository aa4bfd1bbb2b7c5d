"""`spor traffic`: synthetic platform traffic, as a recording or into a topic, with a list of what is personal in it."""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from streams import logs
from streams.cli.options import Bootstrap, KafkaConfig
from streams.kafka.cluster import Cluster
from streams.kafka.properties import read
from streams.traffic.deliver import Planted, Recording, Topic, deliver, partitions_of, planted_file
from streams.traffic.generate import DEFAULT_INTERVAL_MS, Load, Sent, merged, spread
from streams.traffic.routes import Tapped


def traffic(
    platform: Annotated[Literal[Tapped, "all"], typer.Option("--platform", help="Whose traffic, or of all five together.")],
    count: Annotated[int, typer.Option("--count", min=0, help="How many records.")],
    rate: Annotated[float | None, typer.Option("--rate", min=0.001, help="Records a second; without it as fast as they are taken.")] = None,
    seed: Annotated[str, typer.Option("--seed", help="The same seed gives the same records.")] = "1",
    planted: Annotated[Path | None, typer.Option("--planted", dir_okay=False, help="Write what is personal, and where, here.")] = None,
    to: Annotated[str, typer.Option("--to", help="A topic, or - for a recording on standard output.")] = "-",
    partitions: Annotated[int, typer.Option("--partitions", min=1, help="Of a recording; a topic has its own.")] = 4,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
) -> None:
    """Synthetic messages as platforms send them: JSON, XML, CSV, EDIFACT, SIE and forms, in nine languages, with the platforms' own traps.

    The persons in them do not exist, and --planted lists where each of their values stands. docs/traffic.md says what comes how often.

    Example: spor traffic --platform connxio --count 1000 --planted planted.ndjson > connxio.ndjson
    """
    interval = 1000 / rate if rate else DEFAULT_INTERVAL_MS
    load = Load("connxio" if platform == "all" else platform, count, seed, partitions, interval=interval)
    whole = platform == "all"
    with planted_file(planted) as told:
        if to == "-":
            deliver(_records(load, whole=whole), Recording(sys.stdout.buffer, told), interval / 1000 if rate else None)
        else:
            paced = rate is not None
            _produce(load, to, Cluster(bootstrap_servers, read(kafka_config)), told, whole=whole, paced=paced)


def _records(load: Load, *, whole: bool) -> Iterator[Sent]:
    """`whole`: of all platforms."""
    return merged(spread(load) if whole else (load,))


def _produce(load: Load, topic: str, cluster: Cluster, told: Planted, *, whole: bool, paced: bool) -> None:
    """Into a topic the records bear this hour's time, since a broker drops what looks older than its retention."""
    logs.configure("error")
    now = int(time.time() * 1000)
    live = replace(load, topic=topic, partitions=partitions_of(cluster, topic), start=now)
    records = _records(live if paced else live.ending(now), whole=whole)
    sent = deliver(records, Topic.of(cluster, told), load.interval / 1000 if paced else None)
    typer.echo(f"{sent} records to {topic}", err=True)
