"""What a leaf's own place says it holds: the claims of its field name, of the names around it, and of a sibling that names it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from schemas.words import Place
from streams.inspect.detect import platforms, signs
from streams.inspect.detect.beside import heard, names_somebody, waits
from streams.inspect.detect.blocks import words
from streams.inspect.detect.claims import NO_FIELD, Claim, Field, Need
from streams.inspect.detect.contexts import Context
from streams.inspect.detect.lexicon import Lexicon, Meaning, Term, singular
from streams.inspect.detect.outcome import Plan
from streams.inspect.detect.records import Records
from streams.inspect.detect.routes import LONGEST, Route
from streams.inspect.detect.schema_hints import phrases, told
from streams.inspect.detect.spots import Spot
from streams.inspect.detect.standards import OF_DOCUMENTS, spoken
from streams.inspect.detect.tokens import evened
from streams.inspect.words import Leaf, Path

GIVES_NAMES: Final[frozenset[Place]] = frozenset({"body", "lookup", "property", "key"})  # elsewhere senders and owners are systems
BLIND: Final[frozenset[Place]] = frozenset(
    {"status", "error", "filename", "url"}
)  # their field names speak of the transport, not of persons
PERSONAL: Final[frozenset[Context]] = frozenset({"human", "party", "addressee", "address"})
DECISIVE: Final[frozenset[Context]] = PERSONAL | {"org", "thing"}
NAMES: Final = ("name", "navn", "namn", "naam")
TREES: Final = frozenset({"children", "child", "parent", "parents"})  # of people, and of everything that is nested
OF_GOODS: Final = frozenset({"condition", "treatment", "behandling", "behandeling"})
IDS: Final = frozenset({"id", "_id", "uuid", "guid", "key"})  # of a whole document: the record's, not a person's
TRAITS: Final = words("""
    HEALTH DISABILITY BLOOD_TYPE RELIGION UNION ETHNICITY POLITICS SEXUAL_ORIENTATION CRIMINAL_RECORD MARITAL_STATUS NATIONALITY GENDER
    PASSPORT ID_CARD DRIVING_LICENCE
""")
SAYING: Final = words("""
    id name navn namn naam nimi nm code kode kod koodi text tekst description beskrivelse beskrivning omschrijving bezeichnung display
    displayname label title type typ soort art reason arsak orsak reden grund avg max min mean bpm systolic diastolic
