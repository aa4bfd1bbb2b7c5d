"""Witnesses in the text itself: which word of the lexicon stands before a number (`tlf 912 34 567`, `cpr=0101901234`)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from streams.inspect.detect.lexicon import Lexicon, Term

REACH: Final = 48  # code points before a candidate that are looked at
PASSED_OVER: Final = 4  # words that may stand between: "telefon til kunden er"
WORD: Final = re.compile(r"[^\W\d_]+(?:[^\W_]*[^\W\d_])?|#")
SPEECH: Final = re.compile(r"[^\W\d_]|#")  # without which there is no word
BREAK: Final = re.compile(  # begins with a class of characters, so that a search passes over all others
    r"[\n\r;|&0-9.!?<](?:(?<=[\n\r;|&])|(?<=[0-9])[0-9]{3,}"
    r"|(?<=[.!?])(?<!\b[^\W\d_].)(?<![Nn][ro].)(?<![Tt]lf.)(?<![Tt]el.) +(?=[A-ZÆØÅÄÖ])|(?<=<)/)"
)
CALLS: Final = frozenset({"ring", "ringe", "ringes", "call", "bel", "bellen", "anrop", "nås", "treffes", "anrufen", "reach", "bereikbaar"})
CALLED: Final = Term(("PHONE_NUMBER",), "plain", "call")  # before a number, and never a field's name
LAST: Final = 6  # words before a candidate that are read
FILLERS: Final = frozenset({"är"})  # without its marks it would read as a year


@dataclass(frozen=True, slots=True)
class Heard:
    """What the text before a span says it is. `term` None and `thing`: the number of something else."""

    term: Term | None = None
    thing: bool = False
    distance: int = 0  # words between

    def witness(self, entity: str) -> str | None:
        """The evidence code, if the text speaks of the entity."""
        return f"text:{self.term.word}" if self.term is not None and entity in self.term.entities else None


SILENCE: Final = Heard()


def heard(text: str, start: int, lexicon: Lexicon) -> Heard:
    """The nearest word of the lexicon before `start`, over at most four others, in the same sentence and clause."""
    return heard_in(text[max(0, start - REACH) : start], lexicon)


def ahead(text: str, starts: Iterable[int]) -> list[str]:
    """What stands before each place, as far as `heard` looks: in a log the same again and again."""
    return [text[start - REACH : start] if start > REACH else text[:start] for start in starts]


@lru_cache(maxsize=4_096)
def heard_in(before: str, lexicon: Lexicon) -> Heard:
    """The same of what stands before a number, which comes again where several things are asked of the number, and in a log."""
    if SPEECH.search(before) is None:
        return SILENCE
    cut = 0
    for found in BREAK.finditer(before):
        cut = found.end()
    return _said(before[cut:], lexicon) if cut < len(before) else SILENCE


@lru_cache(maxsize=16_384)
def _said(before: str, lexicon: Lexicon) -> Heard:
    """Of the clause before a number, which comes again in a table or a log."""
    words = [w for token in WORD.findall(before)[-LAST:] if token not in FILLERS for w in lexicon.words(token)]
    return _nearest(words, lexicon) if words else SILENCE


def _nearest(words: Sequence[str], lexicon: Lexicon) -> Heard:
    for skipped in range(min(PASSED_OVER + 1, len(words))):
        if words[len(words) - skipped - 1] in CALLS:
            return Heard(CALLED, distance=skipped)
        meaning = lexicon.of_words(tuple(words[max(0, len(words) - skipped - LAST) : len(words) - skipped]))
        if meaning.term is not None and meaning.term.when in ("plain", "bank"):
            return Heard(meaning.term, distance=skipped)
        if meaning.thing:
            return Heard(thing=True, distance=skipped)
    return SILENCE
