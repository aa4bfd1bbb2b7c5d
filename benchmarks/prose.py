"""Names in running text without a model: sentences with their names marked, and how many are found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from schemas.flow import Part
from streams.inspect.detect.detector import Detector
from streams.inspect.words import Body, Budget, Envelope, Leaf, Message

SENTENCES: Final = Path(__file__).with_name("sentences.txt")
HELD_BACK: Final = "## held back"
MARKS: Final = re.compile(r"\[\[|\]\]")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """Of one half: its sentences, the names that stand in them, those found (any overlap), and findings that are no name."""

    half: str
    sentences: int
    names: int
    found: int
    wrong: int

    @property
    def recall(self) -> float:
        return round(self.found / self.names, 4)

    @property
    def precision(self) -> float:
        return round(self.found / (self.found + self.wrong), 4)


def told(detector: Detector) -> tuple[Told, Told]:
    """The half that the rules were mended by, and the half that was held back."""
    mended, held_back = SENTENCES.read_text("utf-8").split(HELD_BACK)
    return _of("mended by", mended, detector), _of("held back", held_back, detector)


def _of(half: str, lines: str, detector: Detector) -> Told:
    sentences = [marked(line.replace("\\n", "\n")) for line in lines.splitlines() if line and not line.startswith("#")]
    names = found = wrong = 0
    for text, spans in sentences:
        seen = list(_persons(detector, text))
        names += len(spans)
        found += sum(any(_meet(span, other) for other in seen) for span in spans)
        wrong += sum(not any(_meet(span, other) for other in spans) for span in seen)
    return Told(half, len(sentences), names, found, wrong)


def marked(line: str) -> tuple[str, list[Span]]:
    """The sentence without its marks, and where its names stand."""
    text, spans = "", list[Span]()
    for at, piece in enumerate(MARKS.split(line)):
        if at % 2:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    return text, spans


def _persons(detector: Detector, text: str) -> Iterator[Span]:
    message = Message(Envelope(Part(index=0, of=1), "generic", (), Body(None), 0), (Leaf("body", ("note",), text),), "full", ())
    for one in detector.find(message, lambda _: False, Budget()).findings:
        if one.entity == "PERSON":
            yield one.start, one.end


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
