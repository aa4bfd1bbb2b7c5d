"""What a machine adds to each message it passes on: a UUID and an instant, which say nothing of anybody and name nothing."""

import re
from typing import Final

SHORTEST: Final = 20  # code points of an instant in whole seconds
UUID: Final = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
INSTANT: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})"
STAMP: Final = re.compile(f"({UUID})|{INSTANT}")


def is_stamp(text: str) -> bool:
    return len(text) >= SHORTEST and STAMP.fullmatch(text) is not None
