"""Open what a string holds: a document as it is, or behind base64, gzip, zlib and percent-encoding, layer by layer."""

import re
import zlib
from binascii import a2b_base64
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from schemas.words import FileType
from streams.inspect.decode import cells, interchange, xmltree
from streams.inspect.decode.cells import Table
from streams.inspect.decode.interchange import Interchange, is_edifact
from streams.inspect.decode.markup import is_html, is_markup
from streams.inspect.decode.xmltree import Elements
from streams.inspect.encodings import Decoded, as_text, decoded, from_base64, is_binary, unquoted
from streams.inspect.filetypes import filetype
from streams.inspect.jsontree import NODES, Document, read
from streams.inspect.packing import inflate, is_packed, unpack
from streams.inspect.words import Budget

_BLANKS: Final = "\ufeff \t\r\n"
_JSON: Final = frozenset('{["')
_FIRST: Final = frozenset('{["<U%' + _BLANKS)  # characters that a document, or one without its percent signs, begins with
_INTERCHANGE: Final = ("UNA", "UNB", "UNG", "UNH", "UIB")
_SHORTEST: Final = 2  # characters of a JSON document, `{}`
# Base64 of `{`, `[`, `<`, `U`, gzip, zlib, a blank or a byte order mark in front of them, and of base64 of such; from 12 characters on …
_BASE64_SHORT: Final = re.compile(r"(?:e[w-z0-9JNFA]|W[w-z0-9]|P[D-H]|VU5[BC]|H4sI|77u/|I[CHF]|Cn|ZX|V[3z])[A-Za-z0-9+/_=\-]{6}")
_HEAD: Final = 24  # … and from so many on base64 of whatever there is, by the 18 bytes that they stand for
_BASE64_HEAD: Final = re.compile(rf"[A-Za-z0-9+/_\-]{{{_HEAD - 2}}}[A-Za-z0-9+/_=\-]{{2}}")
_HEXADECIMAL: Final = re.compile(rf"[0-9A-Fa-f\-]{{{_HEAD}}}")  # digests and UUIDs, which are many, and base64 of nothing
_SHORTEST_BASE64: Final = 12
_BEGINNING: Final = re.compile(  # of a text behind a zero: a closer look at what `may_open` looks at, in one pass over many
    rf"\0(?:[{{\[\"<{_BLANKS}]|UN[ABGH]|UIB|[Dd][Aa][Tt][Aa]:|{_BASE64_SHORT.pattern}|(?!{_HEXADECIMAL.pattern}){_BASE64_HEAD.pattern})"
)
_INNER_BASE64: Final = re.compile(rb"[A-Za-z0-9+/_\-]{18}")
_URL_ALPHABET: Final = str.maketrans("-_", "+/")
_DATA_URI: Final = re.compile(r"data:[\w.+\-]{0,60}/?[\w.+\-]{0,80}(?:;[\w\-]{1,20}=[\w.\-]{1,40}){0,3}(;base64)?,", re.IGNORECASE)
_SAMPLE: Final = 400  # characters of base64 in which deflate comes to its first letter
_BEGINS: Final = (
    b"{",
    b"[",
    b'"',
    b"<",
    b"%",
    b"\0{",
    b"\0[",
    b"\0<",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\x1f\x8b",
    b"x\x01",
    b"x^",
    b"x\x9c",
    b"x\xda",
)
_LARGE: Final = 1024  # bytes from which a content of no known type is reported; below it are keys, digests and signatures
_NO_KIND: Final = 3  # of a block of deflate
_DIVERSE: Final = 64  # values among so many bytes at least: what is packed or encrypted has some 250, `xxxx…` read as base64 has three
_CERTIFICATE: Final = (b"0\x80", b"0\x81", b"0\x82", b"0\x83")  # ASN.1: certificates and signatures inside of signed documents
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_QUOTED: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_BLANK: Final = re.compile(r"\s")
_UTF8: Final = re.compile(
    rb"(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]"
    rb"|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2})*+"
)
_PROSE: Final = re.compile(r"[\s@]")

Opened = Document | Elements | Interchange | Table


class Binary(NamedTuple):
    """What a string holds that is no text."""

    type: FileType
    size: int  # bytes


