"""What is written down of a call: a log line and some counts, and never a body, a query, a header's value or a caller's own words."""

import contextlib
import time
from collections.abc import Iterator
from typing import Final

import structlog

from streams.bridge.metrics import NOBODY, Metrics

_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
log: Final = structlog.get_logger("spor.bridge")


class Call:
    """The facts of one call. `source` is None until it is one that is configured: names that callers make up are not kept."""

    __slots__ = ("bytes", "delivery", "method", "reason", "records", "source", "started")

    def __init__(self, method: str) -> None:
        self.method = method if method in _METHODS else "other"
        self.started = time.perf_counter()
        self.source: str | None = None
        self.delivery: str | None = None
        self.reason: str | None = None  # why it was refused
        self.bytes = self.records = 0


class Journal:
    """Log and metrics of the calls."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def answered(self, call: Call, status: int) -> None:
        seconds = time.perf_counter() - call.started
        source = call.source or NOBODY
        self._metrics.calls.labels(source, str(int(status))).inc()
        self._metrics.seconds.labels(source).observe(seconds)
        facts = {
            "method": call.method,
            "source": source,
            "status": int(status),
            "bytes": call.bytes,
            "records": call.records,
            "ms": round(seconds * 1000, 1),
            "delivery": call.delivery,
            "reason": call.reason,
        }
        log.info("bridge.call", **{name: fact for name, fact in facts.items() if fact is not None})

    def written(self, call: Call) -> None:
        self._metrics.records.labels(call.source).inc(call.records)
        self._metrics.bytes.labels(call.source).inc(call.bytes)

    def repeated(self, call: Call) -> None:
        call.reason = "repeat"
        self._metrics.repeats.labels(call.source).inc()

    @contextlib.contextmanager
    def in_hand(self) -> Iterator[None]:
        with self._metrics.in_hand.track_inprogress():
            yield
