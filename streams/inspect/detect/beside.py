"""What the fields beside a leaf make of the claims of its name: conditions met, logins told from names, a person's own number."""

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from schemas.entities import NATIONAL_IDS
from streams.inspect.detect import places, signs
from streams.inspect.detect.blocks import words
from streams.inspect.detect.claims import Claim, Field
from streams.inspect.detect.records import REACH, Records
from streams.inspect.detect.signs import OF_ANIMALS, OF_BANKS, OF_STATISTICS, SHOWN_NAMES
from streams.inspect.detect.spots import Spot
from streams.inspect.words import Leaf, Path

NUMBERS: Final = words("number nr no nummer code kode kod")  # of a record that is a person's: a customer's, a member's
WAYS: Final = frozenset({"EMAIL_ADDRESS", "PHONE_NUMBER", "DATE_OF_BIRTH", "GENDER"})  # two of them make a thing somebody
TRAITS: Final = words("EMPLOYEE_NUMBER MARITAL_STATUS NATIONALITY RELIGION UNION DISABILITY BLOOD_TYPE ETHNICITY PASSPORT DRIVING_LICENCE")
TAXED: Final = frozenset({"IT_FISCAL_CODE", "ES_NIF", "DE_TAX_ID"})  # what a `tax id` may be; an `id` of persons may be Switzerland's, too
INSURED: Final = "CH_AHV"
PLACED: Final = frozenset({"GEO", "LOCATION"})
COUNTED: Final = frozenset({"GENDER", "AGE", "SALARY"})  # what figures are broken down by, and what they are of
ROW: Final = 3  # segments of the path of a cell, of a field in a list of records
ACCOUNTS: Final = ("BANK_ACCOUNT", "NO_BANK_ACCOUNT", "IBAN_CODE")


def heard(field: Field, leaf: Leaf, spot: Spot, records: Records) -> Field:
    """The field with what only its record can say: claims whose condition is not met are left out."""
    if not field.claims:
        return field if field.thing else _numbered(field, leaf, spot, records)
    if field.claims[0].entities[0] in PLACED and places.is_of_a_place(leaf.path, records):
        return Field((), field.thing, True)
    claims = tuple(kept for claim in field.claims if (kept := _kept(claim, leaf, records)))
    if len(claims) == len(field.claims) and all(kept is claim for kept, claim in zip(claims, field.claims, strict=True)):
        return field
    if not claims:
        return _numbered(Field((), field.thing, field.organisation), leaf, spot, records)
    return Field(claims, field.thing, field.organisation)


WAITS: Final = MappingProxyType({"account": signs.BANKS, "geo": signs.ALWAYS})  # by what a claim needs; the others need facts


def waits(field: Field, path: Path, name: str) -> int:
    """Signs, without all of which `heard` gives the field itself whatever stands beside it, but for what `may_be_login`.

    `name`: of the field, evened out. `signs.ALWAYS` is always right, and slower.
    """
    if not field.claims:
        return 0 if field.thing or name not in NUMBERS else signs.OF_KINDS
    found = 0
    for claim in field.claims:
        if not isinstance(path[-1], str) and (claim.entities == ("GENDER",) or claim.word == "function"):
            return signs.ALWAYS
        if claim.need:
            found |= WAITS.get(claim.need, signs.FACTS)
        if claim.entities[0] in COUNTED:
            found |= signs.STATISTICS
    return found | (places.waits(path) if field.claims[0].entities[0] in PLACED else 0)


def names_somebody(field: Field) -> bool:
    """Whether a name to show beside the field can make a login of what it holds."""
    return any(claim.entities == ("PERSON",) for claim in field.claims)


def may_be_login(text: str) -> bool:
    """`khansen`, `PETTERS`: beside a name to show it is the login."""
    return " " not in text and len(text) > 2 and (text.islower() or text.isupper())


def _kept(claim: Claim, leaf: Leaf, records: Records) -> Claim | None:
    if claim.need and not _met(claim, leaf, records):
        return None
    if claim.need == "account" and records.has(leaf.path, OF_BANKS):
        return replace(claim, entities=ACCOUNTS)
    if (claim.entities == ("GENDER",) or claim.word == "function") and isinstance(leaf.path[-1], int):
        return None  # a list of genders is an enumeration, one of functions is a program's
    if claim.entities[0] in COUNTED and _of_figures(claim, leaf, records):
        return None
    if claim.entities == ("PERSON",) and may_be_login(leaf.text) and records.has(leaf.path, SHOWN_NAMES - {claim.word}):
        return replace(claim, entities=("USERNAME", "PERSON"), evidence=(*claim.evidence, "sibling:displayname"))
    return claim


def _of_figures(claim: Claim, leaf: Leaf, records: Records) -> bool:
    """Of an animal, or of a row of statistics: beside a year or a count, and nothing that is one person's."""
    if claim.entities == ("GENDER",) and records.has(leaf.path, OF_ANIMALS):
        return True
    if not records.has(leaf.path, OF_STATISTICS) or len(leaf.path) > ROW:
        return False
    facts = records.beside(leaf.path)
    return facts.kind is None and not facts.named and facts.entities <= COUNTED


def _met(claim: Claim, leaf: Leaf, records: Records) -> bool:
    facts = records.beside(leaf.path)
    if claim.need == "account":
        return True
    if claim.need == "named":
        return facts.named
    if claim.need == "contact":
        return facts.kind != "organisation" and (facts.named or bool(facts.entities & REACH) or _of_somebody(facts.entities))
    if claim.need == "reached":
        return facts.kind != "organisation" and (facts.named or len(facts.entities & WAYS) > 1)
    entity = "LOCATION" if claim.need == "address" else "GEO"
    return entity in facts.entities or (claim.need == "geo" and records.has_both_halves(leaf.path[:-1]))


def _of_somebody(entities: frozenset[str]) -> bool:
    """Whether fields of the record are what a person alone has. A tax number is a company's, too."""
    if entities & TRAITS:
        return True
    return bool(entities & NATIONAL_IDS) and (not entities >= TAXED or INSURED in entities)


def _numbered(field: Field, leaf: Leaf, spot: Spot, records: Records) -> Field:
    """`number` of a record that says it is a private person."""
    name = spot.route.name
    if name not in NUMBERS or records.beside(leaf.path).kind != "person":
        return field
    return Field((Claim(("CUSTOMER_NUMBER",), name, (f"key:{name}", "record:person")),), False, field.organisation)
