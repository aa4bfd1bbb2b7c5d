"""Say which bytes of a message's body spell what was found in it."""

from collections import defaultdict
from collections.abc import Sequence

from streams.inspect.decode.locate.buffer import Buffer
from streams.inspect.decode.locate.held import Held
from streams.inspect.decode.locate.search import Place, Search
from streams.inspect.decode.locate.spelling import Span
from streams.inspect.words import Budget, Finding, Message, Path


class Locator:
    """Finds positions in the messages of one record; what they share is read once."""

    def __init__(self, budget: Budget) -> None:
        self._budget, self._held = budget, Held()

    def positions(self, message: Message, findings: Sequence[Finding]) -> list[Span | None]:
        """For each finding [start, end) in the innermost decoded body that its path leads to, as it stands behind base64 and gzip.

        For `$.note!$.email` that is the document in the string. None where a finding has no bytes of its own there: what stands beside
        the body, names of the message, values that the reader put together or could not keep the place of. Of an object key that is
        repeated it is the first.
        """
        leaves = {finding.leaf for finding in findings if finding.leaf >= 0 and message.leaves[finding.leaf].place == "body"}
        keys = _keys(message, findings)
        places = Search(message, leaves, keys, self._budget, self._held).run() if leaves or keys else {}
        numbers = [~number if finding.place == "object_key" else finding.leaf for number, finding in enumerate(findings)]
        return _in_bytes([_found(places.get(number), one.start, one.end) for number, one in zip(numbers, findings, strict=True)])


def _keys(message: Message, findings: Sequence[Finding]) -> dict[int, Path]:
    """The paths of those object keys that the body has, each under a number below zero."""
    asked = {~number: finding.path for number, finding in enumerate(findings) if finding.place == "object_key"}
    lengths = {len(path) for path in asked.values()}
    known = {leaf.path[:length] for leaf in message.leaves if leaf.place == "body" for length in lengths}
    return {number: path for number, path in asked.items() if path in known}


_Found = tuple[Buffer, Span]


def _found(place: Place | None, start: int, end: int) -> _Found | None:
    span = place.spelling.source(start, end) if place else None
    return (place.buffer, span) if place and span else None


def _in_bytes(found: Sequence[_Found | None]) -> list[Span | None]:
    """Each buffer is gone through once, for all that is wanted of it."""
    wanted: dict[Buffer, set[int]] = defaultdict(set)
    for buffer, span in filter(None, found):
        wanted[buffer].update(span)
    offsets = {buffer: buffer.offsets(places) for buffer, places in wanted.items()}
    return [(offsets[one[0]][one[1][0]], offsets[one[0]][one[1][1]]) if one else None for one in found]