class Opener:
    """Opens the strings of one message.

    What it unpacks comes off one budget for all of them, so that a thousand small bombs cost no more than one. `reasons`: why
    something was not opened that begins as if it could be. `inside`: the text that was opened last, behind all its layers.
    """

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._left = 2 * budget.bytes  # to be unpacked
        self.reasons: set[str] = set()
        self.inside = Decoded("", True, "utf-8")

    @property
    def fresh(self) -> bool:
        """Whether nothing was unpacked yet, and nothing left closed."""
        return self._left == 2 * self._budget.bytes and not self.reasons

    def __call__(self, text: str) -> Opened | Binary | None:
        """The document, text or file that a string holds; None where the string is the text that it is."""
        if not may_open(text):
            return None
        coded = False
        self.inside = Decoded(text, True, "utf-8")
        for _ in range(self._budget.documents + 1):
            inner = text.lstrip(_BLANKS) if text[:1] in _BLANKS else text
            if inner[:1] in _JSON or inner[:1] == "<" or (inner.startswith(_INTERCHANGE) and not _is_quoted(inner)):
                return self._document(inner) or (_prose(text) if coded else None)
            layer, more = self._layer(inner)
            if layer is None:
                break
            if isinstance(layer, Binary):
                return layer
            self.inside, text, coded = layer, layer.text, coded or more
        else:
            self.reasons.add("budget.depth")
            return None
        return cells.within(text) or (_prose(text) if coded else None)

    def xml(self, text: str, *, cut: bool = False) -> Elements:
        """The text as XML, within this message's budget."""
        return xmltree.read(text, self._budget.depth, self._budget.leaves, self._budget.bytes, cut=cut)

    def unpacked(self, data: bytes) -> bytes | None:
        """Through the layers of gzip and zlib; None where that does not end well, for which there is a reason then."""
        for _ in range(self._budget.documents):
            if not is_packed(data):
                return data
            data, whole, full = unpack(data, self._left)
            self._left -= len(data)
            if full:
                self.reasons.add("budget.bytes")
            if full or not whole:
                return None
        return data

    def _layer(self, text: str) -> tuple[Decoded | Binary | None, bool]:
        """One layer further in, and whether what was taken off is more than percent signs, which a search sees through by itself."""
        if _is_quoted(text):
            plain = _unquoted(text)
            return (Decoded(plain, True, "utf-8") if plain != text else None), False
        data = _bytes(text)
        if data is not None and is_packed(data):
            data = self.unpacked(data)
        if not data:
            return None, False
        if (kind := filetype(data)) is not None:
            return Binary(kind, len(data)), True
        inside = None if is_binary(data) else decoded(data)
        as_declared = inside is not None and inside.as_declared
        if not as_declared and (inflated := self._inflated(data)):
            return inflated, True
        return (inside if inside and inside.text else _opaque(data)), as_declared and len(text) >= _HEAD

    def _inflated(self, data: bytes) -> Decoded | None:
        """The text that raw deflate holds."""
        inflated = inflate(data, self._left)
        if not inflated or is_binary(inflated):
            return None
        self._left -= len(inflated)
        return decoded(inflated)

    def _document(self, text: str) -> Opened | None:
        """An object or list; of a string in quotes only one that holds a document itself; an XML document that is no piece of HTML."""
        if text[:1] == "<":
            return self._elements(text)
        if is_edifact(text):
            found = interchange.read(text, self._budget.leaves)
            return found if found.valid else None
        if text[:1] not in _JSON or (text[0] == '"' and not _quotes_a_document(text)):
            return cells.within(text)
        document = read(text, self._budget.depth, NODES)
        if isinstance(document.tree, str) and not is_markup(document.tree) and self(document.tree) is None:
            return None
        return document if document.valid else None

    def _elements(self, text: str) -> Elements | None:
        if text.rstrip("\0 \t\r\n")[-1:] != ">" or not is_markup(text) or is_html(text):
            return None
        elements = self.xml(text)
        return elements if elements.valid else None


def may_open(text: str) -> bool:
    """A look at how a string begins: most hold nothing, and it has to be cheap to say so."""
    first = text[:1]
    if first in _FIRST:
        return len(text) >= _SHORTEST
    if len(text) < _SHORTEST_BASE64:
        return False
    if "\n" in text[:_LARGE] or _BASE64_HEAD.match(text) is not None:
        return True
    return "%" in text[:_HEAD] or _BASE64_SHORT.match(text) is not None or text[:5].lower() == "data:"


