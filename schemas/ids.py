"""The id of a Flow, derived from coordinates alone: the same record has the same id on every run and machine."""

import base64
import hashlib

from schemas.flow import Coordinates
from schemas.model import canonical


def flow_id(at: Coordinates, part: int, revision: int) -> str:
    """`f_` and 26 characters of base32 over the canonical JSON of coordinates, part and revision (130 bits)."""
    text = canonical([at.cluster, at.topic, at.topic_id, at.partition, at.offset, part, revision])
    return "f_" + base64.b32encode(hashlib.sha256(text).digest()).decode().lower()[:26]
