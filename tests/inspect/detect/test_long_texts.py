"""What spares work in texts that are long, or many, leaves out nothing that would have been found."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from streams.inspect.detect import hidden
from streams.inspect.detect.claims import Field
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.pairs import KEYS, PAIR, _pairs, is_silent
from streams.inspect.detect.patterns import Patterns
from streams.inspect.detect.presidio import Presidio
from streams.inspect.detect.texts import Texts, _long_numbers
from streams.inspect.detect.triage import Triage

LEXICON = Lexicon()
TEXTS = Texts(Patterns(Presidio(), Triage()), LEXICON)
KEYED = [
    *(
        "name",
        "first name",
        "og e-post",
        "X",
        "id",
        ": ",
        "=",
        " => ",
        ":",
        "::",
        "=:",
        " ",
        "     ",
        '"',
        "\\'",
        "Kari Nordmann",
        "&",
        ",",
    ),
    *("12", "\n", "a.b-c", "_x", "-", "{", "}", '{"a":"Kari"},', "X: y\n", "x" * 30, "x" * 50, "v" * 118, "7" * 119, "=" * 121),
]
keyed_texts = st.one_of(st.lists(st.sampled_from(KEYED), max_size=12).map("".join), st.text("ab1.-_ =:>\"'&,\n\\", max_size=60))


@given(keyed_texts)
@example("x" * 43 + "=1")
@example("a " + "x" * 33 + "=1")
@example("a=" + "7" * 118 + "vname=Kari")
@example("a=" + "7" * 119 + "vname=Kari")
@settings(max_examples=1500, deadline=None)
def test_keys_are_those_of_all_pairs_but_where_one_may_begin_in_a_word(text: str) -> None:
    told = KEYS.findall(text)
    assert any(unsure for _, unsure in told) or [key for key, _ in told] == [found["key"] for found in PAIR.finditer(text)]


@given(keyed_texts)
@example("name=Kari")
@settings(max_examples=600, deadline=None)
def test_where_no_key_says_anything_no_pair_does(text: str) -> None:
    assert not is_silent(text, LEXICON) or not list(_pairs(text, LEXICON, PAIR))


def test_lists_of_the_same_few_keys_are_told_at_once() -> None:
    assert is_silent('{"a":"Kari"},' * 300, LEXICON)
    assert is_silent("X: y\n" * 600, LEXICON)
    assert not is_silent('{"name":"Kari"},' * 300, LEXICON)


@given(st.text("a1@ .\t\u00a0\n-", max_size=90), st.text("a1@ .\t\u00a0\n-", max_size=90))
@example("1" + "x" * 39, "")
@example("1" + "x" * 40, "x" * 40 + "1")
@settings(max_examples=600, deadline=None)
def test_a_value_is_cut_where_what_stands_on_both_sides_has_a_digit_or_an_at_sign_in_it(before: str, after: str) -> None:
    start, end = len(before), len(before) + 1
    words = [re.search(r"\S*\Z", before[-hidden.PIECE :]), re.match(r"\S*", after[: hidden.PIECE])]
    told = re.search("[0-9@]", "".join(word[0] for word in words if word))
    assert hidden._is_cut(f"{before}\n{after}", start, end) == (told is not None)


SPOKEN = [
    "kunde ",
    "tlf. 41223344 ",
    "bsn 111222333",
    "imei ",
    "12 34 56 78",
    "AB 12345",
    "org.nr ",
    "\n",
    "født ",
    "1990 ",
    "x" * 400,
    "er ",
]


@given(st.lists(st.sampled_from(SPOKEN), max_size=20).map("".join), st.booleans(), st.integers(0, 255))
@settings(max_examples=150, deadline=None)
def test_a_text_whose_numbers_are_counted_says_what_it_says_uncounted(text: str, prose: bool, more: int) -> None:
    mask = TEXTS.masks([text])[0] | more
    assert TEXTS._of_piece(text, Field(()), prose, mask, _long_numbers(text)) == TEXTS._of_piece(text, Field(()), prose, mask)
