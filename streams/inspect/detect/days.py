"""Days of birth inside identifiers: which dates exist, and which may be somebody's who is written about."""

from datetime import date
from typing import Final

EARLIEST, LATEST = 1900, 2035  # years of birth of people in today's records; no clock is read, so that the end is some years ahead
SERIAL_FROM: Final = 2015  # what begins with a later date is as likely a day's serial number as a child's identity


def exists(year: int, month: int, day: int) -> bool:
    """Whether it is a day of the calendar."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def likely(year: int) -> bool:
    """Whether somebody of whom records speak may be born in that year."""
    return EARLIEST <= year <= LATEST
