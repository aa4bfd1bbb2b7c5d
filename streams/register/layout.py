"""Columns of a register as the law lists them (GDPR art. 30) and as three supervisory authorities' templates head them.

ICO: the controller workbook's template (UK); CNIL: its record sheet (France); CNPD: seven columns (Luxembourg). What only the
organisation knows is left empty; what the document does not say reads `unstated`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.plain import Language, plain
from streams.ledger.observed import Traffic
from streams.ledger.times import rfc3339
from streams.register.activities import UNSTATED, Activity, Mandate, retained, words
from streams.register.own import own


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table for people: a name, its headings, and its rows as texts."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def _cells(row: Activity, language: Language) -> dict[str, str]:
    """What every layout picks its columns from; the empty name is a column that only the organisation can fill."""
    interest = (row.legal_basis or "").startswith("eu-gdpr:A6-1-f")
    return {
        "": "",
        "controller": row.title,
        "situation": "; ".join(row.contexts),
        "purpose": _terms(row.purpose, language),
        "basis": _terms(row.legal_basis, language) + (" [inferred]" if row.inferred else ""),
        "interest": _terms(row.purpose, language) if interest else "",
        "condition": words([row.condition], language) if row.condition else (UNSTATED if row.special else ""),
        "asked": "; ".join(row.requires),
        "subjects": words(row.subjects, language) or UNSTATED,
        "categories": words(row.categories, language) or UNSTATED,
        "special": words(row.special, language),
        "recipients": _list(row.recipients),
        "countries": "; ".join(row.countries),
        "safeguards": _list(row.safeguards) if row.countries else "",
        "retention": _list([retained(kept, language) for kept in row.stores]),
        "security": row.security or UNSTATED,
        "rights": words(row.rights, language) or UNSTATED,
        "flows": "; ".join(row.integrations),
        "source": f"{row.controller} {row.version}, {row.cite or UNSTATED}",
    }


def _terms(term: str | None, language: Language) -> str:
    return words([term], language) if term else UNSTATED


def _list(items: Sequence[str]) -> str:
    return "; ".join(items) if items else UNSTATED


LAYOUTS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = MappingProxyType(
    {
        "art30": (
            ("Controller", "controller"),
            ("Situation", "situation"),
            ("Purpose of processing", "purpose"),
            ("Legal basis", "basis"),
            ("Art. 9 condition", "condition"),
            ("Asked of the message", "asked"),
            ("Categories of data subjects", "subjects"),
            ("Categories of personal data", "categories"),
            ("Special categories", "special"),
            ("Categories of recipients", "recipients"),
            ("Third countries", "countries"),
            ("Safeguards", "safeguards"),
            ("Time limits for erasure", "retention"),
            ("Security measures", "security"),
            ("Rights", "rights"),
            ("Integrations", "flows"),
            ("Source", "source"),
        ),
        "ico": (
            ("Business function", "situation"),
            ("Purpose of processing", "purpose"),
            ("Name and contact details of joint controller (if applicable)", ""),
            ("Categories of individuals", "subjects"),
            ("Categories of personal data", "categories"),
            ("Categories of recipients", "recipients"),
            ("Link to contract with processor", ""),
            ("Names of third countries or international organisations that personal data are transferred to (if applicable)", "countries"),
            (
                "Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)",
                "safeguards",
            ),
            ("Retention schedule (if possible)", "retention"),
            ("General description of technical and organisational security measures (if possible)", "security"),
            ("Article 6 lawful basis for processing personal data", "basis"),
            ("Article 9 condition for processing special category data", "condition"),
            ("Legitimate interests for the processing (if applicable)", "interest"),
            ("Link to record of legitimate interests assessment (if applicable)", ""),
            ("Rights available to individuals", "rights"),
            ("Existence of automated decision-making, including profiling (if applicable)", ""),
            ("The source of the personal data (if applicable)", "flows"),
            ("Link to record of consent", "asked"),
            ("Location of personal data", "countries"),
            ("Data Protection Impact Assessment required?", ""),
            ("Data Protection Impact Assessment progress", ""),
            ("Link to Data Protection Impact Assessment", ""),
            ("Has a personal data breach occurred?", ""),
            ("Link to record of personal data breach", ""),
            ("Data Protection Act 2018 Schedule 1 Condition for processing", ""),
            ("GDPR Article 6 lawful basis for processing", "basis"),
            ("Link to retention and erasure policy document", "source"),
            ("Is personal data retained and erased in accordance with the policy document?", ""),
            ("Reasons for not adhering to policy document (if applicable)", ""),
        ),
        "cnil": (
            ("Nom de l'activité", "situation"),
            ("Responsable conjoint", ""),
            ("Objectifs poursuivis", "purpose"),
            ("Catégories de personnes concernées", "subjects"),
            ("Catégories de données collectées", "categories"),
            ("Données sensibles", "special"),
            ("Durées de conservation", "retention"),
            ("Catégories de destinataires", "recipients"),
            ("Transferts hors UE", "countries"),
            ("Garanties", "safeguards"),
            ("Mesures de sécurité", "security"),
        ),
        "cnpd": (
            ("Finalité", "purpose"),
            ("Catégories de personnes concernées", "subjects"),
            ("Catégories de données traitées", "categories"),
            ("Catégories de destinataires", "recipients"),
            ("Transferts vers des pays tiers", "countries"),
            ("Délais prévus pour l'effacement des données", "retention"),
            ("Mesures de sécurité organisationnelles et techniques", "security"),
        ),
    }
)  # fmt: skip


def controllers(rows: Sequence[Activity], layout: str, language: Language) -> Sheet:
    columns = LAYOUTS[layout]
    told = tuple(tuple(cells[name] for _, name in columns) for cells in (_cells(row, language) for row in rows))
    return Sheet("Art. 30(1)", tuple(heading for heading, _ in columns), told)


def processors(rows: Sequence[Mandate], language: Language) -> Sheet:
    """Art. 30(2): there are no columns for purposes and periods, which are the controller's to say."""
    headings = (
        "Processor", "Controller", "Categories of processing", "Integrations", "Sub-processors", "Third countries", "Safeguards",
        "Own location promised", "Security measures",
    )  # fmt: skip
    told = tuple(
        (
            row.title,
            row.controller,
            words(row.processing, language) or UNSTATED,
            "; ".join(row.integrations),
            _list(row.subprocessors),
            "; ".join(row.countries),
            _list(row.safeguards) if row.countries else "",
            _list(row.location),
            row.security or UNSTATED,
        )
        for row in rows
    )
    return Sheet("Art. 30(2)", headings, told)


