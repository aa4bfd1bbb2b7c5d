"""Read a record's key and headers: leaves of part 0, and the few headers that say what the record is."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from streams.inspect.encodings import as_text
from streams.inspect.unwrap.cloudevents import is_binary_event
from streams.inspect.unwrap.content import content_type
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.places import normal
from streams.inspect.words import Leaf, RawMessage, Word

_OURS: Final = "spor-"  # the headers that a tagged copy carries
_WORDS: Final = MappingProxyType({"correlationid": "correlation", "xcorrelationid": "correlation", "interchangeid": "interchange"})
_EVENT_WORDS: Final = MappingProxyType({"ceid": "interchange", "cecorrelationid": "correlation"})
_LONGEST_WORD: Final = 1024  # characters


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
        name = raw_name.encode("utf-8", "replace").decode()  # a name that is not UTF-8 arrives with lone surrogates
        plain = normal(name)
        if name.lower().startswith(_OURS):
            draft.reasons.add("already-tagged")
        if value is None:
            continue
        text = as_text(value)[0]
        word = _WORDS.get(plain) or (_EVENT_WORDS.get(plain) if event else None)
        if word and 0 < len(text) <= _LONGEST_WORD:
            draft.spare.append((word, Word(text, (name,)), "header"))
        else:
            leaves.append(Leaf("header", (name,), text))
        texts.setdefault(name.lower(), (name, text))
    if raw.key:
        leaves.append(Leaf("key", (), as_text(raw.key)[0]))
    draft.first = tuple(leaves)
    declared = texts.get("content-type") or texts.get("contenttype")
    return Headers(texts, event, *content_type(declared[1] if declared else None))


_NONE: Final = Headers(MappingProxyType({}), False, None, None)
