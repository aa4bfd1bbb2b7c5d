"""A platform's exported definition, read tolerantly and pointed at exactly: keys in any casing, JSON inside strings, known misspellings.

What cannot be read for certain is refused with the JSON pointer of its place. Definitions hold credentials, so nothing of their
content stands in an error: a pointer is spelled with our own names and with numbers.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from schemas.model import SporError

MAX_BYTES: Final = 64 * 1024 * 1024  # definitions carry whole scripts; 2,000 of them are some 40 MB
MAX_STRINGIFIED: Final = 3  # levels of JSON inside strings that have been seen in definitions
_MISSPELT: Final = {"configcorrelatioid": "configcorrelationid", "reciever": "receiver"}


class Refused(SporError):
    """A definition that cannot be imported: where, what is wrong, what comes next."""

    def __init__(self, at: str, says: str) -> None:
        self.at, self.says = at, says
        super().__init__(f"{at or '/'}: {says}")


class _Torn:
    """Stands for a value that one object gives twice and differently."""


_TORN: Final = _Torn()


@dataclass(frozen=True, slots=True)
class Node:
    """A place of the definition. A key that is absent is a Node of None: asking further gives nothing, and no error."""

    value: Any
    at: str = ""  # RFC 6901; `!` where JSON inside a string begins

    def get(self, name: str) -> "Node":
        """The value below a key, however the key is cased. Refused where the object says it twice and differently."""
        below = f"{self.at}/{name}"
        if self.value is None:
            return Node(None, below)
        if not isinstance(self.value, dict):
            self.refuse("wants an object")
        value = self.value.get(_folded(name))
        if isinstance(value, _Torn):
            Node(None, below).refuse("stands there twice with different values; keep the one that is meant")
        return Node(value, below)

    def items(self) -> "list[Node]":
        """The items of a list; none where it is absent."""
        if self.value is None:
            return []
        if not isinstance(self.value, list):
            self.refuse("wants a list")
        return [Node(value, f"{self.at}/{index}") for index, value in enumerate(self.value)]

    def object(self) -> "Node":
        """Itself, where it is an object."""
        if not isinstance(self.value, dict):
            self.refuse("wants an object")
        return self

    def text(self) -> str | None:
        """The text without the space around it; None where it is absent or blank. A number is its own text."""
        if self.value is None:
            return None
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            return str(self.value)
        if not isinstance(self.value, str):
            self.refuse("wants a text")
        if not _writable(self.value):
            self.refuse("holds a character that no text can hold (half of a surrogate pair); mend it in the definition")
        return self.value.strip() or None

    def flag(self, default: bool = False) -> bool:
        """A boolean, also as the text or the number that some exports make of it."""
        if self.value is None:
            return default
        word = str(self.value).strip().lower() if isinstance(self.value, bool | str | int) else ""
        if word not in ("true", "false", "1", "0"):
            self.refuse("wants true or false")
        return word in ("true", "1")

    def embedded(self) -> "Node":
        """The object that stands here as JSON inside a string; an empty one where the string is empty or says null."""
        value, at = self.value, self.at
        for _ in range(MAX_STRINGIFIED):
            if not isinstance(value, str):
                break
            at += "!"
            value = _parsed(value, at) if value.strip() else None
        return Node({} if value is None else value, at).object()

    def refuse(self, says: str) -> NoReturn:
        raise Refused(self.at, says)


def definitions(data: bytes) -> list[Node]:
    """Each integration of an export: one, a list of them, or either inside the object that a tool wrapped it in. Raises Refused."""
    if len(data) > MAX_BYTES:
        raise Refused("", f"larger than {MAX_BYTES // 1024 // 1024} MiB; export fewer integrations at a time")
    try:
        text = data.decode(json.detect_encoding(data))
    except UnicodeDecodeError:
        raise Refused("", "not readable as UTF-8 or UTF-16 text; save the export anew") from None
    found = list(_integrations(Node(_parsed(text, ""))))
    if not found:
        raise Refused("", "holds no integration; export with GET /v2/integrations")
    return found


def _integrations(node: Node) -> Iterator[Node]:
    if isinstance(node.value, dict) and "subintegrations" not in node.value:
        for wrapper in ("integrations", "integration", "value", "items", "data", "result"):
            if isinstance(node.value.get(wrapper), dict | list):
                yield from _integrations(node.get(wrapper))
                return
    if isinstance(node.value, list):
        yield from (item.object() for item in node.items())
    elif isinstance(node.value, dict):
        yield node
    else:
        node.refuse("neither an integration's definition nor a list of them; export with GET /v2/integrations")


def _parsed(text: str, at: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except RecursionError:
        raise Refused(at, "nested too deep to be a definition") from None
    except ValueError as bad:  # its message may quote; its position cannot
        where = f" (line {bad.lineno}, column {bad.colno})" if isinstance(bad, json.JSONDecodeError) else ""
        raise Refused(at, f"not readable as JSON{where}; export it anew") from None


def _no_number(_: str) -> NoReturn:
    raise ValueError("NaN and infinities are no JSON")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object by folded keys. Of two spellings of one key the null yields; two values that differ are torn."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        key = _folded(name)
        held = found.get(key)
        if held is None:
            found[key] = value
        elif value is not None and value != held:
            found[key] = _TORN
    return found


def _folded(name: str) -> str:
    """`ConfigCorrelationId`, `config_correlation_id` and `configCorrelatioId` are one key."""
    word = re.sub(r"[^a-z0-9]", "", name.lower())
    return _MISSPELT.get(word, word) or name


def _writable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)
