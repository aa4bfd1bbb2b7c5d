"""When a window is over: how far the source partitions have come, and which windows are due to be sent."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from schemas.partial import SourceMark, Watermark, WindowPartial

WindowId = tuple[str, int]  # integration, start in ms


def passed(marks: Iterable[SourceMark], idle: Collection[tuple[str, str, str, int]], lateness: int) -> int | None:
    """The record time that every source partition has passed, lateness (ms) taken off; None when all are idle.

    `idle`: source partitions (cluster, topic, topic id, partition) that have been silent for so long that nobody waits for them.
    """
    latest: dict[tuple[str, str, str, int], int] = {}
    for mark in marks:
        key = source_of(mark)
        latest[key] = max(mark.timestamp, latest.get(key, mark.timestamp))
    busy = [timestamp for key, timestamp in latest.items() if key not in idle]
    return min(busy) - lateness if busy else None


def source_of(mark: SourceMark) -> tuple[str, str, str, int]:
    return (mark.cluster, mark.topic, mark.topic_id, mark.partition)


@dataclass(slots=True)
class Idleness:
    """Which source partitions have been silent for `after` seconds, by a clock that the caller reads."""

    after: float
    _heard: dict[tuple[str, str, str, int], tuple[int, int, float]] = field(default_factory=dict)

    def listen(self, marks: Iterable[SourceMark], now: float) -> None:
        """Look at how far each has come: one that has moved is not silent."""
        for mark in marks:
            key, place = source_of(mark), (mark.offset, mark.part)
            if key not in self._heard or self._heard[key][:2] < place:
                self._heard[key] = (*place, now)

    def idle(self, now: float) -> set[tuple[str, str, str, int]]:
        return {key for key, (_, _, at) in self._heard.items() if now - at >= self.after}


@dataclass(slots=True)
class Closing:
    """The windows of some integrations: what has come in of each, what was sent of it, and which are due.

    A window is due when every flows partition that has spoken has passed its end and something of it is not sent yet; one that
    something late came in to is due again.
    """

    _parts: dict[WindowId, dict[tuple[int, int], tuple[int, int]]] = field(default_factory=dict)  # (partition, since) -> (included, end)
    _sent: dict[WindowId, str] = field(default_factory=dict)
    _open: set[WindowId] = field(default_factory=set)
    _passed: dict[int, int | None] = field(default_factory=dict)

    def take(self, partial: WindowPartial) -> bool:
        """Note a partial; False for one that is older than what is known, as a worker that was cut off may still send."""
        window = (partial.integration, partial.start)
        parts = self._parts.setdefault(window, {})
        part = (partial.partition, partial.since)
        if part in parts and partial.included < parts[part][0]:
            return False
        parts[part] = (partial.included, partial.start + partial.length)
        if self.stamp(window) != self._sent.get(window):
            self._open.add(window)
        return True

    def advance(self, watermark: Watermark) -> None:
        """Note how far a flows partition has come."""
        self._passed[watermark.partition] = watermark.passed

    def due(self) -> tuple[WindowId, ...]:
        """The windows to be sent now, in order of time."""
        if not self._passed:
            return ()
        known = [at for at in self._passed.values() if at is not None]
        return tuple(sorted((w for w in self._open if not known or self._end(w) <= min(known)), key=lambda w: (w[1], w[0])))

    def sent(self, window: WindowId, stamp: str) -> None:
        """Note what has been sent of a window, also as read back after a restart."""
        self._sent[window] = stamp
        if window in self._parts and self.stamp(window) == stamp:
            self._open.discard(window)

    def stamp(self, window: WindowId) -> str:
        """What a window consists of: flows partition, first and last offset of each part."""
        return ",".join(f"{p}/{since}-{included}" for (p, since), (included, _) in sorted(self._parts[window].items()))

    def parts(self, window: WindowId) -> Mapping[tuple[int, int], tuple[int, int]]:
        """(flows partition, since) of each part of a window."""
        return self._parts[window]

    def oldest(self, kept: int) -> tuple[WindowId, ...]:
        """The sent windows beyond the newest `kept`, the earliest first: those that may be forgotten."""
        if len(self._parts) <= kept:
            return ()
        closed = sorted((w for w in self._parts if w not in self._open), key=lambda w: (w[1], w[0]))
        return tuple(closed[: max(0, len(self._parts) - kept)])

    def forget(self, window: WindowId) -> None:
        self._parts.pop(window, None)
        self._sent.pop(window, None)

    def _end(self, window: WindowId) -> int:
        return next(end for _, end in self._parts[window].values())
