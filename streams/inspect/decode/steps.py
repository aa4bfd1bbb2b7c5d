"""Keep the paths that a stream's documents have in common, so that a path is built once and equal ones are one object."""

from typing import Final

from streams.inspect.words import NESTED, Path, Segment

_MOST: Final = 8_192  # paths: a stream of two hundred flows with forty fields each, in 3 MB
_LEVELS: Final = 24  # of a path that is kept
_NAME: Final = 80  # characters of a key that is kept
WIDEST: Final = 64  # elements of a list below which paths are kept: what is longer is seldom the same again


class Step(dict[Segment, "Step"]):
    """A path; in it the steps that were taken from here before. One that is asked for and not held is built, and held if there is room."""

    __slots__ = ("kept", "path", "steps")
    path: Path
    steps: "Steps"
    kept: bool

    def __missing__(self, segment: Segment) -> "Step":
        return self.steps.new(self, segment)

    def __repr__(self) -> str:
        return f"Step({len(self.path)} segments)"


class Steps:
    """The steps that are kept, at most `most`. When they are that many, it begins anew with the next document."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._held = 0
        self._root = self._step((), kept=True)

    def at(self, path: Path) -> Step | None:
        """The step at a document's root; None where the paths of a document that hangs there are not kept.

        Not behind a `Header`, which equals the key that is spelt so, nor in a line of NDJSON, whose paths are like no other's.
        """
        if self._held >= self._most:
            self._root, self._held = self._step((), kept=True), 0
        step = self._root
        if path and not _is_usual(path[0]):
            return None
        for segment in path:
            step = step[segment]
            if not step.kept:
                return None
        return step

    def new(self, parent: Step, segment: Segment) -> Step:
        """The step from a kept one that is not held yet."""
        kept = self._held < self._most and _is_usual(segment) and len(parent.path) < _LEVELS
        step = self._step((*parent.path, segment), kept=kept)
        if kept:
            self._held += 1
            parent[segment] = step
        return step

    def _step(self, path: Path, *, kept: bool) -> Step:
        step = Step()
        step.path, step.steps, step.kept = path, self, kept
        return step

    def __len__(self) -> int:
        return self._held


def _is_usual(segment: Segment) -> bool:
    if type(segment) is str:
        return len(segment) <= _NAME
    return (type(segment) is int and segment < WIDEST) or segment is NESTED
