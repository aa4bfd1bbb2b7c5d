"""How much at once: calls a second for each source, and calls and bytes in hand for the whole bridge."""

import contextlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

MOST_REMEMBERED: Final = 10_000  # acknowledged deliveries of one source


class Full(Exception):
    """There is no room for one more call now."""


class Bucket:
    """A token bucket: `burst` calls at once, `rate` calls a second in the long run."""

    def __init__(self, rate: float, burst: int, clock: Callable[[], float]) -> None:
        self.rate, self.burst, self._clock = rate, burst, clock
        self._tokens, self._at = float(burst), clock()

    def take(self) -> float:
        """0 where the call may go on; else the seconds until one may, and nothing is taken."""
        now = self._clock()
        self._tokens = min(float(self.burst), self._tokens + max(0.0, now - self._at) * self.rate)
        self._at = now
        if self._tokens >= 1.0:
            self._tokens -= 1.0
            return 0.0
        return (1.0 - self._tokens) / self.rate


@dataclass(slots=True)
class Hand:
    """What is being worked on. Every call holds its place, and the bytes that it may bring, until it is answered."""

    most_calls: int
    most_bytes: int
    calls: int = 0
    held: int = 0

    @contextlib.contextmanager
    def hold(self, size: int) -> Iterator[None]:
        """Raises Full. A single call always finds room, however large it may be."""
        if self.calls >= self.most_calls or (self.calls and self.held + size > self.most_bytes):
            raise Full
        self.calls, self.held = self.calls + 1, self.held + size
        try:
            yield
        finally:
            self.calls, self.held = self.calls - 1, self.held - size


class Acknowledged:
    """Deliveries that Kafka has acknowledged a little while ago, so that a repeat is answered and not written again."""

    def __init__(self, window_s: float, clock: Callable[[], float], most: int = MOST_REMEMBERED) -> None:
        self.window_s, self._clock, self._most = window_s, clock, most
        self._seen: OrderedDict[bytes, tuple[float, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._seen)

    def records(self, delivery: bytes) -> int | None:
        """How many records an acknowledged delivery has; None for one that is not remembered."""
        self._forget()
        found = self._seen.get(delivery)
        return None if found is None else found[1]

    def add(self, delivery: bytes, records: int) -> None:
        """Only after the acknowledgement: what was not written must be written when it comes again."""
        if self.window_s > 0:
            self._seen[delivery] = (self._clock() + self.window_s, records)
            self._seen.move_to_end(delivery)
            self._forget()

    def _forget(self) -> None:
        now = self._clock()
        while self._seen and (len(self._seen) > self._most or next(iter(self._seen.values()))[0] <= now):
            self._seen.popitem(last=False)
