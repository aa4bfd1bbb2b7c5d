"""A record of one of our topics, read back: a Flow, a span, an alert or a dead letter, or nothing where it cannot be read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel

from schemas.flow import Flow
from schemas.model import Unreadable
from schemas.records import Alert, DeadLetter, Span

Entry = Flow | Span | Alert | DeadLetter
SQLITE_INTEGER: Final = 2**63 - 1

READS: Final[Mapping[str, Callable[[bytes], Entry]]] = MappingProxyType(
    {"flows": Flow.read, "spans": Span.read, "alerts": Alert.read, "deadletter": DeadLetter.read}
)
TOPICS: Final = tuple(READS)  # what the dashboard reads, without the prefix


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it came from Kafka; `topic` is a name of TOPICS."""

    topic: str
    partition: int
    offset: int
    value: bytes | None


def read(record: Record) -> Entry | None:
    """What the record says; None for a tombstone. Raises Unreadable, which names fields and never quotes the record."""
    if record.value is None:
        return None
    entry = READS[record.topic](record.value)
    if not all(-SQLITE_INTEGER <= number <= SQLITE_INTEGER for number in _numbers(entry)):
        raise Unreadable(type(entry).__name__, ["a number beyond 64 bits"])
    if isinstance(entry, Span) and entry.to < entry.from_:
        raise Unreadable("Span", ["from", "to"])
    return entry


def _numbers(model: BaseModel) -> Iterator[int]:
    """Every integer of a model, at any depth."""
    pending: list[Any] = [model]
    while pending:
        value = pending.pop()
        if isinstance(value, int):
            yield value
        elif isinstance(value, BaseModel):
            pending.extend(getattr(value, name) for name in type(value).model_fields)
        elif isinstance(value, tuple):
            pending.extend(value)
