"""The detector's version: ours, those of the libraries that decide, and a digest of every table and pattern."""

import hashlib
import re
from collections.abc import Mapping
from types import ModuleType
from typing import Final

from schemas import entities
from streams.inspect import stamps
from streams.inspect.detect import (
    accounts,
    asides,
    austria,
    baltics,
    belgium,
    beside,
    britain,
    claims,
    companies,
    contexts,
    credentials,
    crowds,
    czechia,
    days,
    denmark,
    devices,
    dialling,
    edifact,
    evened,
    fields,
    finland,
    france,
    gazetteer,
    germany,
    given_names_a,
    given_names_b,
    given_names_c,
    given_names_d,
    hidden,
    iberia,
    iceland,
    identifiers,
    ireland,
    italy,
    labels,
    lexicon,
    mail,
    markup,
    matching,
    models,
    named,
    nameless,
    names,
    national,
    netherlands,
    norway,
    pairs,
    passports,
    patterns,
    phoneplans,
    phones,
    places,
    platforms,
    poland,
    positions,
    presidio,
    prose,
    reading,
    records,
    resolve,
    schema_hints,
    shapes,
    spelled,
    spots,
    standards,
    statements,
    surnames,
    surnames_b,
    sweden,
    switzerland,
    term_national,
    term_numbers,
    term_papers,
    term_traits,
    terms,
    texts,
    tokens,
    traits,
    triage,
    values,
    vehicles,
    witness,
    written,
)  # fmt: skip

RULES: Final = "6"  # goes up with every change of a rule that no table holds
MODULES: Final[tuple[ModuleType, ...]] = (
    entities, accounts, asides, austria, baltics, belgium, beside, britain, claims, companies, contexts, credentials, crowds, czechia,
    days, denmark, devices, dialling, edifact, evened, fields, finland, france, gazetteer, germany, given_names_a,
    given_names_b, given_names_c, given_names_d, hidden, iberia, iceland, identifiers, ireland, italy, labels,
    lexicon, mail, markup, matching, models, named, nameless, names, national, netherlands, norway, pairs, passports, patterns, phoneplans,
    phones, places, platforms,
    poland, positions, presidio, prose, reading, records, resolve, schema_hints, shapes, spelled, spots, stamps, standards, statements,
    surnames, surnames_b, sweden, switzerland,
    term_national, term_numbers, term_papers, term_traits, terms, texts, tokens, traits, triage, values, vehicles, witness,
    written,
)  # fmt: skip


def version(libraries: str) -> str:
    """`spor-detect/1 presidio-analyzer/2.2.366 … tables/0f…`: changes when anything that decides a finding does."""
    return f"spor-detect/{RULES} {libraries} tables/{digest()[:12]}"


def digest() -> str:
    """SHA-256 over every constant of the detector's modules, in hex; the same in every process."""
    state = hashlib.sha256()
    for module in MODULES:
        for name in sorted(vars(module)):
            if name.isupper():
                state.update(f"{module.__name__}.{name}={_written(getattr(module, name))}\n".encode())
    return state.hexdigest()


def _written(value: object) -> str:
    """A constant as text that does not depend on hash order or memory addresses."""
    if isinstance(value, re.Pattern):
        return f"{value.pattern}/{value.flags}"
    if isinstance(value, frozenset | set):
        return "{" + ",".join(sorted(map(_written, value))) + "}"
    if isinstance(value, Mapping):
        return "{" + ",".join(sorted(f"{_written(k)}:{_written(v)}" for k, v in value.items())) + "}"
    if isinstance(value, tuple | list):
        return "(" + ",".join(map(_written, value)) + ")"
    return getattr(value, "__qualname__", "") or repr(value)
