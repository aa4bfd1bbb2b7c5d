"""Lithuania, Latvia and Estonia: asmens kodas, personas kods (dated, and since 2017 undated), isikukood."""

from typing import Final

from stdnum.ee import ik
from stdnum.lv import pvn

from streams.inspect.detect.days import exists, likely
from streams.inspect.detect.identifiers import CHECKED, SHAPED, Identifier, Reading, bare

ELEVEN: Final = (r"[0-9]{11}",)
LATVIAN: Final = (*ELEVEN, r"[0-9]{6}-[0-9]{5}")
CENTURIES: Final = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}  # the first digit, which tells the sex too
TEST_CODES: Final = frozenset({"60001019906", "60001018800", "50001018865"})  # of SK ID Solutions' test phones
UNDATED: Final = "32"  # what the codes without a birthday begin with; 33 to 39 are kept for later
NO_BIRTHDAY: Final = "9"  # an asmens kodas whose owner's birthday is not known


def read_asmens_kodas(written: str) -> Reading | None:
    """Date and check digit: 0.1 % of random numbers. An Estonian isikukood reads the same."""
    if ik.calc_check_digit(written) != written[-1]:
        return None
    if written[0] == NO_BIRTHDAY:
        return Reading(0.75, alone=False)
    century = CENTURIES.get(written[0])
    if century is None or not exists(year := century + int(written[1:3]), int(written[3:5]), int(written[5:7])):
        return None
    return Reading(0.87, alone=likely(year), test=written in TEST_CODES)


def read_isikukood(written: str) -> Reading | None:
    """As the Lithuanian code, but for those without a birthday: alone it is read as that, beside a witness as Estonian."""
    reading = read_asmens_kodas(written)
    return Reading(reading.score, False, reading.evidence, reading.test) if reading and written[0] != NO_BIRTHDAY else None


def read_personas_kods(written: str) -> Reading | None:
    """Birthday, century and check digit; an undated code has nothing that says so for sure but its first two digits."""
    number = bare(written)
    checked = pvn.calc_check_digit_pers(number[:-1]) == number[-1]
    evidence = CHECKED if checked else SHAPED
    if number[0] == "3" and number[1] >= "2":
        return Reading(0.88 if checked else 0.75, checked and number.startswith(UNDATED), evidence)
    year = 1800 + 100 * int(number[6]) + int(number[4:6])
    if number[6] > "2" or not exists(year, int(number[2:4]), int(number[:2])):
        return None
    return Reading(0.92 if checked else 0.7, checked and likely(year), evidence)


IDENTIFIERS: Final = (
    Identifier("LT_ASMENS_KODAS", "LtAsmensKodas", read_asmens_kodas, ELEVEN),
    Identifier("LV_PERSONAS_KODS", "LvPersonasKods", read_personas_kods, LATVIAN),
    Identifier("EE_ISIKUKOOD", "EeIsikukood", read_isikukood, beside=ELEVEN),
)
