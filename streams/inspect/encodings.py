"""From bytes to text: which encoding, whether it is text at all, and what base64 and gzip hold."""

import base64
import binascii
import re
import zlib
from types import MappingProxyType
from typing import Final

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
_XML_CHARSET: Final = re.compile(rb"""<\?xml\s[^>]{0,80}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_EDIFACT_CHARSET: Final = re.compile(rb"(?:UNA.{6}\s{0,4})?UNB.UNO([A-K])", re.DOTALL)
_SIE_CHARSET: Final = re.compile(rb"#FORMAT\s+(PC8)")

_MAGIC: Final = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"\x28\xb5\x2f\xfd", b"BZh9", b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07", b"\xd0\xcf\x11\xe0\xa1\xb1", b"II*\0", b"MM\0*", b"\xfd7zXZ\0", b"\x04\x22\x4d\x18", b"Obj\x01", b"PAR1", b"\x7fELF",
)  # fmt: skip
_SAMPLE: Final = 4096  # bytes from which a binary is told
_CONTROLS: Final = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b") + b"\x7f"
_SEPARATORS: Final = b"\x18\x1c\x1d\x1f"
_PIECE: Final = 16 * 1024  # bytes unpacked at a time, so that what stands before a broken place is kept
_MEMBERS: Final = 1000  # gzip files behind one another in one body
_BASE64: Final = re.compile(r"([A-Za-z0-9+/]*+)={0,2}")
_URL_ALPHABET: Final = str.maketrans("-_", "+/")


def as_text(data: bytes, charset: str | None = None) -> tuple[str, bool]:
    """The text, without its byte order mark, and whether it is what was declared; if not, its bytes are read as Latin-1.

    Without a byte order mark or a charset that is known the bytes declare themselves (XML, EDIFACT, SIE) or are UTF-8.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strictly(data, name)
    name = CHARSETS.get(re.sub("[^a-z0-9]", "", charset.lower()), "utf-8") if charset else "utf-8"
    if name == "utf-8":
        name = _wide(data) or name
    try:
        return data.decode(name).removeprefix("\ufeff"), True
    except UnicodeDecodeError:
        return _strictly(data, _own_charset(data) or name)


def _strictly(data: bytes, name: str) -> tuple[str, bool]:
    try:
        return data.decode(name), True
    except UnicodeDecodeError:
        wide = name.startswith(("utf-16", "utf-32"))
        return data.decode(name if wide else "latin-1", "replace"), False


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: the first character of JSON or XML beside a zero byte (RFC 4627 §3)."""
    first = data[:2]
    if len(first) == 2 and first[1] == 0 and first[0] in b'{["<':
        return "utf-16-le"
    return "utf-16-be" if len(first) == 2 and first[0] == 0 and first[1] in b'{["<' and data[2:3] == b"\0" else None


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
    if data.startswith(_MAGIC):
        return True
    sample = data[:_SAMPLE]
    if sample.startswith((b"UNA", b"UNB\x1d")):  # an interchange may be separated by controls: ISO 9735, syntax level B
        sample = sample.translate(None, _SEPARATORS)
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if not controls or data.startswith(tuple(mark for mark, _ in _BOMS)) or _wide(sample):
        return False
    if sample.lstrip()[:1] in (b"{", b"[", b"<"):  # a stray zero byte does not hide a document
        return controls * 20 > len(sample)
    return b"\0" in sample or controls * 20 > len(sample)


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


def is_gzip(data: bytes) -> bool:
    return data.startswith(b"\x1f\x8b")


def gunzip(data: bytes, limit: int) -> tuple[bytes, bool, bool]:
    """What a gzip file holds, at most `limit` bytes; whether it is whole as far as it was read; whether the limit cut it."""
    out = bytearray()
    at, members, member = 0, 1, zlib.decompressobj(wbits=31)
    while at < len(data):
        piece = data[at : at + _PIECE]
        try:
            out += member.decompress(piece, limit + 1 - len(out))
        except zlib.error:
            return bytes(out), False, False
        if len(out) > limit or members > _MEMBERS:
            return bytes(out[:limit]), True, True
        at += len(piece) - len(member.unused_data)
        if member.eof:
            at += _padding(data, at)
            if at < len(data):
                members, member = members + 1, zlib.decompressobj(wbits=31)
    return bytes(out), member.eof, False


def _padding(data: bytes, at: int) -> int:
    """Zero bytes may stand between and behind the members of a gzip file."""
    return len(data) - at if not data[at:].strip(b"\0") else 0
