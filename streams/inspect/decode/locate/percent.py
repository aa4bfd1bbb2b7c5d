"""Percent-encoding and the plus sign for a blank: how a decoded text of a form or an address is written."""

import re
from typing import Final
from urllib.parse import unquote_to_bytes

from streams.inspect.decode.locate.spelling import Speller, Spelling
from streams.inspect.encodings import decoded

_RUN: Final = re.compile(r"(?:%[0-9a-fA-F]{2})++")


def address(written: Spelling) -> Spelling:
    """What an address that was percent-decoded is spelled like; bytes that are no UTF-8 are U+FFFD, a run of them as one piece."""
    return _unquoted(written.text, 0, len(written.text), "utf-8").on(written)


def field(text: str, start: int, end: int) -> Spelling:
    """A name or value of a form, in [start, end) of its text."""
    if text.find("%", start, end) < 0:
        speller = Speller()
        speller.add(text[start:end].replace("+", " "), start, end)
        return speller.done()
    return _unquoted(text, start, end, _encoding(unquote_to_bytes(text[start:end].replace("+", " "))), plus=True)


def _encoding(data: bytes) -> str:
    """As a form's values are read."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return decoded(data).encoding
    return "utf-8"


def _unquoted(text: str, start: int, end: int, encoding: str, *, plus: bool = False) -> Spelling:
    speller, at = Speller(), start
    for run in _RUN.finditer(text, start, end):
        _literal(speller, text[at : run.start()], at, encoding, plus=plus)
        _escaped(speller, run[0], run.start(), encoding)
        at = run.end()
    _literal(speller, text[at:end], at, encoding, plus=plus)
    return speller.done()


def _literal(speller: Speller, text: str, start: int, encoding: str, *, plus: bool) -> None:
    """Characters that are not escaped: UTF-8 as such, also where the escaped ones around them are not."""
    said = text.replace("+", " ") if plus else text
    if encoding == "utf-8" or text.isascii():
        speller.add(said, start, start + len(text))
        return
    for at, char in enumerate(said, start):
        speller.add(char.encode().decode(encoding, "replace"), at, at + 1)


def _escaped(speller: Speller, run: str, start: int, encoding: str) -> None:
    data = unquote_to_bytes(run)
    text = data.decode(encoding, "replace")
    widths = [len(char.encode(encoding, "replace")) for char in text]
    if sum(widths) != len(data):
        speller.add(text, start, start + len(run))
        return
    for char, width in zip(text, widths, strict=True):
        speller.add(char, start, start + 3 * width)
        start += 3 * width
