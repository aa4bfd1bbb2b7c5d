"""Take a UN/EDIFACT interchange (ISO 9735) apart into segments, elements and components, with the service characters that it declares."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

_SERVICE: Final = re.compile(r"UNA(.{6})", re.DOTALL)
_BETWEEN: Final = " \t\r\n\f\v\0\x1a"  # may stand between segments, as terminators without one may; 1A is an old end-of-file mark
_SHORT: Final = 4096  # characters of a segment that is taken apart at once
_SPARE: Final = "\ue000"  # stands in for a release character that is one itself; of private use, so that no text has it
_SHORTEST_WRAP: Final = 20  # characters of a line of a file that is cut into lines of one length
_WRAPPED: Final = 4096  # characters from which that is told


@dataclass(frozen=True, slots=True)
class Marks:
    """The service characters; an empty one is not in use."""

    component: str = ":"
    element: str = "+"
    release: str = "?"
    repetition: str = ""
    terminator: str = "'"


DEFAULT: Final = Marks()
LEVEL_B: Final = Marks("\x1f", "\x1d", "", "", "\x1c")  # what syntax level B has where no UNA says otherwise


class Segment(NamedTuple):
    """A segment as it stands in [start, end) of the text, and its elements as lists of components, released; the tag is the first."""

    start: int
    end: int
    elements: list[list[str]]
    ended: bool  # by its terminator, not by the end of the text
    marks: Marks = DEFAULT  # that hold in it

    @property
    def empty(self) -> bool:
        return self.elements == [[""]]

    @property
    def tag(self) -> str:
        return self.elements[0][0]


def unwrapped(text: str) -> str:
    """The text without line breaks where it was cut into lines of one length, so that they stand inside of values."""
    lines = text[:_WRAPPED].split("\n")
    if len(lines) < 3 or len({len(line) for line in lines[:-1]}) > 1 or len(lines[0]) < _SHORTEST_WRAP:
        return text
    terminator = _marks(text, 0)[0].terminator
    if all(line.rstrip("\r").endswith(terminator) for line in lines[:-1]):
        return text
    return text.replace("\r", "").replace("\n", "")


def segments(text: str, limit: int) -> Iterator[Segment]:
    """Every segment that is not empty, at most `limit` components in all. Time is linear; no text makes it raise."""
    marks, at = _marks(text, _skipped(text, 0, DEFAULT))
    left = limit
    while left > 0:
        at = _skipped(text, at, marks)
        if text.startswith("UNA", at):
            marks, at = _marks(text, at)
            at = _skipped(text, at, marks)
        if at >= len(text):
            return
        segment, left = _segment(text, at, marks, left)
        yield segment
        at = segment.end


def _skipped(text: str, at: int, marks: Marks) -> int:
    """Behind what may stand between segments."""
    found = _blank(marks).match(text, at)
    return found.end() if found else at


@lru_cache(maxsize=64)
def _blank(marks: Marks) -> re.Pattern[str]:
    used = (marks.element, marks.component)
    return re.compile("[" + re.escape("".join(c for c in _BETWEEN if c not in used) + marks.terminator) + "]*+")


def _marks(text: str, at: int) -> tuple[Marks, int]:
    """The service characters that hold from `at` on, and where their declaration ends."""
    if declared := _SERVICE.match(text, at):
        component, element, _, release, repetition, terminator = tuple(declared[1])  # the third is the decimal mark
        return Marks(component, element, release.strip(" "), repetition.strip(" "), terminator), declared.end()
    return (LEVEL_B if text.startswith("UNB\x1d", at) else DEFAULT), at


def _segment(text: str, at: int, marks: Marks, left: int) -> tuple[Segment, int]:
    """The segment at `at`, and how many components are left of the limit."""
    end = text.find(marks.terminator, at, at + _SHORT)
    if end >= 0 and (not marks.release or marks.release not in text[at:end]):
        inner = text[at:end].replace(marks.repetition, marks.component) if marks.repetition else text[at:end]
        elements = [element.split(marks.component) for element in inner.split(marks.element)]
        count = sum(map(len, elements))
        if count < left:
            return Segment(at, end + 1, elements, True, marks), left - count
    return _segment_by_piece(text, at, marks, left)


def _segment_by_piece(text: str, at: int, marks: Marks, left: int) -> tuple[Segment, int]:
    """The same, component by component: it is long, or has characters released, or is the last that the limit allows."""
    piece, start = piece_pattern(marks), at
    elements: list[list[str]] = [[]]
    while True:
        found = piece.match(text, at)
        assert found is not None  # the pattern takes the empty text too
        value, mark, at = found[1], found[2], found.end()
        elements[-1].append(_released(value, marks.release) if marks.release and marks.release in value else value)
        left -= 1
        if mark == marks.element:
            elements.append([])
        if mark in ("", marks.terminator) or left <= 0:
            return Segment(start, at, elements, mark == marks.terminator, marks), left


@lru_cache(maxsize=64)
def piece_pattern(marks: Marks) -> re.Pattern[str]:
    """One component and the mark behind it; a repetition of an element reads as more of its components."""
    ends = re.escape(marks.component + marks.element + marks.terminator + marks.repetition)
    release = re.escape(marks.release)
    inner = rf"(?:[^{ends}{release}]++|(?:{release}.)++|{release}\Z)*+" if release else rf"[^{ends}]*+"
    return re.compile(rf"({inner})([{ends}]|\Z)", re.DOTALL)


def _released(value: str, release: str) -> str:
    """A release character stands for the one behind it, also for itself; one that the text was cut at is dropped."""
    if _SPARE in value:
        return release.join(part.replace(release, "") for part in value.split(release * 2))
    return value.replace(release * 2, _SPARE).replace(release, "").replace(_SPARE, release)
