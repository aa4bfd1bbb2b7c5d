"""Read an HTML body as the one text that it is: its tags are looked through where the text is searched."""

import re
from typing import Final

from schemas.words import Place
from streams.inspect.decode.leaves import Leaves
from streams.inspect.decode.nested import Binary
from streams.inspect.encodings import from_base64
from streams.inspect.filetypes import filetype
from streams.inspect.words import Path

_EMBEDDED: Final = re.compile(r"data:(?:image|audio|video|font|application)/[\w.+\-]{1,60};base64,([A-Za-z0-9+/]*+)", re.IGNORECASE)
_HEAD: Final = 400  # characters of base64 by which a type is told, a multiple of four


def read_html(text: str, leaves: Leaves, place: Place, path: Path) -> bool:
    """Always true: the whole text is one leaf, tags and all, so that a finding's position is one in the text as it came."""
    for found in _EMBEDDED.finditer(text):
        head = from_base64(found[1][:_HEAD])
        leaves.attach(place, path, Binary(filetype(head or b"") or "binary", len(found[1]) * 3 // 4))
    leaves.put(place, path, text)
    return True
