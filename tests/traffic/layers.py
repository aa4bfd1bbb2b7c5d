"""A record's texts layer by layer, without the inspector: what is behind base64, gzip, charsets, percent signs and escapes."""

import base64
import gzip
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote, unquote_plus

from streams.inspect.words import RawMessage

CHARSETS = ("utf-8", "windows-1252", "iso-8859-1", "cp437")
BASE64 = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")


def texts(raw: RawMessage) -> str:
    """All of them, one below the other."""
    whole = [(raw.key or b"").decode(), *((value or b"").decode() for _, value in raw.headers)]
    return "\n".join([*whole, *_layers(raw.value or b"", 3)])


def _layers(data: bytes, deep: int) -> Iterator[str]:
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    for text in _decoded(data):
        for each in {text, unquote_plus(text), unquote(text)}:
            yield each
            yield each.replace('\\\\\\"', '"').replace("\\", "")
            yield html.unescape(re.sub(r"\?(?=[?+:'])", "", each)).replace('""', '"')
        for found in BASE64.findall(unquote(text)) if deep else ():
            yield from _layers(_from_base64(found), deep - 1)


def _decoded(data: bytes) -> Iterator[str]:
    """As UTF-8 if it is, else in every charset that this traffic is written in."""
    try:
        yield data.decode()
    except UnicodeDecodeError:
        yield from (data.decode(charset, "replace") for charset in CHARSETS[1:])


def _from_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except ValueError:
        return b""
