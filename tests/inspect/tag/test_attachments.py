"""What was not scanned because it is no text is named in the Flow: where it hangs, of what type and how large, and nothing of it."""

import base64
import json
from typing import Any

import pytest

from schemas.flow import Flow
from streams.build import build_inspector
from streams.inspect.inspector import Inspector
from tests.messages import archeo, record

PDF = base64.b64encode(b"%PDF-1.4\n" + bytes(256)).decode()


@pytest.fixture(scope="module")
def inspector() -> Inspector:
    return build_inspector(None)


def flow(inspector: Inspector, value: Any) -> Flow:
    [made] = inspector(record(value))
    return made


def named(made: Flow) -> list[tuple[str, str, str, int]]:
    return [(a.place, a.path, a.type, a.size) for a in made.coverage.attachments]


def test_an_attachment_has_place_path_type_and_size(inspector: Inspector) -> None:
    made = flow(inspector, archeo({"mail": "kari@example.org", "files": ["hei", PDF]}, userProperty=PDF))
    assert named(made) == [("metadata", "$.userProperty", "pdf", 265), ("body", "$.files[1]", "pdf", 265)]
    assert made.coverage.scanned == "partial"
    assert made.coverage.reasons == ("content.binary",)
    assert Flow.read(made.canonical()) == made


def test_a_personal_key_on_the_way_to_an_attachment_is_masked(inspector: Inspector) -> None:
    made = flow(inspector, {"kari@example.org": {"cv": PDF}})
    assert named(made) == [("body", "$['<EMAIL_ADDRESS>'].cv", "pdf", 265)]
    assert b"kari" not in made.canonical()


def test_a_message_without_attachments_has_no_word_of_them(inspector: Inspector) -> None:
    assert "attachments" not in json.loads(flow(inspector, {"a": "b"}).canonical())["coverage"]


def test_long_ways_to_many_attachments_leave_the_flow_small(inspector: Inspector) -> None:
    made = flow(inspector, {f"{'æ' * 5000}{n}": PDF for n in range(150)})
    assert len(made.coverage.attachments) == 100
    assert max(len(a.path) for a in made.coverage.attachments) == 1000
    assert len(made.canonical()) < 900_000
