"""Java-style properties files, as Kafka's own tools read them (`java.util.Properties`)."""

import re
from pathlib import Path
from typing import Final

from schemas.model import SporError

_ESCAPES: Final = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}
_ESCAPED: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_ENTRY: Final = re.compile(r"((?:\\.|[^\\=:\s])*)[ \t\f]*[=:]?[ \t\f]*(.*)", re.DOTALL)


class PropertiesError(SporError):
    """A client properties file cannot be read; the message names the file and never a value."""


def read(path: Path | None) -> dict[str, str]:
    """Every property of the file, none without one; of one that stands twice the last holds. Raises PropertiesError."""
    if path is None:
        return {}
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        raise PropertiesError(f"{path}: not UTF-8; save the client properties as UTF-8 text") from None
    except OSError as wrong:
        raise PropertiesError(f"{path}: cannot be read ({wrong.strerror}); check --kafka-config") from None
    return parse(text)


def parse(text: str) -> dict[str, str]:
    """`key=value`, `key: value` or `key value` a line; `#` and `!` begin comments; a `\\` at the end joins the next line."""
    properties = {}
    for line in _logical_lines(text):
        match = _ENTRY.fullmatch(line)
        assert match is not None  # the pattern takes every text
        properties[_unescaped(match[1])] = _unescaped(match[2])
    return properties


def _logical_lines(text: str) -> list[str]:
    lines: list[str] = []
    joined: str | None = None
    for natural in re.split(r"\r\n|\r|\n", text):
        line = natural.lstrip(" \t\f")
        if joined is None and (not line or line[0] in "#!"):
            continue
        joined = (joined or "") + line
        if (len(line) - len(line.rstrip("\\"))) % 2:
            joined = joined[:-1]
        else:
            lines.append(joined)
            joined = None
    return [*lines, joined] if joined else lines


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)) if m[1] else _ESCAPES.get(m[2], m[2]), text)
