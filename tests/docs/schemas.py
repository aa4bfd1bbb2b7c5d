"""The JSON Schemas of every record, made from the models: `python -m tests.docs.schemas` writes them into `docs/schemas` anew.

They are what a reader may rely on: fields that a later version adds are allowed, as our own readers allow them.
"""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import models_json_schema

from schemas.lineage import (
    OURS,
    CoverageRunFacet,
    ExchangeDatasetFacet,
    Facet,
    PersonalDataDatasetFacet,
    ProcessingJobFacet,
    VerdictsRunFacet,
)
from tests.golden.records import MODELS

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
FACETS: dict[str, type[Facet]] = {
    "spor_personalData": PersonalDataDatasetFacet,
    "spor_exchange": ExchangeDatasetFacet,
    "spor_processing": ProcessingJobFacet,
    "spor_verdicts": VerdictsRunFacet,
    "spor_coverage": CoverageRunFacet,
}


def files() -> dict[str, str]:
    """File name under the folder -> text."""
    made = {f"{name}.json": {"$schema": DIALECT, **_open(model.model_json_schema(mode="serialization"))} for name, model in MODELS.items()}
    for key, facet in FACETS.items():
        made[f"facets/1-0-0/{facet.__name__}.json"] = _facet_file(key, facet)
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in made.items()}


def _facet_file(key: str, facet: type[Facet]) -> dict[str, Any]:
    """As OpenLineage lays out its own: the facet under `$defs`, and a property of its key."""
    _, schema = models_json_schema([(facet, "serialization")])
    return {
        "$schema": DIALECT,
        "$id": f"{OURS}/{facet.__name__}.json",
        "$defs": _open(schema["$defs"]),
        "type": "object",
        "properties": {key: {"$ref": f"#/$defs/{facet.__name__}"}},
    }


def _open(schema: Any) -> Any:
    """Without the ban on further fields, which is for writers."""
    if isinstance(schema, dict):
        return {k: _open(v) for k, v in schema.items() if not (k == "additionalProperties" and v is False)}
    return [_open(item) for item in schema] if isinstance(schema, list) else schema


if __name__ == "__main__":
    for name, text in files().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
