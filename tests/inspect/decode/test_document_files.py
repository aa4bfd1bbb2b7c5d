"""Files as senders write them: every value is read at its path, what is marked is found there, and nothing else is."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path as File
from urllib.parse import quote

import pytest

from streams.inspect.detect.detector import Detector, standard
from streams.inspect.paths import render
from tests.inspect.decode.reading import BUDGET, body
from tests.inspect.decode.walking_documents import Spot, form_values, json_values, mail_values, ndjson_values
from tests.inspect.decode.walking_tables import unmarked

FILES = File(__file__).parent / "files"
MARK = re.compile(r"\[\[(\w+):([^\]]*)\]\]")
Walk = Callable[[str], Iterator[Spot]]


def as_text(text: str) -> Iterator[Spot]:
    """HTML and prose are one value."""
    yield "$", text


WALKS: dict[str, Walk] = {
    "json": json_values,
    "ndjson": ndjson_values,
    "form": form_values,
    "html": as_text,
    "text": as_text,
    "mail": mail_values,
}
ALL = [(kind, file) for kind in WALKS for file in sorted((FILES / kind).iterdir())]


@pytest.fixture(scope="module")
def detector() -> Detector:
    return standard()


def written(kind: str, text: str) -> str:
    """As it goes over the wire: a form's values are percent-encoded there."""
    if kind != "form":
        return text
    pairs = (pair.partition("=") for pair in text.strip().split("&"))
    return "&".join(f"{quote(name)}={quote(value)}" for name, _, value in pairs)


@pytest.mark.parametrize(("kind", "file"), ALL, ids=[f"{kind}-{file.name}" for kind, file in ALL])
def test_every_value_is_read_and_what_is_marked_is_found(kind: str, file: File, detector: Detector) -> None:
    text = file.read_text("utf-8")
    charset = file.stem.partition(".")[2] or "utf-8"
    message = body(written(kind, unmarked(text)[0]).encode(charset))
    spots = list(WALKS[kind](written(kind, text)))
    assert {render(leaf.path): leaf.text for leaf in message.leaves} == {path: MARK.sub(r"\2", said) for path, said in spots}
    assert message.reasons == (("utf8.invalid",) if charset != "utf-8" else ())
    found = detector.find(message, lambda word: False, BUDGET).findings
    personal = {(render(f.path), f.entity, message.leaves[f.leaf].text[f.start : f.end]) for f in found if f.category is not None}
    assert personal == {(path, mark[1], mark[2]) for path, said in spots for mark in MARK.finditer(said)}


@pytest.mark.parametrize("kind", ["json", "ndjson", "form", "html", "text"])
def test_each_format_has_its_files(kind: str) -> None:
    assert len(list((FILES / kind).iterdir())) >= 5
