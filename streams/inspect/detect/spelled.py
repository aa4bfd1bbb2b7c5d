"""What a short value in digits and capitals looks like, and which patterns can match any value that looks so.

A form is a value with every digit written as 0 and every letter as A or a: `+47 912 34 567` and `+47 987 65 432` have one form. What a
pattern wants of a digit or a letter beyond that it is one is left out, so that a form says too much at times, and never too little.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Final

from streams.inspect.detect.bounded import Bounded

LONGEST: Final = 40  # code points; what is longer is seldom of one form with another
REMEMBERED: Final = 8_192
SETS: Final = ((digits, "0"), (ascii_uppercase, "A"), (ascii_lowercase, "a"))
FORMED: Final = bytes.maketrans("".join(chars for chars, _ in SETS).encode(), "".join(char * len(chars) for chars, char in SETS).encode())
ONE: Final = re.compile(r"\[\^?(?:\\.|[^\]\\])+\]|\\.|[0-9A-Za-z]")
SAID: Final = re.IGNORECASE | re.MULTILINE | re.DOTALL | re.ASCII
PART: Final = re.compile(  # of a pattern: what must not stand there, a class of characters, what is written as it is, a digit or letter
    r"(?P<never>\(\?<?!(?:[^()\[\]\\]|\\.|\[(?:\\.|[^\]\\])*\])*\))|(?P<any>\[\^?(?:\\.|[^\]\\])+\])"
    r"|\\.|\{[0-9,]*\}|\(\?P[<=]\w+[>)]|\(\?[a-z]+[:)]|\(\?<?[=!:]|(?P<one>[0-9A-Za-z])"
)


def form(text: str) -> bytes | None:
    """None of a value that is longer, or has small letters or characters beyond ASCII: those seldom have another's form."""
    if len(text) > LONGEST or not text.isascii() or text != text.upper():
        return None
    return text.encode().translate(FORMED)


def widened(pattern: str, flags: int = 0) -> str:
    """The pattern over forms: where it wants some digits it takes any, and likewise letters."""

    def wide(found: re.Match[str]) -> str:
        if found["never"]:
            return found[0] if all(_is_closed(each, flags) for each in ONE.findall(found[0])) else ""
        if found["any"]:
            more = [char for char in _kinds(found[0], flags) if not re.match(found[0], char, flags)]
            return f"(?:{found[0]}|[{''.join(more)}])" if more else found[0]
        return _kinds(found[0], 0)[0] if found["one"] else found[0]

    return PART.sub(wide, pattern)


def _kinds(chars: str, flags: int) -> list[str]:
    """The kinds of characters of which the class has one."""
    fits = re.compile(chars, flags).match
    return [char for many, char in SETS if any(map(fits, many))]


def _is_closed(chars: str, flags: int) -> bool:
    """Whether the class has all of a kind or none."""
    fits = re.compile(chars, flags).match
    return all(len({fits(char) is None for char in many}) == 1 for many, _ in SETS)


class Forms:
    """`of(form)`: the bits of those patterns that can match a value of the form."""

    def __init__(self, patterns: Mapping[int, Sequence[re.Pattern[str]]], remembered: int = REMEMBERED) -> None:
        """`patterns`: by bit; none of them is written in verbose mode."""
        self._known = Bounded[bytes, int](remembered)
        self._wide = [(bit, _compiled(p.pattern, p.flags & SAID).search) for bit, several in patterns.items() for p in several]

    def of(self, form: bytes) -> int:
        bits = self._known.get(form)
        if bits is None:
            said, bits = form.decode(), 0
            for bit, search in self._wide:
                if not bits & bit and search(said):
                    bits |= bit
            self._known.put(form, bits)
        return bits


@cache
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(widened(pattern, flags), flags)
