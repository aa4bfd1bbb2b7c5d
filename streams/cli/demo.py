"""`spor demo`: traffic of both platforms through a worker on an embedded broker, in under a minute and with nothing but Python."""

import asyncio
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from streams import logs
from streams.demo.broker import LIMITS
from streams.demo.live import WORKER_LOG, Course, DemoFailed, Plan, demonstrate
from streams.demo.material import MESSAGES, PLANTED, RECORDING
from streams.demo.picture import files, next_steps, picture
from streams.policy.load import shipped_packs

FILES = (
    (RECORDING, "the messages, as a recording"),
    (PLANTED, "every personal value in them, and where it stands"),
    (MESSAGES, "a few of them as single files"),
    ("spor.flows.ndjson", "one flow per message, without any personal value"),
    ("spor.alerts.ndjson", "alerts (CloudEvents)"),
    ("spor.lineage.ndjson", "lineage (OpenLineage)"),
    ("dashboard.db", "the page's read model (SQLite)"),
    (WORKER_LOG, "what the worker said"),
)


def demo(
    count: Annotated[int, typer.Option("--count", min=1, max=5000, help="How many messages.")] = 2000,
    wait: Annotated[bool, typer.Option("--wait", help="Keep the page open until Ctrl-C.")] = False,
    out: Annotated[Path, typer.Option("--out", file_okay=False, help="Where the files go; made anew.")] = Path("demo-out"),
    seed: Annotated[str, typer.Option("--seed", help="The same seed gives the same messages.")] = "1",
) -> None:
    """A web shop's and a payroll office's messages over two platforms, with invented persons: what Spor makes of them.

    Example: spor demo --wait
    """
    logs.configure("error")
    _emptied(out)
    policies = shipped_packs().parent / "demo"
    asyncio.run(_run(Plan(count, seed, out, policies, os.cpu_count() or 1), wait))


async def _run(plan: Plan, wait: bool) -> None:
    console = Console()
    console.print(LIMITS, style="dim", highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as bars:
        sent = bars.add_task("messages sent    ", total=plan.count)
        followed = bars.add_task("messages followed", total=plan.count)

        def opened(page: str) -> None:
            console.print(f"the page, while it runs: {page}", style="dim", highlight=False, soft_wrap=True)

        def show(course: Course) -> None:
            bars.update(sent, completed=course.sent)
            bars.update(followed, completed=len(course.tally.records))

        async with demonstrate(plan, opened, show) as course:
            bars.stop()
            console.print(picture(course.tally, plan.count), files(plan.out, FILES), next_steps(_steps(plan)))
            if wait:
                console.print(f"\nThe page: {course.page}  (Ctrl-C ends it)", highlight=False, soft_wrap=True)
                await _interrupted()


async def _interrupted() -> None:
    """Until Ctrl-C or SIGTERM."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()


def _emptied(out: Path) -> None:
    """Makes `out` anew; a folder that no demo made is left alone."""
    if out.is_dir() and any(out.iterdir()):
        if not (out / RECORDING).is_file():
            raise DemoFailed(f"{out} holds other things than a demo's; name another folder with --out")
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)


def _steps(plan: Plan) -> list[tuple[str, str]]:
    spor = _near(Path(sys.argv[0])) if Path(sys.argv[0]).name == "spor" else "spor"
    again = plan.out / "replayed"
    return [
        (f"{spor} scan {plan.out / MESSAGES}/*.json", "what is personal in a message, and where"),
        (f"{spor} replay {plan.out / RECORDING} --out {again} --policies {_near(plan.policies)}", "the same flows, with no broker"),
        (f"{spor} policy check {_near(plan.policies)}", "the packs and the registry behind the verdicts"),
        (f"{spor} demo --wait", "the page, kept open"),
    ]


def _near(path: Path) -> Path:
    """Relative to here where it lies below."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
