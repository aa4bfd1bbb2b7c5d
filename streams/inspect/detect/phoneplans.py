"""Where a country's numbering plan leaves no room for a phone number, so that nobody need search the text for one."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any, Final

from streams.inspect.detect.onepass import LATIN

RUN: Final = re.compile(r"[0-9][0-9x ()\[\]./~\-]*")  # digits and what may stand between those of one number; other ASCII ends it
BARE: Final = re.compile(r"[0-9]{2,20}")
PLAIN_NUMBER: Final = re.compile(r"\+ ?[1-9](?: ?[0-9]){6,14}")  # nothing in it that could be read as two numbers, a date, a page
KINDS: Final = (  # of numbers, as the library's metadata name them; a valid number is of one
    "premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail", "fixed_line", "mobile",
)  # fmt: skip
GROUP: Final = re.compile(r"[0-9]+")
SHORTEST_ABROAD: Final = 5  # digits of a country code and the shortest number behind it; the shortest that there are have seven


@cache
def room_for(region: str) -> Callable[[str], bool]:
    """Whether a text may hold a number that is valid as dialled in the region. False is certain; True is not.

    What a caller dials before a number is cut off at its front, so that a valid national number is always the end of the digits
    dialled; and it is one that some kind of number of a region with that country code has the pattern of.
    """
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata  # noqa: PLC0415 - heavy, and only a built detector needs it

    home: Any = PhoneMetadata.metadata_for_region(region)
    plans = [PhoneMetadata.metadata_for_region(r) for r in COUNTRY_CODE_TO_REGION_CODE[home.country_code]]
    patterns = "|".join(dict.fromkeys(pattern for plan in plans for pattern in _patterns(plan)))
    within = re.compile(f"(?:{patterns})").search
    at_end = re.compile(f"(?:{patterns})\\Z").search
    abroad = re.compile(f"(?:{home.international_prefix})(?=[0-9]{{{SHORTEST_ABROAD}}})").match
    shortest = min(length for plan in plans for length in _lengths(plan))

    def room(text: str) -> bool:
        if "+" in text or not LATIN.fullmatch(text):
            return True
        if BARE.fullmatch(text):
            return bool(at_end(text) or abroad(text))
        for digits, starts in dialled(text):
            if len(digits) >= shortest and within(digits):
                return True
            if len(digits) > SHORTEST_ABROAD and any(abroad(digits, start) for start in starts):
                return True
        return False

    return room


@lru_cache(maxsize=16)  # a text is asked about for one region after the other
def dialled(text: str) -> Sequence[tuple[str, Sequence[int]]]:
    """The digits of each run that may be one number, and where a number may begin in them: where a group does."""
    runs: list[tuple[str, Sequence[int]]] = []
    for run in RUN.findall(text):
        groups = GROUP.findall(run)
        runs.append(("".join(groups), tuple(accumulate(map(len, groups), initial=0))))
    return runs


def country_of(text: str) -> int | None:
    """The country code of a text that is a valid number with its country code and nothing else; None for any other text."""
    if not PLAIN_NUMBER.fullmatch(text):
        return None
    import phonenumbers  # noqa: PLC0415 - as below

    try:
        number = phonenumbers.parse(text)
    except phonenumbers.NumberParseException:
        return None
    return number.country_code if phonenumbers.is_valid_number(number) else None


def regions_of(country: int) -> Sequence[str]:
    """The regions that share a country code."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE  # noqa: PLC0415 - as above

    return COUNTRY_CODE_TO_REGION_CODE.get(country, ())


def _lengths(plan: Any) -> Sequence[int]:
    """Of the national numbers; a number of another length is valid in no plan."""
    kinds = (getattr(plan, kind) for kind in KINDS)
    return [length for kind in kinds if kind is not None for length in kind.possible_length if length > 0]


def _patterns(plan: Any) -> Sequence[str]:
    kinds = (getattr(plan, kind) for kind in KINDS)
    return [kind.national_number_pattern for kind in kinds if kind is not None and kind.national_number_pattern]


def matches(text: str, region: str, leniency: int) -> Sequence[Any]:
    """The numbers that the library finds in a text as read in the region, in order."""
    from phonenumbers import PhoneNumberMatcher  # noqa: PLC0415 - as above

    return list(PhoneNumberMatcher(text, region, leniency=leniency)) if room_for(region)(text) else ()
