"""The review list: paths that nothing is known of, with what their values look like, the likeliest personal first. No value is in it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from schemas.words import Place, Scanned
from streams.inspect.detect.aggregate import Look, Shape, Spread, Values, look_of
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.unknown import Inside, Unknown, Unknowns, Why
from streams.inspect.paths import render
from streams.inspect.words import Findings, Message

Level = Literal["likely", "possible", "unlikely"]
Next = Literal["category", "anchor", "fact"]

PATHS: Final = 5_000  # of one review
LONGEST_PATH: Final = 1_000  # code points of one as it is shown
MOST_BESIDE: Final = 6
LIKELY: Final = 6  # what the signals of a path must weigh together
POSSIBLE: Final = 3
BY_LOOK: Final[Mapping[Look, int]] = {
    "names": 4,
    "sentences": 3,
    "digits": 1,
    "code": 1,
    "words": 1,
    "word": 0,
    "mixed": 0,
    "date": 0,
    "number": -1,
    "yes or no": -1,
    "machine id": -1,
    "instant": -4,
}
BY_SPREAD: Final[Mapping[Spread, int]] = {"all different": 1, "one value": 0, "many values": 0, "few values": -1, "always the same": -2}
BY_INSIDE: Final[Mapping[Inside, int]] = {"person": 3, "address": 3, "organisation": 0, "thing": -2}
BESIDE: Final = ((3, 3), (1, 2))  # known fields in the same object, and what so many weigh
OLD_DATES: Final = 4
SHORT: Final = 3  # code points: of a country, a currency, a language …
OF_A_SHORT_ONE: Final = -3  # … which tell little of anybody
OF_PEOPLE: Final = 2
OF_AN_ID: Final = 4  # digits
SAYS_NOTHING: Final = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One path. All of it is ours to show: the path as a Flow has it, the lexicon's own words, and figures."""

    place: Place
    path: str  # folded, personal keys masked
    messages: int
    shape: Shape
    why: Why
    inside: Inside | None
    beside: tuple[str, ...]
    weight: int

    @property
    def level(self) -> Level:
        return "likely" if self.weight >= LIKELY else "possible" if self.weight >= POSSIBLE else "unlikely"

    @property
    def next(self) -> Next:
        """What a person may have to declare: a category, an event that retention counts from, a fact such as a consent."""
        if self.shape.looks in ("date", "instant") and not self.shape.old:
            return "anchor"
        return "fact" if self.shape.looks == "yes or no" else "category"


class _Seen:
    """What is kept of one path."""

    __slots__ = ("beside", "inside", "last", "messages", "of_people", "told", "values", "why")

    def __init__(self) -> None:
        self.values = Values()
        self.messages, self.last = 0, 0
        self.told = False  # something gave itself away here
        self.why: Why = "word"
        self.inside: Inside | None = None
        self.beside: set[str] = set()
        self.of_people = False


class Review:
    """`add` every message with its findings, then read `rows()`. Bounded in paths and in what it holds of each."""

    def __init__(self, most: int = PATHS) -> None:
        self._unknowns = Unknowns(Lexicon())
        self._most = most
        self._paths: dict[tuple[Place, str], _Seen] = {}
        self.messages = 0
        self.scanned: Counter[Scanned] = Counter()  # messages, by how far they were read: what was not is not listed either
        self.left_out = 0  # values at paths past the bound

    def add(self, message: Message, found: Findings) -> None:
        self.messages += 1
        self.scanned[message.scanned] += 1
        told = {each.leaf for each in found.findings if each.leaf >= 0}
        for at in sorted(told):
            leaf = message.leaves[at]
            if (seen := self._of(leaf.place, _path(message, at, found))) is not None:
                seen.told = True
        for unknown in self._unknowns.of(message):
            if unknown.leaf in told:
                continue
            leaf = message.leaves[unknown.leaf]
            seen = self._of(leaf.place, _path(message, unknown.leaf, found))
            if seen is None:
                self.left_out += 1
            elif not seen.told:
                self._put(seen, unknown, leaf.text, leaf.kind)

    def rows(self) -> Iterator[Row]:
        """The likeliest first; of equals the one with most values, then by place and path."""
        found = [_row(place, path, seen) for (place, path), seen in self._paths.items() if not seen.told]
        yield from sorted(found, key=lambda row: (-row.weight, -row.shape.values, row.place, row.path))

    def _of(self, place: Place, path: str) -> _Seen | None:
        seen = self._paths.get((place, path))
        if seen is None and len(self._paths) < self._most:
            seen = self._paths[place, path] = _Seen()
        return seen

    def _put(self, seen: _Seen, unknown: Unknown, text: str, kind: Literal["text", "number", "boolean"]) -> None:
        if seen.last != self.messages:
            seen.last = self.messages
            seen.messages += 1
        if not seen.values.values:
            seen.why = unknown.why
        seen.inside = seen.inside or unknown.inside
        seen.of_people |= unknown.of_people
        for word in unknown.beside:
            if len(seen.beside) < MOST_BESIDE:
                seen.beside.add(word)
        seen.values.add(text, kind)


def _path(message: Message, at: int, found: Findings) -> str:
    leaf = message.leaves[at]
    data = {s: shown for s in leaf.path if isinstance(s, str) and (shown := _as_data(s))}
    written = render(leaf.path, {**data, **found.keys}, folded=True, header=leaf.place == "header")
    return written if len(written) <= LONGEST_PATH else written[: LONGEST_PATH - 1] + "…"


@lru_cache(maxsize=16_384)
def _as_data(key: str) -> str | None:
    """What stands for a key that is no field's name but data: a number, a date, an id under which an object hangs."""
    look = look_of(key[:LONGEST_PATH], "text")
    digits, letters = sum(map(str.isdigit, key)), sum(map(str.isalpha, key))
    is_data = look in ("digits", "machine id", "date", "instant") or (look == "code" and digits >= OF_AN_ID and digits > letters)
    return f"<{look}>" if is_data else None


def _row(place: Place, path: str, seen: _Seen) -> Row:
    shape = seen.values.shape()
    return Row(place, path, seen.messages, shape, seen.why, seen.inside, tuple(sorted(seen.beside)), _weight(seen, shape))


def _weight(seen: _Seen, shape: Shape) -> int:
    weight = OLD_DATES if shape.old else BY_LOOK[shape.looks]
    weight += BY_SPREAD[shape.spread]
    weight += OF_A_SHORT_ONE if shape.looks in ("code", "word") and shape.lengths[1] <= SHORT else 0
    weight += BY_INSIDE[seen.inside] if seen.inside else 0
    weight += next((worth for least, worth in BESIDE if len(seen.beside) >= least), 0)
    return weight + OF_PEOPLE * seen.of_people + SAYS_NOTHING * (seen.why in ("code", "unnamed"))
