"""The page of reasons is the table of reasons."""

from tests.docs.coverage import PAGE, page


def test_the_page_of_reasons_is_the_table_of_reasons():
    assert PAGE.read_text("utf-8") == page(), "run python -m tests.docs.coverage"
