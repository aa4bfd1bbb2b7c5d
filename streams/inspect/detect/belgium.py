"""Belgium: the national register number, and the bis number of those outside the register."""

from typing import Final

from stdnum.be import vat

from streams.inspect.detect.days import LATEST, exists
from streams.inspect.detect.identifiers import Identifier, Reading, bare

NATIONAL: Final = (
    r"[0-9]{11}", r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}[\- ][0-9]{3}[.\-][0-9]{2}", r"[0-9]{6}[\- ][0-9]{3}[.\- ][0-9]{2}",
    r"[0-9]{2} [0-9]{2} [0-9]{2} [0-9]{3} [0-9]{2}",
)  # fmt: skip
ENTERPRISE: Final = (r"(?:BE ?)?[01][0-9]{3}[. ]?[0-9]{3}[. ]?[0-9]{3}",)
BIS: Final = (0, 20, 40)  # added to the month of a bis number: sex unknown, sex known
CENTURIES: Final = ((1900, ""), (2000, "2"))  # a birth since 2000 is checked with a 2 before it


def read_national(written: str) -> Reading | None:
    """Modulus 97 and a date: 0.2 % of random numbers. Whose birthday is not known has no date in it: beside a witness."""
    number = bare(written)
    for century, ahead in CENTURIES:
        if 97 - int(ahead + number[:9]) % 97 != int(number[9:]):
            continue
        year = century + int(number[:2])
        month = next((int(number[2:4]) - added for added in BIS if 0 <= int(number[2:4]) - added <= 12), None)
        if month is None or year > LATEST:
            continue
        dated = exists(year, month, int(number[4:6]))
        return Reading(0.97 if dated and len(written) > 11 else 0.9 if dated else 0.75, dated)
    return None


def read_enterprise(written: str) -> Reading | None:
    """Modulus 97; told apart, never alone."""
    return Reading(0.86, alone=False) if vat.is_valid(written) else None


IDENTIFIERS: Final = (
    Identifier("BE_NATIONAL_NUMBER", "BeNationalNumber", read_national, NATIONAL),
    Identifier("ORGANIZATION_NUMBER", "BeEnterpriseNumber", read_enterprise, beside=ENTERPRISE),
)
