"""Frames between a worker and its inspector children: raw records one way, outputs the other, as bytes with lengths.

A frame is its length in four bytes (big-endian) and its payload. A payload is a run of fields; a field is its length in four
bytes (signed, -1 for null) and its bytes. Nothing is pickled: a child that is taken over can send bytes and nothing else.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, get_args

from schemas.words import Adapter, SchemaType
from streams.inspect.words import RawMessage, Schema
from streams.ledger.outputs import Outputs

_LENGTH: Final = struct.Struct(">I")
_FIELD: Final = struct.Struct(">i")
_COORDINATES: Final = struct.Struct(">iqqiBI")  # partition, offset, timestamp, revision, adapter, headers
_NUMBER: Final = struct.Struct(">I")
_COUNTS: Final = struct.Struct(">III")  # flows, dead letters, tag headers
_ADAPTERS: Final[tuple[Adapter, ...]] = get_args(Adapter)
_TYPES: Final[tuple[SchemaType, ...]] = get_args(SchemaType)
HEAD: Final = _LENGTH.size
_Answer = Outputs | None  # None: the inspector raised at this record


def frame(payload: bytes) -> bytes:
    return _LENGTH.pack(len(payload)) + payload


def length(head: bytes) -> int:
    """The length of the payload that follows these four bytes."""
    size: int = _LENGTH.unpack(head)[0]
    return size


def pack_records(records: Sequence[RawMessage]) -> bytes:
    """The schemas that any of the records name come first, each once; a record then has their numbers."""
    table = {schema: n for n, schema in enumerate(dict.fromkeys(schema for raw in records for schema in raw.schemas))}
    named = (chunk for schema in table for chunk in _schema(schema))
    return b"".join((_NUMBER.pack(len(table)), *named, *(chunk for raw in records for chunk in _record(raw, table))))


def unpack_records(payload: bytes) -> list[RawMessage]:
    """The inverse of `pack_records`."""
    reader = _Reader(payload)
    table = [_read_schema(reader) for _ in range(reader.number())]
    records = []
    while reader.more():
        partition, offset, timestamp, revision, adapter, headers = reader.fixed(_COORDINATES)
        cluster, topic, topic_id = reader.text(), reader.text(), reader.text()
        key, value = reader.field(), reader.field()
        pairs = tuple((reader.text(), reader.field()) for _ in range(headers))
        raw = RawMessage(topic, partition, offset, timestamp, key, value, pairs, cluster, topic_id, _ADAPTERS[adapter], revision)
        schemas = tuple(table[reader.number()] for _ in range(reader.number()))
        records.append(replace(raw, schemas=schemas) if schemas else raw)
    return records


def pack_answers(answers: Iterable[_Answer]) -> bytes:
    return b"".join(chunk for answer in answers for chunk in _answer(answer))


def unpack_answers(payload: bytes) -> list[_Answer]:
    """The inverse of `pack_answers`."""
    reader = _Reader(payload)
    answers: list[_Answer] = []
    while reader.more():
        flows, dead, tags = reader.fixed(_COUNTS)
        answer = Outputs(
            tuple((reader.blob(), reader.blob()) for _ in range(flows)),
            tuple((reader.blob(), reader.blob()) for _ in range(dead)),
            tuple((reader.text(), reader.blob()) for _ in range(tags)),
        )
        answers.append(answer if flows else None)  # a record has at least one Flow
    return answers


def _schema(schema: Schema) -> Iterator[bytes]:
    yield _COUNTS.pack(_TYPES.index(schema.type), len(schema.references), len(schema.subjects))
    for text in (schema.id, schema.text, schema.digest, *(part for pair in schema.references for part in pair), *schema.subjects):
        yield from _field(_encoded(text))


def _read_schema(reader: "_Reader") -> Schema:
    kind, references, subjects = reader.fixed(_COUNTS)
    name, text, digest = reader.text(), reader.text(), reader.text()
    referred = tuple((reader.text(), reader.text()) for _ in range(references))
    return Schema(name, _TYPES[kind], text, digest, referred, tuple(reader.text() for _ in range(subjects)))


def _record(raw: RawMessage, table: Mapping[Schema, int]) -> Iterator[bytes]:
    adapter = _ADAPTERS.index(raw.adapter)
    yield _COORDINATES.pack(raw.partition, raw.offset, raw.timestamp, raw.revision, adapter, len(raw.headers))
    for text in (raw.cluster, raw.topic, raw.topic_id):
        yield from _field(_encoded(text))
    yield from _field(raw.key)
    yield from _field(raw.value)
    for name, value in raw.headers:
        yield from _field(_encoded(name))
        yield from _field(value)
    for number in (len(raw.schemas), *(table[schema] for schema in raw.schemas)):
        yield _NUMBER.pack(number)


def _answer(answer: _Answer) -> Iterator[bytes]:
    if answer is None:
        yield _COUNTS.pack(0, 0, 0)
        return
    yield _COUNTS.pack(len(answer.flows), len(answer.dead), len(answer.tags))
    for key, value in (*answer.flows, *answer.dead, *((_encoded(name), value) for name, value in answer.tags)):
        yield from _field(key)
        yield from _field(value)


def _field(data: bytes | None) -> Iterator[bytes]:
    yield _FIELD.pack(-1 if data is None else len(data))
    if data:
        yield data


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # a header's name from a recording may hold half a pair


class _Reader:
    """Fields off the front of a payload, one after another."""

    def __init__(self, payload: bytes) -> None:
        self._payload = payload
        self._at = 0

    def more(self) -> bool:
        return self._at < len(self._payload)

    def fixed(self, layout: struct.Struct) -> tuple[int, ...]:
        values = layout.unpack_from(self._payload, self._at)
        self._at += layout.size
        return values

    def number(self) -> int:
        return self.fixed(_NUMBER)[0]

    def field(self) -> bytes | None:
        (size,) = self.fixed(_FIELD)
        if size < 0:
            return None
        start = self._at
        self._at = end = start + size
        return self._payload[start:end]

    def blob(self) -> bytes:
        return self.field() or b""

    def text(self) -> str:
        return self.blob().decode("utf-8", "surrogatepass")
