"""Documents with their personal values marked: settled, they give the plain document and where each value stands in it."""

import base64
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import quote

from schemas.entities import category_of
from schemas.words import Place
from streams.inspect.paths import parse, render
from streams.inspect.words import NESTED, Path


@dataclass(frozen=True, slots=True)
class Personal:
    """A value that is personal. As an object key it is one too."""

    value: str
    entity: str
    number: bool = False  # written as a JSON number


@dataclass(frozen=True, slots=True)
class Mixed:
    """One string of several pieces, some of them personal: a status text, a file name, a stack trace."""

    pieces: tuple[str | Personal, ...]
    url: bool = False  # personal pieces are percent-encoded


@dataclass(frozen=True, slots=True)
class Inside:
    """A document that stands in a string, as it is or in base64."""

    document: Any
    base64: bool = False


Value: TypeAlias = str | Personal | Mixed | Inside  # what a field of a text format may hold


@dataclass(frozen=True, slots=True)
class Plant:
    """Where one personal value stands in one message, and what it is."""

    place: Place
    path: str  # not folded
    category: str
    entity: str
    value: str
    part: int = 0  # of the record

    @property
    def folded(self) -> str:
        """The path as a Flow's row has it."""
        return self.path if self.place == "header" else render(parse(self.path), folded=True)


PlaceOf: TypeAlias = Callable[[Path], Place]
Settled: TypeAlias = tuple[Any, tuple[Plant, ...]]


@dataclass
class Marker:
    """Hears of each marked value while its document is written. `keys`: personal object keys met on the way."""

    place_of: PlaceOf
    part: int = 0  # of the record
    keys: dict[str, str] = field(default_factory=dict)
    plants: list[Plant] = field(default_factory=list)

    def note(self, value: Personal, path: Path, place: Place | None = None) -> None:
        self.plants.append(plant(value, place or self.place_of(path), render(path, self.keys), self.part))

    def text(self, value: Value, path: Path) -> str:
        """The value as a text, its own or that of the document in it."""
        match value:
            case Personal():
                self.note(value, path)
                return value.value
            case Mixed():
                for piece in value.pieces:
                    if isinstance(piece, Personal):
                        self.note(piece, path)
                return "".join(_written(piece, value.url) for piece in value.pieces)
            case Inside():
                inner = self.document(value.document, (*path, NESTED))
                return base64.b64encode(inner.encode()).decode() if value.base64 else inner
        return value

    def document(self, document: Any, path: Path = ()) -> str:
        """A whole document as text: in its own format, else as JSON."""
        return document.write(self, path) if isinstance(document, Format) else compact(self.plain(document, path))

    def plain(self, node: Any, path: Path) -> Any:
        """A JSON document without its marks."""
        if isinstance(node, Personal) and node.number:
            self.note(node, path)
            return float(node.value) if "." in node.value else int(node.value)
        if isinstance(node, Personal | Mixed | Inside):
            return self.text(node, path)
        if isinstance(node, dict):
            return dict(self._members(node, path))
        if isinstance(node, list):
            return [self.plain(item, (*path, i)) for i, item in enumerate(node)]
        return node

    def _members(self, node: dict[Any, Any], path: Path) -> Iterator[tuple[str, Any]]:
        for key, value in node.items():
            name = key
            if isinstance(key, Personal):
                name = key.value
                self.keys[name] = f"<{key.entity}>"
                self.note(key, (*path, name), "object_key")
            yield name, self.plain(value, (*path, name))


class Format(ABC):
    """A document that is not JSON, its values marked."""

    media_type: str
    charset: str = "utf-8"  # in which a file of it is written

    @abstractmethod
    def write(self, marker: Marker, path: Path) -> str:
        """The document as text; `marker` hears of each marked value, its path behind `path`."""


@dataclass(frozen=True, slots=True)
class Several:
    """A list whose elements are a message each."""

    documents: Sequence[Any]


def text(*pieces: str | Personal) -> Mixed:
    return Mixed(pieces)


def settle(document: Any, place_of: PlaceOf) -> Settled:
    """The plain JSON document, and its plants in document order."""
    marker = Marker(place_of)
    return marker.plain(document, ()), tuple(marker.plants)


def written(document: Any, place_of: PlaceOf) -> tuple[str, tuple[Plant, ...]]:
    """The document of any format as text, and its plants in document order."""
    marker = Marker(place_of)
    return marker.document(document), tuple(marker.plants)


def in_body(_path: Path) -> Place:
    return "body"


def plant(at: Personal, place: Place, path: str, part: int = 0) -> Plant:
    category = category_of(at.entity)
    assert category is not None, f"{at.entity} is not personal and cannot be planted"
    return Plant(place, path, category, at.entity, at.value, part)


def _written(piece: str | Personal, url: bool) -> str:
    if isinstance(piece, str):
        return piece
    return quote(piece.value, safe="") if url else piece.value


def compact(value: Any) -> str:
    """JSON as the platforms write it: no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
