"""Iceland: kennitölur of persons; an organisation's, 40 added to the day, is told apart."""

from typing import Final

from stdnum.is_ import kennitala

from streams.inspect.detect.days import exists, likely
from streams.inspect.detect.identifiers import CHECKED, SHAPED, Identifier, Reading, bare

KENNITALA: Final = (r"[0-9]{10}", r"[0-9]{6}-[0-9]{4}")
BESIDE: Final = (r"[0-9]{6} [0-9]{4}",)
CENTURIES: Final = {"8": 1800, "9": 1900, "0": 2000}  # the last digit
LOWEST: Final = 20  # the seventh and eighth digit are given from here on
ORGANISATION: Final = 40  # added to the day of registration
ROBOTS: Final = frozenset({"0101302129", "0101302399", "0101302989", "0101303019", "0101304929", "0101307789"})  # gervimenn, for tests


def read_kennitala(written: str) -> Reading | None:
    """Date, century and modulus 11: 0.1 % of random numbers. Without the check digit, as given since February 2026: beside a witness."""
    number = bare(written)
    century = CENTURIES.get(number[9])
    if century is None or int(number[6:8]) < LOWEST:
        return None
    if not exists(year := century + int(number[4:6]), int(number[2:4]), int(number[:2])):
        return None
    checked = kennitala.checksum(number) == 0
    score = 0.945 if checked and "-" in written else 0.88 if checked else 0.83
    return Reading(score, checked and likely(year), CHECKED if checked else SHAPED, number in ROBOTS)


def read_organisation(written: str) -> Reading | None:
    """Never alone: told apart, so that it is not taken for a person's."""
    number = bare(written)
    day = int(number[:2]) - ORGANISATION
    century = CENTURIES.get(number[9])
    if century is None or day < 1 or not exists(century + int(number[4:6]), int(number[2:4]), day):
        return None
    return Reading(0.85, alone=False) if kennitala.checksum(number) == 0 else None


IDENTIFIERS: Final = (
    Identifier("IS_KENNITALA", "IsKennitala", read_kennitala, KENNITALA, BESIDE),
    Identifier("ORGANIZATION_NUMBER", "IsOrganisationNumber", read_organisation, beside=KENNITALA),
)
