"""Rows, counts, coverage, ids and size: what a Flow says about what was found, whatever the policy."""

import base64
import hashlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.flow import FLOW_BYTES, Coordinates, Flow
from schemas.ids import flow_id
from schemas.model import canonical
from streams.inspect.tag.tag import WORD_LENGTH, tag
from streams.inspect.words import NESTED, Finding, Findings, Leaf
from tests.inspect.tag.build import EMAIL, NAME, PACK, REGISTRY, flow, found, message, policies, raw, rules

NONE = policies()


def test_every_index_is_folded_and_the_findings_counted() -> None:
    made = flow(NONE, found(*[(f"$.people[{i}].mails[{j}]", "EMAIL_ADDRESS") for i in range(3) for j in range(2)]))
    (row,) = made.personal_data
    assert (row.path, row.count, made.subjects.count) == ("$.people[*].mails[*]", 6, 3)


def test_a_row_keeps_the_highest_score_and_the_union_of_the_evidence() -> None:
    seen = [("$.fnr", "NO_FODSELSNUMMER", {"score": s, "evidence": e}) for s, e in ((0.5, ("key:fnr",)), (0.994, ("checksum", "key:fnr")))]
    (row,) = flow(NONE, found(*seen)).personal_data
    assert (row.score, row.evidence, row.count) == ("0.99", ("checksum", "key:fnr"), 2)


@pytest.mark.parametrize(("states", "expected"), [(["masked"] * 2, "masked"), (["masked", "clear"], "clear"), (["clear"], "clear")])
def test_a_row_is_masked_only_where_all_its_values_are(states: list[str], expected: str) -> None:
    (row,) = flow(NONE, found(*[("$.x", "PHONE_NUMBER", {"state": s}) for s in states])).personal_data
    assert row.state == expected


def test_rows_are_sorted_by_place_path_category_and_entity() -> None:
    seen = [
        ("$.b", "PERSON"),
        ("$.a", "PHONE_NUMBER"),
        ("$.a", "EMAIL_ADDRESS"),
        ("$.d", "IBAN_CODE", {"place": "error"}),
        ("$.a", "IBAN_CODE"),
        ("$.a", "BANK_ACCOUNT"),
    ]
    assert [(r.place, r.path, r.entity) for r in flow(NONE, found(*seen)).personal_data] == [
        ("body", "$.a", "BANK_ACCOUNT"),
        ("body", "$.a", "IBAN_CODE"),
        ("body", "$.a", "EMAIL_ADDRESS"),
        ("body", "$.a", "PHONE_NUMBER"),
        ("body", "$.b", "PERSON"),
        ("error", "$.d", "IBAN_CODE"),
    ]


def test_a_personal_key_is_masked_in_every_path() -> None:
    findings = Findings(
        (Finding(0, "body", ("kari@example.org", "phone"), 0, 1, "PHONE_NUMBER", "pd:TelephoneNumber", 0.9),),
        {"kari@example.org": "<EMAIL_ADDRESS>"},
        {},
    )
    (row,) = flow(NONE, findings).personal_data
    assert row.path == "$['<EMAIL_ADDRESS>'].phone"


