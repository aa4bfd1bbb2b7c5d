"""Puts the inspector together: the packs and registry in force, and the standard detector."""

from pathlib import Path

from streams.inspect.detect.detector import standard
from streams.inspect.inspector import Inspector
from streams.nlp.file import load as models
from streams.policy.load import load


def build_inspector(policies: Path | None, nlp: Path | None = None) -> Inspector:
    """The inspector with the shipped packs and those of `policies`, and the language models that `nlp` names.

    Raises PolicyError where a pack cannot be read, NlpError and ModelUnavailable where a model cannot be used.
    """
    return Inspector(standard(models(nlp) if nlp else None), load(policies))
