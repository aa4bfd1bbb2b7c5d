"""Recognise events of brokers and webhooks that come in arrays: Azure Event Grid and HubSpot."""

from typing import Final

from streams.inspect.unwrap.content import Content
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.shapes import Shape, tree_content, whole


def _is_event_grid(fields: Fields) -> bool:
    return fields.has("id", "subject", "eventtype", "eventtime") and fields.any("data", "dataversion", "topic")


def _open_event_grid(fields: Fields, draft: Draft) -> Content | None:
    draft.happened = fields.time("eventtime")
    found = fields.take("data")
    draft.scan(fields.rest())
    return None if found is None else tree_content(*found)


def _is_hubspot(fields: Fields) -> bool:
    return fields.has("subscriptionid", "portalid", "subscriptiontype", "objectid")


def _open_hubspot(fields: Fields, _: Draft) -> Content:
    return whole(fields)


SHAPES: Final = (
    Shape("azure.event-grid", "generic", _is_event_grid, _is_event_grid, _open_event_grid, listed=True, transparent=True),
    Shape(None, "generic", _is_hubspot, _is_hubspot, _open_hubspot, listed=True),
)
