"""Find the text in bytes that nobody can read by a schema: runs of printable characters, a line each."""

import re
from typing import Final

_RUN: Final = re.compile(r"[^\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]{4,}")  # shorter ones come about by chance


def runs(data: bytes) -> str:
    """All runs that are UTF-8, one a line; empty where there are none."""
    text, out = data.decode("utf-8", "replace"), bytearray()  # a string for each of a million runs would take ten times their letters
    for run in _RUN.finditer(text):
        if found := run[0].strip():
            out += b"\n" if out else b""
            out += found.encode()
    return out.decode()