""")
DESCRIBING: Final = words("description beskrivelse beskrivning omschrijving bezeichnung label title type typ")
SCHEMA: Final = ("properties",)  # of JSON Schema: what hangs below describes fields and holds none
REFERRING: Final = words("reference ref data info status code type kode")  # ends of an object's name that add nothing
CODING: Final = "coding"  # FHIR's way to a code
SITUATIONS: Final = 64  # in which a plan is remembered
LONGEST_ROOT: Final = 120  # code points of a document's type with which a plan is remembered
UNNAMED: Final = words("name navn namn naam nm nimi names")  # what people call everything


class Fields:
    """Claims by place and path; `root`: the document type, which stands for the container that a bare root object has not."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._of_names = lru_cache(maxsize=32_768)(self._read)

    def plan(self, place: Place, path: Path, spot: Spot, root: str) -> Plan:
        """What the path alone says of a leaf without hints; the same object for as long as it is remembered."""
        plan = self._planned(place, path, spot.route, root if place == "body" else "")  # what was looked up is no part of the document
        if spot.size <= LONGEST and len(root) <= LONGEST_ROOT:
            spot.route.keep(place, root, plan)
        return plan

    def _planned(self, place: Place, path: Path, route: Route, root: str) -> Plan:
        if place in BLIND:
            return Plan(NO_FIELD, 0)
        if not path or route.edifact or (route.labelled and not (route.cell or route.element)):
            return Plan(NO_FIELD, signs.ALWAYS)
        field = self._of_names(place, route.names, root)
        named = (signs.OF_HEADINGS if route.labelled else 0) | (signs.OF_XML if route.element else 0)
        return Plan(field, named | waits(field, path, route.name) | platforms.waits(path), names_somebody(field))

    def narrowed(self, plan: Plan, leaf: Leaf, spot: Spot, records: Records, root: str) -> Plan:
        """The plan with the facts beside a leaf heard, for which alone it waits."""
        facts = records.beside_of(spot)
        if plan.beside is None or len(plan.beside) > SITUATIONS:
            plan.beside = {}
        known = plan.beside.get(facts)
        if known is None:
            known = plan.beside[facts] = Plan(self.of(leaf, spot, records, root), 0)
        return known

    def is_idle(self, leaf: Leaf, spot: Spot, root: str) -> bool:
        """Whether the names on the way to a leaf without hints claim nothing of it, and no segment, row or pair does."""
        route = spot.route
        if route.edifact or route.labelled:
            return False
        plan = route.plans.get((leaf.place, root)) or self.plan(leaf.place, leaf.path, spot, root)
        return not plan.field.claims

    def of(self, leaf: Leaf, spot: Spot, records: Records, root: str) -> Field:
        """The field of a leaf, its siblings heard."""
        if leaf.place in BLIND:
            return NO_FIELD
        element = records.segments.field(leaf.path) if spot.edifact else None
        if (element := element or platforms.of_platform(leaf, records)) is not None:
            return element
        names = spot.route.names
        root = root if leaf.place == "body" else ""  # what was looked up is no part of the document
        named = records.named_by_sibling(leaf.path) if spot.route.labelled else None
        if named is not None:
            name, said = named
            field = self._of_names(leaf.place, (*names[:-1], said), root)
            if field.claims or field.thing:
                witness = f"sibling:{name}"
                claims = tuple(replace(c, evidence=(*c.evidence, witness)) for c in field.claims)
                return heard(Field(claims, field.thing, field.organisation), leaf, spot, records)
        field = heard(self._of_names(leaf.place, names, root), leaf, spot, records)
        if leaf.hints and not field.claims and names:
            field = heard(self._of_schema(leaf, names, root), leaf, spot, records)
        return field

    def _of_schema(self, leaf: Leaf, names: tuple[str, ...], root: str) -> Field:
        """What the field would be if it were called as its schema speaks of it; only words that mean the same everywhere count."""
        for kind, phrase, whole in phrases(leaf.hints):
            meaning = self._lexicon.meaning(phrase)
            if meaning.term is not None and meaning.term.when == "plain" and not (whole and meaning.qualifiers):
                field = self._of_names(leaf.place, (*names[:-1], phrase), root)
                if field.claims:
                    return Field(tuple(told(claim, kind) for claim in field.claims), field.thing, field.organisation)
        return self._of_names(leaf.place, names, root)

    def _read(self, place: Place, names: tuple[str, ...], root: str) -> Field:
        names = self._unwrapped(names)
        if not names:
            return NO_FIELD
        names = (*names[:-1], spoken(names[-1]))
        if entity := OF_DOCUMENTS.get((names[0].lower(), names[-1].lower())):
            return Field((Claim((entity,), names[-1].lower(), (f"key:{names[-1].lower()}",)),))
        if (trait := self._of_trait(names)) is not None:
            return Field((_claim(trait),))
        meaning = self._lexicon.meaning(names[-1])
        around = self._around(meaning.qualifiers, names[:-1], root)
        organisation = (
            next((c for c in around if c & DECISIVE and not c <= {"address", "addressee", "geo"}), frozenset()) & {"org"} != frozenset()
        )
        wider = self._with_container(names, root)
        term = meaning.term
        if term is None or term.when != "plain":
            if wider.term is not None and names[-1].lower() not in UNNAMED and wider.term.when in _stronger(term):
                return Field(_together(wider.term, organisation), False, organisation)
            if term is None:
                return Field((), meaning.thing or wider.thing, organisation)
        claim = self._judged(meaning, around, place, organisation)
        return Field((claim,) if claim else (), False, organisation)

    def _of_trait(self, names: tuple[str, ...]) -> Term | None:
        """`navn` of `fagforening`, `coding.display` of `maritalStatus`: the object is of a trait, and the field says which."""
        if len(names) < 2 or (says := evened(names[-1])) not in SAYING or (says in DESCRIBING and names[-3:-2] == SCHEMA):
            return None
        holder = next((n for n in reversed(names[:-1]) if n != CODING and not self._lexicon.is_wrapper(n)), "")
        words = self._lexicon.words(holder)
        while (term := self._lexicon.of_words(words).term) is None or term.entities[0] not in TRAITS:
            if not words or words[-1] not in REFERRING:
                return None
            words = words[:-1]
        return term if term.when == "plain" and self._says(term, says, holder) else None

    def _says(self, term: Term, says: str, holder: str) -> bool:
        """Not the id of a sick leave, not the description of a field `nationality`, not the list of the kinds of absence that there are."""
        if "HEALTH" not in term.entities:
            return says not in DESCRIBING
        return says not in IDS and not (len(term.entities) > 1 and evened(holder) != singular(evened(holder)))

    def _unwrapped(self, names: tuple[str, ...]) -> tuple[str, ...]:
        while len(names) > 1 and self._lexicon.is_wrapper(names[-1]):
            names = names[:-1]
        return names

    def _with_container(self, names: tuple[str, ...], root: str) -> Meaning:
        """`number` of `customer` read as customerNumber."""
        if len(names) < 2 and (not root or names[-1].lower() in IDS):
            return Meaning(None, ())
        holders = [name for name in names[:-1] if not self._lexicon.is_wrapper(name)]
        if not holders and len(names) > 1 and not root:
            return Meaning(None, ())
        container = self._lexicon.words(holders[-1] if holders else root)
        if container:
            container = (*container[:-1], singular(container[-1]))
        own = self._lexicon.words(names[-1])
        meaning = self._lexicon.of_words((*container, *own))
        reaches = len(meaning.qualifiers) < len(container)  # the term must take in a word of the container
        return meaning if reaches else Meaning(None, ())

    def _around(self, qualifiers: tuple[str, ...], containers: tuple[str, ...], root: str) -> Sequence[frozenset[Context]]:
        """What stands around the leaf, nearest first; names that say nothing are left out."""
        found: list[frozenset[Context]] = []
        if qualifiers:
            own = self._lexicon.context_of_words(qualifiers)
            found.append(own or frozenset({"thing"}))  # "xyzName": the name of an xyz
        for name in (*reversed(containers), *((root,) if root else ())):
            if "@" in name[1:]:  # at its head it marks an attribute of XML
                found.append(frozenset({"human"}))  # an object that hangs under somebody's address is about them
            elif name.lower() in TREES and not self._of_people(containers):
                found.append(frozenset({"addressee"}))  # a category has children too
            elif not self._lexicon.is_wrapper(name) and (contexts := self._lexicon.contexts(name) or self._role(name)):
                found.append(contexts)
        return found

    def _role(self, name: str) -> frozenset[Context]:
        """A word that names somebody where it is a field (`kontaktlærer`) is a person where it is an object."""
        meaning = self._lexicon.meaning(name)
        if meaning.term is None or meaning.qualifiers or meaning.term.entities != ("PERSON",) or meaning.term.when == "person":
            return frozenset()
        return frozenset({"party"})

    def _of_people(self, containers: tuple[str, ...]) -> bool:
        return any(self._lexicon.contexts(name) & {"human", "party"} for name in containers if name.lower() not in TREES)

    def _strict(self, term: Term, around: Sequence[frozenset[Context]], decisive: frozenset[Context]) -> Claim | None:
        """A word that a company or system may stand behind too: the value must look like a name, but for a person's `displayName`."""
        stem = next((term.word.removesuffix(name) for name in NAMES if term.word.endswith(name)), "")
        if not stem or term.entities != ("PERSON",):
            return _claim(term, strict=True, party=bool(self._lexicon.contexts(term.word) & {"party"}))  # a reference is somebody
        if decisive and decisive <= {"thing", "org"} and not self._lexicon.contexts(stem) & PERSONAL:
            return None
        return _claim(term, strict="human" not in decisive or not around[0] & {"human"}, party=True)

    def _judged(self, meaning: Meaning, around: Sequence[frozenset[Context]], place: Place, organisation: bool) -> Claim | None:
        term = meaning.term
        if term is None:
            return None
        decisive = next((c & DECISIVE for c in around if c & DECISIVE), frozenset[Context]())
        if term.entities == ("PERSON",) and term.when != "plain" and place not in GIVES_NAMES:
            return None
        if term.when == "plain":
            return None if _elsewhere(meaning, around, decisive, organisation) else _claim(term, party=term.entities == ("LOCATION",))
        if term.when == "strict":
            return self._strict(term, around, decisive)
        if term.when == "person":
            return _of_person(term, decisive, around)
        return _of_part(term, meaning, around, organisation)


