"""Recognise what comes without a wrapper of its own, or with a transport's: webhooks, telemetry, broker events, change capture."""

from typing import Final

from streams.inspect.jsontree import Pairs
from streams.inspect.unwrap.content import Content
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.shapes import JSON_TYPE, Shape, tree_content

_OPERATIONS: Final = frozenset("cudrt")  # Debezium's create, update, delete, read, truncate


def _any_object(_: Fields) -> bool:
    return True


def _whole(fields: Fields, _: Draft) -> Content:
    """The object itself is the body."""
    return Content(tree=fields.members, media_type=JSON_TYPE, path=fields.path)


def _is_superoffice(fields: Fields) -> bool:
    return fields.has("eventid", "primarykey", "entity") and fields.any("event", "changes", "webhookname", "contextidentifier")


def _is_conneqtech(fields: Fields) -> bool:
    """Telemetry: a device by its IMEI, or changes under dotted keys of its state."""
    if fields.has("imei"):
        return fields.any("payloadstate", "changes", "devicetype", "tracker", "ttype") or any(
            n.startswith("payloadstate.") for n in fields.names()
        )
    changes = fields.get("changes")
    return isinstance(changes, Pairs) and any(name.startswith("payload_state.") for name, _ in changes)


def _is_connectis(fields: Fields) -> bool:
    """A broker's answer about a person: eHerkenning attributes, or a provider that says so."""
    if fields.get("provider") == "eherkenning":
        return True
    return any(name.startswith("eherkenning") for name in fields.names()) or fields.has("idpid", "chamberofcommerce")


def _is_hubspot(fields: Fields) -> bool:
    return fields.has("subscriptionid", "portalid", "subscriptiontype", "objectid")


def _is_event_grid(fields: Fields) -> bool:
    return fields.has("id", "subject", "eventtype", "eventtime") and fields.any("data", "dataversion", "topic")


def _open_event_grid(fields: Fields, draft: Draft) -> Content | None:
    draft.happened = fields.time("eventtime")
    found = fields.take("data")
    draft.scan(fields.rest())
    return None if found is None else tree_content(*found)


def _is_change(fields: Fields) -> bool:
    return fields.get("op") in _OPERATIONS and isinstance(fields.get("source"), Pairs) and fields.any("before", "after", "tsms")


def _is_change_with_schema(fields: Fields) -> bool:
    payload = fields.get("payload")
    return fields.has("schema") and isinstance(payload, Pairs) and _is_change(Fields(payload))


def _open_change_with_schema(fields: Fields, draft: Draft) -> Content | None:
    """The change with the row before and after it; the schema beside it has names alone and is scanned as such."""
    found = fields.take("payload")
    draft.scan(fields.rest())
    return None if found is None else tree_content(*found)


DEBEZIUM: Final = (
    Shape("debezium", "generic", _is_change, _is_change, _whole),
    Shape("debezium", "generic", _is_change_with_schema, _is_change_with_schema, _open_change_with_schema),
)
SUPEROFFICE: Final = (Shape(None, "superoffice", _is_superoffice, _any_object, _whole),)
CONNEQTECH: Final = (Shape(None, "conneqtech", _is_conneqtech, _any_object, _whole),)
CONNECTIS: Final = (Shape(None, "connectis", _is_connectis, _any_object, _whole),)
EVENTS: Final = (
    Shape("azure.event-grid", "generic", _is_event_grid, _is_event_grid, _open_event_grid, listed=True, transparent=True),
    Shape(None, "generic", _is_hubspot, _is_hubspot, _whole, listed=True),
)
