"""Cut the text of a .proto file into words, and keep the comments that stand before or behind each."""

import re
from dataclasses import dataclass
from typing import Final

from streams.inspect.encoded.proto_words import BadProto

_TOKEN: Final = re.compile(
    r"""(?P<blank>\s+)
      | (?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
      | (?P<name>\.?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)
      | (?P<number>[0-9][\w.]*(?:(?<=[eE])[+-][0-9]+)?|\.[0-9]\w*)
      | (?P<sign>[{}()\[\]<>=;,:+\-/])""",
    re.VERBOSE | re.DOTALL,
)
_AHEAD: Final = 4
_LARGEST: Final = 1024 * 1024  # characters: a registry keeps each schema in one record, and Kafka's largest is that unless told otherwise
_MOST: Final = 100_000  # words: five to a field, and no message has more than 20,000 leaves
_MARKS: Final = re.compile(r"^\s*(?://+|/\*+|\*+/?)|\*/\s*$", re.MULTILINE)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)


@dataclass(slots=True)
class Token:
    kind: str  # "text", "name", "number", "sign", or "end"
    text: str
    before: str = ""  # the comment that stands before it on lines of its own
    behind: str = ""  # the comment behind it on its line


def tokens(source: str) -> list[Token]:
    """All words, and some of kind `end` behind them, so that one may look ahead. Raises BadProto."""
    if len(source) > _LARGEST:
        raise BadProto
    found: list[Token] = []
    at, comment, fresh = 0, "", True  # fresh: nothing stands on this line yet
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:
            raise BadProto
        at, kind, text = match.end(), match.lastgroup or "", match[0]
        if kind == "blank":
            fresh = fresh or "\n" in text
        elif kind == "comment" and found and not fresh:
            found[-1].behind = _plain(text)
        elif kind == "comment":
            comment = f"{comment} {_plain(text)}"[:2000]
        else:
            if len(found) == _MOST:
                raise BadProto
            found.append(Token(kind, text, comment.strip()))
            comment, fresh = "", False
    return [*found, *(Token("end", "") for _ in range(_AHEAD))]


def unquoted(text: str) -> str:
    """What stands in the quotes; escapes only as far as sentences and names need them."""
    return _ESCAPED.sub(lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), text[1:-1])


def _plain(comment: str) -> str:
    return " ".join(_MARKS.sub(" ", comment).split())
