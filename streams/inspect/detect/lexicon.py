"""What a field's name means: the tables of terms and contexts compiled, and names of any casing looked up in them."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase
from typing import Final

from streams.inspect.detect.contexts import CONTEXTS, TAILS, WRAPPERS, Context
from streams.inspect.detect.standards import STANDARDS
from streams.inspect.detect.term_national import NATIONAL
from streams.inspect.detect.term_numbers import IDENTIFIERS, NUMBERS_OF_THINGS
from streams.inspect.detect.term_papers import PAPERS
from streams.inspect.detect.term_traits import TRAITS
from streams.inspect.detect.terms import PEOPLE, Group, When
from streams.inspect.detect.tokens import HUMPS, NUMBER, compound, folded, joined, spellings, split

SHORTEST_COMPOUND: Final = 7  # letters; shorter words are not taken apart
HEAD: Final = 3  # letters by which a term is told from other texts
SHORTEST_PART: Final = 3  # letters of a part of a compound
LONGEST_OPENING: Final = 6  # letters
HEARD: Final[tuple[When, ...]] = ("plain", "bank")  # when a word in a running text counts
REACH: Final = 12  # code points in which they are looked for
NEUTRAL: Final[set[Context]] = {"neutral"}
ENDINGS: Final = ("s", "ens", "ets", "ns", "en", "et", "n", "er", "ne")  # of nouns, for contexts only
TAIL: Final = 3  # letters by which a word is told from those that end a term or a context
OF_NUMBER: Final = NUMBER | {"r", "er", "ber", "mer", *(letter + "nr" for letter in ascii_lowercase)}  # after which `joined` may write nr
GROUPS: Final[tuple[Group, ...]] = (*NATIONAL, *PEOPLE, *IDENTIFIERS, *STANDARDS, *TRAITS, *PAPERS)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the lexicon: which entities it may stand for (the value decides among several) and when it counts."""

    entities: tuple[str, ...]
    when: When
    word: str  # our own spelling, for evidence


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a field's name says. `term` None and `thing`: a number or date that is known not to be somebody's."""

    term: Term | None
    qualifiers: tuple[str, ...]  # the words before it: "billing" of billingPhone
    thing: bool = False


NOTHING: Final = Meaning(None, ())


class Lexicon:
    """Look-ups by field name; every answer depends on the name alone. Compiling takes some tens of milliseconds."""

    def __init__(self) -> None:
        self._terms: dict[str, Term] = {}
        self._things: set[str] = set()
        self._contexts: dict[str, set[Context]] = {}
        self._known: set[str] = set()
        for entities, when, text in GROUPS:
            self._add_terms(tuple(entities.split()), when, text)
        for name in _names(NUMBERS_OF_THINGS):
            self._things.update(self._learn(name))
        for context, text in CONTEXTS:
            for name in _names(text):
                for spelling in self._learn(name):
                    self._contexts.setdefault(spelling, set()).add(context)
        self._heads: dict[tuple[str, ...], set[str]] = {}
        for spelling, term in self._terms.items():
            self._heads.setdefault(term.entities, set()).add(spelling[:HEAD])
        self._wrappers = frozenset(s for name in _names(WRAPPERS) for s in spellings(name))
        self._tails = frozenset(s for name in _names(TAILS) for s in self._learn(name))
        known = [*self._terms, *self._things]
        self._ends: Container[str] = _ends((*known, *(s + "s" for s in known), *(s + "es" for s in known if s.endswith("ss"))))
        self._ends_of_contexts: Container[str] = _ends(s + ending for s in self._contexts for ending in ("", *ENDINGS))
        self.openings = lru_cache(maxsize=1_024)(self._openings)
        self.may_begin = lru_cache(maxsize=16_384)(self._may_begin)
        self.words = lru_cache(maxsize=16_384)(self._words)
        self.meaning = lru_cache(maxsize=16_384)(self._meaning)
        self.contexts = lru_cache(maxsize=16_384)(self._contexts_of)
        self.of_words = lru_cache(maxsize=16_384)(self._of_words)
        self.is_wrapper = lru_cache(maxsize=16_384)(self._is_wrapper)

    def _add_terms(self, entities: tuple[str, ...], when: When, text: str) -> None:
        for name in _names(text):
            term = Term(entities, when, folded(name).lower().replace(" ", ""))
            for spelling in self._learn(name):
                self._terms.setdefault(spelling, term)

    def _learn(self, name: str) -> tuple[str, ...]:
        parts = name.split()
        for part in parts:
            self._known.update(w for w in split(part) if len(w) >= 3)
        written = spellings(name)
        if len(parts) == 1:
            self._known.update(written)
        return written

    def may_be_term(self, text: str, entities: tuple[str, ...]) -> bool:
        """Whether a text may be a term of these entities and no more; most texts are told from one by how they begin."""
        heads = self._heads.get(entities)
        if heads is None:
            return False
        head = "".join(HUMPS.findall(folded(text[:REACH])))[:HEAD].lower()
        if len(head) < HEAD or ":" in text:
            return True  # too short to tell, or what stands before the colon is no part of the name
        return self._is_head(head, heads)

    def _may_begin(self, letters: str, entities: tuple[str, ...]) -> bool:
        """Whether a text of letters and what parts them may be a term of these entities by its first `HEAD` letters."""
        head = folded(letters)[:HEAD].lower()
        return len(head) < HEAD or not head.isascii() or not head.isalpha() or self._is_head(head, self._heads.get(entities, set()))

    @staticmethod
    def _is_head(head: str, heads: set[str]) -> bool:
        if head in heads or head[:2] in heads or head[:1] in heads:
            return True
        return head[1] == "n" and head[0] + "nr" in heads  # "k nummer" is written knr

    def beginnings(self, entities: Container[str]) -> frozenset[str]:
        """How terms begin of which the first entity is one of these: what a text has in it, in plain letters without what parts them,
        where one of them may be heard in it."""
        heard = (spelling for spelling, term in self._terms.items() if term.when in HEARD and term.entities[0] in entities)
        return frozenset(map(self._beginning, heard))

    def _beginning(self, spelling: str) -> str:
        """Up to where a compound may be parted by a letter that is no part of it, and not into its number, which has many spellings."""
        stem = spelling.removesuffix("nr")
        parted = next((at for at in range(SHORTEST_PART, len(stem)) if spelling[:at] in self._known), len(stem))
        if parted < SHORTEST_PART and stem != spelling:
            return stem + "n"  # of nr, no, nummer
        return spelling[:parted]

    def _openings(self, entities: tuple[str, ...]) -> frozenset[str]:
        """How a text begins that is a term of these entities and no more, in plain letters without what parts them."""
        return frozenset(self._beginning(s)[:LONGEST_OPENING] for s, term in self._terms.items() if term.entities == entities)

    def _words(self, key: str) -> tuple[str, ...]:
        """The words of a field name, compounds of known words taken apart."""
        words: list[str] = []
        for word in split(key):
            if len(word) >= SHORTEST_COMPOUND and joined((word,)) not in self._terms and (parts := compound(word, self._known)):
                words.extend(parts)
            else:
                words.append(word)
        return tuple(words)

    def _meaning(self, key: str) -> Meaning:
        return self.of_words(self.words(key))

    def _of_words(self, words: tuple[str, ...]) -> Meaning:
        """The longest term that ends the words; endings that add nothing (2, home, value) are passed over."""
        while words:
            for at in range(len(words) if words[-1][-TAIL:] in self._ends else 0):
                spelling = joined(words[at:])
                if (found := self._said(spelling, words[:at])) or (
                    (single := singular(spelling)) != spelling and (found := self._said(single, words[:at]))
                ):
                    return found
            if not (words[-1].isdigit() or words[-1] in self._tails):
                break
            words = words[:-1]
        return NOTHING

    def _said(self, spelling: str, qualifiers: tuple[str, ...]) -> Meaning | None:
        if term := self._terms.get(spelling):
            return Meaning(term, qualifiers)
        return Meaning(None, qualifiers, thing=True) if spelling in self._things else None

    def _contexts_of(self, key: str) -> frozenset[Context]:
        return self.context_of_words(self.words(key))

    def context_of_words(self, words: tuple[str, ...]) -> frozenset[Context]:
        """What kinds of thing the words name, by the longest known ending; empty where they say nothing."""
        while words:
            ends = words[-1][-TAIL:] in self._ends_of_contexts
            for at in range(len(words) if ends else 0):
                found = self._context_of(joined(words[at:]))
                if found and (found != NEUTRAL or at == 0):
                    return frozenset(found)
            passed_over = words[-1].isdigit() or words[-1] in self._tails or words[-1] == "id"
            if not passed_over and not (ends and self._context_of(words[-1]) == NEUTRAL):
                break
            words = words[:-1]
        return frozenset()

    def _context_of(self, word: str) -> set[Context] | None:
        """Of the word, or of the word without its plural, genitive or article: kunden, kundens, beställarens."""
        if found := self._contexts.get(word):
            return found
        stems = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 4)
        return next((self._contexts[stem] for stem in stems if stem in self._contexts), None)

    def _is_wrapper(self, key: str) -> bool:
        """Whether a name only wraps: `value` of {"phone": {"value": ...}}, `#text` of an XML element."""
        words = split(key)
        return not words or joined(words) in self._wrappers


def _names(text: str) -> list[str]:
    return [" ".join(name.split()) for name in text.split(",") if name.strip()]


def _ends(spellings: Iterable[str]) -> frozenset[str]:
    """How a word ends, up to its last `TAIL` letters, that ends one of these, whole words before it or none."""
    return frozenset(spelling[-length:] for spelling in (*spellings, *OF_NUMBER) for length in range(1, TAIL + 1))


def singular(word: str) -> str:
    """The word without an English plural's ending."""
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
