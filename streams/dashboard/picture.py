"""What the live page shows: the read model's sums beside the consumer's state and the ends of the source topics."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from streams.dashboard.hub import Picture
from streams.dashboard.queries import Reader, Wanted
from streams.dashboard.status import Status
from streams.dashboard.topology import Place

ALERTS: Final = 40  # on the page; the API pages through all
RECENT: Final = 15


def painter(reader: Reader, status: Status) -> Callable[[], Picture]:
    """A function that paints the picture of this moment; it blocks, and belongs in a thread."""

    def paint() -> Picture:
        picture = reader.overview()
        alerts, _ = reader.alerts(ALERTS)
        flows, _ = reader.flows(Wanted(limit=RECENT))
        picture["coverage"] = with_lag(picture["coverage"], status.source_ends)
        lags = [row["lag"] for row in picture["coverage"] if row["lag"] is not None]
        picture["source_lag"] = sum(lags) if lags else None
        picture["consumer"] = status.summary()
        picture["alert_feed"] = alerts
        picture["recent"] = [_line(flow.model_dump(mode="json")) for flow in flows]
        return picture

    return paint


def with_lag(coverage: list[dict[str, Any]], ends: Mapping[Place, int]) -> list[dict[str, Any]]:
    """Each source partition with its latest offset, where the cluster told it, and how far its spans are behind. Of a topic that was
    recreated only the last incarnation can be behind."""
    newest = {(row["topic"], row["partition"]): n for n, row in enumerate(coverage)}
    rows = []
    for n, row in enumerate(coverage):
        place = (row["topic"], row["partition"])
        end = ends.get(place) if newest[place] == n else None
        rows.append({**row, "end": end, "lag": None if end is None else max(0, end - row["read_to"])})
    return rows


def _line(flow: dict[str, Any]) -> dict[str, Any]:
    """A Flow as one line of the page."""
    route, rows = flow["integration"], flow["personal_data"]
    return {
        "id": flow["id"], "message_time": flow["message_time"], "integration": route["id"], "sender": route["sender"],
        "receiver": route["receiver"], "document_type": route["document_type"], "platform": flow["platform"],
        "fields": len(rows), "verdict": flow["verdict"], "retain_until": flow["retain_until"], "scanned": flow["coverage"]["scanned"],
    }  # fmt: skip
