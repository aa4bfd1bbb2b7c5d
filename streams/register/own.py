"""Spor's own processing: each of its topics, what for, what of persons stands in it, and for how long."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from streams.kafka.topics import CHANGELOGS, DAY_MS, INBOX, INBOX_DAYS, TABLE, TAGGED

_COMPACT: Final = "the latest row per key"
_SOURCE: Final = "as the source topic"
_VALUE_FREE: Final = "where and of which kind personal data was found; no value of it"


@dataclass(frozen=True, slots=True)
class Own:
    """One topic under the prefix."""

    topic: str
    purpose: str  # a dpv: term
    holds: str
    kept: str


_SAYS: Final = MappingProxyType(
    {
        "flows": ("dpv:LegalCompliance", f"one Flow per message: {_VALUE_FREE}"),
        "spans": ("dpv:LegalCompliance", "which offsets were read; nothing of persons"),
        "deadletter": ("dpv:ServiceMonitoring", "coordinates and reason of what could not be read; nothing of persons"),
        "alerts": ("dpv:OrganisationComplianceManagement", f"verdicts per integration: {_VALUE_FREE}"),
        "audit": ("dpv:LegalCompliance", "which policies were in force when, and what was refused; nothing of persons"),
        "lineage": ("dpv:LegalCompliance", f"OpenLineage events per integration: {_VALUE_FREE}"),
        "state": ("dpv:LegalCompliance", f"totals per integration: {_VALUE_FREE}"),
        "partials": ("dpv:ServiceProvision", f"rows of open windows: {_VALUE_FREE}"),
    }
)


def own() -> tuple[Own, ...]:
    """Every topic that Spor writes, with its retention as `spor topics create` sets it."""
    plain = [Own(name, *_SAYS[name], _kept(TABLE[name])) for name in TABLE]
    changelogs = [
        Own(f"changelog.{name}", "dpv:ServiceProvision", f"a table of the agents: {_VALUE_FREE}", _COMPACT) for name in CHANGELOGS
    ]
    payloads = [
        Own(f"{INBOX}.*", "dpv:ServiceProvision", "log webhooks as they came, with whatever personal data they hold", f"P{INBOX_DAYS}D"),
        Own(f"{TAGGED}.*", "dpv:ServiceProvision", "copies of tapped messages, only where --tagged asks for them", _SOURCE),
    ]
    return (*plain, *changelogs, *payloads)


def _kept(settings: object) -> str:
    assert isinstance(settings, dict | MappingProxyType)
    days = f"P{int(settings['retention.ms']) // DAY_MS}D" if "retention.ms" in settings else ""
    compacted = _COMPACT if "compact" in settings["cleanup.policy"] else ""
    return ", at most ".join(part for part in (compacted, days) if part)
