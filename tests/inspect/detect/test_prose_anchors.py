"""Greetings, streets and pairs are found around their anchors as a search of the whole text finds them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect.names import CAPITALISED
from streams.inspect.detect.pairs import PAIR, keyed
from streams.inspect.detect.prose import (
    ALIKE,
    BEFORE_GAP,
    DISPLAYED,
    GREETINGS,
    HEADS,
    LAST_WORDS,
    LONGEST_HEAD,
    MOST_PARTS,
    SPOKEN,
    STREET,
    STREETS,
    _written_as_names,
    displayed,
    greetings,
    streets,
)
from tests.inspect.detect.corpus import TEXTS

PIECES = [
    "Hei", "hilsen", "Med vennlig hilsen", "med vänliga hälsningar", "Dear", "Mr.", "mr", "fru", "Kari Nordmann", "van der Berg", "og",
    "is",
    "mijn naam is", "Storgata", "Storgata 5", "Kongens gate 12 B", "1 gate 3", "Aker brygge vei", "0155 Oslo", "str. 4", "High Street 9",
    "12",
    "gate", " 7", "Nedre", "Østre Øvre Indre Ytre veien 1", "\n", ", ", ": ", ".", "!", "hei-hei ", "_hei ", "thanks you", "GEACHTE HEER",
    "hi hei", "thank", "vriendelijke", "(kind regards", "vr\u0130endelijke groet", "vennl\u0131g hilsen", "be\u017ften gruß",
]  # fmt: skip
KEYED = [
    "name",
    "first name",
    "og e-post",
    ": ",
    "=",
    " => ",
    "::",
    "x" * 50,
    " ",
    '"',
    "\\'",
    "Kari Nordmann",
    "&",
    ",",
    "12",
    "v" * 130,
    "\n",
    "a.b-c",
]
texts = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda parts: st.lists(st.sampled_from(["", " ", "  ", "\n"]), min_size=len(parts), max_size=len(parts)).map(
        lambda gaps: "".join(part + gap for part, gap in zip(parts, gaps, strict=True))
    )
)


@given(texts)
@settings(max_examples=400, deadline=None)
def test_greetings_are_those_of_the_whole_text(text: str) -> None:
    assert [m.span() for m in greetings(text)] == [m.span() for m in SPOKEN.finditer(text)]


@given(texts)
@settings(max_examples=400, deadline=None)
def test_streets_are_those_of_the_whole_text(text: str) -> None:
    assert [m.span() for m in streets(text)] == [m.span() for m in STREET.finditer(text)]


@given(st.one_of(texts, st.text("ab1.-_ =:>\"'&,\n\\", max_size=60), st.lists(st.sampled_from(KEYED), max_size=10).map("".join)))
@settings(max_examples=600, deadline=None)
def test_pairs_are_those_of_the_whole_text(text: str) -> None:
    assert [m.span() for m in keyed(text)] == [m.span() for m in PAIR.finditer(text)]


DISPLAY = ['"', "Kari", "Kari Nordmann", " ", "<", "<a@b", "@", ">", ":", "x" * 61, "y" * 65, "<kari@example.org>", ", ", "7", "\n"]


@given(st.lists(st.sampled_from(DISPLAY), max_size=12).map("".join))
@settings(max_examples=800, deadline=None)
def test_names_before_addresses_are_those_of_the_whole_text(text: str) -> None:
    assert [m.span() for m in displayed(text)] == [m.span() for m in DISPLAYED.finditer(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_texts_of_the_corpus_give_what_a_whole_search_gives(text: str) -> None:
    for repeated in (text, (text + " ") * 5):
        assert [m.span() for m in greetings(repeated)] == [m.span() for m in SPOKEN.finditer(repeated)]
        assert [m.span() for m in streets(repeated)] == [m.span() for m in STREET.finditer(repeated)]
        assert [m.span() for m in keyed(repeated)] == [m.span() for m in PAIR.finditer(repeated)]


@given(st.sampled_from(GREETINGS).flatmap(lambda greeting: st.from_regex(greeting, fullmatch=True)))
@settings(max_examples=200, deadline=None)
def test_every_greeting_ends_in_a_last_word(greeting: str) -> None:
    assert [m.group().lower() for m in BEFORE_GAP.finditer(greeting + " ")][-1] in LAST_WORDS


@given(st.sampled_from(GREETINGS).flatmap(lambda greeting: st.from_regex(greeting, fullmatch=True)))
@settings(max_examples=300, deadline=None)
def test_before_the_last_word_of_a_greeting_stands_a_head(greeting: str) -> None:
    before = greeting.lower().translate(ALIKE).rpartition(" ")[0]
    assert not before or f" {before} ".endswith(tuple(f" {head}" for head in HEADS))
    assert max(map(len, HEADS)) <= LONGEST_HEAD


def test_a_head_is_known_in_all_letters_that_a_pattern_takes_for_its_own() -> None:
    small = sorted(set("".join(HEADS)) - {" "})
    for letter in small:
        alike = re.compile(letter, re.IGNORECASE)
        taken = [char for char in map(chr, [*range(0xD800), *range(0xE000, 0x20000)]) if alike.fullmatch(char)]
        assert {letter, letter.upper()} <= set(taken)
        assert {char.lower().translate(ALIKE) for char in taken} == {letter}


@given(
    st.lists(st.sampled_from(["Kari", "van", "der", "Per-Ola", "N", "Dr.", "O'Neil", ",", " ", "x", "7", "'t", ",Ola"]), max_size=30).map(
        " ".join
    )
)
@settings(max_examples=500, deadline=None)
def test_a_list_of_more_words_than_a_name_has_is_told_by_its_first_words(text: str) -> None:
    found = CAPITALISED.match(text)
    names = found.group().rstrip(" ,") if found else ""
    while names and names.split()[-1][0].islower():
        names = names.rpartition(" ")[0].rstrip(" ,")
    if len(names.split()) <= MOST_PARTS:
        assert _written_as_names(text, 0) == (found.group() if found else "")


@pytest.mark.parametrize("ending", "|".join(STREETS).replace("\\", "").split("|"))
def test_every_ending_of_a_street_is_an_anchor(ending: str) -> None:
    text = f"Bor i Nordre {ending.lstrip().capitalize() if ending.startswith(' ') else 'Sol' + ending} 14 B, Oslo"
    assert [m.span() for m in streets(text)] == [m.span() for m in STREET.finditer(text)] != []
