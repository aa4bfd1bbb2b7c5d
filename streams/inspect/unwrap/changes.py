"""Open Debezium's change events: the row before and the row after, bare or beside the schema that describes them."""

from typing import Final

from streams.inspect.jsontree import Pairs
from streams.inspect.unwrap.content import Content
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.shapes import Shape, tree_content, whole

_OPERATIONS: Final = frozenset("cudrt")  # create, update, delete, read, truncate


def _is_change(fields: Fields) -> bool:
    return fields.get("op") in _OPERATIONS and isinstance(fields.get("source"), Pairs) and fields.any("before", "after", "tsms")


def _is_change_with_schema(fields: Fields) -> bool:
    payload = fields.get("payload")
    return fields.has("schema") and isinstance(payload, Pairs) and _is_change(Fields(payload))


def _open_change(fields: Fields, _: Draft) -> Content:
    return whole(fields)


def _open_change_with_schema(fields: Fields, draft: Draft) -> Content | None:
    """The change with the row before and after it; the schema beside it has names alone and is scanned as such."""
    found = fields.take("payload")
    draft.scan(fields.rest())
    return None if found is None else tree_content(*found)


SHAPES: Final = (
    Shape("debezium", "generic", _is_change, _is_change, _open_change),
    Shape("debezium", "generic", _is_change_with_schema, _is_change_with_schema, _open_change_with_schema),
)
