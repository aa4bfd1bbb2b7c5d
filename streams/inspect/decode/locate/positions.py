"""Say which bytes of a message's body spell what was found in it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from streams.inspect.decode.locate.search import Place, Search
from streams.inspect.decode.locate.spelling import Span
from streams.inspect.words import Budget, Finding, Message, Path


def positions(message: Message, findings: Sequence[Finding], budget: Budget) -> list[Span | None]:
    """For each finding [start, end) in the innermost decoded body that its path leads to: as it stands behind base64, gzip and the like.

    For `$.note!$.email` that is the document in the string. None where a finding has no bytes of its own there: what stands beside
    the body, names of the message, values that the reader put together or could not keep the place of. Of an object key that is
    repeated it is the first.
    """
    leaves = {finding.leaf for finding in findings if finding.leaf >= 0 and message.leaves[finding.leaf].place == "body"}
    keys = _keys(message, findings)
    places = Search(message, leaves, keys, budget).run() if leaves or keys else {}
    numbers = [~number if finding.place == "object_key" else finding.leaf for number, finding in enumerate(findings)]
    return _in_bytes([_span(places.get(number), one.start, one.end) for number, one in zip(numbers, findings, strict=True)])


def _keys(message: Message, findings: Sequence[Finding]) -> dict[int, Path]:
    """The paths of those object keys that the body has, each under a number below zero."""
    asked = {~number: finding.path for number, finding in enumerate(findings) if finding.place == "object_key"}
    lengths = {len(path) for path in asked.values()}
    known = {leaf.path[:length] for leaf in message.leaves if leaf.place == "body" for length in lengths}
    return {number: path for number, path in asked.items() if path in known}


_Found = tuple[Place, Span]


def _span(place: Place | None, start: int, end: int) -> _Found | None:
    span = place.spelling.source(start, end) if place else None
    return (place, span) if place and span else None


def _in_bytes(found: Iterable[_Found | None]) -> list[Span | None]:
    found = list(found)
    wanted: dict[int, set[int]] = defaultdict(set)
    buffers = {}
    for place, span in filter(None, found):
        buffers[id(place.buffer)] = place.buffer
        wanted[id(place.buffer)].update(span)
    offsets = {key: buffer.offsets(wanted[key]) for key, buffer in buffers.items()}
    return [(offsets[id(one[0].buffer)][one[1][0]], offsets[id(one[0].buffer)][one[1][1]]) if one else None for one in found]
