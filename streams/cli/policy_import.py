"""`spor policy import`: a flow registry from what a platform exports of itself."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import orjson
import typer

from schemas.model import SporError
from streams.cli.options import Json
from streams.policy.connxio import Imported, imported
from streams.policy.definition import Refused
from streams.policy.written import written

OUT: Final = Path("registry") / "connxio-import.yaml"
Export = Annotated[Path, typer.Argument(metavar="FILE", help="The export; - is standard input.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", file_okay=False, help=f"Write DIR/{OUT} instead of standard output.")]
Replace = Annotated[bool, typer.Option("--replace", help="Replace an earlier import, with all that was decided in it.")]

importing = typer.Typer(no_args_is_help=True)


class Unusable(SporError):
    """An import that cannot be made: which file, where in it, why, and what next."""


@importing.callback(help="Make a flow registry from what a platform exports.")
def group() -> None:
    """With a callback Typer keeps `spor policy import` a group, however few its platforms."""


@importing.command("connxio")
def connxio(file: Export, out: Out = None, replace: Replace = False, json: Json = False) -> None:
    """Read ConnXio's integration definitions (GET /v2/integrations, one or a list) into a flow registry.

    Whose a flow is the definitions do not say: the controller of each is for a person to decide. Credentials and signed
    queries are never written. Exit codes: 0 imported, 3 refused, at a place that is named by its JSON pointer.

    Example: spor policy import connxio integrations.json --out policies/mine
    """
    try:
        flows = imported(_export(file))
        text = written(flows)
    except Refused as refused:
        raise Unusable(f"{file}: {refused}") from None
    if out is not None:
        _write(out / OUT, text, replace)
    if json:
        _print_json(flows, out)
    elif out is None:
        typer.echo(text, nl=False)
    else:
        _print_notes(flows, out)


def _export(file: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as bad:
        raise typer.BadParameter(f"{file} cannot be read: {bad.strerror}", param_hint="FILE") from None


def _write(path: Path, text: str, replace: bool) -> None:
    """Never over what a person may have decided in it, unless told to."""
    try:
        if path.exists() and path.read_bytes() != text.encode() and not replace:
            raise Unusable(f"{path}: there is an earlier import, and it may hold decisions; move it, or give --replace")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    except OSError as bad:
        raise Unusable(f"{path}: cannot be written: {bad.strerror}") from None


def _print_json(flows: Sequence[Imported], out: Path | None) -> None:
    """NDJSON: a line per flow, then a summary."""
    for flow in flows:
        typer.echo(orjson.dumps({"flow": flow.entry, "notes": flow.notes, "at": flow.at}))
    typer.echo(orjson.dumps({"summary": True, "flows": len(flows), "out": str(out / OUT) if out else None}))


def _print_notes(flows: Sequence[Imported], out: Path) -> None:
    for note in dict.fromkeys(note for flow in flows for note in flow.notes):
        typer.echo(note)
    typer.echo(f"{len(flows)} flows in {out / OUT}; decide their controllers, then run `spor policy check {out}`")
