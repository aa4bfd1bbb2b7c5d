"""Read a body: gzip, charset, JSON, NDJSON, and whatever else there is as text."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from streams.inspect.decode.container import is_container, read_container
from streams.inspect.decode.formats import format_of
from streams.inspect.decode.leaves import Leaves
from streams.inspect.decode.mail import read_mime
from streams.inspect.decode.mime import kind_of
from streams.inspect.decode.nested import Binary
from streams.inspect.decode.quick import quickly
from streams.inspect.decode.readers import READERS
from streams.inspect.encodings import Decoded, decoded, is_binary
from streams.inspect.filetypes import filetype
from streams.inspect.jsontree import NODES, NODES_OF_A_LEAF, read
from streams.inspect.jsontrim import plain
from streams.inspect.packing import inflate, is_gzip, is_packed, unpack
from streams.inspect.words import Body, Line

_LINE_STARTS: Final = re.compile(r"^[ \t]*+(?=[{\[])", re.MULTILINE)  # where JSON may begin behind other text …
_INLINE_STARTS: Final = re.compile(r"(?=\{\s*+\"|\[\s*+\{)")  # … or in the middle of a line
_ELEMENT_STARTS: Final = re.compile(r"(?=<\?xml\s)|^[ \t]*+(?=<[^\W\d][\w.\-]*(?::[\w.\-]+)?[\s/>])", re.MULTILINE)
_LARGE: Final = 64 * 1024  # characters of a text that is not read twice for nothing
_FILLED: Final = re.compile(r"^[^\S\n]*+\S[^\n]*", re.MULTILINE)  # a line that is not blank
_TRIES: Final = 4  # of each kind, for a glued document


def read_body(body: Body, leaves: Leaves, *, glued: bool) -> bool:
    """Put the body's values into `leaves`, its root at `()`. Whether any of it was read; why not, or not all, is in the reasons.

    `glued`: the platform is known to write an exception's text in front of the content.
    """
    if body.tree is not None and not (body.cut and _nodes(leaves) > NODES):
        leaves.reasons |= {"budget.leaves"} if body.cut else set()
        leaves.tree("body", (), body.tree)
        return True
    data = body.data
    if data is None:
        return False
    if (found := quickly(body, leaves.budget)) is not None:
        leaves.several(found)
        return True
    data, cut = unpacked(data, leaves)
    leaves.cut = cut
    return data is not None and (not data.strip() or _read_bytes(data, body, leaves, glued=glued, cut=cut))


def _read_bytes(data: bytes, body: Body, leaves: Leaves, *, glued: bool, cut: bool) -> bool:
    """Whether any of it could be read."""
    if is_container(data):
        return read_container(data, leaves)
    if kind := kind_of(data, body.media_type):
        read_mime(data, kind, leaves)
        return True
    text = text_of(data, body.charset, 2 * leaves.budget.bytes, cut=cut)
    if text is None:
        leaves.attach("body", (), Binary(filetype(data) or "binary", len(data)))
        return False
    if not text.as_declared and not cut:
        leaves.reasons.add("utf8.invalid")
    return _read_text(text.text, body.media_type, leaves, glued=glued, cut=cut)


def text_of(data: bytes, charset: str | None, limit: int, *, cut: bool) -> Decoded | None:
    """The text that a body is, perhaps in raw deflate; None where it is none."""
    text = None if is_binary(data) else decoded(_to_a_whole_character(data) if cut else data, charset)
    if (text is not None and text.as_declared) or filetype(data) is not None:
        return text
    inflated = inflate(data, limit)
    return decoded(inflated, charset) if inflated and not is_binary(inflated) else text


def unpacked(data: bytes, leaves: Leaves) -> tuple[bytes | None, bool]:
    """Through the layers of gzip and zlib, and whether the end is missing; None where nothing readable comes out."""
    limit, cut = 2 * leaves.budget.bytes, False
    for _ in range(leaves.budget.documents):
        if not is_packed(data):
            return data, cut
        data, whole, full = unpack(data, limit)
        if full:
            leaves.reasons.add("budget.bytes")
        if not whole:
            leaves.reasons.add("gzip.invalid")
            if not data:
                return None, True
        cut = cut or full or not whole
    if is_packed(data):
        leaves.reasons.add("budget.depth")
        leaves.attach("body", (), Binary("gzip" if is_gzip(data) else "binary", len(data)))
        return None, True
    return data, cut


def _to_a_whole_character(data: bytes) -> bytes:
    """Without the last bytes above ASCII: where the end is missing they may be half a character of UTF-8."""
    end = len(data)
    while end > len(data) - 4 and end > 0 and data[end - 1] >= 0x80:
        end -= 1
    return data[:end]


def _read_text(text: str, media_type: str | None, leaves: Leaves, *, glued: bool, cut: bool) -> bool:
    """Whether it was text in the end, and not a file in base64."""
    kind = format_of(text, media_type)
    if kind == "json":
        _read_json(text, media_type, leaves, cut=cut)
    elif glued and (reason := _read_glued(text, leaves)):
        leaves.reasons.add(reason)
    elif kind in READERS and READERS[kind](text, leaves, "body", ()):
        return True
    elif kind != "prose":
        leaves.reasons.add("format.unsupported")
        leaves.put("body", (), leaves.plain(text, form=True) if kind == "form" else text)
    elif isinstance(found := leaves.open(text), Binary):
        leaves.attach("body", (), found)
        return False
    elif found:
        leaves.document("body", (), found)
    else:
        leaves.string("body", (), text)
    return True


def _nodes(leaves: Leaves) -> int:
    """Values and containers of one document: what bounds a document is the budget of leaves, also where that is larger than usual."""
    return max(NODES, NODES_OF_A_LEAF * leaves.budget.leaves)


def _read_json(text: str, media_type: str | None, leaves: Leaves, *, cut: bool) -> None:
    if len(text) > _LARGE and not cut and _begins_with_a_line(text, leaves) and _read_lines(text, media_type, leaves):
        return  # without trying it as one document before, which one behind another is not
    document = read(text, leaves.budget.depth, _nodes(leaves), cut=cut)
    if document.valid:
        leaves.reasons.update(document.reasons)
        leaves.tree("body", (), document.tree)
    elif not _read_lines(text, media_type, leaves):
        leaves.reasons.update(document.reasons if cut else ("json.invalid", *document.reasons))  # a cut end is said already
        leaves.put("body", (), plain(text))


def _read_lines(text: str, media_type: str | None, leaves: Leaves) -> bool:
    """NDJSON: two or more lines that are objects or lists, the first among them; a line that is not is scanned as text."""
    if "\n" not in text:
        return False
    text = text.removeprefix("\ufeff")
    first = [line for _, line in islice(_numbered(text), 2)]
    if len(first) < 2 or not all(_is_document(line, leaves) for line in first):
        return False
    for number, line in _numbered(text):
        if leaves.spent:
            return True
        document = read(line, leaves.budget.depth, NODES) if line.lstrip()[:1] in ("{", "[") else None
        if document is not None and document.valid:
            leaves.reasons.update(document.reasons)
            leaves.tree("body", (Line(number),), document.tree)
        else:
            leaves.reasons.add("json.invalid")
            leaves.put("body", (Line(number),), plain(line))
    return True


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, one at a time: of millions a list alone would take eight bytes each."""
    number = at = 0
    for line in _FILLED.finditer(text):
        number += text.count("\n", at, line.start())
        at = line.start()
        yield number, line[0]


