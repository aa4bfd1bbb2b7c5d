"""Open CloudEvents 1.0: structured mode (one JSON object, or a list of them) and Kafka's binary mode (attributes in `ce_` headers)."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from streams.inspect.jsontree import Node
from streams.inspect.times import instant
from streams.inspect.unwrap.content import Content, content_type, of_text
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.shapes import JSON_TYPE, Shape, base64_content, tree_content
from streams.inspect.words import Header, Path

STRUCTURED: Final = "application/cloudevents"  # and `+json`, `-batch+json` behind it
_REQUIRED: Final = ("ce_specversion", "ce_id", "ce_source", "ce_type")  # Kafka protocol binding §3.2
REFERENCE: Final = "ce_dataref"  # the claim check extension
_SPARE: Final = {"id": "interchange", "correlationid": "correlation"}
CLASSIFIED: Final = MappingProxyType(  # the data classification extension
    {"dataclassification": "data_classification", "dataregulation": "data_regulation", "datacategory": "data_category"}
)


def _is_event(fields: Fields) -> bool:
    return fields.has("specversion", "id", "source", "type")


def _open_structured(fields: Fields, draft: Draft) -> Content | None:
    declared = fields.get("datacontenttype")
    draft.happened = fields.time("time")
    for name, word in _SPARE.items():
        found = fields.word(name)
        if found is not None:
            draft.spare.append((word, found, "metadata"))
    for name, word in CLASSIFIED.items():
        draft.claim(word, fields, name)
    content = _data(fields, draft, declared if isinstance(declared, str) else None)
    draft.scan(fields.rest())
    return content


def _data(fields: Fields, draft: Draft, declared: str | None) -> Content | None:
    """`data_base64` or `data`; no data at all is a whole event, one that points elsewhere (`dataref`) is a reference."""
    media_type, charset = content_type(declared)
    encoded = fields.take("database64")
    if encoded is not None:
        return base64_content(encoded, draft, media_type, charset)
    found: tuple[Path, Node] | None = fields.take("data")
    if found is None:
        return draft.elsewhere(fields.at("dataref")) if fields.has("dataref") else None
    path, value = found
    if not isinstance(value, str):
        return tree_content(path, value)
    return of_text(value, path, None if media_type == JSON_TYPE else media_type)  # a JSON string is text, whatever its type


SHAPES: Final = (Shape("cloudevents.structured", "generic", _is_event, _is_event, _open_structured, listed=True, transparent=True),)


def is_binary_event(names: Iterable[str]) -> bool:
    """Whether all required attributes stand in the headers (their names in lower case)."""
    present = set(names)
    return all(name in present for name in _REQUIRED)


def open_binary(headers: Mapping[str, tuple[str, str]], draft: Draft) -> None:
    """The record's value is the data; the attributes are headers, by their names in lower case."""
    draft.enter("cloudevents.binary", "generic")
    if "ce_time" in headers:
        draft.happened = instant(headers["ce_time"][1])


def referenced(headers: Mapping[str, tuple[str, str]], draft: Draft) -> Content | None:
    """The content of an event without data: it lies where its header says."""
    name, url = headers[REFERENCE]
    return draft.elsewhere(((Header(name),), url))
