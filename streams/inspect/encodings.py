"""From bytes to text: which encoding, whether it is text at all, and what base64 and gzip hold."""

import base64
import binascii
import re
import sys
from types import MappingProxyType
from typing import Final, NamedTuple
from urllib.parse import unquote

from streams.inspect.filetypes import filetype

# The charsets that integration traffic declares, by their names without punctuation. A closed table: Python's own registry
# also knows codecs that are no charsets, and some that take quadratic time.
CHARSETS: Final = MappingProxyType(
    {
        "utf8": "utf-8", "unicode11utf8": "utf-8", "usascii": "utf-8", "ascii": "utf-8",
        "utf16": "utf-16", "utf16le": "utf-16-le", "utf16be": "utf-16-be", "unicode": "utf-16",
        "utf32": "utf-32", "utf32le": "utf-32-le", "utf32be": "utf-32-be",
        "iso88591": "latin-1", "latin1": "latin-1", "iso88592": "iso8859-2", "iso88594": "iso8859-4", "iso88595": "iso8859-5",
        "iso88597": "iso8859-7", "iso88599": "iso8859-9", "iso885910": "iso8859-10", "iso885913": "iso8859-13", "iso885915": "iso8859-15",
        "windows1250": "cp1250", "windows1251": "cp1251", "windows1252": "cp1252", "windows1257": "cp1257", "cp1252": "cp1252",
        "ibm437": "cp437", "cp437": "cp437", "pc8": "cp437", "ibm850": "cp850", "cp850": "cp850", "ibm865": "cp865", "cp865": "cp865",
    }
)  # fmt: skip
_EDIFACT: Final = MappingProxyType(  # UN/EDIFACT syntax identifiers (ISO 9735) to the character sets that they stand for
    {b"C": "latin-1", b"D": "iso8859-2", b"E": "iso8859-5", b"F": "iso8859-7", b"G": "iso8859-3", b"H": "iso8859-4", b"K": "iso8859-9"}
)
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HEADS_OF_MARKS: Final = frozenset(mark[:1] for mark, _ in _BOMS)
_MARKED: Final = MappingProxyType(
    {_BOMS[0][0]: "utf-8", _BOMS[1][0]: "utf-32-le", _BOMS[2][0]: "utf-32-be", _BOMS[3][0]: "utf-16-le", _BOMS[4][0]: "utf-16-be"}
)
_ENDIAN: Final = MappingProxyType({"utf-16": f"utf-16-{sys.byteorder[0]}e", "utf-32": f"utf-32-{sys.byteorder[0]}e"})  # without a mark
_XML_CHARSET: Final = re.compile(rb"""<\?xml\s[^>]{0,80}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_EDIFACT_CHARSET: Final = re.compile(rb"(?:UNA.{6}\s{0,4})?UNB.UNO([A-K])", re.DOTALL)
_SIE_CHARSET: Final = re.compile(rb"#FORMAT\s+(PC8)")

_SAMPLE: Final = 4096  # bytes from which a binary is told
_CONTROLS: Final = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b") + b"\x7f"
_STRAY: Final = 2
_SEPARATORS: Final = b"\x18\x1c\x1d\x1f"
_SHORT: Final = 64  # bytes among which a text in UTF-16 has a zero byte
_SHORTEST: Final = 8  # bytes of a text by which that is told
_FIRST: Final = (b"{", b"[", b'"', b"<")  # of JSON and XML
_BLANKS: Final = frozenset(b"\t\n\r")
_WESTERN: Final = 0x250  # code points below it are Latin letters, digits and signs
_UNMARKED: Final = (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2))
_QUOTED: Final = 16 * 1024  # characters
_SIGNS: Final = re.compile(rb"(?:%[0-9A-Fa-f]{2})++")
_BASE64: Final = re.compile(r"([A-Za-z0-9+/]*+)={0,2}")
_URL_ALPHABET: Final = str.maketrans("-_", "+/")


class Decoded(NamedTuple):
    """Bytes as text: `text` is what stands behind the first `mark` bytes, in `encoding`. Not `as_declared`: see `as_text`."""

    text: str
    as_declared: bool
    encoding: str
    mark: int = 0
    size: int | None = None  # of the bytes, where they end within a character and the text does not tell


def as_text(data: bytes, charset: str | None = None) -> tuple[str, bool]:
    """The text, without its byte order mark, and whether it is what was declared; if not, its bytes are read as Windows-1252, which is
    Latin-1 with letters and quotes where that has control characters, or as Latin-1 where they hold one that Windows-1252 has not.

    Without a byte order mark or a charset that is known the bytes declare themselves (XML, EDIFACT, SIE), or show themselves as UTF-16
    or UTF-32, or are UTF-8.
    """
    return decoded(data, charset)[:2]


def decoded(data: bytes, charset: str | None = None) -> Decoded:
    """The same as `as_text`, with the encoding that the bytes were read in, so that a character's place in them can be told."""
    if data[:1] in _HEADS_OF_MARKS:
        for mark, name in _BOMS:
            if data.startswith(mark):
                return _strictly(data, name, mark)
    name = CHARSETS.get(re.sub("[^a-z0-9]", "", charset.lower()), "utf-8") if charset else "utf-8"
    if name == "utf-8":
        name = _wide(data) or name
    try:
        return Decoded(data.decode(name).removeprefix("\ufeff"), True, _ENDIAN.get(name, name))
    except UnicodeDecodeError:
        return _strictly(data, _own_charset(data) or name)


def _strictly(data: bytes, name: str, mark: bytes = b"") -> Decoded:
    encoding = _MARKED.get(mark) or _ENDIAN.get(name, name)
    try:
        return Decoded(data.decode(name), True, encoding, len(mark))
    except UnicodeDecodeError:
        if name.startswith(("utf-16", "utf-32")):
            return Decoded(data.decode(name, "replace"), False, encoding, len(mark), len(data))
    try:
        return Decoded(data.decode("cp1252"), False, "cp1252")
    except UnicodeDecodeError:  # 81, 8D, 8F, 90 or 9D
        return Decoded(data.decode("latin-1"), False, "latin-1")


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: JSON's or XML's first character beside zero bytes (RFC 4627 §3), or a text of Latin letters."""
    head = data[:_SAMPLE]
    if b"\0" not in head[:_SHORT]:
        return None
    first = head[:4]
    for name, width in _UNMARKED:
        zeros = b"\0" * (width - 1)
        if len(first) >= width and any(first[:width] == (mark + zeros if name.endswith("le") else zeros + mark) for mark in _FIRST):
            return name if name != "utf-16-be" or head[2:3] == b"\0" else None
    if len(head) < _SHORTEST:
        return None
    return next((name for name, width in _UNMARKED if _is_western(head[: len(head) // width * width], name)), None)


def _is_western(head: bytes, name: str) -> bool:
    """Read so, it is a text without control characters, most of it Latin: ASCII read as UTF-16 would be Chinese."""
    try:
        text = head.decode(name)
    except UnicodeDecodeError as wrong:
        if wrong.end < len(head) - 2:
            return False
        text = head[: wrong.start].decode(name)
    points = [ord(char) for char in text]
    if not points or any(point < 32 and point not in _BLANKS for point in points):
        return False
    return 2 * sum(point < _WESTERN for point in points) > len(points)


def _own_charset(data: bytes) -> str | None:
    """What the document itself says its bytes are."""
    head = data[:200].lstrip()
    if xml := _XML_CHARSET.match(head):
        return CHARSETS.get(re.sub("[^a-z0-9]", "", xml[1].decode("ascii").lower()))
    if edifact := _EDIFACT_CHARSET.match(head):
        return _EDIFACT.get(edifact[1])
    return "cp437" if _SIE_CHARSET.search(head) else None


def is_binary(data: bytes) -> bool:
    """No text: it begins as a known binary format does, holds zero bytes, or more control characters than any text has."""
    if filetype(data) is not None:
        return True
    sample = data[:_SAMPLE]
    if sample.startswith((b"UNA", b"UNB\x1d")):  # an interchange may be separated by controls: ISO 9735, syntax level B
        sample = sample.translate(None, _SEPARATORS)
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if not controls or data.startswith(tuple(mark for mark, _ in _BOMS)) or _wide(sample):
        return False
    if sample.lstrip()[:1] in (b"{", b"[", b"<"):  # a stray zero byte does not hide a document, however short
        return controls > _STRAY and controls * 20 > len(sample)
    return b"\0" in sample or controls * 20 > len(sample)


def unquoted(text: str, *, plus: bool = False) -> str:
    """Without percent-encoding, and with `plus` without `+` for a blank."""
    if plus:
        text = text.replace("+", " ")
    if len(text) <= _QUOTED:
        return unquote(text)
    return unquoted_bytes(text).decode("utf-8", "replace")


def unquoted_bytes(text: str) -> bytes:
    """As `urllib.parse.unquote_to_bytes`, run by run: that takes seventy times the text's size."""
    return _SIGNS.sub(_unsigned, text.encode("utf-8", "replace"))


def _unsigned(signs: re.Match[bytes]) -> bytes:
    return binascii.unhexlify(signs[0].replace(b"%", b""))


def from_base64(text: str) -> bytes | None:
    """The bytes; None where the text is not base64. Line breaks, the URL alphabet and missing padding are taken."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:  # another alphabet, or padding that is not whole; also text outside ASCII
        pass
    letters = _BASE64.fullmatch("".join(text.split()).translate(_URL_ALPHABET))
    try:
        return None if letters is None else binascii.a2b_base64(letters[1] + "=" * (-len(letters[1]) % 4))
    except binascii.Error:
        return None
