"""What the page and the API ask of the read model: sums, coverage, the alert feed, and Flows by filter. Reads only."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from schemas.flow import Flow
from schemas.rules import RULES
from streams.dashboard.labels import term
from streams.dashboard.schema import open_reader

LEVELS: Final = ("violation", "gap", "compliant")
TOP: Final = 50  # values of a dimension on the page; the sums of all of them stand above
CHART_MINUTES: Final = 60

_BY: Final = """
SELECT value, SUM(flows) AS flows, SUM(fields) AS fields, MAX(last) AS last,
       SUM(CASE verdict WHEN 'violation' THEN flows ELSE 0 END) AS violation,
       SUM(CASE verdict WHEN 'gap' THEN flows ELSE 0 END) AS gap,
       SUM(CASE verdict WHEN 'compliant' THEN flows ELSE 0 END) AS compliant
FROM totals WHERE dimension = ? GROUP BY value HAVING SUM(flows) > 0 ORDER BY flows DESC, value"""
_MINUTES: Final = """
SELECT minute, SUM(CASE verdict WHEN 'violation' THEN flows ELSE 0 END) AS violation,
       SUM(CASE verdict WHEN 'gap' THEN flows ELSE 0 END) AS gap, SUM(CASE verdict WHEN 'compliant' THEN flows ELSE 0 END) AS compliant
FROM minutes WHERE minute > (SELECT MAX(minute) FROM minutes WHERE flows > 0) - ? GROUP BY minute ORDER BY minute"""
_COVERAGE: Final = """
SELECT cluster, topic, topic_id, partition, first, read_to, policies, detector,
       (SELECT COALESCE(SUM(stop - start), 0) FROM ranges WHERE source = id AND kind = 'missed') AS missed,
       (SELECT COALESCE(SUM(stop - start), 0) FROM ranges WHERE source = id AND kind = 'unaccounted') AS unaccounted
FROM coverage ORDER BY topic, partition, id"""
_RANGES: Final = """
SELECT topic, partition, start, stop, kind FROM ranges JOIN coverage ON source = id ORDER BY topic, partition, start DESC LIMIT 100"""
_ALERTS: Final = "SELECT * FROM alerts WHERE (last, seq) < (?, ?) ORDER BY last DESC, seq DESC LIMIT ?"
_ALERTED: Final = """
SELECT COUNT(*) AS alerts, COALESCE(SUM(count), 0) AS findings, COALESCE(SUM(verdict = 'violation'), 0) AS violation,
       COALESCE(SUM(verdict = 'gap'), 0) AS gap FROM alerts"""
_FILTERS: Final[Mapping[str, str]] = {  # only those that are asked for, so that each can use its index
    "integration": "integration = :integration",
    "verdict": "verdict = :verdict",
    "sender": "sender = :sender",
    "receiver": "receiver = :receiver",
    "category": "seq IN (SELECT seq FROM facets WHERE kind = 'category' AND value = :category)",
    "purpose": "seq IN (SELECT seq FROM facets WHERE kind = 'purpose' AND value = :purpose)",
    "since": "message_time >= :since",
    "until": "message_time < :until",
}
NEWEST: Final = 2**63 - 1  # a cursor before the first row


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters of a list of Flows; None: any. Times are message times in ms UTC, `until` exclusive."""

    integration: str | None = None
    category: str | None = None
    purpose: str | None = None
    verdict: str | None = None
    sender: str | None = None
    receiver: str | None = None
    since: int | None = None
    until: int | None = None
    limit: int = 50
    cursor: int = NEWEST  # the list goes on below this one


