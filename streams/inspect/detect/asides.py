"""What hangs beside the values: object keys and header names that are personal, and the envelope's words that a Flow would carry."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from schemas.entities import category_of
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.claims import NO_FIELD
from streams.inspect.detect.resolve import winners
from streams.inspect.detect.routes import MAY_HOLD
from streams.inspect.detect.texts import Texts
from streams.inspect.words import Finding, Leaf, Message, Path, Segment, Word

OBJECT_KEY, ENVELOPE_WORD = -2, -1  # what stands in a Finding instead of a leaf's index
STRONG: Final = 0.9  # names and ids are many: asmens kodas and PESEL, which 1-2 % of ids look like, are not taken from them
PER_NAME: Final = 50  # candidates of one name


def keys(leaves: Iterable[Leaf], texts: Texts) -> tuple[list[Finding], dict[str, str]]:
    """A Finding for each place where a personal key stands, and the keys with what a path shows instead.

    `leaves`: those on whose way some name may hold an identifier.
    """
    shown: dict[str, str] = {}
    plain: set[Segment] = set()
    found: dict[Path, Finding] = {}
    for leaf in leaves:
        if plain.issuperset(leaf.path):
            continue
        for at, segment in enumerate(leaf.path):
            if not isinstance(segment, str) or segment in plain:
                plain.add(segment)
                continue
            path = leaf.path[: at + 1]
            if path in found:
                continue
            best = _best(segment, texts)
            if best is None:
                plain.add(segment)
                continue
            shown[segment] = f"<{best.entity}>"
            found[path] = best.finding(OBJECT_KEY, "object_key", path)
    return list(found.values()), shown


def words(message: Message, texts: Texts, knows: Callable[[str], bool]) -> tuple[list[Finding], Mapping[str, str]]:
    """The envelope's words that the registry does not know, with what was found in them replaced by `<ENTITY>`."""
    found: list[Finding] = []
    masked: dict[str, str] = {}
    for name, word in message.envelope.words().items():
        if knows(word.text):
            continue
        best = _all(word.text, texts)
        if best:
            masked[name] = replaced(word, best)
            found.extend(c.finding(ENVELOPE_WORD, "envelope", word.path) for c in best)
    return found, masked


def replaced(word: Word, candidates: list[Candidate]) -> str:
    """The word's text with each span as `<ENTITY>`; the candidates are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for candidate in candidates:
        parts += [word.text[at : candidate.start], f"<{candidate.entity}>"]
        at = candidate.end
    return "".join([*parts, word.text[at:]])


def _best(text: str, texts: Texts) -> Candidate | None:
    return max(_all(text, texts), key=lambda c: (c.score, c.end - c.start, -c.start), default=None)


def _all(text: str, texts: Texts) -> list[Candidate]:
    return _strong(text, texts) if MAY_HOLD.search(text) else []


def _strong(text: str, texts: Texts) -> list[Candidate]:
    """Of a name with more candidates than are looked at the best, however weak: what stands behind them is not known to be nobody's."""
    candidates, more = texts.candidates(text, NO_FIELD, False, PER_NAME)
    personal = [candidate for candidate in winners(candidates) if category_of(candidate.entity) is not None]
    strong = [candidate for candidate in personal if candidate.score >= STRONG or candidate.state == "masked"]
    return strong or (personal if more else [])
