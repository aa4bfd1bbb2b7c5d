"""The page of figures is written by its program, of what is there; the figures hold what they held."""

import pytest

from benchmarks.negatives import EACH, MADE, SAID, negatives
from benchmarks.prose import marked
from benchmarks.quality import PAGE, Quality, measured, page


@pytest.fixture(scope="module")
def quality() -> Quality:
    return measured(60)


def test_planted_values_are_found_and_little_else(quality: Quality):
    total = quality.total()
    assert total["planted"] > 500
    assert total["recall"] >= 0.97
    assert total["precision"] >= 0.92


def test_what_is_nobodys_is_seldom_taken(quality: Quality):
    assert quality.values.total() > 2_000
    assert quality.alarms.total() / quality.values.total() <= 0.02


def test_hard_negatives_are_the_same_each_time_and_of_every_kind():
    assert negatives() == negatives()
    assert set(negatives()) == {*SAID, *MADE}
    assert all(len(negatives()[kind]) == EACH for kind in MADE)


def test_a_category_that_was_planted_and_not_found_has_no_recall():
    quality = Quality()
    quality.planted["pd:Name"] = 4
    quality.told["pd:Age"] = 2
    assert {row["category"]: (row["recall"], row["precision"]) for row in quality.rows()} == {"pd:Name": (0.0, None), "pd:Age": (None, 0.0)}


def test_the_page_has_the_program_s_tables(quality: Quality):
    published = PAGE.read_text("utf-8")
    assert published.splitlines()[0] == page(quality).splitlines()[0]
    for row in quality.kinds():
        assert f"| {row['kind']} | {row['values']:,} |" in published
    for row in quality.rows():
        assert f"| `{row['category']}` |" in published


def test_every_special_category_of_a_payroll_column_is_found_and_only_where_it_is_told(quality: Quality):
    assert quality.said.total() > 400
    assert quality.heard == quality.said
    assert not quality.misheard.total()


def test_names_in_running_text_are_found_without_a_model(quality: Quality):
    assert all(told.names >= 80 and told.recall >= 0.85 and told.precision >= 0.85 for told in quality.prose)


def test_marks_are_taken_off_a_sentence():
    assert marked("Hei [[Kari]] og [[Ola N.]]!") == ("Hei Kari og Ola N.!", [(4, 8), (12, 18)])
