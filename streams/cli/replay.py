"""`spor replay`: a recording through inspectors and fold into files, with no broker."""

import asyncio
import os
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from schemas.model import canonical
from streams.cli.options import Json, LogLevel, Nlp, OpenReferences, Policies, Prefix, Schemas
from streams.logs import configure
from streams.nlp import file as models
from streams.references import rules
from streams.replay import Plan, Summary
from streams.replay import replay as replayed

Recording = Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="A recording, as `spor record` writes it.")]
Out = Annotated[Path, typer.Option("--out", envvar="SPOR_OUT", file_okay=False, metavar="DIR", help="Where the files go.")]
Processes = Annotated[
    int | None, typer.Option("--processes", envvar="SPOR_PROCESSES", min=1, help="Inspector children.", show_default="one per core")
]
Tagged = Annotated[bool, typer.Option("--tagged", envvar="SPOR_TAGGED", help="Write the tagged copies too.")]
Partitions = Annotated[int, typer.Option("--partitions", envvar="SPOR_PARTITIONS", min=1, help="Partitions of the Flows' topic.")]
Window = Annotated[int, typer.Option("--window", envvar="SPOR_WINDOW", min=1, help="Length of a lineage window, seconds of message time.")]
Namespace = Annotated[str, typer.Option("--lineage-namespace", envvar="SPOR_LINEAGE_NAMESPACE", help="OpenLineage job namespace.")]


def replay(
    file: Recording,
    out: Out,
    policies: Policies = None,
    processes: Processes = None,
    tagged: Tagged = False,
    partitions: Partitions = 4,
    window: Window = 60,
    lineage_namespace: Namespace = "spor",
    prefix: Prefix = "spor",
    open_references: OpenReferences = None,
    schemas: Schemas = None,
    nlp: Nlp = None,
    as_json: Json = False,
    log_level: LogLevel = "warning",
) -> None:
    """What a worker would have written for a recording: Flows, dead letters, alerts, lineage. No broker is needed.

    Example: spor record --tap connxio.log --out day.ndjson && spor replay day.ndjson --out replayed/
    """
    configure(log_level)
    if open_references is not None:
        rules.load(open_references)  # a mistake in it is told before anything starts
    if nlp is not None:
        models.load(nlp)  # and in what they name
    plan = Plan(
        file,
        out,
        policies,
        processes or os.cpu_count() or 1,
        tagged,
        partitions,
        window,
        lineage_namespace,
        prefix,
        references=open_references,
        schemas=schemas,
        nlp=nlp,
    )
    summary = _run(plan)
    if as_json:
        typer.echo(canonical(_as_json(summary, out)))
    else:
        _show(summary, out)


def _run(plan: Plan) -> Summary:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Replaying", total=plan.recording.stat().st_size or None)
        return asyncio.run(replayed(plan, lambda read: progress.update(task, completed=read)))


def _as_json(summary: Summary, out: Path) -> dict[str, object]:
    return {
        "summary": True,
        "records": summary.records,
        "flows": summary.flows,
        "with_personal_data": summary.with_personal_data,
        "dead_letters": summary.dead_letters,
        "alerts": summary.alerts,
        "windows": summary.windows,
        "verdicts": dict(summary.verdicts),
        "scanned": dict(summary.scanned),
        "out": str(out),
        "files": list(summary.files),
    }


def _show(summary: Summary, out: Path) -> None:
    table = Table(show_header=False, box=None, pad_edge=False)
    counted = f"{summary.flows:,}, {summary.with_personal_data:,} with personal data"
    for name, what in (
        ("records", f"{summary.records:,}"),
        ("flows", counted),
        ("verdicts", _counts(summary.verdicts)),
        ("scanned", _counts(summary.scanned)),
        ("dead letters", f"{summary.dead_letters:,}"),
        ("alerts", f"{summary.alerts:,}"),
        ("lineage events", f"{summary.windows:,}"),
        ("files", f"{out}: {', '.join(summary.files)}"),
    ):
        table.add_row(name, what)
    Console().print(table)


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {what}" for what, count in sorted(counts.items(), key=lambda item: -item[1])) or "none"
