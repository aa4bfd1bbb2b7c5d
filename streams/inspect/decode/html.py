"""Read an HTML body as the one text that it is: its tags are looked through where the text is searched."""

import re
from typing import Final

from schemas.words import Place
from streams.inspect.decode.leaves import Leaves
from streams.inspect.words import Path

_EMBEDDED: Final = re.compile(r"data:(?:image|audio|video|font|application)/[\w.+\-]{1,60};base64,", re.IGNORECASE)


def read_html(text: str, leaves: Leaves, place: Place, path: Path) -> bool:
    """Always true: the whole text is one leaf, tags and all, so that a finding's position is one in the text as it came."""
    if _EMBEDDED.search(text):
        leaves.reasons.add("content.binary")
    leaves.put(place, path, text)
    return True
