"""Go through a body once more for the leaves in which something was found, and keep where each of them stands."""

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain
from typing import Final, NamedTuple

from streams.inspect.decode.body import text_of, unpacked
from streams.inspect.decode.cells import Table, declared
from streams.inspect.decode.formats import format_of
from streams.inspect.decode.interchange import Interchange
from streams.inspect.decode.leaves import Leaves
from streams.inspect.decode.locate import edifact, form, json, mime, percent, sie, table, xml
from streams.inspect.decode.locate.buffer import Buffer
from streams.inspect.decode.locate.held import Held
from streams.inspect.decode.locate.spelling import Spelling
from streams.inspect.decode.locate.wanted import Wanted
from streams.inspect.decode.mail import TABLES
from streams.inspect.decode.mime import Part, kind_of
from streams.inspect.decode.nested import Opener
from streams.inspect.decode.xmltree import Elements
from streams.inspect.encodings import decoded
from streams.inspect.jsontree import Document
from streams.inspect.words import NESTED, Body, Budget, Message, Path

_CUT: Final = frozenset({"budget.bytes", "budget.leaves", "gzip.invalid"})  # by which the last leaf may have lost its end
_BLANKS: Final = "\ufeff \t\r\n"
_Found = Iterable[tuple[Wanted, Spelling]]


class Place(NamedTuple):
    """Where a leaf stands."""

    buffer: Buffer
    spelling: Spelling


