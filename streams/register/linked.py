"""A register for programs: JSON-LD in DPV's terms, and a fideslang manifest."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import orjson

from schemas import fides
from schemas.dpv import RIGHTS
from schemas.plain import plain
from schemas.policy import Retention
from streams.ledger.observed import Traffic
from streams.ledger.times import rfc3339
from streams.register.activities import Activity, Mandate
from streams.register.own import own

CONTEXT: Final = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "loc": "https://w3id.org/dpv/loc#",
    "dct": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def json_ld(rows: Sequence[Activity], mandated: Sequence[Mandate], traffic: Sequence[Traffic]) -> bytes:
    """A `dpv:Process` per activity and mandate, under one `dpv:RecordsOfActivities`; observations are noted and declare nothing."""
    processes = [*(_activity(row, number) for number, row in enumerate(rows)), *(_mandate(row) for row in mandated)]
    record = {
        "@id": "urn:spor:register",
        "@type": "dpv:RecordsOfActivities",
        "dct:hasPart": [{"@id": process["@id"]} for process in processes],
    }
    graph = [record, *processes, *(_observation(seen) for seen in traffic)]
    return orjson.dumps({"@context": CONTEXT, "@graph": graph}, option=orjson.OPT_INDENT_2) + b"\n"


def _activity(row: Activity, number: int) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@id": f"urn:spor:activity:{row.controller}:{row.version}:{number}",
        "@type": "dpv:Process",
        "dct:title": f"{row.title}: {plain(row.purpose)}",
        "dpv:hasDataController": {"@type": "dpv:DataController", "dct:identifier": row.controller, "dct:title": row.title},
        "dpv:hasPurpose": _id(row.purpose),
        "dpv:hasPersonalData": [_id(category) for category in row.categories],
        "dpv:hasDataSubject": [_id(subject) for subject in row.subjects],
        "dpv:hasRecipient": [{"@type": "dpv:Recipient", "dct:title": name} for name in row.recipients],
        "dpv:hasThirdCountry": [_id(f"loc:{country}") for country in row.countries],
        "dpv:hasProcessing": [_id(term) for term in row.processing],
        "dpv:hasStorageCondition": [_stored(kept, said) for kept, said in zip(row.stores, row.retention, strict=False)],
        "dpv:hasRight": [_id(right) for right in row.rights if right in RIGHTS],
        "dct:source": row.cite,
    }
    if row.legal_basis or row.condition:
        node["dpv:hasLegalBasis"] = [_id(basis) for basis in (row.legal_basis, row.condition) if basis]
    if row.safeguards:
        node["dct:description"] = "Safeguards: " + "; ".join(row.safeguards)
    return {name: value for name, value in node.items() if value not in (None, [])}


def _mandate(row: Mandate) -> dict[str, Any]:
    node = {
        "@id": f"urn:spor:mandate:{row.processor}:{'-'.join(row.controller.split())}",
        "@type": "dpv:Process",
        "dct:title": f"{row.title} for {row.controller}",
        "dpv:hasDataProcessor": {"@type": "dpv:DataProcessor", "dct:identifier": row.processor, "dct:title": row.title},
        "dpv:hasDataController": {"@type": "dpv:DataController", "dct:title": row.controller},
        "dpv:hasProcessing": [_id(processing) for processing in row.processing],
        "dpv:hasRecipient": [{"@type": "dpv:DataSubProcessor", "dct:title": name} for name in row.subprocessors],
        "dpv:hasThirdCountry": [_id(f"loc:{country}") for country in row.countries],
    }
    if row.location:
        node["dpv:hasStorageCondition"] = [{"@type": "dpv:StorageLocation", "dpv:hasLocation": [_id(f"loc:{c}") for c in row.location]}]
    return {name: value for name, value in node.items() if value not in (None, [])}


def _stored(kept: Retention, said: str) -> dict[str, Any]:
    """One store's condition: for a period, until an event, or for a time that the document does not state."""
    duration: dict[str, Any] = {"@type": "dpv:IndeterminateDuration"}
    if kept.period is not None and kept.anchor is not None:
        at_once = not any(digit in kept.period for digit in "123456789")
        duration = {"@type": "dpv:UntilEventDuration" if at_once else "dpv:TemporalDuration", "dct:description": f"from {kept.anchor}"}
        duration["rdf:value"] = {"@type": "xsd:duration", "@value": _xsd(kept.period)}
    return {"@type": "dpv:StorageDuration", "dct:description": said, "dpv:hasDuration": duration}


