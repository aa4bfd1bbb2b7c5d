"""What a form rules out no value of that form has; and what forms and conditions leave unasked would have found nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect import britain, denmark, norway, sweden, triage
from streams.inspect.detect.patterns import WITNESSED, Patterns, Search
from streams.inspect.detect.presidio import Presidio
from streams.inspect.detect.spelled import LONGEST, Forms, form, widened
from streams.inspect.detect.triage import EVERYTHING, PATTERNS, Triage
from tests.inspect.detect.build import leaves
from tests.inspect.detect.corpus import PAYLOADS, TEXTS, unmarked

FORMS = Forms(PATTERNS)
SEARCHES = [search for searches in WITNESSED.values() for search in searches]
EVERY = [*(p for several in PATTERNS.values() for p in several), *(p for search in SEARCHES for p in search.patterns)]
written = st.sampled_from(EVERY).flatmap(st.from_regex).map(str.strip)
numbers = st.from_regex(r"[+(]?[0-9A-Z]{1,6}([ .\-/+:]{0,1}[0-9A-Z]{1,6}){1,6}", fullmatch=True)
bare = st.text("0123456789", min_size=6, max_size=18)
real = st.sampled_from([*TEXTS, *(leaf.text for payload in PAYLOADS.values() for leaf in leaves(unmarked(payload), "body") if leaf.text)])
values = st.one_of(written, written.map(str.upper), numbers, bare, bare.map(lambda d: f"{d[:6]}-{d[6:]}"), real)


@pytest.fixture(scope="module")
def patterns() -> Patterns:
    return Patterns(Presidio(), Triage())


@given(st.one_of(written, written.map(str.upper), numbers).filter(lambda text: form(text) is not None))
@settings(max_examples=500, deadline=None)
def test_what_a_pattern_matches_its_form_lets_through(text: str) -> None:
    look = form(text)
    assert look is not None
    said = FORMS.of(look)
    for bit, several in PATTERNS.items():
        assert said & bit or not any(pattern.search(text) for pattern in several)


@given(values)
@settings(max_examples=400, deadline=None)
def test_the_recognizers_that_are_asked_find_what_all_find(patterns: Patterns, text: str) -> None:
    (mask,) = patterns.masks([text])
    assert patterns._scan(text, mask) == patterns._scan(text, EVERYTHING)
    assert patterns.scan(text, mask) == patterns._scan(text, mask)


@given(st.sampled_from(sorted(WITNESSED)), values)
@settings(max_examples=400, deadline=None)
def test_beside_a_witness_too(patterns: Patterns, entity: str, text: str) -> None:
    everyone = [candidate for search in WITNESSED[entity] for candidate in search.find(text, patterns._presidio)]
    assert list(patterns.scan_for(entity, text)) == everyone


@given(st.sampled_from(SEARCHES), values)
@settings(max_examples=400, deadline=None)
def test_a_search_finds_nothing_where_none_of_its_patterns_is(patterns: Patterns, search: Search, text: str) -> None:
    if not any(pattern.search(text) for pattern in search.patterns):
        assert not list(search.find(text, patterns._presidio))


def test_values_of_one_form_are_told_by_what_they_have_in_common() -> None:
    assert form("SO-243214761") == form("XY-000000000") == b"AA-000000000"
    assert FORMS.of(b"AA-000000000") == FORMS.of(b"AA0000-00000") == 0
    assert FORMS.of(b"00000000000") & triage.FODSELSNUMMER
    assert not FORMS.of(b"00000000000") & (triage.CPR | triage.NINO | triage.PHONE)
    assert FORMS.of(b"+00 000 00 000") == triage.PHONE


def test_what_has_small_letters_or_is_long_or_beyond_ascii_has_no_form() -> None:
    assert [form(text) for text in ("kari", "1" * (LONGEST + 1), "Å 1", "１２３")] == [None] * 4
    assert form("") == b""


@pytest.mark.parametrize(
    ("pattern", "wide"),
    [
        (r"[0-9]{2}[A-Z]", r"[0-9]{2}[A-Z]"),
        (r"NO ?[1-4]", r"AA ?(?:[1-4]|[0])"),
        (r"(?<![0-9A-Za-z])[B-D]\b", r"(?<![0-9A-Za-z])(?:[B-D]|[A])\b"),
        (r"1(?![1-9])", r"0"),  # what must not be some digit may be a 0
        (r"(?P<one>[^0-9])\1{1,9}", r"(?P<one>[^0-9])\1{1,9}"),
    ],
)
def test_a_pattern_is_widened_where_it_is_narrower_than_a_form(pattern: str, wide: str) -> None:
    assert widened(pattern) == wide


def test_no_number_is_looked_for_by_a_pattern_that_a_form_does_not_know() -> None:
    known = {pattern for several in PATTERNS.values() for pattern in several}
    assert {norway.FNR, norway.ACCOUNT, denmark.PERSON, sweden.PERSON, sweden.INTERIM, britain.NINO} <= known