class Search:
    """One message's leaves on the way back to their bytes.

    The readers of `locate` yield values at the paths that are wanted, and a leaf is placed by path and text, the first of several alike
    first, as decoding met them. So a value that decoding cut, folded or put together is never placed where it does not stand.
    """

    def __init__(self, message: Message, asked: Set[int], keys: Mapping[int, Path], budget: Budget, held: Held) -> None:
        body = [(number, leaf) for number, leaf in enumerate(message.leaves) if leaf.place == "body"]
        self._body = message.envelope.body
        self._glued = message.envelope.platform == "connxio"
        self._budget, self._held = budget, held
        self._open = Opener(budget)
        (_, self._first), (last, cut) = body[0], body[-1]
        paths = {message.leaves[number].path for number in asked}
        self._wanted = Wanted.of((number, leaf.path, leaf.text) for number, leaf in body if leaf.path in paths)
        self._cut = (self._wanted.at(cut.path), cut.text) if last in asked and not _CUT.isdisjoint(message.reasons) else None
        for number, path in keys.items():
            self._wanted.at(path).add_name(number, str(path[-1]))
        self._asked = asked | keys.keys()
        self._left = len(self._asked)
        self._places: dict[int, Place] = {}

    def run(self) -> dict[int, Place]:
        """Where each leaf stands that could be found again."""
        if self._body.tree is not None:
            self._tree(self._body)
        elif self._body.data is not None:
            self._data(self._body.data, self._body)
        return self._places

    def _tree(self, body: Body) -> None:
        """A body that unwrapping had read already: all of a JSON text, or a part of it."""
        if body.data is None:
            return
        buffer, part = self._held.part(body.data, body.charset, body.at)
        if part is not None:
            self._place(buffer, json.document(buffer.text, self._wanted, *part))

    def _data(self, packed: bytes, body: Body) -> None:
        """A body's bytes, behind what they are packed in."""
        data, cut = unpacked(packed, Leaves(self._budget))
        if data is None:
            return
        if kind := kind_of(data, body.media_type):
            for wanted, part in mime.contents(data, kind, self._wanted):
                self._part(part, wanted)
        elif (text := text_of(data, body.charset, 2 * self._budget.bytes, cut=cut)) is not None:
            self._text(Buffer.of(text), body.media_type)

    def _part(self, part: Part, wanted: Wanted) -> None:
        """The content of a mail's part: a text without its last line end, or the table that it is said to be."""
        data = part.content()
        text = decoded(part.data if data is None else data, part.parameter("content-type", "charset") or None)
        buffer, end = Buffer.of(text), len(text.text.removesuffix("\n").removesuffix("\r"))
        if NESTED in wanted.below and part.type in TABLES and (found := declared(text.text)):
            self._place(buffer, table.cells(found, wanted.below[NESTED]))
        else:
            self._place(buffer, [(wanted, Spelling.verbatim(text.text, 0, end))])

    def _text(self, buffer: Buffer, media_type: str | None) -> None:
        """A body's text, by the format that decoding takes it for."""
        text, wanted = buffer.text, self._wanted
        kind = format_of(text, media_type)
        if self._glued and kind != "json":
            self._place(buffer, self._behind_text(text))
        self._place(buffer, chain(_of_body(kind, text, wanted, self._budget), _whole(text, wanted)))
        if kind == "prose":
            self._document(text, wanted)

    def _behind_text(self, text: str) -> _Found:
        """A document that another text is glued in front of, which is the first leaf then."""
        length = len(self._first.text) if not self._first.path and text.startswith(self._first.text) else 0
        if not 0 < length < len(text):
            return ()
        head = [(self._wanted, Spelling.verbatim(text, 0, length))]
        if text.startswith("<", length):
            return chain(head, xml.values(text, self._wanted, self._budget, length))
        return chain(head, json.document(text, self._wanted, length))

    def _place(self, buffer: Buffer, found: _Found) -> None:
        for wanted, spelling in found:
            if not self._left:
                return
            if not self._take(buffer, wanted, spelling) and NESTED in wanted.below:
                self._document(spelling.text, wanted.below[NESTED])

    def _take(self, buffer: Buffer, wanted: Wanted, spelling: Spelling) -> bool:
        """Whether a leaf is this value, as it is or without the percent-encoding of an address."""
        for said in (spelling, percent.address(spelling)) if "%" in spelling.text and "://" in spelling.text else (spelling,):
            leaves = wanted.leaves.get(said.text)
            if not leaves and self._cut and self._cut[0] is wanted and said.text.startswith(self._cut[1]):
                leaves = wanted.leaves.get(self._cut[1])
            if leaves:
                number = leaves.popleft()
                self._left -= number in self._asked
                self._places[number] = Place(buffer, said)
                return True
        return False

    def _document(self, text: str, wanted: Wanted) -> None:
        """The document that a string holds: opened as decoding opened it."""
        document = self._open(text)
        buffer = Buffer.of(self._open.inside)
        text, start = buffer.text, len(buffer.text) - len(buffer.text.lstrip(_BLANKS))
        found: _Found = ()
        if isinstance(document, Document):
            found = chain(json.document(text, wanted, start), _whole(text, wanted) if isinstance(document.tree, str) else ())
        elif isinstance(document, Elements):
            found = xml.values(text, wanted, self._budget, start)
        elif isinstance(document, Interchange):
            found = edifact.components(text[start:], wanted, _piece(text, text[start:]))
        elif isinstance(document, Table):
            found = table.cells(document, wanted, _piece(text, document.text))
        self._place(buffer, found)


def _of_body(kind: str, text: str, wanted: Wanted, budget: Budget) -> _Found:
    if kind == "json":
        return chain(json.document(text, wanted), json.lines(text, wanted), json.broken(text, wanted))
    if kind == "xml":
        return xml.values(text, wanted, budget)
    if kind == "csv" and (found := declared(text)):
        return table.cells(found, wanted)
    reader = {"edifact": edifact.components, "form": form.values, "fields": sie.values}.get(kind)
    return reader(text, wanted) if reader else ()


def _piece(text: str, end: str) -> Spelling:
    """The end of a text as a piece of it."""
    return Spelling.verbatim(text, len(text) - len(end), len(text))


def _whole(text: str, wanted: Wanted) -> Iterator[tuple[Wanted, Spelling]]:
    """The text as the one value that it is."""
    yield wanted, Spelling.verbatim(text, 0, len(text))
