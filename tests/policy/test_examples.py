"""`spor policy test`: examples that hold, that do not, and files that are none."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from streams.cli.main import app
from streams.policy.examples import read_examples
from streams.policy.load import demo_policies, load
from streams.policy.problems import PolicyError
from tests.inspect.tag.build import PACK, REGISTRY

ORDER = """\
policies: .
examples:
  - says: an order is what the register promises
    message:
      adapter: connxio
      time: 2025-11-30T10:00:06Z
      value: |
        {"transactionId": "7d4e0000-0000-4000-8000-000000000001", "transactionType": "Order", "messageType": "Inbound",
         "sender": "ERP", "receiver": "Carrier", "bodyContent": {"customer": {"email": "kari@example.org"}},
         "metadata": {"configCorrelationId": "5d0c0000-0000-4000-8000-000000000001", "started": "2025-11-30T10:00:00Z"}}
    expect: {verdict: compliant, paths: [$.customer.email], until: {engine: 2026-02-28, accounting: 2030-12-31}}
"""


def spor(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["policy", "test", *arguments])
    return result.exit_code, result.output


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pack.yaml").write_text(PACK, "utf-8")
    (tmp_path / "flows.yaml").write_text(REGISTRY, "utf-8")
    (tmp_path / "examples.yaml").write_text(ORDER, "utf-8")
    return tmp_path


def test_the_demos_own_examples_hold() -> None:
    assert spor(str(demo_policies() / "examples.yaml")) == (0, "4 examples, 0 that do not hold\n")


def test_a_file_of_examples_may_lie_among_the_policies(folder: Path) -> None:
    assert {"webshop-no"} <= load(folder).packs.keys()
    assert spor(str(folder / "examples.yaml")) == (0, "1 examples, 0 that do not hold\n")


def test_an_example_that_does_not_hold_says_where_and_how_it_differs(folder: Path) -> None:
    file = folder / "examples.yaml"
    file.write_text(ORDER.replace("verdict: compliant", "verdict: gap, rules: [category.undeclared]"), "utf-8")
    code, said = spor(str(file))
    assert code == 1
    assert said == (
        f"{file}:3: an order is what the register promises\n"
        "    verdict: expected gap; got compliant\n"
        "    rules: expected category.undeclared; got none\n"
        "1 examples, 1 that do not hold\n"
    )


def test_programs_read_a_line_per_example_and_a_summary(folder: Path) -> None:
    file = folder / "examples.yaml"
    file.write_text(ORDER.replace("2026-02-28", "2026-03-01"), "utf-8")
    code, said = spor(str(file), "--json")
    outcome, summary = map(json.loads, said.splitlines())
    assert (code, summary) == (1, {"summary": True, "examples": 1, "failed": 1})
    assert outcome["differences"] == [
        {"field": "until", "expected": "accounting 2030-12-31, engine 2026-03-01", "got": "accounting 2030-12-31, engine 2026-02-28"}
    ]


def test_policies_given_go_before_the_files_own(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    code, said = spor(str(folder / "examples.yaml"), "--policies", str(other))
    assert (code, "verdict: expected compliant; got gap" in said) == (1, True)


def test_a_message_of_several_parts_is_asked_for_by_its_number(folder: Path) -> None:
    file = folder / "examples.yaml"
    file.write_text(ORDER.replace("      adapter: connxio\n", '      adapter: connxio\n      part: "1"\n'), "utf-8")
    assert "part: expected 1; got the record holds 1 messages" in spor(str(file))[1]


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("expect:", "expekt:", 'examples[0] lacks expect'),
        ("verdict: compliant", "verdikt: compliant", '"verdikt" is no key of examples[0].expect; did you mean "verdict"?'),
        ("2025-11-30T10:00:06Z", "yesterday", "time: no date and time: write it as 2025-11-30T10:00:00Z"),
        ("policies: .\nexamples:", "policies: .\nexample:", "lacks examples"),
        ("adapter: connxio", "part: first", "part: no number: the messages of a record are counted from 0"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_file_is_told_with_its_line(folder: Path, was: str, becomes: str, says: str) -> None:
    file = folder / "examples.yaml"
    file.write_text(ORDER.replace(was, becomes), "utf-8")
    with pytest.raises(PolicyError) as wrong:
        read_examples(file)
    assert str(wrong.value).startswith(f"{file}:")
    assert says in str(wrong.value)
