"""Collect the values of one message as leaves, opening the documents that strings hold, within a budget of work."""

from typing import Final
from urllib.parse import unquote, unquote_plus

from schemas.words import Place
from streams.inspect.decode.interchange import Interchange, is_edifact
from streams.inspect.decode.interchange import read as read_edifact
from streams.inspect.decode.markup import is_html, is_markup
from streams.inspect.decode.xmltree import Elements
from streams.inspect.decode.xmltree import read as read_xml
from streams.inspect.encodings import as_text, from_base64, is_binary
from streams.inspect.jsontree import NODES, Deep, Document, Kind, Node, read, walk
from streams.inspect.packing import gunzip, is_gzip
from streams.inspect.words import NESTED, Budget, Leaf, Path

_MAY_OPEN: Final = frozenset('{["<UeWHP7V \t\r\n\ufeffJi/R0S')  # first characters of JSON, XML, EDIFACT, and of base64 of such
_JSON: Final = frozenset('{["')
_BASE64_JSON: Final = ("eyJ", "eyAi", "eyAg", "ewo", "ew0", "W3s", "W1s", "Wyd", "WyJ", "WyA", "Wwo", "Ww0", "H4sI")  # `{"`, `[{` …, gzip
_BASE64_XML: Final = ("PD94", "PCEt", "PE", "PF", "PG", "PH", "77u/")  # `<?x`, `<!-`, `<` and a letter; a byte order mark
_BASE64_EDIFACT: Final = ("VU5B", "VU5C")  # `UNA`, `UNB`
# PDF, PNG, JPEG, ZIP, GIF, OLE, RIFF, TIFF
_BASE64_BINARY: Final = ("JVBERi", "iVBORw0KGgo", "/9j/", "UEsDB", "R0lGOD", "0M8R4KGx", "UklGR", "SUkqA")
_SHORTEST: Final = 2  # characters of a JSON document, `{}`
_SHORTEST_BASE64: Final = 12  # characters of base64 that a JSON document takes
_SHORTEST_BINARY: Final = 64  # below it no picture or document fits


Opened = Document | Elements | Interchange


class Leaves:
    """The leaves of one message so far. `reasons`: the budgets that were hit, and contents that could not be read."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.reasons: set[str] = set()
        self._leaves: list[Leaf] = []
        self._count = budget.leaves
        self._bytes = budget.bytes
        self.spent = False
        self.cut = False  # the body's end is known to be missing

    def take(self) -> tuple[Leaf, ...]:
        """The leaves since the last taking; what they cost stays counted."""
        taken, self._leaves = tuple(self._leaves), []
        return taken

    def tree(self, place: Place, path: Path, tree: Node, documents: int = 0) -> None:
        """Every value below `tree`; `documents` counts the strings that were opened on the way here."""
        for here, text, kind in walk(tree, path, self.budget.depth):
            if self.spent:
                return
            if kind == "text":
                self.string(place, here, text, documents)
            else:
                self.put(place, here, text, kind)

    def document(self, place: Place, path: Path, document: Opened, documents: int = 0) -> None:
        """Every value of a document that was opened, its root at `path`."""
        self.reasons.update(document.reasons)
        if isinstance(document, Document):
            self.tree(place, path, document.tree, documents)
            return
        for here, text in document.values:
            if self.spent:
                return
            self.string(place, (*path, *here), text, documents)

    def string(self, place: Place, path: Path, text: str, documents: int = 0) -> None:
        """A string: opened after `NESTED` where it holds a document itself, else one leaf."""
        if type(text) is Deep:
            self.reasons.add("budget.depth")
            text = str(text)
        elif document := self.opened(text):
            if documents < self.budget.documents:
                self.document(place, (*path, NESTED), document, documents + 1)
                return
            self.reasons.add("budget.depth")
        if "%" in text and (place == "url" or "://" in text):
            text = self.plain(text)
        self.put(place, path, text)

    def plain(self, text: str, *, form: bool = False) -> str:
        """The text without percent-encoding; one that the budget will cut anyway stays as it is."""
        if len(text) > self._bytes:
            return text
        return unquote_plus(text) if form else unquote(text)

    def put(self, place: Place, path: Path, text: str, kind: Kind = "text") -> None:
        """One leaf as it is; the one that passes the budget of bytes is cut, and none comes after it."""
        if self.spent:
            return
        if self._count == 0:
            self.spent = True
            self.reasons.add("budget.leaves")
            return
        size = len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
        if size > self._bytes:
            self.spent = True
            self.reasons.add("budget.bytes")
            text = text.encode("utf-8", "replace")[: self._bytes].decode("utf-8", "ignore")
        self._count -= 1
        self._bytes -= size
        self._leaves.append(Leaf(place, path, text, kind))

    def opened(self, text: str) -> Opened | None:
        """The JSON, XML or EDIFACT that a text holds, as it is or in base64; None where it is just a text."""
        if text[:1] not in _MAY_OPEN or len(text) < _SHORTEST:
            return None
        if text[0].isspace() or text[0] == "\ufeff":
            text = text.lstrip("\ufeff \t\r\n")
        if text[:1] in _JSON or text[:1] == "<" or text.startswith("UN"):
            return self._read(text)
        if len(text) >= _SHORTEST_BASE64 and text.startswith((*_BASE64_JSON, *_BASE64_XML, *_BASE64_EDIFACT)):
            data = from_base64(text)
            if data is not None and is_gzip(data):
                data = gunzip(data, 2 * self.budget.bytes)[0]
            if data and not is_binary(data):
                inner, whole = as_text(data)
                return self._read(inner) if whole else None
        elif len(text) >= _SHORTEST_BINARY and text.startswith(_BASE64_BINARY) and from_base64(text[:_SHORTEST_BINARY]) is not None:
            self.reasons.add("content.binary")
        return None

    def xml(self, text: str, *, cut: bool = False) -> Elements:
        """The text as XML, within this message's budget."""
        return read_xml(text, self.budget.depth, self.budget.leaves, self.budget.bytes, cut=cut)

    def _read(self, text: str) -> Opened | None:
        """An object or list; of a string in quotes only one that holds a document itself; an XML document that is no piece of HTML."""
        text = text.lstrip("\ufeff \t\r\n")
        if text[:1] == "<":
            return self._elements(text)
        if is_edifact(text):
            interchange = read_edifact(text, self.budget.leaves)
            return interchange if interchange.valid else None
        if text[:1] not in _JSON or (text[0] == '"' and not _quotes_a_document(text)):
            return None
        document = read(text, self.budget.depth, NODES)
        return document if document.valid else None

    def _elements(self, text: str) -> Elements | None:
        if text.rstrip("\0 \t\r\n")[-1:] != ">" or not is_markup(text) or is_html(text):
            return None
        elements = self.xml(text)
        return elements if elements.valid else None


def _quotes_a_document(text: str) -> bool:
    """Whether a JSON string literal may hold a document: its first character, escaped or not, opens one."""
    head = text.lstrip("\ufeff \t\r\n")[1:].lstrip('\\ntr "')[:1]
    return head in _JSON or head == "<"
