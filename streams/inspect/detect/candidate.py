"""What a recognizer proposes for a stretch of text, before witnesses and rivals have been heard."""

from typing import Final

from schemas.entities import category_of
from schemas.words import Place, ValueState
from streams.inspect.plain import plain
from streams.inspect.words import Finding, Path

TEST_POPULATION: Final = "test-population"  # a number that its issuer gives to invented persons only


@plain
class Candidate:
    """A span that could be `entity`. `alone`: it needs no witness. Never carries the text itself."""

    start: int  # code points, end exclusive
    end: int
    entity: str
    recognizer: str
    score: float  # 0 to 1, before witnesses
    evidence: tuple[str, ...] = ()  # "checksum", "pattern"
    alone: bool = False
    state: ValueState = "clear"

    def shifted(self, by: int) -> "Candidate":
        """The same, `by` code points further on."""
        if not by:
            return self
        return Candidate(self.start + by, self.end + by, self.entity, self.recognizer, self.score, self.evidence, self.alone, self.state)

    def at(self, start: int, end: int) -> "Candidate":
        """The same in another view of the text."""
        return Candidate(start, end, self.entity, self.recognizer, self.score, self.evidence, self.alone, self.state)

    def finding(self, leaf: int, place: Place, path: Path) -> Finding:
        """What it is once it has won: evidence sorted, each once."""
        return Finding(
            leaf=leaf,
            place=place,
            path=path,
            start=self.start,
            end=self.end,
            entity=self.entity,
            category=category_of(self.entity),
            score=self.score,
            evidence=tuple(sorted(set(self.evidence))),
            recognizer=self.recognizer,
            state=self.state,
        )
