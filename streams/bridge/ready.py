"""Before the bridge accepts anything: are the inboxes there, may it write to them, and do they take what a source may send."""

import asyncio
from collections.abc import Iterable, Mapping
from typing import Final

from schemas.model import SporError
from streams.bridge.delivery import HEADER_BYTES
from streams.bridge.sources import LARGEST_BODY_BYTES, Source
from streams.kafka.admin import Admin
from streams.kafka.cluster import Cluster
from streams.kafka.topics import DEFAULT_RECORD_BYTES, inbox
from streams.settings import Settings

_LOOKS: Final = 5
_PAUSE_S: Final = 0.3


class BridgeNotReady(SporError):
    """The bridge cannot accept for these sources; the message lists what is missing and how to mend it."""

    def __init__(self, missing: Iterable[str]) -> None:
        super().__init__("the bridge cannot start:\n" + "\n".join(f"  - {what}" for what in missing))


async def largest_records(settings: Settings, sources: Mapping[str, Source]) -> dict[str, int]:
    """Bytes of the largest record that each source's inbox takes. Raises BridgeNotReady and ClusterUnavailable."""
    cluster = Cluster.of(settings)
    admin = Admin(cluster)
    topics = {name: inbox(settings, name).name for name in sources}
    if cluster.embedded:
        await admin.touch(topics.values())
        return dict.fromkeys(topics, LARGEST_BODY_BYTES + HEADER_BYTES)
    if absent := await _absent(admin, set(topics.values())):
        raise BridgeNotReady(_make(name, topic) for name, topic in topics.items() if topic in absent)
    rights = await admin.rights(topics.values())
    if missing := [f"this user may not WRITE topic {topic}" for topic in topics.values() if "WRITE" not in rights.get(topic, ())]:
        raise BridgeNotReady(missing)
    kept = await admin.settings(topics.values())
    limits = {name: int(kept.get(topic, {}).get("max.message.bytes", DEFAULT_RECORD_BYTES)) for name, topic in topics.items()}
    if missing := [
        _small(name, topics[name], limits[name], s) for name, s in sources.items() if limits[name] < s.body_limit + HEADER_BYTES
    ]:
        raise BridgeNotReady(missing)
    return limits


async def _absent(admin: Admin, topics: set[str]) -> set[str]:
    """Those that are not there. A topic that was made a moment ago is not known to every broker yet: it is looked for again."""
    for _ in range(_LOOKS):
        absent = topics - (await admin.partitions()).keys()
        if not absent:
            break
        await asyncio.sleep(_PAUSE_S)
    return absent


def _make(name: str, topic: str) -> str:
    return f"topic {topic} does not exist, or this user may not see it; make it with: spor topics create --inbox {name}"


def _small(name: str, topic: str, limit: int, source: Source) -> str:
    wanted = source.body_limit + HEADER_BYTES
    return f"topic {topic} takes {limit} bytes a record; give it max.message.bytes={wanted} or more, or lower body_limit of {name}"
