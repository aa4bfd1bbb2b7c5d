"""Documents built as the standards build them: every marked value is found at its path, and nothing else is taken for personal."""

import re
from collections.abc import Iterator
from pathlib import Path as File
from xml.etree import ElementTree

import pytest

from streams.inspect.detect.detector import Detector, standard
from streams.inspect.paths import render
from tests.inspect.decode.reading import BUDGET, body
from tests.inspect.decode.walking import texts

FILES = sorted((File(__file__).parent / "files" / "xml").glob("*.xml"))
MARK = re.compile(r"\[\[(\w+):([^\]]*)\]\]")
STANDARDS = ("ubl", "iso20022", "saft", "paxml")


@pytest.fixture(scope="module")
def detector() -> Detector:
    return standard()


def encoded(text: str) -> bytes:
    return text.encode("latin-1" if "ISO-8859-1" in text[:100] else "utf-8")


def marked(text: str) -> Iterator[tuple[str, str, str]]:
    """(path, entity, value) of every mark, by a reader that is not ours."""
    for path, said in texts(
        ElementTree.fromstring(encoded(text), ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True)))
    ):
        for mark in MARK.finditer(said):
            yield path, mark[1], mark[2]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_marked_is_found_at_its_path_and_nothing_else(file: File, detector: Detector) -> None:
    text = file.read_text("utf-8")
    message = body(encoded(MARK.sub(r"\2", text)))
    found = detector.find(message, lambda word: False, BUDGET).findings
    personal = {(render(f.path), f.entity, message.leaves[f.leaf].text[f.start : f.end]) for f in found if f.category is not None}
    assert personal == set(marked(text))


@pytest.mark.parametrize("standard_", STANDARDS)
def test_each_standard_has_its_files(standard_: str) -> None:
    assert sum(file.stem.startswith(standard_) for file in FILES) >= 5
