"""Unwrap a record: recognise what it is, open wrapper after wrapper, and hand over each message with its body."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from schemas.flow import Part
from schemas.words import Adapter, Platform
from streams.inspect.encoded import framed
from streams.inspect.encoded.cursor import NOTHING
from streams.inspect.jsontree import Node, Pairs
from streams.inspect.unwrap import (
    changes,
    cloudevents,
    connectis,
    connectmyapps,
    conneqtech,
    connxio,
    connxio_bus,
    events,
    superoffice,
    xmlform,
)
from streams.inspect.unwrap.content import Content, layers
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.headers import Headers, read_headers
from streams.inspect.unwrap.shapes import JSON_TYPE, Shape
from streams.inspect.words import Body, Envelope, Leaf, RawMessage

_DEEPEST: Final = 4  # wrappers inside wrappers
_MESSAGES: Final = 5_000  # of one record that are told apart, some 8 KB of memory each: as many as Event Grid puts into a batch at most
_LOOKED_AT: Final = 8  # elements of a list, to tell whether it is one of messages
_ALONE: Final = Part(index=0, of=1)
_CONNXIO: Final = (*connxio_bus.SHAPES, *connxio.SHAPES)
_WRAPPERS: Final = (*cloudevents.SHAPES, *_CONNXIO, *connectmyapps.SHAPES)
_SHAPES: Final = MappingProxyType[Adapter, tuple[Shape, ...]](
    {
        "auto": (*_WRAPPERS, *events.SHAPES, *changes.SHAPES, *superoffice.SHAPES, *conneqtech.SHAPES, *connectis.SHAPES),
        "connxio": _CONNXIO,
        "connectmyapps": connectmyapps.SHAPES,
        "connectis": connectis.SHAPES,
        "conneqtech": conneqtech.SHAPES,
        "superoffice": superoffice.SHAPES,
        "debezium": changes.SHAPES,
        "cloudevents": cloudevents.SHAPES,
        "raw": (),
    }
)


@dataclass(frozen=True, slots=True)
class _Search:
    """What a content may be. `told`: the topic's adapter says so, and what does not fit is invalid."""

    shapes: tuple[Shape, ...]
    told: bool
    inside: Adapter = "auto"  # the adapter of what lies in a transparent wrapper
    lists: bool = True  # a list may be several messages
    alone: bool = False  # behind a reference: however many messages lie there, they are one, so that a record has as many as it has
    depth: int = 0

    def match(self, fields: Fields) -> Shape | None:
        """By shape first: it tells two contracts of one platform apart better than what an adapter lets pass."""
        found = next((shape for shape in self.shapes if shape.fits(fields)), None)
        if found is None and self.told:
            found = next((shape for shape in self.shapes if shape.told(fields)), None)
        return found

    def within(self, shape: Shape) -> "_Search":
        """One wrapper further in: any platform's where the wrapper is a transport's, else only wrappers of the known kinds."""
        return _within(self.inside if shape.transparent else None, self.alone, self.depth + 1)


_BEHIND: Final = _Search(_WRAPPERS, told=False, lists=False, alone=True, depth=1)  # what a bare reference leads to


@lru_cache(maxsize=128)  # as many as there are
def _within(inside: Adapter | None, alone: bool, depth: int) -> _Search:
    """`inside` None: only wrappers of the known kinds."""
    return replace(_BEHIND if inside is None else _search(inside), alone=alone, depth=depth)


def _search(adapter: Adapter) -> _Search:
    return _Search(_SHAPES[adapter], told=adapter not in ("auto", "raw"))


def unwrap(raw: RawMessage) -> tuple[Envelope, ...]:
    """The messages of a record, at least one: an Archeo list or an array of events holds several. Never raises.

    Order of recognition: CloudEvents by content type, CloudEvents by headers, the topic's adapter, shape, else generic.
    """
    draft = Draft(raw.timestamp, opened=raw.opened)
    headers = read_headers(raw, draft)
    drafts = list(_messages(raw, headers, draft))
    if len(drafts) == 1:
        return (drafts[0].envelope(_ALONE),)
    return tuple(each.envelope(Part(index=index, of=len(drafts))) for index, each in enumerate(drafts))


def references(raw: RawMessage) -> tuple[str, ...]:
    """Where the contents lie that are not in the record itself: URLs as they stand in it, each once, in the order of its messages.

    What whoever may open them found is handed to `unwrap` in `RawMessage.opened`.
    """
    return tuple(dict.fromkeys(each.reference for each in unwrap(raw) if each.reference is not None))


def _messages(raw: RawMessage, headers: Headers, draft: Draft) -> Iterator[Draft]:
    content = Content(raw.value, headers.media_type, headers.charset)
    structured = (headers.media_type or "").startswith(cloudevents.STRUCTURED)
    if headers.event and not structured:
        cloudevents.open_binary(headers.texts, draft)
    decoded = framed.opened(raw, "body")
    if decoded is not None:
        content = _decoded(decoded, draft)
    if not raw.value and headers.event and cloudevents.REFERENCE in headers.texts:
        yield from _behind(cloudevents.referenced(headers.texts, draft), draft)
    elif not raw.value:
        draft.reasons.add("tombstone" if raw.value is None else "empty")
        draft.platform = _platform_of(raw.adapter)
        draft.body = Body(raw.value)
        yield draft
    elif structured:
        if decoded is None:
            content = replace(content, media_type=JSON_TYPE if "json" in (headers.media_type or "") else None)
        inside: Adapter = "auto" if raw.adapter == "cloudevents" else raw.adapter
        yield from _open(content, draft, _Search(cloudevents.SHAPES, told=True, inside=inside))
    elif decoded is None and connxio.claims_a_blob(raw.value) and (raw.adapter == "connxio" or connxio.CLAIM_HEADER in headers.texts):
        yield from _behind(connxio.open_bare_claim(content, draft), draft)
    elif headers.event and raw.adapter == "cloudevents":
        yield from _open(content, draft, _search("auto"))
    else:
        yield from _open(content, draft, _search(raw.adapter))


