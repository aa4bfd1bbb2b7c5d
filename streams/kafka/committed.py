"""The positions that a group has committed, with their notes.

Asked over aiokafka's client: librdkafka 2.16 dies of a null pointer when a coordinator moves while it fetches a group's offsets for
an admin client (`rd_kafka_cgrp_op`), and its Python binding reads a note past its end.
"""

import asyncio
import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from aiokafka.client import AIOKafkaClient, CoordinationType
from aiokafka.errors import KafkaError, NoError, for_code
from aiokafka.protocol.commit import OffsetFetchRequest

from streams.kafka.admin import TIMEOUT_S, At, ClusterUnavailable
from streams.kafka.cluster import Cluster

_PAUSE_S: Final = 0.2


@dataclass(frozen=True, slots=True)
class Committed:
    offset: int
    note: str


async def committed(cluster: Cluster, group: str, among: Iterable[At] = ()) -> dict[At, Committed]:
    """Every position of the group; none for a group that there is none of. Raises ClusterUnavailable.

    `among`: the partitions to ask for on the embedded broker, which cannot list them.
    """
    wanted = _by_topic(among) if cluster.embedded else None
    until = asyncio.get_running_loop().time() + TIMEOUT_S
    while True:
        try:
            response = await _asked(cluster, group, wanted)
        except (KafkaError, OSError) as wrong:
            again = getattr(wrong, "retriable", True)
            if not again or asyncio.get_running_loop().time() > until:
                raise ClusterUnavailable(
                    f"the positions of group {group} cannot be read: {type(wrong).__name__}; check the broker and this user's rights"
                ) from None
            await asyncio.sleep(_PAUSE_S)
            continue
        rows = [(topic, *row) for topic, partitions in response.topics or () for row in partitions]
        return {At(topic, partition): Committed(offset, note or "") for topic, partition, offset, note, _ in rows if offset >= 0}


async def _asked(cluster: Cluster, group: str, wanted: list[tuple[str, list[int]]] | None) -> Any:
    """The coordinator's answer, once it holds no error, neither as a whole nor for a partition."""
    client = AIOKafkaClient(**cluster.aiokafka())
    try:
        await client.bootstrap()
        coordinator = await client.coordinator_lookup(CoordinationType.GROUP, group)
        response = await client.send(coordinator, OffsetFetchRequest(group, wanted))
    finally:
        with contextlib.suppress(KafkaError, OSError):
            await client.close()
    # the embedded broker answers null, not an empty list, for a group that it does not know
    codes = [getattr(response, "error_code", 0), *(row[-1] for _, partitions in response.topics or () for row in partitions)]
    for error in map(for_code, codes):
        if error is not NoError:
            raise error
    return response


def _by_topic(partitions: Iterable[At]) -> list[tuple[str, list[int]]]:
    grouped: dict[str, list[int]] = {}
    for at in partitions:
        grouped.setdefault(at.topic, []).append(at.partition)
    return list(grouped.items())
