"""Messages built by hand, so that detection is tested without a decoder."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from schemas.flow import Part
from schemas.words import Place
from streams.inspect.detect.detector import Detector
from streams.inspect.words import Body, Budget, Envelope, Finding, Findings, Leaf, Message, Path, Word

NO_WORDS: Mapping[str, str] = {}


def leaves(value: Any, place: Place, path: Path = ()) -> Iterator[Leaf]:
    """The leaves of a JSON value in document order; null is none."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, place, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from leaves(inner, place, (*path, at))
    elif isinstance(value, bool):
        yield Leaf(place, path, json.dumps(value), "boolean")
    elif isinstance(value, int | float):
        yield Leaf(place, path, json.dumps(value), "number")
    elif value is not None:
        yield Leaf(place, path, value)


def message(value: Any = None, place: Place = "body", words: Mapping[str, str] = NO_WORDS) -> Message:
    """A message of one place; `words` are envelope words by field name."""
    told = {name: Word(text, (name,)) for name, text in words.items()}
    envelope = replace(Envelope(Part(index=0, of=1), "generic", (), Body(None), 0), **told)  # type: ignore[arg-type]  # fields of words
    return Message(envelope, tuple(leaves(value, place)), "full", ())


def look(
    detector: Detector,
    value: Any = None,
    place: Place = "body",
    knows: Callable[[str], bool] = lambda text: False,
    budget: Budget | None = None,
    words: Mapping[str, str] = NO_WORDS,
) -> Findings:
    return detector.find(message(value, place, words), knows, budget or Budget())


def found(detector: Detector, value: Any, place: Place = "body", words: Mapping[str, str] = NO_WORDS) -> set[tuple[Path, str]]:
    """(path, entity) of every finding, those that are told apart included."""
    return {(f.path, f.entity) for f in look(detector, value, place, words=words).findings}


def only(detector: Detector, value: Any, place: Place = "body") -> Finding | None:
    """The one finding of a message, or None; more than one fails."""
    findings = look(detector, value, place).findings
    assert len(findings) <= 1, [f.entity for f in findings]
    return findings[0] if findings else None
