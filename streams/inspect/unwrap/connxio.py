"""Recognise ConnXio's records: both log contracts, the message wrapper, and the claim check of its Service Bus adapter.

Keys come in two casings and with the platform's own misspellings (`configCorrelatioId`, `recieverId`, `inboundMesssageType`).
"""

from typing import Final

from streams.inspect.encodings import CHARSETS, as_text, from_base64, is_binary
from streams.inspect.jsontree import Node, Pairs, read
from streams.inspect.unwrap import xmlform
from streams.inspect.unwrap.content import Content, of_text
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.places import normal
from streams.inspect.unwrap.shapes import Shape, base64_content
from streams.inspect.words import NESTED, Path

_FLOW: Final = ("configcorrelationid", "configcorrelatioid", "integrationid", "integrationconfigid")
_DOCUMENT: Final = ("transactiontype", "transactiontypename", "documenttype")
_STEP: Final = ("messagetype", "messagetypename", "inboundmesssagetype", "inboundmessagetype", "outboundmessagetype")
_SENDER: Final = ("sender", "sendername", "senderid")
_RECEIVER: Final = ("receiver", "reciever", "receivername", "recievername", "receiverid", "recieverid")
_STATUS: Final = ("status", "statusname")


def _is_archeo(fields: Fields) -> bool:
    return fields.has("transactionid", "processed") and fields.any(*_DOCUMENT, *_STEP, "bodycontent", "contenturi", "metadata")


def _open_archeo(fields: Fields, draft: Draft) -> Content | None:
    """A log step of the Archeo contract; its content is base64, or lies behind `contentURI`."""
    draft.claim("interchange", fields, "transactionid")
    claim_route(fields, draft)
    draft.claim("step", fields, *_STEP)
    draft.happened = fields.time("processed")
    read_metadata(fields, draft)
    found = fields.take("bodycontent")
    if (found is None or found[1] in ("", None)) and fields.has("contenturi"):
        content = draft.elsewhere(fields.at("contenturi"))
    else:
        content = base64_content(found, draft)
    draft.scan(fields.rest())
    return content


def _is_internal(fields: Fields) -> bool:
    return fields.has("interchangeid", "eventfired")


def _open_internal(fields: Fields, draft: Draft) -> Content | None:
    """A log event of the Internal contract: its documentation has sender and receiver the wrong way round, so neither is trusted."""
    draft.claim("interchange", fields, "interchangeid")
    claim_route(fields, draft)
    draft.claim("step", fields, "eventorigin")
    draft.claim("direction", fields, "direction")
    draft.unordered_parties = True
    draft.happened = fields.time("eventfired")
    read_metadata(fields, draft)
    encoding = fields.get("logcontentencoding")
    content = text_or_base64(fields.take("secondarycontent"), encoding if isinstance(encoding, str) else "", draft)
    draft.scan(fields.rest())
    return content


def text_or_base64(found: tuple[Path, Node] | None, encoding: str, draft: Draft, media_type: str | None = None) -> Content | None:
    """Content that a contract gives as either: base64 where it says so or reads so, else text."""
    if found is None or not isinstance(found[1], str) or normal(encoding) == "base64":
        return base64_content(found, draft, media_type)
    path, text = found
    data = from_base64(text) if text.lstrip()[:1] not in ("{", "[", "<", "") else None
    charset = encoding if normal(encoding) in CHARSETS else None
    if data and (is_binary(data) or as_text(data, charset)[1]):
        return Content(data, media_type, charset, path=(*path, NESTED))
    return of_text(text, path, media_type)


def _is_wrapper(fields: Fields) -> bool:
    """A body in base64 beside metadata; without a body (its logging is off) the metadata must be ConnXio's."""
    metadata = fields.get("metadata")
    if type(metadata) is not Pairs or not fields.any("interchangeid", "istestrun"):
        return False
    return isinstance(fields.get("body"), str) or (not fields.any("body") and Fields(metadata).any(*_FLOW))


def _wraps(fields: Fields) -> bool:
    return fields.any("body", "metadata") and fields.any("metadata", "interchangeid") and fields.any("body", "interchangeid")