def may_open_among(texts: Sequence[str], together: str) -> Sequence[int]:
    """Which of them have to be looked at: those with percent signs, and those that `may_open`, but for what can be told at once to hold
    nothing: hexadecimal, and words that begin with the U of an interchange. `together`: all of them, each behind a zero."""
    if "%" in together or "\n" in together:
        return [at for at, text in enumerate(texts) if "%" in text or may_open(text)]
    behind = [found.start() + 1 for found in _BEGINNING.finditer(together)]
    if not behind:
        return ()
    if together.count("\0") != len(texts):
        return range(len(texts))
    return [number - 1 for number in accumulate(together.count("\0", *between) for between in pairwise((0, *behind)))]


def _opaque(data: bytes) -> Binary | None:
    """Bytes of no known type that are many and odd enough to be worth a word: something packed or encrypted."""
    if len(data) < _LARGE or data.startswith(_CERTIFICATE) or len(set(data[:_LARGE])) < _DIVERSE:
        return None
    return Binary("binary", len(data))


def _prose(text: str) -> Document | None:
    """What base64 gave as a text of words, or an address; not the letters that any token can be read as."""
    return Document(text) if _PROSE.search(text) and not _CONTROLS.search(text) else None


def _is_quoted(text: str) -> bool:
    """Percent-encoded as a whole: signs, no blanks, and no URL, which is a value of its own."""
    return "%" in text and _QUOTED.search(text) is not None and _BLANK.search(text) is None and "://" not in text[:_LARGE]


def _unquoted(text: str) -> str:
    """Without percent-encoding; `+` is a blank unless signs stand beside it that a form would have encoded."""
    return unquoted(text, plus=":" not in text and "," not in text)


def _bytes(text: str) -> bytes | None:
    """What a text is base64 of, if what it begins with can be anything that is opened or reported."""
    uri = _DATA_URI.match(text) if text[:5].lower() == "data:" else None
    if uri is not None:
        return from_base64(text[uri.end() :]) if uri[1] else unquoted(text[uri.end() :]).encode()
    if len(text) < _HEAD:
        return from_base64(text) if _BASE64_SHORT.match(text) else None
    if _HEXADECIMAL.match(text) or (_BASE64_HEAD.match(text) is None and _BASE64_SHORT.match(text) is None):
        return None
    head = _head(text)
    return from_base64(text) if head is not None and (_is_promising(head, len(text)) or _inflates(head, text)) else None


def _head(text: str) -> bytes | None:
    """What the first characters are base64 of: most texts that come here are words, so it has to be cheap."""
    head = text[:_HEAD]
    if "=" in head or _BASE64_HEAD.match(head) is None:
        return from_base64(head)
    return a2b_base64(head.translate(_URL_ALPHABET))


def _is_promising(head: bytes, length: int) -> bool:
    """Begun as a document, a file, something packed, more base64, or text; of what is long anything may be told."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    if start.startswith(_BEGINS) or filetype(head) is not None or _INNER_BASE64.match(head):
        return True
    return length >= _LARGE or _is_text(head)


def _is_text(head: bytes) -> bool:
    """Letters in UTF-8, as far as they are whole, or in UTF-16."""
    whole = _UTF8.match(head)
    if whole is None or whole.end() < len(head) - 3:
        return False
    text = whole[0].decode()
    return _CONTROLS.search(text) is None or ("\0" in text and _CONTROLS.search(as_text(head[:16])[0]) is None)


def _inflates(head: bytes, text: str) -> bool:
    """Raw deflate of text; its first bytes may be nothing but the tables by which the others are read."""
    if not _may_inflate(head):
        return False
    try:
        zlib.decompressobj(-15).decompress(head)
        return _is_text(zlib.decompressobj(-15).decompress(from_base64(text[:_SAMPLE]) or b"", 64))
    except zlib.error:
        return False


def _may_inflate(head: bytes) -> bool:
    """By its first block: there is no fourth kind, and a stored one has its length twice, once inverted (RFC 1951 §3.2)."""
    kind = head[0] >> 1 & 3
    return kind != _NO_KIND and (kind != 0 or head[1:3] == bytes(255 - byte for byte in head[3:5]))


def _quotes_a_document(text: str) -> bool:
    """Whether a JSON string literal may hold a document: its first character, escaped or not, opens one."""
    head = text.lstrip(_BLANKS)[1:].lstrip('\\ntr "')[:1]
    return head in _JSON or head == "<"