def _begins_with_a_line(text: str, leaves: Leaves) -> bool:
    """The first line is a document, and not a long one."""
    end = text.find("\n", 0, _LARGE)
    if end < 0:
        return False
    document = read(text[:end], leaves.budget.depth, NODES)
    return document.valid and not document.reasons


def _is_document(line: str, leaves: Leaves) -> bool:
    return line.lstrip()[:1] in ("{", "[") and read(line, leaves.budget.depth, NODES).valid


def _read_glued(text: str, leaves: Leaves) -> str | None:
    """An exception's text and then the JSON or XML that it was about: the text as one leaf, the document as the body that it is.

    The reason by which the body is not what it should be; None where nothing of the kind was found, and nothing put.
    """
    last = text.rstrip()[-1:]
    if len(text) > leaves.budget.bytes or last not in ("}", "]", ">"):
        return None
    if last == ">" and text.lstrip("\ufeff \t\r\n")[:1] == "<":
        return None  # nothing stands in front but a declaration or another element
    kinds = (_ELEMENT_STARTS,) if last == ">" else (_LINE_STARTS, _INLINE_STARTS)
    for found in chain.from_iterable(islice(kind.finditer(text), _TRIES) for kind in kinds):
        start = found.end()
        document = leaves.open.xml(text[start:]) if last == ">" else read(text[start:], leaves.budget.depth, NODES)
        if document.valid and start > 0:
            leaves.put("body", (), text[:start])
            leaves.document("body", (), document)
            return "xml.invalid" if last == ">" else "json.invalid"
    return None
