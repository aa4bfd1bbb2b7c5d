"""Ids and partitions, derived from coordinates alone: the same record has the same id on every run and machine."""

import zlib

from schemas.flow import Coordinates
from schemas.ids import flow_id

__all__ = ["dead_letter_key", "flow_id", "joined", "partition_of", "source_key"]


def partition_of(topic: str, partition: int, partitions: int) -> int:
    """The partition of `spor.flows` that a source partition's Flows and spans go to: order per source partition is kept."""
    return zlib.crc32(f"{topic}/{partition}".encode()) % partitions


def key_partition(key: bytes, partitions: int) -> int:
    """The partition of a keyed record of ours, the same for a worker and a replay."""
    return zlib.crc32(key) % partitions


def source_key(cluster: str, topic: str, topic_id: str, partition: int) -> str:
    """The key of a span, and the head of a dead letter's key."""
    return f"{cluster}/{topic}/{topic_id}/{partition}"


def dead_letter_key(at: Coordinates, part: int) -> str:
    return f"{source_key(at.cluster, at.topic, at.topic_id, at.partition)}/{at.offset}/{part}"


def joined(*parts: str | int | None) -> str:
    """A key of several words: `|` between them, `%` and `|` inside a word percent-encoded so that no two keys meet."""
    return "|".join("" if p is None else str(p).replace("%", "%25").replace("|", "%7C") for p in parts)
