"""The review of files and recordings: every message of them is inspected, and what nothing is known of is listed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import orjson

from schemas.words import Adapter
from streams.inspect.detect.review import Review
from streams.inspect.inspector import Inspector
from streams.inspect.words import RawMessage
from streams.recording import records
from streams.scan import LARGEST, UnreadableFile, read

_OF_A_RECORD: Final = frozenset({"topic", "partition", "offset", "timestamp"})
_BOM: Final = b"\xef\xbb\xbf"


def review(inspector: Inspector, raws: Iterator[RawMessage], into: Review) -> None:
    """Every message of the records into the review."""
    for raw in raws:
        for message, found in inspector.look(raw):
            into.add(message, found)


def messages(
    file: str, adapter: Adapter = "auto", media_type: str | None = None, progress: Callable[[int], None] = lambda _: None
) -> Iterator[RawMessage]:
    """A recording's records, read one by one; any other file as one message. `progress` hears how many bytes were read so far.

    Raises UnreadableFile, and BrokenLine with the number of a recording's line.
    """
    if media_type is None and file != "-" and _is_recording(file):
        with Path(file).open("rb") as lines:
            for raw in records(lines):
                yield replace(raw, adapter=adapter)
                progress(lines.tell())
        return
    raw = read(file, adapter, media_type)
    first, _, rest = (raw.value or b"").partition(b"\n")
    if media_type is None and file == "-" and _is_record(first):
        yield from (replace(each, adapter=adapter) for each in records([first, *rest.splitlines()]))
        return
    yield raw


def _is_recording(file: str) -> bool:
    """Whether its first line is a record as `spor record` writes it."""
    try:
        with Path(file).open("rb") as lines:
            return _is_record(lines.readline(LARGEST))
    except OSError as wrong:
        raise UnreadableFile(f"{file}: {(wrong.strerror or 'cannot be read').lower()}; nothing of it was scanned") from None


def _is_record(line: bytes) -> bool:
    try:
        said = orjson.loads(line.removeprefix(_BOM).strip())
    except orjson.JSONDecodeError:
        return False
    return isinstance(said, dict) and said.keys() >= _OF_A_RECORD and not said.keys().isdisjoint(("value", "value_base64"))
