"""Ireland: the Personal Public Service Number."""

from typing import Final

from stdnum.ie import pps

from streams.inspect.detect.identifiers import Identifier, Reading, bare

PPS: Final = (r"[0-9]{7}[\- ]?[A-W][ABHWTX]?",)


def read_pps(written: str) -> Reading | None:
    """One check letter of 23: never alone."""
    return Reading(0.85, alone=False) if pps.is_valid(bare(written)) else None


IDENTIFIERS: Final = (Identifier("IE_PPS", "IePps", read_pps, beside=PPS),)
