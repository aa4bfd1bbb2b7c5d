"""The tables' word on a phone number is the library's own: for digits of every country, mutated, and for texts with numbers in them."""

import phonenumbers as library
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneMetadata, PhoneNumberMatcher
from phonenumbers.phonenumbermatcher import _verify

from streams.inspect.detect.dialling import dialled_in, is_valid, plans_of
from streams.inspect.detect.phoneplans import SHORTEST, VALID, everywhere, readings, room_for, spans

KINDS = [kind for kind in library.PhoneNumberType.values() if kind != library.PhoneNumberType.UNKNOWN]
COUNTRIES = sorted(library.COUNTRY_CODE_TO_REGION_CODE)
REGIONS = sorted(library.SUPPORTED_REGIONS)
EXAMPLES = [
    *(library.example_number_for_type(region, kind) for region in REGIONS for kind in KINDS),
    *(library.example_number_for_non_geo_entity(code) for code in sorted(library.COUNTRY_CODES_FOR_NON_GEO_REGIONS)),
]
NUMBERS = [  # (home, country code, national number) of every kind in every region, and of the services that have no country
    (library.region_code_for_number(n) or "NO", n.country_code, library.national_significant_number(n)) for n in EXAMPLES if n
]
SEARCHED = ["NO", "SE", "DE", "GB", "US", "CA", "BR", "IL", "ZA", "IT", "AR", "MX", "RU", "KZ"]
DIGITS = "0123456789"
BETWEEN = [
    " ",
    "-",
    "/",
    ".",
    "(",
    ")",
    "  ",
    "+",
    "x",
    " ext. ",
    "#",
    "[",
    "]",
    "~",
    ", ",
    "\n",
    "a",
    "%",
    "$",
    "€",
    "é",
    "ж",
    "\u00a0",
    ":30",
    "_",
    "--",
]


@st.composite
def dialled(draw: st.DrawFn) -> tuple[str, str, bool]:
    """A region, digits that somebody there dials or mistypes, and whether behind a +."""
    home, code, number = draw(st.sampled_from(NUMBERS))
    for at in draw(st.lists(st.integers(0, 20), max_size=2)):
        kept = draw(st.integers(0, 1))
        number = number[:at] + draw(st.sampled_from(["", *DIGITS])) + number[at + kept :]
    plus = draw(st.booleans())
    before = [f"{code}", f"{code}0"] if plus else ["", "0", "1", "8", "06", f"00{code}", f"011{code}", f"{code}", f"{code}0", "015"]
    region = home if home in REGIONS and draw(st.booleans()) else draw(st.sampled_from(REGIONS))
    return region, draw(st.sampled_from(before)) + number, plus


def parsed(region: str, digits: str, plus: bool) -> tuple[int, bool]:
    """The library's country code of a valid number, and whether its search for numbers in texts takes it."""
    text = f"+{digits}" if plus else digits
    try:
        number = library.parse(text, region, keep_raw_input=True)
    except library.NumberParseException:
        return 0, False
    return number.country_code if library.is_valid_number(number) else 0, bool(_verify(VALID, number, text, None))


@given(st.one_of(dialled(), st.tuples(st.sampled_from(REGIONS), st.text(DIGITS, min_size=SHORTEST, max_size=19), st.booleans())))
@example(("IT", "390236618300", True))  # whose zero is part of the number
@example(("NO", "80012345678", True))  # of no country
@example(("NO", "87013456789", True))
@example(("NO", "883510012345", True))
@example(("KZ", "87011234567", False))  # a code that Russia and Kazakhstan share, and a prefix that begins both
@example(("GG", "07781123456", False))
@example(("SJ", "79021234", False))
@example(("AR", "0115123456789", False))  # what is dialled is written into the number
@settings(max_examples=700, deadline=None)
def test_digits_are_read_as_the_librarys_parser_and_validator_read_them(said: tuple[str, str, bool]) -> None:
    region, digits, plus = said
    if len(digits) >= SHORTEST:
        ours = dialled_in(region)
        assert (ours.country_of(digits, plus=plus), ours.is_written(digits, plus=plus)) == parsed(region, digits, plus)


@pytest.mark.parametrize("code", COUNTRIES)
def test_every_example_of_every_plan_is_valid(code: int) -> None:
    for _, country, number in NUMBERS:
        if country == code:
            assert is_valid(country, number)
            assert dialled_in("NO").country_of(f"{country}{number}", plus=True) == country


def test_no_plan_has_numbers_of_so_few_digits_that_they_are_not_looked_at() -> None:
    plans = [PhoneMetadata.metadata_for_region_or_calling_code(c, r) for c in COUNTRIES for r in library.COUNTRY_CODE_TO_REGION_CODE[c]]
    assert min(min(plan.general_desc.possible_length) for plan in plans) > SHORTEST
    assert all(plans_of(code) for code in COUNTRIES)


formatted = st.builds(
    lambda said, form: library.format_number(library.PhoneNumber(country_code=said[1], national_number=int(said[2])), form),
    st.sampled_from(NUMBERS),
    st.sampled_from([0, 1, 2, 3]),
)
BESIDE = ["ring ", "SO-", "2026-01-15T09:00:00.137+00:00", "882939c8-9e7e-4984-abac-eb8e535fc784", "12/3/2011", "2012-01-02 08", "71395.97"]
punctuated = st.text(DIGITS + " -./()+", min_size=1, max_size=18)
words = st.one_of(formatted, formatted, punctuated, st.sampled_from(BETWEEN), st.sampled_from(BESIDE))
texts = st.lists(words, min_size=1, max_size=5).map("".join)


@given(texts, st.sampled_from(SEARCHED))
@example("+47 2026011509 08:30", "NO")  # a stamp, and so no number
@example("0612345678 ext. 5", "FR")
@example("1" * 425, "US")
@example("+47 400 00 468é", "NO")
@settings(max_examples=700, deadline=None)
def test_in_a_text_the_numbers_stand_where_the_library_finds_them(text: str, region: str) -> None:
    theirs = [(match.start, match.end) for match in PhoneNumberMatcher(text, region, leniency=VALID)]
    assert list(spans(text, region)) == theirs
    assert room_for(region)(text) or not theirs


def test_what_every_message_is_full_of_takes_no_search() -> None:
    for text in ("KQ0066-49517", "Ring +47 400 00 468", "zq74745025.zor@example.com"):
        assert everywhere(text) is not None
    for text in ("882939c8-9e7e-4984-abac-eb8e535fc784", "2026-01-15T09:00:00.137000+00:00", "SO-243214761", "713952.97"):
        assert readings(text) is not None
