"""How a country's identifiers are described, and one pass that finds them: shapes first, then for each shape the readers that judge it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from operator import mul
from typing import Final

from streams.inspect.detect.candidate import TEST_POPULATION, Candidate

BEFORE: Final = r"(?<![0-9A-Za-z+])(?<![0-9][.\-/])"
AFTER: Final = r"(?![0-9A-Za-z])(?![.\-/+][0-9])"
# where such a number may begin: a digit with nothing before it, and nine characters of it at least, five of them digits at once
FIRST: Final = re.compile(r"[0-9](?<![0-9A-Za-z+][0-9])(?<![0-9][.\-/][0-9])(?=(?:[ .\-/+]?[0-9]){4})(?=(?:[ .\-/+]?[0-9A-Za-z]){8})")
DIGITS: Final = re.compile(rf"[0-9]{{9,15}}{AFTER}")
OF_DIGITS: Final = re.compile(r"\[0-9\]\{([0-9]+)\}")  # a shape that is nothing but so many digits
WRITTEN: Final = str.maketrans("", "", " .-/")  # what people put between the digits
REMEMBERED: Final = 8_192  # numbers; an interchange, a log or a bait repeats them
CHECKED: Final = ("checksum",)
SHAPED: Final = ("pattern",)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of one number. `alone`: it needs no witness."""

    score: float  # 0 to 1
    alone: bool = True
    evidence: tuple[str, ...] = CHECKED
    test: bool = False  # of a population that its issuer gives to invented persons only


@dataclass(frozen=True, slots=True)
class Identifier:
    """One identifier: the shapes in which it may stand alone, those that are looked for (in small letters too) only beside a witness.

    Shapes are patterns without groups and without look-around, so that any engine can search for them; two shapes of one pass
    never match the same text. The reader gets what is written, as it is written.
    """

    entity: str
    recognizer: str
    read: Callable[[str], Reading | None] = field(repr=False)
    shapes: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def candidate(self, written: str, start: int) -> Candidate | None:
        """The proposal for a text that has one of the shapes, or None where it is no such identifier."""
        reading = self.read(written)
        if reading is None:
            return None
        evidence = (*reading.evidence, TEST_POPULATION) if reading.test else reading.evidence
        return Candidate(start, start + len(written), self.entity, self.recognizer, reading.score, evidence, reading.alone)


class Pass:
    """All given identifiers in one pass over a text; `pattern` is what the pass searches for."""

    def __init__(self, given: Iterable[tuple[Identifier, tuple[str, ...]]], *, ignore_case: bool = False) -> None:
        of_shape = _by_shape(given)
        self._readers = tuple(of_shape.values())
        self.pattern: Final = re.compile(f"{BEFORE}{_any_of(of_shape)}{AFTER}", re.IGNORECASE if ignore_case else 0)

    def __repr__(self) -> str:
        return f"{self.pattern.pattern}/{self._readers}"

    def find(self, text: str) -> Iterator[Candidate]:
        """Every proposal, by position."""
        for found in self.pattern.finditer(text):
            yield from _read(self._readers[(found.lastindex or 1) - 1], found.group(), found.start())


class NumberPass:
    """The same for shapes that begin with a digit, of nine characters and more: bare digits go by their count, others by their pattern."""

    def __init__(self, given: Iterable[tuple[Identifier, tuple[str, ...]]]) -> None:
        of_shape = _by_shape(given)
        self.anywhere: Final = re.compile(f"{BEFORE}{_any_of(of_shape)}{AFTER}")  # what has nothing of this in it gives nothing
        of_digits = {shape: found for shape in of_shape if (found := OF_DIGITS.fullmatch(shape))}
        self._by_count = {int(found.group(1)): of_shape.pop(shape) for shape, found in of_digits.items()}
        self._readers = tuple(of_shape.values())
        self._judged = lru_cache(maxsize=REMEMBERED)(self._judge)
        self.pattern: Final = re.compile(f"{_any_of(of_shape)}{AFTER}")

    def __repr__(self) -> str:
        return f"{self.pattern.pattern}/{self._readers}/{self._by_count}"

    def find(self, text: str) -> Iterator[Candidate]:
        """Every proposal, by position."""
        end = 0
        for first in FIRST.finditer(text):
            start = first.start()
            if start < end:
                continue
            found = DIGITS.match(text, start)
            if found is None or text.startswith(" ", found.end()):
                found = self.pattern.match(text, start) or found  # of digits in groups, or of digits and something else
            if found is not None:
                end = found.end()
                for candidate in self._judged(found.lastindex or -(end - start), found.group()):
                    yield candidate.shifted(start)

    def _judge(self, kind: int, written: str) -> tuple[Candidate, ...]:
        """What the readers of a shape, or of so many digits where it is below zero, make of a number, as if it stood at 0."""
        readers = self._readers[kind - 1] if kind > 0 else self._by_count.get(-kind, ())
        return tuple(_read(readers, written, 0))


def _by_shape(given: Iterable[tuple[Identifier, tuple[str, ...]]]) -> dict[str, tuple[Identifier, ...]]:
    of_shape: dict[str, tuple[Identifier, ...]] = {}
    for identifier, shapes in given:
        for shape in shapes:
            of_shape[shape] = (*of_shape.get(shape, ()), identifier)
    return of_shape


def _any_of(shapes: Iterable[str]) -> str:
    return f"(?:{'|'.join(f'({shape})' for shape in shapes)})"


def _read(readers: Iterable[Identifier], written: str, start: int) -> Iterator[Candidate]:
    for identifier in readers:
        if candidate := identifier.candidate(written, start):
            yield candidate


def bare(written: str) -> str:
    """The number without what people put between its digits, in capitals."""
    return written.translate(WRITTEN).upper()


def weighted(number: str, weights: Iterable[int]) -> int:
    """The sum of the digits times their weights."""
    return sum(map(mul, map(int, number), weights))
