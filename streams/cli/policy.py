"""`spor policy check`: read all packs and the registry, and say at which line each mistake stands."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import orjson
import typer

from streams.cli.options import Json
from streams.policy.check import errors, unused, warnings
from streams.policy.load import gather, load, read_folder
from streams.policy.problems import Problem

policy = typer.Typer(no_args_is_help=True)


@policy.callback(help="Packs and the flow registry.")
def group() -> None:
    """With a callback Typer keeps `spor policy` a group, however few its commands."""


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


@policy.command("check")
def check(directory: Folder = None, json: Json = False) -> None:
    """Check the shipped packs and those of DIR: every error with its file and line, and what looks unmeant.

    Exit codes: 0 in order (warnings allowed), 1 errors found.

    Example: spor policy check policies/demo
    """
    read = gather(directory)
    wrong = errors(read)
    own = {found.value.pack for found in read_folder(directory).packs} if directory is not None else set()
    unmeant = [] if wrong else sorted({*warnings(read), *unused(read, own)})
    digest = None if wrong else load(directory).digest
    counts = {"packs": len(read.packs), "flows": len(read.flows), "errors": len(wrong), "warnings": len(unmeant), "digest": digest}
    if json:
        _print_json(wrong, unmeant, counts)
    else:
        _print_text(wrong, unmeant, counts)
    sys.exit(1 if wrong else 0)


def _print_json(wrong: Sequence[Problem], unmeant: Sequence[Problem], counts: Mapping[str, object]) -> None:
    """NDJSON: a line per problem, then a summary."""
    for level, problems in (("error", wrong), ("warning", unmeant)):
        for problem in problems:
            typer.echo(orjson.dumps({"level": level, **problem.row()}))
    typer.echo(orjson.dumps({"summary": True, **counts}))


def _print_text(wrong: Sequence[Problem], unmeant: Sequence[Problem], counts: Mapping[str, object]) -> None:
    for problem in wrong:
        typer.echo(f"{problem}")
    for problem in unmeant:
        typer.echo(f"{problem.file}:{problem.line}: warning: {problem.says}")
    typer.echo("{packs} packs, {flows} flows: {errors} errors, {warnings} warnings".format(**counts))
    if counts["digest"]:
        typer.echo(f"in force: {counts['digest']}")
