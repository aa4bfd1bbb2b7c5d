"""What the bridge counts, for Prometheus. Labels are names of configured sources and status codes: both are few."""

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

NOBODY: Final = "-"  # the source of a call that no source is known for
CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 15.0)


class Metrics:
    """A registry of its own, so that two bridges in one process count apart."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        of, by = self._registry, ["source"]
        self.calls = Counter("spor_bridge_calls", "Calls answered.", ["source", "status"], registry=of)
        self.records = Counter("spor_bridge_records", "Records acknowledged by Kafka.", by, registry=of)
        self.bytes = Counter("spor_bridge_body_bytes", "Bytes of the bodies of accepted calls.", by, registry=of)
        self.repeats = Counter("spor_bridge_repeats", "Deliveries that came again and were not written again.", by, registry=of)
        self.seconds = Histogram("spor_bridge_call_seconds", "From the first byte to the answer.", by, buckets=_SECONDS, registry=of)
        self.in_hand = Gauge("spor_bridge_calls_in_hand", "Calls that are being worked on.", registry=of)
        self.reloads = Counter("spor_bridge_reloads", "Readings of the sources file.", ["result"], registry=of)

    def text(self) -> bytes:
        """In Prometheus' text format."""
        return generate_latest(self._registry)
