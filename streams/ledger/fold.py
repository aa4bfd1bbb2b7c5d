"""The fold: what is derived from every Flow of one partition of `spor.flows`, as absolute rows with the offset that they include.

Kept in this order a replayed batch changes nothing, wherever the process died:
(1) Flows are added in offset order; the rows that changed are sent and acknowledged; then the watermark is sent.
(2) After a restart the fold is restored from the rows and the watermark, and goes on behind the watermark's `included`.
(3) A row that had already been acknowledged with a later `included` passes over the Flows up to there; the others add them.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from schemas.flow import Flow
from schemas.partial import AlertPartial, SourceMark, Watermark, WindowPartial
from schemas.records import State
from streams.ledger import alerts, state
from streams.ledger.ids import joined
from streams.ledger.table import bounded
from streams.ledger.times import window_start
from streams.ledger.windows import Window, window_key

KEPT: Final = 20_000  # windows in memory; with some kilobytes each, within what a worker process may take
Row = State | WindowPartial | AlertPartial
SourceKey = tuple[str, str, str, int, int]  # cluster, topic, topic id, partition, revision


@dataclass(slots=True)
class _Counted:
    """A window's totals and the flows offsets that they reach over."""

    window: Window
    since: int
    included: int


@dataclass(slots=True)
class _Unit:
    """One integration and window: its totals, and its alerts by alert key."""

    counted: _Counted | None = None
    alerts: dict[bytes, AlertPartial] = field(default_factory=dict)


