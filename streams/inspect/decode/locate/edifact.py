"""Find wanted components in an EDIFACT interchange: the reader's own segments, taken apart once more with their places."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from streams.inspect.decode.interchange import TAG
from streams.inspect.decode.locate.spelling import Speller, Spelling
from streams.inspect.decode.locate.wanted import Wanted
from streams.inspect.decode.segments import Segment, piece_pattern, segments, unwrapped
from streams.inspect.jsontree import NODES
from streams.inspect.words import Syntax


def components(text: str, wanted: Wanted, base: Spelling | None = None) -> Iterator[tuple[Wanted, Spelling]]:
    """Each wanted component, and each piece that is no segment. `base`: what the text is a piece of."""
    lines = _lines(text)
    if lines is not None:
        text, base = lines.text, lines.on(base)
    known = wanted.below.get(Syntax.EDIFACT) or Wanted()
    seen: Counter[str] = Counter()
    for segment in segments(text, NODES):
        if segment.empty:
            continue
        if TAG.fullmatch(segment.tag) is None:
            found = [(wanted, Spelling.verbatim(text, segment.start, segment.end))] if wanted.leaves else []
        else:
            tag = known.below.get(segment.tag)
            step = tag.below.get(seen[segment.tag]) if tag else None
            found = list(_wanted(text, segment, step)) if step else []
            seen[segment.tag] += 1
        yield from ((step, spelling.on(base)) for step, spelling in found)


def _lines(text: str) -> Spelling | None:
    """Of a file that is cut into lines of one length, the text without their ends; None where it is not."""
    if unwrapped(text) is text:
        return None
    speller = Speller()
    for line in re.finditer(r"[^\r\n]++", text):
        speller.add(line[0], *line.span())
    return speller.done()


def _wanted(text: str, segment: Segment, wanted: Wanted) -> Iterator[tuple[Wanted, Spelling]]:
    piece, at = piece_pattern(segment.marks), segment.start
    for number, components_ in enumerate(segment.elements, -1):
        element = wanted if number < 0 else wanted.below.get(number)  # what stands beside the tag is the segment's
        for component in range(len(components_)):
            found = piece.match(text, at)
            assert found is not None  # the pattern takes the empty text too
            at = found.end()
            step = element.below.get(component) if element and number >= 0 else element
            if step is not None and step.here and (component or number >= 0):
                yield step, _released(text, *found.span(1), segment.marks.release)


def _released(text: str, start: int, end: int, release: str) -> Spelling:
    if not release or text.find(release, start, end) < 0:
        return Spelling.verbatim(text, start, end)
    return Speller().spell(text, start, end, _release_pattern(release), lambda found: found[1]).done()


@lru_cache(maxsize=64)
def _release_pattern(release: str) -> re.Pattern[str]:
    """A release character and what it releases, which at the end of a text that is cut is nothing."""
    return re.compile(rf"{re.escape(release)}(.|\Z)", re.DOTALL)
