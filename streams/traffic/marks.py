"""Documents with their personal values marked: settled, they give the plain document and where each value stands in it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import quote

from schemas.entities import category_of
from schemas.words import Place
from streams.inspect.paths import render
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
    """A document that stands as JSON in a string."""

    document: Any


@dataclass(frozen=True, slots=True)
class Plant:
    """Where one personal value stands in one message, and what it is."""

    place: Place
    path: str  # not folded
    category: str
    entity: str
    value: str
    part: int = 0  # of the record


PlaceOf: TypeAlias = Callable[[Path], Place]
Settled: TypeAlias = tuple[Any, tuple[Plant, ...]]


def text(*pieces: str | Personal) -> Mixed:
    return Mixed(pieces)


def settle(document: Any, place_of: PlaceOf) -> Settled:
    """The plain document, and its plants in document order."""
    plants: list[Plant] = []
    return _plain(document, (), place_of, {}, plants), tuple(plants)


def in_body(_path: Path) -> Place:
    return "body"


def plant(at: Personal, place: Place, path: str) -> Plant:
    category = category_of(at.entity)
    assert category is not None, f"{at.entity} is not personal and cannot be planted"
    return Plant(place, path, category, at.entity, at.value)


def _plain(node: Any, path: Path, place_of: PlaceOf, keys: dict[str, str], plants: list[Plant]) -> Any:
    """The node without marks; what was marked in it is added to `plants`. `keys`: personal object keys met on the way."""
    if isinstance(node, Personal):
        plants.append(plant(node, place_of(path), render(path, keys)))
        return (float(node.value) if "." in node.value else int(node.value)) if node.number else node.value
    if isinstance(node, Mixed):
        plants.extend(plant(p, place_of(path), render(path, keys)) for p in node.pieces if isinstance(p, Personal))
        return "".join(_written(p, node.url) for p in node.pieces)
    if isinstance(node, Inside):
        return compact(_plain(node.document, (*path, NESTED), place_of, keys, plants))
    if isinstance(node, dict):
        return dict(_members(node, path, place_of, keys, plants))
    if isinstance(node, list):
        return [_plain(item, (*path, i), place_of, keys, plants) for i, item in enumerate(node)]
    return node


def _members(node: dict[Any, Any], path: Path, place_of: PlaceOf, keys: dict[str, str], plants: list[Plant]) -> Iterator[tuple[str, Any]]:
    for key, value in node.items():
        name = key
        if isinstance(key, Personal):
            name = key.value
            keys[name] = f"<{key.entity}>"
            plants.append(plant(key, "object_key", render((*path, name), keys)))
        yield name, _plain(value, (*path, name), place_of, keys, plants)


def _written(piece: str | Personal, url: bool) -> str:
    if isinstance(piece, str):
        return piece
    return quote(piece.value, safe="") if url else piece.value


def compact(value: Any) -> str:
    """JSON as the platforms write it: no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
