"""What a recognizer of Presidio matches in a text, by its own patterns and validation, without the records it keeps of each match."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

Match = tuple[int, int, float]  # start, end, score
Found = Callable[[str], Sequence[Match]]

SURE: Final = 1.0  # the score of what a recognizer has validated
OWN_SEARCH: Final = "analyze"  # the method by which a recognizer may search in a way of its own
IBAN: Final = "IbanRecognizer"  # whose patterns' groups are the ends at which a number may stop


def matches_of(recognizer: Any, seconds: float) -> Found | None:
    """The same spans and scores as the recognizer's `analyze`, by position; None for one that searches in a way that is not known here.

    `seconds`: after which a pattern is given up, as the recognizer does.
    """
    owner = next(kind.__name__ for kind in type(recognizer).__mro__ if OWN_SEARCH in vars(kind))
    if owner == IBAN:
        return _found(recognizer, seconds, _ends_of_groups, once=False)
    return _found(recognizer, seconds, _whole, once=True) if owner == "PatternRecognizer" else None


def _found(recognizer: Any, seconds: float, ends: Callable[[Any], Iterator[int]], *, once: bool) -> Found:
    """`ends`: of a match, where the value may end, the likeliest first. `once`: what another match holds is left out."""
    from regex import compile as compiled  # noqa: PLC0415 - Presidio's own engine; only a built detector needs it

    patterns = [(compiled(p.regex, recognizer.global_regex_flags).finditer, p.score) for p in recognizer.patterns]

    def found(text: str) -> Sequence[Match]:
        matches: list[Match] = []
        for finditer, score in patterns:
            try:
                for match in finditer(text, timeout=seconds):
                    matches.extend(_judged(recognizer, text, match.start(), ends(match), score))
            except TimeoutError:
                continue
        return distinct(matches) if once and len(matches) > 1 else sorted(matches, key=_by_position)

    return found


def _whole(match: Any) -> Iterator[int]:
    yield match.end()


def _ends_of_groups(match: Any) -> Iterator[int]:
    for group in range(len(match.groups()), 0, -1):
        end = match.end(group)
        yield end if end > 0 else match.end()


def _judged(recognizer: Any, text: str, start: int, ends: Iterator[int], score: float) -> Iterator[Match]:
    """The first that the recognizer does not reject."""
    for end in ends:
        said = text[start:end]
        valid = recognizer.validate_result(said) if said else False
        if (valid or valid is None) and not recognizer.invalidate_result(said):
            yield start, end, SURE if valid else score
            return


def distinct(matches: Sequence[Match]) -> list[Match]:
    """Without those that another holds within it at the same score or a higher one: Presidio's own rule."""
    kept: list[Match] = []
    beside: list[Match] = []  # those that reach as far as where one starts
    for match in sorted(set(matches), key=_by_position):
        start, end, score = match
        beside = [other for other in beside if other[1] >= start]
        if not any(end <= other[1] and score <= other[2] for other in beside):
            kept.append(match)
            beside.append(match)
    return kept


def _by_position(match: Match) -> tuple[int, int, float]:
    return match[0], -match[1], -match[2]
