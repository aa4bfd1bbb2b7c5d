"""Retention's calendar against a slow and obvious one that walks day by day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.policy import Retention
from streams.inspect.tag.calendar import Seen, after, clock, fiscal_year_end, local_day
from streams.policy.zones import names, zone
from tests.inspect.tag.build import at

DAYS = st.dates(date(1970, 1, 1), date(2200, 12, 31))
MONTH_DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda d: d.strftime("%m-%d"))


def slow_after(day: date, months: int, days: int) -> date:
    """Turn the calendar's pages one month at a time, take the same day or the page's last one, then count days one by one."""
    page = day.replace(day=1)
    for _ in range(months):
        page += timedelta(days=1)
        while page.day != 1:
            page += timedelta(days=1)
    wanted = page
    while wanted.day < day.day and (wanted + timedelta(days=1)).month == page.month:
        wanted += timedelta(days=1)
    for _ in range(days):
        wanted += timedelta(days=1)
    return wanted


def slow_fiscal_end(day: date, ends: str) -> date:
    """Walk on until the day is the named one; 02-29 is the last day of February."""
    while day.strftime("%m-%d") != ends and not (ends == "02-29" and day.month == 2 and (day + timedelta(days=1)).month == 3):
        day += timedelta(days=1)
    return day


@pytest.mark.parametrize(
    ("day", "period", "expected"),
    [
        ("2025-11-30", "P3M", "2026-02-28"),
        ("2023-11-30", "P3M", "2024-02-29"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29"),
        ("2096-02-29", "P4Y", "2100-02-28"),  # 2100 is no leap year
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2025-12-31", "P5Y", "2030-12-31"),
        ("2025-01-31", "P1M1D", "2025-03-01"),  # months first, then days
        ("2025-01-31", "P1Y6M", "2026-07-31"),
        ("2025-03-29", "P14D", "2025-04-12"),
        ("2025-01-01", "P2W", "2025-01-15"),
        ("2025-01-01", "P0D", "2025-01-01"),
        ("2025-01-01", "P999Y", "3024-01-01"),
        ("9990-01-01", "P999Y", "9999-12-31"),
        ("9999-12-01", "P999999D", "9999-12-31"),
    ],
)
def test_a_period_is_added_as_people_add_it(day: str, period: str, expected: str) -> None:
    assert after(date.fromisoformat(day), period).isoformat() == expected


@given(DAYS, st.integers(0, 20), st.integers(0, 30), st.integers(0, 400))
def test_any_period_ends_where_the_slow_calendar_says(day: date, years: int, months: int, days: int) -> None:
    assert after(day, f"P{years}Y{months}M{days}D") == slow_after(day, years * 12 + months, days)


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_a_longer_period_never_ends_earlier(day: date, months: int, more: int) -> None:
    assert after(day, f"P{months}M") <= after(day, f"P{months + more}M")


@given(DAYS, MONTH_DAYS)
def test_a_fiscal_year_ends_where_the_slow_calendar_says(day: date, ends: str) -> None:
    assert fiscal_year_end(day, ends) == slow_fiscal_end(day, ends)


@pytest.mark.parametrize(
    ("day", "ends", "expected"),
    [
        ("2025-11-30", "12-31", "2025-12-31"),
        ("2025-12-31", "12-31", "2025-12-31"),
        ("2026-01-01", "12-31", "2026-12-31"),
        ("2025-07-01", "06-30", "2026-06-30"),
        ("2025-02-28", "02-29", "2025-02-28"),
        ("2024-02-28", "02-29", "2024-02-29"),
    ],
)
def test_a_fiscal_year_is_the_one_that_holds_the_day(day: str, ends: str, expected: str) -> None:
    assert fiscal_year_end(date.fromisoformat(day), ends).isoformat() == expected


@pytest.mark.parametrize(
    ("instant", "name", "expected"),
    [
        ("2025-11-30T22:59:59+00:00", "Europe/Oslo", "2025-11-30"),
        ("2025-11-30T23:00:00+00:00", "Europe/Oslo", "2025-12-01"),  # winter: an hour ahead
        ("2025-06-30T22:00:00+00:00", "Europe/Oslo", "2025-07-01"),  # summer: two
        ("2025-11-30T23:00:00+00:00", "Europe/London", "2025-11-30"),
        ("2025-12-01T01:00:00+00:00", "America/New_York", "2025-11-30"),
    ],
)
def test_a_message_belongs_to_the_day_of_the_packs_own_clock(instant: str, name: str, expected: str) -> None:
    tz = zone(name)
    assert tz is not None
    assert local_day(at(instant), tz).isoformat() == expected


@pytest.mark.parametrize(("instant", "expected"), [(10**17, date.max), (-(10**17), date.min), (-1, date(1969, 12, 31))])
def test_instants_outside_the_calendar_are_held_at_its_ends(instant: int, expected: date) -> None:
    assert local_day(instant, UTC) == expected


@given(st.datetimes(datetime(1980, 1, 1), datetime(2037, 12, 31)), st.sampled_from(["Europe/Oslo", "Europe/Vilnius", "Asia/Tokyo", "UTC"]))
def test_the_local_day_is_at_most_a_day_from_utc(moment: datetime, name: str) -> None:
    tz = zone(name)
    assert tz is not None
    instant = int(moment.replace(tzinfo=UTC).timestamp() * 1000)
    assert abs((local_day(instant, tz) - moment.date()).days) <= 1


def test_every_zone_of_the_package_can_be_read_and_no_other_is_one() -> None:
    assert all(zone(name) is not None for name in sorted(names())[::40])
    assert zone("Europe/Olso") is None
    assert zone("../../etc/passwd") is None


SEEN = Seen(date(2025, 11, 30), {"purchase": date(2025, 10, 31), "withdrawal": date(2025, 12, 24)}, "12-31")


@pytest.mark.parametrize(
    ("period", "anchor", "held", "expected"),
    [
        ("P3M", "message", False, ("2026-02-28", "running")),
        ("P5Y", "fiscal-year-end", False, ("2030-12-31", "running")),
        ("P6M", "purchase", False, ("2026-04-30", "running")),
        ("P0D", "withdrawal", False, ("2025-12-24", "running")),
        ("P1Y", "contract-end", False, (None, "open")),
        (None, "contract-end", False, (None, "unstated")),
        (None, None, False, (None, "unstated")),
        ("P3M", "message", True, (None, "held")),
        ("P6M", "purchase", True, (None, "held")),
        ("P1Y", "contract-end", True, (None, "open")),  # nothing to hold: its event has not been seen
        (None, None, True, (None, "unstated")),
    ],
)
def test_a_clock_runs_waits_or_is_held(period: str | None, anchor: str | None, held: bool, expected: tuple[str | None, str]) -> None:
    retention = Retention.model_validate({"store": "engine", "period": period, "anchor": anchor})
    assert clock(retention, SEEN, held=held) == expected
