"""Fields that no word of the lexicon speaks of: why not, and what stands around them that it does know."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from schemas.words import Place
from streams.inspect.detect.blocks import words
from streams.inspect.detect.contexts import Context
from streams.inspect.detect.fields import BLIND, Fields
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.records import Facts, Records
from streams.inspect.detect.spots import Spots
from streams.inspect.words import Leaf, Message, Path

Why = Literal["word", "code", "unnamed", "elsewhere"]
Inside = Literal["person", "address", "organisation", "thing"]

MOST_BESIDE: Final = 6  # known fields of one object that are told
CONTAINERS: Final[tuple[tuple[Context, Inside], ...]] = (
    ("address", "address"),
    ("human", "person"),
    ("party", "person"),
    ("addressee", "person"),
    ("org", "organisation"),
    ("thing", "thing"),
)
GENERIC: Final = words("""
    custom field fields felt falt veld feld kentta attribute attributes attr udf user userdefined defined param parameter column col
    property prop extra free flex spare text string value val data info misc other item entry option
""")  # what a field is called that could be anything
TRANSPORT: Final = words("""
    content-type content-encoding content-length traceparent tracestate baggage ce_id ce_type ce_source ce_specversion ce_time
    ce_datacontenttype ce_dataschema
""")  # headers that standards define, in lower case
OF_RECORDS: Final[frozenset[Place]] = frozenset({"body", "lookup", "property"})  # what surrounds headers and metadata is the transport's
NO_FACTS: Final = Facts()
SHORTEST_WORD: Final = 3  # letters
NOT_JUDGED: Final[frozenset[Place]] = BLIND | {"key", "object_key", "envelope"}


@dataclass(frozen=True, slots=True)
class Unknown:
    """One leaf whose field's name says nothing. `beside`: the lexicon's own words for the known fields of the same object, sorted."""

    leaf: int
    why: Why
    inside: Inside | None
    beside: tuple[str, ...]
    of_people: bool  # a word of its name is of people, though the whole is not known


class Unknowns:
    """`of(message)`: its unknown fields, in the message's order. Values are read for what they say of the record, and not kept."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._spots = Spots(lexicon)
        self._fields = Fields(lexicon)

    def of(self, message: Message) -> Iterator[Unknown]:
        records = Records(message.leaves, self._lexicon, self._spots)
        root = message.envelope.document_type.text if message.envelope.document_type else ""
        beside: dict[tuple[Place, Path], set[str]] = {}
        left: list[tuple[int, Leaf, Path]] = []
        for at, (leaf, spot) in enumerate(zip(message.leaves, records.read, strict=True)):
            if leaf.place in NOT_JUDGED or spot.edifact or not leaf.text.strip():
                continue  # EDIFACT's elements are told by the standard's own table
            if leaf.place == "header" and spot.names and spot.names[0].lower() in TRANSPORT:
                continue
            field = self._fields.of(leaf, spot, records, root)
            parent = spot.unwrapped[:-1]
            if field.claims:
                known = beside.setdefault((leaf.place, parent), set())
                if len(known) < MOST_BESIDE:
                    known.update(claim.word for claim in field.claims[:1])
            elif not field.thing:
                left.append((at, leaf, parent))
        for at, leaf, parent in left:
            yield self._told(at, leaf, tuple(sorted(beside.get((leaf.place, parent), ()))), records)

    def _told(self, at: int, leaf: Leaf, beside: tuple[str, ...], records: Records) -> Unknown:
        spot = records.read[at]
        name = next((n for n in reversed(spot.names) if not self._lexicon.is_wrapper(n)), "")
        said = self._lexicon.words(name)
        why: Why = "word"
        if not name:
            why = "unnamed"
        elif self._lexicon.meaning(name).term is not None:
            why = "elsewhere"
        elif all(len(word) < SHORTEST_WORD or not word.isalpha() or word in GENERIC for word in said):
            why = "code"
        of_people = any(self._lexicon.contexts(word) & {"human", "party"} for word in said)
        return Unknown(at, why, self._inside(leaf, spot.names, records), beside, of_people)

    def _inside(self, leaf: Leaf, names: tuple[str, ...], records: Records) -> Inside | None:
        """What the record says it is about, else what the nearest container with a known name is."""
        facts = records.around(leaf.path) if leaf.place in OF_RECORDS else NO_FACTS
        if facts.kind is not None or facts.named:
            return "organisation" if facts.kind == "organisation" else "person"
        for name in reversed(names[:-1]):
            contexts = frozenset[Context]() if self._lexicon.is_wrapper(name) else self._lexicon.contexts(name)
            if said := next((inside for context, inside in CONTAINERS if context in contexts), None):
                return said
        return None
