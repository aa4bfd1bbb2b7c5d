"""What the fields beside a field say: whether a record is about a person or an organisation, an address, a position."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.entities import NATIONAL_IDS
from streams.inspect.detect import signs
from streams.inspect.detect.blocks import words
from streams.inspect.detect.edifact import Segments
from streams.inspect.detect.forms import FORM_CODES, FORM_OBJECTS, SOLE_TRADERS, Kind, flagged, form_of, formed, partner_of
from streams.inspect.detect.labels import Labels
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.names import is_company
from streams.inspect.detect.signs import LATITUDES, LONGITUDES
from streams.inspect.detect.spots import GIVEN_NAMES, Spot, Spots
from streams.inspect.detect.tokens import evened
from streams.inspect.words import Leaf, Path, Syntax

REACH: Final = frozenset(
    {"EMAIL_ADDRESS", "PHONE_NUMBER", "DATE_OF_BIRTH", "GENDER", "PERSON"}
)  # beside a bare name they make it somebody's
OF_NO_COMPANY: Final = words("DATE_OF_BIRTH GENDER SALARY JOB_TITLE MARITAL_STATUS NATIONALITY")
SOMEBODYS: Final = NATIONAL_IDS | OF_NO_COMPANY  # an organisation has none of these
ADDRESS: Final = re.compile(r"[^@\s]{1,64}@[^@\s]{1,255}")
COMPANY_NAMES: Final = ("name", "nm", "navn", "namn", "naam", "companyname", "registrationname")
ACCOUNT: Final = "Acct"
PAYEE: Final = "PayeeFinancialAccount"
REGISTERS: Final = (  # of UBL and of the UN's invoices (CII): the object and its field
    ("PartyLegalEntity", "companyid"),
    ("PartyTaxScheme", "companyid"),
    ("SpecifiedLegalOrganization", "id"),
)
OF_ADDRESSES: Final = frozenset({"EMAIL_ADDRESS"})
OBJECTS_OF_FORMS: Final = frozenset(FORM_OBJECTS)
NO_FIELDS: Final[Mapping[str, str]] = MappingProxyType({})
DIRECT: Final = 200  # fields of one object that are looked at


@dataclass(frozen=True, slots=True, repr=False)
class Facts:
    """What an object's own fields say of it."""

    kind: Kind | None = None
    sole_trader: bool = False
    entities: frozenset[str] = frozenset()  # that the names of its fields speak of without condition
    named: bool = False  # it has a first or last name


