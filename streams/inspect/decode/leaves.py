"""Collect the values of one message as leaves, opening the documents that strings hold, within a budget of work."""

from collections.abc import Sequence
from typing import Final

from schemas.flow import SchemaRef
from schemas.words import Place
from streams.inspect.decode.flat import Flat
from streams.inspect.decode.nested import Binary, Opened, Opener, may_open, may_open_among
from streams.inspect.encodings import unquoted
from streams.inspect.jsontree import Deep, Document, Kind, Node, walk
from streams.inspect.words import NESTED, Attachment, Budget, Hinted, Leaf, Path

_TOGETHER: Final = 500  # leaves that are held against the budget, and looked at, at once
_LARGE: Final = 256 * 1024  # characters of leaves that are looked at one by one, so that none is copied
_ATTACHMENTS: Final = 100  # that are named; more than that are only counted among the reasons


class Leaves:
    """The leaves of one message so far. `reasons`: the budgets that were hit, and contents that could not be read."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.reasons: set[str] = set()
        self.schemas: list[SchemaRef] = []  # that stand in files themselves
        self.attachments: list[Attachment] = []
        self.open = Opener(budget)
        self._leaves: list[Leaf] = []
        self._count = budget.leaves
        self._bytes = budget.bytes
        self.spent = False
        self.cut = False  # the body's end is known to be missing

    def room(self) -> tuple[int, int]:
        """For how many leaves, and of how many bytes together; none where something was unpacked, which counts against what comes."""
        return (self._count, self._bytes) if self.open.fresh and not self.spent else (0, 0)

    def whole(self) -> bool:
        """Whether all was read, and there is nothing to be said of it."""
        return self.open.fresh and not (self.spent or self.reasons or self.attachments or self.schemas)

    def take(self) -> tuple[Leaf, ...]:
        """The leaves since the last taking; what they cost stays counted."""
        taken, self._leaves = tuple(self._leaves), []
        return taken

    def tree(self, place: Place, path: Path, tree: Node, documents: int = 0) -> None:
        """Every value below `tree`; `documents` counts the strings that were opened on the way here."""
        if isinstance(tree, list) and not self.spent:
            flat = Flat(place, self._count)
            if flat.read(tree, path, self.budget.depth):
                self.several(flat.leaves, documents)
                return
        for here, text, kind in walk(tree, path, self.budget.depth):
            if self.spent:
                return
            self.value(place, here, text, kind, documents)

    def value(self, place: Place, path: Path, text: str, kind: Kind, documents: int = 0) -> None:
        """A text as `string` takes it, if it may be more than it looks; all else as it is."""
        if kind == "text" and (type(text) is not str or "%" in text or may_open(text)):
            self.string(place, path, text, documents)
        else:
            self.put(place, path, text, kind)

    def several(self, leaves: Sequence[Leaf], documents: int = 0) -> None:
        """Leaves of no hints one after the other: what `string` does with those of texts, and `put` with all others."""
        for start in range(0, len(leaves), _TOGETHER):
            self._several(leaves[start : start + _TOGETHER], documents)

    def _several(self, leaves: Sequence[Leaf], documents: int) -> None:
        """As long as all fit in, a text that is looked at and holds nothing need not even be told from the others."""
        texts = [leaf.text for leaf in leaves]
        if sum(map(len, texts)) > _LARGE:
            self._singly(leaves, documents)
            return
        together = "\0".join(("", *texts))
        size = _size(together) - len(texts)
        fits = len(texts) <= self._count and size <= self._bytes
        done = 0
        for at in may_open_among(texts, together):
            leaf, text, found = leaves[at], texts[at], None
            if leaf.kind != "text" or (fits and (found := self.open(text)) is None and "%" not in text):
                continue
            self._keep(leaves[done:at])
            if self.spent:
                return
            self._hold(leaf.place, leaf.path, text, found if fits else self.open(text), documents)
            done, fits = at + 1, False
        if fits:
            self._add(leaves, size)
        else:
            self._keep(leaves[done:] if done else leaves)

    def _singly(self, leaves: Sequence[Leaf], documents: int) -> None:
        for leaf in leaves:
            if self.spent:
                return
            self.value(leaf.place, leaf.path, leaf.text, leaf.kind, documents)

    def _keep(self, leaves: Sequence[Leaf]) -> None:
        """Leaves as they are, all at once where the budget has room for them."""
        size = _size("".join([leaf.text for leaf in leaves]))
        if len(leaves) <= self._count and size <= self._bytes:
            self._add(leaves, size)
            return
        for leaf in leaves:
            self.put(leaf.place, leaf.path, leaf.text, leaf.kind)

    def _add(self, leaves: Sequence[Leaf], size: int) -> None:
        self._leaves += leaves
        self._count -= len(leaves)
        self._bytes -= size

    def document(self, place: Place, path: Path, document: Opened, documents: int = 0) -> None:
        """Every value of a document that was opened, its root at `path`."""
        if isinstance(document, Document):
            self.tree(place, path, document.tree, documents)
        else:
            for here, text in document.values:
                if self.spent:
                    break
                self.string(place, (*path, *here), text, documents)
        self.reasons.update(document.reasons)  # a table's are known once it was read

    def string(self, place: Place, path: Path, text: str, documents: int = 0) -> None:
        """A string: opened after `NESTED` where it holds a document itself, named where it holds a file, else one leaf."""
        if type(text) is Deep:
            self.reasons.add("budget.depth")
            self._hold(place, path, str(text), None, documents)
        else:
            self._hold(place, path, text, self.open(text), documents)

    def _hold(self, place: Place, path: Path, text: str, found: Opened | Binary | None, documents: int) -> None:
        """`found`: what the text holds."""
        if found:
            if isinstance(found, Binary):
                self.attach(place, path, found)
                self.put(place, path, "")  # so that the names on the way to it are looked at
                return
            if documents < self.budget.documents:
                self.document(place, (*path, NESTED), found, documents + 1)
                return
            self.reasons.add("budget.depth")
        if "%" in text and (place == "url" or "://" in text):
            text = self.plain(text)
        self.put(place, path, text)

    def plain(self, text: str, *, form: bool = False) -> str:
        """The text without percent-encoding; one that the budget will cut anyway stays as it is."""
        if len(text) > self._bytes:
            return text
        return unquoted(text, plus=form)

    def put(self, place: Place, path: Path, text: str, kind: Kind = "text") -> None:
        """One leaf as it is; the one that passes the budget of bytes is cut, and none comes after it."""
        if self.spent:
            return
        if self._count == 0:
            self.spent = True
            self.reasons.add("budget.leaves")
            return
        size = _size(text)
        if size > self._bytes:
            self.spent = True
            self.reasons.add("budget.bytes")
            text = text.encode("utf-8", "replace")[: self._bytes].decode("utf-8", "ignore")
        self._count -= 1
        self._bytes -= size
        self._leaves.append(Leaf(place, path, text, kind, text.hints) if type(text) is Hinted else Leaf(place, path, text, kind))

    def attach(self, place: Place, path: Path, found: Binary) -> None:
        """A file that is not scanned."""
        self.reasons.add("content.binary")
        if len(self.attachments) < _ATTACHMENTS:
            self.attachments.append(Attachment(place, path, found.type, found.size))


def _size(text: str) -> int:
    """Bytes of the text as UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
