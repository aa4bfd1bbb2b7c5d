"""Poland: PESEL; NIP and REGON, the numbers of organisations and of sole traders."""

from typing import Final

from stdnum.pl import nip, pesel, regon

from streams.inspect.detect.days import exists, likely
from streams.inspect.detect.identifiers import Identifier, Reading, bare

PESEL: Final = (r"[0-9]{11}",)
NIP: Final = (r"[0-9]{3}-?[0-9]{3}-?[0-9]{2}-?[0-9]{2}", r"[0-9]{3}-[0-9]{2}-[0-9]{2}-[0-9]{3}")
REGON: Final = (r"[0-9]{9}(?:[0-9]{5})?",)
CENTURIES: Final = (1900, 2000, 2100, 2200, 1800)  # by the twenties that are added to the month


def read_pesel(written: str) -> Reading | None:
    """Date and check digit: 0.5 % of random numbers where the birth lies in our time; of other centuries beside a witness only."""
    century, month = divmod(int(written[2:4]), 20)
    if not exists(year := CENTURIES[century] + int(written[:2]), month, int(written[4:6])):
        return None
    return Reading(0.87, alone=likely(year)) if pesel.calc_check_digit(written[:-1]) == written[-1] else None


def read_nip(written: str) -> Reading | None:
    """One random number in eleven: never alone."""
    return Reading(0.85, alone=False) if nip.is_valid(bare(written)) else None


def read_regon(written: str) -> Reading | None:
    """One random number in eleven: never alone."""
    return Reading(0.84, alone=False) if regon.calc_check_digit(written[:-1]) == written[-1] and regon.is_valid(written) else None


IDENTIFIERS: Final = (
    Identifier("PL_PESEL", "PlPesel", read_pesel, PESEL),
    Identifier("ORGANIZATION_NUMBER", "PlNip", read_nip, beside=NIP),
    Identifier("ORGANIZATION_NUMBER", "PlRegon", read_regon, beside=REGON),
)
