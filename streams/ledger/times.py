"""Instants as text: RFC 3339 in UTC, for CloudEvents and OpenLineage."""

from datetime import UTC, datetime, timedelta
from typing import Final

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST: Final = -62_135_596_800_000  # 0001-01-01T00:00:00.000Z
_LAST: Final = 253_402_300_799_999  # 9999-12-31T23:59:59.999Z


def rfc3339(instant: int) -> str:
    """Milliseconds since 1970, UTC, as `2025-11-30T10:00:00.000Z`; what four digits of a year cannot say becomes the nearest that they can.

    A Kafka timestamp is any 64-bit number: a producer that counts in microseconds writes the year 50,000.
    """
    at = _EPOCH + timedelta(milliseconds=min(max(instant, _FIRST), _LAST))
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def window_start(instant: int, length: int) -> int:
    """The start of the window that an instant lies in, both in ms; windows are counted from 1970."""
    return instant - instant % length
