"""What a worker counts, for Prometheus. Labels are digests and words of closed lists."""

import contextlib
from collections.abc import Iterator
from typing import Final, Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, start_http_server

from streams.http import AddressError

Outcome = Literal["activated", "refused", "unchanged"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("activated", "refused", "unchanged")


class Metrics:
    """A registry of its own, so that two workers in one process count apart."""

    def __init__(self) -> None:
        self.registry = of = CollectorRegistry()
        self.records = Counter("spor_tap_records", "Source records delivered and committed.", registry=of)
        self.flows = Counter("spor_tap_flows", "Flows delivered and committed.", registry=of)
        self._policies = Gauge("spor_policies_info", "Policies in force, by digest: 1.", ["digest", "registry"], registry=of)
        self.since = Gauge("spor_policies_since_seconds", "When the policies in force came into force, Unix time.", registry=of)
        self.differ = Gauge("spor_policies_differ", "1 while the folder holds others than are in force.", registry=of)
        self._reloads = Counter("spor_policies_reloads", "Changed policies, by what came of them.", ["outcome"], registry=of)
        for outcome in OUTCOMES:
            self._reloads.labels(outcome)

    def reloaded(self, outcome: Outcome) -> None:
        self._reloads.labels(outcome).inc()

    def in_force(self, digest: str, registry: str, now_ms: int) -> None:
        self._policies.clear()
        self._policies.labels(digest, registry).set(1)
        self.since.set(now_ms / 1000)

    @contextlib.contextmanager
    def served(self, address: tuple[str, int] | None) -> Iterator[None]:
        """Over HTTP, from a thread of its own; None: nowhere. Raises AddressError."""
        if address is None:
            yield
            return
        host, port = address
        try:
            server, thread = start_http_server(port, host, self.registry)
        except OSError as wrong:
            raise AddressError(f"metrics cannot be served on {host} port {port} ({wrong.strerror}); give another --metrics") from None
        try:
            yield
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
