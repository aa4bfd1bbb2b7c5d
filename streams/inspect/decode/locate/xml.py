"""Find wanted values in an XML document that is known to be well formed: where each text, attribute and comment stands in it."""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from streams.inspect.decode.locate.spelling import Speller, Spelling
from streams.inspect.decode.locate.wanted import Wanted
from streams.inspect.decode.xmltree import DECLARATION, DOCTYPE, NODES, PROLOG, declared, named
from streams.inspect.decode.xmlvalues import Element
from streams.inspect.words import Budget

_REFERENCE: Final = r"&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<number>[0-9]+)|(?P<name>[^\W\d][\w:.\-]*));"
_TEXT: Final = re.compile(rf"{_REFERENCE}|\r\n?")
_ATTRIBUTE: Final = re.compile(rf"{_REFERENCE}|\r\n|[\t\r\n]")
_VERBATIM: Final = re.compile(r"\r\n?")
_PREDEFINED: Final = MappingProxyType({"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"})
_START: Final = re.compile(r"""<([^\s/>]++)((?:[^"'>]++|"[^"]*+"|'[^']*+')*+)>""")
_NAMED: Final = re.compile(r"""([^\s=]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")
_INSTRUCTION: Final = re.compile(r"<\?[^\s?]*+\s*+")
_BETWEEN: Final = "\n"  # as the reader joins an element's own texts


class _Chunk(NamedTuple):
    """A run of characters of one kind, in which the same escapes hold; no markup stands within."""

    escapes: re.Pattern[str] | None
    start: int
    end: int


_Value = tuple[Element, str, list[list[_Chunk]]]  # element, attribute or "", texts as they are joined


def values(text: str, wanted: Wanted, budget: Budget, start: int = 0) -> Iterator[tuple[Wanted, Spelling]]:
    """Each wanted value of the document that begins at `start`, in the reader's order."""
    scan = _Scan(text, budget)
    scan.read(start)
    for element, attribute, runs in scan.found:
        path = element.path()
        step = wanted.find((*path, attribute) if attribute else path)
        if step is not None:
            yield step, scan.spelling(runs)


class _Scan:
    """One pass over a document. An element's path is known only at its end, once all its siblings have been counted."""

    def __init__(self, text: str, budget: Budget) -> None:
        self.text = text
        self.found: list[_Value] = []
        self._budget = budget
        self._open = [Element(None, "")]
        self._texts: dict[Element, list[list[_Chunk]]] = {}  # of each element that has one
        self._run: list[_Chunk] = []
        self._below = self._elements = 0  # levels under the deepest that is followed; elements so far
        self._own: frozenset[str] | None = None  # entities of the document itself; None: it has no type

    def read(self, start: int) -> None:
        text = self.text
        start = DECLARATION.match(text, start).end()  # type: ignore[union-attr]  # it matches the empty text, too
        prolog = PROLOG.match(text, start).end()  # type: ignore[union-attr]  # likewise
        doctype = DOCTYPE.match(text, prolog)
        if doctype is not None:
            self._own = declared(doctype[0])
            self._put(self._open[-1], "", _Chunk(None, *doctype.span()))
            self._follow(start, prolog)
            start = doctype.end()
        self._follow(start, len(text))
        self._end_run()

    def _follow(self, at: int, end: int) -> None:
        while at < end and self._elements <= NODES:
            mark = self.text.find("<", at, end)
            if not self._below:
                self._run.append(_Chunk(_TEXT, at, mark if mark >= 0 else end))
            if mark < 0:
                return
            at = self._markup(mark, end)

    def _markup(self, at: int, end: int) -> int:
        """Behind the tag, comment, section or instruction that begins here; `end` where it has none."""
        text = self.text
        if text.startswith("<!--", at):
            return self._section(at + 4, "-->", end)
        if text.startswith("<![CDATA[", at):
            close = text.find("]]>", at, end)
            if close >= 0 and not self._below:
                self._run.append(_Chunk(_VERBATIM, at + 9, close))
            return close + 3 if close >= 0 else end
        if text.startswith("<?", at):
            return self._section(_INSTRUCTION.match(text, at).end(), "?>", end)  # type: ignore[union-attr]  # it begins so
        if text.startswith("</", at):
            self._end()
            return (text.find(">", at, end) + 1) or end
        tag = _START.match(text, at, end)
        if tag is None:
            return end
        self._start(tag)
        if tag[2].endswith("/"):
            self._end()
        return tag.end()

    def _section(self, start: int, closer: str, end: int) -> int:
        close = self.text.find(closer, start, end)
        if close >= 0 and not self._below:
            self._put(self._open[-1], "", _Chunk(_VERBATIM, start, close))
        return close + len(closer) if close >= 0 else end

    def _start(self, tag: re.Match[str]) -> None:
        self._elements += 1
        if self._below:
            self._below += 1
            return
        self._end_run()
        element = Element(self._open[-1], _local(tag[1]))
        self._open.append(element)
        if len(self._open) > self._budget.depth + 1:
            self._below = 1
            return
        for attribute in _NAMED.finditer(self.text, *tag.span(2)):
            if attribute[1] != "xmlns" and not attribute[1].startswith("xmlns:"):
                self._put(element, "@" + _local(attribute[1]), _Chunk(_ATTRIBUTE, *attribute.span(attribute.lastindex or 0)))

    def _end(self) -> None:
        if self._below:
            self._below -= 1
            if self._below:
                return
        else:
            self._end_run()
        if len(self._open) > 1:
            self._open.pop()

    def _end_run(self) -> None:
        run, self._run = [chunk for chunk in self._run if chunk.start < chunk.end], []
        if all(self._is_blank(chunk) for chunk in run):
            return
        element = self._open[-1]
        if element in self._texts:
            self._texts[element].append(run)
        elif len(self.found) <= self._budget.leaves:
            self._texts[element] = [run]
            self.found.append((element, "", self._texts[element]))

    def _put(self, element: Element, attribute: str, chunk: _Chunk) -> None:
        if not self._is_blank(chunk) and len(self.found) <= self._budget.leaves:
            self.found.append((element, attribute, [[chunk]]))

    def _is_blank(self, chunk: _Chunk) -> bool:
        text = self.text[chunk.start : chunk.end]
        if "&" in text and chunk.escapes is not None:
            text = self.spelling([[chunk]]).text
        return not text or text.isspace()

    def spelling(self, runs: list[list[_Chunk]]) -> Spelling:
        """Of a value: no span reaches over markup, which no part of it is."""
        speller = Speller()
        for number, run in enumerate(runs):
            if number:
                speller.part(_BETWEEN)
            for chunk in run:
                speller.part()
                if chunk.escapes is None:
                    speller.add(self.text[chunk.start : chunk.end], chunk.start, chunk.end)
                else:
                    meaning = self._blank_or if chunk.escapes is _ATTRIBUTE else self._meaning
                    speller.spell(self.text, chunk.start, chunk.end, chunk.escapes, meaning)
        return speller.done()

    def _blank_or(self, escape: re.Match[str]) -> str | None:
        """In an attribute every line end and tab is a blank."""
        return " " if escape[0].isspace() else self._meaning(escape)

    def _meaning(self, escape: re.Match[str]) -> str | None:
        """The characters of a reference; None for one that is left standing."""
        if escape[0][0] == "\r":
            return "\n"
        name, number = escape["name"], escape["hex"] or escape["number"]
        if name:
            return _PREDEFINED.get(name) or (None if self._own is None else named(name, self._own))
        code = int(number, 16 if escape["hex"] else 10) if len(number) < 10 else 0x110000
        return chr(code) if code < 0x110000 else None


def _local(name: str) -> str:
    return name.rpartition(":")[2]
