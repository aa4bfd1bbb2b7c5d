"""What names a value that its own key does not: the other half of a key/value pair, the heading of a table's column."""

from collections.abc import Mapping, Sequence
from typing import Final

from streams.inspect.detect.nameless import Nameless
from streams.inspect.detect.routes import LABEL_KEYS, VALUE_KEYS
from streams.inspect.detect.spots import Spot
from streams.inspect.detect.tokens import evened
from streams.inspect.stamps import is_stamp
from streams.inspect.words import Leaf, Path, Syntax

NAME_KEYS: Final = (  # in this order: the more telling first
    "propertyname", "fieldname", "attributename", "property", "field", "attribute", "name", "key", "navn", "namn", "naam", "label", "type",
    "system", "code", "question", "sporsmal", "fraga", "vraag", "id", "kind", "use", "header", "column", "title", "use",
)  # fmt: skip
OF_ELEMENTS: Final = (  # attributes by which an element of a general name says what it holds
    "propertyname", "fieldname", "attributename", "property", "field", "attribute", "name", "key", "label", "question",
)  # fmt: skip
LABEL_OBJECTS: Final = ("field", "question", "property", "attribute", "definition")  # that hold a pair's name in an object of its own
LONGEST: Final = 80  # code points of what names a value; longer is prose


class Labels:
    """`of(path)`: what stands in for the name of a leaf.

    `others`: leaves that are more, or less, than a field of an object. `fields`: of each object, by evened-out name; filled before it is
    asked.
    """

    def __init__(self, others: Sequence[tuple[Leaf, Spot]], fields: Mapping[Path, Mapping[str, str]]) -> None:
        self._fields = fields
        self._columns: dict[Path, dict[int, str]] = {}
        self._nameless = Nameless([leaf for leaf, spot in others if spot.route.table])
        for leaf, spot in others:
            if (table := spot.route.heads) is not None and len(leaf.text) <= LONGEST and isinstance(column := leaf.path[table + 1], int):
                self._columns.setdefault(leaf.path[:table], {}).setdefault(column, leaf.text)

    def of(self, path: Path) -> tuple[str, str] | None:
        """(the evened-out name of what names the value, what it says), or None."""
        if not path:
            return None
        if Syntax.XML in path and (named := self._of_element(path)):
            return named
        return self._of_pair(path, path[-1]) if isinstance(path[-1], str) else self._of_cell(path)

    def _of_pair(self, path: Path, last: str) -> tuple[str, str] | None:
        key = evened(last)
        if key not in VALUE_KEYS:
            return None
        fields = self._fields.get(path[:-1], {})
        for name in NAME_KEYS:
            said = fields.get(name)
            if said is not None and name != key and _names(said):
                if name == "type" and (nested := self._of_object(path)):
                    return nested
                return name, said
        return self._of_object(path)

    def _of_element(self, path: Path) -> tuple[str, str] | None:
        """The text of `<field name="email">`, named by the element's own attribute."""
        fields = self._fields.get(path)
        if not fields or (isinstance(path[-1], str) and path[-1].startswith("@")):
            return None
        return next(((name, said) for name in OF_ELEMENTS if _names(said := fields.get(name, ""))), None)

    def holder(self, path: Path) -> Path:
        """The record that a labelled value stands in: of a pair what holds the pair, of a cell its row, of an element its parent."""
        if Syntax.XML in path and self._of_element(path):
            return _parent(path)
        of_pair = isinstance(path[-1], str) or path[-3] is Syntax.CSV
        return path[: -2 if of_pair else -1]

    def _of_object(self, path: Path) -> tuple[str, str] | None:
        for holder in LABEL_OBJECTS:
            fields = self._fields.get((*path[:-1], holder), {})
            for name in LABEL_KEYS:
                if _names(said := fields.get(name, "")):
                    return holder, said
        return None

    def _of_cell(self, path: Path) -> tuple[str, str] | None:
        """`rows[3][2]` beside `columns`; a cell of a table without a header."""
        if len(path) > 2 and path[-3] is Syntax.CSV:
            return self._nameless.of(path)
        if not self._columns or len(path) < 3 or not isinstance(path[-2], int) or not isinstance(path[-1], int):
            return None
        said = self._columns.get(path[:-3], {}).get(path[-1])
        return ("column", said) if said else None


def _names(said: str) -> bool:
    return 0 < len(said) <= LONGEST and not is_stamp(said)


def _parent(path: Path) -> Path:
    """Of an element, with its index or without."""
    return path[: -2 if isinstance(path[-1], int) else -1]
