"""Records that name schemas, and folders that hold them: what the tests of the store share."""

import json
import struct
from pathlib import Path
from typing import Any

from streams.inspect.words import RawMessage
from streams.recording import record_line
from streams.replay import Plan, replay
from tests.inspect.encoded.avros import record, written

PERSON = record({"name": "name", "type": "string"}, {"name": "email", "type": "string", "confluent:tags": ["PII"]}, name="shop.Person")
TEXT = json.dumps(PERSON)


def person(n: int, number: int = 7, topic: str = "people", **more: Any) -> RawMessage:
    data = b"\0" + struct.pack(">I", number) + written(PERSON, {"name": "Kari Eksempel", "email": f"kari{n}@example.org"})
    return RawMessage(topic, 0, n, 1764496806000, None, data, **more)


def recording(folder: Path, records: list[RawMessage]) -> Path:
    file = folder / "recording.ndjson"
    file.write_bytes(b"".join(map(record_line, records)))
    return file


async def replayed(folder: Path, records: list[RawMessage], schemas: Path | None, out: str = "out") -> dict[str, bytes]:
    """The files that a replay with the real inspector writes."""
    plan = Plan(recording(folder, records), folder / out, schemas=schemas)
    await replay(plan)
    return {path.name: path.read_bytes() for path in sorted(plan.out.iterdir())}