def _claim(term: Term, *, strict: bool = False, party: bool = False, need: Need = "") -> Claim:
    return Claim(term.entities, term.word, (f"key:{term.word}",), strict and term.entities == ("PERSON",), party, need)


def _together(term: Term, organisation: bool) -> tuple[Claim, ...]:
    """What field and container say in one: `PostalAddress.LineOne` is an address line, and nobody's in a company."""
    located = term.entities == ("LOCATION",)
    return () if located and organisation else (_claim(term, strict=term.when == "strict", party=located),)


def _elsewhere(meaning: Meaning, around: Sequence[frozenset[Context]], decisive: frozenset[Context], organisation: bool) -> bool:
    """An address or position that is an organisation's or a thing's: `companyCity`, `warehouse.latitude`."""
    if meaning.term is None or meaning.term.entities not in (("LOCATION",), ("GEO",)):
        return False
    return organisation or (bool(meaning.qualifiers) and decisive == {"thing"} and not around[0] & {"neutral", "geo"})


def _is_of_bodies(term: Term) -> bool:
    """A diagnosis or an allergy, which no thing has; goods have a `condition` and get a `treatment`."""
    return term.entities == ("HEALTH",) and term.word not in OF_GOODS


def _of_person(term: Term, decisive: frozenset[Context], around: Sequence[frozenset[Context]]) -> Claim | None:
    """A bare `name` or `title`: somebody's, if the nearest thing that says what it is says a person."""
    if "human" in decisive:
        return _claim(term)
    if decisive & {"org", "thing"}:
        if "org" in decisive or term.entities != ("PERSON",):
            return None  # but the `from` of a message is somebody, and an `item` with e-mail and phone
        return _claim(term, strict=True, party=True, need="contact" if around[0] & {"neutral"} else "reached")
    if term.entities != ("PERSON",):
        return None if around else _claim(term, need="contact" if _is_of_bodies(term) else "named")
    if decisive & PERSONAL:
        return _claim(term, strict=bool(decisive & {"addressee", "address"}), party=True)
    return None if around and around[0] == {"thing"} else _claim(term, strict=True, party=True, need="contact")


