"""Time zones from the tzdata package alone, so that the same pack means the same days on every machine."""

from datetime import tzinfo
from functools import cache
from importlib import resources
from typing import Final
from zoneinfo import ZoneInfo

_PACKAGE: Final = "tzdata.zoneinfo"


@cache
def zone(name: str) -> tzinfo | None:
    """An IANA zone by its name; None where there is none."""
    if name not in names():
        return None
    with resources.files(_PACKAGE).joinpath(*name.split("/")).open("rb") as data:
        return ZoneInfo.from_file(data, key=name)


@cache
def names() -> frozenset[str]:
    """All zones of the package."""
    return frozenset(resources.files("tzdata").joinpath("zones").read_text("utf-8").split())
