"""Retention in calendar terms: days in the pack's time zone, periods added as people add them, fiscal years, and anchors."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Final

from schemas.policy import Retention
from schemas.words import Clock

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_PERIOD: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def local_day(instant: int, zone: tzinfo) -> date:
    """The calendar day of an instant (ms UTC) in a zone. What lies outside years 1 to 9999 is held at their ends."""
    try:
        return (_EPOCH + timedelta(milliseconds=instant)).astimezone(zone).date()
    except (OverflowError, ValueError):
        return date.min if instant < 0 else date.max


@lru_cache(maxsize=4_096)  # a few periods, and the days that traffic is on
def after(day: date, period: str) -> date:
    """A day plus an ISO 8601 period: years and months first, the day held at the month's end, then weeks and days.

    Three months after 30 November is the last day of February; past 31 December 9999 it stays there.
    """
    match = _PERIOD.fullmatch(period)
    assert match is not None  # the schema lets no other period in
    years, months, weeks, days = (int(n or 0) for n in match.groups())
    try:
        return _plus_months(day, years * 12 + months) + timedelta(weeks=weeks, days=days)
    except (OverflowError, ValueError):
        return date.max


def _plus_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _last_day(year, month + 1)))


def _last_day(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def fiscal_year_end(day: date, ends: str) -> date:
    """The last day of the fiscal year that holds a day; `ends` is `MM-DD`, and `02-29` the last day of February."""
    month, wanted = int(ends[:2]), int(ends[3:])
    for year in (day.year, day.year + 1):
        if year > date.max.year:
            return date.max
        end = date(year, month, min(wanted, _last_day(year, month)))
        if end >= day:
            return end
    raise AssertionError("a fiscal year ends within a year")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one message tells about its clocks: its own day, the days of events that it names, and whether a claim holds them."""

    day: date
    anchors: Mapping[str, date]
    fiscal_year_end: str


def clock(retention: Retention, seen: Seen, *, held: bool) -> tuple[str | None, Clock]:
    """`until` and state of one store's clock; they depend on message and policy alone, never on today."""
    if retention.period is None or retention.anchor is None:
        return None, "unstated"
    start = _start(retention.anchor, seen)
    if start is None:
        return None, "open"
    if held:
        return None, "held"
    return after(start, retention.period).isoformat(), "running"


def _start(anchor: str, seen: Seen) -> date | None:
    """The day that a period counts from; None where its event has not been seen."""
    if anchor == "message":
        return seen.day
    if anchor == "fiscal-year-end":
        return fiscal_year_end(seen.anchors.get(anchor, seen.day), seen.fiscal_year_end)
    return seen.anchors.get(anchor)
