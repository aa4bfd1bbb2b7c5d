"""The flags that all commands share, each also as `SPOR_…` and in `spor.toml`."""

from pathlib import Path
from typing import Annotated

import typer

Bootstrap = Annotated[
    str, typer.Option("--bootstrap-servers", envvar="SPOR_BOOTSTRAP_SERVERS", help="Kafka, as host:port, comma-separated.")
]
KafkaConfig = Annotated[
    Path | None,
    typer.Option(
        "--kafka-config",
        envvar="SPOR_KAFKA_CONFIG",
        exists=True,
        dir_okay=False,
        help="Java-style client properties (security.protocol, sasl.mechanism …).",
    ),
]
Prefix = Annotated[str, typer.Option("--prefix", envvar="SPOR_PREFIX", help="What our own topics start with.")]
Policies = Annotated[
    Path | None,
    typer.Option(
        "--policies",
        envvar="SPOR_POLICIES",
        exists=True,
        file_okay=False,
        help="Packs and registry of your own, added to the shipped ones.",
    ),
]
Json = Annotated[bool, typer.Option("--json", envvar="SPOR_JSON", help="Print JSON for programs.")]
LogLevel = Annotated[
    str, typer.Option("--log-level", envvar="SPOR_LOG_LEVEL", help="debug, info, warning or error; structured lines on stderr.")
]
References = Annotated[
    Path | None,
    typer.Option(
        "--references",
        envvar="SPOR_REFERENCES",
        exists=True,
        dir_okay=False,
        help="Open what messages refer to (claim checks), where this file allows it; without it nothing is opened.",
    ),
]
OpenReferences = Annotated[
    Path | None,
    typer.Option(
        "--references",
        exists=True,
        dir_okay=False,
        help="Open what messages refer to, where this file allows it; on the command line alone.",
    ),
]
