"""Recognise SuperOffice's webhooks: ids and the names of changed columns, hardly a value; what they say stands in their structure."""

from typing import Final

from streams.inspect.unwrap.content import Content
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.shapes import Shape, whole


def _is_webhook(fields: Fields) -> bool:
    return fields.has("eventid", "primarykey", "entity") and fields.any("event", "changes", "webhookname", "contextidentifier")


def _may_be_webhook(fields: Fields) -> bool:
    """An event about something: a record of the CRM itself, which a topic may carry too, has no event."""
    return fields.any("eventid", "event") and fields.any("primarykey", "entity", "webhookname", "contextidentifier", "changes")


def _open_webhook(fields: Fields, draft: Draft) -> Content:
    """The event is its own body: `PrimaryKey` means something beside `Entity` alone, and `FieldValues` beside both."""
    draft.claim("interchange", fields, "eventid")
    draft.claim("step", fields, "event")
    draft.claim("document_type", fields, "entity")
    draft.claim("name", fields, "webhookname")
    draft.happened = fields.time("timestamp")
    return whole(fields)


SHAPES: Final = (Shape("superoffice.webhook", "superoffice", _is_webhook, _may_be_webhook, _open_webhook, listed=True),)
