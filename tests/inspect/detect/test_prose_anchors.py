"""Greetings, streets and pairs are found around their anchors as a search of the whole text finds them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect.pairs import PAIR, keyed
from streams.inspect.detect.prose import BEFORE_GAP, GREETINGS, LAST_WORDS, SPOKEN, STREET, STREETS, greetings, streets
from tests.inspect.detect.corpus import TEXTS

PIECES = [
    "Hei", "hilsen", "Med vennlig hilsen", "med vänliga hälsningar", "Dear", "Mr.", "mr", "fru", "Kari Nordmann", "van der Berg", "og",
    "is",
    "mijn naam is", "Storgata", "Storgata 5", "Kongens gate 12 B", "1 gate 3", "Aker brygge vei", "0155 Oslo", "str. 4", "High Street 9",
    "12",
    "gate", " 7", "Nedre", "Østre Øvre Indre Ytre veien 1", "\n", ", ", ": ", ".", "!", "hei-hei ", "_hei ", "thanks you", "GEACHTE HEER",
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


@pytest.mark.parametrize("ending", "|".join(STREETS).replace("\\", "").split("|"))
def test_every_ending_of_a_street_is_an_anchor(ending: str) -> None:
    text = f"Bor i Nordre {ending.lstrip().capitalize() if ending.startswith(' ') else 'Sol' + ending} 14 B, Oslo"
    assert [m.span() for m in streets(text)] == [m.span() for m in STREET.finditer(text)] != []
