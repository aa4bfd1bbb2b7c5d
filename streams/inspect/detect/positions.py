"""Positions written in a text: decimal pairs, degrees and minutes. Beside a witness, since shops and depots have positions too."""

import re
from collections.abc import Iterator
from typing import Final

from streams.inspect.detect.candidate import Candidate

DECIMALS: Final = re.compile(
    r"(?<![0-9A-Za-z.,])(?P<lat>[-+]?[0-9]{1,2}\.[0-9]{3,8})°? ?[NS]?[,; ] ?(?P<lon>[-+]?[0-9]{1,3}\.[0-9]{3,8})(?:°? ?[EWØ])?"
    r"(?![0-9A-Za-z])(?!\.[0-9])"
)
DEGREES: Final = re.compile(
    r"(?<![0-9A-Za-z])(?P<lat>[0-9]{1,2})°[ ]?[0-9]{1,2}(?:[.,][0-9]{1,6})?['′’](?: ?[0-9]{1,2}(?:[.,][0-9]{1,4})?(?:\"|″|''|”))? ?[NS],? ?"
    r"(?P<lon>[0-9]{1,3})°[ ]?[0-9]{1,2}(?:[.,][0-9]{1,6})?['′’](?: ?[0-9]{1,2}(?:[.,][0-9]{1,4})?(?:\"|″|''|”))? ?[EWØ]"
)


def positions(text: str) -> Iterator[Candidate]:
    """Pairs that lie on the globe."""
    if "." in text or "°" in text:
        for pattern in (DECIMALS, DEGREES):
            for found in pattern.finditer(text):
                if abs(float(found.group("lat"))) <= 90 and abs(float(found.group("lon"))) <= 180:
                    yield Candidate(*found.span(), "GEO", "Position", 0.8, ("pattern",))
