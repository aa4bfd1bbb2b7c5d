"""What holds for every message: no error, spans inside their leaves, entities of the table, the same answer twice."""

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.entities import ENTITY_CATEGORY
from schemas.words import PLACES
from streams.inspect.detect.detector import Detector
from streams.inspect.words import Budget
from tests.inspect.detect.build import found, message

KEYS = [
    "name", "value", "customer", "kunde", "email", "mobil", "fnr", "bsn", "type", "orgNr", "companyType", "lat", "lon", "by",
    "line1", "bankAccount", "number", "id", "note", "propertyName", "", "kari@example.org", "01819010001", "\u200b", "Ørn",
    "a" * 200, "[0]", "#text",
]  # fmt: skip
VALUES = [
    "Kari Eksempel",
    "kari@example.org",
    "91234567",
    "01819010001",
    "923609016",
    "ENK",
    "phone",
    "59.9",
    "0155",
    "****",
    "1990-01-31",
    "",
    " ",
    "null",
    "fnr 01819010001 og tlf 912 34 567",
    "%40%zz",
    "\ud800",
    "::",
    "@",
    "+47",
]
values = st.one_of(
    st.sampled_from(VALUES), st.text(max_size=30), st.integers(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False), st.none()
)
payloads = st.recursive(
    values, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)), max_leaves=12
)


@given(
    payloads,
    st.sampled_from([p for p in PLACES if p not in ("object_key", "envelope")]),
    st.sampled_from(VALUES),
    st.sampled_from([0, 3, 20_000]),
)
@settings(max_examples=300, deadline=None)
def test_every_finding_lies_in_its_leaf_and_comes_again(detector: Detector, payload: Any, place: Any, word: str, candidates: int) -> None:
    sent = message(payload, place, {"sender": word, "document_type": "Customer"})
    seen = detector.find(sent, lambda text: False, Budget(candidates=candidates))
    assert seen.findings == detector.find(sent, lambda text: False, Budget(candidates=candidates)).findings
    for finding in seen.findings:
        assert finding.category == ENTITY_CATEGORY[finding.entity]
        assert 0 <= finding.score <= 1
        assert finding.evidence == tuple(sorted(set(finding.evidence)))
        if finding.leaf >= 0:
            leaf = sent.leaves[finding.leaf]
            assert (finding.path, finding.place) == (leaf.path, leaf.place)
            assert 0 <= finding.start < finding.end <= len(leaf.text)
        else:
            assert finding.place == ("object_key" if finding.leaf == -2 else "envelope")
    assert set(seen.keys) <= {segment for leaf in sent.leaves for segment in leaf.names}
    assert set(seen.reasons) <= {"budget.candidates"}


@given(payloads)
@settings(max_examples=100, deadline=None)
def test_findings_of_one_leaf_never_overlap(detector: Detector, payload: Any) -> None:
    seen = detector.find(message(payload), lambda text: False, Budget())
    by_leaf: dict[int, list[tuple[int, int]]] = {}
    for finding in seen.findings:
        if finding.leaf >= 0:
            by_leaf.setdefault(finding.leaf, []).append((finding.start, finding.end))
    for spans in by_leaf.values():
        assert spans == sorted(spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_what_hangs_under_somebodys_address_is_about_them(detector: Detector) -> None:
    assert (("reviews", "kari@example.org", "name"), "PERSON") in found(
        detector, {"reviews": {"kari@example.org": {"name": "Kari Eksempel"}}}
    )


def test_the_position_of_a_warehouse_is_nobodys(detector: Detector) -> None:
    assert found(detector, {"warehouse": {"latitude": 59.9, "longitude": 10.7}}) == set()
