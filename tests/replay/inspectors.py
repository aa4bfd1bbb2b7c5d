"""An inspector for tests of replay: its records say in JSON what their Flows are to say, or how the inspector is to die."""

import os
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import orjson

from schemas.flow import Flow, Part, Source
from streams.inspect.words import RawMessage
from streams.ledger.ids import flow_id
from tests.ledger.flows import EMAIL, NAME, flow, row, tag, verdict


@dataclass(frozen=True)
class Told:
    policy: SimpleNamespace
    detector: SimpleNamespace

    def __call__(self, raw: RawMessage) -> tuple[Flow, ...]:
        if raw.value is None:
            return (placed(raw, flow(sender=None, receiver=None), 0, 1),)
        says = orjson.loads(raw.value)
        if says.get("dies"):
            os._exit(11)
        parts = says.get("parts", 1)
        return tuple(placed(raw, said(says), part, parts) for part in range(parts))


def told(policies: Path | None) -> Told:
    return Told(SimpleNamespace(digest="d", registry_digest="r"), SimpleNamespace(version="told/1"))


def said(says: dict[str, object]) -> Flow:
    verdicts = [verdict("contract.party")] if says.get("violates") else []
    data = [row(EMAIL, verdict("category.undeclared", "gap", "notice")), row(NAME)] if says.get("personal", True) else []
    tags = [tag(EMAIL[0], "dpv:FulfilmentOfContractualObligation"), tag(NAME[0], None, "connxio")] if data else []
    return flow(rows=data, tags=tags, verdicts=verdicts, at=int(str(says["at"])), integration=str(says.get("integration", "orders")))


def placed(raw: RawMessage, one: Flow, part: int, parts: int) -> Flow:
    names = ("cluster", "topic", "topic_id", "partition", "offset", "timestamp")
    source = Source(**{name: getattr(raw, name) for name in names})
    return one.model_copy(update={"id": flow_id(source, part, 0), "source": source, "part": Part(index=part, of=parts)})
