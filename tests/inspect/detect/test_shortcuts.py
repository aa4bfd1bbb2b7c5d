"""What is told of a value by its look, and of a field by its path, is what the long way would say of it."""

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect import lexicon as terms
from streams.inspect.detect import tokens
from streams.inspect.detect.claims import NO_FIELD
from streams.inspect.detect.detector import Detector
from streams.inspect.detect.fields import Fields
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.national import IDENTIFIERS
from streams.inspect.detect.patterns import WITNESSED, Patterns
from streams.inspect.detect.presidio import Presidio
from streams.inspect.detect.resolve import NUMERIC
from streams.inspect.detect.routes import PLANS
from streams.inspect.detect.spots import Spots
from streams.inspect.detect.texts import NOTHING, Texts
from streams.inspect.detect.tokens import folded, spellings
from streams.inspect.detect.triage import Triage
from streams.inspect.words import Budget, Leaf
from tests.inspect.detect.build import message
from tests.inspect.detect.corpus import PAYLOADS, TEXTS, unmarked

LEXICON = Lexicon()
NAMES = sorted({name for _, _, text in terms.GROUPS for name in (part.strip() for part in text.split(",")) if name})
written = st.sampled_from(NAMES).flatmap(
    lambda name: st.sampled_from(
        [name, name.upper(), name.title(), f"{name} 2", name.replace(" ", "_"), f"ns:{name}", f" {name}:", f"{name}s"]
    )
)


@pytest.fixture(scope="module")
def parts() -> tuple[Presidio, Triage]:
    return Presidio(), Triage(hyperscan=False)


@pytest.fixture(scope="module")
def texts(parts: tuple[Presidio, Triage]) -> Texts:
    return Texts(Patterns(*parts), LEXICON)


@pytest.fixture(scope="module")
def seen(parts: tuple[Presidio, Triage]) -> Detector:
    """One that every payload goes through."""
    return Detector(parts[0], LEXICON, parts[1])


@given(st.from_regex(NOTHING, fullmatch=True).filter(str.isascii))
@settings(max_examples=1500, deadline=None)
def test_of_a_value_in_which_there_is_nothing_no_candidate_comes(texts: Texts, text: str) -> None:
    assert NOTHING.fullmatch(text)
    assert texts.candidates(text, NO_FIELD, True, 100) == ([], False)


def test_what_could_be_found_in_a_uuid_is_a_number_and_so_a_machines() -> None:
    spelled = [name for name in NAMES if any(re.fullmatch(r"[a-f]+s?", s) for s in spellings(name))]
    said = {entity for name in spelled if (term := LEXICON.meaning(name).term) for entity in term.entities}
    assert {i.entity for i in IDENTIFIERS if i.shapes} <= NUMERIC
    assert said & WITNESSED.keys() <= NUMERIC


@given(st.one_of(written, st.sampled_from(TEXTS), st.text(max_size=20), st.text("abcnrø .:-ABN1", max_size=12)))
@settings(max_examples=2000, deadline=None)
def test_a_text_that_is_a_term_and_no_more_may_be_one(text: str) -> None:
    said = LEXICON.meaning(text)
    assert said.term is None or said.qualifiers or LEXICON.may_be_term(text, said.term.entities)


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_path_that_comes_again_says_of_other_values_what_a_new_detector_says(
    parts: tuple[Presidio, Triage], seen: Detector, name: str
) -> None:
    first = message(unmarked(PAYLOADS[name]))
    texts = [leaf.text for leaf in first.leaves]
    Random(name).shuffle(texts)
    mixed = [Leaf(leaf.place, leaf.path, text, leaf.kind) for leaf, text in zip(first.leaves, texts, strict=True)]
    for leaves in (first.leaves, tuple(mixed)):
        said = replace(first, leaves=leaves)
        new = Detector(parts[0], LEXICON, parts[1])
        assert seen.find(said, lambda text: False, Budget()) == new.find(said, lambda text: False, Budget())


@given(st.one_of(written, st.text(max_size=12), st.text("lLöøoe\u0308\u0303n\uff4eæÅßłéĳŉſŁþ ", max_size=8)))
@settings(max_examples=1500, deadline=None)
def test_letters_lose_their_marks_by_a_table_as_they_do_one_by_one(text: str) -> None:
    assert folded(text) == (text if text.isascii() else tokens._unmarked(text))


def test_of_one_path_so_many_plans_are_kept_and_no_more() -> None:
    fields, spot = Fields(LEXICON), Spots(LEXICON).of(("customer", "name"))
    for number in range(3 * PLANS):
        fields.plan("body", ("customer", "name"), spot, f"document {number}")
        assert len(spot.route.plans) <= PLANS
