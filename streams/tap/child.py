"""An inspector child: reads frames of raw records, inspects them one by one, answers with outputs. `python -m streams.tap.child`.

It marks the record it is at in shared memory, so that the worker knows the suspect when this process dies. It ends when the
worker's end of the socket closes, and with the worker's death.
"""

import argparse
import contextlib
import ctypes
import importlib
import mmap
import os
import resource
import signal
import socket
import struct
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import orjson
import structlog

from schemas.flow import Flow
from schemas.model import SporError
from streams import logs
from streams.collector import settle
from streams.inspect.words import RawMessage
from streams.ledger.outputs import Outputs, outputs
from streams.tap import frames

if TYPE_CHECKING:
    from streams.references.opener import Opener

MARKER: Final = struct.Struct("=i")
WAITING: Final = -1  # no record in hand
OUT_OF_MEMORY: Final = 70  # exit code: a fresh child may still manage the record
_PR_SET_PDEATHSIG: Final = 1  # linux/prctl.h
_WARM_UP: Final = RawMessage("spor.warm-up", 0, 0, 0, None, b'{"name": "x", "note": "x"}')
log: Final = structlog.get_logger("spor.inspector")


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parse(arguments)
    logs.configure(given.log_level)
    _die_with(given.parent)
    _bound_memory(given.memory)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # the worker's to answer; end of file ends this process
        signal.signal(number, signal.SIG_IGN)
    with (
        socket.socket(fileno=given.socket) as door,
        mmap.mmap(given.marker, MARKER.size) as marker,
        contextlib.suppress(BrokenPipeError, ConnectionResetError),  # the worker is gone
    ):
        MARKER.pack_into(marker, 0, WAITING)
        try:
            opener = _opener(given.references, given.patience)
            inspector = _built(given.factory, given.policies, given.nlp)
        except SporError as wrong:
            door.sendall(frames.frame(orjson.dumps({"error": str(wrong)})))
            return 3
        door.sendall(frames.frame(orjson.dumps({**_identity(inspector), "references": opener.digest if opener else ""})))
        with opener or contextlib.nullcontext():
            _serve(door, marker, inspector, opener)
    return 0


def _serve(door: socket.socket, marker: mmap.mmap, inspector: Any, opener: "Opener | None") -> None:
    mark = partial(MARKER.pack_into, marker, 0)
    with door.makefile("rb", buffering=1 << 16) as incoming:
        while head := incoming.read(frames.HEAD):
            answers = []
            records = frames.unpack_records(incoming.read(frames.length(head)))
            for index, raw in enumerate(opener.open(records, mark) if opener else records):
                mark(index)
                answers.append(_inspected(inspector, raw))
            mark(WAITING)
            door.sendall(frames.frame(frames.pack_answers(answers)))


def _opener(references: Path | None, patience_s: float) -> "Opener | None":
    """What may be opened from here; in this process, so that what a host answers is met where a record's bytes are. Raises SporError."""
    if references is None:
        return None
    from streams.references.opener import Opener  # noqa: PLC0415  # an HTTP client that only those have to load who use it

    return Opener.of(references, patience_s)


def _inspected(inspector: Any, raw: RawMessage) -> Outputs | None:
    """None where the inspector raised: the worker then writes the Flow that says so."""
    try:
        flows: tuple[Flow, ...] = inspector(raw)
        return outputs(flows, len(raw.value or b""))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception as wrong:
        log.error("inspector.raised", record=repr(raw), error=type(wrong).__name__, where=logs.where(wrong))
        return None


def _built(factory: str, policies: Path | None, nlp: Path | None) -> Any:
    module, _, name = factory.partition(":")
    inspector = getattr(importlib.import_module(module), name)(policies, *([nlp] if nlp else []))
    _inspected(inspector, _WARM_UP)
    settle()
    return inspector


def _identity(inspector: Any) -> dict[str, str]:
    return {"digest": inspector.policy.digest, "registry": inspector.policy.registry_digest, "detector": inspector.detector.version}


def _die_with(parent: int) -> None:
    """A child that hangs in native code never sees the end of its socket, so the kernel is asked to end it too."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(0)


def _bound_memory(limit: int) -> None:
    """A record that blows up takes this child with it and nobody else. 0: no bound."""
    if limit:
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="streams.tap.child")
    parser.add_argument("--socket", type=int, required=True)
    parser.add_argument("--marker", type=int, required=True)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--memory", type=int, required=True)
    parser.add_argument("--factory", required=True)
    parser.add_argument("--policies", type=Path)
    parser.add_argument("--nlp", type=Path)
    parser.add_argument("--references", type=Path)
    parser.add_argument("--patience", type=float, default=float("inf"))
    parser.add_argument("--log-level", default="info")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
