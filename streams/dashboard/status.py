"""How the dashboard's consumer is doing: what it waits for, how far it is, and where the source topics end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from streams.dashboard.topology import Place

Mode = Literal["starting", "waiting", "reading", "live", "unreachable"]


@dataclass(slots=True)
class Status:
    """Written by the consumer, read by the pages; nothing of it is kept on disk."""

    mode: Mode = "starting"
    positions: dict[Place, int] = field(default_factory=dict)  # by full topic name
    ends: Mapping[Place, int] = field(default_factory=dict)  # of our topics
    source_ends: Mapping[Place, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()  # topics of ours that are not there yet

    @property
    def lag(self) -> int:
        """Records of our topics that the page does not show yet."""
        return sum(max(0, self.ends.get(place, at) - at) for place, at in self.positions.items())

    def settle(self) -> None:
        """Says in one word where the consumer stands."""
        if not self.positions:
            self.mode = "waiting"
        else:
            self.mode = "reading" if self.lag else "live"

    def summary(self) -> dict[str, Any]:
        """The part of the overview that is about the consumer."""
        topics: dict[str, dict[str, Any]] = {}
        for (topic, partition), at in sorted(self.positions.items()):
            row = topics.setdefault(topic, {"topic": topic, "partitions": 0, "read": 0, "lag": 0})
            row["partitions"] += 1
            row["read"] += at
            row["lag"] += max(0, self.ends.get((topic, partition), at) - at)
        return {"mode": self.mode, "lag": self.lag, "missing": list(self.missing), "topics": list(topics.values())}
