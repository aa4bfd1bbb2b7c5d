"""Python's cyclic collector where one message after another is inspected."""

import gc
from typing import Final

YOUNG: Final = 20_000  # objects more made than freed before the collector looks; a message makes some hundreds, and no cycles among them


def settle() -> None:
    """What is loaded stays, so the collector need not walk it again; of what messages leave behind it looks at more at a time.

    Both together took a quarter of the time of an ordinary message before, the second a tenth.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 100)
