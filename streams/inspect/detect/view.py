"""One reading of a text, and the way back from it to the positions in the text as it came."""

from array import array
from bisect import bisect_right
from typing import Self

from streams.inspect.plain import plain


class Spans:
    """Where the code points of a reading came from, run by run, however long the runs are.

    A run is (`at`, `origin`, `step`, `width`): its code point number k, at `at + k` of the reading, was read from [origin + k * step,
    origin + k * step + width) of what the reading was made of, which may be a reading itself (`below`).
    """

    __slots__ = ("_at", "_below", "_last", "_steps")

    def __init__(self, below: "Spans | None") -> None:
        self._at = array("I")
        self._steps = array("I")  # origin, step and width of each run
        self._below = below
        self._last = (0, 0, 0, 0)  # the last run; at first one of no steps, which nothing goes on as

    def add(self, at: int, origin: int, step: int, width: int) -> None:
        """The run that begins at `at`, behind those added before; one that goes on as the last did is a part of it."""
        begun, start, last_step, last_width = self._last
        if step == last_step and width == last_width and origin == start + (at - begun) * step:
            return
        self._last = (at, origin, step, width)
        self._at.append(at)
        self._steps.extend((origin, step, width))

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span that [start, end) was read from; not for empty ones."""
        runs: Spans | None = self
        while runs is not None:
            start, end = runs._span(start)[0], runs._span(end - 1)[1]
            runs = runs._below
        return start, end

    def _span(self, at: int) -> tuple[int, int]:
        run = bisect_right(self._at, at) - 1
        origin, step, width = self._steps[3 * run : 3 * run + 3]
        start = origin + (at - self._at[run]) * step
        return start, start + width


@plain
class View:
    """One reading of a text. `spans` None: each code point stands where it stood."""

    text: str
    spans: Spans | None = None

    def __repr__(self) -> str:
        return f"View({len(self.text)})"

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that [start, end) of this view was read from; empty spans stay empty."""
        if self.spans is None or start >= end:
            return start, end
        return self.spans.origin(start, end)


class Writer:
    """Writes a reading of `view`, piece by piece in order."""

    def __init__(self, view: View) -> None:
        self._text = view.text
        self._pieces: list[str] = []
        self._spans = Spans(view.spans)
        self._at = 0

    def copy(self, start: int, end: int) -> Self:
        """[start, end) as it stands."""
        if start < end:
            self._spans.add(self._at, start, 1, 1)
            self._pieces.append(self._text[start:end])
            self._at += end - start
        return self

    def put(self, text: str, start: int, end: int) -> Self:
        """`text` in place of [start, end): each of its code points stands for all of that."""
        if text:
            width = end - start
            self._spans.add(self._at, start, width if len(text) == 1 else 0, width)
            self._pieces.append(text)
            self._at += len(text)
        return self

    def put_each(self, text: str, start: int, width: int) -> Self:
        """`text` in place of what begins at `start`: each of its code points stands for `width` of those that were there."""
        if text:
            self._spans.add(self._at, start, width, width)
            self._pieces.append(text)
            self._at += len(text)
        return self

    def view(self) -> View:
        return View("".join(self._pieces), self._spans)
