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
Schemas = Annotated[
    Path | None,
    typer.Option(
        "--schemas",
        envvar="SPOR_SCHEMAS",
        file_okay=False,
        help="Folder of the schemas that Avro, Protobuf and JSON messages name; a worker keeps there what a registry gives.",
    ),
]
SchemaRegistry = Annotated[
    str | None,
    typer.Option("--schema-registry", envvar="SPOR_SCHEMA_REGISTRY", metavar="URL", help="Where schemas come from that --schemas has not."),
]
SchemaRegistryConfig = Annotated[
    Path | None,
    typer.Option(
        "--schema-registry-config",
        envvar="SPOR_SCHEMA_REGISTRY_CONFIG",
        exists=True,
        dir_okay=False,
        help="The registry's client properties (basic.auth.user.info, bearer.auth.token, ssl.ca.location …).",
    ),
]
Nlp = Annotated[
    Path | None,
    typer.Option(
        "--nlp",
        envvar="SPOR_NLP",
        exists=True,
        dir_okay=False,
        help="Let the language models that this file names read running texts too; nothing is downloaded.",
    ),
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
PoliciesPoll = Annotated[
    float,
    typer.Option(
        "--policies-poll",
        envvar="SPOR_POLICIES_POLL",
        min=0.0,
        help="Seconds between two looks at --policies while it runs; what two looks in a row saw is taken. 0: on SIGHUP only.",
    ),
]
LastGood = Annotated[
    Path | None,
    typer.Option(
        "--last-good",
        envvar="SPOR_LAST_GOOD",
        dir_okay=False,
        metavar="FILE",
        help="Keep the policies in force here, and start with them when those of --policies do not hold good.",
    ),
]
MetricsAddress = Annotated[
    str | None,
    typer.Option("--metrics", envvar="SPOR_METRICS", metavar="HOST:PORT", help="Serve Prometheus metrics here; without it nowhere."),
]