def _xsd(period: str) -> str:
    """XML Schema knows no weeks."""
    return f"P{int(period[1:-1]) * 7}D" if period.endswith("W") else period


def _observation(seen: Traffic) -> dict[str, Any]:
    first, last = seen.personal.first, seen.personal.last
    between = f" from {rfc3339(first)} to {rfc3339(last)}" if first is not None and last is not None else ""
    return {
        "@id": f"urn:spor:observed:{seen.integration.replace(' ', '-')}",
        "@type": "dpv:Process",
        "dct:title": f"Observed: {seen.integration}",
        "dct:description": f"{seen.personal.flows} messages with personal data{between}. An observation; it declares nothing.",
        "dpv:hasPersonalData": [_id(category) for category in sorted(seen.categories)],
        "dpv:hasDataSubject": [_id(kind) for kind in sorted(seen.kinds)],
    }


def _id(curie: str) -> dict[str, str]:
    return {"@id": curie}


def manifest(rows: Sequence[Activity], mandated: Sequence[Mandate], prefix: str) -> dict[str, Any]:
    """A fideslang manifest: a system per controller with a privacy declaration per activity, one per processor, and Spor itself."""
    systems = [
        _system(controller, [row for row in rows if row.controller == controller]) for controller in sorted({r.controller for r in rows})
    ]
    systems += [_processor(row) for row in mandated]
    return {"system": [*systems, _itself(prefix)]}


def _system(controller: str, rows: Sequence[Activity]) -> dict[str, Any]:
    return {
        "fides_key": _key(controller),
        "name": rows[0].title,
        "description": f"Pack {controller} {rows[0].version}",
        "system_type": "Service",
        "meta": {"data_subject_rights": ", ".join(dict.fromkeys(filter(None, map(fides.right, rows[0].rights))))},
        "privacy_declarations": [_declaration(row) for row in rows],
    }


def _declaration(row: Activity) -> dict[str, Any]:
    declared: dict[str, Any] = {
        "name": " / ".join(filter(None, (plain(row.purpose), ", ".join(row.contexts), row.cite))),
        "data_categories": sorted({fides.category(category) for category in row.categories}) or ["user"],
        "data_use": fides.use(row.purpose),
        "data_subjects": sorted({fides.subject(subject) for subject in row.subjects}) or ["customer"],
        "retention_period": "; ".join(row.retention),
        "processes_special_category_data": bool(row.special),
    }
    if basis := fides.basis(row.legal_basis):
        declared["legal_basis_for_processing"] = basis
    if condition := fides.condition(row.condition or row.legal_basis):
        declared["special_category_legal_basis"] = condition
    return declared


def _processor(row: Mandate) -> dict[str, Any]:
    return {
        "fides_key": _key(f"{row.processor}_for_{row.controller}"),
        "name": f"{row.title} for {row.controller}",
        "system_type": "Service",
        "privacy_declarations": [
            {
                "name": "on behalf of the controller",
                "data_categories": ["user"],
                "data_use": "essential.service.operations",
                "data_subjects": ["customer"],
            }
        ],
    }


def _itself(prefix: str) -> dict[str, Any]:
    said = [
        {
            "name": f"{prefix}.{row.topic}: {row.holds}",
            "data_categories": ["user"],
            "data_use": fides.use(row.purpose),
            "data_subjects": ["customer"],
            "retention_period": row.kept,
        }
        for row in own()
    ]
    return {"fides_key": _key(prefix), "name": "Spor", "system_type": "Service", "privacy_declarations": said}


def _key(text: str) -> str:
    """A fides key: letters, digits, `.`, `_`, `-`."""
    return "".join(_safe(text)).strip("._-") or "system"


def _safe(text: str) -> Iterator[str]:
    for character in text:
        yield character if character.isascii() and (character.isalnum() or character in "._-") else "_"
