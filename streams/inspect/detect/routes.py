"""What paths of the same names say, whatever numbers stand in them: which object a value is a field of, what may name it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from schemas.words import Place
from streams.inspect.detect import signs
from streams.inspect.detect.blocks import words
from streams.inspect.detect.bounded import Bounded
from streams.inspect.detect.forms import TELLING
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.outcome import Plan
from streams.inspect.detect.tokens import LONGEST as LONGEST_NAME
from streams.inspect.detect.tokens import evened
from streams.inspect.words import Path, Segment, Syntax

REMEMBERED: Final = 16_384
REGISTERED: Final = ("ORGANIZATION_NUMBER",)
LONGEST: Final = 500  # characters of a path's names together; a longer path is read each time
DEEPEST: Final = 40  # segments; the same
MAY_HOLD: Final = re.compile(
    r"@|[0-9](?:[ .\-]?[0-9]){5}|%40|(?:[0-9A-Fa-f]{1,4}[:.\-]){3}|[^\x00-\x7f]{6}|\*\*"
)  # else a name holds no identifier
LONG_NUMBER: Final = re.compile(r"[0-9]{3,}")  # in a name: what it counts or dates, and no part of a word that the lexicon knows
KEPT: Final = re.compile(r":|256")  # but for sha256, and for object identifiers, which standards.py has by their numbers
VALUE_KEYS: Final = words("""
    value val verdi vaerdi varde waarde wert propertyvalue fieldvalue attributevalue text content answer svar antwoord valuestring
    stringvalue newvalue oldvalue data valuetext
""")
LABEL_KEYS: Final = ("ref", "name", "key", "title", "label", "code", "text")
HEADINGS: Final = words(
    "columns headers header headings columnnames fieldnames fields cols kolonner kolumner kolommen spalten overskrifter"
)
ITS_OWN: Final = frozenset({"human", "party"})  # an object of such a name is a record of its own
PLANS: Final = 4  # of one route
NO_PLANS: Final[Mapping[tuple[Place, str], Plan]] = MappingProxyType({})
OUTWARD: Final = 2  # objects around one that may say what it is


@dataclass(slots=True, eq=False)
class Route:
    """A path but for the numbers of its indices. An object on the way is given by the number of segments that lead to it.

    Long numbers in its names are noughts, as many as they have digits: no word has them, and 20,000 names `k1042` are one.
    """

    names: tuple[str, ...]  # the object keys on the way down
    numbered: bool  # a name on the way has a long number, so that the path's own may be other names
    key: str | None  # the evened-out name of the field that its value is
    holder: int  # the object that has that field
    outer: (
        str | None
    )  # the name under which it is a field of the object around that one, too: {"phone": {"value": …}} stands for {"phone": …}
    hung: int | None  # the object around the holder, where that has a name in it
    parent: int  # the object that a leaf hangs in, also as one of several values of a field
    around: tuple[int, ...]  # that one and those around it that may say what it is, inmost first
    unwrapped: int  # up to the name that says something: `name` of name[0].text
    heads: int | None  # a column's heading: of which table
    labelled: bool  # something beside the value may name it
    cell: bool  # the heading of its column alone
    element: bool  # of XML, which its own attributes or the heading of its column alone may name
    name: str  # evened out, wrappers passed over
    edifact: bool
    table: bool  # a cell of a table
    plain: bool  # a field of one object and no more
    tells: bool | None  # as the field that it is, it may say what its object is; None until it is asked
    size: int  # characters of its names together
    signs: int  # bits of signs.py
    plans: Mapping[tuple[Place, str], Plan]  # what was made of it, by place and document type

    def keep(self, place: Place, root: str, plan: Plan) -> None:
        """A few of them."""
        self.plans = {**self.plans, (place, root): plan} if len(self.plans) < PLANS else {(place, root): plan}


class Routes:
    """`of(path)`: bounded in number and in the length of what is remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known = Bounded[Path, Route](REMEMBERED)
        self._around = lru_cache(maxsize=4_096)(self._outward)

    def of(self, path: Path) -> Route:
        """The same for all paths of these names, as long as it is remembered."""
        path = tuple([_levelled(segment) for segment in path])
        route = self._known.get(path)
        if route is None:
            route = self._read(path)
            if is_short(path, route):
                self._known.put(path, route)
        return route

    def tells(self, name: str) -> bool:
        """Whether a field of this evened-out name may say that its object is a person's or an organisation's."""
        if name in TELLING:
            return True
        term = self._lexicon.meaning(name).term
        return term is not None and term.entities == REGISTERED

    def _read(self, path: Path) -> Route:
        names = tuple([segment for segment in path if isinstance(segment, str)])
        key, holder, outer = self._field(path)
        plain = key is not None and outer is None
        parent = _parent(path)
        unwrapped = self._unwrapped(path)
        last = path[unwrapped - 1] if unwrapped else ""
        labelled, heads = _labelled(path), _heading(path)
        table, edifact = Syntax.CSV in path, Syntax.EDIFACT in path
        return Route(
            names=names,
            numbered=any(map(LONG_NUMBER.search, names)),
            key=key,
            holder=holder,
            outer=outer,
            hung=_hung(path[:holder]) if key is not None else None,
            parent=parent,
            around=self._around(path[:parent]),
            unwrapped=unwrapped,
            heads=heads,
            labelled=labelled,
            cell=labelled and not isinstance(path[-1], str) and not table and Syntax.XML not in path,
            element=Syntax.XML in path and not (table or edifact) and not (isinstance(path[-1], str) and evened(path[-1]) in VALUE_KEYS),
            name=evened(last) if isinstance(last, str) else "",
            edifact=edifact,
            table=table,
            plain=plain and not (labelled or heads is not None or table or edifact),
            tells=None,
            size=sum(map(len, names)),
            signs=_signs(path, names) | (signs.OF_HEADINGS if heads is not None else 0),
            plans=NO_PLANS,
        )

    def _field(self, path: Path) -> tuple[str | None, int, str | None]:
        """The name of the field that a value is, the object that has it, and its name in the object around that one."""
        if len(path) > 1 and isinstance(path[-1], int) and Syntax.XML in path:
            path = path[:-1]  # of an element that is repeated
        key, holder = path[-1] if path else None, path[:-1]
        if not isinstance(key, str):
            return None, 0, None
        wrapped = holder[-1] if holder and self._lexicon.is_wrapper(key) else None
        return evened(key), len(holder), evened(wrapped) if isinstance(wrapped, str) else None

    def _outward(self, path: Path) -> tuple[int, ...]:
        """An address inside a customer is the customer's; but no contact person of a company is the company, nor is its customer."""
        found = [len(path)]
        named = 0
        while path and named < OUTWARD:
            name = path[-1]
            if isinstance(name, str) and not self._lexicon.is_wrapper(name):
                if not ITS_OWN.isdisjoint(self._lexicon.contexts(name)):
                    break
                named += 1
            path = path[:-1]
            found.append(len(path))
        return tuple(found)

    def _unwrapped(self, path: Path) -> int:
        while len(path) > 1 and isinstance(path[-1], str) and self._lexicon.is_wrapper(path[-1]):
            shorter = path[:-1]
            while shorter and isinstance(shorter[-1], int):
                shorter = shorter[:-1]
            if not shorter or not isinstance(shorter[-1], str):
                break
            path = shorter
        return len(path)


