"""Compose file, image and units start what the command line has, without secrets and without root."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
OURS = {name: s for name, s in COMPOSE["services"].items() if s.get("image") == "spor"}


def test_compose_has_kafka_worker_and_dashboard():
    assert {"kafka", "worker", "dashboard"} <= set(COMPOSE["services"])
    assert set(OURS) == {"topics", "worker", "dashboard", "traffic"}


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
