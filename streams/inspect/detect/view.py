"""One reading of a text, and the way back from it to the positions in the text as it came."""

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Spans:
    """For each code point of a reading, where it came from: [start, end) in the original; two numbers each, however long the text."""

    starts: "array[int]"
    ends: "array[int]"


@dataclass(frozen=True, slots=True, repr=False)
class View:
    """One reading of a text. `spans` None: nothing was changed."""

    text: str
    spans: Spans | None = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that [start, end) of this view was read from; empty spans stay empty."""
        if self.spans is None or start >= end:
            return start, end
        return self.spans.starts[start], self.spans.ends[end - 1]


class Writer:
    """Writes a reading of `view`, piece by piece in order."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._pieces: list[str] = []
        self._starts, self._ends = array("I"), array("I")

    def copy(self, start: int, end: int) -> None:
        """[start, end) as it stands."""
        self._pieces.append(self._view.text[start:end])
        if (spans := self._view.spans) is None:
            self._starts.extend(range(start, end))
            self._ends.extend(range(start + 1, end + 1))
        else:
            self._starts.extend(spans.starts[start:end])
            self._ends.extend(spans.ends[start:end])

    def put(self, text: str, start: int, end: int) -> None:
        """`text` in place of [start, end): each of its code points stands for all of that."""
        first, last = self._view.origin(start, end)
        self._pieces.append(text)
        for _ in text:
            self._starts.append(first)
            self._ends.append(last)

    def view(self) -> View:
        return View("".join(self._pieces), Spans(self._starts, self._ends))
