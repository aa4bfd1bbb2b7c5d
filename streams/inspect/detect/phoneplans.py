"""Where a country's numbering plan leaves no room for a phone number, so that nobody need search the text for one."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, Final

from streams.inspect.detect.onepass import LATIN

RUN: Final = re.compile(r"[0-9][0-9x ()\[\]./~\-]*")  # digits and what may stand between those of one number; other ASCII ends it
BARE: Final = re.compile(r"[0-9]{2,20}")
KINDS: Final = (  # of numbers, as the library's metadata name them; a valid number is of one
    "premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail", "fixed_line", "mobile",
)  # fmt: skip
GROUP: Final = re.compile(r"[0-9]+")
SHORTEST_ABROAD: Final = 5  # digits of a country code and the shortest number behind it; the shortest that there are have seven

Search = Callable[..., object]


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

    def room(text: str) -> bool:
        if "+" in text or not LATIN.fullmatch(text):
            return True
        if BARE.fullmatch(text):
            return bool(at_end(text) or abroad(text))
        return any(_holds(run, within, abroad) for run in RUN.findall(text))

    return room


def _holds(run: str, within: Search, abroad: Search) -> bool:
    groups = GROUP.findall(run)
    digits = "".join(groups)
    if len(digits) > 1 and within(digits):
        return True
    starts = accumulate(map(len, groups), initial=0)  # a call abroad begins a number, and a number begins a group
    return any(abroad(digits, start) for start in starts)


def _patterns(plan: Any) -> Sequence[str]:
    kinds = (getattr(plan, kind) for kind in KINDS)
    return [kind.national_number_pattern for kind in kinds if kind is not None and kind.national_number_pattern]


def matches(text: str, region: str, leniency: int) -> Sequence[Any]:
    """The numbers that the library finds in a text as read in the region, in order."""
    from phonenumbers import PhoneNumberMatcher  # noqa: PLC0415 - as above

    return list(PhoneNumberMatcher(text, region, leniency=leniency)) if room_for(region)(text) else ()
