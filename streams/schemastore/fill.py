"""Put the schemas that a record names into it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from streams.inspect.encoded.framed import ids
from streams.inspect.words import RawMessage, Schema
from streams.schemastore.folder import Folder


def filled(raw: RawMessage, names: Iterable[str], known: Mapping[str, Schema | None]) -> RawMessage:
    """The record with those of its schemas that are known."""
    return replace(raw, schemas=tuple(schema for name in dict.fromkeys(names) if (schema := known.get(name)) is not None))


def fill_from(folder: Folder, raw: RawMessage) -> RawMessage:
    """One record from a folder alone."""
    names = tuple(ids(raw))
    return filled(raw, names, {name: folder.get(name) for name in names}) if names else raw
