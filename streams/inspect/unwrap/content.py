"""What lies inside a wrapper: bytes, or JSON that was read already; and the layers that hide a wrapper."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from streams.inspect.encodings import as_text, from_base64, is_binary
from streams.inspect.jsontree import Node, read
from streams.inspect.packing import is_packed, unpack
from streams.inspect.words import NESTED, Body, Budget, Path

_LAYERS: Final = 4  # of gzip, base64 and JSON in strings round a wrapper
_LARGEST: Final = 4 * Budget().bytes  # bytes that a compressed wrapper may unfold to
_CUT: Final = "budget.leaves"
_BASE64_JSON: Final = ("ey", "ew", "W3", "Wy", "Ww", "H4sI", "ICAg", "77u/")  # `{`, `[`, gzip, blanks, a byte order mark


@dataclass(frozen=True, slots=True)
class Content:
    """`tree` is set where the content is JSON that was read; else it is `data`. `path`: where it hangs, from the message's root."""

    data: bytes | None = None
    media_type: str | None = None
    charset: str | None = None
    tree: Node = None
    path: Path = ()
    at: Path = ()  # where in `data` the tree hangs, if it is a part of what was read from there
    reasons: tuple[str, ...] = ()  # of reading `data` as `tree`
    fetched: bool = False  # it lay behind a reference

    def body(self) -> Body:
        """As the message's body."""
        cut = self.data is not None and not self.at and _CUT in self.reasons
        return Body(self.data, self.media_type, self.charset, tree=self.tree, at=self.at, cut=cut)

    def within(self, holder: "Content") -> "Content":
        """A tree with the bytes that it was read from, if it is a part of its holder's."""
        if self.tree is None or self.data is not None:
            return self
        at = (*holder.at, *self.path[len(holder.path) :])
        return Content(holder.data, self.media_type, holder.charset, self.tree, self.path, at, self.reasons, self.fetched)


def of_text(text: str, path: Path, media_type: str | None = None) -> Content:
    """A string of the wrapper that is the content."""
    return Content(text.encode(), media_type, "utf-8", path=(*path, NESTED))


def content_type(declared: str | None) -> tuple[str | None, str | None]:
    """Media type in lower case without parameters, and the charset: `application/json; charset=utf-8`."""
    if not declared:
        return None, None
    kind, *parameters = declared.split(";")
    charsets = (value.strip(" \"'") for name, _, value in (p.partition("=") for p in parameters) if name.strip().lower() == "charset")
    return kind.strip().lower() or None, next(charsets, None)


def layers(content: Content) -> Iterator[Content]:
    """The content as JSON, and what lies inside a JSON string, base64 or gzip: the places where a wrapper may stand."""
    for _ in range(_LAYERS):
        if content.tree is None:
            opened = _read(content)
            if opened is None:
                return
            content = opened
        if content.tree is not None:
            yield content
            if not isinstance(content.tree, str):
                return
            content = Content(str(content.tree).encode(), path=(*content.path, NESTED))


def _read(content: Content) -> Content | None:
    """One layer further in: JSON read, or gzip and base64 taken off; None where there is neither."""
    data = content.data
    if not data:
        return None
    if is_packed(data):
        inner, whole, cut = unpack(data, _LARGEST)
        return replace(content, data=inner) if whole and not cut else None
    if is_binary(data):
        return None
    text, as_declared = as_text(data, content.charset)
    first = text.lstrip()[:1]
    if first in ("{", "[", '"'):
        document = read(text)
        reasons = document.reasons if as_declared else ("utf8.invalid", *document.reasons)
        found = Content(data, content.media_type, content.charset, document.tree, content.path, content.at, reasons, content.fetched)
        return found if document.valid else None
    if text.startswith(_BASE64_JSON):
        inner_data = from_base64(text)
        return Content(inner_data, path=content.path) if inner_data else None
    return None
