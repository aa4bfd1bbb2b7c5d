"""Other readings of a text: a value that the end of a line cut, one in a programmer's escapes, one in base64 in the middle of a text."""

import re
from binascii import Error, a2b_base64
from typing import Final

from streams.inspect.detect.view import View, Writer

BREAK: Final = re.compile(  # `=`: of quoted-printable
    r"(?:(?<=[0-9A-Za-z.@:+\- ])(?P<soft>=)|(?<=[0-9A-Za-z.@:+\-])[ \t]{0,8})\r?\n[ \t]{0,16}(?=[0-9A-Za-z.@:\-])"
)
FEW: Final = 2  # breaks of a short text, each of which may have cut a value …
WRAPPED: Final = 48  # … and the length from which on a line of a longer one is a line that was cut
LONG_LINE: Final = re.compile(rf"(?:\A|\n)[^\n]{{{WRAPPED}}}")
PIECE: Final = 40  # code points on either side by which one tells whether a number or an address was cut
TOLD_BEFORE, TOLD_BEHIND = re.compile(r"[0-9@]\S*\Z"), re.compile(r"[^\s0-9@]*[0-9@]")
ESCAPE: Final = re.compile(r"\\(?:u(?P<wide>[0-9A-Fa-f]{4})|x(?P<narrow>[0-9A-Fa-f]{2}))")
TOKEN: Final = re.compile(  # with a digit or a sign near its beginning, as words do not have
    r"(?<![0-9A-Za-z+/_\-=])(?=[A-Za-z+/_\-]{0,30}[0-9=])[0-9A-Za-z+/_\-]{12,4096}={0,2}(?![0-9A-Za-z+/_=])"
)
HEXADECIMAL: Final = re.compile(r"[0-9A-Fa-f\-]+")
TEXT: Final = re.compile(r"[\t\n\r -~\u00a0-\u024f]{6,}")
URL_SAFE: Final = str.maketrans("-_", "+/")


def may_hide(text: str) -> bool:
    """Whether another reading may be worth while; a cheap look."""
    return "\n" in text or "\\" in text or (" " in text and TOKEN.search(text) is not None)


def joined(view: View) -> View | None:
    """Without the ends of lines that may have cut a number or an address: in a short text any, in a longer one behind a long line."""
    text = view.text
    if "\n" not in text:
        return None
    all_of_them = text.strip().count("\n") <= FEW
    if not all_of_them and "=" not in text and LONG_LINE.search(text) is None:
        return None
    writer, at = Writer(view), 0
    for found in BREAK.finditer(text):
        start, end = found.span()
        long = all_of_them or start - text.rfind("\n", 0, start) > WRAPPED
        if found["soft"] or (long and _is_cut(text, start, end)):
            writer.copy(at, start)
            at = end
    return writer.copy(at, len(text)).view() if at else None


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether what stands on both sides has digits or an at-sign in it, and is no two words."""
    if TOLD_BEHIND.match(text, end, end + PIECE) is not None:
        return True
    return TOLD_BEFORE.search(text, max(0, start - PIECE), start) is not None


def unescaped(view: View) -> View | None:
    r"""`\u0031` and `\x31` as what they stand for."""
    if "\\" not in view.text:
        return None
    writer, at = Writer(view), 0
    for found in ESCAPE.finditer(view.text):
        code = int(found["wide"] or found["narrow"], 16)
        if not 0xD800 <= code < 0xE000:
            writer.copy(at, found.start()).put(chr(code), *found.span())
            at = found.end()
    return writer.copy(at, len(view.text)).view() if at else None


def unencoded(view: View) -> View | None:
    """Tokens of base64 in a text as the words that they hold. What is base64 as a whole is opened by who reads the message."""
    if " " not in view.text:
        return None
    writer, at = Writer(view), 0
    for found in TOKEN.finditer(view.text):
        if (held := _held(found[0])) is not None:
            writer.copy(at, found.start()).put(held, *found.span())
            at = found.end()
    return writer.copy(at, len(view.text)).view() if at else None


def _held(token: str) -> str | None:
    """The text that a token stands for; None where it is a word, a digest, a key or anything else that no text comes of."""
    if HEXADECIMAL.fullmatch(token):
        return None
    bare = token.rstrip("=").translate(URL_SAFE)
    try:
        text = a2b_base64(bare + "=" * (-len(bare) % 4), strict_mode=True).decode()
    except (Error, ValueError):
        return None
    return text if TEXT.fullmatch(text) else None
