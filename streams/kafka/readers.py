"""Who else reads a topic: consumer groups with positions in it, or with members at work on it."""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

from streams.kafka.admin import TIMEOUT_S, ClusterUnavailable
from streams.kafka.cluster import Cluster
from streams.kafka.committed import committed


async def readers(cluster: Cluster, topics: Collection[str], *, ours: Collection[str]) -> dict[str, set[str]]:
    """Topic -> the groups that read it, those of `ours` left out. A reader without a group cannot be seen. Raises ClusterUnavailable."""
    found: dict[str, set[str]] = defaultdict(set)
    admin = AdminClient(cluster.confluent())  # held here: a client that is collected takes its answers along
    groups = [group for group in await _groups(admin) if group not in ours]
    for group, topic in await _at_work(admin, groups):
        found[topic].add(group)
    for group in groups:
        for at in await committed(cluster, group):
            found[at.topic].add(group)
    return {topic: found[topic] for topic in topics}


async def _groups(admin: AdminClient) -> list[str]:
    listed = await _asked(admin.list_consumer_groups(request_timeout=TIMEOUT_S))
    return sorted(group.group_id for group in listed.valid)


async def _at_work(admin: AdminClient, groups: list[str]) -> list[tuple[str, str]]:
    """(group, topic) of every member's assignment."""
    if not groups:
        return []
    asked = admin.describe_consumer_groups(groups, request_timeout=TIMEOUT_S)
    return [pair for group, future in asked.items() for pair in _assigned(group, await _asked(future))]


def _assigned(group: str, described: Any) -> Iterator[tuple[str, str]]:
    for member in described.members:
        for partition in member.assignment.topic_partitions if member.assignment else ():
            yield group, partition.topic


async def _asked(future: Any) -> Any:
    try:
        return await asyncio.wrap_future(future)
    except KafkaException as wrong:
        raise ClusterUnavailable(
            f"consumer groups cannot be listed: {wrong.args[0].str()}; check the broker, and that this user may describe groups"
        ) from None
