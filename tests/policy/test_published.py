"""The published JSON Schemas are those of the code, and take what the loader takes."""

import re
from pathlib import Path

import jsonschema
import orjson
import pytest
import yaml

from streams.policy.load import shipped_packs
from streams.policy.published import published
from tests.inspect.tag.build import PACK, REGISTRY

ROOT = Path(__file__).parents[2]
PACKS = sorted([*shipped_packs().glob("*.yaml"), *(ROOT / "policies/demo/packs").glob("*.yaml")])
REGISTRIES = sorted((ROOT / "policies/demo/registry").glob("*.yaml"))


class Core(yaml.SafeLoader):
    """YAML as an editor reads it: true, false and null as YAML 1.2 has them, dates and `yes` as text."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:~|null|)$"), ["~", "n", ""])


def check(name: str, text: str) -> None:
    schema = orjson.loads(published()[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.load(text, Core), schema)


@pytest.mark.parametrize("name", sorted(published()))
def test_the_published_schema_is_the_codes(name: str) -> None:
    message = "write it anew: python -m streams.policy.published docs/schemas"
    assert (ROOT / "docs/schemas" / name).read_bytes() == published()[name], message


@pytest.mark.parametrize("path", PACKS, ids=lambda p: p.stem)
def test_every_pack_of_ours_meets_the_published_schema(path: Path) -> None:
    check("policy-pack.json", path.read_text("utf-8"))


@pytest.mark.parametrize("path", REGISTRIES, ids=lambda p: p.stem)
def test_every_registry_of_ours_meets_the_published_schema(path: Path) -> None:
    check("policy-registry.json", path.read_text("utf-8"))


def test_the_worked_example_meets_the_published_schemas() -> None:
    check("policy-pack.json", PACK)
    check("policy-registry.json", REGISTRY)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("policy-pack.json", "pack: a\nversion: '1'\nrole: boss\n"),
        ("policy-pack.json", "pack: a\nversion: '1'\nrole: controller\ntitel: x\n"),
        ("policy-pack.json", "pack: a\nversion: '1'\nrole: controller\nretention: [{store: s, period: PT3M, anchor: message}]\n"),
        ("policy-pack.json", "pack: a\nversion: '1'\nrole: controller\ncategories: {declared: [pd:Nam]}\n"),
        ("policy-registry.json", "flows: [{id: a, controller: c, match: {plattform: connxio}}]\n"),
    ],
)
def test_what_the_loader_refuses_the_published_schema_refuses_too(name: str, text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        check(name, text)
