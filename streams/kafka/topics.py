"""Our topics: what each is for, how many partitions it has, and with which settings it keeps its records."""

import fnmatch
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from schemas.flow import FLOW_BYTES
from schemas.model import SporError
from streams.settings import Settings

DAY_MS: Final = 24 * 60 * 60 * 1000
PARTITIONS: Final = 4
BROKER_DEFAULT: Final = -1  # replication as the broker is set
RECORD_BYTES: Final = FLOW_BYTES + 100_000  # a Flow, its key and headers, and the batch around it
DEFAULT_RECORD_BYTES: Final = 1_048_588  # Kafka's own default of max.message.bytes
TAG_BYTES: Final = 64 * 1024  # headroom for the tag headers of a copy
INBOX_BYTES: Final = 16 * 1024 * 1024 + 64 * 1024  # a webhook's body, its key and headers
INBOX_DAYS: Final = 3  # payloads: as long as a worker may stand still over a weekend, and no longer
ANY_TIME: Final = str(2**63 - 1)  # a copy keeps the source's timestamp, however old or far ahead
INBOX: Final = "inbox"
TAGGED: Final = "tagged"
FLOWS, SPANS, DEADLETTER, ALERTS, AUDIT = "flows", "spans", "deadletter", "alerts", "audit"


class TapRefused(SporError):
    """A tap that would read what we write, or that names nothing."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic as it should be. `partitions` None: as many as the command asks for."""

    name: str
    partitions: int | None = None
    settings: Mapping[str, str] = field(default_factory=dict)


def _deleted(days: int) -> Mapping[str, str]:
    """Kept for so many days; segments of a day bound how much longer a record can stay."""
    return {"cleanup.policy": "delete", "retention.ms": str(days * DAY_MS), "segment.ms": str(DAY_MS), **_ROOM}


_ROOM: Final = {"max.message.bytes": str(max(RECORD_BYTES, DEFAULT_RECORD_BYTES))}
_LAG: Final = {"segment.ms": str(DAY_MS), "max.compaction.lag.ms": str(7 * DAY_MS), **_ROOM}
_COMPACTED: Final = {"cleanup.policy": "compact", **_LAG}
TABLE: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        FLOWS: _deleted(365),  # the evidence: a year
        SPANS: _deleted(365),
        DEADLETTER: _deleted(90),
        ALERTS: _deleted(365),
        AUDIT: _deleted(3650),  # which policies were in force when: longer than any Flow that was judged by them
        "lineage": _deleted(365),
        "state": _COMPACTED,
        "partials": {"cleanup.policy": "compact,delete", "retention.ms": str(7 * DAY_MS), **_LAG},  # of windows long sent
    }
)
CHANGELOGS: Final = ("windows", "sent", "alerts")  # tables of the Faust agents; as many partitions as partials


def changelog(settings: Settings, table: str) -> str:
    """The changelog topic of an agents' table; under the prefix, so that it is never tapped."""
    return settings.topic(f"changelog.{table}")


def ours(settings: Settings) -> tuple[Topic, ...]:
    """Every topic that a worker writes, without the tagged copies."""
    plain = [Topic(settings.topic(name), None, kept) for name, kept in TABLE.items()]
    return (*plain, *(Topic(changelog(settings, table), None, _COMPACTED) for table in CHANGELOGS))


def tagged(settings: Settings, source: str, partitions: int, of: Mapping[str, str]) -> Topic:
    """The topic of tagged copies: the source's partitions and retention, and room for the tags. `of`: the source's settings."""
    kept = {name: of[name] for name in ("cleanup.policy", "retention.ms", "retention.bytes") if name in of}
    room = int(of.get("max.message.bytes", DEFAULT_RECORD_BYTES)) + TAG_BYTES
    any_time = {"message.timestamp.before.max.ms": ANY_TIME, "message.timestamp.after.max.ms": ANY_TIME}
    settled = {**kept, "max.message.bytes": str(room), "message.timestamp.type": "CreateTime", **any_time}
    return Topic(tagged_name(settings, source), partitions, settled)


def tagged_name(settings: Settings, source: str) -> str:
    return settings.topic(f"{TAGGED}.{source}")


def inbox(settings: Settings, source: str) -> Topic:
    """The topic that the bridge writes a source's webhooks to: payloads as they came, kept for days."""
    kept = {"cleanup.policy": "delete", "retention.ms": str(INBOX_DAYS * DAY_MS), "segment.ms": str(DAY_MS // 4)}
    return Topic(settings.topic(f"{INBOX}.{source}"), None, {**kept, "max.message.bytes": str(INBOX_BYTES)})


def may_be_tapped(settings: Settings, topic: str) -> bool:
    """Kafka's internal topics and our own are never taps; `<prefix>.inbox.*` are the exception."""
    return not topic.startswith("__") and (not topic.startswith(f"{settings.prefix}.") or topic.startswith(settings.topic(f"{INBOX}.")))


def sources(settings: Settings, existing: Iterable[str]) -> list[str]:
    """The topics that the taps mean, of those that exist, sorted; a pattern passes over what may not be tapped."""
    wanted = [tap.topic for tap in settings.taps]
    return sorted(t for t in existing if may_be_tapped(settings, t) and any(matches(t, pattern) for pattern in wanted))


def matches(topic: str, pattern: str) -> bool:
    return topic == pattern or (is_pattern(pattern) and fnmatch.fnmatchcase(topic, _only_stars(pattern)))


def is_pattern(tap: str) -> bool:
    return "*" in tap


def check_taps(settings: Settings) -> None:
    """Raises TapRefused for no tap at all, and for one that names a topic of ours."""
    if not settings.taps:
        raise TapRefused("no tap is given; name the topics to be read with --tap TOPIC (or a pattern, --tap 'orders.*')")
    for tap in settings.taps:
        if not is_pattern(tap.topic) and not may_be_tapped(settings, tap.topic):
            raise TapRefused(
                f"--tap {tap.topic}: topics under {settings.prefix}. are our own and are not read as sources"
                f" (only {settings.topic(INBOX)}.* are); take it out"
            )


def _only_stars(pattern: str) -> str:
    return pattern.replace("[", "[[]").replace("?", "[?]")
