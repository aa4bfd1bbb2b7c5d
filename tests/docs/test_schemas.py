"""The published schemas are those of the models, and the records hold to them."""

import json

import pytest
from jsonschema import Draft202012Validator

from schemas.lineage import OURS
from tests.docs.schemas import FACETS, FOLDER, files
from tests.golden.records import MODELS, records


@pytest.mark.parametrize("name", files())
def test_the_published_schema_is_that_of_the_model(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == files()[name], "run python -m tests.docs.schemas"


@pytest.mark.parametrize("name", files())
def test_every_published_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(files()[name]))


@pytest.mark.parametrize("name", MODELS)
def test_each_record_holds_to_its_schema_and_without_a_field_does_not(name: str) -> None:
    schema, said = json.loads(files()[f"{name}.json"]), json.loads(records()[name].canonical())
    validator = Draft202012Validator(schema)
    validator.validate(said)
    validator.validate({**said, "field_of_a_later_version": 1})
    for field in schema["required"]:
        assert not validator.is_valid({k: v for k, v in said.items() if k != field}), field


@pytest.mark.parametrize("key", FACETS)
def test_a_facet_of_ours_names_the_schema_that_it_holds_to(key: str) -> None:
    said = json.loads(records()["lineage"].canonical())
    found = [f[key] for f in _facets(said) if key in f]
    assert found
    for facet in found:
        file, _, pointer = facet["_schemaURL"].partition("#")
        assert file.startswith(OURS) and pointer == f"/$defs/{FACETS[key].__name__}"
        schema = json.loads(files()[file.removeprefix(f"{OURS.rsplit('/facets', 1)[0]}/")])
        assert schema["$id"] == file
        Draft202012Validator(schema).validate({key: facet})
        assert not Draft202012Validator(schema).is_valid({key: {k: v for k, v in facet.items() if k != "_producer"}})


def _facets(said: dict[str, dict[str, object]]) -> list[dict[str, dict[str, str]]]:
    parts = [said["run"], said["job"], *said["inputs"], *said["outputs"]]
    return [part["facets"] for part in parts]  # type: ignore[index]  # the shape that the schema of the event gives
