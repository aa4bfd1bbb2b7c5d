"""The demo ends by itself, tells the truth about what it did, and leaves no personal value where none belongs."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from streams.cli.main import app
from streams.demo.live import DemoFailed
from streams.recording import read
from tests.acceptance.leaks import leaked

COUNT = 150
DEMO = Path(__file__).parents[2] / "policies" / "demo"
SPOR = [sys.executable, "-m", "streams.cli.main"]
WIDE = os.environ | {"COLUMNS": "140", "PYTHONUTF8": "1"}
WITH_VALUES = {"traffic.ndjson", "planted.ndjson", "messages"}  # the messages themselves, and the list of what is in them


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("demo")
    done = subprocess.run(
        [*SPOR, "demo", "--count", str(COUNT)], cwd=folder, env=WIDE, capture_output=True, text=True, check=False, timeout=240
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return folder / "demo-out", done.stdout


def test_every_message_has_its_flow_and_lies_in_a_span(ran):
    assert f"{COUNT} of {COUNT} source records have their flow and {COUNT} lie in a span" in " ".join(ran[1].split())


def test_the_picture_has_integrations_categories_purposes_verdicts_alerts_and_files(ran):
    for word in (
        "orders-erp-to-carrier",
        "pd:EmailAddress",
        "dpv:FulfilmentOfContractualObligation",
        "compliant",
        "violation",
        "spor.flows.ndjson",
    ):
        assert word in ran[1]
    assert "5 MiB a partition" in ran[1]  # the embedded broker's limits


def test_a_replay_of_the_demo_s_recording_gives_the_same_flows(ran, tmp_path):
    out, _ = ran
    done = CliRunner().invoke(
        app, ["replay", str(out / "traffic.ndjson"), "--out", str(tmp_path), "--policies", str(DEMO), "--processes", "1"]
    )
    assert done.exit_code == 0, done.output
    live, again = ({raw.key: raw.value for raw in read(folder / "spor.flows.ndjson")} for folder in (out, tmp_path))
    assert live == again


def test_no_planted_value_is_in_any_other_file(ran, tmp_path):
    out, shown = ran
    values = {json.loads(line)["value"] for line in (out / "planted.ndjson").read_text("utf-8").splitlines()}
    (tmp_path / "screen").write_text(shown, "utf-8")
    others = [p for p in out.rglob("*") if p.is_file() and p.relative_to(out).parts[0] not in WITH_VALUES]
    assert {"spor.flows.ndjson", "spor.spans.ndjson", "worker.log", "dashboard.db"} <= {p.name for p in others}
    assert len(values) > 200
    assert leaked(values, [*others, tmp_path / "screen"], tmp_path) == []


def test_the_commands_that_it_says_to_try_work(ran):
    out, shown = ran
    assert re.search(r"spor scan demo-out/messages/\*\.json", shown)
    done = CliRunner().invoke(app, ["scan", "--json", *map(str, sorted((out / "messages").iterdir()))])
    assert done.exit_code == 0
    assert json.loads(done.stdout.splitlines()[-1])["findings"] > 10


def test_a_folder_that_no_demo_made_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    done = CliRunner().invoke(app, ["demo", "--out", str(tmp_path)])
    assert isinstance(done.exception, DemoFailed)
    assert (tmp_path / "thesis.txt").read_text("utf-8") == "mine"


def test_with_wait_the_page_stays_open_at_a_printed_address_until_ctrl_c(tmp_path):
    with (tmp_path / "screen").open("wb") as screen:
        process = subprocess.Popen([*SPOR, "demo", "--wait", "--count", "20"], cwd=tmp_path, env=WIDE, stdout=screen, stderr=screen)
    try:
        address = _address(process, tmp_path / "screen")
        assert httpx.get(address, follow_redirects=True).status_code == 200
        assert httpx.get(address.partition("?")[0]).status_code in (401, 403)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
    finally:
        process.kill()


def _address(process: subprocess.Popen[bytes], screen: Path) -> str:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"The page: (\S+)", screen.read_text("utf-8")):
            return found[1]
        time.sleep(0.2)
    raise AssertionError(screen.read_text("utf-8"))
