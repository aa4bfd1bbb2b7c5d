"""Avro as fastavro writes it, for ours to read; and what JSON would say of the same values."""

import io
import json
from collections.abc import Iterable
from typing import Any

import fastavro

from streams.inspect.encoded import avro
from streams.inspect.jsontree import dump


def written(schema: Any, value: Any) -> bytes:
    """One value without a head, as producers put it behind a schema's number."""
    out = io.BytesIO()
    fastavro.schemaless_writer(out, fastavro.parse_schema(json.loads(json.dumps(schema))), value)
    return out.getvalue()


def file(schema: Any, values: Iterable[Any], codec: str = "null", **more: Any) -> bytes:
    """An object container file."""
    out = io.BytesIO()
    fastavro.writer(out, fastavro.parse_schema(json.loads(json.dumps(schema))), list(values), codec=codec, **more)
    return out.getvalue()


def read(schema: Any, data: bytes, *references: Any) -> avro.Reading:
    return avro.read(data, json.dumps(schema), tuple(json.dumps(referred) for referred in references))


def seen(schema: Any, value: Any) -> str:
    """What ours reads of what fastavro writes, as JSON text; it fails where anything was amiss."""
    reading = read(schema, written(schema, value))
    assert not reading.reasons and not reading.rest
    return dump(reading.tree)


def record(*fields: dict[str, Any], name: str = "shop.Order") -> dict[str, Any]:
    return {"type": "record", "name": name, "fields": list(fields)}
