"""What the cluster says about topics: which exist, whether they are the same as before, and where they end. Reads only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from confluent_kafka import IsolationLevel, KafkaException, TopicCollection, TopicPartition
from confluent_kafka.admin import AdminClient, OffsetSpec

from streams.kafka.cluster import Cluster

ANSWER_S: Final = 3.0  # how long one question may take

Place = tuple[str, int]  # topic, partition


@dataclass(frozen=True, slots=True)
class Topology:
    """One look at the cluster. Topics that are not there, or that we may not see, are simply missing."""

    cluster: str = ""  # the cluster's id; of the embedded broker, which is a new one each time, its id and address
    partitions: Mapping[str, int] = field(default_factory=dict)
    topic_ids: Mapping[str, str] = field(default_factory=dict)  # empty where the broker gives none


class Lookout:
    """Blocking questions to the cluster, for a thread. It never creates a topic: full listings only, no metadata by name."""

    def __init__(self, cluster: Cluster) -> None:
        self._embedded = cluster.bootstrap_servers if cluster.embedded else None
        self._admin = AdminClient(cluster.confluent())

    def topics(self, names: Iterable[str]) -> Topology:
        """Raises KafkaException where the cluster cannot be reached."""
        listed: Any = self._admin.list_topics(timeout=ANSWER_S)
        found = {name: len(listed.topics[name].partitions) for name in names if name in listed.topics and not listed.topics[name].error}
        if self._embedded:
            return Topology(f"{listed.cluster_id}@{self._embedded}", found)
        return Topology(listed.cluster_id or "", found, self._ids(list(found)))

    def ends(self, places: Iterable[Place]) -> dict[Place, int]:
        """The end offset (next to be written, committed records) of each partition that answers; the others are unknown."""
        return self._offsets(places, OffsetSpec.latest())

    def bounds(self, places: Iterable[Place]) -> dict[Place, tuple[int, int]]:
        """First and end offset of each partition that answers."""
        asked = list(places)
        first, ends = self._offsets(asked, OffsetSpec.earliest()), self.ends(asked)
        return {place: (first[place], ends[place]) for place in first.keys() & ends.keys()}

    def _offsets(self, places: Iterable[Place], spec: OffsetSpec) -> dict[Place, int]:
        wanted = {TopicPartition(*place): spec for place in places}
        if not wanted:
            return {}
        answers = self._admin.list_offsets(wanted, isolation_level=IsolationLevel.READ_COMMITTED, request_timeout=ANSWER_S)
        return {(tp.topic, tp.partition): offset for tp, answer in answers.items() if (offset := _offset(answer)) is not None}

    def _ids(self, names: list[str]) -> dict[str, str]:
        """Topic ids, as text; a broker that does not say leaves them out."""
        if not names:
            return {}
        answers = self._admin.describe_topics(TopicCollection(names), request_timeout=ANSWER_S)
        ids: dict[str, str] = {}
        for name, answer in answers.items():
            try:
                ids[name] = str(answer.result(ANSWER_S).topic_id)
            except (KafkaException, TimeoutError):
                continue
        return ids


def _offset(answer: Any) -> int | None:
    try:
        return int(answer.result(ANSWER_S).offset)
    except (KafkaException, TimeoutError):
        return None
