"""What spares work in texts that are long, or many, leaves out nothing that would have been found."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from streams.inspect.detect import hidden, prose
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.claims import Field
from streams.inspect.detect.evened import views
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.pairs import KEYS, PAIR, _pairs, is_silent
from streams.inspect.detect.patterns import Patterns
from streams.inspect.detect.presidio import Presidio
from streams.inspect.detect.texts import Texts, _long_numbers, windows
from streams.inspect.detect.triage import Triage
from streams.inspect.detect.witness import heard

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


def in_windows(text: str, limit: int) -> tuple[list[Candidate], bool]:
    """Every view of a text in its windows, whether there is one of them or many."""
    found: list[Candidate] = []
    for view in views(text):
        for offset, piece, low, high in windows(view.text):
            for each in TEXTS._of_piece(piece, Field(()), True, TEXTS.masks([piece])[0]):
                if low <= each.start + offset < high:
                    found.append(each.at(*view.origin(each.start + offset, each.end + offset)))
            if len(found) > limit:
                return found[:limit], True
    return found, False


MARKED = [
    "<b>Kari</b> ",
    "tlf. 412 23 344 ",
    "Hei Kari Nordmann, ",
    "&#107;unde ",
    "%20",
    "\n",
    "epost: kari@example.org ",
    "ordrenr SO-1004 ",
]


@given(st.lists(st.sampled_from(MARKED), max_size=8).map("".join), st.sampled_from([1, 1, 30]), st.sampled_from([0, 3, 10_000]))
@settings(max_examples=120, deadline=None)
def test_a_text_of_one_window_gives_what_its_windows_give(text: str, times: int, limit: int) -> None:
    assert TEXTS.candidates(text * times, Field(()), True, limit) == in_windows(text * times, limit)


NAMED = ["ordrenr ", "kundenr. ", "SO-10042", "10000", "født ", "01.01.1990", "7. mai 1990", " ", ", ", "er ", "AB/12 ", "\n", "Kari "]


@given(st.lists(st.sampled_from(NAMED), max_size=9).map("".join))
@settings(max_examples=400, deadline=None)
def test_one_named_number_is_heard_as_each_of_many_is(text: str) -> None:
    numbers = [m.span() for m in prose.NUMBER.finditer(text) if prose._names_a_number(heard(text, m.start(), LEXICON))]
    births = [m.span() for m in prose.DATE.finditer(text) if prose._names_a_birth(heard(text, m.start(), LEXICON))]
    assert [(c.start, c.end) for c in prose._named_numbers(text, LEXICON)] == numbers + births
