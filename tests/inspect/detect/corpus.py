"""The marked corpus: payloads and texts in which what is personal is written `[[ENTITY:value]]` (`[[ENTITY#1.5]]` for a number)."""

import json
import re
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any

from streams.inspect.words import Path

MARK = re.compile(r"\[\[(\w+)([:#])(.*?)\]\]", re.DOTALL)
HERE = File(__file__).parent
PAYLOADS: dict[str, Any] = {file.stem: json.loads(file.read_text("utf-8")) for file in sorted((HERE / "payloads").glob("*.json"))}
TEXTS: list[str] = [json.loads(line) for line in (HERE / "texts.ndjson").read_text("utf-8").splitlines()]
DOCUMENT_TYPES = {"visma-net-customer": "Customer"}  # what the envelope says of a payload that is an object without a container


def words_of(name: str) -> dict[str, str]:
    """The envelope words of a payload."""
    return {"document_type": DOCUMENT_TYPES[name]} if name in DOCUMENT_TYPES else {}


def unmarked(value: Any) -> Any:
    """The payload as it would be sent."""
    if isinstance(value, dict):
        return {key: unmarked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [unmarked(inner) for inner in value]
    mark = MARK.fullmatch(value) if isinstance(value, str) else None
    return value if mark is None else json.loads(mark.group(3)) if mark.group(2) == "#" else mark.group(3)


def marks(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """(path, entity) of every marked value."""
    if isinstance(value, str) and (mark := MARK.fullmatch(value)):
        yield path, mark.group(1)
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from marks(inner, (*path, key))


def parts(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A text without its marks, and (start, end, entity) of each."""
    text, spans, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        spans.append((len(text), len(text) + len(mark.group(3)), mark.group(1)))
        text += mark.group(3)
        at = mark.end()
    return text + marked[at:], spans
