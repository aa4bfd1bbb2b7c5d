"""The program that trains a small language model makes one that the real path loads, and that finds who no list has."""

import random
from pathlib import Path

from benchmarks import language_model
from streams.build import build_inspector


def test_what_it_trains_is_loaded_by_configuration_and_finds_names(tmp_path: Path) -> None:
    language_model.train(tmp_path / "model", sentences=160, rounds=5)
    (tmp_path / "nlp.yaml").write_text("nlp_engine_name: spacy\nmodels:\n  - {lang_code: nb, model_name: model}\n", "utf-8")
    inspector = build_inspector(None, tmp_path / "nlp.yaml")
    named = list(language_model.filled(language_model.TRAINED[:10], 20, random.Random(99)))
    assert language_model._recall(build_inspector(None), named) < 0.2
    assert language_model._recall(inspector, named) > 0.8
    assert " nb=nb_invented_persons/1.0.0#" in inspector.detector.version
