"""Read one value in Avro's binary encoding by its schema, to its last byte or as far as it goes."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from streams.inspect.encoded.avro_types import BadSchema, Read, compiled
from streams.inspect.encoded.cursor import NOTHING, Cursor, Stop
from streams.inspect.jsontree import Node

ENDED: Final = frozenset({"schema.mismatch", "budget.depth", "budget.leaves"})  # reading stopped there

_SHORT: Final = 64 * 1024  # characters of a file's schema that is kept; compiled a megabyte and a half


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of some bytes. `tree` is `cursor.NOTHING` where nothing did; `rest`: the bytes that were not read."""

    tree: Node
    reasons: frozenset[str] = frozenset()
    rest: bytes = b""


@lru_cache(maxsize=512)
def reader(text: str, references: tuple[str, ...] = ()) -> Read | None:
    """What reads values of the schema; None where it cannot be read itself."""
    try:
        return compiled(text, references)
    except BadSchema:
        return None


def reader_of_file(text: str) -> Read | None:
    """The same of a schema that stands in a file: whoever sends messages brings these, so that only a few short ones are kept."""
    return _of_file(text) if len(text) <= _SHORT else reader.__wrapped__(text)


@lru_cache(maxsize=16)
def _of_file(text: str) -> Read | None:
    return reader.__wrapped__(text)


def read(data: bytes, text: str, references: tuple[str, ...] = ()) -> Reading:
    """One value, to the last byte. Never raises: what does not fit is in the reasons, and what was read before it is kept."""
    of_type = reader(text, references)
    if of_type is None:
        return Reading(NOTHING, frozenset({"schema.invalid"}), data)
    cursor = Cursor(data)
    tree = value(cursor, of_type)
    if cursor.at < cursor.end and not cursor.reasons & ENDED:
        cursor.reasons.add("schema.mismatch")
    return Reading(tree, frozenset(cursor.reasons), data[cursor.at :])


def value(cursor: Cursor, of_type: Read) -> Node:
    """The next value, as far as it can be read; why not further is added to the cursor's reasons."""
    try:
        return of_type(cursor, 0)
    except Stop as stop:
        cursor.reasons.add(stop.reason)
        return stop.tree
