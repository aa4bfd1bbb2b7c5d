"""An envelope's object by name: casings, aliases and misspellings evened out, and account kept of what was taken from it."""

from collections.abc import Iterator
from typing import Final

from streams.inspect.jsontree import Node, Pairs
from streams.inspect.times import instant
from streams.inspect.unwrap.places import normal
from streams.inspect.words import Path, Word

_LONGEST_WORD: Final = 1024  # characters; what is longer names nothing, and is scanned as a value instead
_LONGEST_COUNT: Final = 6  # digits of a resend count
_LATEST: Final = 253_402_300_800_000  # ms; the year 10000, past which no date is read


class Fields:
    """The members of one object. What is not taken is `rest`, so that nothing goes unscanned.

    Of a repeated key the last value counts, as for the platforms' own readers; the others stay in `rest`.
    """

    __slots__ = ("_at", "_more", "_taken", "members", "path")

    def __init__(self, members: Pairs, path: Path = ()) -> None:
        self.path = path  # of the object itself, from the message's root
        self.members = members
        self._taken: set[int] = set()
        self._at: dict[str, int] = {}  # the first of each name, …
        self._more: dict[str, list[int]] = {}  # … and of the few that are repeated the others: a list each would be 9 MB for 100,000
        for position, (name, value) in enumerate(members):
            if value is not None:
                plain = normal(name)
                if self._at.setdefault(plain, position) != position:
                    self._more.setdefault(plain, []).append(position)

    def has(self, *names: str) -> bool:
        """Whether every one of these is there, and not null."""
        return all(name in self._at for name in names)

    def any(self, *names: str) -> bool:
        return any(name in self._at for name in names)

    def names(self) -> Iterator[str]:
        """All names, evened out."""
        return iter(self._at)

    def get(self, *names: str) -> Node:
        """The value of the first of these that is there; None where none is."""
        found = self._find(names)
        return None if found is None else self.members[found][1]

    def at(self, *names: str) -> tuple[Path, Node] | None:
        """The same with its path; it stays in `rest`."""
        found = self._find(names)
        return None if found is None else ((*self.path, self.members[found][0]), self.members[found][1])

    def take(self, *names: str) -> tuple[Path, Node] | None:
        """The same with its path, and out of `rest`."""
        found = self._find(names)
        if found is None:
            return None
        self._taken.add(found)
        name, value = self.members[found]
        return (*self.path, name), value

    def word(self, *names: str) -> Word | None:
        """The first of these that is a text or number short enough to name something; the others stay in `rest`."""
        for name in names:
            value = self.get(name) if name in self._at else None
            if isinstance(value, str) and len(value) <= _LONGEST_WORD and not value.isspace() and value:
                taken = self.take(name)
                assert taken is not None
                return Word(str(value), taken[0])
        return None

    def time(self, *names: str) -> int | None:
        """The first of these that is a readable date, in ms UTC; null dates and unreadable ones are passed over."""
        for name in names:
            value = self.get(name)
            moment = instant(value) if isinstance(value, str) else None
            if moment is not None:
                self.take(name)
                return moment
        return None

    def epoch(self, *names: str) -> int | None:
        """The first of these that is a time as milliseconds since 1970, also as text; zero stands for none."""
        for name in names:
            value = self.get(name)
            digits = value if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= 15 else "0"
            if 0 < int(digits) < _LATEST:
                self.take(name)
                return int(digits)
        return None

    def count(self, name: str) -> int | None:
        """A small number, also as text."""
        value = self.get(name)
        if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= _LONGEST_COUNT:
            self.take(name)
            return int(value)
        return None

    def flag(self, name: str) -> bool:
        """true, also as text."""
        value = self.get(name)
        if isinstance(value, bool) or (isinstance(value, str) and value.lower() in ("true", "false")):
            self.take(name)
            return value is True or (isinstance(value, str) and value.lower() == "true")
        return False

    def rest(self) -> Iterator[tuple[Path, Node]]:
        """What was not taken, in order."""
        for position, (name, value) in enumerate(self.members):
            if position not in self._taken and value is not None:
                yield (*self.path, name), value

    def _find(self, names: tuple[str, ...]) -> int | None:
        for name in names:
            if name in self._at:
                for position in (*reversed(self._more.get(name, ())), self._at[name]):
                    if position not in self._taken:
                        return position
        return None
