"""Tiny spaCy pipelines, made here and saved where the real path loads them from."""

import logging
import warnings
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

NOTE = "jeg traff Xqzora Vlimpt i Trondheim, og hun var glad for det."  # a name that no list has
NAME = "Xqzora Vlimpt"


@Language.component("spor_test_fails")
def fails(doc: Doc) -> Doc:
    """Breaks at the texts that ask for it, and quotes them wherever it can, as such code does."""
    if "bomb" in doc.text:
        for name in ("spacy", "stanza.pipeline.core", "transformers.pipelines.base", "presidio-analyzer"):
            logging.getLogger(name).error("cannot read %s", doc.text)
        warnings.warn(f"cannot read {doc.text}", stacklevel=1)
        raise ValueError(doc.text)
    return doc


def saved(folder: Path, names: Sequence[str] = (NAME,), *, language: str = "nb", label: str = "PER", extra: str | None = None) -> Path:
    """A blank pipeline that knows these names, and Trondheim for a place."""
    nlp = spacy.blank(language, meta={"name": "tiny", "version": "0.1.0"})
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for name in names] + [{"label": "LOC", "pattern": "Trondheim"}])
    if extra:
        nlp.add_pipe(extra)
    folder.mkdir(parents=True)
    nlp.to_disk(folder)
    return folder


def configured(folder: Path, *models: tuple[str, str], more: str = "") -> Path:
    """The file of `--nlp` in that folder, which names these models."""
    file = folder / "nlp.yaml"
    listed = "".join(f"  - lang_code: {language}\n    model_name: {name}\n" for language, name in models)
    file.write_text(f"nlp_engine_name: spacy\nmodels:\n{listed}{more}", "utf-8")
    return file
