"""Leaves a host alone for a while that has failed too often: nobody waits for what does not come."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

LOOKED_AT: Final = 10  # a host's last answers
MOST_HOSTS: Final = 1000  # below a suffix whoever sends references may invent names


@dataclass(slots=True)
class _Record:
    answers: deque[bool] = field(default_factory=lambda: deque(maxlen=LOOKED_AT))
    until: float = 0.0  # of the pause; behind it one answer decides
    paused: bool = False


class Breaker:
    """One per process. `key` is a host with its port; `now` in seconds, of a clock that never goes back."""

    def __init__(self, failures: int, pause_s: float, now: Callable[[], float]) -> None:
        self._failures, self._pause_s, self._now = min(failures, LOOKED_AT), pause_s, now
        self._records: dict[str, _Record] = {}

    def allows(self, key: str) -> bool:
        """Whether to ask it now. After a pause the first one tries, and the others wait for how that goes."""
        record = self._records.get(key)
        if record is None or not record.paused:
            return True
        if self._now() < record.until:
            return False
        record.until = self._now() + self._pause_s
        return True

    def answered(self, key: str, good: bool) -> bool:
        """Keep how it went; True where the host is left alone from now on and was not before."""
        record = self._records.setdefault(key, _Record())
        if len(self._records) > MOST_HOSTS:
            del self._records[next(iter(self._records))]  # the one that was met first
        if record.paused:
            if good:
                self._records[key] = _Record()
            return False
        record.answers.append(good)
        if record.answers.count(False) < self._failures:
            return False
        record.paused, record.until = True, self._now() + self._pause_s
        return True
