"""The demo's closing picture: what flowed where, why, and what is wrong with it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from schemas.rules import RULES
from schemas.words import SEVERITY
from streams.demo.tally import Route, Tally

COLOURS: Final = {"violation": "red", "gap": "yellow", "compliant": "green"}
_LISTED: Final = 24  # integrations with a row of their own, the worst first
_MOST: Final = 10  # rows of the shorter tables


def picture(tally: Tally, sent: int) -> RenderableType:
    """Flows by integration, category, purpose and verdict; alerts; coverage."""
    categories, purposes = tally.categories.most_common(_MOST), tally.purposes.most_common(_MOST)
    return Group(
        Rule("what flowed", align="left"),
        _head(tally, sent),
        _integrations(tally.routes),
        _side_by_side(_counted("category", "fields", categories), _counted("purpose", "flows", purposes)),
        Rule("what is wrong with it", align="left"),
        _alerts(tally),
        _coverage(tally, sent),
    )


def files(out: Path, listed: Iterable[tuple[str, str]]) -> RenderableType:
    """What stands where; file names relative to `out`."""
    table = _plain()
    for name, what in listed:
        table.add_row(Text(str(out / name), style="bold"), what)
    return Group(Rule("files", align="left"), table)


def next_steps(commands: Iterable[tuple[str, str]]) -> RenderableType:
    """What to try next, as commands that work here."""
    table = _plain()
    for command, what in commands:
        table.add_row(Text(command, style="bold cyan"), what)
    return Group(Rule("try next", align="left"), table)


def _head(tally: Tally, sent: int) -> Text:
    text = Text(f"{sent:,} messages, {tally.flows:,} flows, {tally.with_personal_data:,} of them with personal data: ")
    for n, (verdict, colour) in enumerate(COLOURS.items()):
        text.append(f"{', ' if n else ''}{tally.verdicts[verdict]:,} {verdict}", style=colour)
    return text


def _integrations(routes: dict[str, Route]) -> Table:
    table = _table("integration", "what stands out")
    for verdict, colour in COLOURS.items():
        table.add_column(verdict, justify="right", style=colour)
    table.add_column("flows", justify="right")
    listed = sorted(routes.items(), key=lambda r: (_worst(r[1]), -r[1].flows))
    for name, route in listed[:_LISTED]:
        outstanding = min(route.rules, key=lambda told: (SEVERITY[told[0]], -route.rules[told]), default=("", ""))
        table.add_row(Text(name), Text(outstanding[1], style=COLOURS.get(outstanding[0], "")), *_counts([route]))
    if rest := [route for _, route in listed[_LISTED:]]:
        table.add_row(f"and {len(rest)} more", "", *_counts(rest), style="dim")
    return table


def _counts(routes: Iterable[Route]) -> Iterator[str]:
    """Verdicts and flows of these routes together."""
    every = list(routes)
    for verdict in COLOURS:
        yield f"{sum(route.verdicts[verdict] for route in every) or '·'}"
    yield f"{sum(route.flows for route in every)}"


def _worst(route: Route) -> tuple[int, int]:
    return (-route.verdicts["violation"], -route.verdicts["gap"])


def _counted(what: str, unit: str, counts: Iterable[tuple[str, int]]) -> Table:
    table = _table(what)
    table.add_column(unit, justify="right")
    for name, count in counts:
        table.add_row(Text(name), f"{count:,}")
    return table


def _side_by_side(*tables: Table) -> Table:
    grid = Table.grid(padding=(0, 3))
    for _table in tables:
        grid.add_column()
    grid.add_row(*tables)
    return grid


def _alerts(tally: Tally) -> Table:
    table = _table("alert", "messages", "means")
    for (verdict, rule), count in sorted(tally.alerted().items(), key=lambda a: (SEVERITY[a[0][0]], -a[1])):
        table.add_row(Text(f"{verdict} {rule}", style=COLOURS[verdict]), f"{count:,}", RULES[rule].says)
    if not tally.alerts:
        table.add_row("none", "", "")
    return table


def _coverage(tally: Tally, sent: int) -> Text:
    scanned = ", ".join(f"{count:,} {word}" for word, count in tally.scanned.most_common())
    covered = f"{len(tally.records):,} of {sent:,} source records have their flow and {len(tally.spanned):,} lie in a span"
    return Text(f"Coverage: {covered}; scanned: {scanned}; {tally.dead:,} dead letters, {tally.lineage:,} lineage events.")


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name, overflow="fold", justify="right" if name == "messages" else "left")
    return table


def _plain() -> Table:
    return Table(box=None, show_header=False, pad_edge=False)
