"""The services of the compose file, started as it starts them, on a real Kafka and with the secret as a file."""

import asyncio
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from typer.testing import CliRunner

from streams.cli.main import app
from tests.bridge.bridges import Command
from tests.deploy.compose import OURS, copied, health_check
from tests.kafka.harness import Site
from tests.messages import archeo, text

KEY = "a-key-of-connxio-in-spring"


async def test_a_webhook_to_the_bridge_s_service_becomes_a_flow_of_the_worker_s(site: Site, tmp_path: Path) -> None:
    made = [*OURS["topics"]["command"], "--bootstrap-servers", site.bootstrap, "--prefix", site.prefix]
    assert (await asyncio.to_thread(CliRunner().invoke, app, made)).exit_code == 0
    sources = copied("sources.toml", tmp_path)
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "connxio-key").write_text(f"{KEY}\n", "utf-8")
    bridge = await asyncio.to_thread(Command.start, site, sources, tmp_path / "log")
    try:
        checked = [sys.executable, *health_check(urlsplit(bridge.url).port or 0)[1:]]
        done = await asyncio.to_thread(subprocess.run, checked, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        async with httpx.AsyncClient(base_url=bridge.url, timeout=30) as client:
            refused, taken = [
                await client.post("/v1/connxio", content=text(archeo()), headers={"X-Api-Key": key})
                for key in ("another-key-altogether", KEY)
            ]
        assert (refused.status_code, taken.status_code) == (401, 200)
        taps = [word.replace("spor.", f"{site.prefix}.", 1) for word in OURS["worker"]["command"] if word.startswith("spor.inbox.")]
        worker = site.command(*(part for tap in taps for part in ("--tap", tap)), "--processes", "1")
        await site.until(lambda: _flows(site), 1)
        assert {(f.platform, f.envelope) for f in await site.flows()} == {("connxio", ("connxio.archeo",))}
        assert (await worker.terminate(), await bridge.terminate()) == (0, 0)
    finally:
        bridge.kill()


async def _flows(site: Site) -> int:
    return len(await site.flows())
