"""The consumer groups of a worker: all begin with `--group`, so that one prefixed right is enough for them."""

from streams.settings import Settings


def tap_group(settings: Settings) -> str:
    """Reads the sources; its committed positions are what `spor status` calls committed."""
    return f"{settings.group}-tap"


def fold_group(settings: Settings) -> str:
    """Reads our flows and folds them into state, windows and alerts."""
    return f"{settings.group}-fold"


def agents_group(settings: Settings) -> str:
    """The Faust agents; also the id of the Faust app."""
    return f"{settings.group}-agents"
