"""The shares that the page of identifiers promises hold, on a small sample; and the page has every identifier."""

import re
from pathlib import Path
from random import Random

import pytest

from benchmarks.lookalikes import Shares, broken, measure, others, table
from benchmarks.specimens import SPECIMENS, Specimen
from schemas.entities import ENTITY_CATEGORY, NATIONAL_IDS
from streams.inspect.detect.detector import Detector, standard

PAGE = (Path(__file__).parents[2] / "docs" / "identifiers.md").read_text("utf-8")
COUNT = 400  # look-alikes of each, and a hundred valid ones; the page's figures are of 100,000


@pytest.fixture(scope="module")
def detector() -> Detector:
    return standard()


def row(specimen: Specimen) -> list[str]:
    """The cells of the page's row of an identifier."""
    lines = [line for line in PAGE.splitlines() if line.startswith(f"| {specimen.name} | `{specimen.entity}` |")]
    assert len(lines) == 1, specimen.name
    return [cell.strip() for cell in lines[0].strip("|").split("|")]


def test_every_national_identifier_has_specimens_and_its_place_on_the_page() -> None:
    assert {s.entity for s in SPECIMENS} >= NATIONAL_IDS
    assert {s.entity for s in SPECIMENS} <= set(ENTITY_CATEGORY)
    named = set(re.findall(r"^\| [^|]+ \| `([A-Z_]+)` \|", PAGE, re.MULTILINE))
    assert named == {s.entity for s in SPECIMENS}


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda s: s.name)
def test_the_page_promises_what_makes_an_identifier_strong_or_weak(specimen: Specimen) -> None:
    _, _, alone, taken, for_anybody, wrong, bare, field, word = row(specimen)
    assert alone == ("yes" if specimen.alone else "no")
    assert float(taken) < (1 if specimen.alone else 3)
    assert float(for_anybody) <= 3
    assert not wrong or float(wrong) <= 2
    assert float(field) >= 98
    assert float(word) >= 95
    assert not specimen.alone or float(bare) >= 98


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda s: s.name)
def test_a_small_sample_agrees_with_the_page(specimen: Specimen, detector: Detector) -> None:
    shares = measure(detector, specimen, COUNT)
    _, _, _, taken, *_ = row(specimen)
    assert shares.taken <= float(taken) + 2  # 400 of them: two in a hundred would be a new rule
    assert shares.broken in (None, 0)
    assert shares.beside_field >= 98
    assert shares.beside_word >= 94
    assert not specimen.alone or shares.bare >= 92


def test_the_same_count_gives_the_same_shares(detector: Detector) -> None:
    assert measure(detector, SPECIMENS[0], 50) == measure(detector, SPECIMENS[0], 50)


def test_dates_orders_and_gtins_are_nobodys(detector: Detector) -> None:
    assert others(detector, 1000) <= 1


def test_a_broken_number_differs_in_its_check_digit_alone() -> None:
    assert broken("120174-3399", -2) == "120174-3309"
    assert broken("1237 010180", -7) == "1238 010180"
    assert broken("12345678Z", -1) == "12345678A"
    for specimen in SPECIMENS:
        if specimen.check:
            number = specimen.valid(Random(1))
            other = broken(number, specimen.check)
            assert sum(a != b for a, b in zip(number, other, strict=True)) == 1


def test_the_table_is_markdown_with_a_line_for_each() -> None:
    lines = list(table([Shares("UK_NHS", "NHS number", False, 0.0, 1.4, None, 0.0, 100.0, 99.5)]))
    assert len(lines) == 3
    assert lines[2] == "| NHS number | `UK_NHS` | no | 0.00 | 1.40 |  | 0.00 | 100.00 | 99.50 |"