def _behind(content: Content | None, draft: Draft) -> Iterator[Draft]:
    """What a record leads to that is nothing but a reference."""
    if content is None:
        yield draft
    else:
        yield from _open(content, draft, _BEHIND)


def _decoded(found: framed.Opened, draft: Draft) -> Content:
    """The content that a schema gave, or what could be read without it."""
    draft.reasons |= found.reasons
    if found.step is not None:
        draft.enter(found.step, "generic")
    if found.ref is not None:
        draft.schemas = (*draft.schemas, found.ref)
    if found.data is not None:
        return Content(found.data, JSON_TYPE if found.step != "confluent.avro" else None)
    if found.tree is NOTHING:
        return Content(tree=found.text or None)
    if found.text:
        draft.beside.append(Leaf("body", (), found.text))  # behind the place where the bytes no longer fit
    return Content(tree=found.tree, media_type=JSON_TYPE)


def _open(content: Content, draft: Draft, search: _Search) -> Iterator[Draft]:
    """The message, or messages, that a content is."""
    outermost = None
    for layer in layers(content) if search.depth < _DEEPEST else ():
        outermost = outermost or layer
        if type(layer.tree) is Pairs:
            fields = Fields(layer.tree, layer.path)
            shape = search.match(fields)
            if shape is not None:
                draft.reasons.update(layer.reasons)
                yield from _enter(shape, fields, layer, draft, search)
                return
        elif search.lists and not search.alone and type(layer.tree) is list and _holds_messages(layer, search):
            draft.reasons.update(layer.reasons)
            yield from _elements(layer, layer.tree, draft, search)
            return
    if outermost is None and (form := _xml_form(content, search)) is not None:
        yield from _enter(*form, content, draft, search)
        return
    yield _generic(outermost or content, draft, search)


def _xml_form(content: Content, search: _Search) -> tuple[Shape, Fields] | None:
    """One of ConnXio's messages written as XML."""
    if not content.data or search.depth >= _DEEPEST or "connxio" not in {shape.platform for shape in search.shapes}:
        return None
    form = xmlform.read(content.data, content.charset)
    fields = Fields(form[1], form[0]) if form is not None else None
    shape = search.match(fields) if fields is not None else None
    return (shape, fields) if fields is not None and shape is not None and shape.platform == "connxio" else None


def _enter(shape: Shape, fields: Fields, holder: Content, draft: Draft, search: _Search) -> Iterator[Draft]:
    draft.enter(shape.step, shape.platform)
    inner = shape.open(fields, draft)
    if inner is None:
        yield draft
    elif inner.tree is fields.members:
        draft.body = inner.within(holder).body()
        yield draft
    else:
        within = search.within(shape)
        yield from _open(inner.within(holder), draft, replace(within, alone=True) if inner.fetched else within)


def _holds_messages(layer: Content, search: _Search) -> bool:
    for element in layer.tree[:_LOOKED_AT]:
        shape = search.match(Fields(element)) if type(element) is Pairs else None
        if shape is not None and shape.listed:
            return True
    return False


def _elements(layer: Content, tree: list[Node], draft: Draft, search: _Search) -> Iterator[Draft]:
    """A message for each element. Where they are too many, the last message holds all those behind it, as they stand."""
    apart = len(tree) if len(tree) <= _MESSAGES else _MESSAGES - 1
    for index, element in enumerate(tree[:apart]):
        part = Content(layer.data, JSON_TYPE, layer.charset, element, at=(*layer.at, index))
        yield from _element(part, draft.copy(), search)
    if apart < len(tree):
        last = draft.copy()
        last.reasons.add("budget.messages")
        last.body = Content(tree=tree[apart:], media_type=JSON_TYPE).body()
        yield last


def _element(content: Content, draft: Draft, search: _Search) -> Iterator[Draft]:
    """One element of a list of messages; its paths start at itself."""
    fields = Fields(content.tree) if type(content.tree) is Pairs else None
    shape = search.match(fields) if fields is not None else None
    if fields is not None and shape is not None:
        yield from _enter(shape, fields, content, draft, search)
    else:
        draft.reasons.add("envelope.invalid")
        draft.body = content.body()
        yield draft


def _generic(content: Content, draft: Draft, search: _Search) -> Draft:
    """The content is the body. An empty list is a platform's own where its messages come in lists."""
    draft.body = content.body()
    draft.reasons.update(content.reasons if not draft.body.cut else {*content.reasons} - {"budget.leaves"})  # that, the reader of it says
    if search.told:
        if type(content.tree) is list and not content.tree and any(shape.listed for shape in search.shapes):
            draft.enter(None, search.shapes[0].platform)
        else:
            draft.reasons.add("envelope.invalid")
    return draft


def _platform_of(adapter: Adapter) -> Platform:
    """The platform that a topic's adapter stands for."""
    shapes = _SHAPES[adapter]
    return shapes[0].platform if shapes and adapter != "auto" else "generic"
