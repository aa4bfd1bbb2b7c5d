"""Inspectors for tests of the machinery: one that is quick and honest, and one that records can kill in every known way."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from schemas.flow import Coordinates, Coverage, Flow, Source, worst
from schemas.model import SporError
from schemas.reasons import REASONS
from streams.inspect.words import RawMessage
from streams.ledger.unread import unread

DIGEST, REGISTRY, DETECTOR = "policy-digest", "registry-digest", "trivial/1"


@dataclass(frozen=True)
class Trivial:
    """One Flow per record: `empty`, `tombstone` and `json.invalid` are told, all else is read as full."""

    policy: SimpleNamespace
    detector: SimpleNamespace

    def __call__(self, raw: RawMessage) -> tuple[Flow, ...]:
        return (trivial_flow(raw),)


def trivial(policies: Path | None) -> Trivial:
    return Trivial(SimpleNamespace(digest=DIGEST, registry_digest=REGISTRY), SimpleNamespace(version=DETECTOR))


def changed(policies: Path | None) -> Trivial:
    """A policy digest that differs in every process."""
    return Trivial(SimpleNamespace(digest=str(os.getpid()), registry_digest=REGISTRY), SimpleNamespace(version=DETECTOR))


def picky(policies: Path | None) -> Trivial:
    """Does not start with a pack whose version is another one than 1."""
    if policies is not None and "version: 1\n" not in (policies / "webshop.yaml").read_text("utf-8"):
        raise SporError("no")
    return trivial(policies)


def trivial_flow(raw: RawMessage) -> Flow:
    names = ("cluster", "topic", "topic_id", "partition", "offset", "timestamp")
    source = Source(**{name: getattr(raw, name) for name in names})
    base = unread(source, raw.revision, "inspector.died", REGISTRY, DETECTOR)
    reason = "tombstone" if raw.value is None else "empty" if not raw.value else "json.invalid" if raw.value[:1] == b"!" else None
    scanned = (reason and REASONS[reason].scanned) or "full"
    verdicts = () if scanned == "full" else (base.verdicts[0].model_copy(update={"rule": f"coverage.{scanned}"}),)
    return base.model_copy(
        update={
            "coverage": Coverage(scanned=scanned, leaves=1, bytes=len(raw.value or b""), reasons=(reason,) if reason else ()),
            "verdicts": verdicts,
            "verdict": worst(verdicts),
            "reproducible": True,
        }
    )


def source_of(raw: RawMessage) -> Coordinates:
    return Coordinates(cluster=raw.cluster, topic=raw.topic, topic_id=raw.topic_id, partition=raw.partition, offset=raw.offset)


class Mortal(Trivial):
    """Does what the record's value says: a way to die, `slow <ms>`, or `once <file>`, which dies the first time."""

    def __call__(self, raw: RawMessage) -> tuple[Flow, ...]:
        word, _, rest = (raw.value or b"").decode("utf-8", "replace").partition(" ")
        if word in _DEATHS:
            _DEATHS[word](rest)
        return super().__call__(raw)


def mortal(policies: Path | None) -> Mortal:
    inner = trivial(policies)
    return Mortal(inner.policy, inner.detector)


def _slow(rest: str) -> None:
    until = time.process_time() + float((rest or "2").split()[0]) / 1000
    while time.process_time() < until:
        pass


def _raise(rest: str) -> None:
    raise ValueError(rest)


def _hang(rest: str) -> None:
    while True:
        time.sleep(60)


def _memory(rest: str) -> None:
    bytearray(64 * 1024**3)


def _once(rest: str) -> None:
    try:
        Path(rest).touch(exist_ok=False)
    except FileExistsError:
        return
    os._exit(1)


_DEATHS = {
    "slow": _slow,
    "exit": lambda rest: os._exit(1),
    "segfault": lambda rest: os.kill(os.getpid(), signal.SIGSEGV),
    "hang": _hang,
    "raise": _raise,
    "memory": _memory,
    "once": _once,
}
