"""Compose file, image and units start what the command line has, without secrets and without root."""

import json
import re
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from typer.main import get_command

from streams.bridge.credentials import Doorman
from streams.bridge.sources import load
from streams.cli.file import default_map
from streams.cli.main import app
from streams.kafka.properties import read
from streams.references import rules
from tests.deploy.compose import COMPOSE, OURS, ROOT, copied, health_check


def test_compose_has_kafka_worker_and_dashboard():
    assert {"kafka", "worker", "dashboard"} <= set(COMPOSE["services"])
    assert set(OURS) == {"topics", "worker", "bridge", "dashboard", "traffic"}


def _calls() -> dict[str, list[str]]:
    """Every command of ours that a service or a unit runs, by where it stands."""
    calls = {name: service["command"] for name, service in OURS.items()}
    for unit in sorted((ROOT / "deploy").glob("*.service")):
        program, *words = re.search(r"^ExecStart=(.+)$", unit.read_text("utf-8"), re.MULTILINE)[1].split()
        assert program.endswith("/spor")
        calls[unit.name] = words
    return calls


@pytest.mark.parametrize("where", _calls())
def test_what_is_started_exists_with_its_flags(where):
    command, words = get_command(app), list(_calls()[where])
    while hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    parameters = {flag: p for p in command.params for flag in p.opts}
    while words:
        flag = parameters[words.pop(0)]
        assert flag.is_flag or words.pop(0)


def test_a_started_worker_taps_what_a_started_bridge_writes(tmp_path):
    assert [volume.partition(":")[0] for volume in OURS["bridge"]["volumes"]] == ["./deploy/sources.toml.example"]
    inboxes = {f"spor.inbox.{name}" for name in load(copied("sources.toml", tmp_path))}
    taps = {word.partition("=")[0] for word in OURS["worker"]["command"]}
    made = {f"spor.inbox.{name}" for flag, name in pairwise(OURS["topics"]["command"]) if flag == "--inbox"}
    assert inboxes == {tap for tap in taps if tap.startswith("spor.inbox.")} == made


def test_the_bridge_s_secret_is_a_file_where_its_sources_look_for_it(tmp_path):
    service = OURS["bridge"]
    [mounted] = [volume.split(":")[1] for volume in service["volumes"]]
    assert mounted == service["command"][service["command"].index("--sources") + 1]
    [secret] = service["secrets"]
    assert set(service["environment"]) == {"SPOR_BOOTSTRAP_SERVERS"}
    assert secret["source"] in COMPOSE["secrets"]
    sources = copied("sources.toml", tmp_path)
    key = tmp_path / Path(secret["target"]).relative_to(Path(mounted).parent)
    key.parent.mkdir()
    key.write_text("a-key-of-connxio-in-spring\n", "utf-8")
    doorman = Doorman.of(load(sources), sources)
    assert doorman.knows_key("connxio", Headers({"x-api-key": "a-key-of-connxio-in-spring"}))
    ignored = subprocess.run(["git", "check-ignore", "-q", "deploy/secrets/connxio-key"], check=False, cwd=ROOT)
    assert ignored.returncode == 0, "nobody commits it by mistake"


@pytest.mark.parametrize(("status", "code"), [(200, 0), (503, 1)])
def test_the_bridge_s_health_check_tells_whether_calls_are_taken(status, code):
    class Healthz(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, *_):
            """Nothing."""

    with HTTPServer(("127.0.0.1", 0), Healthz) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        program, *words = health_check(server.server_port)
        assert program == "python"
        done = subprocess.run([sys.executable, *words], capture_output=True, check=False, timeout=60)
        server.shutdown()
    assert done.returncode == code


def test_the_examples_are_such_as_the_commands_take(tmp_path):
    assert set(load(copied("sources.toml", tmp_path))) == {"connxio"}
    assert rules.load(copied("references.yaml", tmp_path)).hosts
    assert read(copied("client.properties", tmp_path))
    assert default_map(copied("spor.toml", tmp_path), get_command(app))["worker"]["processes"] == 4


def test_nothing_listens_to_other_machines():
    ports = [port for s in COMPOSE["services"].values() for port in s.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_whoever_is_waited_for_is_there():
    for service in COMPOSE["services"].values():
        assert set(service.get("depends_on", {})) <= set(COMPOSE["services"])


def test_docker_accepts_the_compose_file():
    docker = shutil.which("docker")
    if docker is None or subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        pytest.skip("Docker's compose plugin is not here")
    done = subprocess.run([docker, "compose", "config", "--format", "json"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert set(json.loads(done.stdout)["services"]) >= {"kafka", "worker", "dashboard"}


def test_the_image_does_not_run_as_root_and_installs_from_the_lock():
    text = (ROOT / "Dockerfile").read_text("utf-8")
    assert re.search(r"^USER (?!root)\w", text, re.MULTILINE)
    assert "--require-hashes -r requirements.lock" in text


def test_the_image_gets_what_the_wheel_is_made_of():
    let_in = set(re.findall(r"^!(\S+)", (ROOT / ".dockerignore").read_text("utf-8"), re.MULTILINE))
    copied = {
        name
        for line in re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
        for name in line.split()
    }
    assert copied == let_in
    assert {"schemas", "streams", "policies"} <= copied


@pytest.mark.parametrize("script", [".ci/run"])
def test_scripts_parse_and_stop_at_the_first_error(script):
    path = ROOT / script
    assert "set -euo pipefail" in path.read_text("utf-8")
    assert path.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", str(path)], capture_output=True, check=False).returncode == 0