def test_a_header_row_bears_the_headers_name() -> None:
    (row,) = flow(NONE, found((("x-user", NESTED, "mail"), "EMAIL_ADDRESS", {"place": "header"}))).personal_data
    assert row.path == "x-user!$.mail"


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ([], 0),
        ([EMAIL, NAME], 1),
        ([EMAIL, ("$.contact.phone", "PHONE_NUMBER")], 2),
        ([("$.orderNumber", "ORDER_NUMBER")], 0),  # an order number tells a transaction, not a person's container
        ([EMAIL, ("$.customer.address.street", "LOCATION")], 1),  # the address of the same person
        ([("$.customerNumber", "CUSTOMER_NUMBER")], 1),
        ([("$.mails[0]", "EMAIL_ADDRESS"), ("$.mails[1]", "EMAIL_ADDRESS")], 1),  # one object's addresses
        ([("$[0].mail", "EMAIL_ADDRESS"), ("$[1].mail", "EMAIL_ADDRESS")], 2),
        ([("$.note!$.customer.mail", "EMAIL_ADDRESS"), EMAIL], 2),
        ([(("note", NESTED), "EMAIL_ADDRESS")], None),  # text without structure inside a string
        ([("$", "EMAIL_ADDRESS")], None),  # a plain-text body
        ([("$.metadata.dataCollection[0].name", "PERSON", {"place": "lookup"}), NAME], 2),
        ([("$.description", "EMAIL_ADDRESS", {"place": "status"})], 0),  # neither body nor looked-up record
        ([("$.imei", "IMEI")], 1),
        ([("$.lat", "GEO")], 0),
    ],
)
def test_persons_are_counted_by_what_holds_them(seen: list[Any], expected: int | None) -> None:
    assert flow(NONE, found(*seen)).subjects.count == expected


def test_persons_cannot_be_counted_in_what_was_not_read_whole() -> None:
    assert flow(NONE, found(EMAIL), scanned="partial").subjects.count is None


@pytest.mark.parametrize(
    ("scanned", "reasons", "later", "expected"),
    [
        ("full", (), (), ("full", ())),
        ("full", ("tombstone",), (), ("full", ("tombstone",))),
        ("full", (), ("budget.candidates",), ("partial", ("budget.candidates",))),
        ("partial", ("json.invalid",), ("budget.candidates",), ("partial", ("budget.candidates", "json.invalid"))),
        ("opaque", ("content.binary",), ("budget.candidates",), ("opaque", ("budget.candidates", "content.binary"))),
    ],
)
def test_what_was_left_out_is_said(
    scanned: Any, reasons: tuple[str, ...], later: tuple[str, ...], expected: tuple[str, tuple[str, ...]]
) -> None:
    made = flow(NONE, found(reasons=later), scanned=scanned, reasons=reasons)
    assert (made.coverage.scanned, made.coverage.reasons) == expected
    assert rules(made) == ({} if expected[0] == "full" else {f"coverage.{expected[0]}": "gap"})


def test_leaves_and_bytes_are_those_of_all_values_read() -> None:
    made = flow(NONE, found(), body={"a": "blåbær", "b": 1, "c": None}, beside=[Leaf("status", ("s",), "\ud800")])
    assert (made.coverage.leaves, made.coverage.bytes) == (3, 8 + 1 + 3)


@pytest.mark.parametrize(
    ("said", "words", "expected"),
    [
        ({}, {}, "5d0c0000-0000-4000-8000-000000000001"),
        ({"flow_id": None}, {}, "connxio:connxio.log"),
        ({"flow_id": "sync kari@example.org"}, {"flow_id": "sync <EMAIL_ADDRESS>"}, "connxio:connxio.log"),
        ({"flow_id": ""}, {}, "connxio:connxio.log"),
    ],
)
def test_a_masked_string_is_never_an_id(said: dict[str, Any], words: dict[str, str], expected: str) -> None:
    assert flow(NONE, found(words=words), **said).integration.id == expected


def test_what_was_found_in_a_word_is_masked_and_the_rest_stands() -> None:
    words = {"sender": "shop <PERSON>", "interchange": "<EMAIL_ADDRESS>", "correlation": "c-<PHONE_NUMBER>"}
    made = flow(NONE, found(words=words), sender="shop Kari", interchange="kari@example.org", correlation="c-90000000")
    assert (made.integration.sender, made.integration.receiver) == ("shop <PERSON>", "Carrier")
    assert (made.interchange.id, made.interchange.correlation) == ("<EMAIL_ADDRESS>", "c-<PHONE_NUMBER>")


