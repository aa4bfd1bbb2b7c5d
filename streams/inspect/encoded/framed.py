"""Say which schema a record's key and value name: in front of the bytes (a zero and a number), or in a header (a number or a GUID).

Confluent's wire format, which other registries and producers share: one zero byte, four bytes of a number, then the encoded
value. The newer one leaves the value alone and puts the name into the header `__value_schema_id` or `__key_schema_id`: a one
byte and sixteen of a GUID, or a zero byte and the number; behind it, for Protobuf, which message it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from schemas.flow import SchemaRef
from streams.inspect.encoded import avro, proto
from streams.inspect.encoded.avro import Reading
from streams.inspect.encoded.avro_types import BadSchema, is_bytes
from streams.inspect.encoded.cursor import NOTHING
from streams.inspect.encoded.json_hints import hinted
from streams.inspect.encoded.runs import runs
from streams.inspect.jsontree import Node, read
from streams.inspect.words import RawMessage, Schema

Part = Literal["body", "key"]
HEADERS: Final = {"body": "__value_schema_id", "key": "__key_schema_id"}
_BY_NUMBER, _BY_GUID = 0, 1
_HEAD: Final = 5  # bytes of a zero and a number
_GUID_HEAD: Final = 17
_HIGHEST: Final = (1 << 24) - 1  # registries count from 1, or from 100,001: above it bytes begin so by chance
_LONG: Final = 8  # bytes of a key that is a number: its first five look like a zero and a small number too


@dataclass(frozen=True, slots=True)
class Named:
    """Which schema, and the bytes that it is the schema of. Not `sure` where a plain number would look the same."""

    id: str
    payload: bytes
    sure: bool
    indices: bytes | None = None  # which message of a Protobuf schema, where the header says it


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of a key or value. `step` None: its schema is not there, or cannot be read. `text`: what was read as text only."""

    tree: Node
    step: str | None = None
    ref: SchemaRef | None = None
    reasons: frozenset[str] = frozenset()
    text: str = ""
    data: bytes | None = None  # bytes that are the content itself: JSON text, or bare bytes


def ids(raw: RawMessage) -> Iterator[str]:
    """The schemas that a record names, as far as its bytes can tell: who has them is to put them into `RawMessage.schemas`."""
    yield from (found.id for found in (named(raw, "key"), named(raw, "body")) if found is not None)


def named(raw: RawMessage, part: Part) -> Named | None:
    """The schema that this part names; None where it names none."""
    data = raw.key if part == "key" else raw.value
    if not data:
        return None
    header = next((value for name, value in reversed(raw.headers) if name == HEADERS[part]), None)
    if header is not None and (found := _in_header(header, data)) is not None:
        return found
    if len(data) < _HEAD or data[0] != _BY_NUMBER:
        return None
    number = int.from_bytes(data[1:_HEAD], "big")
    if not 0 < number <= _HIGHEST or data[4:8] == b"ftyp":  # a film begins so
        return None
    return Named(str(number), data[_HEAD:], sure=not (part == "key" and len(data) == _LONG))


def is_name(header: bytes) -> bool:
    """Whether a header's value names a schema, and so is no text to be scanned."""
    return _in_header(header, b"") is not None


def _in_header(header: bytes, data: bytes) -> Named | None:
    if len(header) >= _HEAD and header[0] == _BY_NUMBER:
        return Named(str(int.from_bytes(header[1:_HEAD], "big")), data, True, header[_HEAD:] or b"\0")
    if len(header) >= _GUID_HEAD and header[0] == _BY_GUID:
        return Named(str(UUID(bytes=header[1:_GUID_HEAD])), data, True, header[_GUID_HEAD:] or b"\0")
    return None


def opened(raw: RawMessage, part: Part) -> Opened | None:
    """The part, read by its schema; None where it names none, or only seems to."""
    found = named(raw, part)
    if found is None:
        return None
    schema = next((schema for schema in raw.schemas if schema.id == found.id), None)
    if schema is None:
        return _unread(found.payload, "schema.unknown") if found.sure else None
    result = _read(found, schema)
    if not found.sure and result.reasons:
        return None  # it only looked like the name of a schema
    return result if result.step is None else _told(result, raw, part, schema)


def _told(result: Opened, raw: RawMessage, part: Part, schema: Schema) -> Opened:
    own = f"{raw.topic}-{'key' if part == 'key' else 'value'}"  # the registry's own way to name a topic's subjects
    subject = own if own in schema.subjects else schema.subjects[0] if len(schema.subjects) == 1 else None
    ref = SchemaRef(place=part, id=schema.id, subject=subject, type=schema.type, digest=schema.digest)
    return Opened(result.tree, result.step, ref, result.reasons, result.text, result.data)


def _read(found: Named, schema: Schema) -> Opened:
    references = tuple(text for _, text in schema.references)
    if schema.type == "JSON":
        return _json(found, schema)
    if schema.type == "PROTOBUF":
        return _opened(proto.read(found.payload, schema.text, references, found.indices), "confluent.protobuf")
    if _is_bare(schema):
        return Opened(NOTHING, "confluent.avro", data=found.payload)
    return _opened(avro.read(found.payload, schema.text, references), "confluent.avro")


def _is_bare(schema: Schema) -> bool:
    try:
        return is_bytes(schema.text)
    except BadSchema:
        return False


def _unread(payload: bytes, reason: str) -> Opened:
    """Without its schema: JSON is read all the same, anything else as the text that it holds."""
    if payload.lstrip()[:1] in (b"{", b"["):
        return Opened(NOTHING, reasons=frozenset({reason}), data=payload)
    return Opened(NOTHING, reasons=frozenset({reason}), text=runs(payload))


def _opened(reading: Reading, step: str) -> Opened:
    if "schema.invalid" in reading.reasons:
        return _unread(reading.rest, "schema.invalid")
    return Opened(reading.tree, step, reasons=reading.reasons, text=runs(reading.rest))


def _json(found: Named, schema: Schema) -> Opened:
    """JSON is JSON without its schema too: that only says more of its fields."""
    text = found.payload.decode("utf-8", "replace")
    document = read(text)
    if not document.valid or "\ufffd" in text:
        return Opened(NOTHING, "confluent.json", data=found.payload)
    tree, known = hinted(document.tree, schema.text, schema.references)
    reasons = frozenset(document.reasons) | (frozenset() if known else frozenset({"schema.invalid"}))
    return Opened(tree, "confluent.json", reasons=reasons)
