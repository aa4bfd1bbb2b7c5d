"""Dates as platforms write them; null dates and unreadable ones mean nothing."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.times import instant

NOON = 1636641758000  # 2021-11-11T14:42:38Z


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-11-11T14:42:38Z", NOON),
        ("2021-11-11T14:42:38", NOON),
        ("2021-11-11 14:42:38", NOON),
        ("2021-11-11t14:42:38z", NOON),
        (" 2021-11-11T14:42:38Z ", NOON),
        ("2021-11-11T15:42:38+01:00", NOON),
        ("2021-11-11T15:42:38+0100", NOON),
        ("2021-11-11T15:42:38 +01", NOON),
        ("2021-11-11T04:12:38-10:30", NOON),
        ("2021-11-11T14:42:38.1234567Z", NOON + 123),
        ("2021-11-11T14:42:38.9999999", NOON + 999),
        ("2021-11-11T14:42:38.5+00:00", NOON + 500),
        ("2021-11-11T14:42Z", NOON - 38000),
        ("2021-11-11", NOON - (14 * 3600 + 42 * 60 + 38) * 1000),
        ("11/11/2021 2:42:38 PM", NOON),
        ("11/11/2021 14:42:38", NOON),
        ("11/11/2021 2:42:38 pm", NOON),
        ("3/4/2021", 1614816000000),  # the fourth of March
        ("12/31/2021 12:00:00 AM", 1640908800000),
        ("12/31/2021 12:00:00 PM", 1640952000000),
        ("1969-12-31T23:59:59.999Z", -1),
    ],
)
def test_dates_are_read_as_platforms_write_them(text: str, expected: int) -> None:
    assert instant(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00.0000000Z",
        "0001-01-01T00:00:00+01:00",
        "0001-01-01",
        "1/1/0001 12:00:00 AM",
        "9999-12-31T23:59:59.9999999",
    ],
)
def test_a_null_date_is_none(text: str) -> None:
    assert instant(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("", "yesterday", "31/12/2021", "13/13/2021 10:00", "2021-02-30", "2021-11-11T25:00:00", "2021-11-11T14:42:38+24:00", "14:42"),
        *("1636641758000", "11.11.2021", "0/1/2021", "11/11/2021 13:00:00 PM", "11/11/2021 0:10 AM", "٢٠٢١-١١-١١", "0000-01-01"),
        "2021-11-11T14:42:38Z" + " " * 80 + "x",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert instant(text) is None


@given(st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29)), st.integers(-1439, 1439))
def test_any_moment_in_any_zone_is_its_milliseconds(moment: datetime, minutes: int) -> None:
    zoned = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert instant(zoned.isoformat()) == (zoned - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


@given(st.text(max_size=80))
def test_no_text_makes_it_fall_over(text: str) -> None:
    assert instant(text) is None or isinstance(instant(text), int)
