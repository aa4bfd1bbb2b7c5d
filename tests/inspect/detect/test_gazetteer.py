"""Names in running text without a model: sentences in nine languages, and sentences that only look as if somebody stood in them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect import gazetteer
from streams.inspect.detect.gazetteer import persons

LINES = [line for line in Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]


def names(text: str) -> list[str]:
    return [text[found.start : found.end] for found in persons(text)]


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_gives_the_names_that_stand_in_it_and_no_others(line: str) -> None:
    text, _, expected = line.partition(" | ")
    assert names(text) == (expected.split("; ") if expected else [])


@pytest.mark.parametrize("word", ["april", "mark", "max", "rose", "grace", "victoria"])
def test_a_word_that_is_also_something_else_needs_a_family_name_that_is_known(word: str) -> None:
    assert word in gazetteer.ALSO_WORDS
    assert names(f"We met {word.title()} today.") == []
    assert names(f"We met {word.title()} Johansen today.") == [f"{word.title()} Johansen"]


def test_a_name_knows_how_sure_it_is() -> None:
    scores = {
        text: [found.score for found in persons(text)]
        for text in ("we have met Kari Hansen", "we have met Kari Xerxov", "we met Ragnhild today")
    }
    assert list(scores.values()) == [[gazetteer.FULL], [gazetteer.LIKELY], [gazetteer.ALONE]]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_whatever_stands_there_the_spans_lie_in_it_in_order_and_apart(text: str) -> None:
    at = 0
    for found in persons(text):
        assert at <= found.start < found.end <= len(text)
        at = found.end


words = st.sampled_from(
    [
        *sorted(gazetteer.LEADS)[::7],
        *sorted(gazetteer.ALSO_WORDS)[::40],
        *sorted(gazetteer._surnames())[::200],
        *sorted(gazetteer._given())[::200],
        *("McDonald", "O'Neil", "A.", "INFO", "van der", "og", "er", "xerxov"),
    ]
)


@given(st.lists(words.flatmap(lambda word: st.sampled_from([word, word.title(), word.upper(), f"{word},", f"({word})"])), max_size=8))
@settings(max_examples=400, deadline=None)
def test_a_run_that_is_passed_over_gives_nothing_the_long_way(parts: list[str]) -> None:
    text = f"vi har {' '.join(parts)} her."
    found = [candidate for run in gazetteer.RUN.finditer(text) for candidate in gazetteer._named(gazetteer._run_of(text, run))]
    assert list(persons(text)) == found


def test_the_lists_hold_names_and_nothing_that_is_only_a_word() -> None:
    given_, family = gazetteer._given(), gazetteer._surnames()
    assert len(given_) > 6000
    assert len(family) > 4000
    assert not [
        name for name in given_ | family if not name[0].isupper() or not name.replace("-", "").replace("'", "").replace("’", "").isalpha()
    ]
