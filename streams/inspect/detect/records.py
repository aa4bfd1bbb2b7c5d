"""What the fields beside a field say: whether a record is about a person or an organisation, an address, a position."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final, Literal

from schemas.entities import NATIONAL_IDS
from streams.inspect.detect.blocks import words
from streams.inspect.detect.edifact import Segments
from streams.inspect.detect.labels import Labels
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.names import is_company
from streams.inspect.detect.spots import GIVEN_NAMES, Spots
from streams.inspect.detect.tokens import evened, folded
from streams.inspect.words import Leaf, Path, Syntax

Kind = Literal["person", "organisation"]

FORM_KEYS: Final = words("""
    companytype organisationform organizationform organisasjonsform orgform orgformkode legalform rechtsform rechtsvorm bolagsform
    foretagsform virksomhedsform companyform customertype kundetype kundtype klanttype type businesstype entitytype partytype
    selskapsform foretaksform companytypecode organisasjonsformkode juridiskform ondernemingsvorm virksomhedstype legalentitytype
    category kind organizationtype organisationtype customercategory contacttype ownertype suppliertype enterprisetype typeofcustomer
    yritysmuoto yhtiomuoto teisineforma rechtsformtext virksomhedsformtekst
""")
SOLE_TRADERS: Final = words("""
    enk enkeltpersonforetak enkeltmannsforetak enskildfirma enskildnaringsidkare enskild ef enkeltmandsvirksomhed enkeltmandsfirma
    personligtejetvirksomhed eenmanszaak zzp zzper soletrader soleproprietor soleproprietorship einzelunternehmen einzelunternehmer
    einzelfirma freelancer selfemployed individualcompany individualenterprise naringsdrivende selvstendignaringsdrivende
    toiminimi tmi yksityinenelinkeinonharjoittaja elinkeinonharjoittaja pmv personligtejetmindrevirksomhed individualiveikla fie
    fuusilisestisikustettevotja jednoosobowadzialalnoscgospodarcza eingetragenerkaufmann eingetragenekauffrau autonomo autoentrepreneur
    entrepreneurindividuel entrepriseindividuelle dittaindividuale samnieciskadarbinieks individualaiskomersants
""")
PRIVATE: Final = words("""
    private privat privatperson privatkunde privatkund person individual consumer naturalperson fysiskperson natuurlijkpersoon
    particulier privatindividual b2c privateperson konsument forbruker forbruger consument privateindividual human physicalperson
    fysisk natural privatemployee
""")
COMPANIES: Final = words("""
    as asa ab aps bv nv gmbh ag kg ltd limited oy uab sia llc inc company business organization organisation organisasjon corporate
    corporation firma bedrift foretag bolag virksomhed virksomhet selskap bedrijf zakelijk b2b legalperson legalentity juridiskperson
    juridisk rechtspersoon ans da nuf sam stiftelse aktiebolag aksjeselskap aktieselskab handelsbolag kommanditbolag anpartsselskab
    enterprise institution government kommune org ks hb kb orgl flI samvirke vof maatschap cooperatie stichting
""")
OF_FORMS: Final = SOLE_TRADERS | PRIVATE | COMPANIES
FORM_OBJECTS: Final = ("organisasjonsform", "organisationsform", "legalForm", "companyForm", "virksomhedsform", "rechtsvorm")
FORM_CODES: Final = ("kode", "code", "kod", "value", "id", "name", "beskrivelse", "kortbeskrivelse", "langbeskrivelse")
OF_PERSONS: Final = words("""
    isperson isprivate isindividual privateperson isnaturalperson isprivateperson erperson erprivat privatperson isprivateindividual
    isconsumer
""")
OF_ORGANISATIONS: Final = words("""
    iscompany isorganization isorganisation isbusiness iscorporate erbedrift erfirma islegalentity arforetag isbusinesscustomer
""")
YES: Final = words("true 1 yes ja y t")
NO: Final = words("false 0 no nei nej nee n f")
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
OF_IDOCS: Final = frozenset({"LF", "SP", "BK", "LS"})  # PARVW, SAP's partner functions: vendor, forwarder, bank, a system
LATITUDES: Final = frozenset({"lat", "latt", "latitude"})
LONGITUDES: Final = frozenset({"lon", "lng", "long", "longitude"})
ITS_OWN: Final = frozenset({"human", "party"})  # an object of such a name is a record of its own
DIRECT: Final = 200  # fields of one object that are looked at


@dataclass(frozen=True, slots=True, repr=False)
class Facts:
    """What an object's own fields say of it."""

    kind: Kind | None = None
    sole_trader: bool = False
    entities: frozenset[str] = frozenset()  # that the names of its fields speak of without condition
    named: bool = False  # it has a first or last name


