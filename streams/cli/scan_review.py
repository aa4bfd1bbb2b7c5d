"""`spor scan --review`: the paths that nothing is known of, as a table for people or NDJSON for a program. No value is in either."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from schemas.words import Adapter
from streams.cli.terminal import printable
from streams.inspect.detect.review import Level, Next, Review, Row
from streams.inspect.detect.unknown import Inside, Why
from streams.inspect.inspector import Inspector
from streams.inspect.words import RawMessage
from streams.recording import BrokenLine
from streams.review import messages, review
from streams.scan import UnreadableFile

WHY: Final[dict[Why, str]] = {
    "word": "no list has this name",
    "code": "the name says nothing",
    "unnamed": "it has no name",
    "elsewhere": "the name counts elsewhere, not here",
}
INSIDE: Final[dict[Inside, str]] = {
    "person": "in a person's record",
    "address": "in an address",
    "organisation": "in an organisation's record",
    "thing": "in a thing's record",
}
NEXT: Final[dict[Next, str]] = {
    "category": "somebody's? declare its category",
    "anchor": "does retention count from it? name it as an anchor",
    "fact": "a consent? name it as a fact",
}
_LEVELS: Final[tuple[Level, ...]] = ("likely", "possible", "unlikely")
_STYLES: Final[dict[Level, str | None]] = {"likely": "bold", "possible": None, "unlikely": "dim"}
_PIPED_COLUMNS: Final = 160
_DECIDE: Final = """\
A person decides about each; nothing of this is in force by itself.
  somebody's     controller's pack: categories: {declared: [pd:…]}, and a purpose that lists it. So that it is found: call the field what
                 it is, or say so in its schema (a tag, an alias, a doc).
  a date         the flow's registration: facts: {anchors: {purchase: PATH}}, where retention counts from it.
  a yes or no    the flow's registration: facts: {consent: {path: PATH, yes: […], no: […]}}, where it is a consent.
  nobody's       nothing to do."""


def show(  # what a scan was told
    inspector: Inspector,
    files: Sequence[str],
    opened: Callable[[RawMessage], RawMessage],
    *,
    platform: Adapter,
    media_type: str | None,
    as_json: bool,
) -> int:
    """Lists what is unknown in the files, and gives the exit code: 3 where one could not be read to its end."""
    seen, read, broken = Review(), 0, False
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        for file in files:
            task = progress.add_task("Reading", total=_size(file))
            try:
                raws = messages(file, platform, media_type, lambda done, task=task: progress.update(task, completed=done))  # type: ignore[misc]  # a lambda's default
                review(inspector, (opened(raw) for raw in raws), seen)
                read += 1
            except (UnreadableFile, BrokenLine) as wrong:
                typer.echo(f"spor: {wrong}" if isinstance(wrong, UnreadableFile) else f"spor: {file}: {wrong}", err=True)
                broken = True
    rows = list(seen.rows())
    _lines(rows, seen, read) if as_json else _table(rows, seen, read)
    return 3 if broken else 0


def _size(file: str) -> int | None:
    return Path(file).stat().st_size if Path(file).is_file() else None


def _lines(rows: Sequence[Row], seen: Review, files: int) -> None:
    for row in rows:
        typer.echo(orjson.dumps(_line(row)))
    levels = Counter(row.level for row in rows)
    counts: dict[str, Any] = {level: levels[level] for level in _LEVELS}
    summary = {"summary": True, "files": files, "messages": seen.messages, "paths": len(rows), **counts, "left_out": seen.left_out}
    typer.echo(orjson.dumps({**summary, "scanned": dict(sorted(seen.scanned.items()))}))


def _line(row: Row) -> dict[str, Any]:
    shape = row.shape
    return {
        "place": row.place,
        "path": row.path,
        "level": row.level,
        "weight": row.weight,
        "messages": row.messages,
        "values": shape.values,
        "looks": shape.looks,
        "looks_percent": shape.share,
        "shortest": shape.lengths[0],
        "longest": shape.lengths[1],
        "characters": list(shape.characters),
        "distinct": None if shape.more else shape.distinct,
        "spread": shape.spread,
        "why": row.why,
        "inside": row.inside,
        "beside": list(row.beside),
        "next": row.next,
    }


def _table(rows: Sequence[Row], seen: Review, files: int) -> None:
    console = Console()
    console = console if console.is_terminal else Console(width=_PIPED_COLUMNS)
    if rows:
        table = Table(box=None, header_style="dim", pad_edge=False)
        for name in ("personal?", "place", "path", "messages", "its values", "why it is listed", "next"):
            table.add_column(name, overflow="fold", justify="right" if name == "messages" else "left")
        for row in rows:
            cells = (row.level, row.place, row.path, f"{row.messages:,}", _values(row), _why(row), NEXT[row.next])
            table.add_row(*(Text(printable(cell)) for cell in cells), style=_STYLES[row.level])
        console.print(table)
        console.print(Text("\n" + _DECIDE))
    left = f"; {seen.left_out:,} values at more paths than can be listed" if seen.left_out else ""
    scanned = ", ".join(f"{n:,} {word}" for word, n in sorted(seen.scanned.items())) or "nothing"
    said = f"{_count(len(rows), 'unknown path')} in {_count(seen.messages, 'message')} of {_count(files, 'file')}{left}; scanned: {scanned}"
    console.print(Text(said))


def _values(row: Row) -> str:
    shape = row.shape
    looks = shape.looks if shape.share == 100 else f"{shape.looks} ({shape.share} %)"
    low, high = shape.lengths
    length = f"{low}" if low == high else f"{low}-{high}"
    different = f"more than {shape.distinct}" if shape.more else str(shape.distinct)
    spread = shape.spread if shape.distinct == 1 else f"{shape.spread}, {different} different of {shape.values:,}"
    return f"{looks}, {length} long ({', '.join(shape.characters) or 'nothing'}); {spread}"


def _why(row: Row) -> str:
    said = [WHY[row.why], *([INSIDE[row.inside]] if row.inside else []), *([f"beside {', '.join(row.beside)}"] if row.beside else [])]
    return "; ".join(said)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
