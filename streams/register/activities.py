"""What a register of processing says: a row per purpose of a controller, or per controller that a processor works for.

Rows are what packs and registry declare; what traffic showed stands apart from them, in `streams.register.annex`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from schemas.dpv import is_special
from schemas.law import EEA
from schemas.plain import Language, plain
from schemas.policy import Pack, Purpose, Retention, Transfer
from schemas.registry import FlowEntry
from schemas.words import Anchor

UNSTATED = "unstated"
_CURIE = re.compile(r"(?:dpv|pd|eu-gdpr):[A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Activity:
    """One purpose of a controller (GDPR art. 30(1)). Terms are CURIEs; `None` and `()` are what the document does not say."""

    controller: str
    title: str
    version: str
    purpose: str
    legal_basis: str | None
    condition: str | None
    contexts: tuple[str, ...]
    requires: tuple[str, ...]
    subjects: tuple[str, ...]
    categories: tuple[str, ...]
    recipients: tuple[str, ...]
    countries: tuple[str, ...]  # outside the EEA
    safeguards: tuple[str, ...]
    retention: tuple[str, ...]
    stores: tuple[Retention, ...]  # the same, for programs
    processing: tuple[str, ...]
    security: str | None
    rights: tuple[str, ...]  # terms, and promises that no term has in their own words
    integrations: tuple[str, ...]  # of the registry that serve this purpose
    cite: str | None
    inferred: bool

    @property
    def special(self) -> tuple[str, ...]:
        return tuple(category for category in self.categories if is_special(category))


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a processor does for one controller (GDPR art. 30(2)): no purposes and no retention, which are the controller's."""

    processor: str
    title: str
    controller: str
    processing: tuple[str, ...]
    integrations: tuple[str, ...]
    subprocessors: tuple[str, ...]
    countries: tuple[str, ...]
    safeguards: tuple[str, ...]
    location: tuple[str, ...]
    security: str | None
    cite: str | None


def activities(pack: Pack, entries: Sequence[FlowEntry]) -> list[Activity]:
    """A controller's rows, in the pack's order. `entries`: those of the registry that name it."""
    mine = [entry for entry in entries if entry.controller == pack.pack]
    countries, safeguards = _transfers(pack.transfers, mine)
    return [
        Activity(
            controller=pack.pack,
            title=pack.title,
            version=pack.version,
            purpose=purpose.purpose,
            legal_basis=purpose.legal_basis,
            condition=purpose.condition,
            contexts=(*purpose.when.context, *purpose.when.document_type),
            requires=tuple(f"{fact} {wanted}" for fact, wanted in (*purpose.when.fact.items(), *purpose.requires.items())),
            subjects=purpose.subjects,
            categories=purpose.categories if purpose.categories is not None else pack.categories.declared,
            recipients=tuple(_recipient(r.name, r.country) for r in pack.recipients),
            countries=countries,
            safeguards=safeguards,
            retention=tuple(map(retained, (*purpose.retention, *pack.retention))) or (UNSTATED,),
            stores=(*purpose.retention, *pack.retention),
            processing=pack.processing,
            security=pack.security.says if pack.security else None,
            rights=tuple(dict.fromkeys(pack.rights.rights)) if pack.rights else (),
            integrations=tuple(entry.id for entry in mine if _serves(entry, pack, purpose)),
            cite=purpose.cite,
            inferred=purpose.inferred,
        )
        for purpose in pack.purposes
    ]


