"""Recognise ConnectMyApps run records. Its own format is not public, so the names that such run logs share are all taken."""

from typing import Final

from streams.inspect.unwrap.content import Content, content_type, of_text
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.shapes import JSON_TYPE, Shape, base64_content, tree_content

_ID: Final = ("id", "runid", "executionid")
_FLOW: Final = ("flow", "flowid", "integrationid")
_STARTED: Final = ("startedat", "started", "starttime", "startdate")
_PAYLOAD: Final = ("payload", "content", "body", "data")
_ENCODING: Final = ("payloadencoding", "contentencoding", "encoding")


def _is_run(fields: Fields) -> bool:
    """A flow, a start, and what only a run has."""
    return (
        fields.any("flow", "flowid")
        and fields.any("startedat", "starttime", "started")
        and fields.any("payload", "payloadencoding", "documenttype")
    )


def _may_be_run(fields: Fields) -> bool:
    return fields.any(*_FLOW) and fields.any(*_ID, *_STARTED, "correlationid", "payload")


def _open_run(fields: Fields, draft: Draft) -> Content | None:
    draft.claim("interchange", fields, *_ID)
    draft.claim("correlation", fields, "correlationid", "correlation")
    draft.claim("flow_id", fields, *_FLOW)
    draft.claim("name", fields, "flowname", "integrationname")
    draft.claim("document_type", fields, "documenttype", "entitytype", "doctype")
    draft.claim("sender", fields, "sender", "source", "sourcesystem", "sendername")
    draft.claim("receiver", fields, "receiver", "target", "targetsystem", "receivername", "destination")
    draft.claim("step", fields, "step")
    draft.claim("direction", fields, "direction")
    draft.claim("status", fields, "status")
    draft.happened = fields.time(*_STARTED)
    draft.resend = fields.count("resendcount")
    draft.test = fields.flag("istestrun") or fields.flag("istest") or draft.test
    content = _payload(fields, draft)
    draft.scan(fields.rest())
    return content


def _payload(fields: Fields, draft: Draft) -> Content | None:
    """An object or a list as it is; a string as `payloadEncoding` says: `json`, `text` or `base64`."""
    found = fields.take(*_PAYLOAD)
    if found is None:
        draft.absent()
        return None
    path, value = found
    if not isinstance(value, str):
        return tree_content(path, value)
    said = fields.get(*_ENCODING)
    encoding = said.strip().lower() if isinstance(said, str) else ""
    media_type, charset = content_type(_declared(fields))
    if encoding == "base64":
        return base64_content((path, value), draft, media_type, charset)
    return of_text(value, path, JSON_TYPE if encoding == "json" else media_type)


def _declared(fields: Fields) -> str | None:
    said = fields.get("contenttype", "mediatype")
    return said if isinstance(said, str) else None


SHAPES: Final = (Shape("connectmyapps.run", "connectmyapps", _is_run, _may_be_run, _open_run, listed=True),)
