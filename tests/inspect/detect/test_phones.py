"""Phones region by region, the likeliest first, are the phones of Presidio's recognizer with all regions."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presidio_analyzer.predefined_recognizers import PhoneRecognizer

from streams.inspect.detect import phoneplans
from streams.inspect.detect import presidio as module
from streams.inspect.detect.presidio import PHONE, REGIONS, Hit, Presidio

NUMBERS = [
    "91234567", "912 34 567", "+47 912 34 567", "0701234567", "070-123 45 67", "+46 70 123 45 67", "20 12 34 56", "06 12345678",
    "030 123456", "(030) 123456", "07911 123456", "020 7946 0958", "+44 20 7946 0958", "040 1234567", "612 34567", "8 612 34567",
    "91234567 / 92345678", "tlf 91234567 eller 070-123 45 67", "12345", "00000000", "2025-03-01", "1234567890123456", "+1 202 555 0143",
    "0047 91234567", "4791234567", "91234567 91234567", "912345678", "+47912345678901", "1/2/3", "",
]  # fmt: skip


@pytest.fixture(scope="module")
def presidio() -> Presidio:
    return Presidio()


@pytest.fixture(scope="module")
def together() -> Callable[[str], tuple[Hit, ...]]:
    recognizer = PhoneRecognizer(supported_language="xx", supported_regions=REGIONS)

    def find(text: str) -> tuple[Hit, ...]:
        hits = [Hit(r.entity_type, r.start, r.end, r.score) for r in recognizer.analyze(text, ["PHONE_NUMBER"])]
        return tuple(sorted(hits, key=lambda h: (h.start, -h.end)))

    return find


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_of_any_country_is_found_alike(text: str, presidio: Presidio, together: Callable[[str], tuple[Hit, ...]]) -> None:
    assert presidio.find(PHONE, text) == together(text)


@given(st.one_of(st.from_regex(r"(?:\+|00?)?[0-9]{5,14}", fullmatch=True), st.text("0123456789 +-/().x", min_size=5, max_size=30)))
@settings(max_examples=150, deadline=None)
def test_any_digits_are_found_alike(presidio: Presidio, together: Callable[[str], tuple[Hit, ...]], text: str) -> None:
    assert presidio.find(PHONE, text) == together(text)


def test_a_number_that_its_region_takes_whole_asks_no_other_region(presidio: Presidio, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def spans(text: str, region: str) -> Sequence[tuple[int, int]]:
        asked.append(region)
        return phoneplans.spans(text, region)

    monkeypatch.setattr(module, "spans", spans)
    [hit] = presidio.find(PHONE, "06-12 34 56 79")
    assert (hit.start, hit.end) == (0, 14)
    assert len(asked) == 1
