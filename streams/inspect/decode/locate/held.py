"""Bodies that are parts of one JSON text, as the messages of a list are: the text is read once for all of them."""

from streams.inspect.decode.locate import json
from streams.inspect.decode.locate.buffer import Buffer
from streams.inspect.decode.locate.spelling import Span
from streams.inspect.encodings import decoded
from streams.inspect.words import Path


class Held:
    """A record's JSON texts. Remembers where in them parts stand, for as long as it lives."""

    def __init__(self) -> None:
        self._texts: dict[int, _Text] = {}

    def part(self, data: bytes, charset: str | None, path: Path) -> tuple[Buffer, Span | None]:
        """The text, and where the value at the path stands in it: the last one, where keys are repeated; None where there is none."""
        text = self._texts.get(id(data))
        if text is None:
            text = self._texts[id(data)] = _Text(data, charset)
        return text.buffer, text.span(path)


class _Text:
    def __init__(self, data: bytes, charset: str | None) -> None:
        self.data = data  # kept, so that no other bytes are taken for it
        self.buffer = Buffer.of(decoded(data, charset))
        self._spans: dict[Path, Span | None] = {(): (0, len(self.buffer.text))}
        self._elements: dict[Path, list[Span]] = {}

    def span(self, path: Path) -> Span | None:
        if path not in self._spans:
            self._spans[path] = self._found(path[:-1], path)
        return self._spans[path]

    def _found(self, parent: Path, path: Path) -> Span | None:
        around, last = self.span(parent), path[-1]
        if around is None:
            return None
        if not isinstance(last, int):
            return json.extent(self.buffer.text, path[-1:], *around)
        if parent not in self._elements:
            self._elements[parent] = list(json.elements(self.buffer.text, *around))
        elements = self._elements[parent]
        return elements[last] if last < len(elements) else None
