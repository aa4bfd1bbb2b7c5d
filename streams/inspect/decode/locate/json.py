"""Find wanted values in a JSON text as it is written: what is not on the way to one is passed over unread."""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from streams.inspect.decode.locate.spelling import Span, Speller, Spelling
from streams.inspect.decode.locate.wanted import Wanted
from streams.inspect.words import Line, Path

Found = Iterator[tuple[Wanted, Spelling]]
"""Each value that is wanted, in the document's order, with how it is spelled. A value may come that is no leaf: its text tells."""

_TOKEN: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}:,]|[^\s"\[\]{}:,]++', re.DOTALL)
_BRACKETS: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]++|[\]}]++', re.DOTALL)
_ESCAPE: Final = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\(.)", re.DOTALL)
_HEX: Final = re.compile(r"\\\\|\\u([0-9a-fA-F]{4})")  # what is undone in JSON that is scanned as text
_SHORT: Final = MappingProxyType({"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"})


def document(text: str, wanted: Wanted, start: int = 0, end: int | None = None) -> Found:
    """The wanted values of the document in [start, end) of the text."""
    for step, begins, ends in values(text, wanted, start, len(text) if end is None else end):
        if text[begins] == '"':
            yield step, _string(text, begins + 1, ends - 1)
        elif text[begins] in "[{":
            yield step, as_text(text, begins, ends)  # below the deepest level that is followed
        elif text[begins:ends] != "null":
            yield step, Spelling.verbatim(text, begins, ends)


def lines(text: str, wanted: Wanted) -> Found:
    """The same of NDJSON, and the lines themselves that are none."""
    start = 1 if text.startswith("\ufeff") else 0
    for number, line in enumerate(text[start:].split("\n") if any(isinstance(s, Line) for s in wanted.below) else ()):
        step, end = wanted.below.get(Line(number)), start + len(line)
        if step is not None:
            yield from document(text, step, start, end)
            if step.leaves:
                yield step, as_text(text, start, end)
        start = end + 1


def broken(text: str, wanted: Wanted) -> Found:
    """The one text that a document is which is not well formed."""
    if wanted.leaves:
        yield wanted, as_text(text, 0, len(text))


def as_text(text: str, start: int, end: int) -> Spelling:
    """JSON that is scanned as text: its `\\uXXXX` escapes are resolved, and nothing else."""
    return Speller().spell(text, start, end, _HEX, lambda escape: _character(int(escape[1], 16)) if escape[1] else None).done()


def extent(text: str, path: Path, start: int, end: int) -> Span | None:
    """Where the value at this path of the document in [start, end) stands: the last one, where keys are repeated. None: there is none."""
    wanted = Wanted.of([(0, path, "")])
    last = None
    for _, begins, ends in values(text, wanted, start, end):
        last = (begins, ends)
    return last


def elements(text: str, start: int, end: int) -> Iterator[Span]:
    """Where each element of the list in [start, end) stands."""
    at = text.find("[", start, end) + 1 or end
    while (token := _TOKEN.search(text, at, end)) is not None and token[0] != "]":
        at = _behind(text, token.start(), end) if token[0] in ("{", "[") else token.end()
        if token[0] != ",":
            yield token.start(), at


def values(text: str, wanted: Wanted, start: int, end: int) -> Iterator[tuple[Wanted, int, int]]:
    """Where each value stands at whose place one is wanted, brackets and quotes included. Ends where the text is no JSON."""
    stack: list[_Open] = []
    at = start + 1 if text.startswith("\ufeff", start) else start
    while (token := _TOKEN.search(text, at, end)) is not None:
        first, begins, at = text[token.start()], token.start(), token.end()
        top = stack[-1] if stack else None
        if first in "]}:,":
            if first in "]}" and top:
                stack.pop()
            elif first == "," and top:
                top.next()
            continue
        if first == '"' and (at - begins < 2 or text[at - 1] != '"'):
            return  # never closed
        if top and top.expects_key:
            top.key(_string(text, begins + 1, at - 1).text)
            if top.step is not None and top.step.name is not None:
                yield top.step.name, begins, at
            continue
        step = top.step if top else wanted
        if first in "[{":
            if step is not None and step.below:
                stack.append(_Open(step, keys=first == "{"))
                continue
            at = _behind(text, begins, end)
        if step is not None and step.here:
            yield step, begins, at
        if not stack:
            return


class _Open:
    """An object or list that is being read, and which member of it comes next."""

    __slots__ = ("_index", "_wanted", "expects_key", "keys", "step")

    def __init__(self, wanted: Wanted, *, keys: bool) -> None:
        self._wanted, self._index, self.keys = wanted, 0, keys
        self.expects_key = keys
        self.step = None if keys else wanted.below.get(0)

    def next(self) -> None:
        self.expects_key = self.keys
        if not self.keys:
            self._index += 1
            self.step = self._wanted.below.get(self._index)

    def key(self, name: str) -> None:
        self.expects_key = False
        self.step = self._wanted.below.get(name)


def _behind(text: str, start: int, end: int) -> int:
    """The position behind the bracket that closes the one at `start`; the end where none does."""
    below = 0
    for token in _BRACKETS.finditer(text, start, end):
        first, length = text[token.start()], token.end() - token.start()
        if first in "{[":
            below += length
        elif first != '"':
            if length >= below:
                return token.start() + below
            below -= length
    return end


def _string(text: str, start: int, end: int) -> Spelling:
    """What stands between quotes, escapes undone; a lone surrogate is U+FFFD."""
    if text.find("\\", start, end) < 0:
        return Spelling.verbatim(text, start, end)
    return Speller().spell(text, start, end, _ESCAPE, _meaning).done()


def _meaning(escape: re.Match[str]) -> str:
    high, low, single, short = escape.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    return _character(int(single, 16)) if single else _SHORT.get(short, short)


def _character(code: int) -> str:
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
