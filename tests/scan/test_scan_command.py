"""`spor scan` keeps its lines, its exit codes, and the values to itself unless asked."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from streams.cli.main import app
from tests.messages import archeo, b64

CONTACT = {"customer": {"name": "Kari Eksempel", "email": "kari@example.org"}, "stock": 3}
FIELDS = {"file", "place", "path", "start", "end", "byte_start", "byte_end", "entity", "category", "score", "evidence", "recognizer"}


@pytest.fixture
def message(tmp_path: Path) -> Path:
    path = tmp_path / "contact.json"
    path.write_text(json.dumps(CONTACT), "utf-8")
    return path


def run(*arguments: object, given: bytes | None = None):
    return CliRunner().invoke(app, ["scan", *map(str, arguments)], input=given)


def lines(result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_finding_is_a_line_and_the_summary_is_the_last(message):
    result = run("--json", message)
    *found, summary = lines(result)
    assert (result.exit_code, summary) == (0, {"summary": True, "files": 1, "findings": 2, "scanned": {"full": 1}})
    assert all(set(one) >= FIELDS for one in found)
    assert {(one["file"], one["place"], one["path"], one["entity"], one["category"]) for one in found} == {
        (str(message), "body", "$.customer.name", "PERSON", "pd:Name"),
        (str(message), "body", "$.customer.email", "EMAIL_ADDRESS", "pd:EmailAddress"),
    }
    assert all(isinstance(one["score"], float) and 0 < one["score"] <= 1 for one in found)


def test_offsets_count_code_points_of_the_value(tmp_path):
    path = tmp_path / "note.json"
    path.write_text(json.dumps({"note": "blåbær 🫐 kari@example.org"}), "utf-8")
    one, _ = lines(run("--json", path))
    assert (one["start"], one["end"]) == (9, 25)


def test_byte_offsets_count_in_the_file_or_the_body_in_it_and_are_null_beside_it(tmp_path):
    note = tmp_path / "note.json"
    note.write_bytes(b'{"note": "bl\\u00e5b\xc3\xa6r kari@example.org"}')
    step = tmp_path / "step.json"
    step.write_text(json.dumps(archeo({"mail": "ola@example.org"}, description="from per@example.org")), "utf-8")
    one, inside, beside, _ = lines(run("--json", note, step))
    assert note.read_bytes()[one["byte_start"] : one["byte_end"]] == b"kari@example.org"
    body = b'{"mail":"ola@example.org"}'
    assert body[inside["byte_start"] : inside["byte_end"]] == b"ola@example.org"
    assert (beside["path"], beside["byte_start"], beside["byte_end"]) == ("$.description", None, None)


def test_paths_are_not_folded(tmp_path):
    path = tmp_path / "many.json"
    path.write_text(json.dumps([{"email": f"p{n}@example.org"} for n in range(3)]), "utf-8")
    assert [one["path"] for one in lines(run("--json", path))[:-1]] == [f"$[{n}].email" for n in range(3)]


def test_no_value_is_printed_unless_asked_for(message):
    for arguments in ((message,), ("--json", message)):
        result = run(*arguments)
        assert "kari@example.org" not in result.output
        assert "Kari Eksempel" not in result.output


def test_values_are_printed_when_asked_for_with_a_warning_on_stderr(message):
    result = run("--json", "--show-values", message)
    assert {one["value"] for one in lines(result)[:-1]} == {"kari@example.org", "Kari Eksempel"}
    assert "--show-values" in result.stderr
    assert "kari@example.org" not in result.stderr


def test_the_value_of_a_personal_key_and_of_an_envelope_word_are_shown_too(tmp_path):
    key = tmp_path / "key.json"
    key.write_text(json.dumps({"members": {"kari@example.org": {"role": "admin"}}}), "utf-8")
    word = tmp_path / "word.json"
    word.write_text(json.dumps(archeo(sender="ola@example.org", description="ok", metadata={})), "utf-8")
    found = lines(run("--json", "--show-values", key, word))[:-1]
    assert ("object_key", "kari@example.org") in {(one["place"], one["value"]) for one in found}
    assert ("envelope", "ola@example.org") in {(one["place"], one["value"]) for one in found}


def test_an_organisation_number_is_printed_and_marked_not_personal(tmp_path):
    path = tmp_path / "supplier.json"
    path.write_text(json.dumps({"organisasjonsnummer": "974760673"}), "utf-8")
    one, summary = lines(run("--json", path))
    assert (one["entity"], one["category"], one["personal"]) == ("ORGANIZATION_NUMBER", None, False)
    assert summary["findings"] == 1
    assert "not personal" in run(path).stdout
    assert run("--fail-on", "finding", path).exit_code == 0


@pytest.mark.parametrize(
    ("level", "value", "code"),
    [
        ("finding", CONTACT, 1),
        ("finding", {"stock": 3}, 0),
        ("gap", CONTACT, 1),  # personal data in a flow that the registry does not know
        ("gap", {"stock": 3}, 0),
        ("violation", CONTACT, 0),
    ],
)
def test_the_exit_code_is_1_only_under_fail_on(tmp_path, level, value, code):
    path = tmp_path / "m.json"
    path.write_text(json.dumps(value), "utf-8")
    assert run("--fail-on", level, path).exit_code == code
    assert run(path).exit_code == 0


def test_a_violation_of_the_given_policies_fails(tmp_path):
    path = tmp_path / "wrong-party.json"
    path.write_text(json.dumps(archeo()), "utf-8")
    demo = Path(__file__).parents[2] / "policies" / "demo"
    assert run("--fail-on", "violation", "--policies", demo, path).exit_code == 1
    assert run("--fail-on", "violation", path).exit_code == 0


def test_standard_input_is_a_file_named_dash():
    one, *_ = lines(run("--json", "-", given=json.dumps({"email": "kari@example.org"}).encode()))
    assert (one["file"], one["path"]) == ("-", "$.email")


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_scanned(tmp_path, message):
    result = run("--json", tmp_path / "missing.json", message, tmp_path)
    assert result.exit_code == 3
    assert "missing.json: no such file or directory" in result.stderr
    assert lines(result)[-1]["files"] == 1


def test_lines_of_ndjson_are_one_message(tmp_path):
    path = tmp_path / "rows.ndjson"
    path.write_text('{"email": "a@example.org"}\n{"email": "b@example.org"}\n', "utf-8")
    first, second, summary = lines(run("--json", path))
    assert (first["path"], second["path"], summary["scanned"]) == ("[0].email", "[1].email", {"full": 1})


def test_a_list_of_steps_is_as_many_messages(tmp_path):
    path = tmp_path / "steps.json"
    path.write_text(json.dumps([archeo(), archeo()]), "utf-8")
    *found, summary = lines(run("--json", "--platform", "connxio", path))
    assert summary["scanned"] == {"full": 2}
    assert {one["part"] for one in found} == {0, 1}


def test_the_platform_tells_the_envelope_and_an_unknown_one_is_wrong_use(message):
    assert run("--platform", "connxio", "--json", message).exit_code == 0
    assert run("--platform", "nonesuch", message).exit_code == 2
    assert run("--format", "nonesuch", message).exit_code == 2


def test_a_format_says_what_a_body_is(tmp_path):
    path = tmp_path / "plain"
    path.write_bytes(b'{"email": "kari@example.org"')
    broken = lines(run("--json", "--format", "json", path))[-1]
    assert broken["scanned"] == {"partial": 1}


@pytest.mark.parametrize(
    ("name", "text", "paths"),
    [
        ("one-column.csv", "epost\nkari@example.org\n", {"[0].epost"}),
        ("cut.edi", "NAD+BY'COM+kari@example.org:EM'", {"COM[1]/1.1"}),
        ("x12.edi", "ISA*00*kari@example.org~", {"$"}),
        ("mail.eml", "Subject: kari@example.org\n\nhei", {"$.Subject"}),
        ("MAIL.EML", "Subject: kari@example.org\n\nhei", {"$.Subject"}),
        ("fragment.xml", "<p>kari@example.org</p>", {"/p"}),
        ("page.html", "<p>kari@example.org</p>", {"$"}),
        ("book.se", '#FLAGGA 0\n#PROSA "kari@example.org"\n', {"[1].PROSA.text"}),
        ("lines.ndjson", '{"a": "kari@example.org"}\n{"a": 1}\n', {"[0].a"}),
        ("note", "Subject: kari@example.org\n\nhei", {"$"}),
    ],
)
def test_a_file_is_what_its_name_ends_in_where_no_format_is_given(tmp_path, name, text, paths):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert {one["path"] for one in lines(run("--json", path))[:-1]} == paths


def test_a_format_wins_over_a_name(tmp_path):
    path = tmp_path / "letter.eml"
    path.write_text("Subject: kari@example.org", "utf-8")
    assert [one["path"] for one in lines(run("--json", "--format", "text", path))[:-1]] == ["$"]


def test_control_characters_of_a_message_are_shown_and_not_obeyed(tmp_path):
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps({"a\x1b[31mred": {"email": "kari@example.org"}}), "utf-8")
    assert "\x1b[31m" not in run(path).stdout


def test_a_body_in_base64_is_opened(tmp_path):
    path = tmp_path / "wrapped.json"
    path.write_text(json.dumps({"metadata": {}, "body": b64(CONTACT), "interchangeId": "i-1", "isTestRun": False}), "utf-8")
    assert "$.customer.email" in {one.get("path") for one in lines(run("--json", path))}


def test_the_command_as_a_person_calls_it(message):
    command = [sys.executable, "-m", "streams.cli.main", "scan", str(message)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONUTF8": "1"})
    assert done.returncode == 0
    assert "2 findings in 1 file; scanned: 1 full" in done.stdout
    assert done.stderr == ""
