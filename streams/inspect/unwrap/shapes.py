"""What a wrapper looks like, and how its body comes out of it: the word that the recognisers share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from schemas.words import Platform
from streams.inspect.encodings import from_base64
from streams.inspect.jsontree import Node, dump
from streams.inspect.unwrap.content import Content, of_text
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.words import NESTED, Path

JSON_TYPE: Final = "application/json"
Test = Callable[[Fields], bool]
Opener = Callable[[Fields, Draft], Content | None]  # fills the draft; None: no content, or the draft says that it is absent


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of wrapper. `fits` holds for any topic, `told` where the topic's adapter names the platform."""

    step: str | None  # None: nothing is wrapped round these messages
    platform: Platform
    fits: Test
    told: Test
    open: Opener
    listed: bool = False  # a list of these is several messages
    transparent: bool = False  # what lies inside may be any platform's


def base64_content(
    found: tuple[Path, Node] | None, draft: Draft, media_type: str | None = None, charset: str | None = None
) -> Content | None:
    """A field that its contract gives as base64; what is not is taken as text, and said."""
    if found is None or found[1] is None:
        draft.absent()
        return None
    path, value = found
    if not isinstance(value, str):
        return tree_content(path, value)
    data = from_base64(value)
    if data is None:
        draft.reasons.add("base64.invalid")
        return of_text(value, path)
    return Content(data, media_type, charset, path=(*path, NESTED))


def tree_content(path: Path, value: Node) -> Content:
    """A field that holds its content as JSON; a lone number or truth value as its text."""
    return Content(tree=value, media_type=JSON_TYPE, path=path) if isinstance(value, list) else Content(dump(value).encode(), JSON_TYPE)


def whole(fields: Fields) -> Content:
    """For a message without a wrapper: the object itself is the body, words of the envelope included."""
    return Content(tree=fields.members, media_type=JSON_TYPE, path=fields.path)
