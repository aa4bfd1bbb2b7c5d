"""The lock file holds what the project asks for, pinned and hashed, and is what is installed."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?==(?P<version>[^ ;\\]+)(?P<rest>.*(?:\n    --hash=.*)*)", re.MULTILINE)
PINS = {canonicalize_name(m["name"]): m for m in PIN.finditer((ROOT / "requirements.lock").read_text("utf-8"))}
ASKED = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"], *PROJECT["build-system"]["requires"]]


@pytest.mark.parametrize("line", ASKED)
def test_what_the_project_asks_for_is_locked_in_a_version_that_it_takes(line):
    wanted = Requirement(line)
    pin = PINS[canonicalize_name(wanted.name)]
    assert wanted.specifier.contains(pin["version"], prereleases=True)


def test_every_pin_has_its_hashes():
    assert len(PINS) > 60
    assert not [name for name, pin in PINS.items() if "--hash=sha256:" not in pin["rest"]]


def test_what_is_installed_is_what_is_locked():
    here = {canonicalize_name(d.metadata["Name"]): d.version for d in metadata.distributions()}
    assert not {name: (here[name], pin["version"]) for name, pin in PINS.items() if name in here and here[name] != pin["version"]}


def test_the_lock_names_no_index():
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert not re.search(r"^\s*(--(extra-)?index-url|--find-links|-i )|https?://", text, re.MULTILINE)
