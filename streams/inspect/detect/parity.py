"""Parity: exactly what Presidio's engine finds in each value (entity, span, score), with only the patterns run that can match."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from streams.inspect.detect.bounded import Bounded
from streams.inspect.detect.onepass import OnePass
from streams.inspect.detect.phoneplans import VALID, country_of, regions_of, spans
from streams.inspect.detect.presidio import Hit, predefined

BOOST, LEAST, MOST = 0.35, 0.4, 1.0  # what Presidio's context enhancer adds to a score, to what at least, and at most
CACHED: Final = 256  # code points of a value that is remembered
FLAGS: Final = re.IGNORECASE | re.MULTILINE | re.DOTALL
DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Pattern:
    recognizer: int
    compiled: Any  # of the regex module
    score: float


class Parity:
    """`find(values)`: for each (text, field's name) its hits, as `AnalyzerEngine.analyze(text, context=[name])` has them, in no order."""

    def __init__(self, recognizers: Sequence[Any] | None = None, *, hyperscan: bool = True) -> None:
        self._recognizers = list(predefined() if recognizers is None else recognizers)
        self._patterns: list[_Pattern] = []
        self._phones: list[tuple[int, Sequence[str]]] = []  # recognizers, and as in which regions they read a number
        self._national: set[int] = set()  # of those, that take numbers of their region only
        self._own: list[tuple[int, int]] = []  # recognizers that search in a way of their own, and the bits of their patterns
        sources: list[str] = []
        for at, recognizer in enumerate(self._recognizers):
            if regions := getattr(recognizer, "supported_regions", ()):
                self._phones.append((at, regions))
                if _is_own(recognizer):
                    self._national.add(at)
                continue
            if _is_own(recognizer):
                self._own.append((at, ((1 << len(recognizer.patterns)) - 1) << len(sources)))
            for pattern in recognizer.patterns:
                sources.append(pattern.regex)
                self._patterns.append(_Pattern(at, _compiled(pattern, recognizer.global_regex_flags), pattern.score))
        own = {at for at, _ in self._own}
        self._bits = sum(1 << at for at, pattern in enumerate(self._patterns) if pattern.recognizer not in own)
        self._pass = OnePass(sources, ignore_case=True, hyperscan=hyperscan)
        self._raw = Bounded[str, tuple[tuple[int, Hit], ...]](32_768)
        self._supports = lru_cache(maxsize=65_536)(self._is_supported)

    def find(self, values: Sequence[tuple[str, str | None]]) -> list[list[Hit]]:
        new = list(dict.fromkeys(text for text, _ in values if self._raw.get(text) is None))
        fresh = {text: tuple(self._look(text, mask)) for text, mask in zip(new, self._pass.masks(new), strict=True)}
        for text, raw in fresh.items():
            if len(text) <= CACHED:
                self._raw.put(text, raw)
        return [self._enhanced(fresh.get(text) or self._raw.get(text) or (), name) for text, name in values]

    def _look(self, text: str, mask: int) -> Iterator[tuple[int, Hit]]:
        if mask:
            by: dict[int, list[Hit]] = {}
            left = mask & self._bits
            while left:
                pattern = self._patterns[(left & -left).bit_length() - 1]
                left &= left - 1
                by.setdefault(pattern.recognizer, []).extend(self._matches(pattern, text))
            for at, hits in by.items():
                yield from ((at, hit) for hit in distinct(hits))
            for at, bits in self._own:
                if mask & bits:
                    yield from ((at, hit) for hit in self._analyzed(at, text))
        if DIGIT.search(text):
            country = country_of(text)
            for at, regions in self._phones:
                yield from ((at, hit) for hit in self._dialled(at, regions, text, country))

    def _analyzed(self, at: int, text: str) -> list[Hit]:
        recognizer = self._recognizers[at]
        return [Hit(r.entity_type, r.start, r.end, r.score) for r in recognizer.analyze(text, recognizer.supported_entities)]

    def _dialled(self, at: int, regions: Sequence[str], text: str, country: int | None) -> list[Hit]:
        """Region by region where its plan leaves room; a number that is the whole text holds whatever else would be found.

        `country`: of a text that is a number with its country code, which every region reads alike.
        """
        recognizer = self._recognizers[at]
        if at in self._national:  # it asks for numbers of its region only
            if country is not None and not any(region in regions_of(country) for region in regions):
                return []
            return self._analyzed(at, text) if any(spans(text, region, recognizer.leniency) for region in regions) else []
        if country is not None and recognizer.leniency <= VALID:
            return [Hit(recognizer.supported_entities[0], 0, len(text), recognizer.SCORE)]
        found: list[Hit] = []
        for region in regions:
            found_here = spans(text, region, recognizer.leniency)
            hits = [Hit(recognizer.supported_entities[0], start, end, recognizer.SCORE) for start, end in found_here]
            if any(hit.end - hit.start == len(text) for hit in hits):
                return hits
            found += hits
        return distinct(found)

    def _matches(self, pattern: _Pattern, text: str) -> Iterator[Hit]:
        recognizer = self._recognizers[pattern.recognizer]
        for match in pattern.compiled.finditer(text):
            start, end = match.span()
            if start == end:
                continue
            said = match.group()
            valid = recognizer.validate_result(said)
            score = pattern.score if valid is None else (MOST if valid else 0.0)
            if recognizer.invalidate_result(said):
                score = 0.0
            if score > 0:
                yield Hit(recognizer.supported_entities[0], start, end, score)

    def _enhanced(self, raw: Sequence[tuple[int, Hit]], name: str | None) -> list[Hit]:
        if not raw:
            return []
        if name is None:
            return distinct([hit for _, hit in raw])
        return distinct([_boosted(hit) if self._supports(at, name) else hit for at, hit in raw])

    def _is_supported(self, at: int, name: str) -> bool:
        return any(word.lower() in name.lower() for word in self._recognizers[at].context or ())


def _boosted(hit: Hit) -> Hit:
    return Hit(hit.entity, hit.start, hit.end, min(max(hit.score + BOOST, LEAST), MOST))


def distinct(hits: Sequence[Hit]) -> list[Hit]:
    """Without those that another of the same entity holds within it at the same score or a higher one: Presidio's own rule."""
    if len(hits) < 2:
        return list(hits)
    kept: list[Hit] = []
    for hit in sorted(set(hits), key=lambda h: (h.entity, h.start, h.start - h.end, -h.score)):
        if not any(
            k.entity == hit.entity and k.start <= hit.start and hit.end <= k.end and hit.score <= k.score
            for k in kept
            if k.end >= hit.start
        ):
            kept.append(hit)
    return kept


def _is_own(recognizer: Any) -> bool:
    """Whether its `analyze` is not that of Presidio's pattern or phone recognizer."""
    kind = next(kind for kind in type(recognizer).__mro__ if "analyze" in vars(kind))
    return kind.__name__ not in ("PatternRecognizer", "PhoneRecognizer")


def _compiled(pattern: Any, flags: int) -> Any:
    import regex  # noqa: PLC0415 - Presidio's own engine; only where parity is asked for

    return regex.compile(pattern.regex, flags)
