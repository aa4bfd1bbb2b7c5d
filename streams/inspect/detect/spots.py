"""What a path says by itself, read once however often it comes: its names, whom it hangs under, whether it can name or be named."""

import re
from dataclasses import dataclass, field
from typing import Final

from schemas.words import Place
from streams.inspect.detect.blocks import words
from streams.inspect.detect.bounded import Bounded
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.outcome import Plan
from streams.inspect.detect.tokens import evened
from streams.inspect.words import Path, Syntax

REMEMBERED: Final = 65_536  # paths
OBJECTS: Final = 16_384  # lists of names
MAY_HOLD: Final = re.compile(
    r"@|[0-9](?:[ .\-]?[0-9]){5}|%40|(?:[0-9A-Fa-f]{1,4}[:.\-]){3}|[^\x00-\x7f]{6}|\*\*"
)  # else a name holds no identifier
LONGEST: Final = 1_000  # characters of a path's names together; a longer path is read each time
VALUE_KEYS: Final = words("""
    value val verdi vaerdi varde waarde wert propertyvalue fieldvalue attributevalue text content answer svar antwoord valuestring
    stringvalue newvalue oldvalue data valuetext
""")
LABEL_KEYS: Final = ("ref", "name", "key", "title", "label", "code", "text")
HEADINGS: Final = words(
    "columns headers header headings columnnames fieldnames fields cols kolonner kolumner kolommen spalten overskrifter"
)

GIVEN_NAMES: Final = words("""
    firstname lastname givenname familyname surname fornavn etternavn fornamn efternamn efternavn voornaam achternaam vorname nachname
""")


@dataclass(slots=True, eq=False)
class Spot:
    """A path, read; the same object for as long as it is remembered.

    `puts`: the objects that its value is a field of, each with the field's evened-out name.
    """

    names: tuple[str, ...]  # the object keys on the way down
    puts: tuple[tuple[Path, str], ...]
    hangs: tuple[Path, str] | None  # the object around the leaf's own, and the name of the leaf's own in it
    heads: tuple[Path, int] | None  # a column's heading: of which table, which column
    labelled: bool  # something beside the value may name it
    name: str  # evened out, wrappers passed over
    unwrapped: Path  # up to the name that says something: `name` of name[0].text
    edifact: bool
    table: bool  # a cell of a table
    odd: bool  # one of its names may hold an identifier itself
    size: int  # characters of its names together
    plans: dict[tuple[Place, str], Plan] = field(default_factory=dict)  # what was made of it, by place and document type


@dataclass(frozen=True, slots=True)
class Members:
    """What the names of an object's fields say together. `registered`: those that are an organisation's number."""

    entities: frozenset[str]  # that they speak of without condition
    registered: tuple[str, ...]
    given: bool  # a first or last name is among them


class Spots:
    """`of(path)` and `members(names)`: bounded in number and in the length of what is remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known = Bounded[Path, Spot](REMEMBERED)
        self._known_names = Bounded[tuple[str, ...], tuple[bool, int]](OBJECTS)
        self._objects = Bounded[tuple[str, ...], Members](OBJECTS)

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
        )

    def of(self, path: Path) -> Spot:
        """The same for the same path, remembered or not."""
        spot = self._known.get(path)
        if spot is None:
            spot = self._read(path)
            if spot.size <= LONGEST:
                self._known.put(path, spot)
        return spot

    def _read(self, path: Path) -> Spot:
        unwrapped = self._unwrapped(path)
        last = unwrapped[-1] if unwrapped else ""
        puts = self._puts(path)
        names = tuple([segment for segment in path if isinstance(segment, str)])
        odd, size = self._looks(names)
        return Spot(
            names=names,
            puts=puts,
            hangs=_hung(puts[-1][0]) if puts else None,
            heads=_heading(path),
            labelled=_labelled(path),
            name=evened(last) if isinstance(last, str) else "",
            unwrapped=unwrapped,
            edifact=Syntax.EDIFACT in path,
            table=Syntax.CSV in path,
            odd=odd,
            size=size,
        )

    def _looks(self, names: tuple[str, ...]) -> tuple[bool, int]:
        """Whether one of the names may hold an identifier, and how long they are together: the same for all rows of a table."""
        looks = self._known_names.get(names)
        if looks is None:
            looks = any(MAY_HOLD.search(name) for name in names), sum(map(len, names))
            if looks[1] <= LONGEST:
                self._known_names.put(names, looks)
        return looks

    def _puts(self, path: Path) -> tuple[tuple[Path, str], ...]:
        if not path:
            return ()
        if isinstance(path[-1], int) and len(path) > 1 and Syntax.XML in path:
            path = path[:-1]  # of an element that is repeated
        key, parent = path[-1], path[:-1]
        if not isinstance(key, str):
            return ()
        if parent and isinstance(parent[-1], str) and self._lexicon.is_wrapper(key):
            return (parent[:-1], evened(parent[-1])), (parent, evened(key))  # {"phone": {"value": …}} stands for {"phone": …}
        return ((parent, evened(key)),)

    def _unwrapped(self, path: Path) -> Path:
        while len(path) > 1 and isinstance(path[-1], str) and self._lexicon.is_wrapper(path[-1]):
            shorter = path[:-1]
            while shorter and isinstance(shorter[-1], int):
                shorter = shorter[:-1]
            if not shorter or not isinstance(shorter[-1], str):
                return path
            path = shorter
        return path


def _hung(path: Path) -> tuple[Path, str] | None:
    """The object around `path` has one under its last name: {"email": [{"value": …}]} is one that has an e-mail."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return (path[:-1], path[-1]) if path and isinstance(path[-1], str) else None


def _heading(path: Path) -> tuple[Path, int] | None:
    """`columns[2]` and `columns[2].name`."""
    if len(path) > 2 and isinstance(path[-1], str) and evened(path[-1]) in LABEL_KEYS:
        path = path[:-1]
    if len(path) < 2 or not isinstance(path[-1], int) or not isinstance(path[-2], str) or evened(path[-2]) not in HEADINGS:
        return None
    return path[:-2], path[-1]


def _labelled(path: Path) -> bool:
    """Not where a field of an object has a name that says more than that there is a value."""
    return bool(path) and (Syntax.XML in path or not isinstance(path[-1], str) or evened(path[-1]) in VALUE_KEYS)
