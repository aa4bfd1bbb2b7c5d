"""Text evened out before matching: odd spaces, hyphens, digits, markup and percent-encoding, with the way back to the original offsets."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from streams.inspect.detect.markup import unmarked
from streams.inspect.detect.view import View, Writer

ODD: Final = re.compile(r"[^\x00-\x7f\u00a1-\u00ac\u00ae-\u017f]")
PLAIN: Final = re.compile(r"[\x00-\x7f\u00a1-\u00ac\u00ae-\u017f]*")  # ASCII and Latin letters; no-break space and soft hyphen are odd
ENCODED: Final = re.compile(r"%[0-9A-Fa-f]{2}")
RUN: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})++")
SIGN: Final = 3  # code points of `%2F`
LONGEST: Final = 4  # code points that one is written as; those of more are words and phrases in one sign, and nobody's
HYPHENS: Final = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
ROUNDS: Final = 2  # a URL inside a URL is encoded twice; more than that is not seen in traffic


def is_plain(text: str) -> bool:
    """Whether the text, of one window at most, is its only view."""
    return "<" not in text and "&" not in text and "%" not in text and (text.isascii() or PLAIN.fullmatch(text) is not None)


def views(text: str) -> Iterator[View]:
    """The text evened out; where it has markup, once more without; where it is percent-encoded, once more for each round of decoding."""
    view = even(View(text))
    yield view
    if bare := unmarked(view):
        yield even(bare)
    for _ in range(ROUNDS):
        if "%" not in view.text or not ENCODED.search(view.text):
            return
        view = even(decoded(view))
        yield view


def even(view: View) -> View:
    """NFKC code point by code point, format characters dropped, spaces and hyphens made plain."""
    text = view.text
    if text.isascii() or PLAIN.fullmatch(text):
        return view
    plain = {char: written for char in set(text) if ODD.match(char) and (written := _plain(char)) != char}
    same = {ord(char): written for char, written in plain.items() if len(written) == 1}
    if same:
        view = View(text.translate(same), view.spans)
    others = {char: written for char, written in plain.items() if len(written) != 1}
    return _written(view, others) if others else view


def _written(view: View, by: Mapping[str, str]) -> View:
    """Each of these characters as what is written for it."""
    writer, at = Writer(view), 0
    for run in re.finditer(f"[{re.escape(''.join(by))}]+", view.text):
        writer.copy(at, run.start())
        for at, char in enumerate(run[0], run.start()):
            writer.put(by[char], at, at + 1)
        at = run.end()
    return writer.copy(at, len(view.text)).view()


def _plain(char: str) -> str:
    if char.isascii():
        return char
    if char in HYPHENS:
        return "-"
    kind = unicodedata.category(char)
    if kind == "Cf":
        return ""
    if kind == "Zs":
        return " "
    if kind == "Nd":  # digits of any script
        return str(unicodedata.digit(char))
    written = unicodedata.normalize("NFKC", char) if not PLAIN.fullmatch(char) else char
    return written if len(written) <= LONGEST else char


def decoded(view: View) -> View:
    """One round of percent-decoding; runs that are not UTF-8 are read as Latin-1."""
    writer, at = Writer(view), 0
    for run in RUN.finditer(view.text):
        writer.copy(at, run.start())
        _decode(run[0], run.start(), writer)
        at = run.end()
    return writer.copy(at, len(view.text)).view()


def _decode(run: str, at: int, writer: Writer) -> None:
    data = bytes.fromhex(run.replace("%", ""))
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = data.decode("latin-1"), "latin-1"
    if len(text) == len(data):
        writer.put_each(text, at, SIGN)
        return
    for width, chars in groupby(text, key=lambda char: SIGN * len(char.encode(encoding))):
        same = "".join(chars)
        writer.put_each(same, at, width)
        at += width * len(same)
