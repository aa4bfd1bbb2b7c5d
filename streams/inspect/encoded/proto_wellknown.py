"""Write Protobuf's well-known types as its own JSON has them: a timestamp as a time, a wrapper as its value, a struct as an object."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from streams.inspect.encoded import values
from streams.inspect.encoded.cursor import Hints
from streams.inspect.jsontree import Node, Number, Pairs
from streams.inspect.words import Hinted

RAW: Final = "raw"  # bytes that only what they stand in can read
RAW_FIELDS: Final = MappingProxyType({"confluent.type.Decimal": 1})
_NANOS: Final = 10**9


def hinted(node: Node, hints: Hints) -> Node:
    """A single value that came of a message, with what the field that holds it is said to be."""
    if isinstance(node, str) and type(node) is not Hinted:
        return Hinted(node, hints, number=isinstance(node, Number))
    return node


def _number(found: Pairs, name: str) -> int | None:
    """A field's whole number, 0 where it was not sent; None where it is something else."""
    text = next((value for key, value in found if key == name), "0")
    return int(text) if isinstance(text, str) and text.lstrip("-").isdigit() else None


def _timestamp(found: Pairs) -> Node:
    seconds, nanos = _number(found, "seconds"), _number(found, "nanos")
    if seconds is None or nanos is None or not 0 <= nanos < _NANOS:
        return found
    return values.instant(seconds * _NANOS + nanos, _NANOS) or found


def _duration(found: Pairs) -> Node:
    seconds, nanos = _number(found, "seconds"), _number(found, "nanos")
    if seconds is None or nanos is None or not -_NANOS < nanos < _NANOS:
        return found
    return f"{'-' if seconds < 0 or nanos < 0 else ''}{abs(seconds)}.{abs(nanos):09d}s"


def _date(found: Pairs) -> Node:
    """A whole date; one without year or day stays the parts that it has."""
    year, month, day = (_number(found, name) for name in ("year", "month", "day"))
    if year and month and day and 0 < year <= 9999 and 0 < month <= 12 and 0 < day <= 31:
        return f"{year:04d}-{month:02d}-{day:02d}"
    return found


def _decimal(found: Pairs) -> Node:
    """`value` is of the kind `RAW`, and so the unscaled number's bytes in hex."""
    scale, digits = _number(found, "scale"), dict(found).get("value", "")
    text = values.decimal(bytes.fromhex(digits), scale) if scale is not None else None
    return found if text is None else Number(text)


def _value(found: Pairs) -> Node:
    """The value itself; `null_value` and nothing at all are null."""
    name, value = found[-1] if found else ("null_value", None)
    return None if name == "null_value" else value


def _struct(found: Pairs) -> Node:
    return next((value for name, value in found if name == "fields"), Pairs())


def _list(found: Pairs) -> Node:
    return next((value for name, value in found if name == "values"), [])


def _wrapped(found: Pairs) -> Node:
    return found[-1][1] if found else None


WRITTEN: Final = MappingProxyType[str, Callable[[Pairs], Node]](
    {
        "google.protobuf.Timestamp": _timestamp,
        "google.protobuf.Duration": _duration,
        "google.protobuf.Struct": _struct,
        "google.protobuf.Value": _value,
        "google.protobuf.ListValue": _list,
        "google.type.Date": _date,
        "google.type.Decimal": _wrapped,
        "confluent.type.Decimal": _decimal,
        **{
            f"google.protobuf.{kind}Value": _wrapped
            for kind in ("Double", "Float", "Int64", "UInt64", "Int32", "UInt32", "Bool", "String", "Bytes")
        },
    }
)
