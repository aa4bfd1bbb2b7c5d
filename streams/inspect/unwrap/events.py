"""Recognise events of brokers and webhooks that come in arrays: Azure Event Grid and HubSpot."""

from typing import Final

from streams.inspect.jsontree import Pairs
from streams.inspect.unwrap.content import Content
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.shapes import Shape, tree_content, whole

_BLOB: Final = "Microsoft.Storage.BlobCreated"


def _is_event_grid(fields: Fields) -> bool:
    return fields.has("id", "subject", "eventtype", "eventtime") and fields.any("data", "dataversion", "topic")


def _open_event_grid(fields: Fields, draft: Draft) -> Content | None:
    """The data is the body; for a blob that was created it only says where the content lies."""
    draft.happened = fields.time("eventtime")
    of_blob = fields.get("eventtype") == _BLOB
    found = fields.word("id")
    if found is not None:
        draft.spare.append(("interchange", found, "metadata"))
    data = fields.at("data")
    where = Fields(data[1], data[0]).at("url", "bloburl") if of_blob and data is not None and type(data[1]) is Pairs else None
    if where is not None:
        draft.scan(fields.rest())
        return draft.elsewhere(where)
    taken = fields.take("data")
    draft.scan(fields.rest())
    return None if taken is None else tree_content(*taken)


def _is_hubspot(fields: Fields) -> bool:
    return fields.has("subscriptionid", "portalid", "subscriptiontype", "objectid")


def _open_hubspot(fields: Fields, draft: Draft) -> Content:
    """The event is its own body: `propertyName` says what `propertyValue` is."""
    draft.claim("interchange", fields, "eventid")
    draft.claim("step", fields, "subscriptiontype")
    draft.happened = fields.epoch("occurredat")
    return whole(fields)


SHAPES: Final = (
    Shape("azure.event-grid", "generic", _is_event_grid, _is_event_grid, _open_event_grid, listed=True, transparent=True),
    Shape("hubspot.webhook", "generic", _is_hubspot, _is_hubspot, _open_hubspot, listed=True),
)
