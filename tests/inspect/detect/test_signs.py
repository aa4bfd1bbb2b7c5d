"""What is asked of a value where the message has no sign that a rule waits for is what all rules would say, asked one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect import forms, platforms, signs
from streams.inspect.detect import lexicon as terms
from streams.inspect.detect.asking import Search
from streams.inspect.detect.blocks import words
from streams.inspect.detect.fields import Fields
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.outcome import Asked, Outcome, Outcomes
from streams.inspect.detect.records import Facts, Records
from streams.inspect.detect.spots import Spot, Spots
from streams.inspect.detect.statements import statements
from streams.inspect.words import Leaf, Message, Path, Syntax
from tests.inspect.detect.build import leaves, message

LEXICON = Lexicon()
TERMS = sorted({name for _, _, text in terms.GROUPS for name in (part.strip() for part in text.split(",")) if name})
TELLING = sorted(set().union(*(names for _, names in signs.NAMES), platforms.RULES, forms.TELLING))
OBJECTS = sorted(
    words("""
        kunde customer company adresse address person user items name field question coding identifier subject geometry properties legalForm
        organisasjonsform openingHours weather PartyName DbtrAcct Ownr valueQuantity
    """)
)
PLAIN = sorted(
    words("""
        name value text type id number no title function gender age salary city zip by line1 latitude lon kontonr accountNumber orgnr navn
        firstName lastName email phone note references reference columns rows kari@example.org resourceType Entity #text
    """)
)  # and what a rule waits for
VALUES = sorted(
    words("""
        ENK AS private person company true false 1 no kari@example.org khansen PETTERS 91234567 923609016 Oslo Condition Patient MR Feature
        SP email city 59.9 1990-01-31 K female 500000 35 Patient/123 bot 4711 firstName
    """)
)
SITUATIONS: Mapping[int, Any] = {  # of each kind of sign, a message in which a rule that waits for it has something to say
    signs.OF_KINDS: {"isPerson": "true", "number": "4711"},
    signs.OF_HEADINGS: {"columns": ["x", "email"], "rows": [["a", "b"]]},
    signs.PLACES: {"stationId": "4711", "streetAddress": "Storgata 1"},
    signs.SHOWN: {"displayName": "Kari Nordmann", "firstName": "khansen"},
    signs.STATISTICS: {"salary": "500 000 kr", "count": "4"},
    signs.BANKS: {"accountNumber": "4711", "bic": "DNBANOKK"},
    signs.RIDERS: {"userId": "4", "distanceTraveled": "12", "avgSpeed": "18"},
    signs.BIKES: {"frameNumber": "4711", "isStolen": "no"},
    signs.RIDES: {"ownerId": "4711", "radius": "3"},
    signs.TOKENS: {"sub": "4711", "iss": "https://example.org"},
    signs.VEHICLES: {"regNo": "AB12345", "odometer": "3"},
    signs.MAILS: {"inReplyTo": "<a@example.org>", "messageId": "<b@example.org>"},
    signs.CHARGING: {"uid": "4711", "visualNumber": "4712"},
    signs.RESOURCES: {"resourceType": "Patient", "id": "4711"},
    signs.ENTITIES: {"Entity": "person", "PrimaryKey": "4711", "EventId": "3"},
}
HIDDEN: list[Any] = [  # signs that stand elsewhere than in a field's own name
    {"b": [{"name": "companyType", "value": "AS", "street": "Storgata 1"}]},
    {"field": {"name": "isCompany"}, "value": "true", "street": "Storgata 1"},
    {"kunde": {"isPrivate": {"value": "true"}, "number": "4711"}},
    {"legalForm": {"code": "ENK"}, "number": "4711"},
    {"name": "firstName", "value": "Kari Nordmann"},
    {"question": {"name": "firstName"}, "text": "Kari Nordmann"},
    {"party": {"title": "Frisør", "name": {"firstName": "Kari"}}},
    {"party": {"title": "Frisør", "name": [{"firstName": "Kari"}]}},
    {"city": "Oslo", "zip": "0155", "lat": "59.9", "lon": "10.7"},
    {"openingHours": {"mon": "9-17"}, "streetAddress": "Storgata 1"},
    {"a": {"iss": {"x": "1"}, "sub": "4711"}},
    {"references": ["<a@example.org>"], "messageId": "<b@example.org>"},
    {"field": {"@name": "firstName", "#text": "Kari Nordmann"}},
    {"field": [{"@name": "firstName", "#text": "Kari Nordmann"}, {"@name": "city", "#text": "Oslo"}]},
    {"properties": {"streetAddress": "Storgata 1"}, "type": "Feature"},
]

keys = st.one_of(*(st.sampled_from(names) for names in (OBJECTS, PLAIN, TELLING, TERMS)), st.just(""))
values = st.one_of(st.sampled_from([*VALUES, "Kari Nordmann", "Acme AS", "", " "]), st.booleans(), st.integers(0, 10**11))
payloads = st.recursive(
    values,
    lambda inner: st.one_of(st.dictionaries(keys, inner, min_size=1, max_size=6), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=14,
)
heads = st.sampled_from([(), (), (), (Syntax.XML,), (Syntax.CSV,), (Syntax.EDIFACT,)])
roots = st.sampled_from(["", "", "Customer", "Invoice"])


class Everything(set[Path]):
    """Of which everything is a member."""

    def __contains__(self, _: object) -> bool:
        return True


class Thorough(Records):
    """Objects of a message that is taken to have all signs, and each object for one that may say whose it is."""

    def _put_all(self, leaves: Sequence[Leaf]) -> list[tuple[Leaf, Spot]]:
        others = super()._put_all(leaves)
        self.signs = -1
        self._telling = Everything()
        return others


def _nothing(asked: Asked, text: str, limit: int, mask: int | None) -> Outcome:
    return Outcome((), 0, 0)


class Room:
    """What a detector remembers of paths, and what is asked of their values."""

    def __init__(self) -> None:
        self.spots = Spots(LEXICON)
        self.fields = Fields(LEXICON)
        self.outcomes = Outcomes(_nothing)

    def quickly(self, sent: Message, of: int = -1) -> list[Asked | None]:
        """`of`: the signs that are looked for."""
        records = Records(sent.leaves, LEXICON, self.spots)
        records.signs &= of
        return Search(self.fields, self.outcomes, records, sent, 100).asked(sent.leaves)

    def slowly(self, sent: Message) -> list[Asked | None]:
        records = Thorough(sent.leaves, LEXICON, self.spots)
        search = Search(self.fields, self.outcomes, records, sent, 100)
        told = zip(sent.leaves, records.read, strict=True)
        return [None if leaf.kind == "boolean" or not leaf.text else search._heard(leaf, spot) for leaf, spot in told]


def sent_of(payload: Any, head: Path, root: str) -> Message:
    """`#text` of XML hangs where its element does, as the decoder has it."""
    sent = message(words={"document_type": root} if root else {})
    told = list(leaves(payload, "body", head))
    if head == (Syntax.XML,):
        told = [replace(leaf, path=leaf.path[:-1]) if leaf.path[-1] == "#text" else leaf for leaf in told]
    return Message(sent.envelope, tuple(told), "full", ())


def facts_of(sent: Message, kind: type[Records], room: Room) -> dict[Path, Facts]:
    """Of all objects."""
    records = kind(sent.leaves, LEXICON, room.spots)
    return {path: records.facts(path) for path in {leaf.path[:at] for leaf in sent.leaves for at in range(len(leaf.path))}}


@pytest.fixture(scope="module")
def room() -> Room:
    """One that all messages of a test go through."""
    return Room()


@given(payloads, heads, roots)
@settings(max_examples=600, deadline=None)
def test_a_rule_without_its_sign_has_nothing_to_say(room: Room, payload: Any, head: Path, root: str) -> None:
    sent = sent_of(payload, head, root)
    assert room.quickly(sent) == room.slowly(sent)  # what is asked in the same way is the same object


@pytest.mark.parametrize("sign", SITUATIONS)
def test_a_rule_is_asked_where_its_sign_is(room: Room, sign: int) -> None:
    sent = sent_of(SITUATIONS[sign], (), "")
    assert room.quickly(sent) == room.slowly(sent) != room.quickly(sent, ~sign)


@pytest.mark.parametrize("head", [(), (Syntax.XML,), (Syntax.CSV,)])
@pytest.mark.parametrize("payload", HIDDEN)
def test_a_sign_counts_wherever_it_stands(room: Room, payload: Any, head: Path) -> None:
    sent = sent_of(payload, head, "")
    assert room.quickly(sent) == room.slowly(sent)
    assert facts_of(sent, Records, room) == facts_of(sent, Thorough, room)


@given(payloads, heads)
@settings(max_examples=250, deadline=None)
def test_an_object_without_telling_fields_says_nothing_of_whose_it_is(room: Room, payload: Any, head: Path) -> None:
    sent = sent_of(payload, head, "")
    assert facts_of(sent, Records, room) == facts_of(sent, Thorough, room)


@given(
    st.dictionaries(
        st.sampled_from(["Entity", "Event", "Changes", "changed_fields", "UpdatedFields", "note", "disabled", "navn"]),
        st.one_of(
            st.sampled_from(["person", "Kari er sykmeldt", "was off  sick"]), st.lists(st.sampled_from(["firstname", "health", "x"]))
        ),
    ),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_what_is_stated_is_the_same_where_nobody_looks_for_it(room: Room, payload: dict[str, Any], yes: bool) -> None:
    sent = sent_of({**payload, "disability": yes}, (), "")
    told = Records(sent.leaves, LEXICON, room.spots).signs
    assert list(statements(sent, LEXICON, told)) == list(statements(sent, LEXICON, -1))


@given(payloads, heads, roots)
@settings(max_examples=80, deadline=None)
def test_what_is_asked_rests_on_no_message_before(room: Room, payload: Any, head: Path, root: str) -> None:
    def told(asked: list[Asked | None]) -> list[object]:
        return [each and (each.field, each.kind, each.prose, each.of_organisation, each.sole_trader) for each in asked]

    sent = sent_of(payload, head, root)
    assert told(room.quickly(sent)) == told(Room().quickly(sent))


def test_a_salary_among_figures_changes_nothing_for_the_next_one(room: Room) -> None:
    figures, somebodys = ({"salary": "500 000 kr", "count": "4"}, {"salary": "500 000 kr", "note": "4"})
    assert [room.quickly(sent_of(said, (), "")) for said in (figures, somebodys)] == [
        room.slowly(sent_of(said, (), "")) for said in (figures, somebodys)
    ]
    assert room.quickly(sent_of(figures, (), ""))[0] is not room.quickly(sent_of(somebodys, (), ""))[0]


@pytest.mark.parametrize("path", [("a", 3, "b"), ("a", 3, "b", 4), ("columns", 2, "name"), (Syntax.CSV, 3, 4), ("rows", 1, 2), (), ("a",)])
def test_an_index_leads_to_another_object_by_the_same_route(path: Path) -> None:
    spots = Spots(LEXICON)
    other: Path = tuple(segment + 5 if isinstance(segment, int) else segment for segment in path)
    one, two = spots.of(path), spots.of(other)
    assert one.route is two.route
    assert two.parent == other[: len(one.parent)] and two.holder == other[: len(one.holder)]
