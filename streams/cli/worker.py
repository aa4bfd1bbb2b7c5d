"""`spor worker`: reads the taps and writes flows, until it is told to end."""

import os
import signal
from typing import Annotated, NoReturn

import typer

from streams.cli.options import (
    Bootstrap,
    KafkaConfig,
    LogLevel,
    Nlp,
    Policies,
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


def worker(
    tap: Taps = None,
    group: Group = "spor",
    start: Start = "earliest",
    processes: Annotated[
        int | None, typer.Option("--processes", envvar="SPOR_PROCESSES", min=1, help="Inspector children.", show_default="one per core")
    ] = None,
    tagged: Annotated[bool, typer.Option("--tagged", envvar="SPOR_TAGGED", help="Write tagged copies of the sources too.")] = False,
    window: Annotated[
        int, typer.Option("--window", envvar="SPOR_WINDOW", min=1, help="Length of a lineage window, seconds of message time.")
    ] = 60,
    lineage_namespace: Annotated[
        str, typer.Option("--lineage-namespace", envvar="SPOR_LINEAGE_NAMESPACE", help="OpenLineage job namespace.")
    ] = "spor",
    record_timeout: Annotated[
        float, typer.Option("--record-timeout", envvar="SPOR_RECORD_TIMEOUT", min=0.1, help="Seconds that one record may take.")
    ] = 30.0,
    drain: Annotated[float, typer.Option("--drain", envvar="SPOR_DRAIN", min=0.0, help="Seconds that SIGTERM may take.")] = 20.0,
    references: References = None,
    schemas: Schemas = None,
    schema_registry: SchemaRegistry = None,
    schema_registry_config: SchemaRegistryConfig = None,
    nlp: Nlp = None,
    policies: Policies = None,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    log_level: LogLevel = "info",
) -> None:
    """Follow the taps: every source record gets its Flow, and nothing is committed before it is delivered.

    SIGTERM ends the batch in hand and exits 0. Run as many workers of one --group as you like; they share the partitions.

    Example: spor topics create && spor worker --tap connxio.log=connxio --tap 'orders.*'
    """
    signal.signal(signal.SIGTERM, _not_begun)  # until Faust's own handler stands, seconds later
    from streams.worker import run  # noqa: PLC0415  # faust takes a second to load, which only this command has to wait for

    settings = Settings(
        bootstrap_servers=bootstrap_servers,
        kafka=read(kafka_config),
        prefix=prefix,
        policies=policies,
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
    if settings.references is not None:
        rules.load(settings.references)
    if settings.nlp is not None:
        models.load(settings.nlp)
    Store.of_settings(settings)
    return settings


def _not_begun(*_: object) -> NoReturn:
    """Told to end before anything was read: nothing is in hand."""
    raise SystemExit(0)
