"""Take a list of messages apart without touching them: each element is a slice of the bytes as they were sent."""

import json
import re
from typing import Final

MOST_ELEMENTS: Final = 10_000  # ConnXio sends 1,000 messages in a batch at most; a longer list goes on as one record
_BOM: Final = b"\xef\xbb\xbf"
_BLANKS: Final = re.compile(r"[ \t\n\r]*")
# Charsets in which every byte below 0x80 is the ASCII character, wherever it stands: there JSON can be cut by its bytes.
_ASCII_SAFE: Final = re.compile(r"utf-?8|(us-)?ascii|iso-?8859-?\d{1,2}|latin-?1|(windows-|cp)125\d", re.IGNORECASE)
# Numbers stay text: none is too long to be read. Nothing that is read here goes on; only where each element ends.
_DECODER: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)


def elements(data: bytes, charset: str | None = None) -> list[bytes] | None:
    """The elements of a JSON list of objects, in order. None: it is no such list, or is empty, broken, or too long; leave it whole."""
    if charset is not None and not _ASCII_SAFE.fullmatch(charset.strip(" \"'")):
        return None
    start = len(_BOM) if data.startswith(_BOM) else 0
    text = data.decode("latin-1")  # a character for each byte, so a position in the one is the position in the other
    try:
        ends = _bounds(text, start)
    except (ValueError, RecursionError):
        return None
    return [data[begin:end] for begin, end in ends] if ends else None


def _bounds(text: str, at: int) -> list[tuple[int, int]] | None:
    """Where each element begins and ends. Raises ValueError and RecursionError as the decoder does."""
    at = _after_blanks(text, at)
    if text[at : at + 1] != "[":
        return None
    found: list[tuple[int, int]] = []
    while True:
        begin = _after_blanks(text, at + 1)
        if text[begin : begin + 1] != "{" or len(found) == MOST_ELEMENTS:
            return None
        _, end = _DECODER.raw_decode(text, begin)
        found.append((begin, end))
        at = _after_blanks(text, end)
        if text[at : at + 1] == "]":
            return found if _after_blanks(text, at + 1) == len(text) else None
        if text[at : at + 1] != ",":
            return None


def _after_blanks(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    assert match is not None  # it may match nothing
    return match.end()
