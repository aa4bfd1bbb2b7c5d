"""`spor policy explain`: what a rule means, what to do about it, and which packs in force make it a violation."""

from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.table import Table

from schemas.dpv import did_you_mean
from schemas.rules import RULES, alerts
from streams.cli.options import Json, Policies
from streams.policy.guidance import GUIDANCE
from streams.policy.load import load


def explain(
    rule: Annotated[str | None, typer.Argument(metavar="RULE", help="A rule's id; left out: all of them.", show_default=False)] = None,
    policies: Policies = None,
    json: Json = False,
) -> None:
    """Say what a rule means to a person and what to do about it; without RULE, all rules at a glance.

    Example: spor policy explain transfer.safeguard-void
    """
    if rule is not None and rule not in RULES:
        raise typer.BadParameter(f'"{rule}" is no rule{did_you_mean(rule, RULES)}; without RULE all are listed')
    raised = {r.rule: f"pack {h.pack.pack}" for held in load(policies).packs.values() for h in held for r in h.pack.raises}
    told = [_told(name, raised.get(name)) for name in ([rule] if rule else RULES)]
    if json:
        for row in told:
            typer.echo(orjson.dumps(row))
    elif rule:
        _page(told[0])
    else:
        _table(told)


def _told(rule: str, raised_by: str | None) -> dict[str, object]:
    known, guidance = RULES[rule], GUIDANCE[rule]
    return {
        "rule": rule,
        "level": known.level,
        "source": known.source,
        "alerts": alerts(rule, known.level),
        "says": known.says,
        "means": guidance.means,
        "do": list(guidance.do),
        "law": guidance.law,
        "raised_by": raised_by,
    }


def _page(row: dict[str, object]) -> None:
    console = Console(highlight=False, soft_wrap=False)
    console.print(f"[bold]{row['rule']}[/bold]  {row['level']}, source {row['source']}{', alerts' if row['alerts'] else ''}")
    if row["raised_by"]:
        console.print(f"raised to a violation by {row['raised_by']}")
    console.print(f"\n{row['says']}\n{row['means']}\n\nWhat to do")
    steps = row["do"]
    assert isinstance(steps, list)
    for number, step in enumerate(steps, 1):
        console.print(f"  {number}. {step}")
    if row["law"]:
        console.print(f"\nLaw: {row['law']}")


def _table(rows: list[dict[str, object]]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("rule", "level", "source", "alerts", "says"):
        table.add_column(name, overflow="fold", no_wrap=name == "rule")
    for row in rows:
        table.add_row(str(row["rule"]), str(row["level"]), str(row["source"]), "yes" if row["alerts"] else "", str(row["says"]))
    Console(highlight=False).print(table)
