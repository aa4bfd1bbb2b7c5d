"""`spor worker`: reads the taps and writes flows, until it is told to end."""

import os
import signal
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from streams.cli.options import (
    Bootstrap,
    KafkaConfig,
    LastGood,
    LogLevel,
    MetricsAddress,
    Nlp,
    PoliciesPoll,
    Prefix,
    References,
    SchemaRegistry,
    SchemaRegistryConfig,
    Schemas,
)
from streams.cli.taps import Group, Start, Taps, parsed
from streams.kafka.properties import read
from streams.nlp import file as models
from streams.references import rules
from streams.schemastore.store import Store
from streams.settings import Settings

Processes = Annotated[
    int | None, typer.Option("--processes", envvar="SPOR_PROCESSES", min=1, help="Inspector children.", show_default="one per core")
]
Window = Annotated[int, typer.Option("--window", envvar="SPOR_WINDOW", min=1, help="Length of a lineage window, seconds of message time.")]
Namespace = Annotated[str, typer.Option("--lineage-namespace", envvar="SPOR_LINEAGE_NAMESPACE", help="OpenLineage job namespace.")]
RecordTimeout = Annotated[
    float, typer.Option("--record-timeout", envvar="SPOR_RECORD_TIMEOUT", min=0.1, help="Seconds that one record may take.")
]
PoliciesThere = Annotated[
    Path | None,
    typer.Option("--policies", envvar="SPOR_POLICIES", file_okay=False, help="Packs and registry of your own, added to the shipped ones."),
]


def worker(
    tap: Taps = None,
    group: Group = "spor",
    start: Start = "earliest",
    processes: Processes = None,
    tagged: Annotated[bool, typer.Option("--tagged", envvar="SPOR_TAGGED", help="Write tagged copies of the sources too.")] = False,
    window: Window = 60,
    lineage_namespace: Namespace = "spor",
    record_timeout: RecordTimeout = 30.0,
    drain: Annotated[float, typer.Option("--drain", envvar="SPOR_DRAIN", min=0.0, help="Seconds that SIGTERM may take.")] = 20.0,
    references: References = None,
    schemas: Schemas = None,
    schema_registry: SchemaRegistry = None,
    schema_registry_config: SchemaRegistryConfig = None,
    nlp: Nlp = None,
    policies: PoliciesThere = None,
    policies_poll: PoliciesPoll = 5.0,
    last_good: LastGood = None,
    metrics: MetricsAddress = None,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    log_level: LogLevel = "info",
) -> None:
    """Follow the taps: every source record gets its Flow, and nothing is committed before it is delivered.

    SIGTERM ends the batch in hand and exits 0. Run as many workers of one --group as you like; they share the partitions.
    Changed policies are checked and put in force while it runs; SIGHUP has them looked at at once.

    Example: spor topics create && spor worker --tap connxio.log=connxio --tap 'orders.*'
    """
    _hear_signals(policies)
    from streams.worker import run  # noqa: PLC0415  # faust takes a second to load, which only this command has to wait for

    settings = Settings(
        bootstrap_servers=bootstrap_servers,
        kafka=read(kafka_config),
        prefix=prefix,
        policies=policies,
        policies_poll_s=policies_poll,
        last_good=last_good,
        metrics=_address(metrics) if metrics else None,
        log_level=log_level,
        taps=parsed(tap),
        group=group,
        start=start,
        processes=processes or os.cpu_count() or 1,
        tagged=tagged,
        window_s=window,
        lineage_namespace=lineage_namespace,
        references=references,
        schemas=schemas,
        schema_registry=schema_registry,
        schema_registry_config=read(schema_registry_config),
        nlp=nlp,
        record_timeout_s=record_timeout,
        drain_s=drain,
    )
    raise typer.Exit(run(_checked(settings)))


def _checked(settings: Settings) -> Settings:
    """A mistake in what they name is told before anything starts."""
    kept = settings.last_good is not None and settings.last_good.exists()
    if settings.policies is not None and not settings.policies.is_dir() and not kept:
        raise typer.BadParameter(f"{settings.policies} is no folder, or is not there", param_hint="--policies")
    if settings.references is not None:
        rules.load(settings.references)
    if settings.nlp is not None:
        models.load(settings.nlp)
    Store.of_settings(settings)
    return settings


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        raise typer.BadParameter("write it as HOST:PORT, for instance 127.0.0.1:9464", param_hint="--metrics")
    return host.strip("[]"), int(port)


def _hear_signals(policies: Path | None) -> None:
    """Until the worker's own handlers stand, seconds later."""
    signal.signal(signal.SIGTERM, _not_begun)
    if policies is not None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # who asks for other policies must not end it


def _not_begun(*_: object) -> NoReturn:
    """Told to end before anything was read: nothing is in hand."""
    raise SystemExit(0)
