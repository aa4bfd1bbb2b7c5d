"""What the values at one path look like together: kinds, lengths, how many differ. Never a value."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from streams.inspect.detect.blocks import words
from streams.inspect.detect.gazetteer import is_running
from streams.inspect.detect.names import is_person_like
from streams.inspect.detect.outcome import Kind
from streams.inspect.detect.shapes import is_machine_made, is_stamp

Look = Literal["yes or no", "machine id", "instant", "date", "digits", "number", "names", "sentences", "code", "word", "words", "mixed"]
Spread = Literal["one value", "always the same", "few values", "many values", "all different"]

LONGEST: Final = 1_000  # code points of a value by which it is judged; its length is counted whole
DISTINCT: Final = 128  # values that are told apart at one path
FEW: Final = 8
LONG_NUMBER: Final = 5  # digits; fewer are an amount, a count, a code
NORWAY: Final = "NO"
ANSWERS: Final = words("true false yes no ja nei nej nee nein y n j on off")
NUMBER: Final = re.compile(r"[-+]?[0-9][0-9 .,']*%?")
DIGITS: Final = re.compile(r"[0-9][0-9 \-./]*")
SIGNED: Final = re.compile(r"[-+]|^[0-9]+[.,][0-9]+$|[.,][0-9]{1,2}$|%$|[0-9][.,][0-9]{3}(?![0-9])")
CODE: Final = re.compile(r"(?=.*[0-9])[0-9A-Za-z][0-9A-Za-z\-_./#:]*|[A-Z]{1,12}(?:[-_][A-Z]+)*")
YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
BETWEEN: Final = frozenset(" -'.,")
OLD: Final = "2010"  # dates of trade are younger than most people


@dataclass(frozen=True, slots=True)
class Shape:
    """What can be said of all values of a path."""

    values: int
    looks: Look  # of most of them
    share: int  # percent of the values that look so
    lengths: tuple[int, int]  # shortest and longest, in code points
    characters: tuple[str, ...]  # of `letters digits spaces signs`, those that occur
    distinct: int  # up to DISTINCT
    more: bool  # there are more than that
    spread: Spread
    old: bool  # most are dates from before 2010


class Values:
    """The values of one path so far; what it holds does not grow past DISTINCT digests."""

    __slots__ = ("_characters", "_digests", "_longest", "_looks", "_more", "_old", "_repeated", "_shortest", "values")

    def __init__(self) -> None:
        self.values = 0
        self._shortest, self._longest, self._old = 0, 0, 0
        self._looks: Counter[Look] = Counter()
        self._characters: set[str] = set()
        self._digests: set[bytes] = set()
        self._more = self._repeated = False

    def add(self, text: str, kind: Kind) -> None:
        self.values += 1
        self._shortest = len(text) if self.values == 1 else min(self._shortest, len(text))
        self._longest = max(self._longest, len(text))
        value = text[:LONGEST].strip()
        look = look_of(value, kind)
        self._looks[look] += 1
        if look in ("date", "instant") and (year := YEAR.search(value)) and year.group() < OLD:
            self._old += 1
        self._characters.update(name for name, is_in in CLASSES.items() if name not in self._characters and any(map(is_in, value)))
        digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        if digest in self._digests:
            self._repeated = True
        elif len(self._digests) < DISTINCT:
            self._digests.add(digest)
        else:
            self._more = True

    def shape(self) -> Shape:
        """Of at least one value."""
        look, count = min(self._looks.items(), key=lambda item: (-item[1], item[0]))
        return Shape(
            self.values,
            look,
            count * 100 // self.values,
            (self._shortest, self._longest),
            tuple(name for name in CLASSES if name in self._characters),
            len(self._digests),
            self._more,
            self._spread(),
            self._old * 2 > self.values,
        )

    def _spread(self) -> Spread:
        distinct = len(self._digests)
        if self.values == 1:
            return "one value"
        if distinct == 1:
            return "always the same"
        if distinct <= FEW and not self._more and self.values >= 3 * distinct:
            return "few values"
        return "many values" if self._repeated else "all different"


def _is_sign(character: str) -> bool:
    return not character.isalnum() and not character.isspace()


CLASSES: Final[dict[str, Callable[[str], bool]]] = {
    "letters": str.isalpha,
    "digits": str.isdigit,
    "spaces": str.isspace,
    "signs": _is_sign,
}


def look_of(value: str, kind: Kind) -> Look:
    """What one value looks like: the first of the kinds that it is."""
    if kind == "boolean":
        return "yes or no"
    return next((look for look, is_it in LOOKS if is_it(value)), "mixed")


def _is_long_number(value: str) -> bool:
    return sum(map(str.isdigit, value)) >= LONG_NUMBER and bool(DIGITS.fullmatch(value)) and not SIGNED.search(value)


def _is_number(value: str) -> bool:
    return bool(NUMBER.fullmatch(value) or DIGITS.fullmatch(value))


def _is_of_letters(value: str) -> bool:
    return bool(value) and all(c.isalpha() or c in BETWEEN for c in value)


LOOKS: Final[tuple[tuple[Look, Callable[[str], bool]], ...]] = (
    ("yes or no", lambda value: value.lower() in ANSWERS and value != NORWAY),
    ("instant", lambda value: is_stamp(value) and ":" in value),
    ("date", is_stamp),
    ("machine id", is_machine_made),
    ("digits", _is_long_number),
    ("number", _is_number),
    ("names", is_person_like),
    ("sentences", is_running),
    ("code", lambda value: bool(CODE.fullmatch(value))),
    ("word", lambda value: _is_of_letters(value) and " " not in value),
    ("words", _is_of_letters),
)
