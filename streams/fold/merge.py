"""The merger: from each flows partition's part of a window to whole windows and whole alerts, for one partition of the partials."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

import orjson
import structlog

from schemas.model import Unreadable, canonical
from schemas.partial import ALERT_PARTIAL_SPEC, WATERMARK_SPEC, WINDOW_SPEC, AlertPartial, Watermark, WindowPartial
from streams.ledger import alerts, windows
from streams.ledger.ids import joined, key_partition
from streams.ledger.openlineage import event, event_key
from streams.ledger.outputs import Headers
from streams.ledger.watermark import Closing, WindowId

KEPT: Final = 20_000  # windows, and as many alerts; later ones than these begin anew
log: Final = structlog.get_logger("spor.merge")


class Rows(Protocol):
    """A table as the merger needs it: what is put is there at once, and durable before the merger's input is acknowledged."""

    def get(self, key: bytes) -> bytes | None: ...

    def items(self) -> Iterator[tuple[bytes, bytes]]: ...

    def put(self, partition: int, key: bytes, value: bytes) -> None: ...

    def drop(self, partition: int, key: bytes) -> None: ...


@dataclass(frozen=True, slots=True)
class Tables:
    """`windows`: window partials and watermarks; `sent`: what has been sent of each window; `alerts`: alert partials."""

    windows: Rows
    sent: Rows
    alerts: Rows


@dataclass(frozen=True, slots=True)
class Merged:
    """A whole one, ready to be sent to the topic of that name."""

    topic: str  # "alerts" or "lineage"
    key: bytes
    value: bytes
    headers: Headers
    window: tuple[WindowId, str] | None = None  # of lineage: the window and what it consisted of


class Merger:
    """All integrations of one partition of the partials. Made from the tables alone, so that it can be made again anywhere."""

    def __init__(self, tables: Tables, partition: int, partitions: int, prefix: str, namespace: str) -> None:
        self._tables = tables
        self._partition = partition
        self._partitions = partitions
        self._prefix = prefix
        self._namespace = namespace
        self._closing = Closing()
        self._alerts: OrderedDict[bytes, set[bytes]] = OrderedDict()  # alert and window -> keys of its parts; longest untouched first
        self._changed: dict[bytes, None] = {}
        self._restore()

    def take(self, key: bytes, value: bytes | None) -> None:
        """One record of the partials. What cannot be read is passed over and said."""
        if value is None:
            return
        try:
            self._take(key, value)
        except Unreadable as wrong:
            log.warning("partial.unreadable", partition=self._partition, fields=wrong.fields)

    def changed_alerts(self) -> Iterator[Merged]:
        """The alerts whose totals changed, whole."""
        for alert in list(self._changed):
            partials = [AlertPartial.read(value) for key in sorted(self._alerts[alert]) if (value := self._tables.alerts.get(key))]
            whole = alerts.merged(partials)
            yield Merged("alerts", alerts.alert_key(whole), alerts.alert(whole, self._prefix).canonical(), alerts.ALERT_HEADERS)
        self._changed.clear()

    def due_windows(self) -> Iterator[Merged]:
        """The windows that are over and not sent as they are now, whole. Each is to be noted by `sent` when it has been delivered."""
        for window in self._closing.due():
            stamp = self._closing.stamp(window)
            parts = [WindowPartial.read(value) for key in self._part_keys(window) if (value := self._tables.windows.get(key))]
            value = event(windows.merged(parts), self._namespace).canonical()
            yield Merged("lineage", event_key(self._namespace, window[0]), value, (), (window, stamp))

    def sent(self, merged: Merged) -> None:
        """Note that a window has been delivered."""
        assert merged.window is not None
        window, stamp = merged.window
        self._tables.sent.put(self._partition, _sent_key(window), canonical([window[0], window[1], stamp]))
        self._closing.sent(window, stamp)

    def let_go(self, kept: int = KEPT) -> None:
        """Forget the oldest windows and alerts beyond so many of each."""
        for window in self._closing.oldest(kept):
            for key in self._part_keys(window):
                self._tables.windows.drop(self._partition, key)
            self._tables.sent.drop(self._partition, _sent_key(window))
            self._closing.forget(window)
        while len(self._alerts) > kept:
            _, keys = self._alerts.popitem(last=False)
            for key in keys:
                self._tables.alerts.drop(self._partition, key)

    def _take(self, key: bytes, value: bytes) -> None:
        spec = _spec(value)
        if spec == WINDOW_SPEC:
            if self._closing.take(WindowPartial.read(value)):
                self._tables.windows.put(self._partition, key, value)
        elif spec == WATERMARK_SPEC:
            self._closing.advance(Watermark.read(value))
            self._tables.windows.put(self._partition, key + b"|%d" % self._partition, value)  # every partition has its own copy
        elif spec == ALERT_PARTIAL_SPEC:
            partial = AlertPartial.read(value)
            known = self._tables.alerts.get(key)
            if known is None or AlertPartial.read(known).included <= partial.included:
                self._tables.alerts.put(self._partition, key, value)
                self._changed[self._index(key, partial)] = None

    def _index(self, key: bytes, partial: AlertPartial) -> bytes:
        alert = alerts.alert_key(partial) + b"|%d" % partial.start
        self._alerts.setdefault(alert, set()).add(key)
        self._alerts.move_to_end(alert)
        return alert

    def _part_keys(self, window: WindowId) -> list[bytes]:
        return [windows.part_key(window[0], window[1], *part) for part in sorted(self._closing.parts(window))]

    def _restore(self) -> None:
        for key, value in self._tables.windows.items():
            if _spec(value) == WATERMARK_SPEC:
                if key.endswith(b"|%d" % self._partition):
                    self._closing.advance(Watermark.read(value))
            elif self._is_mine((partial := WindowPartial.read(value)).integration):
                self._closing.take(partial)
        for _, value in self._tables.sent.items():
            integration, start, stamp = orjson.loads(value)
            if self._is_mine(integration):
                self._closing.sent((integration, start), stamp)
        for key, value in self._tables.alerts.items():
            if self._is_mine((found := AlertPartial.read(value)).integration):
                self._index(key, found)

    def _is_mine(self, integration: str) -> bool:
        return key_partition(integration.encode(), self._partitions) == self._partition


def _spec(value: bytes) -> object:
    try:
        head = orjson.loads(value)
    except orjson.JSONDecodeError:
        raise Unreadable("partial", []) from None
    return head.get("spec") if isinstance(head, dict) else None


def _sent_key(window: WindowId) -> bytes:
    return joined("sent", *window).encode()
