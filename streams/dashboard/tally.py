"""What one Flow adds to the sums: by integration, category, purpose, verdict, platform, coverage and minute."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from schemas.flow import Flow

MINUTE_MS: Final = 60_000
DAY_MS: Final = 86_400_000
OTHERS: Final = "(others)"  # what retention folds the rarest values into

_ADD: Final = """
INSERT INTO totals VALUES (:dimension, :value, :verdict, :day, :flows, :fields, :last)
ON CONFLICT DO UPDATE SET flows = flows + excluded.flows, fields = fields + excluded.fields, last = max(last, excluded.last)"""
_TAKE: Final = """
UPDATE totals SET flows = flows - :flows, fields = fields - :fields
WHERE dimension = :dimension AND value = :value AND verdict = :verdict AND day = :day AND flows >= :flows"""
_MINUTE: Final = """
INSERT INTO minutes VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET flows = max(0, flows + excluded.flows)"""


def facets(flow: Flow) -> Iterator[tuple[str, str, int]]:
    """(dimension, value, rows of personal data): a Flow counts once in each value that it has. '' stands for none."""
    rows = flow.personal_data
    yield "verdict", flow.verdict, len(rows)
    yield "integration", flow.integration.id, len(rows)
    yield "platform", flow.platform, len(rows)
    yield "scanned", flow.coverage.scanned, len(rows)
    for category in sorted({row.category for row in rows}) or [""]:
        yield "category", category, sum(row.category == category for row in rows)
    for purpose in flow.purposes or ([""] if rows else []):  # without personal data no purpose is due
        covered = {tag.category for tag in flow.tags if tag.purpose == purpose}
        yield "purpose", purpose, sum(row.category in covered for row in rows) if purpose else len(rows)


@dataclass(slots=True)
class _Sum:
    flows: int = 0
    fields: int = 0
    last: int = 0


@dataclass(slots=True)
class Tally:
    """One batch's changes to the sums, written in the batch's own transaction."""

    added: dict[tuple[str, str, str, int], _Sum] = field(default_factory=dict)
    taken: dict[tuple[str, str, str, int], _Sum] = field(default_factory=dict)
    minutes: dict[tuple[int, str], int] = field(default_factory=dict)

    def add(self, flow: Flow, day: int, minute: int) -> None:
        self._count(self.added, flow, day)
        self._minute(flow, minute, +1)

    def take(self, flow: Flow, day: int, minute: int) -> None:
        """The Flow is superseded by a higher revision: what it added goes."""
        self._count(self.taken, flow, day)
        self._minute(flow, minute, -1)

    def write(self, db: sqlite3.Connection) -> None:
        db.executemany(_ADD, (_row(key, total) for key, total in self.added.items()))
        for key, total in self.taken.items():
            if not db.execute(_TAKE, _row(key, total)).rowcount:
                db.execute(_TAKE, _row((key[0], OTHERS, *key[2:]), total))
        db.executemany(_MINUTE, ((minute, verdict, flows) for (minute, verdict), flows in self.minutes.items()))

    def _count(self, sums: dict[tuple[str, str, str, int], _Sum], flow: Flow, day: int) -> None:
        for dimension, value, fields in facets(flow):
            total = sums.setdefault((dimension, value, flow.verdict, day), _Sum())
            total.flows += 1
            total.fields += fields
            total.last = max(total.last, flow.message_time)

    def _minute(self, flow: Flow, minute: int, flows: int) -> None:
        key = (minute, flow.verdict)
        self.minutes[key] = self.minutes.get(key, 0) + flows


def _row(key: tuple[str, str, str, int], total: _Sum) -> dict[str, str | int]:
    dimension, value, verdict, day = key
    return {
        "dimension": dimension, "value": value, "verdict": verdict, "day": day,
        "flows": total.flows, "fields": total.fields, "last": total.last,
    }  # fmt: skip
