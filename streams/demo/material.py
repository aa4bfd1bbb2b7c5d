"""What the demo works on: both platforms' traffic, kept as one recording, and a few single messages to scan."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from streams.recording import record_line
from streams.traffic.deliver import Planted
from streams.traffic.generate import Load, Sent, merged
from streams.traffic.routes import TOPICS as ALL_TOPICS
from streams.traffic.routes import Tapped

TOPICS: Final[dict[Tapped, str]] = {platform: ALL_TOPICS[platform] for platform in ("connxio", "connectmyapps")}
RECORDING: Final = "traffic.ndjson"
PLANTED: Final = "planted.ndjson"
MESSAGES: Final = "messages"
_SAMPLES: Final = 3  # single messages of each platform


def both_platforms(count: int, seed: str, start: int, interval: float) -> Iterator[Sent]:
    """`count` records, half of each platform, one each `interval` ms from `start` (ms UTC) on."""
    halves = zip(TOPICS, (count - count // 2, count // 2), strict=True)
    loads = [Load(platform, half, seed, 4, start, interval * 2) for platform, half in halves]
    return merged(loads)


class Material:
    """Keeps what was delivered: the recording, the list of what is planted in it, and the samples."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._samples = dict.fromkeys(TOPICS.values(), 0)
        self._stack = ExitStack()
        self.written = 0

    def __enter__(self) -> Self:
        (self._out / MESSAGES).mkdir(parents=True, exist_ok=True)
        self._recording = self._stack.enter_context((self._out / RECORDING).open("wb"))
        self._planted = Planted(self._stack.enter_context((self._out / PLANTED).open("wb")))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.close()

    def write(self, sent: Sent) -> None:
        self._recording.write(record_line(sent.raw))
        self._planted.write(sent)
        self.written += 1
        topic = sent.raw.topic
        if sent.plants and self._samples[topic] < _SAMPLES:
            self._samples[topic] += 1
            (self._out / MESSAGES / f"{topic}-{self._samples[topic]}.json").write_bytes(sent.raw.value or b"")
