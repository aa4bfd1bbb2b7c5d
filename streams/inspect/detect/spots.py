"""What a path says by itself, read once however often it comes: what its names say, and the object that it hangs in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from streams.inspect.detect import signs
from streams.inspect.detect.blocks import words
from streams.inspect.detect.bounded import Bounded
from streams.inspect.detect.forms import FORM_KEYS, OF_ORGANISATIONS, OF_PERSONS
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.routes import LONGEST, Route, Routes, is_short
from streams.inspect.detect.tokens import evened
from streams.inspect.words import Leaf, Path

REMEMBERED: Final = 32_768  # paths, and as many objects
OBJECTS: Final = 16_384  # lists of names
GIVEN_NAMES: Final = words("""
    firstname lastname givenname familyname surname fornavn etternavn fornamn efternamn efternavn voornaam achternaam vorname nachname
""")


@dataclass(slots=True, eq=False)
class Spot:
    """A path, read; the same object for as long as it is remembered, and the same paths of objects for all that hang in them."""

    path: Path
    route: Route
    holder: Path  # the object that its value is a field of, where it is one
    parent: Path  # the object that it hangs in, which is mostly the same

    @property
    def names(self) -> tuple[str, ...]:
        """The object keys on the way down, as they are written."""
        return tuple([segment for segment in self.path if isinstance(segment, str)]) if self.route.numbered else self.route.names

    @property
    def key(self) -> str | None:
        """The evened-out name of the field that its value is; with its own numbers, which tell the fields of an object apart."""
        return evened(str(self.path[self.route.holder])) if self.route.numbered and self.route.key is not None else self.route.key

    @property
    def outer(self) -> str | None:
        """The name under which it is a field of the object around that one, too; with its own numbers."""
        named = self.route.outer is not None and self.route.numbered
        return evened(str(self.path[self.route.holder - 1])) if named else self.route.outer

    @property
    def edifact(self) -> bool:
        """An element of an EDIFACT segment, or what hangs in one."""
        return self.route.edifact

    @property
    def odd(self) -> bool:
        """One of its names may hold an identifier itself."""
        return bool(self.route.signs & signs.ODD)

    @property
    def size(self) -> int:
        """Characters of its names together."""
        return self.route.size

    @property
    def unwrapped(self) -> Path:
        """Up to the name that says something: `name` of name[0].text."""
        return self.path[: self.route.unwrapped]


@dataclass(frozen=True, slots=True)
class Members:
    """What the names of an object's fields say together."""

    entities: frozenset[str]  # that they speak of without condition
    registered: tuple[str, ...]  # those that are an organisation's number
    given: bool  # a first or last name is among them
    forms: tuple[str, ...]  # those that say a legal form, sorted
    flags: tuple[str, ...]  # those that say yes or no to being a person, or an organisation


class Spots:
    """`of(path)` and `members(names)`: bounded in number and in the length of what is remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.routes = Routes(lexicon)
        self._known = Bounded[Path, Spot](REMEMBERED)
        self._holders = Bounded[Path, Path](REMEMBERED)
        self._objects = Bounded[tuple[str, ...], Members](OBJECTS)

    def read(self, leaves: Sequence[Leaf]) -> list[Spot]:
        """The spot of each leaf."""
        known, of = self._known.young(), self.of
        return [known(leaf.path) or of(leaf.path) for leaf in leaves]

    def of(self, path: Path) -> Spot:
        """The same for the same path, remembered or not."""
        spot = self._known.get(path)
        if spot is None:
            route = self.routes.of(path)
            short = is_short(path, route)
            parent = self._holder(path, route.parent, short)
            holder = parent if route.holder == route.parent else self._holder(path, route.holder, short)
            spot = Spot(path, route, holder, parent)
            if short:
                self._known.put(path, spot)
        return spot

    def _holder(self, path: Path, segments: int, short: bool) -> Path:
        """An object on the way to a leaf; mostly the same tuple for all its leaves."""
        holder = path[:segments]
        same = self._holders.get(holder)
        if same is None:
            same = holder
            if short:
                self._holders.put(holder, holder)
        return same

    def members(self, names: tuple[str, ...]) -> Members:
        """Of an object with fields of these evened-out names, in their order."""
        members = self._objects.get(names)
        if members is None:
            members = self._told(names)
            if sum(map(len, names)) <= LONGEST:
                self._objects.put(names, members)
        return members

    def _told(self, names: tuple[str, ...]) -> Members:
        terms = [(name, term) for name in names if (term := self._lexicon.meaning(name).term)]
        return Members(
            entities=frozenset(entity for _, term in terms if term.when == "plain" for entity in term.entities),
            registered=tuple(name for name, term in terms if term.entities == ("ORGANIZATION_NUMBER",)),
            given=not GIVEN_NAMES.isdisjoint(names),
            forms=tuple(sorted(FORM_KEYS.intersection(names))),
            flags=tuple(name for name in names if name in OF_PERSONS or name in OF_ORGANISATIONS),
        )
