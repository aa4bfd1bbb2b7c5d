"""Write documents that know where each of their characters stands, and hold what is located against that."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from hypothesis import strategies as st

from streams.inspect.decode.locate.positions import Locator
from streams.inspect.words import Finding, Message
from tests.inspect.decode.reading import BUDGET

Span = tuple[int, int]

# Of every kind: ASCII, Latin, beyond it, beyond two bytes of UTF-16, blanks, and what this or that format escapes.
LETTERS = st.sampled_from("aZ09 .@-+_åØßñ€Ж中😀🫐\"'&<>;,:?|\\/%=#[]{}\u00a0\u200b\ufffd")
CHARSETS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
NARROW = ("latin-1", "windows-1252", "iso8859-15", "cp437", "cp850", "cp865")  # one byte a character, and not every character


NOWHERE = (-1, -1)  # of a character that the reader adds


@dataclass
class Planted:
    """A value, where each character of it stands in the document, and which of them stand in one piece."""

    text: str
    places: list[Span]
    parts: list[int]


@dataclass
class Document:
    """A text in the making."""

    text: str = ""
    planted: list[Planted] = field(default_factory=list)

    def put(self, text: str) -> None:
        """What is no part of a value."""
        self.text += text

    def value(self, pieces: Iterable[tuple[str, str]], part: int = 0) -> Planted:
        """A value of (character, how it is spelled)."""
        planted = Planted("", [], [])
        self.planted.append(planted)
        self.more(planted, pieces, part)
        return planted

    def more(self, planted: Planted, pieces: Iterable[tuple[str, str]], part: int) -> None:
        for char, spelled in pieces:
            planted.text += char
            planted.places.append((len(self.text), len(self.text) + len(spelled)))
            planted.parts.append(part)
            self.text += spelled


def spans(message: Message, wanted: Iterable[tuple[int, int, int]]) -> list[Span | None]:
    """The positions of (leaf, start, end)."""
    findings = [Finding(leaf, "body", message.leaves[leaf].path, start, end, "ANY", None, 1.0) for leaf, start, end in wanted]
    return Locator(BUDGET).positions(message, findings)


def whole(message: Message) -> list[Span | None]:
    """The positions of every leaf from its first character to its last."""
    return spans(message, [(number, 0, len(leaf.text)) for number, leaf in enumerate(message.leaves)])


def hold(document: Document, message: Message, data: bytes, charset: str, reads: Callable[[str], Iterable[str]]) -> None:
    """Every [start, end) of every planted value has the bytes at which it was written, and these read as it.

    `reads`: what a slice of the document may say by the format's rules, by a reader of the test's own. A span over two parts of a
    value has no bytes.
    """
    byte = _bytes(document.text, data, charset)
    by_text = {leaf.text: number for number, leaf in enumerate(message.leaves)}
    wanted = [(by_text[p.text], p, start, end) for p in document.planted for start in range(len(p.text)) for end in _ends(p, start)]
    found = spans(message, [(leaf, start, end) for leaf, _, start, end in wanted])
    for place, (_, planted, start, end) in zip(found, wanted, strict=True):
        if len(set(planted.parts[start:end])) > 1 or planted.places[start] == NOWHERE:
            assert place is None
            continue
        first, last = planted.places[start][0], planted.places[end - 1][1]
        assert place == (byte[first], byte[last]), (planted.text, start, end)
        slice_ = data[place[0] : place[1]].decode(_bare(charset))
        assert planted.text[start:end] in reads(slice_), (slice_, planted.text[start:end])


def _ends(planted: Planted, start: int) -> range:
    return range(start + 1, len(planted.text) + 1)


def _bytes(text: str, data: bytes, charset: str) -> list[int]:
    """Where each character, and the end, stands in the bytes."""
    bare = _bare(charset)
    offsets = [len(data) - len(text.encode(bare))]
    for char in text:
        offsets.append(offsets[-1] + len(char.encode(bare)))
    return offsets


def _bare(charset: str) -> str:
    """Of a charset with a byte order mark, what comes behind it."""
    return {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(charset, charset)
