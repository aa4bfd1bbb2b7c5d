"""All identifiers together: a pass for what is written in digits, one for codes with letters, and for each entity one beside a witness."""

import re
from collections.abc import Iterator
from typing import Final

from schemas.entities import NATIONAL_IDS
from streams.inspect.detect import (
    austria,
    baltics,
    belgium,
    britain,
    companies,
    czechia,
    finland,
    france,
    germany,
    iberia,
    iceland,
    ireland,
    italy,
    passports,
    poland,
    switzerland,
    vehicles,
)
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.identifiers import Identifier, NumberPass, Pass

FAMILIES: Final[tuple[tuple[Identifier, ...], ...]] = (
    baltics.IDENTIFIERS, finland.IDENTIFIERS, iceland.IDENTIFIERS, germany.IDENTIFIERS, switzerland.IDENTIFIERS, austria.IDENTIFIERS,
    poland.IDENTIFIERS, belgium.IDENTIFIERS, france.IDENTIFIERS, iberia.IDENTIFIERS, italy.IDENTIFIERS, ireland.IDENTIFIERS,
    czechia.IDENTIFIERS, britain.IDENTIFIERS, companies.IDENTIFIERS, vehicles.IDENTIFIERS, passports.IDENTIFIERS,
)  # fmt: skip
IDENTIFIERS: Final = tuple(identifier for family in FAMILIES for identifier in family)
LETTERED: Final = frozenset({"IT_FISCAL_CODE", "VIN"})  # that need not have six digits in a row
NUMBERS: Final = NumberPass((i, i.shapes) for i in IDENTIFIERS if i.entity not in LETTERED)
CODES: Final = Pass((i, i.shapes) for i in IDENTIFIERS if i.entity in LETTERED)
CODE: Final = re.compile(r"[0-9A-Z][0-9A-Z<]{11}|[A-Z]{3} [0-9A-Z]{5} [0-9A-Z]{5}")  # what every such code has in it


def numbers(text: str) -> Iterator[Candidate]:
    """What is written in digits and may stand alone."""
    return NUMBERS.find(text)


def codes(text: str) -> Iterator[Candidate]:
    """Codes of letters and digits that may stand alone, and lines of machine-readable zones."""
    if CODE.search(text):
        yield from CODES.find(text)
        yield from passports.zones(text)


def _passes() -> dict[str, tuple[Pass, ...]]:
    """For each entity the passes that look for it beside a witness; one for each identifier, since shapes of several may overlap."""
    found: dict[str, list[Pass]] = {}
    for identifier in IDENTIFIERS:
        for shape in identifier.beside:
            found.setdefault(identifier.entity, []).append(Pass([(identifier, (shape,))], ignore_case=True))
    return {entity: tuple(passes) for entity, passes in found.items()}


BESIDE: Final = _passes()


def _whole() -> dict[str, re.Pattern[str]]:
    """For each personal identifier what a whole value must look like to be one at all."""
    return {
        entity: re.compile("|".join(s for i in IDENTIFIERS if i.entity == entity for s in (*i.shapes, *i.beside)), re.IGNORECASE)
        for entity in dict.fromkeys(i.entity for i in IDENTIFIERS)
        if entity in NATIONAL_IDS or entity == "DE_HEALTH_INSURANCE"
    }


WHOLE: Final = _whole()


def beside(entity: str, text: str) -> Iterator[Candidate]:
    """What could be the entity beside a witness, in the shapes that nobody looks for otherwise."""
    for search in BESIDE.get(entity, ()):
        yield from search.find(text)
