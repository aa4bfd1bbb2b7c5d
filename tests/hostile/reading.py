"""Read a case in a process of its own, forked from a warm one, and say what came of it: how far, why, how long, how much memory."""

import json
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from streams.inspect.decode.message import decode
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget, Message, RawMessage
from tests.hostile import json_cases, long_cases, other_cases, record_cases, schema_cases, xml_cases
from tests.hostile.case import Case
from tests.messages import record

_STATUS: Final = Path("/proc/self/status")
_CLEAR: Final = Path("/proc/self/clear_refs")
_RESET_PEAK: Final = "5"  # proc(5): the peak of resident memory begins anew
MEASURED: Final = _CLEAR.exists() and _STATUS.exists()


@dataclass(frozen=True, slots=True)
class Read:
    """`megabytes`: resident memory at its peak above what the warm process with the message had."""

    messages: int
    leaves: int
    reasons: tuple[str, ...]
    scanned: tuple[str, ...]
    seconds: float
    megabytes: float


class Died(Exception):
    """The process that read it did not come to an end of its own."""


def cases() -> Iterator[Case]:
    yield from json_cases.cases()
    yield from xml_cases.cases()
    yield from other_cases.cases()
    yield from long_cases.cases()
    yield from schema_cases.cases()
    yield from record_cases.cases()


def raw(case: Case) -> RawMessage:
    declared = ((("content-type", case.media_type.encode()),)) if case.media_type else ()
    return replace(record(case.data, key=case.key, headers=(*declared, *case.headers)), schemas=case.schemas)


def messages(case: Case) -> list[Message]:
    return [decode(envelope, Budget()) for envelope in unwrap(raw(case))]


def read(case: Case, reader: Callable[[Case], list[Message]] = messages) -> Read:
    """What `reader` makes of the case, in a child. Raises Died."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receive)
        status = 1
        try:
            os.write(send, json.dumps(asdict(_read(case, reader))).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(send)
    with os.fdopen(receive, "rb") as pipe:
        said = pipe.read()
    _, ended = os.waitpid(child, 0)
    if ended != 0:
        raise Died(f"{case.name}: ended with {os.waitstatus_to_exitcode(ended)}")
    return told(json.loads(said))


def told(said: dict[str, Any]) -> Read:
    """What another process says it read."""
    return Read(**{**said, "reasons": tuple(said["reasons"]), "scanned": tuple(said["scanned"])})


def _read(case: Case, reader: Callable[[Case], list[Message]]) -> Read:
    if MEASURED:
        _CLEAR.write_text(_RESET_PEAK)
    before, started = _kilobytes("VmRSS"), time.process_time()
    found = reader(case)
    seconds = time.process_time() - started
    peak = _kilobytes("VmHWM")
    return Read(
        len(found),
        sum(len(message.leaves) for message in found),
        tuple(sorted({reason for message in found for reason in message.reasons})),
        tuple(sorted({message.scanned for message in found})),
        seconds,
        max(0, peak - before) / 1024,
    )


def _kilobytes(field: str) -> int:
    said = re.search(rf"^{field}:\s+(\d+) kB", _STATUS.read_text(), re.MULTILINE) if MEASURED else None
    return int(said[1]) if said else 0
