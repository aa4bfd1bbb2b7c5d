"""What the demo works on: both platforms' traffic, as one recording, and a few single messages to scan."""

import heapq
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from streams.recording import record_line
from streams.traffic.deliver import Planted
from streams.traffic.generate import Load, Sent, traffic
from streams.traffic.routes import TOPICS

RECORDING: Final = "traffic.ndjson"
PLANTED: Final = "planted.ndjson"
MESSAGES: Final = "messages"
_SAMPLES: Final = 3  # single messages of each platform


def both_platforms(count: int, seed: str, start: int | None = None, interval: float | None = None) -> Iterator[Sent]:
    """`count` records, half of each platform, by their timestamps."""
    loads = []
    for number, platform in enumerate(TOPICS):
        load = Load(platform, count // 2 + (number < count % 2), seed)
        loads.append(Load(platform, load.count, seed, 4, load.start if start is None else start, interval or load.interval))
    return heapq.merge(*(traffic(load) for load in loads), key=lambda sent: sent.raw.timestamp)


def write(records: Iterator[Sent], out: Path) -> int:
    """The recording, the list of what is planted in it, and the samples, into `out`. How many records."""
    (out / MESSAGES).mkdir(parents=True, exist_ok=True)
    kept = dict.fromkeys(TOPICS.values(), 0)
    written = 0
    with ExitStack() as stack:
        recording = stack.enter_context((out / RECORDING).open("wb"))
        planted = Planted(stack.enter_context((out / PLANTED).open("wb")))
        for sent in records:
            recording.write(record_line(sent.raw))
            planted.write(sent)
            written += 1
            if sent.plants and kept[sent.raw.topic] < _SAMPLES:
                kept[sent.raw.topic] += 1
                (out / MESSAGES / f"{sent.raw.topic}-{kept[sent.raw.topic]}.json").write_bytes(sent.raw.value or b"")
    return written
