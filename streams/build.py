"""Puts the inspector together: the packs and registry in force, and the standard detector."""

from pathlib import Path

from streams.inspect.detect.detector import standard
from streams.inspect.inspector import Inspector
from streams.policy.load import load


def build_inspector(policies: Path | None) -> Inspector:
    """The inspector with the shipped packs and those of `policies`. Raises PolicyError where a pack cannot be read."""
    return Inspector(standard(), load(policies))
