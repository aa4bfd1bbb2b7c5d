"""What a language model adds: running texts only, merged with what the lists say, within its budget, and silently."""

import json
import logging
from itertools import pairwise

import pytest

from streams.build import build_inspector
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.reading import merged
from streams.inspect.inspector import Inspector
from tests.messages import record
from tests.nlp.pipelines import NAME, NOTE, configured, saved


@pytest.fixture(scope="module")
def inspector(tmp_path_factory) -> Inspector:
    folder = tmp_path_factory.mktemp("nlp")
    saved(folder / "tiny", [NAME, "Ola Nordmann", "Bzt 42", "@@"], extra="spor_test_fails")
    return build_inspector(None, configured(folder, ("nb", "tiny"), more="spor: {characters: 400}\n"))


@pytest.fixture(scope="module")
def plain() -> Inspector:
    return build_inspector(None)


def found(inspector: Inspector, body: object) -> list[tuple[str, str, str, tuple[str, ...]]]:
    [(message, findings)] = inspector.look(record(body))
    return [(f.entity, message.leaves[f.leaf].text[f.start : f.end], f.recognizer, f.evidence) for f in findings.findings]


def test_a_name_of_no_list_is_found_in_a_running_text_and_a_town_is_nobody(inspector, plain):
    assert found(inspector, {"note": NOTE}) == [("PERSON", NAME, "LanguageModel", ("model:nb_tiny",))]
    assert found(plain, {"note": NOTE}) == []


@pytest.mark.parametrize(
    "body", [{"product": NAME}, {"tags": [NAME, "Trondheim"]}, {"code": 12, "ok": True}], ids=["label", "list", "no text"]
)
def test_labels_are_not_read(inspector, body):
    assert "LanguageModel" not in {recognizer for _, _, recognizer, _ in found(inspector, body)}


def test_a_name_that_list_and_model_see_is_one_finding_with_both_evidences(inspector):
    text = "Vi snakket med Ola Nordmann om saken, og han er enig."
    assert found(inspector, {"note": text}) == [("PERSON", "Ola Nordmann", "Gazetteer", ("model:nb_tiny", "name-list"))]


def test_what_a_check_digit_says_stays_where_a_model_says_otherwise(inspector):
    assert found(inspector, {"note": "skriv til kari@example.org eller til Bzt 42 om det."}) == [
        ("EMAIL_ADDRESS", "kari@example.org", "EmailRecognizer", ("pattern",))
    ]


def test_spans_never_overlap():
    told = [Candidate(0, 4, "PERSON", "Gazetteer", 0.8, ("name-list",), True), Candidate(6, 9, "LOCATION", "x", 0.8, (), True)]
    model = [
        Candidate(0, 4, "PERSON", "LanguageModel", 0.85, ("model:m",), True),
        Candidate(2, 9, "PERSON", "LanguageModel", 0.7, (), True),
    ]
    both = merged(told, model)
    assert [(c.start, c.end, c.score, c.evidence) for c in both] == [
        (0, 4, 0.85, ("name-list", "model:m")),
        (6, 9, 0.8, ()),
        (2, 9, 0.7, ()),
    ]


def test_past_its_budget_the_model_reads_no_more_and_the_flow_says_so(inspector):
    body = {f"n{i}": f"{NOTE} {i}" for i in range(12)}
    [flow] = inspector(record(body))
    read = [row for row in flow.personal_data if "model:nb_tiny" in row.evidence]
    assert [row.path for row in read] == [f"$.n{i}" for i in range(6)]
    assert flow.coverage.scanned == "partial" and flow.coverage.reasons == ("budget.model",)


def test_a_text_that_comes_again_costs_once_and_the_first_words_of_one_too_long_are_read(inspector):
    [flow] = inspector(record({f"n{i}": NOTE for i in range(12)}))
    assert (len(flow.personal_data), flow.coverage.reasons) == (12, ())
    long = f"{NOTE} {'og så videre ' * 60}{NAME} var det."
    assert [(text, long.index(text)) for _, text, _, _ in found(inspector, {"n": long})] == [(NAME, 10)]


def test_a_model_that_fails_says_so_and_quotes_nothing(inspector, caplog, capfd, recwarn):
    with caplog.at_level(logging.DEBUG):
        [flow] = inspector(record({"a": f"bomb {NOTE}", "b": NOTE}))
    assert [row.path for row in flow.personal_data] == ["$.b"]
    assert (flow.coverage.scanned, flow.coverage.reasons) == ("partial", ("model.failed",))
    assert NAME not in caplog.text + "".join(capfd.readouterr()) + "".join(str(warning.message) for warning in recwarn)


@pytest.mark.parametrize(
    "text", [f"\ud83d og {NOTE}", f"{NOTE}\x00 og\u200bdet", f"  {NOTE}\n\n"], ids=["half a character", "NUL", "white space"]
)
def test_odd_characters_move_no_offset(inspector, text):
    assert NAME in {said for _, said, _, _ in found(inspector, json.dumps({"n": text}))}


def test_what_was_read_before_changes_nothing(inspector, tmp_path):
    bodies = [{"a": NOTE}, {"b": "ingen her i dag."}, {"a": f"bomb {NOTE}", "c": NOTE}, {f"n{i}": f"{NOTE} {i}" for i in range(9)}]
    first = [inspector(record(body)) for body in bodies]
    assert [inspector(record(body)) for body in reversed(bodies)] == first[::-1]


def test_the_flow_names_engine_and_model(inspector, plain):
    assert inspector.detector.version.startswith(plain.detector.version + " nlp/spacy spacy/")
    assert " nb=nb_tiny/0.1.0#" in inspector.detector.version


def test_each_text_goes_to_the_model_of_its_language(tmp_path):
    for language in ("nb", "en", "xx"):
        saved(tmp_path / language, [NAME], language=language)
    both = build_inspector(None, configured(tmp_path, ("nb", "nb"), ("en", "en")))
    evidence = [
        found(both, {"n": text})[0][3]
        for text in (NOTE, f"I met {NAME} in the street and she was happy about it.", f"xyzzy {NAME} qux quux.")
    ]
    assert evidence == [("model:nb_tiny",), ("model:en_tiny",), ("model:nb_tiny",)]
    assert found(build_inspector(None, configured(tmp_path, ("xx", "xx"))), {"n": NOTE})[0][3] == ("model:xx_tiny",)


def test_an_entity_is_taken_where_the_file_asks_for_it(tmp_path):
    saved(tmp_path / "tiny")
    more = "ner_model_configuration: {model_to_presidio_entity_mapping: {LOC: LOCATION, PER: PERSON}}\nspor: {entities: [LOCATION]}\n"
    asked = build_inspector(None, configured(tmp_path, ("nb", "tiny"), more=more))
    assert [(entity, text) for entity, text, _, _ in found(asked, {"n": NOTE})] == [("LOCATION", "Trondheim")]


def test_words_do_not_pile_up(inspector):
    engine = inspector.detector._reading._models._engine
    sizes = []
    for turn in range(3):
        for i in range(50):
            found(inspector, {"n": f"og så kom ord{turn}x{i} og gikk."})
        sizes.append(len(engine.nlp["nb"].vocab.strings))
    assert all(after == before for before, after in pairwise(sizes[1:]))
