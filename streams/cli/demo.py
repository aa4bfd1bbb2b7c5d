"""`spor demo`: traffic of both platforms, inspected and judged, in under a minute and with nothing but Python."""

import asyncio
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from streams.demo.material import MESSAGES, PLANTED, RECORDING, both_platforms, write
from streams.demo.offline import offline
from streams.demo.picture import files, next_steps, picture
from streams.policy.load import shipped_packs


def demo(
    count: Annotated[int, typer.Option("--count", min=1, help="How many messages.")] = 2000,
    out: Annotated[Path, typer.Option("--out", file_okay=False, help="Where the files go; made anew.")] = Path("demo-out"),
    seed: Annotated[str, typer.Option("--seed", help="The same seed gives the same messages.")] = "1",
) -> None:
    """A web shop's and a payroll office's messages over two platforms, with invented persons: what Spor makes of them.

    Example: spor demo --count 2000
    """
    console = Console()
    shutil.rmtree(out, ignore_errors=True)
    policies = shipped_packs().parent / "demo"
    with Progress(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=console, transient=True) as progress:
        task = progress.add_task("messages", total=None)
        sent = write(both_platforms(count, seed), out)
        size = (out / RECORDING).stat().st_size
        progress.update(task, description="inspecting", total=size)
        tally = asyncio.run(offline(out / RECORDING, out, policies, lambda done: progress.update(task, completed=done)))
    console.print(picture(tally, sent))
    console.print(
        files(
            out,
            [
                (RECORDING, "the messages, as a recording"),
                (PLANTED, "every personal value in them, and where it stands"),
                (MESSAGES, "single messages to scan"),
                ("spor.flows.ndjson", "one flow per message: no personal value in it"),
                ("spor.alerts.ndjson", "alerts (CloudEvents)"),
                ("spor.lineage.ndjson", "lineage (OpenLineage)"),
            ],
        )
    )
    spor = _command()
    console.print(
        next_steps(
            [
                (f"{spor} scan {out / MESSAGES}/*.json", "what is personal in a message, and where"),
                (f"{spor} replay {out / RECORDING} --out {out / 'again'} --policies {policies}", "the same flows again, byte for byte"),
            ]
        )
    )


def _command() -> str:
    """How `spor` was called here, so that what is printed can be typed."""
    return sys.argv[0] if Path(sys.argv[0]).name == "spor" else "spor"
