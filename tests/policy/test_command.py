"""`spor policy check`: what it prints and how it ends."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from streams.cli.policy import policy
from tests.inspect.tag.build import PACK, REGISTRY


def run(*arguments: str) -> Result:
    return CliRunner().invoke(policy, ["check", *arguments])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    (tmp_path / "pack.yaml").write_text(PACK, "utf-8")
    (tmp_path / "flows.yaml").write_text(REGISTRY.replace("controller: webshop-no", "controller: nobody"), "utf-8")
    return tmp_path


def test_shipped_packs_alone_are_in_order() -> None:
    result = run()
    assert (result.exit_code, "0 errors, 0 warnings" in result.stdout) == (0, True)


def test_warnings_are_printed_and_the_policies_stay_usable(good: Path) -> None:
    result = run(str(good))
    assert result.exit_code == 0
    assert f"{good}/flows.yaml:4: warning: orders-erp-to-carrier: no pack of controller nobody" in result.stdout
    assert f"{good}/pack.yaml:1: warning: webshop-no: no flow of the registry has this controller" in result.stdout
    assert "in force: sha256:" in result.stdout


def test_every_error_is_printed_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("pack: a\nversion: 1\nrole: controler\ntitel: x\n", "utf-8")
    result = run(str(tmp_path))
    assert result.exit_code == 1
    assert f'{tmp_path}/a.yaml:3: role: "controler" is none of controller, processor; did you mean "controller"?' in result.stdout
    assert f'{tmp_path}/a.yaml:4: "titel" is no key; did you mean "title"?' in result.stdout
    assert "2 errors" in result.stdout


def test_programs_read_lines_of_json_and_a_summary(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("flows: [{id: a, match: {topic: t}}]", "utf-8")
    result = run(str(tmp_path), "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert lines[0] == {"level": "error", "file": f"{tmp_path}/a.yaml", "line": 1, "message": "lacks controller"}
    assert (lines[-1]["summary"], lines[-1]["errors"], lines[-1]["digest"], result.exit_code) == (True, 1, None, 1)


def test_a_folder_that_is_not_there_is_wrong_use() -> None:
    assert run("/no/such/folder").exit_code == 2
