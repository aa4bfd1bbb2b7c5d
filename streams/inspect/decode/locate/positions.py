"""Say which bytes of a message's body spell what was found in it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from streams.inspect.decode.locate.search import Place, Search
from streams.inspect.decode.locate.spelling import Span
from streams.inspect.words import Budget, Finding, Message


def positions(message: Message, findings: Sequence[Finding], budget: Budget) -> list[Span | None]:
    """For each finding [start, end) in the innermost decoded body that its path leads to: as it stands behind base64, gzip and the like.

    For `$.note!$.email` that is the document in the string. None where a finding has no bytes of its own there: what stands beside
    the body, names of the message, values that the reader put together or could not keep the place of.
    """
    asked = {finding.leaf for finding in findings if finding.leaf >= 0 and message.leaves[finding.leaf].place == "body"}
    places = Search(message, asked, budget).run() if asked else {}
    return _in_bytes([_span(places.get(finding.leaf), finding.start, finding.end) for finding in findings])


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
