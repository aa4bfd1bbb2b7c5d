"""From a call to records: which delivery it is, which messages it holds, and the bytes of each as they were sent."""

import hashlib
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from starlette.datastructures import Headers

from streams.bridge.sources import Source
from streams.bridge.split import elements

Header = tuple[str, bytes]
# Names that the inspector does not take for tags of ours (`spor-…`): what stands in them is scanned as any header is.
INDEX, COUNT = "delivery-index", "delivery-count"
HEADER_BYTES: Final = 16 * 1024  # room for key and headers of one record
_ID: Final = re.compile(r"[\x21-\x7e]{1,200}")
_KEPT: Final = ("content-type", "x-correlation-id", "correlation-id")
_LONGEST_HEADER: Final = 1024
_EVENT: Final = re.compile(r"ce-([a-z0-9]{1,20})")  # an attribute of a CloudEvent in HTTP's binary mode
_MOST_ATTRIBUTES: Final = 24  # each up to 200 bytes: within HEADER_BYTES
_LONGEST_ATTRIBUTE: Final = 200
_REQUIRED: Final = ("ce-specversion", "ce-id", "ce-source", "ce-type")
_BATCH: Final = "application/cloudevents-batch+json"


@dataclass(frozen=True, slots=True, repr=False)
class Delivery:
    """One call's messages. The key of each record is the delivery's id; index and count stand in its headers."""

    id: str
    digest: bytes  # of source, id and content: the same for a repeat
    messages: tuple[bytes, ...]
    headers: tuple[Header, ...]  # of every record

    @property
    def log_id(self) -> str:
        """For the log: tells deliveries apart, and says nothing of what a caller wrote into its id."""
        return hashlib.sha256(self.id.encode()).hexdigest()[:16]

    def headers_of(self, index: int) -> tuple[Header, ...]:
        return (*self.headers, (INDEX, b"%d" % index), (COUNT, b"%d" % len(self.messages)))


def delivery(named: str, source: Source, headers: Headers, content: bytes, packed: bool) -> Delivery:
    """`named`: the source's name; `packed`: the content is gzip that could not be unpacked, and goes on as it is."""
    given = next((headers[name] for name in source.delivery_headers if headers.get(name)), None)
    name = _digest(named.encode(), content).hex() if given is None else _name(given)
    kept = _kept(headers)
    event = all(name in headers for name in _REQUIRED)
    media_type, _, parameters = headers.get("content-type", "").partition(";")
    found = None if packed or event or not source.split else elements(content, _charset(parameters))
    if found is not None and media_type.strip().lower() == _BATCH:  # each element is an event by itself
        kept = [(n, b"application/cloudevents+json" if n == "content-type" else v) for n, v in kept]
    kept += _attributes(headers) if event else []
    kept += [("content-encoding", b"gzip")] if packed else []
    return Delivery(name, _digest(named.encode(), name.encode(), content), tuple(found or [content]), tuple(kept))


def _name(given: str) -> str:
    """The caller's own id; a digest of it where it is too long or odd for a record's key."""
    text = given.strip()
    return text if _ID.fullmatch(text) else "sha256:" + hashlib.sha256(text.encode("latin-1", "replace")).hexdigest()


def _digest(*parts: bytes) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def _kept(headers: Headers) -> list[Header]:
    return [(name, headers[name].encode("latin-1", "replace")) for name in _KEPT if 0 < len(headers.get(name, "")) <= _LONGEST_HEADER]


def _attributes(headers: Headers) -> list[Header]:
    """CloudEvents over HTTP write attributes as `ce-…`, percent-encoded; over Kafka they are `ce_…` in UTF-8."""
    found = [(match[1], value) for name, value in headers.items() if (match := _EVENT.fullmatch(name)) and len(value) <= _LONGEST_ATTRIBUTE]
    found.sort(key=lambda pair: f"ce-{pair[0]}" not in _REQUIRED)
    return [(f"ce_{name}", unquote(value).encode("utf-8", "replace")) for name, value in found[:_MOST_ATTRIBUTES]]


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value
    return None
