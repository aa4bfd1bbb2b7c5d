"""Batches bounded by bytes and by time: what one fetch gave is cut into slices, and the next fetch is as large as a second allows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from streams.inspect.words import RawMessage
from streams.kafka.admin import At

SLICE_BYTES: Final = 8 * 1024 * 1024  # values and keys of one checkpoint; its outputs stay in the same order of size
BATCH_S: Final = 1.0  # how long a batch should take: long enough to be worth a commit, short enough to give way to a rebalance
LEAST, MOST = 32, 2000  # records of a batch


@dataclass(frozen=True, slots=True)
class Slice:
    """Records of one checkpoint, and the positions that are committed once they are delivered."""

    raws: tuple[RawMessage, ...]
    upto: Mapping[At, int]


def slices(fetched: Mapping[At, Sequence[RawMessage]], positions: Mapping[At, int], limit: int = SLICE_BYTES) -> list[Slice]:
    """In the order of the fetch. `positions`: how far each partition was read, also past what holds no records.

    Inside a partition that is cut, a slice reaches to just behind its last record; the last one to the position.
    """
    cuts: list[Slice] = []
    raws: list[RawMessage] = []
    upto: dict[At, int] = {}
    size = 0
    for at, records in fetched.items():
        for raw in records:
            weight = len(raw.value or b"") + len(raw.key or b"")
            if raws and size + weight > limit:
                cuts.append(Slice(tuple(raws), upto))
                raws, upto, size = [], {}, 0
            raws.append(raw)
            upto[at] = raw.offset + 1
            size += weight
        if records:
            upto[at] = max(upto[at], positions[at])
    rest = {at: position for at, position in positions.items() if not fetched.get(at)}
    if raws or rest:
        cuts.append(Slice(tuple(raws), {**upto, **rest}))
    return cuts


@dataclass(slots=True)
class Pace:
    """How many records to ask for, so that a batch takes about a second."""

    most: int = 200

    def took(self, records: int, seconds: float) -> None:
        """Learn from a batch; one that was not full says nothing about a larger one."""
        if records >= self.most and seconds < BATCH_S / 2:
            self.most = min(MOST, self.most * 2)
        elif seconds > BATCH_S * 2 and records:
            self.most = max(LEAST, min(self.most, int(records * BATCH_S / seconds)))
