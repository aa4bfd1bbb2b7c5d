"""Read XML as it is written: every text, attribute, comment and instruction with its path; nothing is expanded, nothing fetched."""

import re
from collections.abc import Container
from dataclasses import dataclass
from html.entities import html5
from typing import Any, Final, cast

from lxml import etree

from streams.inspect.decode.xmlvalues import Collector, Value

NODES: Final = 100_000  # elements of one document, as jsontree.NODES: past them reading stops
_PIECE: Final = 64 * 1024  # characters handed to the parser at a time, so that it can be stopped between two
DECLARATION: Final = re.compile(r"[\ufeff\s]*+(?:<\?xml\s(?:[^?>]|\?(?!>))*+\?>)?")
PROLOG: Final = re.compile(r"(?:\s|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)
DOCTYPE: Final = re.compile(
    r"""<!DOCTYPE\s(?:[^\["'>]|"[^"]*"|'[^']*')*+"""
    r"""(?:\[(?:[^\]"'<]|"[^"]*"|'[^']*'|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<)*+\]\s*+)?>""",
    re.DOTALL,
)  # \Z keeps an unclosed section from being searched for again and again
_REFERENCE: Final = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|&([^\W\d][\w:.\-]*);", re.DOTALL
)  # the last alone is one
_DECLARED: Final = re.compile(r"<!ENTITY\s+([^\s%]+)")
_PREDEFINED: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})


@dataclass(frozen=True, slots=True, repr=False)
class Elements:
    """What a text gave as XML. `valid` False: not well formed, `values` is empty. `reasons`: budgets hit, references not followed."""

    values: tuple[Value, ...]
    valid: bool = True
    reasons: tuple[str, ...] = ()


_INVALID: Final = Elements((), valid=False)


def read(text: str, depth: int, leaves: int, size: int, *, cut: bool = False) -> Elements:
    """Every value in document order, its path beginning with `Syntax.XML`.

    Elements below `depth` are one text each; after `leaves` values or `size` characters of them nothing more is kept. `cut`: the
    text's end is known to be missing; what stands before it is read. Never raises, never looks at anything but the text.
    """
    text = text[DECLARATION.match(text).end() :]  # type: ignore[union-attr]  # it matches the empty text, too
    collector = Collector(depth, leaves, size)
    at = PROLOG.match(text).end()  # type: ignore[union-attr]  # likewise
    entities = False
    if text.startswith("<!DOCTYPE", at):
        doctype = DOCTYPE.match(text, at)
        if doctype is None:
            return _INVALID
        collector.beside(doctype[0])
        rest, entities = _unreferenced(text[doctype.end() :], doctype[0])
        text = text[:at] + rest
    try:
        whole = _fed(text.rstrip("\0 \t\r\n"), collector, cut=cut)
    except etree.XMLSyntaxError as error:
        code = cast(Any, error).code  # and not its error log, which is the whole process's
        limited = code == etree.ErrorTypes.ERR_RESOURCE_LIMIT
        return Elements((), valid=False, reasons=("budget.bytes",) if limited else ())
    if not collector.elements:
        return _INVALID
    reasons = {*collector.reasons(), *(("xml.entities",) if entities else ()), *(() if whole else ("budget.leaves",))}
    return Elements(tuple(collector.values()), reasons=tuple(sorted(reasons)))


def _fed(text: str, collector: Collector, *, cut: bool) -> bool:
    """Whether the document was read to its end. Raises XMLSyntaxError where it is not well formed."""
    parser = etree.XMLParser(
        target=cast(Any, collector),  # lxml-stubs want one that takes bytes, too
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
    )
    for at in range(0, len(text), _PIECE):
        parser.feed(text[at : at + _PIECE].encode("utf-8", "replace"))
        if collector.elements > NODES:
            return False
    if not cut:
        parser.close()
    return True


def _unreferenced(text: str, doctype: str) -> tuple[str, bool]:
    """The text with no reference that a document type would have to resolve, and whether one was left standing as text.

    Characters that HTML and ISO give names (`&aring;`) are written as such, unless the document gives the name another meaning.
    """
    if "&" not in text:
        return text, False
    own = declared(doctype)
    left: set[str] = set()

    def replaced(found: re.Match[str]) -> str:
        name = found[1]
        if name is None or name in _PREDEFINED:
            return found[0]
        if chars := named(name, own):
            return "".join(f"&#{ord(char)};" for char in chars)
        left.add(name)
        return f"&amp;{name};"

    return _REFERENCE.sub(replaced, text), bool(left)


def declared(doctype: str) -> frozenset[str]:
    """The names of the entities that a document type gives a meaning."""
    return frozenset(_DECLARED.findall(doctype))


def named(name: str, own: Container[str]) -> str | None:
    """The characters that HTML and ISO give this name, unless it is one of the document's own."""
    return None if name in own else html5.get(name + ";")