def annex(traffic: Sequence[Traffic], language: Language) -> Sheet:
    """What was seen, per integration and category: an observation, which declares nothing."""
    headings = (
        "Integration", "Controller then", "Category", "Messages", "Values", "First", "Last", "Data subjects", "Senders", "Receivers",
        "Purposes tagged", "Rules that spoke", "At",
    )  # fmt: skip
    rows = [_observed(seen, category, language) for seen in traffic for category in sorted(seen.categories)]
    return Sheet("Annex, observed", headings, tuple(rows))


def _observed(seen: Traffic, category: str, language: Language) -> tuple[str, ...]:
    tally = seen.categories[category]
    instants = tuple("" if at is None else rfc3339(at) for at in (tally.first, tally.last))
    controllers_ = "; ".join(sorted(name or "none" for name in seen.controllers))
    named = (words(sorted(seen.kinds), language), "; ".join(sorted(seen.senders)), "; ".join(sorted(seen.receivers)))
    judged = (words(sorted(seen.purposes), language), "; ".join(sorted(seen.rules)), "; ".join(sorted(tally.paths)))
    counts = (str(tally.flows), str(tally.findings))
    return (seen.integration, controllers_, words([category], language), *counts, *instants, *named, *judged)


def ourselves(prefix: str, language: Language) -> Sheet:
    """Spor's own processing: it is a processor of what it reads."""
    rows = tuple((f"{prefix}.{row.topic}", f"{plain(row.purpose, language)} ({row.purpose})", row.holds, row.kept) for row in own())
    return Sheet("Spor itself", ("Topic", "Purpose", "Holds", "Kept"), rows)
