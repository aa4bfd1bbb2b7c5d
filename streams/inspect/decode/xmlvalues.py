"""Collect the values of an XML document from a parser's events, and write each one's path once all siblings have been counted."""

from collections.abc import Iterator, Mapping
from typing import Final

from streams.inspect.jsontree import Deep
from streams.inspect.words import Path, Syntax

Value = tuple[Path, str]
_AMPERSAND: Final = "&#38;"  # as libxml2 gives every `&` of an attribute's value where it is not to resolve entities
_BETWEEN: Final = "\n"  # stands where a child element parted an element's own text


class Element:
    """One element, and how many siblings share its local name: only at its parent's end is it known whether it has an index."""

    __slots__ = ("_path", "children", "name", "order", "parent", "text")

    def __init__(self, parent: "Element | None", name: str) -> None:
        self.parent = parent
        self.name = name
        self.children: dict[str, int] = {}  # local name -> how many
        self.text: list[str] | None = None
        self._path: Path | None = None if parent else (Syntax.XML,)
        self.order = 0
        if parent:
            self.order = parent.children.get(name, 0)
            parent.children[name] = self.order + 1

    def path(self) -> Path:
        """From the root; what was asked for once is kept, so that siblings share it."""
        way: list[tuple[Element, Element]] = []
        here = self
        while here._path is None and here.parent is not None:
            way.append((here.parent, here))
            here = here.parent
        path = here._path or ()
        for parent, element in reversed(way):
            alone = parent.children[element.name] == 1
            path = element._path = (*path, element.name) if alone else (*path, element.name, element.order)
        return path


class Collector:
    """The parser's target. `depth`: levels of elements; `leaves`, `size`: after so many values or characters nothing more is kept."""

    def __init__(self, depth: int, leaves: int, size: int) -> None:
        self.elements = 0
        self._depth, self._leaves, self._size = depth, leaves, size
        self._root = Element(None, "")
        self._open = [self._root]
        self._run: list[str] = []  # the text at hand, until an element begins or ends
        self._found: list[tuple[Element, str, list[str]]] = []  # element, attribute or "", text in parts
        self._deep: list[str] = []
        self._below = 0  # levels under the deepest that is followed
        self._full = ""

    def beside(self, text: str) -> None:
        """What stands outside the root element and is no element."""
        self._put(self._open[-1], "", text)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        if self._below:
            self._start_below(tag, attributes)
            return
        self._end_run()
        parent = self._open[-1]
        element = Element(parent, _local(tag))
        self._open.append(element)
        if len(self._open) > self._depth + 1:
            self._start_below(tag, attributes)
            return
        for name, value in attributes.items():
            self._put(element, "@" + _local(name), value.replace(_AMPERSAND, "&"))

    def end(self, tag: str) -> None:
        if self._below:
            self._write(f"</{_local(tag)}>")
            self._below -= 1
            if self._below:
                return
            self._put(self._open[-1], "", Deep("".join(self._deep)))
            self._deep.clear()
        else:
            self._end_run()
        self._open.pop()

    def data(self, text: str) -> None:
        if self._below:
            self._write(text)
        elif not self._full:
            self._run.append(text)
            self._spend(len(text))

    def comment(self, text: str) -> None:
        self._aside(text)

    def pi(self, target: str, text: str | None = None) -> None:
        self._aside(text or "")

    def close(self) -> None:
        """Nothing to give back: the values are asked for."""

    def reasons(self) -> Iterator[str]:
        if self._full:
            yield self._full

    def values(self) -> Iterator[Value]:
        """(path, text) in document order; what was under way when the text ended is among them."""
        self._end_run()
        if self._deep:
            self._put(self._open[-1], "", Deep("".join(self._deep)))
        for element, attribute, parts in self._found:
            path = element.path()
            yield ((*path, attribute) if attribute else path), (parts[0] if len(parts) == 1 else _BETWEEN.join(parts))

    def _aside(self, text: str) -> None:
        if self._below:
            self._write(text)
        else:
            self._put(self._open[-1], "", text)

    def _start_below(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._below += 1
        self._write(f"<{_local(tag)}" + "".join(f' {_local(name)}="{value}"' for name, value in attributes.items()) + ">")

    def _write(self, text: str) -> None:
        if not self._full:
            self._deep.append(text)
            self._spend(len(text))

    def _end_run(self) -> None:
        if not self._run:
            return
        text = self._run[0] if len(self._run) == 1 else "".join(self._run)
        self._run.clear()
        if not text or text.isspace():
            self._size += len(text)
            return
        element = self._open[-1]
        if element.text is None:
            element.text = [text]
            self._add(element, "", element.text)
        else:
            element.text.append(text)

    def _put(self, element: Element, attribute: str, text: str) -> None:
        if text and not text.isspace() and not (self._full and type(text) is not Deep):
            if type(text) is not Deep:
                self._spend(len(text))
            self._add(element, attribute, [text])

    def _add(self, element: Element, attribute: str, parts: list[str]) -> None:
        self._found.append((element, attribute, parts))
        if len(self._found) > self._leaves:
            self._full = self._full or "budget.leaves"

    def _spend(self, length: int) -> None:
        self._size -= length
        if self._size < 0:
            self._full = self._full or "budget.bytes"


def _local(name: str) -> str:
    """Without its namespace, or a prefix that stands for none."""
    return name.rpartition("}")[2].rpartition(":")[2]