def _of_part(term: Term, meaning: Meaning, around: Sequence[frozenset[Context]], organisation: bool) -> Claim | None:
    """A word that only an address, a bank's or a position's container makes telling: `line1`, `by`, `number`, `lat`."""
    nearest = around[0] if around else frozenset[Context]()
    if term.when == "bank":
        return _claim(term) if "bank" in nearest else _unsure_account(term)
    if term.when == "geo":
        if organisation:
            return None  # where a shop is
        return _claim(term) if "geo" in nearest else None if meaning.qualifiers else _claim(term, need="geo")
    if nearest & {"address", "addressee"}:
        return None if organisation else _claim(term, party=True)
    if meaning.qualifiers or organisation or term.word in ("number", "nr"):  # of a record without an address of its own: the record's
        return None
    return _claim(term, party=True, need="address")


def _unsure_account(term: Term) -> Claim | None:
    """`accountNumber` where nothing speaks of a bank: a ledger's, unless it is a valid bank account."""
    if "account" not in term.word and "konto" not in term.word:
        return None
    return Claim(("NO_BANK_ACCOUNT",), term.word, (f"key:{term.word}",), need="account")


def _stronger(term: Term | None) -> tuple[str, ...]:
    """The terms of field and container together that count for more than the field's own."""
    return ("plain",) if term is not None and term.when == "strict" else ("plain", "strict")
