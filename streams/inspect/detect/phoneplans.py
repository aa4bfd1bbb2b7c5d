"""Where a numbering plan leaves no room for a phone number, so that nobody need search for one; and the search where it does."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any, Final

from streams.inspect.detect.dialling import dialled_in
from streams.inspect.detect.onepass import LATIN

RUN: Final = re.compile(r"[0-9][0-9x ()\[\]./~\-]*")  # digits and what may stand between those of one number; other ASCII ends it
BARE: Final = re.compile(r"[0-9]{3,20}")
PLAIN_NUMBER: Final = re.compile(r"\+ ?[1-9](?: ?[0-9]){6,14}")  # nothing in it that could be read as two numbers, a date, a page
PLAIN_WRITTEN: Final = re.compile(r"[ ()\[\].\-/]*(\+?)[ ()\[\].\-/]*[0-9][0-9 ()\[\].\-/]*")  # whose digits are all that the library reads
SIMPLE: Final = re.compile(r"[0-9][0-9 ./\-]*")  # no brackets, which the library pairs, and no x, behind which stands an extension
PIECE: Final = re.compile(r"[0-9]+(?:-[0-9]+)*")  # what the library takes as one number or none
PIECES: Final = 5  # of one run that are put together; of more the library's own search is quicker
ABROAD: Final = re.compile(r"\+[x ()\[\]./~\-]*[0-9](?:[x ()\[\]./~\-]*[0-9]){2}")  # SHORTEST digits behind a +
NO_DIGIT: Final = re.compile(r"[^0-9]+")
LETTER: Final = re.compile(r"[A-Za-z%$]")  # of ASCII: what no number stands directly beside
BEHIND: Final = re.compile(r"\Z|[\x00-\x7f](?<![A-Za-z%$:])")  # what may; behind a colon it might be a stamp
VALID: Final = 1  # leniency at which the library takes a valid number however its digits are grouped
SHORTEST: Final = 3  # digits; no plan has a number of fewer
LONGEST: Final = 200  # code points of a run that is taken apart here
EXTENDED: Final = re.compile(r"[0-9][ \t,;\-]*(?:e?xt|anexo|int|[x#~])", re.IGNORECASE)  # digits that dial on behind a number


@cache
def room_for(region: str) -> Callable[[str], bool]:
    """Whether a text may hold a number that is valid as dialled in the region. False is certain; True is not."""
    is_written = dialled_in(region).is_written

    def room(text: str) -> bool:
        known = readings(text)
        return known is None or any(is_written(digits, plus=False) for digits in known)

    return room


@lru_cache(maxsize=16)  # a text is asked about for one region after the other
def readings(text: str) -> Sequence[str] | None:
    """All digits that the library may read as one number of some region; None where that takes its own search.

    It reads a stretch of digits as a whole, and then from one gap to another, where a gap is anything but a hyphen between two digits.
    """
    if not LATIN.fullmatch(text) or EXTENDED.search(text) or ("+" in text and ABROAD.search(text)):
        return None
    found: dict[str, None] = {}
    for run in RUN.findall(text):
        if len(run) > LONGEST or not SIMPLE.fullmatch(run):
            return None
        pieces = [NO_DIGIT.sub("", piece) for piece in PIECE.findall(run)]
        if len(pieces) > PIECES:
            return None
        found.update(("".join(pieces[start:end]), None) for start in range(len(pieces)) for end in range(start + 1, len(pieces) + 1))
    return [digits for digits in found if len(digits) >= SHORTEST]


def country_of(text: str) -> int | None:
    """The country code of a text that is a valid number with its country code and nothing else; None for any other text."""
    return _country_of(text) if text[:1] == "+" and PLAIN_NUMBER.fullmatch(text) else None


@lru_cache(maxsize=1_024)  # a number is asked about once for what stands alone in it, and once for its field
def _country_of(text: str) -> int | None:
    return dialled_in("NO").country_of(text[1:].replace(" ", ""), plus=True) or None


def regions_of(country: int) -> Sequence[str]:
    """The regions that share a country code."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE  # noqa: PLC0415 - as above

    return COUNTRY_CODE_TO_REGION_CODE.get(country, ())


def spans(text: str, region: str, leniency: int = VALID) -> Sequence[tuple[int, int]]:
    """Where the library finds numbers in a text as read in the region, in order."""
    if leniency == VALID:
        if BARE.fullmatch(text):
            return ((0, len(text)),) if dialled_in(region).is_written(text, plus=False) else ()
        if (found := everywhere(text)) is not None:
            return found
    if not room_for(region)(text):
        return ()
    return [(match.start, match.end) for match in _matcher()(text, region, leniency)]


@lru_cache(maxsize=16)  # as above
def everywhere(text: str) -> Sequence[tuple[int, int]] | None:
    """The numbers of a text in which every region finds the same; None where it may depend on the region.

    All digits of the text are either those of a number with its country code, or too few, or stand beside a letter.
    """
    from phonenumbers.phonenumbermatcher import _PATTERN  # noqa: PLC0415 - as above

    found: list[tuple[int, int]] = []
    for stretch in _PATTERN.finditer(text):
        written = stretch.group()
        start, end = stretch.span()
        if not written.isascii():
            return None
        if PIECE.fullmatch(written):
            if len(written) >= SHORTEST and not LETTER.match(text, end) and not (start and LETTER.match(text, start - 1)):
                return None
        elif BEHIND.match(text, end) and country_of(written):
            found.append((start, end))
        elif len(NO_DIGIT.sub("", written)) >= SHORTEST:
            return None
    return found


@cache
def _matcher() -> Any:
    """The library's search, with our tables' word for what it would parse and validate of plain digits."""
    from phonenumbers import PhoneNumber, PhoneNumberMatch, PhoneNumberMatcher  # noqa: PLC0415 - as above
    from phonenumbers.phonenumbermatcher import _MATCHING_BRACKETS, _PUB_PAGES  # noqa: PLC0415 - as above

    nobody = PhoneNumber()

    class Matcher(PhoneNumberMatcher):
        def _parse_and_verify(self, candidate: str, offset: int) -> Any:
            plain = PLAIN_WRITTEN.fullmatch(candidate) if self.leniency == VALID else None
            digits = NO_DIGIT.sub("", candidate) if plain else ""
            if plain is None:
                return super()._parse_and_verify(candidate, offset)
            if (
                len(digits) < SHORTEST
                or not _MATCHING_BRACKETS.fullmatch(candidate)
                or _PUB_PAGES.search(candidate)
                or self._adjoins(candidate, offset)
            ):
                return None
            if not dialled_in(self.preferred_region).is_written(digits, plus=bool(plain[1])):
                return None
            return PhoneNumberMatch(offset, candidate, nobody)

        def _adjoins(self, candidate: str, offset: int) -> bool:
            before = self.text[offset - 1 : offset] if offset and candidate[0] not in "+([" else ""
            return any(map(self._is_word, (before, self.text[offset + len(candidate) :][:1])))

        def _is_word(self, char: str) -> bool:
            if not char or char.isascii():
                return LETTER.match(char) is not None
            return bool(self._is_invalid_punctuation_symbol(char) or self._is_latin_letter(char))

    return Matcher
