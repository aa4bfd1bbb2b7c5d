"""The source topics as a worker knows them: which ones, by which adapter, and whether they are still the same topics."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from schemas.model import SporError
from schemas.words import Adapter
from streams.kafka.admin import Admin, ClusterUnavailable
from streams.kafka.cluster import Cluster
from streams.kafka.differences import create
from streams.kafka.topics import BROKER_DEFAULT, DEFAULT_RECORD_BYTES, INBOX, is_pattern, matches, tagged, tagged_name
from streams.settings import Settings

_STAR: Final = re.compile(r"\*")


class CopiesRefused(SporError):
    """A topic of tagged copies is missing or too small, and this user may not mend it."""


def subscription(settings: Settings) -> dict[str, Any]:
    """What `AIOKafkaConsumer.subscribe` takes: the names, or one pattern that leaves out Kafka's topics and our own."""
    taps = [tap.topic for tap in settings.taps]
    if not any(map(is_pattern, taps)):
        return {"topics": sorted(set(taps))}
    ours = re.escape(settings.prefix)
    wanted = "|".join(".*".join(map(re.escape, _STAR.split(tap))) for tap in taps)
    return {"pattern": rf"^(?!__)(?!{ours}\.(?!{INBOX}\.))(?:{wanted})$"}


def adapters(settings: Settings, topic: str) -> Adapter:
    """The adapter of the tap that names the topic; one that names it outright wins over a pattern."""
    fitting = [tap for tap in settings.taps if matches(topic, tap.topic)]
    return min(fitting, key=lambda tap: is_pattern(tap.topic)).adapter if fitting else "auto"


class Sources:
    """Ids of cluster and topics, and the topics of tagged copies."""

    def __init__(self, settings: Settings, admin: Admin, cluster_id: str) -> None:
        self.cluster_id = cluster_id
        self._settings = settings
        self._admin = admin
        self._embedded = Cluster.of(settings).embedded
        self._adapters: dict[str, Adapter] = {}

    def adapter(self, topic: str) -> Adapter:
        if topic not in self._adapters:
            self._adapters[topic] = adapters(self._settings, topic)
        return self._adapters[topic]

    async def changed(self, known: Mapping[str, str]) -> set[str]:
        """Which of these topics (name -> id) now stand for another topic. One that is gone is not another one."""
        now = await self._admin.topic_ids(known)
        return {topic for topic, old in known.items() if old and now.get(topic, old) != old}

    async def copies(self, topics: Iterable[str]) -> tuple[dict[str, str], dict[str, int]]:
        """For each source its topic of tagged copies, made or grown if need be, and the largest record that it takes."""
        if not self._settings.tagged:
            return {}, {}
        names = {topic: tagged_name(self._settings, topic) for topic in topics}
        if self._embedded:
            await self._admin.touch(names.values())
        existing = await self._admin.partitions()
        kept = await self._admin.settings(topics)
        for topic, name in names.items():
            partitions = existing.get(topic, 0)
            if partitions > existing.get(name, 0):
                try:
                    await create(self._admin, tagged(self._settings, topic, partitions, kept.get(topic, {})), partitions, BROKER_DEFAULT)
                except ClusterUnavailable as wrong:
                    raise CopiesRefused(f"{wrong}; or make it with: spor topics create --tap {topic}") from None
        limits = await self._admin.settings(names.values())
        return names, {name: int(limits.get(name, {}).get("max.message.bytes", DEFAULT_RECORD_BYTES)) for name in names.values()}
