"""`spor replay`: exit codes, what is said where, and the worked example through the real inspectors."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from typer.testing import CliRunner

from streams.cli import replay as door
from streams.cli.main import app
from streams.recording import read, record_line
from streams.replay import Plan, Summary
from tests.messages import archeo, record


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    file = tmp_path / "day.ndjson"
    raws = [record(archeo(), offset=41), record(b'{"broken": ', offset=42), record(None, offset=43)]
    file.write_bytes(b"".join(record_line(raw) for raw in raws))
    return file


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["replay", *map(str, arguments)], env={"COLUMNS": "200"})


def test_dead_letters_and_violations_are_no_failure(recording: Path, tmp_path: Path) -> None:
    done = run(recording, "--out", tmp_path / "out", "--processes", 1, "--json")
    assert done.exit_code == 0
    summary = orjson.loads(done.stdout)
    assert (summary["records"], summary["flows"], summary["dead_letters"], summary["summary"]) == (3, 3, 1, True)
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(summary["files"])
    flows = [orjson.loads(r.value or b"") for r in read(tmp_path / "out/spor.flows.ndjson")]
    assert [f["source"]["offset"] for f in flows] == [41, 42, 43]
    assert flows[0]["verdict"] != "compliant" and flows[0]["personal_data"]


def test_a_person_gets_a_summary_and_programs_of_theirs_nothing_on_stderr(recording: Path, tmp_path: Path) -> None:
    done = run(recording, "--out", tmp_path / "out", "--processes", 1)
    assert done.exit_code == 0 and done.stderr == ""
    assert done.stdout.splitlines()[0].split() == ["records", "3"]
    assert "spor.lineage.ndjson" in done.stdout


def test_a_broken_line_is_3_with_its_number_and_nothing_of_its_content(recording: Path, tmp_path: Path) -> None:
    with recording.open("ab") as file:
        file.write(b'{"topic": "kari@example.org"\n')
    done = run(recording, "--out", tmp_path / "out", "--processes", 1)
    said = str(done.exception)
    assert "line 4" in said and "kari" not in said
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("arguments", [["nosuch.ndjson", "--out", "x"], [__file__], [__file__, "--out", "x", "--partitions", "0"]])
def test_wrong_use_is_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_every_flag_reaches_the_replay(recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Plan] = []

    async def replayed(plan: Plan, progress: object) -> Summary:
        heard.append(plan)
        return Summary()

    monkeypatch.setattr(door, "replayed", replayed)
    flags = ["--policies", tmp_path, "--processes", 3, "--tagged", "--partitions", 7, "--window", 5, "--lineage-namespace", "acme"]
    assert run(recording, "--out", tmp_path / "o", *flags, "--prefix", "other").exit_code == 0
    assert heard == [Plan(recording, tmp_path / "o", tmp_path, 3, True, 7, 5, "acme", "other")]