class Fold:
    """Totals of one flows partition. Not a function but as pure as one: no clock, no network, rows in and rows out."""

    def __init__(self, partition: int, length: int, kept: int | None = KEPT) -> None:
        """`length` of a window in ms; `kept` windows stay in memory, None for all."""
        self.partition = partition
        self.length = length
        self.included = -1  # the flows offset that everything here has seen
        self.marks: dict[SourceKey, SourceMark] = {}
        self._kept = kept
        self._states: dict[bytes, State] = {}
        self._units: OrderedDict[tuple[str, int], _Unit] = OrderedDict()  # the longest untouched first
        self._changed_states: set[bytes] = set()
        self._changed_units: dict[tuple[str, int], set[bytes | None]] = {}  # alert keys; None: the window's own totals

    def add(self, offset: int, flow: Flow) -> bool:
        """Count one Flow; False when it is a second copy or lies before what is included."""
        if offset <= self.included:
            return False
        self.included = offset
        if not self._advance(flow):
            return False
        self._add_states(offset, flow)
        self._add_window(offset, flow)
        self._add_alerts(offset, flow)
        return True

    def skip(self, offset: int) -> None:
        """Pass over a record that is no Flow."""
        self.included = max(self.included, offset)

    def changed(self) -> tuple[Row, ...]:
        """The rows that changed since the last call, each once. To be acknowledged before `watermark` is sent."""
        rows: list[Row] = [self._states[key] for key in sorted(self._changed_states)]
        for unit, keys in self._changed_units.items():
            rows.extend(self._rows(self._units[unit], keys))
        self._changed_states.clear()
        self._changed_units.clear()
        self._let_go()
        return tuple(rows)

    def rows(self) -> Iterator[Row]:
        """Every row as it stands."""
        yield from (self._states[key] for key in sorted(self._states))
        for unit in self._units.values():
            yield from self._rows(unit, {None, *unit.alerts})

    def watermark(self, passed: int | None) -> Watermark:
        """How far this partition is folded. `passed`: the record time that its sources have passed, null for all of time."""
        sources = tuple(self.marks[key] for key in sorted(self.marks))
        return Watermark(partition=self.partition, included=max(self.included, 0), passed=passed, sources=sources)

    def restore(self, rows: Iterable[Row], watermark: Watermark | None) -> None:
        """Take up the totals of this partition as they were acknowledged. Of several rows of one key the furthest counts."""
        for row in sorted((r for r in rows if r.partition == self.partition), key=lambda r: r.included):
            if isinstance(row, State):
                self._states[state.state_key(row)] = row
            elif row.length == self.length:  # windows of another length are not gone on with
                self._restore_window_row(row)
        if watermark is not None and watermark.partition == self.partition:
            self.included = watermark.included
            self.marks = {_source_key(m): m for m in watermark.sources}
        self._let_go()

    def _advance(self, flow: Flow) -> bool:
        """Move the source partition's mark; False for a Flow that is not beyond it."""
        at = flow.source
        key = (at.cluster, at.topic, at.topic_id, at.partition, flow.revision)
        mark = self.marks.get(key)
        if mark is not None and (at.offset, flow.part.index) <= (mark.offset, mark.part):
            return False
        self.marks[key] = SourceMark(
            cluster=at.cluster,
            topic=at.topic,
            topic_id=at.topic_id,
            partition=at.partition,
            revision=flow.revision,
            offset=at.offset,
            part=flow.part.index,
            timestamp=at.timestamp if mark is None else max(at.timestamp, mark.timestamp),
        )
        return True

    def _add_states(self, offset: int, flow: Flow) -> None:
        for row in state.shown(flow, offset, self.partition):
            key = state.state_key(row)
            total = self._states.get(key)
            if total is None or total.included < offset:
                self._states[key] = row if total is None else state.plus(total, row)
                self._changed_states.add(key)

    def _add_window(self, offset: int, flow: Flow) -> None:
        name, start = bounded(flow.integration.id), window_start(flow.message_time, self.length)
        unit = self._unit((name, start))
        if unit.counted is None:
            unit.counted = _Counted(Window(name, start, self.length), since=offset, included=-1)
        if unit.counted.included < offset:
            unit.counted.window.add(flow)
            unit.counted.included = offset
            self._changed_units.setdefault((name, start), set()).add(None)

    def _add_alerts(self, offset: int, flow: Flow) -> None:
        for row in alerts.shown(flow, offset, self.partition, self.length):
            key = alerts.alert_key(row)
            unit = self._unit((row.integration, row.start))
            total = unit.alerts.get(key)
            if total is None or total.included < offset:
                unit.alerts[key] = row if total is None else alerts.plus(total, row)
                self._changed_units.setdefault((row.integration, row.start), set()).add(key)

    def _restore_window_row(self, row: WindowPartial | AlertPartial) -> None:
        unit = self._unit((row.integration, row.start))
        if isinstance(row, AlertPartial):
            unit.alerts[alerts.alert_key(row)] = row
        else:
            window = Window(row.integration, row.start, row.length)
            window.absorb(row)
            unit.counted = _Counted(window, row.since, row.included)

    def _unit(self, key: tuple[str, int]) -> _Unit:
        unit = self._units.setdefault(key, _Unit())
        self._units.move_to_end(key)
        return unit

    def _rows(self, unit: _Unit, keys: Iterable[bytes | None]) -> Iterator[Row]:
        wanted = set(keys)
        if None in wanted and unit.counted is not None:
            yield unit.counted.window.partial(self.partition, unit.counted.since, unit.counted.included)
        yield from (unit.alerts[key] for key in sorted(k for k in wanted if k is not None))

    def _let_go(self) -> None:
        """Forget the windows that were not touched for longest; a late Flow begins them anew, and both rows count."""
        while self._kept is not None and len(self._units) > self._kept:
            self._units.popitem(last=False)


def row_key(row: Row) -> bytes:
    """The key of a row in its topic: `spor.state` for State, `spor.partials` for the others."""
    if isinstance(row, State):
        return state.state_key(row)
    return window_key(row) if isinstance(row, WindowPartial) else alerts.partial_key(row)


def watermark_key(watermark: Watermark) -> bytes:
    return joined("watermark", watermark.partition).encode()


def _source_key(mark: SourceMark) -> SourceKey:
    return (mark.cluster, mark.topic, mark.topic_id, mark.partition, mark.revision)
