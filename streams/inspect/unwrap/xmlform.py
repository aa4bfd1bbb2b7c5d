"""Read a ConnXio wrapper or its metadata where they are written as XML: the members that JSON would have, under the paths that XML has."""

import re
from typing import Final

from lxml import etree

from streams.inspect.encodings import as_text
from streams.inspect.jsontree import Node, Pairs
from streams.inspect.words import Path, Syntax

_DEEPEST: Final = 8  # levels; metadata has four
_ELEMENTS: Final = 20_000  # of one wrapper; the content is one of them, in base64
_NAMES: Final = (b"interchangeid", b"istestrun", b"transactionid", b"eventfired", b"sasuri", b"statuseventresult", b"configcorrelatio")
_TELLING: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:" + b"|".join(_NAMES[:-1]) + rb"|configcorrelatio(?:n)?id)[\s>/]")
_DECLARATION: Final = re.compile(r"\s*(?:<\?xml\s[^?]{0,200}\?>\s*)?")
_NAME: Final = re.compile(r"[^{}:]+\Z")
_SCHEMA_INSTANCE: Final = "{http://www.w3.org/2001/XMLSchema-instance}"
_NIL: Final = _SCHEMA_INSTANCE + "nil"


class _NoForm(Exception):
    """It holds what an object's members cannot: it is a document like any other."""


def read(data: bytes, charset: str | None) -> tuple[Path, Pairs] | None:
    """The root's path and its members; None where the text is no such form, or is not well formed. Nothing is expanded or fetched.

    Siblings of one name are a list under it, as XML's own paths count them. What says how XML is typed is dropped, what is nil is null.
    """
    folded = data.lower()
    if not any(name in folded for name in _NAMES) or _TELLING.search(folded) is None:
        return None
    text = as_text(data, charset)[0]
    text = text[_DECLARATION.match(text).end() :]  # type: ignore[union-attr]  # it matches the empty text, too
    if not text.startswith("<") or text.startswith("<!"):
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.rstrip("\0 \t\r\n").encode("utf-8", "replace"), parser)
        if sum(1 for _ in zip(root.iter(), range(_ELEMENTS + 1), strict=False)) > _ELEMENTS:
            return None
        members = _node(root, _DEEPEST)
    except (etree.XMLSyntaxError, _NoForm):
        return None
    return ((Syntax.XML, _local(root)), members) if type(members) is Pairs else None


def _node(element: etree._Element, depth: int) -> Node:
    """An object for child elements, a text where there are none, null for what is nil."""
    if depth == 0 or any(not str(name).startswith(_SCHEMA_INSTANCE) for name in element.attrib):
        raise _NoForm
    if element.get(_NIL) in ("true", "1"):
        return None
    if len(element) == 0:
        return element.text or ""
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        raise _NoForm
    found: dict[str, list[Node]] = {}
    for child in element:
        found.setdefault(_local(child), []).append(_node(child, depth - 1))
    return Pairs((name, nodes[0] if len(nodes) == 1 else nodes) for name, nodes in found.items())


def _local(element: etree._Element) -> str:
    if not isinstance(element.tag, str):  # a comment or an instruction
        raise _NoForm
    name = _NAME.search(element.tag)
    return name[0] if name else ""
