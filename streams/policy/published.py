"""The JSON Schemas of pack and registry, for editors: `python -m streams.policy.published docs/schemas` writes them anew."""

import sys
from pathlib import Path
from typing import Final

import orjson

from schemas.policy import Pack, PolicyModel
from schemas.registry import Registry

_MODELS: Final[dict[str, tuple[type[PolicyModel], str]]] = {
    "policy-pack.json": (Pack, "A policy pack"),
    "policy-registry.json": (Registry, "A flow registry"),
}


def published() -> dict[str, bytes]:
    """Each file's name and bytes."""
    return {name: _schema(model, title) for name, (model, title) in _MODELS.items()}


def _schema(model: type[PolicyModel], title: str) -> bytes:
    schema = model.model_json_schema(by_alias=True)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return orjson.dumps(head | {k: v for k, v in schema.items() if k != "title"}, option=orjson.OPT_INDENT_2) + b"\n"


def main(folder: Path) -> None:
    for name, data in published().items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
