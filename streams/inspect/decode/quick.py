"""Read a small JSON body by orjson, where what it gives is for certain what the careful reader gives."""

import re
from collections.abc import Sequence
from typing import Any, Final

import orjson

from streams.inspect.decode.flat import Flat
from streams.inspect.jsontree import DEPTH
from streams.inspect.words import Body, Budget, Leaf

_LARGEST: Final = 64 * 1024  # bytes; a document of so many has fewer values than the careful reader's own bound
_CHARSETS: Final = frozenset({None, "utf-8", "UTF-8", "utf8", "us-ascii"})
_IN_OBJECTS: Final = re.compile(r":[ \t\r\n]*+(-?[0-9][0-9.eE+\-]*+)(?=[ \t\r\n]*+[,}])")
_ANYWHERE: Final = re.compile(r"[:,\[][ \t\r\n]*+(-?[0-9][0-9.eE+\-]*+)(?=[ \t\r\n]*+[,\]}])")


def quickly(body: Body, budget: Budget) -> list[Leaf] | None:
    """The leaves of the body, not yet held against the budget; None where it is for the careful reader.

    orjson is stricter (lone surrogates, NaN, numbers that no double holds are errors), and all that it reads it reads alike, but for two
    things: of a repeated key it keeps the last value, and it gives numbers, not digits. Both are told by counting, see below.
    """
    data = body.data
    if data is None or len(data) > _LARGEST or not data.startswith((b"{", b"[")) or b"\x7f" in data:  # many of those make it binary
        return None
    if body.charset not in _CHARSETS or (body.media_type is not None and body.media_type.startswith(("multipart/", "message/"))):
        return None
    try:
        tree = orjson.loads(data)
    except orjson.JSONDecodeError:
        return None
    flat = Flat("body", budget.leaves)
    if not flat.read(tree, (), min(budget.depth, DEPTH)):
        return None
    canonical = orjson.dumps(tree) == data.rstrip(b" \t\r\n")  # then nothing was dropped, and numbers are written as orjson writes them
    return flat.leaves if canonical or (_has_each_key_once(data, flat) and _fill_in(data, flat.leaves)) else None


def _has_each_key_once(data: bytes, flat: Flat) -> bool:
    """As many strings came out as were written: a member that was dropped is a key less."""
    quotes = data.count(b'"')
    if b"\\" in data:
        quotes -= data.replace(b"\\\\", b"").count(b'\\"')
    return quotes == 2 * (flat.members + [leaf.kind for leaf in flat.leaves].count("text"))


def _fill_in(data: bytes, leaves: Sequence[Any]) -> bool:
    """Give numbers their digits as written.

    A number stands behind a colon (in a list behind a bracket or comma) and in front of a comma or bracket, so each is found, in order.
    What looks so within a string is found too; then they are too many.
    """
    numbers = [leaf for leaf in leaves if leaf.kind == "number"]
    if not numbers:
        return True
    in_lists = int in {type(leaf.path[-1]) for leaf in numbers}
    written = (_ANYWHERE if in_lists else _IN_OBJECTS).findall(data.decode())
    if len(written) != len(numbers):
        return False
    for leaf, digits in zip(numbers, written, strict=True):
        leaf.text = digits
    return True
