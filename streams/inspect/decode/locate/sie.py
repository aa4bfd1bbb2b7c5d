"""Find wanted fields in a bookkeeping file (SIE 4): lines by number, fields by the reader's own pattern."""

from collections.abc import Iterator

from streams.inspect.decode.locate.spelling import Speller, Spelling
from streams.inspect.decode.locate.wanted import Wanted
from streams.inspect.decode.sie import ESCAPED, LABEL, LINES, fields
from streams.inspect.words import Line


def values(text: str, wanted: Wanted) -> Iterator[tuple[Wanted, Spelling]]:
    """Each wanted field, and each wanted line without a label."""
    start = 0
    for number, line in enumerate(text.split("\n", LINES)):
        step = wanted.below.get(Line(number))
        if step is not None:
            yield from _of_line(text, line, start, step)
        start += len(line) + 1


def _of_line(text: str, line: str, start: int, wanted: Wanted) -> Iterator[tuple[Wanted, Spelling]]:
    label = LABEL.match(line)
    if label is None:
        yield wanted, Spelling.verbatim(text, start, start + len(line.rstrip("\r")))
        return
    labelled = wanted.below.get(label[1]) or Wanted()
    for field in fields(label[1], line, label.end()):
        step = labelled.below.get(field.name)
        if step is not None:
            yield step, _field(text, field.value, start + field.start, start + field.end)


def _field(text: str, value: str, start: int, end: int) -> Spelling:
    if len(value) == end - start:
        return Spelling.verbatim(text, start, end)
    return Speller().spell(text, start, end, ESCAPED, lambda escape: escape[1]).done()
