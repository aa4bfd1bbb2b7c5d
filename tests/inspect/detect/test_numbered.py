"""Names that differ in long numbers alone are read as one, and say what each of them says when it is read by itself."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect import contexts, forms, platforms, routes, signs, standards
from streams.inspect.detect import lexicon as terms
from streams.inspect.detect.asking import Search
from streams.inspect.detect.fields import Fields
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.outcome import Asked, Outcome, Outcomes
from streams.inspect.detect.records import DIRECT, Facts, Records
from streams.inspect.detect.routes import Route, Routes
from streams.inspect.detect.spots import Spots
from streams.inspect.words import Message, Path, Syntax
from tests.inspect.detect.test_signs import OBJECTS, PLAIN, TELLING, TERMS, VALUES, sent_of

LEXICON = Lexicon()
NUMBERS = ("7", "12", "256", "123", "000", "1042", "123456", "256256256", "12 345", "2024-01-02", "1,000", "１23", "1２3456")
WORDS = sorted({*OBJECTS, *PLAIN, *TELLING, *TERMS, "sha", "pid", "xpn", "k", "@a", "ns:a", "urn:oid:1.2.840", "", "å", "x" * 117})

named = st.sampled_from(WORDS)
numbers = st.sampled_from(NUMBERS)
names = st.one_of(
    named,
    st.tuples(named, numbers).map("".join),
    st.tuples(numbers, named).map("".join),
    st.tuples(named, numbers, named).map(" ".join),
    st.tuples(named, numbers, numbers).map("_".join),
    st.text("k1256_ .@-:Åé２", max_size=14),
)
paths = st.lists(st.one_of(names, names, st.integers(0, 3)), min_size=1, max_size=4).map(tuple)
heads = st.sampled_from([(), (), (Syntax.XML,), (Syntax.CSV,)])
values = st.one_of(st.sampled_from([*VALUES, "Kari Nordmann"]), st.booleans(), st.integers(0, 10**11))
payloads = st.recursive(
    values,
    lambda inner: st.one_of(st.dictionaries(names, inner, min_size=1, max_size=5), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=12,
)


class EachByItself(Routes):
    """No two names are one."""

    def of(self, path: Path) -> Route:
        return self._read(tuple(0 if isinstance(segment, int) else segment for segment in path))


def _nothing(asked: Asked, text: str, limit: int, mask: int | None) -> Outcome:
    return Outcome((), 0, 0)


class Room:
    """What is asked of the values of a message, and what its objects say, by one reading of paths."""

    def __init__(self, kind: type[Routes]) -> None:
        self.spots = Spots(LEXICON)
        self.spots.routes = kind(LEXICON)
        self.fields = Fields(LEXICON)

    def told(self, sent: Message) -> tuple[list[object], int, dict[Path, Facts]]:
        records = Records(sent.leaves, LEXICON, self.spots)
        asked = Search(self.fields, Outcomes(_nothing), records, sent, 100).asked(sent.leaves)
        said = [each and (each.field, each.kind, each.prose, each.of_organisation, each.sole_trader) for each in asked]
        around = {leaf.path[:at]: records.facts(leaf.path[:at]) for leaf in sent.leaves for at in range(len(leaf.path))}
        return list(said), records.signs, around


@pytest.fixture(scope="module")
def together() -> Room:
    """One that all names go through."""
    return Room(Routes)


@pytest.fixture(scope="module")
def apart() -> Room:
    return Room(EachByItself)


def tables() -> Iterable[str]:
    """Every word that a name is compared with."""
    texts = [text for _, _, text in terms.GROUPS] + [text for _, text in contexts.CONTEXTS]
    for text in (*texts, contexts.WRAPPERS, contexts.TAILS, terms.NUMBERS_OF_THINGS):
        yield from text.split(",")
    yield from (*signs.SIGNS, *platforms.RULES, *forms.TELLING, *routes.VALUE_KEYS, *routes.LABEL_KEYS, *routes.HEADINGS)
    yield from (name for pair in standards.OF_DOCUMENTS for name in pair)
    yield from (standards._OID + number for number in standards.OIDS)


def test_no_word_has_a_long_number_but_those_whose_names_are_left_as_they_are() -> None:
    assert [word for word in tables() if routes.LONG_NUMBER.search(word) and not routes.KEPT.search(word)] == []


@given(heads, paths, st.sampled_from(["", "Customer", "order256", "Kunde1234"]))
@settings(max_examples=1500, deadline=None)
def test_a_path_says_what_it_says_alone(together: Room, apart: Room, head: Path, path: Path, root: str) -> None:
    path = (*head, *path)
    one, two = together.spots.of(path), apart.spots.of(path)
    assert (one.names, one.key, one.outer, one.odd, one.size, one.unwrapped) == (
        two.names,
        two.key,
        two.outer,
        two.odd,
        two.size,
        two.unwrapped,
    )
    assert (one.route.signs, one.route.around, one.route.hung, one.holder) == (
        two.route.signs,
        two.route.around,
        two.route.hung,
        two.holder,
    )
    plans = [room.fields.plan("body", path, spot, root) for room, spot in ((together, one), (apart, two))]
    assert len({(plan.field, plan.waits, plan.person) for plan in plans}) == 1


@given(payloads, heads)
@settings(max_examples=400, deadline=None)
def test_a_message_says_what_it_says_where_each_name_is_read_by_itself(together: Room, apart: Room, payload: Any, head: Path) -> None:
    sent = sent_of(payload, head, "")
    assert together.told(sent) == apart.told(sent)


@pytest.mark.parametrize("last", [{"firstName": "Kari"}, {"k4711": "kari@example.org"}, {"k4711": {"value": "kari@example.org"}}])
@pytest.mark.parametrize("most", [3, DIRECT - 1, DIRECT, DIRECT + 100])
def test_fields_of_one_object_stay_as_many_as_they_are(together: Room, apart: Room, last: dict[str, Any], most: int) -> None:
    sent = sent_of({"a": {"name": "Kari Nordmann", **{f"k{1000 + at}": "x" for at in range(most - 1)}, **last}}, (), "")
    assert together.told(sent) == apart.told(sent)
    assert together.told(sent)[2][("a",)].named == ("firstName" in last and most < DIRECT)


def test_many_names_that_differ_in_a_number_are_one_route() -> None:
    spots = Spots(LEXICON)
    assert len({id(spots.of((f"k{at}",)).route) for at in range(1000, 2000)}) == 2  # k1256 is itself
    assert len({id(spots.of((f"sha{at}",)).route) for at in range(250, 260)}) == 2
