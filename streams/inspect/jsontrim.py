"""Cut a JSON text to what may be read of it: parts nested too deep are put aside, and what comes after too many values is left out."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

# Strings (with a `?` behind it one that never ends too) and values, then a bracket, or a run of up to 64 values without either.
# Nothing backtracks, and what stands behind the last bracket or comma is matched too, so that no search begins within a string.
_STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_TOKEN: Final = re.compile(
    rf"""(?:[^"\[\]{{}},]*+{_STRING}?)*+[^"\[\]{{}},]*+(?:([\[{{])|([\]}}])|((?:,[^"\[\]{{}},]*+){{1,64}}+))?""", re.DOTALL
)
_OPENS, _CLOSES = 1, 2  # groups of a token; the third is a run of values
# Strings, lists and objects that hold none; else the brackets that open, with what stands between them, and those that close.
_BRACKETS: Final = re.compile(
    rf"""(?:{_STRING}?[^"\[\]{{}}]*+)++|(?:[\[{{](?:[^"\[\]{{}}]++|{_STRING})*+[\]}}][^"\[\]{{}}]*+)++"""
    rf"""|((?:[\[{{][^"\[\]{{}}]*+(?:{_STRING}[^"\[\]{{}}]*+)*+){{1,1024}}+)|([\]}}]++)""",
    re.DOTALL,
)
_STRINGS: Final = re.compile(_STRING, re.DOTALL)
_ESCAPE: Final = re.compile(r"(\\\\)|\\u([0-9a-fA-F]{4})")
CLOSER: Final = {"{": "}", "[": "]"}


@dataclass(frozen=True, slots=True)
class Trimmed:
    """`text` is as well formed as the original was. `deep`: the parts put aside, by the whole number that stands in their place."""

    text: str
    deep: Mapping[str, str]
    spent: bool


def trim(text: str, depth: int, nodes: int, *, cut: bool = False) -> Trimmed:
    """At most `depth` levels and about `nodes` values. `cut`: the text's end is missing; it is closed behind its last whole value."""
    trimmer = _Trimmer(text, depth, nodes)
    trimmer.run(cut=cut)
    return Trimmed("".join(trimmer.out), trimmer.deep, trimmer.spent)


class _Trimmer:
    """One pass over the tokens of a document: what lies too deep is put aside, and what comes too late is cut off.

    In place of a part put aside stands a whole number that the text cannot hold by chance: a digest of the text.
    """

    def __init__(self, text: str, depth: int, nodes: int) -> None:
        self.text, self.depth, self.nodes = text, depth, nodes
        self.digits = str(int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest(), "big") + 1)
        self.out: list[str] = []
        self.deep: dict[str, str] = {}
        self.spent = False
        self.open: list[str] = []
        self.copied = 0
        self.safe = (0, 0)  # (position, brackets open there): all before it are whole values

    def run(self, *, cut: bool) -> None:
        at: int | None = 0
        while at is not None and not self.spent:
            at = self._follow(at)
        if self.spent or cut:
            self._close()
        else:
            self.out.append(self.text[self.copied :])

    def _follow(self, start: int) -> int | None:
        """From `start` to the next part that lies too deep, which is put aside: the position behind it; None: no more."""
        for token in _TOKEN.finditer(self.text, start):
            kind, at = token.lastindex, token.end()
            if kind is None:
                break
            if kind == _OPENS:
                if len(self.open) == self.depth:
                    return self._put_aside(at - 1)
                self.open.append(token[_OPENS])
                self.nodes -= 1
            elif kind == _CLOSES:
                if self.open:
                    self.open.pop()
            else:
                run = token[kind]
                at += run.rfind(",") - len(run)
                self.nodes -= run.count(",")
            self.safe = (at, len(self.open))
            if self.nodes < 0:
                self.spent = True
                break
        return None

    def _put_aside(self, start: int) -> int:
        end, digits = self._behind(start), f"{self.digits}{len(self.deep):09d}"
        self.deep[digits] = plain(self.text[start:end])
        self.out += self.text[self.copied : start], digits
        self.copied = end
        self.safe = (end, len(self.open))
        return end

    def _behind(self, start: int) -> int:
        """The position behind the bracket that closes the one at `start`; the text's end where none does."""
        below = 1
        for token in _BRACKETS.finditer(self.text, start + 1):
            kind, length = token.lastindex, token.end() - token.start()
            if kind == _OPENS:
                below += _openers(token[_OPENS])
            elif kind == _CLOSES:
                if length >= below:
                    return token.start() + below
                below -= length
        return len(self.text)

    def _close(self) -> None:
        end, brackets = self.safe
        self.out.append(self.text[self.copied : end])
        self.out += [CLOSER[opener] for opener in reversed(self.open[:brackets])]


def _openers(text: str) -> int:
    """Of brackets that open, with strings between them: how many."""
    text = _STRINGS.sub("", text) if '"' in text else text
    return text.count("{") + text.count("[")


def plain(text: str) -> str:
    """A piece of JSON as text, its `\\uXXXX` escapes resolved so that a search sees what they hide."""
    if "\\u" not in text:
        return text
    return _ESCAPE.sub(lambda m: m[1] or _character(int(m[2], 16)), text)


def _character(code: int) -> str:
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
