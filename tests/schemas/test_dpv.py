"""Our terms against the published ones: each is there, of the kind that we take it for, below what we put it below."""

import re
from pathlib import Path

import pytest

from schemas import dpv
from schemas.entities import ENTITY_CATEGORY
from schemas.policy import Pack
from streams.ledger.observed import observed
from streams.policy.load import load
from streams.register.linked import json_ld
from streams.register.made import made
from tests.inspect.tag.build import EMAIL, REGISTRY, flow, found, policies


def published() -> dict[str, list[str]]:
    """The lines of each section of the published list."""
    sections: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("dpv_terms.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections


SECTIONS = published()


def terms(section: str, prefix: str = "dpv") -> set[str]:
    return {f"{prefix}:{word}" for line in SECTIONS[section] for word in line.split()}


def below() -> dict[str, set[str]]:
    """Each pd: term with the terms right above it."""
    above: dict[str, set[str]] = {}
    for broader, words in (line.split(": ") for line in SECTIONS["pd"]):
        for word in words.split():
            above.setdefault(f"pd:{word}", set()).update(() if broader == "-" else (f"pd:{broader}",))
    return above


LEGAL = {term for term in terms("legal-basis", "eu-gdpr") if re.match(r"eu-gdpr:A[0-9]", term)}  # by article; the others are headings


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (dpv.PD, set(below())),
        (dpv.PURPOSES, terms("purpose")),
        (dpv.SUBJECTS, terms("subject")),
        (dpv.PROCESSING, terms("processing")),
        (dpv.STORAGE, terms("storage")),
        (dpv.RIGHTS, terms("right", "eu-gdpr")),
        (dpv.LEGAL_BASES | dpv.CONDITIONS | dpv.SAFEGUARDS, LEGAL),
    ],
    ids=["personal data", "purposes", "subjects", "processing", "storage", "rights", "legal bases"],
)
def test_we_have_all_terms_of_a_kind_and_no_other(ours: frozenset[str], theirs: set[str]) -> None:
    assert (ours - theirs, theirs - ours) == (set(), set())


def test_durations_are_published_ones() -> None:
    assert dpv.DURATIONS - terms("duration") == set()


def test_a_kind_of_personal_data_lies_below_what_the_vocabulary_puts_it_below() -> None:
    above = below()

    def closure(term: str) -> set[str]:
        return {term}.union(*(closure(broader) for broader in above[term]))

    assert {term: set(broader) for term, broader in dpv.BROADER.items()} == {term: closure(term) for term in above}


def test_special_categories_are_those_that_are_typed_so() -> None:
    assert {term for term in dpv.PD if dpv.is_special(term)} == terms("special", "pd")


def test_no_kind_of_term_is_another() -> None:
    kinds = (dpv.PD, dpv.PURPOSES, dpv.SUBJECTS, dpv.PROCESSING, dpv.STORAGE, dpv.DURATIONS, dpv.RIGHTS)
    assert sum(map(len, kinds)) == len(frozenset().union(*kinds))
    assert not dpv.LEGAL_BASES & dpv.CONDITIONS | dpv.CONDITIONS & dpv.SAFEGUARDS | dpv.LEGAL_BASES & dpv.SAFEGUARDS


def test_what_the_detector_finds_is_a_kind_of_personal_data() -> None:
    assert {term for term in ENTITY_CATEGORY.values() if term} - dpv.PD == set()


def test_the_older_spelling_is_read_as_the_newer() -> None:
    assert dpv.RENAMED.keys() & dpv.PD == set()
    assert set(dpv.RENAMED.values()) <= dpv.PD
    pack = Pack.model_validate({"pack": "p", "version": "1", "role": "controller", "categories": {"declared": ["pd:BrowsingBehavior"]}})
    assert pack.categories.declared == ("pd:BrowsingBehaviour",)


@pytest.mark.parametrize(
    ("word", "kept"), [("erasure", "eu-gdpr:A17"), ("Deletion", "eu-gdpr:A17"), ("eu-gdpr:A15", "eu-gdpr:A15"), ("a copy by post",) * 2]
)
def test_a_notices_word_for_a_right_is_its_term(word: str, kept: str) -> None:
    pack = Pack.model_validate({"pack": "p", "version": "1", "role": "controller", "rights": {"rights": [word]}})
    assert pack.rights is not None
    assert pack.rights.rights == (kept,)


def test_a_right_that_the_law_lacks_is_told_which_was_meant() -> None:
    with pytest.raises(ValueError, match='"eu-gdpr:A155" is no right of the DPV; did you mean "eu-gdpr:A15"'):
        Pack.model_validate({"pack": "p", "version": "1", "role": "controller", "rights": {"rights": ["eu-gdpr:A155"]}})


def test_registers_of_the_shipped_packs_use_published_terms_only() -> None:
    known = set(below()) | LEGAL | terms("right", "eu-gdpr")
    known = known.union(*(terms(s) for s in ("purpose", "subject", "processing", "storage", "duration", "class", "property")))
    traffic = observed([flow(policies(REGISTRY), found(EMAIL))])
    for role in ("controller", "processor"):
        told = made(load(None), traffic, role, None, "spor")  # type: ignore[arg-type]  # one of the two
        used = _curies(json_ld(told.rows, told.mandates, told.traffic).decode())
        assert used - known == set()
        assert used & terms("class")


def _curies(text: str) -> set[str]:
    words = text.replace('"', " ").split()
    return {word for word in words if word.partition(":")[0] in ("dpv", "pd", "eu-gdpr") and word.partition(":")[2]}
