"""Rows by key that are added up: the same rows in any order and any grouping give the same table, also when it is full."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from schemas.model import Model, canonical

Word = str | int | None
Key = tuple[Word, ...]
ROW_BYTES: Final = 200  # names of fields, digits and punctuation of one row as JSON, beside the words of its key
LONGEST: Final = 300  # code points of a word in a derived row; names and paths of real traffic are far shorter


def bounded(text: str) -> str:
    """The text itself, or the head of one that is too long with a digest, so that two of them stay two."""
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - 17]}…{hashlib.sha256(text.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Shape:
    """Which fields of a row name it, and how the others are added: summed, the least or the greatest kept (null counts for nothing)."""

    model: type[Model]
    key: tuple[str, ...]
    sums: tuple[str, ...]
    least: tuple[str, ...] = ()
    greatest: tuple[str, ...] = ()
    budget: int = 60_000  # bytes of JSON that the rows may take


@dataclass(slots=True)
class Table:
    """Of the rows in key order those before the first that does not fit, each with its exact total.

    A row that has once fallen out never fits again, since the rows before it only grow: so what is left out does not depend on
    the order of arrival, and tables of parts merge to the table of the whole.
    """

    shape: Shape
    rows: dict[Key, dict[str, Any]] = field(default_factory=dict)
    cut: Key | None = None  # the first row that does not fit
    size: int = 0

    def add(self, key: Key, **amounts: Any) -> None:
        """Add one row's amounts under its key."""
        if key not in self.rows:  # seen already: the words are short enough and the row has its place
            key = tuple(bounded(word) if isinstance(word, str) else word for word in key)
        if key in self.rows:
            self._plus(self.rows[key], amounts)
            return
        if self.cut is not None and _order(key) >= _order(self.cut):
            return
        self.rows[key] = dict(amounts)
        self.size += _cost(key)
        while self.size > self.shape.budget:
            self.drop_from(max(self.rows, key=_order))

    def drop_from(self, key: Key) -> None:
        """Leave out this row and all after it, now and later."""
        if self.cut is None or _order(key) < _order(self.cut):
            self.cut = key
        for late in [k for k in self.rows if _order(k) >= _order(self.cut)]:
            del self.rows[late]
            self.size -= _cost(late)

    def absorb(self, rows: Iterable[Model], cut: Key | None) -> None:
        """Add up with the rows of another table of the same shape."""
        if cut is not None:
            self.drop_from(cut)
        for row in rows:
            values = row.model_dump()
            self.add(tuple(values.pop(name) for name in self.shape.key), **values)

    def sorted_rows(self) -> tuple[Any, ...]:
        """The rows as models, in key order, null first."""
        named = ((dict(zip(self.shape.key, key, strict=True)), self.rows[key]) for key in sorted(self.rows, key=_order))
        return tuple(self.shape.model.model_validate({**key, **amounts}) for key, amounts in named)

    def _plus(self, row: dict[str, Any], amounts: Mapping[str, Any]) -> None:
        for name in self.shape.sums:
            row[name] += amounts[name]
        for names, better in ((self.shape.least, min), (self.shape.greatest, max)):
            for name in names:
                known = [v for v in (row[name], amounts[name]) if v is not None]
                row[name] = better(known) if known else None


def _order(key: Key) -> tuple[tuple[bool, Word], ...]:
    return tuple((word is not None, "" if word is None else word) for word in key)


def _cost(key: Key) -> int:
    return len(canonical(list(key))) + ROW_BYTES
