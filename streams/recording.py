"""Recordings: Kafka records as NDJSON, one line each, bytes that are not UTF-8 as base64. What `record` writes and `replay` reads."""

import base64
import binascii
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypeGuard

import orjson

from schemas.model import SporError
from streams.inspect.words import RawMessage

_BOM: Final = b"\xef\xbb\xbf"  # an editor that saved the file may have put one in front
_PLAIN_HEADER: Final = 2  # ["name", "text"]; with a third item, ["name", null, "base64"]
_ENCODED_HEADER: Final = 3


class BrokenLine(SporError):
    """A line that is no record: its number and which of our own fields is wrong, nothing of its content."""

    def __init__(self, number: int, what: str) -> None:
        self.number = number
        super().__init__(f"line {number} of the recording is broken: {what}; mend or remove that line and run again")


class _Wrong(Exception):
    """What is wrong with one line, in our own words, on its way to BrokenLine, which knows the line's number."""


def read(path: Path) -> Iterator[RawMessage]:
    """The records of a recording, in its order; blank lines are passed over. Raises BrokenLine."""
    with path.open("rb") as file:
        yield from records(file)


def records(lines: Iterable[bytes]) -> Iterator[RawMessage]:
    """The same for lines that are already at hand, counted from 1."""
    for number, line in enumerate(lines, 1):
        text = (line.removeprefix(_BOM) if number == 1 else line).strip()
        if text:
            try:
                yield _record(text)
            except _Wrong as wrong:
                raise BrokenLine(number, str(wrong)) from None


def record_line(raw: RawMessage) -> bytes:
    """One record as a line of a recording, newline included. Its adapter and revision are no part of a recording."""
    line: dict[str, Any] = {
        "cluster": raw.cluster,
        "topic": raw.topic,
        "topic_id": raw.topic_id,
        "partition": raw.partition,
        "offset": raw.offset,
        "timestamp": raw.timestamp,
        **_written("key", raw.key),
        "headers": [_written_header(name, data) for name, data in raw.headers],
        **_written("value", raw.value),
    }
    return orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)


def _record(text: bytes) -> RawMessage:
    try:
        line = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise _Wrong("it is not JSON") from None
    if not isinstance(line, dict):
        raise _Wrong("it is not an object")
    return RawMessage(
        cluster=_text(line, "cluster", ""),
        topic=_text(line, "topic"),
        topic_id=_text(line, "topic_id", ""),
        partition=_number(line, "partition", at_least=0),
        offset=_number(line, "offset", at_least=0),
        timestamp=_number(line, "timestamp"),
        key=_bytes(line, "key"),
        value=_bytes(line, "value", required=True),
        headers=tuple(_header(item) for item in _list(line, "headers")),
    )


def _text(line: dict[str, Any], name: str, default: str | None = None) -> str:
    value = line.get(name, default)
    if not isinstance(value, str):
        raise _Wrong(f"`{name}` is not a text")
    return value


def _number(line: dict[str, Any], name: str, at_least: int | None = None) -> int:
    value = line.get(name)
    if not _is_number(value) or (at_least is not None and value < at_least):
        raise _Wrong(f"`{name}` is not a whole number" + ("" if at_least is None else f" from {at_least}"))
    return value


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _list(line: dict[str, Any], name: str) -> list[Any]:
    value = line.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise _Wrong(f"`{name}` is not a list")
    return value


def _bytes(line: dict[str, Any], name: str, *, required: bool = False) -> bytes | None:
    """A text as UTF-8, or the bytes of the field that stands instead; a record without a value is no tombstone but broken."""
    plain, encoded = line.get(name), line.get(f"{name}_base64")
    if required and name not in line and encoded is None:
        raise _Wrong(f"`{name}` is missing; a tombstone says null")
    if plain is not None and encoded is not None:
        raise _Wrong(f"`{name}` stands twice, as text and as base64")
    return _from_base64(encoded, f"{name}_base64") if encoded is not None else _from_text(plain, name)


def _header(item: object) -> tuple[str, bytes | None]:
    if not isinstance(item, list) or len(item) not in (_PLAIN_HEADER, _ENCODED_HEADER) or not isinstance(item[0], str):
        raise _Wrong('a header is not ["name", "text"] or ["name", null, "base64"]')
    if len(item) == _PLAIN_HEADER or item[2] is None:
        return item[0], _from_text(item[1], "headers")
    if item[1] is not None:
        raise _Wrong("a header's value stands twice, as text and as base64")
    return item[0], _from_base64(item[2], "headers")


def _from_text(value: object, name: str) -> bytes | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise _Wrong(f"`{name}` is not a text")
    return value.encode()


def _from_base64(value: object, name: str) -> bytes:
    if not isinstance(value, str):
        raise _Wrong(f"`{name}` is not a text")
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise _Wrong(f"`{name}` is not base64") from None


def _written(name: str, data: bytes | None) -> dict[str, str | None]:
    try:
        return {name: None if data is None else data.decode()}
    except UnicodeDecodeError:
        return {f"{name}_base64": base64.b64encode(data or b"").decode()}


def _written_header(name: str, data: bytes | None) -> list[str | None]:
    try:
        return [name, None if data is None else data.decode()]
    except UnicodeDecodeError:
        return [name, None, base64.b64encode(data or b"").decode()]
