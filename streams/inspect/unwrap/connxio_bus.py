"""Recognise ConnXio's other messages: status events of test runs, resend requests, and Service Bus messages with their properties."""

from typing import Final

from streams.inspect.jsontree import Pairs
from streams.inspect.unwrap.connxio import claim_route, claims_a_blob, open_bare_claim, read_metadata, text_or_base64
from streams.inspect.unwrap.content import Content, content_type
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.shapes import Shape

_BUS: Final = ("applicationproperties", "sequencenumber", "enqueuedtime", "deliverycount", "deadletterreason")
_STEP: Final = ("messagetypename", "messagetype")


def _is_status(fields: Fields) -> bool:
    return fields.has("statuseventresult") and fields.any("statuseventorigintype", "eventtime", "configcorrelationid", "actionid")


def _open_status(fields: Fields, draft: Draft) -> None:
    """What became of a step; it never had content, so that none is missing. Its error quotes what it failed on."""
    draft.claim("status", fields, "statuseventresult")
    draft.claim("step", fields, "statuseventorigintype")
    claim_route(fields, draft)
    draft.happened = fields.time("eventtime")
    draft.test = fields.flag("istestrun") or draft.test
    read_metadata(fields, draft)
    draft.scan(fields.rest())


def _is_resend(fields: Fields) -> bool:
    return isinstance(fields.get("logstepmetadata"), Pairs) and fields.any("contentsasuri", "resenddatetime", "transactionid")


def _open_resend(fields: Fields, draft: Draft) -> Content | None:
    """A log step to be sent again, its content behind a signed URL. The step's own time counts: a resend restarts no clock."""
    draft.claim("interchange", fields, "transactionid")
    taken = fields.take("logstepmetadata")
    assert taken is not None  # `_is_resend` saw it
    step = Fields(taken[1], taken[0])
    draft.claim("interchange", step, "transactionid")
    claim_route(step, draft)
    draft.claim("step", step, *_STEP)
    draft.happened = step.time("processed")
    if draft.happened is None:
        draft.happened = fields.time("resenddatetime")
    read_metadata(step, draft)
    draft.scan(step.rest())
    draft.scan(fields.rest())
    return draft.elsewhere(fields.at("contentsasuri"))


def _is_bus_message(fields: Fields) -> bool:
    return fields.has("bodycontent", "messageid") and fields.any(*_BUS)


def _may_be_bus_message(fields: Fields) -> bool:
    """Also one whose body is null: its content is switched off, or too large."""
    return fields.has("messageid") and fields.any(*_BUS)


def _open_bus_message(fields: Fields, draft: Draft) -> Content | None:
    """A message of a queue with what the queue knows of it; its body may itself be a reference to a blob."""
    _claim_properties(fields, draft)
    draft.claim("interchange", fields, "messageid")
    draft.claim("correlation", fields, "correlationid")
    draft.happened = fields.time("enqueuedtime", "enqueuedtimeutc")
    declared = fields.get("contenttype")
    media_type, _ = content_type(declared if isinstance(declared, str) else None)
    content = text_or_base64(fields.take("bodycontent"), "", draft, media_type)
    draft.scan(fields.rest())
    if content is not None and content.data is not None and claims_a_blob(content.data):
        return open_bare_claim(content, draft)
    return content


def _claim_properties(fields: Fields, draft: Draft) -> None:
    """The sender's own properties: the interchange's id among them, the rest is scanned."""
    if type(fields.get("applicationproperties")) is not Pairs:
        return
    taken = fields.take("applicationproperties")
    assert taken is not None
    properties = Fields(taken[1], taken[0])
    draft.claim("interchange", properties, "interchangeid")
    draft.scan(properties.rest())


SHAPES: Final = (
    Shape("connxio.status", "connxio", _is_status, lambda f: f.has("statuseventresult"), _open_status, listed=True),
    Shape("connxio.resend", "connxio", _is_resend, _is_resend, _open_resend, listed=True),
    Shape("connxio.service-bus", "connxio", _is_bus_message, _may_be_bus_message, _open_bus_message, listed=True),
)
