"""`spor scan`: what is personal in a file, as a table for people or NDJSON for a pipeline."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import orjson
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schemas.reasons import REASONS
from schemas.words import SEVERITY, Adapter, Level
from streams.build import build_inspector
from streams.cli.options import Json, Nlp, OpenReferences, Policies, Schemas
from streams.cli.scan_review import show
from streams.cli.terminal import printable
from streams.inspect.inspector import Inspector
from streams.inspect.words import RawMessage
from streams.scan import FORMATS, Found, UnreadableFile, look, read, verdict
from streams.schemastore.fill import fill_from
from streams.schemastore.folder import Folder

FailOn = Literal["violation", "gap", "finding"]
_PIPED_COLUMNS: Final = 160  # where no terminal says how wide it is


@dataclass
class _Report:
    files: int = 0
    findings: int = 0  # printed ones, organisation numbers included
    personal: bool = False
    worst: Level = "compliant"
    scanned: Counter[str] = field(default_factory=Counter)

    def judge(self, level: Level) -> None:
        self.worst = min(self.worst, level, key=SEVERITY.__getitem__)

    def fails(self, on: FailOn | None) -> bool:
        if on is None:
            return False
        return self.personal if on == "finding" else SEVERITY[self.worst] <= SEVERITY[on]


def scan(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Files to look at, each one message; - is standard input.")],
    platform: Annotated[Adapter, typer.Option("--platform", help="Whose envelope the messages come in.")] = "auto",
    format_: Annotated[str | None, typer.Option("--format", help=f"What the body is, where it does not say: {', '.join(FORMATS)}.")] = None,
    as_json: Json = False,
    show_values: Annotated[bool, typer.Option("--show-values", help="Print the personal values themselves.")] = False,
    fail_on: Annotated[FailOn | None, typer.Option("--fail-on", help="Exit 1 where there is such a thing, or worse.")] = None,
    review: Annotated[
        bool, typer.Option("--review", help="List the paths that nothing is known of, for a person to decide; also of a recording.")
    ] = False,
    policies: Policies = None,
    open_references: OpenReferences = None,
    schemas: Schemas = None,
    nlp: Nlp = None,
) -> None:
    """What is personal in messages, and where.

    Example: spor scan --fail-on violation --platform connxio message.json
    """
    if format_ is not None and format_ not in FORMATS:
        raise typer.BadParameter(f"not one of {', '.join(FORMATS)}", param_hint="--format")
    if review and (show_values or fail_on):
        raise typer.BadParameter("lists paths for a person: it shows no values and judges nothing", param_hint="--review")
    if show_values:
        typer.echo("spor: --show-values prints personal data; mind where this output goes", err=True)
    if review:
        raise typer.Exit(_reviewed(files, build_inspector(policies, nlp), platform, format_, as_json, open_references, schemas))
    inspector, report, broken = build_inspector(policies, nlp), _Report(), False
    printed = _Lines(show_values) if as_json else _Rows(show_values, several=len(files) > 1)
    with _opening(open_references, schemas) as opened:
        for file in files:
            try:
                raw = opened(read(file, platform, FORMATS[format_] if format_ else None))
            except UnreadableFile as wrong:
                typer.echo(f"spor: {wrong}", err=True)
                broken = True
                continue
            _say_what_stayed_closed(file, raw)
            report.files += 1
            for scanned, found in look(inspector, raw, values=show_values, places=as_json):
                report.scanned[scanned] += 1
                report.findings += len(found)
                report.personal |= any(one.personal for one in found)
                printed.add(file, found)
            if fail_on in ("gap", "violation"):
                report.judge(verdict(inspector, raw))
    printed.end(report)
    raise typer.Exit(3 if broken else int(report.fails(fail_on)))


def _reviewed(  # what the command was told
    files: list[str],
    inspector: Inspector,
    platform: Adapter,
    format_: str | None,
    as_json: bool,
    references: Path | None,
    schemas: Path | None,
) -> int:
    with _opening(references, schemas) as opened:
        media_type = FORMATS[format_] if format_ else None
        return show(inspector, files, opened, platform=platform, media_type=media_type, as_json=as_json)


@contextlib.contextmanager
def _opening(references: Path | None, schemas: Path | None) -> Iterator[Callable[[RawMessage], RawMessage]]:
    """Gives a message its schemas, and what its references lead to where that is asked for. Raises ReferencesError."""
    named: Callable[[RawMessage], RawMessage] = partial(fill_from, Folder(schemas)) if schemas is not None else lambda raw: raw
    if references is None:
        yield named
        return
    from streams.references.opener import Opener  # noqa: PLC0415  # an HTTP client that only those have to load who use it

    with Opener.of(references) as opener:
        yield lambda raw: next(opener.open([named(raw)]))


def _say_what_stayed_closed(file: str, raw: RawMessage) -> None:
    for reason in sorted({each.reason for each in raw.opened if each.data is None}):
        typer.echo(f"spor: {file}: a reference was not opened ({reason}): {REASONS[reason].says}", err=True)


class _Lines:
    """NDJSON: a line per finding, a summary last."""

    def __init__(self, values: bool) -> None:
        self._values = values

    def add(self, file: str, found: tuple[Found, ...]) -> None:
        for one in found:
            line: dict[str, Any] = {
                "file": file,
                "part": one.part,
                "place": one.place,
                "path": one.path,
                "start": one.start,
                "end": one.end,
                "byte_start": one.byte_start,
                "byte_end": one.byte_end,
                "entity": one.entity,
                "category": one.category,
                "personal": one.personal,
                "score": one.score,
                "evidence": list(one.evidence),
                "recognizer": one.recognizer,
            }
            typer.echo(orjson.dumps(line | ({"value": one.value} if self._values else {})))

    def end(self, report: _Report) -> None:
        summary = {"summary": True, "files": report.files, "findings": report.findings, "scanned": dict(sorted(report.scanned.items()))}
        typer.echo(orjson.dumps(summary))


class _Rows:
    """A table for each file that has findings."""

    def __init__(self, values: bool, *, several: bool) -> None:
        self._values, self._several = values, several
        console = Console()
        self._console = console if console.is_terminal else Console(width=_PIPED_COLUMNS)
        self._shown: str | None = None

    def add(self, file: str, found: tuple[Found, ...]) -> None:
        if not found:
            return
        if self._several and file != self._shown:
            self._console.print(Text(printable(file), style="bold"))
        self._shown = file
        self._console.print(self._table(found))

    def _table(self, found: tuple[Found, ...]) -> Table:
        table = Table(box=None, header_style="dim", pad_edge=False)
        for name in ("place", "path", "what", "category", "score", "why", *(["value"] if self._values else [])):
            table.add_column(name, overflow="fold")
        for one in found:
            cells = [one.place, one.path, one.entity, one.category or "not personal", f"{one.score:.2f}", ", ".join(one.evidence)]
            shown = [*cells, one.value or ""] if self._values else cells
            table.add_row(*(Text(printable(cell)) for cell in shown), style=None if one.personal else "dim")
        return table

    def end(self, report: _Report) -> None:
        scanned = ", ".join(f"{n} {word}" for word, n in sorted(report.scanned.items())) or "nothing"
        said = f"{_count(report.findings, 'finding')} in {_count(report.files, 'file')}; scanned: {scanned}"
        self._console.print(said, highlight=False)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
