"""The flags of commands that read sources: which topics, as which group, from where."""

from typing import Annotated, get_args

import typer

from schemas.words import Adapter
from streams.settings import Tap

Taps = Annotated[
    list[str] | None,
    typer.Option("--tap", envvar="SPOR_TAP", metavar="TOPIC[=ADAPTER]", help="A topic to read; repeatable, `*` patterns. Adapter: auto."),
]
Group = Annotated[str, typer.Option("--group", envvar="SPOR_GROUP", help="What the names of our consumer groups begin with.")]
Start = Annotated[
    str,
    typer.Option("--from", envvar="SPOR_FROM", metavar="earliest|latest|TIME", help="First position where none is committed."),
]


def parsed(taps: list[str] | None) -> tuple[Tap, ...]:
    """Every `--tap`. Raises typer.BadParameter for an adapter that there is none of."""
    return tuple(_tap(text) for text in taps or ())


def _tap(text: str) -> Tap:
    topic, separator, name = text.partition("=")
    if not separator:
        return Tap(topic)
    for adapter in get_args(Adapter):
        if adapter == name:
            return Tap(topic, adapter)
    raise typer.BadParameter(f"{name!r} is no adapter; there are {', '.join(get_args(Adapter))}", param_hint="--tap")
