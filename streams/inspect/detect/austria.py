"""Austria: the Sozialversicherungsnummer, four digits and a birthday."""

from typing import Final

from stdnum.at import uid, vnr

from streams.inspect.detect.days import exists
from streams.inspect.detect.identifiers import Identifier, Reading, bare

SVNR: Final = (r"[0-9]{10}", r"[0-9]{4} [0-9]{6}")
VAT: Final = (r"ATU ?[0-9]{8}",)
OVERFLOW: Final = 13  # months from here on are given where a birthday's numbers have run out


def read_svnr(written: str) -> Reading | None:
    """Modulus 11 and a date: 0.3 % of random numbers; without its space too many ids of ten digits are one."""
    number = bare(written)
    day, month, year = int(number[4:6]), int(number[6:8]), int(number[8:])
    dated = exists(1900 + year, month, day) or exists(2000 + year, month, day)
    if number[0] == "0" or not (dated or month in range(OVERFLOW, OVERFLOW + 3)) or vnr.calc_check_digit(number) != number[3]:
        return None
    spaced = dated and " " in written
    return Reading(0.92 if spaced else 0.85, spaced)


def read_vat(written: str) -> Reading | None:
    """A company's: told apart, never alone."""
    return Reading(0.86, alone=False) if uid.is_valid(written) else None


IDENTIFIERS: Final = (
    Identifier("AT_SVNR", "AtSvnr", read_svnr, SVNR),
    Identifier("ORGANIZATION_NUMBER", "AtUid", read_vat, beside=VAT),
)
