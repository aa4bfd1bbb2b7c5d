"""How far the tap has come: a log line now and then, never one per batch, and counters."""

import time
from typing import Final

import structlog

from streams.tap.metrics import Metrics

TOLD_S: Final = 10.0  # between two lines
log: Final = structlog.get_logger("spor.tap")


class Progress:
    """Tell it of every checkpoint."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._records = self._flows = 0
        self._since = time.monotonic()

    def tell(self, records: int, flows: int) -> None:
        self._metrics.records.inc(records)
        self._metrics.flows.inc(flows)
        self._records += records
        self._flows += flows
        now = time.monotonic()
        if self._records and now - self._since >= TOLD_S:
            log.info("tap.progress", records=self._records, flows=self._flows, seconds=round(now - self._since, 1))
            self._records, self._flows, self._since = 0, 0, now
