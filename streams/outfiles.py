"""Recordings that stand in for our topics: one file a topic, offsets counted from 0 in each of its partitions."""

import hashlib
import os
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self
from urllib.parse import quote

from streams.inspect.words import RawMessage
from streams.recording import record_line

_OWNER_ONLY: Final = 0o600  # tagged copies hold payloads
_OPEN: Final = 64  # files at once, far under any limit of a process
_NAME: Final = 200  # bytes of a file's name before its digest; file systems take 255


class OutFiles:
    """`with OutFiles(directory) as files: files.put(record)`."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._open: OrderedDict[str, BinaryIO] = OrderedDict()  # the longest unused first
        self._names: dict[str, Path] = {}
        self._next: dict[tuple[str, int], int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        while self._open:
            self._open.popitem()[1].close()

    def open(self, topic: str) -> BinaryIO:
        """The topic's file, made if it is not there."""
        if topic in self._open:
            self._open.move_to_end(topic)
            return self._open[topic]
        if len(self._open) >= _OPEN:
            self._open.popitem(last=False)[1].close()
        path = self._names.setdefault(topic, self._directory / file_name(topic))
        self._open[topic] = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _OWNER_ONLY), "ab")
        return self._open[topic]

    def put(self, record: RawMessage) -> int:
        """Append one record under the next offset of its partition, which comes back; the record's own counts for nothing."""
        place = (record.topic, record.partition)
        offset = self._next.get(place, 0)
        self._next[place] = offset + 1
        self.open(record.topic).write(record_line(replace(record, offset=offset)))
        return offset

    def paths(self) -> list[Path]:
        """The files, in order of name."""
        return sorted(self._names.values())


def file_name(topic: str) -> str:
    """`<topic>.ndjson`; what no topic of Kafka's may hold (a recording can say anything, also `../`) is percent-encoded."""
    name = quote(topic, safe="")
    if len(name) > _NAME:
        name = f"{name[: _NAME - 20]}~{hashlib.sha256(topic.encode()).hexdigest()[:16]}"
    return f"{name}.ndjson"
