"""Read a record's key and headers: leaves of part 0, and the few headers that say what the record is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.words import Place
from streams.inspect.encoded import framed
from streams.inspect.encoded.cursor import NOTHING
from streams.inspect.encoded.runs import runs
from streams.inspect.encodings import as_text, is_binary, unquoted
from streams.inspect.jsontree import walk
from streams.inspect.times import instant
from streams.inspect.unwrap.amqp import decoded
from streams.inspect.unwrap.cloudevents import CLASSIFIED, is_binary_event
from streams.inspect.unwrap.content import content_type
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.places import normal
from streams.inspect.words import Budget, Header, Leaf, RawMessage, Word

_OURS: Final = "spor-"  # the headers that a tagged copy carries
_SHOPIFY: Final = "x-shopify-topic"
_WORDS: Final = MappingProxyType(
    {
        "correlationid": "correlation",
        "xcorrelationid": "correlation",
        "interchangeid": "interchange",
        "xshopifytopic": "document_type",
        "xshopifywebhookid": "interchange",
        "xshopifyshopdomain": "sender",
    }
)
_EVENT_WORDS: Final = MappingProxyType(
    {"ceid": "interchange", "cecorrelationid": "correlation"} | {f"ce{name}": word for name, word in CLASSIFIED.items()}
)
_LONGEST_WORD: Final = 1024  # characters
_LEAVES: Final = Budget().leaves
_LARGE: Final = 64 * 1024  # bytes of a key or header; in larger ones that are no text only runs of letters are scanned, as in such a body
# Dead-letter headers of Kafka Connect (`__connect.errors.exception.message`), Spring (`kafka_dlt-exception-stacktrace`,
# `x-exception-message`), Service Bus and Camel, by the end of their letters: such texts quote what could not be processed.
_ERRORS: Final = (
    *("exceptionmessage", "stacktrace", "errormessage", "errordescription", "errordetails", "exceptioncaught", "deadletterreason"),
    *("exceptioncausemessage", "failurereason"),
)
_NUMBERS: Final = ("kafka_dlt-original-partition", "kafka_dlt-original-offset", "kafka_dlt-original-timestamp")  # Spring: big-endian bytes


@dataclass(frozen=True, slots=True)
class Headers:
    """Headers by their name in lower case, as (name as it came, text); of a repeated one the first."""

    texts: Mapping[str, tuple[str, str]]
    event: bool  # a CloudEvent in binary mode
    media_type: str | None
    charset: str | None


def read_headers(raw: RawMessage, draft: Draft) -> Headers:
    """Fill the draft with key and headers. Bytes that are not UTF-8 are read as Latin-1: they are scanned all the same."""
    if not raw.headers and not raw.key:
        return _NONE
    texts: dict[str, tuple[str, str]] = {}
    event = is_binary_event(name.lower() for name, _ in raw.headers)
    leaves: list[Leaf] = []
    for raw_name, value in raw.headers:
        if len(leaves) == _LEAVES:  # nobody keeps more of them
            draft.reasons.add("budget.leaves")
            break
        name = raw_name.encode("utf-8", "replace").decode()  # a name that is not UTF-8 arrives with lone surrogates
        plain = normal(name)
        if name.lower().startswith(_OURS):
            draft.reasons.add("already-tagged")
        if value is None or (name in framed.HEADERS.values() and framed.is_name(value)):
            continue
        text = _text(name.lower(), value)
        word = _WORDS.get(plain) or (_EVENT_WORDS.get(plain) if event else None)
        if word and 0 < len(text) <= _LONGEST_WORD:
            draft.spare.append((word, Word(text, (name,)), "header"))
        else:
            place = _place(plain)
            leaves.append(Leaf(place, (name if place == "header" else Header(name),), text))
        texts.setdefault(name.lower(), (name, text))
    if raw.key:
        leaves += _key(raw, raw.key, draft)
    draft.first = tuple(leaves)
    if _SHOPIFY in texts:
        draft.enter("shopify.webhook", "generic")
        draft.happened = instant(texts.get("x-shopify-triggered-at", ("", ""))[1])
    declared = texts.get("content-type") or texts.get("contenttype")
    return Headers(texts, event, *content_type(declared[1] if declared else None))


def _key(raw: RawMessage, key: bytes, draft: Draft) -> Iterator[Leaf]:
    """The key as one text, or the values that its schema gives."""
    found = framed.opened(raw, "key")
    if found is None:
        yield Leaf("key", (), _scanned(key))
        return
    draft.reasons |= found.reasons
    if found.ref is not None:
        draft.schemas = (*draft.schemas, found.ref)
    if found.tree is not NOTHING:
        yield from (Leaf("key", path, text, kind) for path, text, kind in walk(found.tree))
    if text := found.text or _scanned(found.data or b""):
        yield Leaf("key", (), text)


def _text(name: str, value: bytes) -> str:
    """A header's value as text: AMQP's encoding taken off, baggage without its percent signs (W3C Baggage §3.3.1)."""
    if name in _NUMBERS and len(value) in (4, 8):
        return str(int.from_bytes(value, "big", signed=True))
    text = decoded(value)
    if text is None:
        text = _scanned(value)
    return unquoted(text) if name == "baggage" else text


def _scanned(data: bytes) -> str:
    return runs(data) if len(data) > _LARGE and is_binary(data) else as_text(data)[0]


def _place(plain: str) -> Place:
    return "error" if plain.replace(".", "").endswith(_ERRORS) else "header"


_NONE: Final = Headers(MappingProxyType({}), False, None, None)
