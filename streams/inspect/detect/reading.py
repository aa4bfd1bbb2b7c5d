"""What of a message a language model reads: its running texts, in order, for as many characters as it may; and what comes of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from streams.inspect.detect.bounded import Bounded
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.gazetteer import is_running
from streams.inspect.detect.models import Models
from streams.inspect.detect.outcome import Asked
from streams.inspect.words import Leaf

REMEMBERED: Final = 16_384  # fields with what the model said of a text in them
FULL: Final = "budget.model"
FAILED: Final = "model.failed"


class Reading:
    """`over(leaves, asked)`: what is asked of each leaf, with what the model proposes for its text."""

    def __init__(self, models: Models) -> None:
        self.version = models.version
        self._models = models
        self._asked = Bounded[tuple[Asked, tuple[Candidate, ...]], Asked](REMEMBERED)

    def over(self, leaves: Sequence[Leaf], asked: Sequence[Asked | None]) -> tuple[list[Asked | None], set[str]]:
        """The same with proposals, and why some text was not read. A text that comes twice costs once."""
        left, reasons = self._models.characters, set[str]()
        said: dict[str, tuple[Candidate, ...]] = {}
        heard = list(asked)
        for at, (leaf, each) in enumerate(zip(leaves, asked, strict=True)):
            if each is None or not each.prose or not is_running(leaf.text):
                continue
            if leaf.text not in said:
                part = leaf.text if len(leaf.text) <= left else _whole_words(leaf.text, left)
                if len(part) < len(leaf.text):
                    reasons.add(FULL)
                left -= len(part)
                found = self._models.read(part) if part else ()
                if found is None:
                    reasons.add(FAILED)
                said[leaf.text] = found or ()
            if proposed := said[leaf.text]:
                heard[at] = self._with(each, proposed)
        return heard, reasons

    def _with(self, asked: Asked, proposed: tuple[Candidate, ...]) -> Asked:
        """The same object for equal arguments, for as long as it is remembered."""
        known = self._asked.get((asked, proposed))
        if known is None:
            known = replace(asked, proposed=proposed, glimpse=None)
            self._asked.put((asked, proposed), known)
        return known


def merged(told: Iterable[Candidate], proposed: Iterable[Candidate]) -> list[Candidate]:
    """All of both; of two that are the same span and entity one, with the better score and what speaks for either."""
    found = {(c.start, c.end, c.entity): c for c in proposed}
    kept: list[Candidate] = []
    for one in told:
        other = found.pop((one.start, one.end, one.entity), None)
        kept.append(replace(one, score=max(one.score, other.score), evidence=(*one.evidence, *other.evidence)) if other else one)
    return [*kept, *found.values()]


def _whole_words(text: str, most: int) -> str:
    """The text's first words that `most` code points hold."""
    cut = text[:most]
    return cut[: max(cut.rfind(" "), cut.rfind("\n"), 0)]
