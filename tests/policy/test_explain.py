"""`spor policy explain`: every rule has its sentences, and a person gets told what to do."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from schemas.rules import RULES
from streams.cli.main import app
from streams.policy.guidance import GUIDANCE
from tests.inspect.tag.build import PACK


def spor(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["policy", "explain", *arguments], env={"COLUMNS": "200", "TERM": "dumb"})
    return result.exit_code, result.output


def test_every_rule_is_explained_and_nothing_else() -> None:
    assert GUIDANCE.keys() == RULES.keys()


@pytest.mark.parametrize("rule", RULES)
def test_a_rules_page_says_level_meaning_and_what_to_do(rule: str) -> None:
    code, page = spor(rule)
    assert code == 0
    assert page.startswith(f"{rule}  {RULES[rule].level}, source {RULES[rule].source}")
    assert RULES[rule].says in page
    assert "What to do\n  1. " in page


def test_without_a_rule_all_are_listed() -> None:
    code, page = spor()
    assert (code, [name for name in RULES if name not in page]) == (0, [])


def test_a_word_that_is_no_rule_is_wrong_use_and_hints_at_one() -> None:
    code, page = spor("transfer.safegard-void")
    assert code == 2
    assert 'did you mean "transfer.safeguard-void"?' in page


def test_a_pack_that_raises_a_rule_is_named(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(PACK.replace("raise: []", 'raise: [{rule: transfer.no-safeguard, cite: "§7"}]'), "utf-8")
    code, page = spor("transfer.no-safeguard", "--policies", str(tmp_path), "--json")
    assert code == 0
    assert json.loads(page) == {
        "rule": "transfer.no-safeguard",
        "level": "gap",
        "source": "law",
        "alerts": True,
        "says": RULES["transfer.no-safeguard"].says,
        "means": GUIDANCE["transfer.no-safeguard"].means,
        "do": list(GUIDANCE["transfer.no-safeguard"].do),
        "law": "GDPR art. 44-49",
        "raised_by": "pack webshop-no",
    }
