"""The page on policies names every rule that a Flow can carry, at its level, and its examples are good policies."""

import re
from pathlib import Path

from schemas.rules import RULES
from tests.inspect.tag.build import policies

PAGE = (Path(__file__).parents[2] / "docs/policies.md").read_text("utf-8")
ELSEWHERE = {"subject.returned", "records.missed"}  # not said of single messages


def test_every_rule_stands_in_the_table_at_its_level() -> None:
    table = {}
    for line in PAGE.splitlines():
        if match := re.match(r"\| (`[a-z.`, -]+) \| ([a-z ]+) \|", line):
            table |= dict.fromkeys(re.findall("`([a-z.-]+)`", match[1]), match[2])
    assert table.keys() >= RULES.keys() - ELSEWHERE
    assert {rule: level for rule, level in table.items() if rule in RULES and RULES[rule].level not in level} == {}


def test_the_examples_are_policies_that_load() -> None:
    pack, registry = (block for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
    policy = policies(pack, registry)
    assert {"webshop-no", "connxio"} <= policy.packs.keys()
    assert [entry.id for entry in policy.entries] == ["orders-erp-to-carrier"]
