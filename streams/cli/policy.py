"""`spor policy check`: what is wrong with packs and registry, at which line, and what they show before any traffic."""

import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import orjson
import typer

from streams.cli.options import Json
from streams.policy.check import errors, unused, warnings
from streams.policy.load import gather, load, read_folder
from streams.policy.problems import Problem
from streams.policy.static import StaticFinding, findings

policy = typer.Typer(no_args_is_help=True)


@policy.callback(help="Packs and the flow registry.")
def group() -> None:
    """With a callback Typer keeps `spor policy` a group, however few its commands."""


class FailOn(StrEnum):
    violation = "violation"
    gap = "gap"


Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="[DIR]",
        envvar="SPOR_POLICIES",
        exists=True,
        file_okay=False,
        help="Packs and registry of your own, added to the shipped ones.",
    ),
]
FailOnOption = Annotated[FailOn | None, typer.Option("--fail-on", help="Exit 1 for static findings of this level or worse.")]


@policy.command("check")
def check(directory: Folder = None, fail_on: FailOnOption = None, json: Json = False) -> None:
    """Check the shipped packs and those of DIR: every error with its file and line, what looks unmeant, and what the
    registry shows before any traffic (logs, look-ups, endpoints).

    Exit codes: 0 in order (warnings and static findings allowed), 1 errors found, or findings under --fail-on.

    Example: spor policy check policies/demo
    """
    read = gather(directory)
    wrong = errors(read)
    own = {found.value.pack for found in read_folder(directory).packs} if directory is not None else set()
    unmeant = [] if wrong else sorted({*warnings(read), *unused(read, own)})
    seen = [] if wrong else findings(read)
    digest = None if wrong else load(directory).digest
    counts = {"packs": len(read.packs), "flows": len(read.flows), "errors": len(wrong), "warnings": len(unmeant)}
    counts |= {"findings": len(seen)}
    if json:
        _print_json(wrong, unmeant, seen, counts | {"digest": digest})
    else:
        _print_text(wrong, unmeant, seen, counts | {"digest": digest})
    ours = [finding for finding in seen if finding.rule != "notice.defect"]  # a notice's own faults: not for the registry to mend
    failed = fail_on is not None and any(fail_on is FailOn.gap or finding.level == "violation" for finding in ours)
    sys.exit(1 if wrong or failed else 0)


def _print_json(wrong: Sequence[Problem], unmeant: Sequence[Problem], seen: Sequence[StaticFinding], counts: Mapping[str, object]) -> None:
    """NDJSON: a line per problem and per finding, then a summary."""
    for level, problems in (("error", wrong), ("warning", unmeant)):
        for problem in problems:
            typer.echo(orjson.dumps({"level": level, **problem.row()}))
    for finding in seen:
        typer.echo(orjson.dumps(finding.row()))
    typer.echo(orjson.dumps({"summary": True, **counts}))


def _print_text(wrong: Sequence[Problem], unmeant: Sequence[Problem], seen: Sequence[StaticFinding], counts: Mapping[str, object]) -> None:
    for problem in wrong:
        typer.echo(f"{problem}")
    for problem in unmeant:
        typer.echo(f"{problem.file}:{problem.line}: warning: {problem.says}")
    for finding in seen:
        typer.echo(f"{finding}")
    typer.echo("{packs} packs, {flows} flows: {errors} errors, {warnings} warnings, {findings} static findings".format(**counts))
    if counts["digest"]:
        typer.echo(f"in force: {counts['digest']}")
