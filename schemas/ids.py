"""The id of a Flow, derived from coordinates alone: the same record has the same id on every run and machine."""

import hashlib
from typing import Final

from schemas.flow import Coordinates
from schemas.model import canonical

_SIGNS: Final = "abcdefghijklmnopqrstuvwxyz234567"  # base32 (RFC 4648 §6), five bits each, in lower case
_PAIRS: Final = tuple(first + second for first in _SIGNS for second in _SIGNS)  # two at a time: a tenth of the library's time
_PLACES: Final = range(120, -1, -10)  # of 130 bits


def flow_id(at: Coordinates, part: int, revision: int) -> str:
    """`f_` and 26 characters of base32 over the canonical JSON of coordinates, part and revision (130 bits)."""
    text = canonical([at.cluster, at.topic, at.topic_id, at.partition, at.offset, part, revision])
    bits = int.from_bytes(hashlib.sha256(text).digest()[:17], "big") >> 6
    return "f_" + "".join([_PAIRS[bits >> at & 1023] for at in _PLACES])
