"""A name whose last letters end no word of the lexicon is passed over at once, and means what comparing it with every word finds."""

from collections.abc import Container
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect import contexts
from streams.inspect.detect import lexicon as terms
from streams.inspect.detect.lexicon import ENDINGS, Lexicon
from streams.inspect.detect.tokens import NUMBER


class Every(Container[str]):
    """Of which everything is a member."""

    def __contains__(self, _: object) -> bool:
        return True


QUICK, THOROUGH = Lexicon(), Lexicon()
THOROUGH._ends = THOROUGH._ends_of_contexts = Every()
TEXTS = [*(text for _, _, text in terms.GROUPS), *(text for _, text in contexts.CONTEXTS), contexts.TAILS, terms.NUMBERS_OF_THINGS]
NAMES = sorted({name.strip() for text in TEXTS for name in text.split(",") if name.strip()})
SUFFIXES = [
    "",
    "s",
    "es",
    "2",
    "12",
    "256",
    "c",
    "pc",
    "id",
    "ens",
    *ENDINGS,
    *sorted(NUMBER),
    "num ber",
    "num mer",
    "x nr",
    "xn r",
    "numb er",
]

known = st.sampled_from(NAMES)
near = st.tuples(known, st.integers(0, 30), st.sampled_from("abenrs1"), st.booleans()).map(
    lambda of: of[0][: of[1]] + of[2] + of[0][of[1] + of[3] :]  # a letter more, or another one
)
names = st.one_of(
    known,
    near,
    st.tuples(st.one_of(known, near, st.just("")), st.sampled_from(["", " ", "_"]), st.sampled_from(SUFFIXES)).map("".join),
    st.tuples(known, known).map(" ".join),
    st.tuples(known, known).map(lambda of: of[0].replace(" ", "") + of[1].title().replace(" ", "")),
    st.text("numberslo12_N ", max_size=12),
    st.text(max_size=10),
)


def told(lexicon: Lexicon, name: str) -> tuple[Any, ...]:
    words = lexicon.words(name)
    return lexicon._of_words(words), lexicon.context_of_words(words), lexicon._meaning(name), lexicon._contexts_of(name)


@given(names)
@settings(max_examples=4000, deadline=None)
def test_a_name_means_what_comparing_it_with_every_word_finds(name: str) -> None:
    assert told(QUICK, name) == told(THOROUGH, name)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_name_of_the_lexicon_is_passed_over(suffix: str) -> None:
    assert [name for name in NAMES if told(QUICK, name + suffix) != told(THOROUGH, name + suffix)] == []


@given(
    st.lists(
        st.sampled_from(["num", "ber", "mer", "er", "r", "n", "nr", "no", "k", "kunde", "tlf", "konto", "s", "id", "1"]), max_size=5
    ).map(tuple)
)
@settings(max_examples=800, deadline=None)
def test_a_number_counts_however_its_name_is_taken_apart(words: tuple[str, ...]) -> None:
    assert QUICK._of_words(words) == THOROUGH._of_words(words)
    assert QUICK.context_of_words(words) == THOROUGH.context_of_words(words)


@pytest.mark.parametrize("spelling", sorted(NUMBER))
def test_every_spelling_of_number_ends_a_term(spelling: str) -> None:
    stems = sorted({name.rsplit(" ", 1)[0] for name in NAMES if name.rsplit(" ", 1)[-1] in NUMBER and " " in name})
    told_apart = [stem for stem in stems if told(QUICK, f"{stem} {spelling}") != told(THOROUGH, f"{stem} {spelling}")]
    assert stems and told_apart == []


@pytest.mark.parametrize("name", ["qzxv", "wkfjtqz", "4711_qzxv", "aåqzx"])
def test_a_name_like_no_other_is_passed_over(name: str) -> None:
    last = QUICK.words(name)[-1]
    assert last[-3:] not in QUICK._ends and last[-3:] not in QUICK._ends_of_contexts
