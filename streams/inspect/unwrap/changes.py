"""Open Debezium's change events: the row before and the row after, bare, flattened, or beside the schema that describes them."""

from typing import Final

from streams.inspect.jsontree import Pairs
from streams.inspect.unwrap.content import Content
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.shapes import Shape, tree_content, whole
from streams.inspect.words import Word

_OPERATIONS: Final = frozenset("cudrtm")  # create, update, delete, read (of a snapshot), truncate, message
_ADDED: Final = frozenset({"__op", "__deleted", "__table", "__source_ts_ms"})  # by the transformation that flattens an event to its row


def _is_change(fields: Fields) -> bool:
    op = fields.get("op")
    return (
        isinstance(op, str)
        and op in _OPERATIONS
        and isinstance(fields.get("source"), Pairs)
        and fields.any("before", "after", "tsms", "message")
    )


def _may_be_change(fields: Fields) -> bool:
    """Also a change of the tables themselves, whose statement may hold values."""
    return fields.any("op", "ddl", "tablechanges") and fields.any("before", "after", "source", "tsms")


def _is_row(fields: Fields) -> bool:
    """A row by itself, with what a transformation added to it."""
    return any(name in _ADDED for name, _ in fields.members)


def _holds_payload(fields: Fields) -> bool:
    """A schema beside a payload, which is null for a deleted row."""
    return fields.has("schema") and any(name == "payload" for name, _ in fields.members)


def _holds_change(fields: Fields) -> bool:
    payload = fields.get("payload")
    return fields.has("schema") and type(payload) is Pairs and (_is_change(Fields(payload)) or _is_row(Fields(payload)))


def _open_change(fields: Fields, draft: Draft) -> Content:
    """The whole event is the body: `before` and `after` both, and the source, which may quote the statement."""
    _describe(fields, draft)
    return whole(fields)


def _open_payload(fields: Fields, draft: Draft) -> Content | None:
    """The payload is the body; the schema beside it has names and default values, and is scanned as such."""
    found = fields.take("payload")
    draft.scan(fields.rest())
    if found is None:
        return None
    path, payload = found
    if type(payload) is not Pairs:
        return tree_content(path, payload)
    inner = Fields(payload, path)
    _describe(inner, draft)
    return whole(inner)


def _describe(fields: Fields, draft: Draft) -> None:
    """Operation, table and time: of the event, else of its source; under names of their own in a flattened row."""
    for name, value in fields.members:
        if name in ("op", "__op") and isinstance(value, str) and value in _OPERATIONS:
            draft.words.setdefault("step", Word(str(value), (*fields.path, name)))
    source = fields.get("source")
    if type(source) is Pairs:
        described = Fields(source, (*fields.path, _name_of(fields, source)))
        _claim_table(described, draft)
        draft.happened = fields.epoch("tsms")
        if draft.happened is None:
            draft.happened = described.epoch("tsms")
    elif _is_row(fields):
        draft.claim("document_type", fields, "table")
        draft.happened = fields.epoch("sourcetsms", "tsms")


def _name_of(fields: Fields, value: Pairs) -> str:
    return next(name for name, member in fields.members if member is value)


def _claim_table(source: Fields, draft: Draft) -> None:
    """Database and table as one word, `shop.customers`; a collection stands for a table."""
    database = source.word("db")
    table = source.word("table", "collection")
    if table is not None:
        text = f"{database.text}.{table.text}" if database is not None else table.text
        draft.words.setdefault("document_type", Word(text, table.path))


SHAPES: Final = (
    Shape("debezium", "generic", _is_change, _may_be_change, _open_change),
    Shape("debezium", "generic", _holds_change, _holds_payload, _open_payload),
    Shape("debezium", "generic", lambda f: _is_row(f) and not f.has("schema", "payload"), _is_row, _open_change),
)
