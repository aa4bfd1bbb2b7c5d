"""Whether digits are a valid phone number as dialled in a region: by the library's own tables, compiled once, without its parser."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final

KINDS: Final = (  # of numbers, as the library's metadata name them; a valid number is of one
    "premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail", "fixed_line", "mobile",
)  # fmt: skip
SHORTEST, LONGEST = 2, 17  # digits of a national number, as the library has them
CODE: Final = 3  # digits of a country code at most
WITHOUT_PREFIX: Final = re.compile(r"\(?\\1\)?")  # how a number is written where nothing is dialled before it

Fits = Callable[[str], Any]


class Plan:
    """A region's numbering plan."""

    def __init__(self, data: Any) -> None:
        self.code: Final[int] = data.country_code
        self.written_code: Final = str(data.country_code)
        self.leads: Final[Fits | None] = re.compile(data.leading_digits).match if data.leading_digits is not None else None
        self.abroad: Final[Fits | None] = re.compile(data.international_prefix).match if data.international_prefix is not None else None
        self.general: Final[Fits] = re.compile(data.general_desc.national_number_pattern or r"(?!)").fullmatch
        self._lengths: Final = frozenset(data.general_desc.possible_length).difference(data.general_desc.possible_length_local_only)
        self._local: Final = frozenset(data.general_desc.possible_length_local_only)
        self._most: Final[int] = data.general_desc.possible_length[-1]
        self._prefix = re.compile(data.national_prefix_for_parsing) if data.national_prefix_for_parsing else None
        parts = (data.international_prefix, self.written_code, data.national_prefix_for_parsing)
        self.before: Final = "|".join(f"(?:{part})" for part in parts if part)  # what may stand before a number dialled
        self._transform = data.national_prefix_transform_rule or ""
        self._of_length = _by_length(data)
        self._formats = tuple(_format(each) for each in data.number_format)
        self.prefixed: Final = any(needs for _, _, needs in self._formats)

    def has(self, number: str) -> bool:
        """Whether some kind of number of the region has its pattern."""
        fits = self._of_length.get(len(number))
        return fits is not None and fits(number) is not None

    def is_too_long(self, number: str) -> bool:
        return len(number) > self._most and len(number) not in self._local

    def is_long_enough(self, number: str) -> bool:
        """Whether what a prefix was cut off from may be left so."""
        return len(number) in self._lengths or self.is_too_long(number)

    def stripped(self, number: str) -> tuple[str, bool]:
        """The number without what a caller at home dials before it, and whether there was such."""
        found = self._prefix.match(number) if self._prefix and number else None
        if found is None or self._prefix is None:
            return number, False
        if self._transform and found.groups()[-1] is not None:
            rest = self._prefix.sub(self._transform, number, count=1)
        else:
            rest = number[found.end() :]
        if self.general(number) and not self.general(rest):
            return number, False
        return rest, True

    def wants_prefix(self, number: str) -> bool:
        """Whether a number like this is written with what is dialled before it."""
        for leads, fits, needs in self._formats:
            if (leads is None or leads(number)) and fits(number):
                return needs
        return False


def _by_length(data: Any) -> dict[int, Fits]:
    """For each length of a national number the pattern of all its kinds together."""
    general = data.general_desc
    kinds = [getattr(data, kind) for kind in KINDS if kind != "mobile" or not data.same_mobile_and_fixed_line_pattern]
    kinds = [kind for kind in kinds if kind is not None and kind.national_number_pattern]
    found: dict[int, Fits] = {}
    for length in range(1, LONGEST + 1):
        if general.possible_length and length not in general.possible_length:
            continue
        of_length = dict.fromkeys(k.national_number_pattern for k in kinds if not k.possible_length or length in k.possible_length)
        if of_length:
            found[length] = _compiled(rf"(?=(?:{general.national_number_pattern})\Z)(?:{'|'.join(of_length)})")
    return found


@cache
def _compiled(pattern: str) -> Fits:
    return re.compile(pattern).fullmatch


def _format(each: Any) -> tuple[Fits | None, Fits, bool]:
    leads = re.compile(each.leading_digits_pattern[-1]).match if each.leading_digits_pattern else None
    rule = each.national_prefix_formatting_rule
    needs = bool(rule) and not each.national_prefix_optional_when_formatting and not WITHOUT_PREFIX.fullmatch(rule)
    return leads, re.compile(each.pattern).fullmatch, needs


