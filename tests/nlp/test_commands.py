"""`--nlp` where a person gives it: a scan, and a replay, whose inspector children load the pipeline themselves."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from streams.cli.main import app
from streams.recording import record_line
from tests.messages import record
from tests.nlp.pipelines import NAME, NOTE, configured, saved


@pytest.fixture
def nlp(tmp_path: Path) -> Path:
    saved(tmp_path / "tiny")
    return configured(tmp_path, ("nb", "tiny"))


def run(*arguments: object, env: dict[str, str] | None = None):
    return CliRunner().invoke(app, [*map(str, arguments)], env=env)


def test_a_scan_finds_what_the_model_knows_and_without_it_does_not(tmp_path, nlp):
    message = tmp_path / "m.json"
    message.write_text(json.dumps({"note": NOTE}), "utf-8")
    off, on, by_variable = (
        run("scan", "--json", message),
        run("scan", "--json", "--nlp", nlp, message),
        run("scan", "--json", message, env={"SPOR_NLP": str(nlp)}),
    )
    assert json.loads(off.stdout)["findings"] == 0
    one, summary = map(json.loads, on.stdout.splitlines())
    assert (one["path"], one["entity"], one["evidence"], summary["findings"]) == ("$.note", "PERSON", ["model:nb_tiny"], 1)
    assert by_variable.stdout == on.stdout and NAME not in on.stdout


def test_a_replay_gives_the_same_bytes_on_one_child_and_on_four_and_names_the_model(tmp_path, nlp):
    recording = tmp_path / "day.ndjson"
    bodies = [{"note": f"{NOTE} {i % 7}", "by": "admin"} for i in range(200)]
    recording.write_bytes(b"".join(record_line(record(body, offset=i)) for i, body in enumerate(bodies)))
    written = []
    for processes in (1, 4):
        out = tmp_path / str(processes)
        done = run("replay", recording, "--out", out, "--nlp", nlp, "--processes", processes)
        assert done.exit_code == 0, done.exception
        written.append({path.name: path.read_bytes() for path in sorted(out.iterdir())})
    assert written[0] == written[1]
    flows = [json.loads(json.loads(line)["value"]) for line in written[0]["spor.flows.ndjson"].splitlines()]
    assert len(flows) == 200 and all(" nlp/spacy spacy/" in flow["detector"] and "nb=nb_tiny/" in flow["detector"] for flow in flows)
    assert all([row["evidence"] for row in flow["personal_data"]] == [["model:nb_tiny"]] for flow in flows)
    assert NAME not in written[0]["spor.flows.ndjson"].decode()


def test_a_replay_with_a_model_that_is_not_here_starts_nothing_and_is_told_why(tmp_path):
    recording = tmp_path / "day.ndjson"
    recording.write_bytes(record_line(record({"note": NOTE})))
    done = run("replay", recording, "--out", tmp_path / "out", "--nlp", configured(tmp_path, ("nb", "nb_no_such_model")))
    assert "pip install nb_no_such_model" in str(done.exception) and not (tmp_path / "out").exists()


def test_a_pipeline_that_cannot_be_loaded_is_told_by_name(tmp_path, nlp):
    (tmp_path / "tiny" / "config.cfg").write_text("[nlp]\nlang = nb\n", "utf-8")
    message = tmp_path / "m.json"
    message.write_text("{}", "utf-8")
    done = run("scan", "--nlp", nlp, message)
    assert type(done.exception).__name__ == "ModelUnavailable" and "cannot be loaded" in str(done.exception)
