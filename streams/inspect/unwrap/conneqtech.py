"""Recognise Conneqtech's telemetry and rides: changes of a device's state under dotted keys, the state itself, and trips."""

from typing import Final

from streams.inspect.jsontree import Node, Pairs
from streams.inspect.unwrap.content import Content
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.shapes import Shape, whole

_STATE: Final = "payloadstate"
_TIMES: Final = ("dts", "tracker.loc.dtg")  # of the device and of its position, below the state
_RIDE: Final = ("distancetraveled", "avgspeed", "calories")


def _is_ride(fields: Fields) -> bool:
    """A trip with its start and figures, or the payload that a device sends on one."""
    trip = fields.has("startdate") and fields.any("enddate", *_RIDE) and fields.any("userid", "imei") and fields.any(*_RIDE)
    return trip or (fields.has("imei", "ttype") and any(isinstance(fields.get(name), Pairs) for name in ("tracker", "device")))


def _may_be_ride(fields: Fields) -> bool:
    return fields.any("startdate", "enddate") and fields.any(*_RIDE)


def _open_ride(fields: Fields, draft: Draft) -> Content:
    draft.claim("interchange", fields, "rideid", "id")
    draft.happened = fields.time("startdate", "enddate")
    if draft.happened is None:
        draft.happened = _time_below(fields)
    return whole(fields)


def _is_telemetry(fields: Fields) -> bool:
    """A device by its IMEI, or changes under dotted keys of its state."""
    if fields.has("imei"):
        return fields.any(_STATE, "changes", "devicetype", "tracker") or any(name.startswith(f"{_STATE}.") for name in fields.names())
    changes = fields.get("changes")
    return isinstance(changes, Pairs) and any(name.startswith("payload_state.") for name, _ in changes)


def _may_be_telemetry(fields: Fields) -> bool:
    """Also the bike that a device is built into."""
    return fields.any("imei", _STATE, "framenumber", "lastlocation") or (fields.has("type") and isinstance(fields.get("changes"), Pairs))


def _open_telemetry(fields: Fields, draft: Draft) -> Content:
    """The document is its own body; a dotted key is one key."""
    draft.claim("step", fields, "type")
    draft.happened = _time_below(fields)
    return whole(fields)


def _time_below(fields: Fields) -> int | None:
    """When the device spoke: below the state or the changes, or beside them, as objects or under dotted keys."""
    changes = fields.get("changes")
    for root in (Fields(changes) if type(changes) is Pairs else None, fields):
        for name in _TIMES if root is not None else ():
            for dotted in (f"{_STATE}.{name}", name):
                found = _below(root, dotted)
                if found is not None:
                    return found
    return None


def _below(fields: Fields | None, dotted: str) -> int | None:
    if fields is None:
        return None
    found = fields.time(dotted)
    if found is not None:
        return found
    first, _, rest = dotted.partition(".")
    inner: Node = fields.get(first) if rest else None
    return _below(Fields(inner), rest) if type(inner) is Pairs else None


SHAPES: Final = (
    Shape("conneqtech.ride", "conneqtech", _is_ride, _may_be_ride, _open_ride, listed=True),
    Shape("conneqtech.telemetry", "conneqtech", _is_telemetry, _may_be_telemetry, _open_telemetry, listed=True),
)