@cache
def plans_of(country: int) -> Sequence[Plan]:
    """Of the regions that share a country code, the main one first."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata  # noqa: PLC0415 - heavy, and only a built detector needs it

    regions = COUNTRY_CODE_TO_REGION_CODE.get(country, ())
    return tuple(Plan(PhoneMetadata.metadata_for_region_or_calling_code(country, region)) for region in regions)


class Dialled:
    """Digits as dialled in a region, or behind a +: the same word as the library's parser and validator together."""

    def __init__(self, region: str) -> None:
        from phonenumbers import PhoneMetadata  # noqa: PLC0415 - as above

        self._home = Plan(PhoneMetadata.metadata_for_region(region))
        self._is_main = region == _main_region(self._home.code)
        self._is_bare = re.compile(f"(?!{self._home.before})").match

    def country_of(self, digits: str, *, plus: bool) -> int:
        """The country code of a valid number; 0 where it is none."""
        return self._read(digits, plus, written=False)

    def is_written(self, digits: str, *, plus: bool) -> bool:
        """Whether it is a valid number that has before it what such a number is written with in its country."""
        if not plus and self._is_main and self._is_bare(digits):  # what most digits are: nothing to take off, and seldom a number
            home = self._home
            return SHORTEST <= len(digits) <= LONGEST and is_valid(home.code, digits) and not (home.prefixed and home.wants_prefix(digits))
        return self._read(digits, plus, written=True) != 0

    def _read(self, digits: str, plus: bool, *, written: bool) -> int:
        country, number = self._country(digits, plus)
        if country < 0:
            return 0
        at_home = country == 0 or (self._is_main and country == self._home.code)
        plan = self._home if at_home else plans_of(country)[0]
        if len(number) < SHORTEST:
            return 0
        rest, _ = plan.stripped(number)
        if plan.is_long_enough(rest):
            number = rest
        if not SHORTEST <= len(number) <= LONGEST or not is_valid(country or plan.code, number):
            return 0
        if written and country == 0:
            main = plans_of(plan.code)[0]
            if main.prefixed and main.wants_prefix(number) and not main.stripped(digits)[1]:
                return 0
        return country or plan.code

    def _country(self, digits: str, plus: bool) -> tuple[int, str]:
        """The country code said and the number behind it; 0 where none is said, below 0 where the library gives up."""
        if plus:
            if len(digits) <= SHORTEST:
                return -1, ""
            country, number = _split(digits)
            if country:
                return country, number
            country, number = self._country(digits, False)  # as the library does: perhaps the + is a slip
            return (country or -1), number
        home = self._home
        if home.abroad is not None and (found := home.abroad(digits)) and digits[found.end() : found.end() + 1] != "0":
            rest = digits[found.end() :]
            country, number = _split(rest) if len(rest) > SHORTEST else (0, "")
            return (country or -1), number
        if digits.startswith(home.written_code):
            number, _ = home.stripped(digits[len(home.written_code) :])
            if (not home.general(digits) and home.general(number)) or home.is_too_long(digits):
                return home.code, number
        return 0, digits


def _split(digits: str) -> tuple[int, str]:
    """A country code that there is, and what stands behind it."""
    known = _codes()
    for length in range(1, min(len(digits), CODE) + 1):
        if (country := known.get(digits[:length])) is not None:
            return country, digits[length:]
    return 0, digits


@cache
def _codes() -> dict[str, int]:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE  # noqa: PLC0415 - as above

    return {str(code): code for code in COUNTRY_CODE_TO_REGION_CODE}


def _main_region(country: int) -> str:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE  # noqa: PLC0415 - as above

    region: str = COUNTRY_CODE_TO_REGION_CODE[country][0]
    return region


def is_valid(country: int, number: str) -> bool:
    """Whether a national number is one of the regions with that country code: of the first that claims it."""
    plans = plans_of(country)
    if len(plans) == 1:
        return plans[0].has(number)
    for plan in plans:
        if plan.leads is None:
            if plan.has(number):
                return True
        elif plan.leads(number):
            return plan.has(number)
    return False


@cache
def dialled_in(region: str) -> Dialled:
    """The same for the same region; its tables are compiled at the first."""
    return Dialled(region)
