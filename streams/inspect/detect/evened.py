"""Text evened out before matching: odd spaces, hyphens, digits, markup and percent-encoding, with the way back to the original offsets."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from streams.inspect.detect.hidden import joined, may_hide, unencoded, unescaped
from streams.inspect.detect.markup import unmarked
from streams.inspect.detect.view import View, Writer

PLAIN_ONES: Final = r"\x00-\x7f\u00a1-\u00ac\u00ae-\u00b1\u00b4-\u00b8\u00ba-\u017f"
ODD: Final = re.compile(f"[^{PLAIN_ONES}]")
PLAIN: Final = re.compile(f"[{PLAIN_ONES}]*")  # ASCII and Latin letters; no-break space, soft hyphen and raised digits are odd
MARKED: Final = re.compile(r"([\x00-\u017f])([\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]+)")
UNSEEN: Final = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0")  # that show as nothing and are no format characters
ALIKE: Final = str.maketrans(  # letters of Cyrillic and Greek that look like Latin ones, where a word is written in both
    "АВЕЅІЈКМНОРСТХУасеіјорѕхуѵԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοв", "ABESIJKMHOPCTXYaceijopsxyvdqwABEZHIKMNOPTYXoв"
)
MIXED: Final = re.compile(
    r"(?<![^\W_])(?=[\w.@\-]{0,80}[0-9A-Za-z@])(?=[\w.@\-]{0,80}[\u0370-\u052f])[\w.@\-]{1,100}|(?<![^\W_])[АВЕЅІЈКМНОРСТХУ]{1,3}(?![^\W_])"
)
ENCODED: Final = re.compile(r"%[0-9A-Fa-f]{2}")
RUN: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})++")
SIGN: Final = 3  # code points of `%2F`
LONGEST: Final = 4  # code points that one is written as; those of more are words and phrases in one sign, and nobody's
HYPHENS: Final = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
ROUNDS: Final = 2  # a URL inside a URL is encoded twice; more than that is not seen in traffic


def is_plain(text: str) -> bool:
    """Whether the text, of one window at most, is its only view."""
    evened = text.isascii() or PLAIN.fullmatch(text) is not None
    return evened and "<" not in text and "&" not in text and "%" not in text and not may_hide(text)


def views(text: str) -> Iterator[View]:
    """The text evened out; where it has markup, once more without; where it is percent-encoded, once more for each round of decoding.

    And once more without the marks on its letters, where lines end in it, where it has escapes, and where it has base64 in it.
    """
    view = even(View(text))
    yield view
    if not text.isascii() and MARKED.search(text):
        yield even(_unaccented(View(text), composed=False))
    if bare := unmarked(view):
        yield even(bare)
    if may_hide(view.text):
        yield from (even(other) for read in (joined, unescaped, unencoded) if (other := read(view)))
    for _ in range(ROUNDS):
        if "%" not in view.text or not ENCODED.search(view.text):
            return
        view = even(decoded(view))
        yield view


def even(view: View) -> View:
    """NFKC code point by code point, marks and format characters dropped, spaces, hyphens and look-alikes made plain."""
    if view.text.isascii() or PLAIN.fullmatch(view.text):
        return view
    view = _latin(_unaccented(view))
    text = view.text
    plain = {char: written for char in set(text) if ODD.match(char) and (written := _plain(char)) != char}
    same = {ord(char): written for char, written in plain.items() if len(written) == 1}
    if same:
        view = View(text.translate(same), view.spans)
    others = {char: written for char, written in plain.items() if len(written) != 1}
    return _written(view, others) if others else view


def _unaccented(view: View, *, composed: bool = True) -> View:
    """Marks behind a letter or digit: one letter with it, if our languages have that letter; else, or not `composed`, left out."""
    writer, at = Writer(view), 0
    for found in MARKED.finditer(view.text):
        whole = unicodedata.normalize("NFC", found[0])
        writer.copy(at, found.start()).put(whole if composed and len(whole) == 1 and whole <= "\u017f" else found[1], *found.span())
        at = found.end()
    return writer.copy(at, len(view.text)).view() if at else view


def _latin(view: View) -> View:
    """Words that mix the letters of scripts as they look."""
    text = view.text
    if not MIXED.search(text):
        return view
    return View(MIXED.sub(lambda word: word[0].translate(ALIKE), text), view.spans)


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
    if kind == "Cf" or char in UNSEEN:
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
