"""XML with its values marked."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from streams.inspect.words import Path, Syntax
from streams.traffic.marks import Format, Marker, Value


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its child elements, or with its text. Names bear their prefix."""

    name: str
    inside: "tuple[Element, ...] | Value" = ""
    attributes: Mapping[str, Value] = field(default_factory=dict)

    @property
    def local(self) -> str:
        return self.name.rpartition(":")[2]


def element(name: str, *children: "Element | None", **attributes: Value) -> Element:
    """With the children that there are."""
    return Element(name, tuple(child for child in children if child is not None), attributes)


def leaf(name: str, value: Value, **attributes: Value) -> Element:
    return Element(name, value, attributes)


@dataclass(frozen=True, slots=True)
class Xml(Format):
    """A whole document. What it declares as its encoding may differ from its bytes' own, as after a platform's transcoding."""

    root: Element
    charset: str = "utf-8"
    media_type: str = "application/xml"

    def write(self, marker: Marker, path: Path) -> str:
        body = _written(self.root, marker, (*path, Syntax.XML, self.root.local))
        return f'<?xml version="1.0" encoding="{self.charset.upper()}"?>\n{body}\n'


def _written(here: Element, marker: Marker, path: Path) -> str:
    attributes = "".join(f" {name}={quoteattr(marker.text(value, (*path, _at(name))))}" for name, value in here.attributes.items())
    if not isinstance(here.inside, tuple):
        return f"<{here.name}{attributes}>{escape(marker.text(here.inside, path))}</{here.name}>"
    total, seen = Counter(child.local for child in here.inside), Counter[str]()
    inner = []
    for child in here.inside:
        step: Path = (child.local,) if total[child.local] == 1 else (child.local, seen[child.local])
        seen[child.local] += 1
        inner.append(_written(child, marker, (*path, *step)))
    return f"<{here.name}{attributes}>{''.join(inner)}</{here.name}>"


def _at(name: str) -> str:
    return "@" + name.rpartition(":")[2]