def _open_wrapper(fields: Fields, draft: Draft) -> Content | None:
    """The message wrapper of adapters that have no metadata of their own."""
    draft.claim("interchange", fields, "interchangeid")
    read_metadata(fields, draft)
    draft.test = fields.flag("istestrun") or draft.test
    content = base64_content(fields.take("body"), draft)
    draft.scan(fields.rest())
    return content


def _is_claim_check(fields: Fields) -> bool:
    return fields.has("sasuri") and fields.any("interchangeid", "filename")


def _open_claim_check(fields: Fields, draft: Draft) -> Content | None:
    """A reference to content in a blob, by a signed URL."""
    draft.claim("interchange", fields, "interchangeid")
    draft.scan(fields.rest())
    return draft.elsewhere(fields.at("sasuri"))


def claim_route(fields: Fields, draft: Draft) -> None:
    draft.claim("document_type", fields, *_DOCUMENT)
    draft.claim("sender", fields, *_SENDER)
    draft.claim("receiver", fields, *_RECEIVER)
    draft.claim("status", fields, *_STATUS)
    draft.claim("flow_id", fields, *_FLOW)


def read_metadata(fields: Fields, draft: Draft) -> None:
    """The metadata object that travels with every message, also where it was written as a string."""
    found = fields.take("metadata", "logstepmetadata")
    if found is None:
        return
    path, tree = found
    if isinstance(tree, str) and tree.lstrip().startswith("{"):
        document = read(tree)
        if document.valid:
            path, tree = (*path, NESTED), document.tree
            draft.reasons.update(document.reasons)
    elif isinstance(tree, str) and tree.lstrip().startswith("<") and (form := xmlform.read(tree.encode(), "utf-8")) is not None:
        path, tree = (*path, NESTED, *form[0]), form[1]
    if not isinstance(tree, Pairs):
        draft.scan([(path, tree)])
        return
    metadata = Fields(tree, path)
    draft.claim("flow_id", metadata, *_FLOW)
    draft.claim("interchange", metadata, "interchangeid")
    draft.claim("document_type", metadata, *_DOCUMENT)
    started = metadata.time("started")
    draft.started = draft.started if started is None else started
    resend = metadata.count("manualresendcount")
    draft.resend = draft.resend if resend is None else resend
    draft.test = metadata.flag("istestrun") or draft.test
    draft.scan(metadata.rest())


SHAPES: Final = (
    Shape(
        "connxio.archeo",
        "connxio",
        _is_archeo,
        lambda f: f.has("transactionid") and f.any("processed", *_DOCUMENT),
        _open_archeo,
        listed=True,
    ),
    Shape("connxio.internal", "connxio", _is_internal, lambda f: f.any("eventfired", "eventorigin"), _open_internal, listed=True),
    Shape("connxio.wrapper", "connxio", _is_wrapper, _wraps, _open_wrapper),
    Shape("connxio.claim-check", "connxio", _is_claim_check, lambda f: f.has("sasuri"), _open_claim_check),
)


_LONGEST_URL: Final = 4096  # bytes of a signed URL that is a whole message
CLAIM_HEADER: Final = "interchangeid"  # beside a bare claim check, by its name in lower case


def claims_a_blob(data: bytes) -> bool:
    """A bare signed URL as the whole message, perhaps in quotes: the claim check's other form, its interchange id in a property."""
    if len(data) > _LONGEST_URL:
        return False
    data = _unquoted(data)
    return data.startswith((b"https://", b"http://")) and b"sig=" in data and len(data.split()) == 1


def open_bare_claim(content: Content, draft: Draft) -> Content | None:
    draft.enter("connxio.claim-check", "connxio")
    path = content.path[:-1] if content.path[-1:] == (NESTED,) else content.path  # a text is no document of its own
    url = as_text(_unquoted(content.data or b""))[0]
    draft.scan([(path, url)], "url")
    return draft.elsewhere((path, url))


def _unquoted(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf").strip().strip(b'"').strip()
