"""Write what a schema-encoded body holds as people read it: floats, decimals, dates, times, bytes. The same bytes give the same text."""

import base64
import math
import struct
from datetime import UTC, date, datetime, timedelta
from typing import Final

from streams.inspect.encodings import is_binary
from streams.inspect.filetypes import filetype
from streams.inspect.packing import is_gzip

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SINGLE: Final = struct.Struct("<f")
_LONGEST_DECIMAL: Final = 64  # bytes: 153 digits, four times what any database keeps
_WIDEST_SCALE: Final = 160
_SHORT: Final = 64  # bytes of a key, a hash, a UUID: shown in base64; what is longer and no text was not read


def single(value: float) -> str:
    """A float of 32 bits by the fewest digits that name it: 59.91, not 59.90999984741211."""
    if math.isfinite(value):
        for digits in range(6, 10):
            text = f"{value:.{digits}g}"
            if _same(text, value):
                return text
    return double(value)


def _same(text: str, value: float) -> bool:
    try:
        return bool(_SINGLE.unpack(_SINGLE.pack(float(text)))[0] == value)
    except OverflowError:  # rounded up past the largest
        return False


def double(value: float) -> str:
    """A float by the fewest digits that name it; JSON's own words where it is no number."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return repr(value)


def decimal(data: bytes, scale: int) -> str | None:
    """A two's complement number (the highest byte first) with its decimal point; None where it is longer than any real one."""
    if len(data) > _LONGEST_DECIMAL or not 0 <= scale <= _WIDEST_SCALE:
        return None
    unscaled = int.from_bytes(data, "big", signed=True)
    digits = str(abs(unscaled)).rjust(scale + 1, "0")
    whole = f"{digits[:-scale]}.{digits[-scale:]}" if scale else digits
    return f"-{whole}" if unscaled < 0 else whole


def day(days: int) -> str | None:
    """Days since 1970 as a date; None outside the years 1 to 9999."""
    try:
        return (date(1970, 1, 1) + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def clock(count: int, per_second: int) -> str | None:
    """A time of day, `14:05:00.123`; None where there are more than a day's."""
    seconds, fraction = divmod(count, per_second)
    if not 0 <= seconds < 86_400:
        return None
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{fraction:0{_digits(per_second)}d}"


def instant(count: int, per_second: int, zone: str = "Z") -> str | None:
    """Since 1970, `2025-11-30T10:00:05.123Z`; None outside the years 1 to 9999."""
    seconds, fraction = divmod(count, per_second)
    try:
        at = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return None
    point = f".{fraction:0{_digits(per_second)}d}" if per_second > 1 else ""
    return f"{at:%Y-%m-%dT%H:%M:%S}".rjust(19, "0") + point + zone


def _digits(per_second: int) -> int:
    return len(str(per_second)) - 1


def opened(data: bytes) -> tuple[str | None, str | None]:
    """Bytes as the text or document that they hold, and the reason if they hold none; a file or a short key is base64."""
    if not is_binary(data):
        try:
            return data.decode(), None
        except UnicodeDecodeError:
            pass
    if len(data) <= _SHORT or is_gzip(data) or filetype(data) is not None:
        return base64.b64encode(data).decode(), None
    return None, "content.binary"
