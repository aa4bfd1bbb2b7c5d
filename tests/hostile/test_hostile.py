"""Each hostile message is read or refused with a reason, in little memory, without a crash and without a word of what it holds."""

import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest

from schemas.reasons import REASONS
from streams.build import build_inspector
from streams.inspect.inspector import Inspector
from tests.hostile.case import VALUES, Case
from tests.hostile.reading import MEASURED, cases, raw
from tests.hostile.warm import Reads, warm

CASES = list(cases())
MOST_MEGABYTES = 60
SMALL = 8_000  # bytes of a case, of its key and of each header that are also inspected to the end, …
FEW = 100  # … and so many headers


@pytest.fixture(scope="module")
def inspector() -> Inspector:
    return build_inspector(None)


@pytest.fixture(scope="module")
def read() -> Iterator[Reads]:
    with warm() as reads:
        yield reads


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES) > 200


@pytest.mark.parametrize("case", CASES, ids=repr)
def test_it_is_read_or_refused_with_a_reason_in_little_memory(case: Case, read: Reads) -> None:
    found = read(case)
    assert set(found.reasons) <= set(REASONS)
    assert found.reasons or set(found.scanned) <= {"full"}
    if case.expected is not None:
        assert case.expected <= set(found.reasons) if case.expected else not found.reasons
    assert found.megabytes <= MOST_MEGABYTES or not MEASURED


@pytest.mark.parametrize("case", CASES, ids=repr)
def test_neither_flow_nor_log_nor_output_nor_warning_says_what_it_holds(
    case: Case, inspector: Inspector, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], recwarn: pytest.WarningsRecorder
) -> None:
    """Of a large case its beginning and its end: whatever may quote a value has one to quote, and the whole suite is held to it."""
    caplog.set_level(logging.DEBUG)
    beside = {
        "key": case.key and case.key[:SMALL],
        "headers": tuple((name[:SMALL], value and value[:SMALL]) for name, value in case.headers[:FEW]),
    }
    for data in {case.data[:SMALL], case.data[-SMALL:]}:
        flows = inspector(raw(replace(case, data=data, **beside)))
        said = [*(flow.canonical().decode() for flow in flows), caplog.text, *capfd.readouterr(), *(str(w.message) for w in recwarn)]
        assert not [value for value in VALUES for text in said if value in text]
        assert all(flow.verdict != "compliant" or flow.coverage.scanned == "full" for flow in flows)
        assert flows


def test_what_a_reader_is_given_from_outside_is_never_fetched(inspector: Inspector) -> None:
    """An entity's file is not in what was read: `root:` stands in the first line of every /etc/passwd."""
    for case in CASES:
        if case.name.startswith(("xml_xxe", "xml_parameter", "xml_external", "xml_xinclude")):
            for message, _ in inspector.look(raw(case)):
                assert not any("root:" in leaf.text for leaf in message.leaves)
