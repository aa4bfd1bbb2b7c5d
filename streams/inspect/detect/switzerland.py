"""Switzerland: the AHV number, 756 and an EAN-13 check digit. No GTIN begins so: GS1's Swiss prefixes are 760 to 769."""

from typing import Final

from stdnum import ean

from streams.inspect.detect.identifiers import Identifier, Reading, bare

AHV: Final = (r"[0-9]{13}", r"756\.[0-9]{4}\.[0-9]{4}\.[0-9]{2}", r"756 [0-9]{4} [0-9]{4} [0-9]{2}")
SPECIMEN: Final = frozenset({"7569217076985"})  # on the specimen of the insurance card


def read_ahv(written: str) -> Reading | None:
    """One in ten thousand random numbers of thirteen digits."""
    number = bare(written)
    if not number.startswith("756") or not ean.is_valid(number):
        return None
    return Reading(0.97 if "." in written else 0.94, test=number in SPECIMEN)


IDENTIFIERS: Final = (Identifier("CH_AHV", "ChAhv", read_ahv, AHV),)