@dataclass(frozen=True)
class Reader:
    """Questions to one database file; each has a connection and a consistent view of its own, and may run in any thread."""

    path: Path

    def overview(self) -> dict[str, Any]:
        """All sums of the read model in one view."""
        with self._view() as db:
            by = {name: _by(db, name) for name in ("integration", "category", "purpose", "verdict", "platform", "scanned")}
            flows = sum(row["flows"] for row in by["verdict"])
            return {
                "flows": flows,
                "flows_with_personal_data": flows - sum(row["flows"] for row in by["category"] if row["category"] is None),
                "integrations": len(by["integration"]),
                **{f"by_{name}": rows[:TOP] for name, rows in by.items()},
                "minutes": [dict(row) for row in db.execute(_MINUTES, (CHART_MINUTES,))],
                "alerts": dict(db.execute(_ALERTED).fetchone()),
                "coverage": [dict(row) for row in db.execute(_COVERAGE)],
                "ranges": [dict(row) for row in db.execute(_RANGES)],
                "dead_letters": [dict(row) for row in db.execute("SELECT reason, COUNT(*) AS records FROM dead_letters GROUP BY reason")],
                "left_out": [dict(row) for row in db.execute("SELECT topic, reason, records FROM left_out WHERE records > 0")],
            }

    def alerts(self, limit: int, cursor: tuple[int, int] = (NEWEST, NEWEST)) -> tuple[list[dict[str, Any]], tuple[int, int] | None]:
        """The newest by last message time, each with its rule in words; the cursor (last, seq) of the next page."""
        with self._view() as db:
            rows = db.execute(_ALERTS, (*cursor, limit + 1)).fetchall()
        more = (rows[limit - 1]["last"], rows[limit - 1]["seq"]) if len(rows) > limit else None
        return [_alert(row) for row in rows[:limit]], more

    def flows(self, wanted: Wanted) -> tuple[list[Flow], int | None]:
        """Newest first, as they were read; the cursor of the next page, None at the end."""
        asked = [condition for name, condition in _FILTERS.items() if getattr(wanted, name) is not None]
        query = " ".join(["SELECT seq, value FROM flows WHERE", " AND ".join([*asked, "seq < :cursor"]), "ORDER BY seq DESC LIMIT :limit"])
        values = {name: getattr(wanted, name) for name in Wanted.__slots__} | {"limit": wanted.limit + 1}
        with self._view() as db:
            rows = db.execute(query, values).fetchall()
        more = rows[wanted.limit - 1]["seq"] if len(rows) > wanted.limit else None
        return [Flow.read(row["value"]) for row in rows[: wanted.limit]], more

    def flow(self, flow_id: str) -> Flow | None:
        """One Flow by its id; None where it is unknown, superseded by a higher revision, or past retention."""
        with self._view() as db:
            row = db.execute("SELECT value FROM flows WHERE id = ?", (flow_id,)).fetchone()
        return None if row is None else Flow.read(row["value"])

    def dead_letters_of(self, flow_id: str) -> list[dict[str, Any]]:
        with self._view() as db:
            return [dict(row) for row in db.execute("SELECT stage, reason, size FROM dead_letters WHERE flow = ?", (flow_id,))]

    @contextmanager
    def _view(self) -> Iterator[sqlite3.Connection]:
        with closing(open_reader(self.path)) as db:
            db.execute("BEGIN")
            yield db


def _by(db: sqlite3.Connection, dimension: str) -> list[dict[str, Any]]:
    """Rows of one dimension, most Flows first; a category or purpose of '' is none, and null here."""
    curies = dimension in ("category", "purpose")
    rows = []
    for row in db.execute(_BY, (dimension,)):
        sums = dict(row)
        value = sums.pop("value")
        named = {dimension: None if curies and not value else value}
        rows.append({**named, **({"label": term(value)} if curies and value else {}), **sums})
    return rows


def _alert(row: Mapping[str, Any] | sqlite3.Row) -> dict[str, Any]:
    alert = dict(row)
    rule = RULES.get(alert["rule"])
    del alert["day"], alert["seq"]
    return {**alert, "says": rule.says if rule else None, "category_label": term(alert["category"]) if alert["category"] else None}
