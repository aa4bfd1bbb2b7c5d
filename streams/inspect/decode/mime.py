"""Take MIME apart: headers, parts and transfer encodings of mails and of forms that carry files (RFC 5322, 2045 to 2047, 7578)."""

import re
from collections.abc import Iterator
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from itertools import islice
from quopri import decodestring
from typing import Final, Literal, NamedTuple

from streams.inspect.encodings import as_text, from_base64

Kind = Literal["mail", "multipart"]
Headers = tuple[tuple[str, str], ...]

_HEAD: Final = 8 * 1024  # bytes by which a mail is told
_HEADERS: Final = 256 * 1024  # bytes of one part's headers; what is longer is none …
_MANY: Final = 100  # … and in a part of something else what comes after so many
_LONGEST: Final = 8 * 1024  # characters of a header that is decoded
_PARTS: Final = 1000  # of one part
_HEADER: Final = re.compile(rb"([!-9;-~]{1,100}):[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*+)\r?(?:\n|\Z)")
_POSTMARK: Final = re.compile(rb"From [^\r\n]*\r?\n")  # the first line of a mail in an mbox file
_TELLING: Final = frozenset({"message-id", "mime-version", "received", "return-path", "delivered-to", "dkim-signature"})
_USUAL: Final = frozenset({"from", "to", "date", "subject", "sender", "reply-to"})
_MULTIPART: Final = re.compile(rb"\s*--([\w'()+,./:=? -]{0,69}[\w'()+,./:=?-])\r?\nContent-[A-Za-z-]{4,30}:", re.IGNORECASE)
_DECLARED: Final = re.compile(rb"(?:\A|\n)--([\w'()+,./:=? -]{0,69}[\w'()+,./:=?-])[ \t]*\r?\n")
_LINE_END: Final = re.compile(rb"\r?\n")
_FOLD: Final = re.compile(r"\r?\n[ \t]+")


class Part:
    """Headers as they came, unfolded, and what stands behind them, still in its transfer encoding; both read when they are asked for."""

    __slots__ = ("_data", "_headers", "_most", "_raw")

    def __init__(self, headers: Headers | None, data: bytes, most: int | None = None) -> None:
        """`headers` None: they stand at the beginning of `data`; of those behind `most` none is read as one."""
        self._raw = data if headers is None else b""
        self._headers = headers
        self._data = data
        self._most = most

    @property
    def headers(self) -> Headers:
        if self._headers is None:
            headers, end = _headers(self._raw, self._most)
            blank = _LINE_END.match(self._raw, end)
            self._headers, self._data, self._raw = tuple(headers), self._raw[blank.end() if blank else end :], b""
        return self._headers

    @property
    def data(self) -> bytes:
        _ = self.headers
        return self._data

    def get(self, name: str) -> str:
        return next((value for given, value in self.headers if given.lower() == name), "")

    @property
    def type(self) -> str:
        return self.get("content-type").partition(";")[0].strip().lower() or "text/plain"

    def parameter(self, header: str, name: str) -> str:
        """`filename` of Content-Disposition and the like, also in the forms of RFC 2231 and 2047; empty where there is none."""
        value = self.get(header)
        if not value or len(value) > _LONGEST:
            return ""
        message = Message()
        message[header] = value
        try:
            found = message.get_param(name, header=header)
        except (ValueError, LookupError, MessageError):
            return ""
        if isinstance(found, tuple):
            return as_text(found[2].encode("latin-1", "replace"), found[0] or None)[0]
        return decoded(str(found)) if found else ""

    def content(self) -> bytes | None:
        """Without its transfer encoding; None where it is not what it says."""
        encoding = self.get("content-transfer-encoding").strip().lower()
        if encoding == "base64":
            return from_base64(self.data.decode("latin-1")) if self.data.strip() else b""
        return decodestring(self.data) if encoding == "quoted-printable" else self.data


def kind_of(data: bytes, media_type: str | None) -> Kind | None:
    """Declared so, or begun so: with headers that only mails have, or with a boundary and a part's header."""
    if media_type == "message/rfc822":
        return "mail"
    if media_type is not None and media_type.startswith("multipart/"):
        return "multipart"
    if media_type not in (None, "text/plain", "application/octet-stream"):
        return None
    if _MULTIPART.match(data, 0, _HEAD):
        return "multipart"
    names = {name.lower() for name, _ in _headers(data[:_HEAD])[0]}
    return "mail" if names & _TELLING and len(names & _USUAL) > 1 else None


def part_of(data: bytes) -> Part:
    """A mail, or a part of one: its headers and what follows them."""
    return Part(None, data)


class Parts(NamedTuple):
    """The parts of a multipart, and whether it ends as it should. `more`: than are told apart."""

    found: list[Part]
    closed: bool
    more: bool = False


def parts_of(part: Part, kind: Kind | None = None) -> Parts | None:
    """The parts of a multipart; None where it has no boundary. `kind`: a body without headers of its own."""
    boundary = part.parameter("content-type", "boundary").encode("latin-1", "replace")
    if not boundary and kind == "multipart" and (first := _DECLARED.search(part.data, 0, _HEAD)):
        boundary = first[1]
    if not boundary:
        return None
    line = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    found: list[Part] = []
    start: int | None = None
    for mark in line.finditer(part.data):
        if start is not None:
            found.append(Part(None, part.data[start : mark.start()], _MANY))
        if mark[1]:
            return Parts(found, closed=True)
        if len(found) >= _PARTS:
            return Parts(found, closed=True, more=True)
        start = _behind_line(part.data, mark.end())
    if start is not None:
        found.append(Part(None, part.data[start:], _MANY))
    return Parts(found, closed=False)


def decoded(value: str) -> str:
    """A header with its words in other charsets read (`=?utf-8?q?=C3=85se?=`)."""
    if "=?" not in value or len(value) > _LONGEST:
        return value
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, ValueError, LookupError):
        return value


def _headers(data: bytes, most: int | None = None) -> tuple[list[tuple[str, str]], int]:
    """What reads as headers from the start on, and where they end."""
    postmark = _POSTMARK.match(data)
    at = postmark.end() if postmark else 0
    found: list[tuple[str, str]] = []
    for header in islice(_matches(data, at), most):
        found.append((header[1].decode("ascii"), _FOLD.sub(" ", as_text(header[2])[0]).strip()))
        at = header.end()
    return found, at


def _matches(data: bytes, at: int) -> Iterator[re.Match[bytes]]:
    end = at + _HEADERS
    while at < end and (header := _HEADER.match(data, at, end)):
        yield header
        at = header.end()


def _behind_line(data: bytes, at: int) -> int:
    found = data.find(b"\n", at)
    return len(data) if found < 0 else found + 1
