"""What the machinery asks a cluster beside records: topics, ids, settings, offsets, rights. confluent-kafka's admin client, awaited."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future
from typing import Any, Final, NamedTuple

from confluent_kafka import IsolationLevel, KafkaError, KafkaException, TopicCollection, TopicPartition
from confluent_kafka.admin import AclOperation, AdminClient, ConfigResource, NewPartitions, NewTopic, OffsetSpec, ResourceType

from schemas.model import SporError
from streams.kafka.cluster import Cluster

TIMEOUT_S: Final = 10.0
_NO_TOPIC_ID: Final = "AAAAAAAAAAAAAAAAAAAAAA"  # sixteen zero bytes: a broker older than topic ids
_MISSING: Final = (KafkaError.UNKNOWN_TOPIC_OR_PART, KafkaError.UNKNOWN_TOPIC_ID, KafkaError.TOPIC_AUTHORIZATION_FAILED)


class ClusterUnavailable(SporError):
    """The cluster cannot be reached, or refuses what was asked."""


class At(NamedTuple):
    """A partition of a topic."""

    topic: str
    partition: int


class Admin:
    """One admin client. Every method raises ClusterUnavailable with the cause that the client library only logs."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._last_error: str | None = None
        self._client = AdminClient({**cluster.confluent(), "error_cb": self._remember})

    async def partitions(self) -> dict[str, int]:
        """Every topic that this user may see, with its number of partitions."""
        metadata = await self._metadata()
        return {name: len(topic.partitions) for name, topic in metadata.topics.items() if topic.error is None}

    async def touch(self, topics: Iterable[str]) -> None:
        """Name each topic to the embedded broker, which makes those that it does not have."""
        for name in topics:
            await asyncio.to_thread(self._client.list_topics, name, TIMEOUT_S)

    async def cluster_id(self) -> str:
        """Empty for the embedded broker, whose own changes with every start."""
        return "" if self._cluster.embedded else (await self._metadata()).cluster_id or ""

    async def topic_ids(self, topics: Iterable[str]) -> dict[str, str]:
        """Topic ids as Kafka prints them; empty texts from a broker that has none; a topic that is not there is left out."""
        names = sorted(set(topics))
        if self._cluster.embedded or not names:
            return dict.fromkeys(names, "")
        futures = self._client.describe_topics(TopicCollection(names), request_timeout=TIMEOUT_S)
        ids = {}
        for name, future in futures.items():
            described = await self._or_missing(future)
            if described is not None:
                ids[name] = "" if str(described.topic_id) == _NO_TOPIC_ID else str(described.topic_id)
        return ids

    async def rights(self, topics: Iterable[str]) -> dict[str, frozenset[str]]:
        """What this user may do with each topic: names of Kafka's ACL operations ("READ", "WRITE"). Missing topics are left out."""
        names = sorted(set(topics))
        if not names:
            return {}
        futures = self._client.describe_topics(TopicCollection(names), include_authorized_operations=True, request_timeout=TIMEOUT_S)
        described = {name: await self._or_missing(future) for name, future in futures.items()}
        return {n: frozenset(op.name for op in d.authorized_operations or AclOperation) for n, d in described.items() if d is not None}

    async def may_join(self, group: str) -> bool:
        """Whether this user may read as that group; a group that does not exist yet may be joined."""
        try:
            await self._done(self._client.describe_consumer_groups([group], request_timeout=TIMEOUT_S)[group])
        except KafkaException as wrong:
            return bool(wrong.args[0].code() != KafkaError.GROUP_AUTHORIZATION_FAILED)
        return True

    async def settings(self, topics: Iterable[str]) -> dict[str, dict[str, str]]:
        """The settings in force of each topic; none for the embedded broker, which keeps none."""
        names = sorted(set(topics))
        if self._cluster.embedded or not names:
            return {name: {} for name in names}
        futures = self._client.describe_configs([ConfigResource(ResourceType.TOPIC, n) for n in names], request_timeout=TIMEOUT_S)
        found = {resource.name: await self._or_missing(future) for resource, future in futures.items()}
        return {name: {k: entry.value for k, entry in of.items()} for name, of in found.items() if of is not None}

    async def create(self, name: str, partitions: int, replication: int, settings: Mapping[str, str]) -> bool:
        """False where it is there already. `replication` -1: the broker's default."""
        new = NewTopic(name, num_partitions=partitions, replication_factor=replication, config=dict(settings))
        try:
            await self._done(self._client.create_topics([new], request_timeout=TIMEOUT_S)[name])
        except KafkaException as wrong:
            if wrong.args[0].code() == KafkaError.TOPIC_ALREADY_EXISTS:
                return False
            raise self._unavailable(f"topic {name} cannot be created", wrong) from None
        return True

    async def grow(self, name: str, partitions: int) -> None:
        try:
            await self._done(self._client.create_partitions([NewPartitions(name, partitions)], request_timeout=TIMEOUT_S)[name])
        except KafkaException as wrong:
            raise self._unavailable(f"topic {name} cannot be given {partitions} partitions", wrong) from None

    async def beginnings(self, partitions: Iterable[At]) -> dict[At, int]:
        return await self._offsets(partitions, OffsetSpec.earliest())

    async def ends(self, partitions: Iterable[At], *, committed_only: bool = False) -> dict[At, int]:
        """The next offset of each partition; with `committed_only` where the first open transaction begins."""
        return await self._offsets(partitions, OffsetSpec.latest(), committed_only)

    async def at_time(self, partitions: Iterable[At], ms: int) -> dict[At, int]:
        """The first offset at or after an instant (ms UTC); partitions without one are left out."""
        if self._cluster.embedded:
            return {}
        return {at: offset for at, offset in (await self._offsets(partitions, OffsetSpec.for_timestamp(ms))).items() if offset >= 0}

    async def _offsets(self, partitions: Iterable[At], spec: OffsetSpec, committed_only: bool = False) -> dict[At, int]:
        wanted = {TopicPartition(*at): spec for at in partitions}
        if not wanted:
            return {}
        level = IsolationLevel.READ_COMMITTED if committed_only else IsolationLevel.READ_UNCOMMITTED
        futures = self._client.list_offsets(wanted, isolation_level=level, request_timeout=TIMEOUT_S)
        try:
            return {At(p.topic, p.partition): (await self._done(future)).offset for p, future in futures.items()}
        except KafkaException as wrong:
            raise self._unavailable("offsets cannot be looked up", wrong) from None

    async def _metadata(self) -> Any:
        try:
            return await asyncio.to_thread(self._client.list_topics, timeout=TIMEOUT_S)
        except KafkaException as wrong:
            self._client.poll(0)  # the cause (a refused password, a certificate) comes by the error callback alone
            raise self._unavailable(f"Kafka at {self._cluster.bootstrap_servers} does not answer", wrong) from None

    async def _or_missing(self, future: "Future[Any]") -> Any:
        try:
            return await self._done(future)
        except KafkaException as wrong:
            if wrong.args[0].code() in _MISSING:
                return None
            raise self._unavailable("a topic cannot be described", wrong) from None

    async def _done(self, future: "Future[Any]") -> Any:
        self._client.poll(0)  # takes what the library has to say out of its queue, which would grow during an outage
        return await asyncio.wrap_future(future)

    def _remember(self, error: KafkaError) -> None:
        if error.code() != KafkaError._ALL_BROKERS_DOWN:  # which follows every cause and says nothing of it
            self._last_error = error.str()

    def _unavailable(self, what: str, wrong: KafkaException) -> ClusterUnavailable:
        cause = wrong.args[0].str()
        more = f" ({self._last_error})" if self._last_error and self._last_error != cause else ""
        return ClusterUnavailable(f"{what}: {cause}{more}; check --bootstrap-servers, --kafka-config and this user's rights")


def spread(partitions: Mapping[str, int], topics: Sequence[str]) -> list[At]:
    """Every partition of these topics."""
    return [At(topic, partition) for topic in topics for partition in range(partitions.get(topic, 0))]
