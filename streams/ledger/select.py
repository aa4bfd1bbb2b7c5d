"""Choosing Flows: which ones a person asked for, each once."""

from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from schemas.flow import Flow
from schemas.words import Level

SourceKey = tuple[str, str, str, int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a Flow has to say. Texts may hold `*`; None asks for nothing. `since` and `until` are message times in ms, until excluded."""

    integration: str | None = None
    sender: str | None = None
    receiver: str | None = None
    category: str | None = None
    purpose: str | None = None
    verdict: Level | None = None
    since: int | None = None
    until: int | None = None

    def __call__(self, flow: Flow) -> bool:
        it = flow.integration
        return (
            _says(self.integration, it.id, it.name)
            and _says(self.sender, it.sender)
            and _says(self.receiver, it.receiver)
            and _says(self.category, *(row.category for row in flow.personal_data))
            and _says(self.purpose, *flow.purposes)
            and self.verdict in (None, flow.verdict)
            and (self.since is None or flow.message_time >= self.since)
            and (self.until is None or flow.message_time < self.until)
        )


@dataclass(slots=True)
class Once:
    """Drops second copies: the greatest [offset, part] of each source partition and revision is remembered."""

    _seen: dict[SourceKey, tuple[int, int]] = field(default_factory=dict)

    def __call__(self, flow: Flow) -> bool:
        at = flow.source
        key, place = (at.cluster, at.topic, at.topic_id, at.partition, flow.revision), (at.offset, flow.part.index)
        if key in self._seen and place <= self._seen[key]:
            return False
        self._seen[key] = place
        return True


def _says(pattern: str | None, *texts: str | None) -> bool:
    """Whether any of the texts is of the pattern; only `*` has a meaning."""
    if pattern is None:
        return True
    only_stars = pattern.replace("[", "[[]").replace("?", "[?]")
    return any(text is not None and fnmatchcase(text, only_stars) for text in texts)
