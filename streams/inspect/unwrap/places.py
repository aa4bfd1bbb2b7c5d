"""Say what a string beside the body is, by the names it hangs under: a file name, a URL, a status text, an error, a look-up."""

from collections.abc import Iterable
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from schemas.words import Place

_NAMES: Final = MappingProxyType[str, Place](
    {
        "datacollection": "lookup",
        "userdefinedproperties": "property",
        "predefineduserproperties": "property",
        "applicationproperties": "property",
        "userproperties": "property",
        "customproperties": "property",
        "properties": "property",
        "message": "status",
        "statustext": "status",
        "statusmessage": "status",
    }
)
_ENDINGS: Final = MappingProxyType[str, Place](
    {
        "filename": "filename",
        "filepath": "filename",
        "blobname": "filename",
        "endpoint": "url",
        "uri": "url",
        "url": "url",
        "status": "status",
        "description": "status",
    }
)
_ERRORS: Final = ("error", "exception", "stacktrace", "deadletterreason")
_STICKY: Final = frozenset({"lookup", "property", "error"})  # what hangs below is of the same kind, whatever its name


def normal(name: str) -> str:
    """A key as it is compared: platforms write the same one in several casings, with and without `_` and `-`."""
    name = name.lower()
    return name.replace("_", "").replace("-", "") if "_" in name or "-" in name else name


@lru_cache(maxsize=1024)
def _place_named(name: str) -> Place | None:
    plain = normal(name)
    if plain in _NAMES:
        return _NAMES[plain]
    if any(word in plain for word in _ERRORS):
        return "error"
    return next((place for ending, place in _ENDINGS.items() if plain.endswith(ending)), None)


def place_of(names: Iterable[object], default: Place = "metadata") -> Place:
    """The place of a value under these keys, outermost first; list indices among them say nothing."""
    place = default
    for name in names:
        if place in _STICKY:
            break
        if isinstance(name, str):
            place = _place_named(name) or place
    return place
