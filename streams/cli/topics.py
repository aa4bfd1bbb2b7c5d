"""`spor topics create|check`: our topics with the right settings, and what differs from them."""

import asyncio
from typing import Annotated

import typer

from schemas.model import canonical
from streams.cli.options import Bootstrap, Json, KafkaConfig, LogLevel, Prefix
from streams.cli.taps import Taps, parsed
from streams.kafka.admin import Admin
from streams.kafka.cluster import Cluster
from streams.kafka.differences import create as create_one
from streams.kafka.differences import differences, wanted_tagged
from streams.kafka.properties import read
from streams.kafka.topics import BROKER_DEFAULT, PARTITIONS, Topic, check_taps, ours
from streams.kafka.topics import inbox as inbox_of
from streams.logs import configure
from streams.settings import Settings

topics = typer.Typer(no_args_is_help=True, help="Make and check our own topics.")
Inboxes = Annotated[
    list[str] | None,
    typer.Option("--inbox", envvar="SPOR_INBOX", metavar="SOURCE", help="A source of the bridge, its inbox too; repeatable."),
]


@topics.command("create")
def create(
    tap: Taps = None,
    inbox: Inboxes = None,
    partitions: Annotated[
        int, typer.Option("--partitions", envvar="SPOR_PARTITIONS", min=1, help="Of each topic that is made.")
    ] = PARTITIONS,
    replication_factor: Annotated[
        int | None,
        typer.Option("--replication-factor", envvar="SPOR_REPLICATION_FACTOR", min=1, show_default="the broker's default"),
    ] = None,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    as_json: Json = False,
    log_level: LogLevel = "warning",
) -> None:
    """Make the topics that are missing; with --tap also those of the tagged copies of these sources, with --inbox those that the
    bridge writes to. What exists is left as it is.

    Example: spor topics create --partitions 12 --replication-factor 3 --tap connxio.log
    """
    configure(log_level)
    settings = _settings(bootstrap_servers, kafka_config, prefix, tap)
    done = asyncio.run(_create(settings, inbox or [], partitions, replication_factor or BROKER_DEFAULT))
    if as_json:
        typer.echo(canonical(done))
    else:
        for name, what in done.items():
            typer.echo(f"{name}: {what}")


@topics.command("check")
def check(
    tap: Taps = None,
    inbox: Inboxes = None,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    as_json: Json = False,
    log_level: LogLevel = "warning",
) -> None:
    """Say how the topics differ from what they should be; exit code 1 when any does.

    Example: spor topics check --tap connxio.log
    """
    configure(log_level)
    found = asyncio.run(_check(_settings(bootstrap_servers, kafka_config, prefix, tap), inbox or []))
    if as_json:
        typer.echo(canonical(found))
    else:
        for name, said in found.items():
            for what in said:
                typer.echo(f"{name}: {what}")
        typer.echo("All topics are as they should be." if not found else f"{len(found)} topics differ.", err=True)
    raise typer.Exit(1 if found else 0)


def _settings(bootstrap_servers: str, kafka_config: KafkaConfig, prefix: str, tap: list[str] | None) -> Settings:
    settings = Settings(bootstrap_servers=bootstrap_servers, kafka=read(kafka_config), prefix=prefix, taps=parsed(tap))
    if settings.taps:
        check_taps(settings)
    return settings


def _ours(settings: Settings, inboxes: list[str]) -> list[Topic]:
    return [*ours(settings), *(inbox_of(settings, source) for source in inboxes)]


async def _wanted(admin: Admin, settings: Settings, inboxes: list[str]) -> list[Topic]:
    return [*_ours(settings, inboxes), *(await wanted_tagged(admin, settings))]


async def _create(settings: Settings, inboxes: list[str], partitions: int, replication: int) -> dict[str, str]:
    cluster = Cluster.of(settings)
    admin = Admin(cluster)
    if cluster.embedded:
        await admin.touch(topic.name for topic in _ours(settings, inboxes))
        return {topic.name: "made by the embedded broker" for topic in _ours(settings, inboxes)}
    return {topic.name: await create_one(admin, topic, partitions, replication) for topic in await _wanted(admin, settings, inboxes)}


async def _check(settings: Settings, inboxes: list[str]) -> dict[str, list[str]]:
    admin = Admin(Cluster.of(settings))
    return await differences(admin, await _wanted(admin, settings, inboxes))