class Records:
    """The objects of one message: for each path of an object, its fields by evened-out name.

    `read`: what each leaf's path says by itself. `signs`: which kinds of names (signs.py) are on the way to any of them.
    """

    def __init__(self, leaves: Sequence[Leaf], lexicon: Lexicon, spots: Spots) -> None:
        self._spots = spots
        self._fields: dict[Path, dict[str, str]] = {}
        self._inner: dict[Path, set[str]] = {}  # names of the objects in an object
        self._telling: set[Path] = set()  # objects that may say whether they are a person's or an organisation's
        self._facts: dict[Path, Facts] = {}
        self._around: dict[Path, Facts | None] = {}  # whose a leaf is, by the object that it hangs in
        self.places: dict[Path, bool] = {}  # whether an object is a place's, once it has been asked
        self.read = spots.read(leaves)
        self.signs = signs.OF_ALL
        others = self._put_all(leaves)
        self.segments = Segments([leaf for leaf, spot in others if spot.route.edifact])
        self._labels = Labels(others, self._fields)
        for leaf, spot in others:
            if (label := self._label(leaf.path, spot)) is not None:
                self._put(self._labels.holder(leaf.path), evened(label[1]), leaf.text)  # pairs and rows read as the record they stand for

    def _put_all(self, leaves: Sequence[Leaf]) -> list[tuple[Leaf, Spot]]:
        """Fills the objects; gives the leaves that are more, or less, than a field of one."""
        others: list[tuple[Leaf, Spot]] = []
        holder: Path | None = None
        fields: dict[str, str] = {}
        found, telling = self.signs, self._telling
        for leaf, spot in zip(leaves, self.read):  # noqa: B905  # as many, and checking that takes a tenth of the loop
            route = spot.route
            found |= route.signs
            if not route.plain:
                others.append((leaf, spot))
            if (key := route.key) is None:
                continue
            if route.outer is not None:
                self._put(spot.holder[:-1], spot.outer or route.outer, leaf.text)
            if spot.holder is not holder:
                holder = spot.holder
                fields = self._open(holder)
                if route.hung is not None:
                    self._hang(holder[: route.hung], str(holder[route.hung]))
            if len(fields) >= DIRECT:
                continue
            if route.numbered:
                key = spot.key or key
            if key not in fields:
                fields[key] = leaf.text
                if route.tells is None:
                    route.tells = self._spots.routes.tells(key)
                if route.tells:
                    telling.add(holder)
        self.signs |= found | (signs.OF_KINDS if telling else 0)
        return others

    def _hang(self, path: Path, name: str) -> None:
        inner = self._inner.get(path)
        if inner is None:
            self._inner[path] = {name}
        elif len(inner) < DIRECT:
            inner.add(name)

    def _open(self, path: Path) -> dict[str, str]:
        """The fields of the object at `path`."""
        fields = self._fields.get(path)
        if fields is None:
            fields = self._fields[path] = {}
            if path and path[-1] in OBJECTS_OF_FORMS:
                self._telling.add(path[:-1])
        return fields

    def _put(self, path: Path, key: str, text: str) -> None:
        """A field whose name another value says, or that stands for what hangs below it."""
        fields = self._open(path)
        if key not in fields and len(fields) < DIRECT:
            fields[key] = text
            self.signs |= signs.SIGNS.get(key, 0)
            if self._spots.routes.tells(key):
                self.signs |= signs.OF_KINDS
                self._telling.add(path)

    def odd(self, leaves: Sequence[Leaf]) -> Iterable[Leaf]:
        """Of its leaves those on whose way some name may hold an identifier."""
        return [leaf for leaf, spot in zip(leaves, self.read, strict=True) if spot.odd] if self.signs & signs.ODD else ()

    def size(self) -> int:
        """Characters of the names on the way to its leaves, each counted for each leaf."""
        return sum([spot.route.size for spot in self.read])

    def _label(self, path: Path, spot: Spot) -> tuple[str, str] | None:
        if not spot.route.labelled or (spot.route.cell and not self.signs & signs.OF_HEADINGS):
            return None
        return self._labels.of(path)

    def named_by_sibling(self, path: Path) -> tuple[str, str] | None:
        """For a value that its own key does not name: (what kind of sibling names it, what that says)."""
        return self._label(path, self._spots.of(path))

    def has(self, path: Path, names: Set[str]) -> bool:
        """Whether one of the names stands beside the leaf."""
        return not names.isdisjoint(self._fields.get(self._spots.of(path).unwrapped[:-1], {}))

    def said(self, path: Path, name: str) -> str | None:
        """What the field of an evened-out name beside the leaf says; None where there is none."""
        return self._fields.get(path[:-1], {}).get(name)

    def is_object(self, path: Path) -> bool:
        """Whether there is something at `path` that has fields: of an element of XML, its attributes."""
        return path in self._fields

    def stands(self, path: Path, names: Set[str]) -> bool:
        """Whether the object at `path` has one of the names, for a field or for an object of its own."""
        if not names.isdisjoint(self._fields.get(path, {})):
            return True
        return any(evened(name) in names for name in self._inner.get(path, ()))

    def holds(self, path: Path, names: Set[str], objects: Set[str]) -> bool:
        """Whether the object at `path` has a field of these evened-out names, or an object of these names as they are written."""
        return not names.isdisjoint(self._fields.get(path, ())) or not objects.isdisjoint(self._inner.get(path, ()))

    def is_of(self, path: Path, names: Set[str]) -> bool:
        """Whether the object at `path` has fields of these names alone, and no objects in it."""
        return self._fields.get(path, {}).keys() <= names and path not in self._inner

    def beside(self, path: Path) -> Facts:
        """Of the object that holds a leaf's field; of a list of key/value pairs for the value of one."""
        if self.named_by_sibling(path) is not None and len(path) > 1 and isinstance(path[-2], int):
            return self.facts(path[:-2])
        return self.facts(self._spots.of(path).unwrapped[:-1])

    def beside_of(self, spot: Spot) -> Facts:
        """The same, of a leaf that nothing but its own name names."""
        return self.facts(spot.path[: spot.route.unwrapped - 1])

    def has_both_halves(self, path: Path) -> bool:
        """Whether the object at `path` has a latitude beside a longitude."""
        fields = self._fields.get(path, {})
        return not LATITUDES.isdisjoint(fields) and not LONGITUDES.isdisjoint(fields)

    def facts(self, path: Path) -> Facts:
        """Of the object at `path`."""
        known = self._facts.get(path)
        if known is None:
            known = self._facts[path] = self._read(path)
        return known

    def around(self, path: Path) -> Facts:
        """Of the object that a leaf hangs in, or, where that says nothing, of the one or two around it (an address inside a customer)."""
        spot = self._spots.of(path)
        return self.whose(spot) or self.facts(spot.parent[: spot.route.around[-1]])

    def whose(self, spot: Spot) -> Facts | None:
        """The facts of the first of these objects that says whose it is; None where none does."""
        parent = spot.parent
        if parent not in self._around:
            objects = [path for segments in spot.route.around if self._may_tell(path := parent[:segments])]
            self._around[parent] = next((facts for path in objects if (facts := self.facts(path)).kind is not None), None)
        return self._around[parent]

    def _may_tell(self, path: Path) -> bool:
        """Whether an object may say whether it is a person's or an organisation's."""
        return path in self._telling or Syntax.XML in path

    def _read(self, path: Path) -> Facts:
        fields = self._fields.get(path, NO_FIELDS)
        members = self._spots.members(tuple(fields))
        entities = members.entities
        if inner := self._inner.get(path):
            entities |= self._spots.members(tuple(sorted(inner))).entities & REACH
        if any("@" in said and ADDRESS.fullmatch(said) for said in fields.values()):
            entities |= OF_ADDRESSES
        named = members.given or (bool(self.signs & signs.INNER) and self._is_named_within(path))
        if not self._may_tell(path):
            return Facts(None, False, entities, named)
        form = partner_of(fields) or form_of(fields, members.forms) or self._nested_form(path)
        if form in SOLE_TRADERS:
            return Facts("person", True, entities, named)
        if kind := flagged(fields, members.flags) or formed(form):
            return Facts(kind, kind == "person", entities, named)
        registered = any(fields[key].strip() for key in members.registered)
        if (registered or self._incorporated(path)) and not named and entities.isdisjoint(SOMEBODYS):
            return Facts("organisation", False, entities)
        return Facts(None, False, entities, named)

    def _incorporated(self, path: Path) -> bool:
        """A party of a business document, or an account of one: a company by its name, or by the register that it stands in."""
        return Syntax.XML in path and any(self._is_company(party) for party in (path, *_owners(path)))

    def _is_company(self, path: Path) -> bool:
        fields = self._fields.get(path, {})
        names = [fields.get(name, "") for name in COMPANY_NAMES] + [self._fields.get((*path, "PartyName"), {}).get("name", "")]
        if any(is_company(name.strip()) for name in names):
            return True
        registered = any(number in self._fields.get((*path, register), {}) for register, number in REGISTERS)
        return registered or self._hangs((*path, "Id"), "OrgId")

    def _hangs(self, path: Path, name: str) -> bool:
        """Whether the object at `path` has one of that name, with fields of its own or with objects."""
        return (*path, name) in self._fields or (*path, name) in self._inner

    def _is_named_within(self, path: Path) -> bool:
        return any(not GIVEN_NAMES.isdisjoint(self._fields.get(at, {})) for at in ((*path, "name"), (*path, "name", 0)))

    def _nested_form(self, path: Path) -> str | None:
        """What an object of the object says its form is: {"organisasjonsform": {"kode": "ENK"}}."""
        for name in FORM_OBJECTS:
            nested = self._fields.get((*path, name))
            if nested and (said := form_of(nested, [key for key in FORM_CODES if key in nested])):
                return said
        return None


def _owners(path: Path) -> tuple[Path, ...]:
    """Where the owner of an account stands: in it (`Acct/Ownr`), or beside it (`Dbtr` of `DbtrAcct`); in UBL whom an invoice pays."""
    name = path[-1] if path else None
    if name == PAYEE:
        root = path[: path.index(Syntax.XML) + 2]
        return ((*root, "PayeeParty"), (*root, "AccountingSupplierParty", "Party"))
    if not isinstance(name, str) or not name.endswith(ACCOUNT):
        return ()
    return ((*path, "Ownr"), (*path[:-1], name.removesuffix(ACCOUNT)))
