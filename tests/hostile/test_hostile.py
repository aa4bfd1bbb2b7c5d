"""Each hostile message is read or refused with a reason, in little memory, without a crash and without a word of what it holds."""

from collections.abc import Iterator

import pytest

from schemas.reasons import REASONS
from streams.build import build_inspector
from streams.inspect.inspector import Inspector
from tests.hostile.case import CANARY, Case
from tests.hostile.reading import MEASURED, cases, raw
from tests.hostile.warm import Reads, warm

CASES = list(cases())
MOST_MEGABYTES = 60
SMALL = 50_000  # bytes of a case that is also inspected to the end


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


@pytest.mark.parametrize("case", [case for case in CASES if len(case.data) <= SMALL], ids=repr)
def test_its_flow_says_nothing_of_what_it_holds(case: Case, inspector: Inspector) -> None:
    for flow in inspector(raw(case)):
        assert CANARY.encode() not in flow.canonical()
        assert flow.verdict != "compliant" or flow.coverage.scanned == "full"


def test_what_a_reader_is_given_from_outside_is_never_fetched(inspector: Inspector) -> None:
    """An entity's file is not in what was read: `root:` stands in the first line of every /etc/passwd."""
    for case in CASES:
        if case.name.startswith(("xml_xxe", "xml_parameter", "xml_external", "xml_xinclude")):
            for message, _ in inspector.look(raw(case)):
                assert not any("root:" in leaf.text for leaf in message.leaves)