def mandates(pack: Pack, entries: Iterable[FlowEntry], titles: dict[str, str]) -> list[Mandate]:
    """A processor's rows, one per controller that the registry names for its flows. `titles`: controller id -> its pack's title."""
    mine = [entry for entry in entries if (entry.processor or entry.match.platform) == pack.pack]
    rows = []
    for controller in sorted({entry.controller or "undecided" for entry in mine}):
        served = [entry for entry in mine if (entry.controller or "undecided") == controller]
        countries, safeguards = _transfers(pack.transfers, served)
        rows.append(
            Mandate(
                processor=pack.pack,
                title=pack.title,
                controller=titles.get(controller, controller),
                processing=pack.processing,
                integrations=tuple(entry.id for entry in served),
                subprocessors=tuple(_recipient(r.name, r.country) for r in pack.recipients),
                countries=countries,
                safeguards=safeguards,
                location=pack.location.within if pack.location else (),
                security=pack.security.says if pack.security else None,
                cite=pack.security.cite if pack.security else None,
            )
        )
    return rows


def retained(retention: Retention, language: Language = "en") -> str:
    """`accounting: P5Y from fiscal-year-end`; a store without a figure is unstated."""
    store = f"{retention.store}: " if retention.store else ""
    if retention.period is None or retention.anchor is None:
        said = retention.note or UNSTATED
    else:
        anchor = _EVENTS[retention.anchor].get(language, retention.anchor)
        said = f"{retention.period} {_FROM[language]} {anchor}" + (f" ({retention.note})" if retention.note else "")
    return f"{store}{said}{' [inferred]' if retention.inferred else ''}"


_FROM: Final[dict[Language, str]] = {"en": "from", "nb": "fra", "nl": "vanaf"}
_EVENTS: Final[dict[Anchor, dict[Language, str]]] = {  # in English the words of packs say it themselves
    "message": {"nb": "meldingen", "nl": "het bericht"},
    "contract-end": {"nb": "avtalens slutt", "nl": "het einde van de overeenkomst"},
    "last-activity": {"nb": "siste aktivitet", "nl": "de laatste activiteit"},
    "withdrawal": {"nb": "tilbaketrekking", "nl": "de intrekking"},
    "account-closure": {"nb": "lukking av kontoen", "nl": "het sluiten van het account"},
    "purchase": {"nb": "kjøpet", "nl": "de aankoop"},
    "contact": {"nb": "kontakten", "nl": "het contact"},
    "collection": {"nb": "innsamlingen", "nl": "de verzameling"},
    "fiscal-year-end": {"nb": "regnskapsårets slutt", "nl": "het einde van het boekjaar"},
    "handled": {"nb": "behandlingen", "nl": "de afhandeling"},
    "external": {"nb": "en ekstern regel", "nl": "een externe regel"},
}


def _serves(entry: FlowEntry, pack: Pack, purpose: Purpose) -> bool:
    """Whether a registered flow can meet a purpose's `when`, as far as the registry tells: an untold context keeps it in."""
    when = purpose.when
    if when.document_type and entry.match.document_type and not set(when.document_type) & set(entry.match.document_type):
        return False
    return not when.context or entry.context is None or entry.context in when.context


def _transfers(stated: Sequence[Transfer], entries: Iterable[FlowEntry]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Third countries that the pack names or a registered endpoint lies in, and what is named for them."""
    reached = {e.country for entry in entries if entry.contract for e in entry.contract.endpoints if e.country and e.country not in EEA}
    countries = sorted({t.country for t in stated if t.country not in EEA} | reached)
    safeguards = (_safeguard(t) for t in stated)
    return tuple(countries), tuple(dict.fromkeys(safeguards))


def _safeguard(transfer: Transfer) -> str:
    named = plain(transfer.safeguard) if transfer.safeguard else transfer.instrument or UNSTATED
    act = f", {transfer.instrument}" if transfer.instrument and transfer.safeguard else ""
    to = f" ({transfer.recipient})" if transfer.recipient else ""
    return f"{transfer.country}{to}: {named}{act}"


def _recipient(name: str, country: str | None) -> str:
    return f"{name} ({country})" if country else name


def words(terms: Iterable[str], language: Language) -> str:
    """Terms as people read them, the CURIE behind each: what is meant must not get lost in translation."""
    return "; ".join(f"{plain(term, language)} ({term})" if _CURIE.fullmatch(term) else term for term in terms)
