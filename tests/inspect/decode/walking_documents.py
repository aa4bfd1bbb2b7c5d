"""Walk JSON, forms and mails by path with the standard library, into the documents that their strings hold."""

import csv
import email
import io
import json
from collections import Counter
from collections.abc import Iterator
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl
from xml.etree import ElementTree

from tests.inspect.decode.walking import texts

Spot = tuple[str, str]  # path, text


def json_values(text: str, root: str = "$") -> Iterator[Spot]:
    """Every value but null, numbers digit for digit."""
    yield from _below(json.loads(text, parse_int=str, parse_float=str, object_pairs_hook=list[tuple[str, Any]]), root)


def _below(node: Any, path: str) -> Iterator[Spot]:
    if isinstance(node, list):
        for index, child in enumerate(node):
            named = isinstance(child, tuple)
            yield from _below(child[1] if named else child, path + (_key(child[0]) if named else f"[{index}]"))
    elif isinstance(node, bool):
        yield path, "true" if node else "false"
    elif node is not None:
        yield from inside(node, path)


def inside(text: str, path: str) -> Iterator[Spot]:
    """A string, or what it holds behind the mark: JSON, XML, a table by semicolons."""
    if text[:1] == "{" or (text[:1] == "[" and text[:2] != "[["):  # a mark of these files is no list
        yield from json_values(text, path + "!$")
    elif text[:1] == "<" and text[1:2].isupper():
        yield from ((f"{path}!{here}", said) for here, said in texts(ElementTree.fromstring(text)) if said.strip())
    elif "\n" in text and ";" in text.partition("\n")[0]:
        header, *rows = csv.reader(io.StringIO(text), delimiter=";")
        for row, cells in enumerate(rows):
            yield from ((f"{path}![{row}]{_key(name)}", cell) for name, cell in zip(header, cells, strict=True))
    else:
        yield path, text


def ndjson_values(text: str) -> Iterator[Spot]:
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            yield from json_values(line, f"[{number}]")


def form_values(text: str) -> Iterator[Spot]:
    pairs = parse_qsl(text.strip(), keep_blank_values=True)
    many, seen = Counter(name for name, _ in pairs), Counter[str]()
    for name, value in pairs:
        at = f"${_key(name)}[{seen[name]}]" if many[name] > 1 else "$" + _key(name)
        seen[name] += 1
        yield from inside(value, at)


def mail_values(text: str) -> Iterator[Spot]:
    yield from _part(email.message_from_string(text), "$")


def _part(part: Message, path: str) -> Iterator[Spot]:
    yield from ((f"{path}.{name}", value) for name, value in part.items() if not name.lower().startswith("content-"))
    if part.is_multipart():
        for number, inner in enumerate(part.get_payload()):
            assert isinstance(inner, Message)
            yield from _part(inner, f"{path}.parts[{number}]")
    else:
        yield from inside(str(part.get_payload()).removesuffix("\n"), f"{path}.body")


def _key(name: str) -> str:
    plain = bool(name) and all(c.isalpha() or c.isdecimal() or c in "_-" for c in name)
    return f".{name}" if plain else f"['{name}']"
