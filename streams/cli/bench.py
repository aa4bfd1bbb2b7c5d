"""`spor bench inspect`: naive Presidio, joined Presidio, parity, resolved, the inspector and the floor, side by side in one run."""

from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.table import Table

from streams.bench.run import PASSES, Comparison, compare
from streams.bench.ways import WAYS
from streams.cli.options import Json

bench = typer.Typer(no_args_is_help=True, help="Measure on this machine.")
KB, MB = 1024, 1024 * 1024


@bench.callback()
def measure() -> None:
    """Measure on this machine."""


@bench.command("inspect")
def inspect(
    messages: Annotated[int, typer.Option("--messages", min=1, help="Of 1 KB, for each load; of the larger ones it takes few.")] = 200,
    large: Annotated[bool, typer.Option("--large/--small", help="Also messages of 100 KB and 10 MB.")] = True,
    way: Annotated[list[str] | None, typer.Option("--way", help=f"Only these: {', '.join(WAYS)}; repeatable.")] = None,
    as_json: Json = False,
) -> None:
    """How fast personal data is found, beside Presidio as it comes and beside the least that any detector must do.

    Example: spor bench inspect --messages 100 --small
    """
    if unknown := sorted(set(way or ()) - set(WAYS)):
        raise typer.BadParameter(f"{unknown[0]} is none of {', '.join(WAYS)}", param_hint="--way")
    sizes = {"1 KB": (KB, messages)} | ({"100 KB": (100 * KB, max(2, messages // 40)), "10 MB": (10 * MB, 1)} if large else {})
    said = Console(stderr=True)
    with said.status("building the ways") as status:
        comparison = compare(sizes, [name for name in WAYS if not way or name in way], status.update)
    if as_json:
        typer.echo(orjson.dumps(comparison.as_json()))
    else:
        _show(comparison)


def _show(comparison: Comparison) -> None:
    console = Console()
    table = Table(box=None, header_style="dim", pad_edge=False)
    for name in ("load", "way", "messages", "messages/s", "µs per KB", "findings", "planted found"):
        table.add_column(name, justify="left" if name in ("load", "way") else "right")
    for figures in comparison.figures:
        row = figures.as_json()
        planted = f"{row['planted_found']:.1%}" if row["planted_found"] is not None else ""
        table.add_row(
            figures.load,
            figures.way,
            f"{figures.messages:,}",
            f"{figures.rate:,.1f}",
            f"{row['us_per_kb']:,}",
            f"{figures.findings:,}",
            planted,
        )
    console.print(table)
    ratios = Table(box=None, header_style="dim", pad_edge=False, show_header=False)
    for name, ratio in comparison.ratios().items():
        if ratio is not None:
            ratios.add_row(name.replace("_", " "), f"{ratio:.2f}")
    console.print(ratios)
    if comparison.compared:
        console.print(f"parity against naive: {comparison.differences} differences in {comparison.compared:,} findings", highlight=False)
    for name, runs in (*((n, w.runs) for n, w in WAYS.items()), *PASSES.items()):
        console.print(f"[dim]{name}: {runs}[/dim]", highlight=False)