def test_a_word_is_cut_at_a_length_that_no_name_has() -> None:
    made = flow(NONE, found(), status="x" * 3_000_000, flow_id="y" * 3_000_000)
    assert made.integration.status == "x" * (WORD_LENGTH - 1) + "…"
    assert len(made.canonical()) < FLOW_BYTES


def big(count: int, entity: str = "DATE_OF_BIRTH", length: int = 300) -> Findings:
    return found(*[((f"k{i:06}" + "x" * length,), entity) for i in range(count)])


def test_a_flow_that_would_be_too_large_drops_rows_from_the_end_and_says_so() -> None:
    findings = big(3_000)
    made = flow(policies(PACK, REGISTRY), findings)
    assert len(made.canonical()) < FLOW_BYTES
    kept = [row.path for row in made.personal_data]
    assert 1_000 < len(kept) < 3_000
    assert kept == [row.path for row in sorted(made.personal_data, key=lambda r: r.path)]
    assert kept[0].startswith("$.k000000")
    assert (made.coverage.scanned, made.coverage.reasons, rules(made)["coverage.partial"]) == ("partial", ("budget.rows",), "gap")


def test_what_dropped_rows_said_stays_and_their_tags_go() -> None:
    early, late = big(3_000, "EMAIL_ADDRESS"), found(("$.zzz", "DATE_OF_BIRTH"))
    made = flow(policies(PACK, REGISTRY), Findings(early.findings + late.findings, {}, {}))
    assert "pd:BirthDate" not in {row.category for row in made.personal_data} | {t.category for t in made.tags}
    lifted = [v for v in made.verdicts if v.rule == "category.undeclared"]
    assert [(v.verdict, v.path) for v in lifted] == [("violation", None)]
    assert made.verdict == "violation"


def test_one_row_larger_than_a_flow_is_dropped_like_any_other() -> None:
    made = flow(NONE, found((("k" * FLOW_BYTES,), "EMAIL_ADDRESS")))
    assert (made.personal_data, made.coverage.reasons, made.verdict) == ((), ("budget.rows",), "gap")


KEYS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
PATHS = st.lists(KEYS | st.integers(0, 3), min_size=1, max_size=5).map(tuple)
FOUND = st.lists(
    st.tuples(PATHS, st.sampled_from(["EMAIL_ADDRESS", "PERSON", "PASSWORD", "NL_BSN", "DATE_OF_BIRTH"]), st.floats(0, 1)), max_size=12
)


@settings(max_examples=60)
@given(FOUND, st.sampled_from(["full", "partial", "opaque"]), st.sampled_from(["Carrier", "CRM", None]))
def test_any_findings_make_a_flow_that_keeps_its_promises(seen: list[Any], scanned: Any, receiver: str | None) -> None:
    findings = found(*[(path, entity, {"score": score}) for path, entity, score in seen])
    made = tag(raw(), message(scanned=scanned, receiver=receiver), findings, policies(PACK, REGISTRY), "d")
    assert Flow.read(made.canonical()) == made
    assert sum(row.count for row in made.personal_data) == len(seen)
    keys = [(r.place, r.path, r.category, r.entity) for r in made.personal_data]
    assert keys == sorted(set(keys))
    assert {t.category for t in made.tags} == {r.category for r in made.personal_data}
    assert all((t.state == "running") == (t.until is not None) for t in made.tags)
    assert scanned == "full" or made.verdict != "compliant"
    assert bool(seen) or rules(made).keys() <= {f"coverage.{scanned}"}


@given(st.text(max_size=20), st.integers(0, 2**40), st.integers(0, 5_000), st.integers(0, 9))
def test_an_id_is_the_beginning_of_a_digest_in_base32(topic: str, offset: int, part: int, revision: int) -> None:
    at = Coordinates(cluster="c1", topic=topic, topic_id="", partition=2, offset=offset)
    digest = hashlib.sha256(canonical(["c1", topic, "", 2, offset, part, revision])).digest()
    assert flow_id(at, part, revision) == "f_" + base64.b32encode(digest).decode().lower()[:26]
