"""Forms, NDJSON, pages and plain prose with their values marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus

from streams.inspect.words import Line, Path
from streams.traffic.marks import Format, Marker, Mixed, Value, compact


@dataclass(frozen=True, slots=True)
class Form(Format):
    """`a=1&b=2`."""

    fields: Mapping[str, Value]
    media_type: str = "application/x-www-form-urlencoded"

    def write(self, marker: Marker, path: Path) -> str:
        return "&".join(f"{quote_plus(name)}={quote_plus(marker.text(value, (*path, name)))}" for name, value in self.fields.items())


@dataclass(frozen=True, slots=True)
class Lines(Format):
    """JSON documents, one a line."""

    documents: Sequence[Any]
    media_type: str = "application/x-ndjson"

    def write(self, marker: Marker, path: Path) -> str:
        return "".join(compact(marker.plain(each, (*path, Line(number)))) + "\n" for number, each in enumerate(self.documents))


@dataclass(frozen=True, slots=True)
class Prose(Format):
    """A text, or an HTML page where the media type says so."""

    words: Mixed
    media_type: str = "text/plain"

    def write(self, marker: Marker, path: Path) -> str:
        return marker.text(self.words, path)
