"""`spor bridge`: takes log webhooks over HTTP and writes them to the inboxes that a worker taps."""

import asyncio
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from streams import logs
from streams.cli.options import Bootstrap, KafkaConfig, LogLevel, Prefix
from streams.dashboard.web.access import is_loopback
from streams.kafka.properties import read
from streams.settings import Settings

if TYPE_CHECKING:
    from streams.bridge.serve import Bridge


def bridge(
    sources: Annotated[
        Path, typer.Option("--sources", envvar="SPOR_SOURCES", exists=True, dir_okay=False, help="Who may send, and how; TOML or YAML.")
    ],
    host: Annotated[str, typer.Option("--host", envvar="SPOR_BRIDGE_HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", envvar="SPOR_BRIDGE_PORT", min=0, max=65535, help="0 takes a free one.")] = 8766,
    tls_cert: Annotated[
        Path | None, typer.Option("--tls-cert", envvar="SPOR_BRIDGE_TLS_CERT", exists=True, dir_okay=False, help="Certificate chain, PEM.")
    ] = None,
    tls_key: Annotated[
        Path | None, typer.Option("--tls-key", envvar="SPOR_BRIDGE_TLS_KEY", exists=True, dir_okay=False, help="Its private key, PEM.")
    ] = None,
    deadline: Annotated[
        float, typer.Option("--deadline", envvar="SPOR_BRIDGE_DEADLINE", min=1.0, help="Seconds that Kafka may take; then 503.")
    ] = 10.0,
    drain: Annotated[float, typer.Option("--drain", envvar="SPOR_DRAIN", min=1.0, help="Seconds that SIGTERM may take.")] = 20.0,
    calls: Annotated[int, typer.Option("--calls", envvar="SPOR_BRIDGE_CALLS", min=1, help="Calls in hand at once; then 503.")] = 512,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    log_level: LogLevel = "info",
) -> None:
    """Take log webhooks at POST /v1/SOURCE; 200 only after Kafka has acknowledged, else the caller is told to try again.

    SIGHUP reads the sources anew, SIGTERM answers what is in hand and exits 0. Metrics at /metrics, health at /healthz.

    Example: spor topics create --inbox connxio && spor bridge --sources sources.toml
    """
    from streams.bridge.serve import Bounds, Bridge  # noqa: PLC0415  # a web server that only this command has to wait for
    from streams.bridge.server import Tls  # noqa: PLC0415  # as above

    if (tls_cert is None) != (tls_key is None):
        raise typer.BadParameter("--tls-cert and --tls-key go together", param_hint="--tls-cert")
    logs.configure(log_level)
    tls = Tls(tls_cert, tls_key) if tls_cert and tls_key else None
    if tls is None and not is_loopback(host):
        typer.echo(f"spor: {host} can be reached from other machines, and keys travel unencrypted: put TLS in front.", err=True)
    settings = Settings(bootstrap_servers=bootstrap_servers, kafka=read(kafka_config), prefix=prefix)
    bounds = Bounds(deadline_s=deadline, drain_s=drain, calls=calls)
    asyncio.run(_until_stopped(Bridge(settings, sources, host, port, tls=tls, bounds=bounds)))


async def _until_stopped(taking: "Bridge") -> None:
    """SIGINT and SIGTERM end it cleanly, with exit code 0; SIGHUP reads the sources anew."""
    stop, again = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number, event in ((signal.SIGINT, stop), (signal.SIGTERM, stop), (signal.SIGHUP, again)):
        loop.add_signal_handler(number, event.set)
    async with taking:
        typer.echo("\n".join(f"{taking.url}/v1/{name}" for name in taking.sources))
        ending, stopping = asyncio.create_task(taking.wait()), asyncio.create_task(stop.wait())
        rereading = asyncio.create_task(_reread(taking, again))
        await asyncio.wait((ending, stopping), return_when=asyncio.FIRST_COMPLETED)
        for task in (stopping, rereading):
            task.cancel()
        if ending.done():
            ending.result()
        ending.cancel()


async def _reread(taking: "Bridge", again: asyncio.Event) -> None:
    while True:
        await again.wait()
        again.clear()
        await taking.reload()
