"""The demo without any broker: the recorded traffic through inspectors and fold, as a worker would have done it."""

import os
from collections.abc import Callable
from pathlib import Path

from schemas.flow import Flow
from schemas.records import Alert
from streams.demo.tally import Tally
from streams.recording import read
from streams.replay import Plan, replay


async def offline(recording: Path, out: Path, policies: Path, progress: Callable[[int], None]) -> Tally:
    """Replays into `out` and counts what came. `progress` hears the bytes of the recording that were read."""
    await replay(Plan(recording, out, policies, processes=os.cpu_count() or 1), progress)
    return count(out)


def count(out: Path) -> Tally:
    """The tally of a folder that a replay wrote."""
    tally = Tally()
    for raw in read(out / "spor.flows.ndjson"):
        tally.add(Flow.read(raw.value or b""))
    for raw in read(out / "spor.alerts.ndjson"):
        tally.alert(Alert.read(raw.value or b""))
    tally.dead = sum(1 for _ in read(out / "spor.deadletter.ndjson"))
    return tally
