"""`spor scan --review` as a person and as a program use it: on files, recordings and standard input, without a value."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from streams.cli.main import app
from streams.recording import record_line
from tests.messages import record

BODIES = [{"customer": {"cf_17": f"Kari Eksempel{i}", "postnr": "0150"}, "blorp": i} for i in range(5)]


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    file = tmp_path / "day.ndjson"
    file.write_bytes(b"".join(record_line(record(body, offset=i)) for i, body in enumerate(BODIES)))
    return file


def run(*arguments: object, given: bytes | None = None):
    return CliRunner().invoke(app, ["scan", "--review", *map(str, arguments)], input=given)


def test_a_recording_is_read_record_by_record_and_a_file_is_one_message(recording, tmp_path):
    message = tmp_path / "m.json"
    message.write_text(json.dumps(BODIES[0]), "utf-8")
    *found, summary = map(json.loads, run("--json", recording, message).stdout.splitlines())
    assert summary.pop("scanned") == {"full": 6}
    assert summary == {"summary": True, "files": 2, "messages": 6, "paths": 2, "likely": 1, "possible": 0, "unlikely": 1, "left_out": 0}
    assert [(row["path"], row["messages"], row["level"]) for row in found] == [
        ("$.customer.cf_17", 6, "likely"),
        ("$.blorp", 6, "unlikely"),
    ]
    assert found[0]["beside"] == ["postnummer"] and found[0]["next"] == "category"


def test_a_table_says_what_to_do_and_shows_no_value(recording):
    done = run(recording)
    assert done.exit_code == 0 and done.stderr == ""
    said = " ".join(done.stdout.split())
    assert "$.customer.cf_17" in said and "declare its category" in said and "2 unknown paths in 5 messages of 1 file" in said
    assert "Eksempel" not in said


def test_standard_input_may_be_a_recording_or_a_message(recording):
    as_file = run("--json", recording).stdout
    assert run("--json", "-", given=recording.read_bytes()).stdout == as_file
    summary = json.loads(run("--json", "-", given=json.dumps(BODIES[0]).encode()).stdout.splitlines()[-1])
    assert (summary["messages"], summary["paths"]) == (1, 2)


def test_the_same_input_gives_the_same_bytes(recording):
    assert len({run(*flags, recording).stdout for flags in (["--json"],) * 3}) == 1


def test_a_format_makes_a_recording_one_message(recording):
    assert json.loads(run("--json", "--format", "ndjson", recording).stdout.splitlines()[-1])["messages"] == 1


def test_a_broken_line_and_a_missing_file_are_3_and_the_rest_is_listed(recording, tmp_path):
    with recording.open("ab") as file:
        file.write(b'{"topic": "kari@example.org"\n')
    done = run("--json", recording, tmp_path / "nosuch.json")
    assert done.exit_code == 3 and "line 6" in done.stderr and "nosuch.json" in done.stderr and "kari" not in done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["messages"] == 5


@pytest.mark.parametrize("flags", [["--show-values"], ["--fail-on", "gap"]])
def test_it_shows_no_values_and_judges_nothing(recording, flags):
    assert run(*flags, recording).exit_code == 2


def test_of_generated_traffic_no_planted_value_is_shown(tmp_path):
    planted = tmp_path / "planted.ndjson"
    made = CliRunner().invoke(
        app, ["traffic", "--platform", "connxio", "--count", "60", "--seed", "7", "--planted", str(planted), "--to", "-"]
    )
    values = {json.loads(line)["value"] for line in planted.read_text("utf-8").splitlines()}
    shown = "".join(run(*flags, "-", given=made.stdout.encode()).stdout for flags in ([], ["--json"]))
    assert len(values) > 50 and "unknown path" in shown
    assert not [value for value in values if len(value) >= 4 and value in shown]
