"""Looks at files as messages: what is personal in them, where, and what the policies say to it."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from schemas.flow import worst
from schemas.model import SporError
from schemas.words import Adapter, Level
from streams.inspect.decode.locate.positions import Locator
from streams.inspect.inspector import Inspector
from streams.inspect.paths import render
from streams.inspect.words import Finding, Findings, Message, RawMessage

LARGEST: Final = 256 * 1024 * 1024  # bytes; the platforms' own limit of one message is 100 MB
FORMATS: Final = {  # `--format` to the media type that a record would have declared
    "json": "application/json",
    "ndjson": "application/x-ndjson",
    "xml": "application/xml",
    "csv": "text/csv",
    "edifact": "application/edifact",
    "html": "text/html",
    "form": "application/x-www-form-urlencoded",
    "sie": "application/x-sie",
    "mail": "message/rfc822",
    "text": "text/plain",
}
_ENDINGS: Final = {  # of a file's name, to its format where none is given
    ".json": "json",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".xml": "xml",
    ".csv": "csv",
    ".edi": "edifact",
    ".edifact": "edifact",
    ".html": "html",
    ".htm": "html",
    ".se": "sie",
    ".si": "sie",
    ".eml": "mail",
}


class UnreadableFile(SporError):
    """A file could not be read as a message."""


@dataclass(frozen=True, slots=True)
class Found:
    """One finding as it is printed. `value` only where a person asked to see it."""

    part: int  # of the messages in the file
    place: str
    path: str  # not folded
    start: int  # code points in the decoded value, end exclusive
    end: int
    byte_start: int | None  # in the innermost decoded body; None where that keeps no place of it, or it was not asked for
    byte_end: int | None
    entity: str
    category: str | None  # None: told apart and not personal
    score: float
    evidence: tuple[str, ...]
    recognizer: str
    value: str | None

    @property
    def personal(self) -> bool:
        return self.category is not None


def read(file: str, adapter: Adapter = "auto", media_type: str | None = None) -> RawMessage:
    """A file's bytes as one record, `-` for standard input; as old as the file is, of the type that its name ends in where none is given.

    Raises UnreadableFile.
    """
    media_type = media_type or FORMATS.get(_ENDINGS.get(Path(file).suffix.lower(), ""))
    try:
        data, at = _bytes(file)
    except OSError as wrong:
        raise UnreadableFile(f"{file}: {(wrong.strerror or 'cannot be read').lower()}; nothing of it was scanned") from None
    if len(data) > LARGEST:
        raise UnreadableFile(f"{file}: larger than {LARGEST // 1024**2} MiB and so no single message; split it and scan the parts")
    headers = (("content-type", media_type.encode()),) if media_type else ()
    topic = "standard-input" if file == "-" else Path(file).name
    return RawMessage(topic, 0, 0, at, None, data, headers, adapter=adapter)


def look(inspector: Inspector, raw: RawMessage, *, values: bool, places: bool = False) -> Iterator[tuple[str, tuple[Found, ...]]]:
    """For each message of the record: how far it was scanned, and what was found, in the message's order. `places`: in bytes too."""
    locator = Locator(inspector.budget)
    for message, found in inspector.look(raw):
        spans = locator.positions(message, found.findings) if places else [None] * len(found.findings)
        yield message.scanned, tuple(_found(message, found, one, span, values) for one, span in zip(found.findings, spans, strict=True))


def verdict(inspector: Inspector, raw: RawMessage) -> Level:
    """The worst verdict on the record's messages."""
    return worst(tuple(v for flow in inspector(raw) for v in flow.every_verdict()))


def _bytes(file: str) -> tuple[bytes, int]:
    if file == "-":
        return sys.stdin.buffer.read(LARGEST + 1), time.time_ns() // 1_000_000
    with Path(file).open("rb") as opened:
        return opened.read(LARGEST + 1), Path(file).stat().st_mtime_ns // 1_000_000


def _found(message: Message, found: Findings, one: Finding, span: tuple[int, int] | None, values: bool) -> Found:
    path = render(one.path, found.keys, header=one.place == "header")
    text = _text(message, one)[one.start : one.end] if values else None
    byte_start, byte_end = span or (None, None)
    return Found(
        message.envelope.part.index,
        one.place,
        path,
        one.start,
        one.end,
        byte_start,
        byte_end,
        one.entity,
        one.category,
        one.score,
        one.evidence,
        one.recognizer,
        text,
    )


def _text(message: Message, one: Finding) -> str:
    """What the finding's offsets count in: a leaf, an object key, or a word of the envelope."""
    if one.leaf >= 0:
        return message.leaves[one.leaf].text
    if one.place == "object_key":
        return next((s for s in reversed(one.path) if isinstance(s, str)), "")
    return next((word.text for word in message.envelope.words().values() if word.path == one.path), "")
