"""`spor policy test`: a pack's own examples, each message through the whole inspector."""

import sys
from pathlib import Path
from typing import Annotated

import orjson
import typer

from streams.cli.options import Json, Policies

Files = Annotated[list[Path], typer.Argument(metavar="FILE…", exists=True, dir_okay=False, help="YAML files of examples.")]


def test(files: Files, policies: Policies = None, json: Json = False) -> None:
    """Run the examples of FILE: each is a message with what has to be said of it.

    The policies are those of --policies, else the folder that the file names, else the shipped packs.
    Exit codes: 0 all hold, 1 one does not, 3 a file or a policy cannot be read.

    Example: spor policy test policies/demo/examples.yaml
    """
    from streams.build import build_inspector  # noqa: PLC0415  # Presidio takes a second to load, which only this command has to wait for
    from streams.policy.examples import read_examples, run  # noqa: PLC0415  # it loads the inspector too

    outcomes = []
    for path in files:
        file = read_examples(path)
        for outcome in run(file, build_inspector(policies or file.folder(path))):
            outcomes.append(outcome)
            if json:
                typer.echo(orjson.dumps(outcome.row()))
            elif outcome.differences:
                typer.echo(f"{outcome.file}:{outcome.line}: {outcome.says}")
                for difference in outcome.differences:
                    typer.echo(f"    {difference.field}: expected {difference.expected}; got {difference.got}")
    failed = sum(bool(outcome.differences) for outcome in outcomes)
    if json:
        typer.echo(orjson.dumps({"summary": True, "examples": len(outcomes), "failed": failed}))
    else:
        typer.echo(f"{len(outcomes)} examples, {failed} that do not hold")
    sys.exit(1 if failed else 0)