class Records:
    """The objects of one message: for each path of an object, its fields by evened-out name."""

    def __init__(self, leaves: Sequence[Leaf], lexicon: Lexicon, spots: Spots) -> None:
        self._lexicon = lexicon
        self._spots = spots
        self._members = spots.members
        self._fields: dict[Path, dict[str, str]] = {}
        self._inner: dict[Path, set[str]] = {}  # names of the objects in an object
        self._facts: dict[Path, Facts] = {}
        self._around: dict[Path, Facts] = {}  # by parent
        self.places: dict[Path, bool] = {}  # whether an object is a place's, once it has been asked
        self.read = read = [spots.of(leaf.path) for leaf in leaves]  # what each leaf's path says by itself
        self._labels = Labels(leaves, read, self._fields)
        self.segments = Segments([leaf for leaf, spot in zip(leaves, read, strict=True) if spot.edifact])
        hung: set[tuple[Path, str]] = set()
        for leaf, spot in zip(leaves, read, strict=True):
            for parent, key in spot.puts:
                self._put(parent, key, leaf.text)
            if spot.hangs is not None and spot.hangs not in hung:
                hung.add(spot.hangs)
                self._hang(*spot.hangs)
        for leaf, spot in zip(leaves, read, strict=True):
            if spot.labelled and (label := self._labels.of(leaf.path)):
                self._put(self._labels.holder(leaf.path), evened(label[1]), leaf.text)  # pairs and rows read as the record they stand for
        self._last = {key for path in self._fields for key in path[-2:]}  # that some object's path ends with, or ends with before an index

    def _hang(self, path: Path, name: str) -> None:
        inner = self._inner.setdefault(path, set())
        if len(inner) < DIRECT:
            inner.add(name)

    def _put(self, parent: Path, key: str, text: str) -> None:
        fields = self._fields.get(parent)
        if fields is None:
            fields = self._fields[parent] = {}
        if key not in fields and len(fields) < DIRECT:
            fields[key] = text

    def named_by_sibling(self, path: Path) -> tuple[str, str] | None:
        """For a value that its own key does not name: (what kind of sibling names it, what that says)."""
        return self._labels.of(path) if self._spots.of(path).labelled else None

    def has(self, path: Path, names: Set[str]) -> bool:
        """Whether one of the names stands beside the leaf."""
        return not names.isdisjoint(self._fields.get(self._spots.of(path).unwrapped[:-1], {}))

    def said(self, path: Path, name: str) -> str | None:
        """What the field of an evened-out name beside the leaf says; None where there is none."""
        return self._fields.get(path[:-1], {}).get(name)

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
        if len(path) > 1 and isinstance(path[-1], int) and isinstance(path[-2], str):
            path = path[:-1]  # of several values of one field
        parent = path[:-1]
        known = self._around.get(parent)
        if known is None:
            known = self._around[parent] = self._look_around(parent)
        return known

    def _look_around(self, parent: Path) -> Facts:
        seen = 0
        while True:
            facts = self.facts(parent)
            if facts.kind is not None or not parent or seen >= 2:
                return facts
            if isinstance(parent[-1], str) and not self._lexicon.is_wrapper(parent[-1]):
                if not ITS_OWN.isdisjoint(self._lexicon.contexts(parent[-1])):
                    return facts  # neither a contact person inside a company nor the customer of one is the company
                seen += 1
            parent = parent[:-1]

    def _read(self, path: Path) -> Facts:
        fields = self._fields.get(path, {})
        members = self._members(tuple(fields))
        entities = members.entities
        if inner := self._inner.get(path):
            entities |= self._members(tuple(sorted(inner))).entities & REACH
        if any("@" in said and ADDRESS.fullmatch(said) for said in fields.values()):
            entities |= {"EMAIL_ADDRESS"}
        named = members.given or ("name" in self._last and self._is_named_within(path))
        form = self._form(path, fields)
        if form in SOLE_TRADERS:
            return Facts("person", True, entities, named)
        if kind := _flagged(fields) or _formed(form):
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

    def _form(self, path: Path, fields: Mapping[str, str]) -> str | None:
        if "parvw" in fields and fields["parvw"].strip() in OF_IDOCS:
            return "organization"
        for key in () if FORM_KEYS.isdisjoint(fields) else sorted(FORM_KEYS.intersection(fields)):
            if (said := _evened(fields[key])) in OF_FORMS:
                return said
        for name in () if self._last.isdisjoint(FORM_OBJECTS) else FORM_OBJECTS:
            nested = self._fields.get((*path, name))
            for key in FORM_CODES if nested else ():
                if nested and key in nested and (said := _evened(nested[key])) in OF_FORMS:
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


def _evened(text: str) -> str:
    return "".join(c for c in folded(text[:60]).lower() if c.isalnum())


def _flagged(fields: Mapping[str, str]) -> Kind | None:
    """What a yes or no says: isPerson, isCompany."""
    if OF_PERSONS.isdisjoint(fields) and OF_ORGANISATIONS.isdisjoint(fields):
        return None
    for name, said in fields.items():
        if name in OF_PERSONS or name in OF_ORGANISATIONS:
            answer = said.strip().lower()
            if answer in YES or answer in NO:
                return "person" if (name in OF_PERSONS) == (answer in YES) else "organisation"
    return None


def _formed(form: str | None) -> Kind | None:
    if form is None:
        return None
    if form in PRIVATE:
        return "person"
    return "organisation" if form in COMPANIES else None
