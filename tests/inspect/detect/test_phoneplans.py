"""Where a numbering plan is said to leave no room, the library finds no number; and most texts leave none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import (
    PhoneNumberFormat,
    PhoneNumberMatcher,
    PhoneNumberType,
    example_number_for_type,
    format_number,
    national_significant_number,
)

from streams.inspect.detect.phoneplans import PLAIN_NUMBER, country_of, room_for

REGIONS = ("US", "GB", "DE", "FR", "IL", "IN", "CA", "BR", "ZA", "NO", "SE", "DK", "NL", "FI", "LT")
KINDS = [kind for kind in PhoneNumberType.values() if kind != PhoneNumberType.UNKNOWN]
NUMBERLESS = ["2026", "7", "12.50", "1a2b3c4d", "a1 b2", "12/24", "v1.2.3", "99"]
texts = st.one_of(
    st.from_regex(r"[0-9]{2,16}", fullmatch=True),
    st.text("0123456789 -/().xab", min_size=4, max_size=40),
    st.from_regex(r"0?0?[0-9]{2}([ .\-][0-9]{2,4}){2,5}", fullmatch=True),
)


@pytest.mark.parametrize("region", REGIONS)
def test_every_example_of_the_plan_has_room(region: str) -> None:
    for kind in KINDS:
        number = example_number_for_type(region, kind)
        if number is not None:
            digits = national_significant_number(number)
            for text in (digits, f"0{digits}", f"ring {digits[:3]} {digits[3:]} i dag", format_number(number, PhoneNumberFormat.NATIONAL)):
                assert room_for(region)(text) or not list(PhoneNumberMatcher(text, region, leniency=1))
            assert room_for(region)(f"+{number.country_code} {digits}")


@pytest.mark.parametrize("region", REGIONS)
@given(text=texts)
@settings(max_examples=60, deadline=None)
def test_where_there_is_no_room_there_is_no_number(region: str, text: str) -> None:
    if not room_for(region)(text):
        assert not list(PhoneNumberMatcher(text, region, leniency=1))


@pytest.mark.parametrize("text", NUMBERLESS)
def test_what_every_message_is_full_of_leaves_no_room(text: str) -> None:
    assert not any(room_for(region)(text) for region in REGIONS if region != "DE")


def test_a_call_abroad_has_room_whatever_the_plan() -> None:
    assert room_for("NO")("0044 20 7946 0958")
    assert room_for("US")("+4740000000")


@given(text=st.one_of(st.from_regex(PLAIN_NUMBER, fullmatch=True), st.sampled_from([" ".join(("+47", "400 00 693")), "+44 20 7946 0958"])))
@settings(max_examples=300, deadline=None)
def test_a_valid_number_with_its_country_code_is_the_same_number_in_every_region(text: str) -> None:
    country = country_of(text)
    for region in REGIONS:
        found = [(m.start, m.end, m.number.country_code) for m in PhoneNumberMatcher(text, region, leniency=1)]
        assert country is None or found == [(0, len(text), country)]


def test_what_is_no_valid_number_with_its_country_code_has_no_country() -> None:
    assert [country_of(text) for text in ("+47 400 00 693", "400 00 693", "+47 1", "+47 400 00 693.", "+999 400 00 693")] == [
        47,
        *[None] * 4,
    ]