def is_short(path: Path, route: Route) -> bool:
    """Whether what has been read of it is remembered."""
    return route.size <= LONGEST and len(path) <= DEEPEST


def _levelled(segment: Segment) -> Segment:
    """The first index for any other, and a name with noughts for its long numbers; a name that is cut short is left as it is."""
    if isinstance(segment, int):
        return 0
    if not isinstance(segment, str) or not LONG_NUMBER.search(segment) or len(segment) > LONGEST_NAME or KEPT.search(segment):
        return segment
    return LONG_NUMBER.sub(_noughts, segment)


def _noughts(number: re.Match[str]) -> str:
    return "0" * len(number.group())


def _signs(path: Path, names: Iterable[str]) -> int:
    """Of all names on the way."""
    found = signs.OF_XML if Syntax.XML in path else 0
    if "name" in path[:-1]:
        found |= signs.INNER
    for name in names:
        found |= signs.SIGNS.get(evened(name), 0)
        if MAY_HOLD.search(name):
            found |= signs.ODD
    return found


def _parent(path: Path) -> int:
    """Of several values of one field, the object that has the field."""
    several = len(path) > 1 and isinstance(path[-1], int) and isinstance(path[-2], str)
    return max(len(path) - (2 if several else 1), 0)


def _hung(path: Path) -> int | None:
    """The object around `path` has one under its last name: {"email": [{"value": …}]} is one that has an e-mail."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return len(path) - 1 if path and isinstance(path[-1], str) else None


def _heading(path: Path) -> int | None:
    """`columns[2]` and `columns[2].name`: how many segments lead to the table."""
    if len(path) > 2 and isinstance(path[-1], str) and evened(path[-1]) in LABEL_KEYS:
        path = path[:-1]
    if len(path) < 2 or not isinstance(path[-1], int) or not isinstance(path[-2], str) or evened(path[-2]) not in HEADINGS:
        return None
    return len(path) - 2


def _labelled(path: Path) -> bool:
    """Not where a field of an object has a name that says more than that there is a value."""
    return bool(path) and (Syntax.XML in path or not isinstance(path[-1], str) or evened(path[-1]) in VALUE_KEYS)
