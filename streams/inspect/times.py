"""Read the dates that platforms write: ISO 8601 with too many digits, US text, and the null dates that mean nothing."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

_ISO: Final = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?)?"
    r"\s*([Zz]|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_US: Final = re.compile(
    r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})"
    r"(?:,?\s+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]+))?)?\s*([AaPp][Mm])?)?"
    r"\s*([Zz]|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST: Final = 64  # characters; a date is never longer
_NULLS: Final = frozenset({(1, 1, 1), (9999, 12, 31)})  # .NET's DateTime.MinValue and MaxValue, which stand for "none"


def instant(text: str) -> int | None:
    """Milliseconds UTC of a date or time as text; None for a null date and for what cannot be read.

    Without a zone it is UTC; with slashes the month comes first; digits past milliseconds are cut.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if iso := _ISO.fullmatch(text):
        year, month, day, hour, minute, second, fraction, zone = iso.groups()
        return _milliseconds((year, month, day), (hour, minute, second, fraction), zone)
    if us := _US.fullmatch(text):
        month, day, year, hour, minute, second, fraction, half, zone = us.groups()
        if half and not 1 <= int(hour) <= 12:
            return None
        if half:
            hour = str(int(hour) % 12 + (12 if half in ("PM", "pm", "Pm", "pM") else 0))
        return _milliseconds((year, month, day), (hour, minute, second, fraction), zone)
    return None


def _milliseconds(date: tuple[str, str, str], clock: tuple[str | None, ...], zone: str | None) -> int | None:
    year, month, day = map(int, date)
    if (year, month, day) in _NULLS:
        return None
    hour, minute, second, fraction = clock
    thousandths = int(((fraction or "") + "000")[:3])
    try:
        moment = datetime(year, month, day, int(hour or 0), int(minute or 0), int(second or 0), thousandths * 1000, _zone(zone))
        return (moment - _EPOCH) // timedelta(milliseconds=1)
    except (ValueError, OverflowError):
        return None


def _zone(text: str | None) -> timezone:
    """ValueError for an offset of a day or more."""
    if text is None or text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)
