"""Days of birth inside identifiers: which dates exist, and which may be somebody's who is written about."""

import re
from datetime import date
from typing import Final

EARLIEST, LATEST = 1900, 2035  # years of birth of people in today's records; no clock is read, so that the end is some years ahead
SERIALS: Final = range(2015, 2031)  # years whose days a running number of a shop or a bank begins with, more often than a child's identity
STAMPS: Final = range(2010, 2031)  # years of stamps to the minute
FIRST_SERIAL: Final = "0"  # what a day's first thousand running numbers of four digits begin with; birth numbers begin with any digit
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


def is_like_a_serial(year: int, last: str, *, parted: bool) -> bool:
    """Whether a day with four digits behind it is as likely its running number, or a stamp to the minute; `parted`: by a hyphen."""
    if parted:
        return year in SERIALS and last.startswith(FIRST_SERIAL)
    return year in SERIALS or (year in STAMPS and int(last[:2]) < 24 and int(last[2:]) < 60)
