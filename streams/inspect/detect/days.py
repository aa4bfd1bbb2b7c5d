"""Days of birth inside identifiers: which dates exist, and which may be somebody's who is written about."""

import re
from datetime import date
from typing import Final

EARLIEST, LATEST = 1900, 2035  # years of birth of people in today's records; no clock is read, so that the end is some years ahead
SERIAL_FROM: Final = 2015  # what begins with a later date is as likely a day's serial number as a child's identity
PHONES: Final = re.compile(r"070|040|050|061[0-2]")  # mobile phones of Sweden, Finland and the Netherlands that begin as a date may


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


def is_like_a_phone(number: str) -> bool:
    """Whether ten bare digits that begin with a date are rather somebody's mobile phone."""
    return bool(PHONES.match(number))
