"""The file of `--nlp`: Presidio's own form; what is missing is said with what to do; and nothing reaches for a network."""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import presidio_analyzer
import pytest

from streams.inspect.detect.presidio import language_engine
from streams.nlp.file import NlpError, NlpFile, load
from streams.nlp.installed import digest
from streams.policy.yaml import parse
from tests.nlp.pipelines import configured, saved

SHIPPED = Path(presidio_analyzer.__file__).parent / "conf"


@pytest.mark.parametrize("name", ["spacy", "spacy_multilingual", "stanza", "stanza_multilingual", "transformers"])
def test_presidio_s_own_files_are_read(name):
    document = parse((SHIPPED / f"{name}.yaml").read_bytes(), name)
    file = NlpFile.model_validate(document.data)
    assert file.nlp_engine_name == name.partition("_")[0]
    assert file.ner_model_configuration.model_to_presidio_entity_mapping["PER"] == "PERSON"


def test_the_file_in_the_documentation_is_one():
    page = (Path(__file__).parents[2] / "docs" / "detection.md").read_text("utf-8")
    [example] = re.findall(r"```yaml\n(nlp_engine_name.+?)```", page, re.DOTALL)
    file = NlpFile.model_validate(parse(example.encode(), "detection.md").data)
    assert [model.lang_code for model in file.models] == ["nb", "sv"] and file.spor == NlpFile.model_fields["spor"].default


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("nlp_engine_name: spacy\nmodels:\n  - lang_code: nb\n    model_name: nb_no_such_model", 4, "is not installed: install its wheel"),
        ("nlp_engine_name: spaci\nmodels:\n  - {lang_code: nb, model_name: m}", 1, 'did you mean "spacy"'),
        ("nlp_engine_name: slim\nmodels:\n  - {lang_code: nb, model_name: m}", 1, "none of spacy, stanza, transformers"),
        ("nlp_engine_name: spacy\nmodels: []", 2, "models is empty"),
        ("nlp_engine_name: spacy\nmodels:\n  - {lang_code: Norsk, model_name: m}", 3, "lang_code"),
        ("nlp_engine_name: spacy\nmodels:\n  - {lang_code: nb, model_name: m}\n  - {lang_code: nb, model_name: n}", 1, "stands twice"),
        ("nlp_engine_name: spacy\nmodels:\n  - {lang_code: nb, model_name: {spacy: m, transformers: t}}", 1, "for the engine transformers"),
        ("nlp_engine_name: spacy\nmodels:\n  - {lang_code: nb, model_name: m}\nspor: {entities: [PERSONN]}", 4, 'did you mean "PERSON"'),
        ("nlp_engine_name: spacy\nmodels:\n  - {lang_code: nb, model_name: m}\nspor: {characters: 0}", 4, "characters"),
        ("nlp_engine_name: spacy\nmodel: {}", 2, '"model" is no key; did you mean "models"'),
    ],
    ids=["not installed", "misspelt", "without names", "no model", "language", "twice", "shape", "entity", "characters", "key"],
)
def test_a_mistake_is_told_with_its_line(tmp_path, text, line, says):
    file = tmp_path / "nlp.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(NlpError) as told:
        load(file)
    assert f"nlp.yaml:{line}" in str(told.value) and says in str(told.value)


@pytest.mark.skipif(importlib.util.find_spec("stanza") is not None, reason="Stanza is installed here")
@pytest.mark.parametrize(("engine", "model"), [("stanza", "nb"), ("transformers", "{spacy: a, transformers: b}")])
def test_an_engine_that_is_not_installed_is_told_with_how_to_get_it(tmp_path, engine, model):
    file = tmp_path / "nlp.yaml"
    file.write_text(f"nlp_engine_name: {engine}\nmodels:\n  - {{lang_code: nb, model_name: {model}}}", "utf-8")
    with pytest.raises(NlpError, match=f"pip install {engine}"):
        load(file)


def test_where_presidio_would_download_it_is_told_no():
    with pytest.raises(LookupError, match="is not installed"):
        language_engine({"nlp_engine_name": "spacy", "models": [{"lang_code": "nb", "model_name": "nb_core_news_sm_no_such"}]})


NO_NETWORK = """
import sys
def watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.posix_spawn", "os.exec"):
        print("REACHED OUT", event, file=sys.stderr)
        raise OSError("no")
sys.addaudithook(watch)
from streams.cli.main import main
sys.argv = ["spor", "scan", *sys.argv[1:]]
main()
"""


def test_a_missing_model_is_exit_code_3_and_asks_nobody(tmp_path):
    message = tmp_path / "m.json"
    message.write_text("{}", "utf-8")
    call = [sys.executable, "-c", NO_NETWORK, "--nlp", str(configured(tmp_path, ("nb", "nb_core_news_sm_no_such"))), str(message)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 3 and "pip install nb_core_news_sm_no_such" in done.stderr and "REACHED OUT" not in done.stderr
    assert done.stdout == ""


def test_a_pipeline_is_the_same_wherever_it_lies_and_another_when_a_byte_is(tmp_path):
    one, other = saved(tmp_path / "one"), saved(tmp_path / "two")
    versions = [load(configured(tmp_path, ("nb", folder.name))).version for folder in (one, other)]
    assert versions[0] == versions[1] and "nb=nb_tiny/0.1.0#" in versions[0] and "spacy/" in versions[0]
    before = digest(other)
    (other / "meta.json").write_text((other / "meta.json").read_text("utf-8") + " ", "utf-8")
    assert digest(other) != before
    assert load(configured(tmp_path, ("nb", "two"))).version != versions[0]


def test_an_installed_package_is_found_by_its_name(tmp_path, monkeypatch):
    """As `spacy package` lays one out: the pipeline a folder further down, the metadata beside."""
    package = tmp_path / "site" / "nb_spor_tiny"
    saved(package / "nb_spor_tiny-0.1.0")
    (package / "meta.json").write_bytes((package / "nb_spor_tiny-0.1.0" / "meta.json").read_bytes())
    meta = json.loads((package / "meta.json").read_text("utf-8")) | {"name": "spor_tiny"}
    (package / "meta.json").write_text(json.dumps(meta), "utf-8")
    (package / "__init__.py").write_text(
        "from spacy.util import load_model_from_init_py\ndef load(**given):\n    return load_model_from_init_py(__file__, **given)\n"
    )
    described = tmp_path / "site" / "nb_spor_tiny-0.1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: nb_spor_tiny\nVersion: 0.1.0\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    setup = load(configured(tmp_path, ("nb", "nb_spor_tiny")))
    assert setup.configuration["models"] == [{"lang_code": "nb", "model_name": "nb_spor_tiny"}]
    assert setup.names == {"nb": "nb_spor_tiny"} and "nb=nb_spor_tiny/0.1.0#" in setup.version
    engine = language_engine(setup.configuration)
    assert [str(e) for e in engine.process_text("jeg traff Xqzora Vlimpt der.", "nb").entities] == ["Xqzora Vlimpt"]


def test_a_setting_that_decides_is_in_the_version(tmp_path):
    saved(tmp_path / "one")
    versions = {
        load(configured(tmp_path, ("nb", "one"), more=more)).version
        for more in (
            "",
            "spor: {characters: 19999}\n",
            "spor: {entities: [PERSON, LOCATION]}\n",
            "ner_model_configuration: {default_score: 0.7}\n",
        )
    }
    assert len(versions) == 4
