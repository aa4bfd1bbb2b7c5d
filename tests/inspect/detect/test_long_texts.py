"""What spares work in texts that are long, or many, leaves out nothing that would have been found."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.pairs import KEYS, PAIR, _pairs, is_silent

LEXICON = Lexicon()
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
