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
    century = CENTURIES.get(written[0])
    year = century + int(written[1:3]) if century else 0
    dated = century is not None and exists(year, int(written[3:5]), int(written[5:7]))
    if not (dated or written[0] == NO_BIRTHDAY) or ik.calc_check_digit(written) != written[-1]:
        return None
    return Reading(0.87, alone=likely(year), test=written in TEST_CODES) if dated else Reading(0.75, alone=False)


def read_isikukood(written: str) -> Reading | None:
    """As the Lithuanian code, but for those without a birthday: alone it is read as that, beside a witness as Estonian."""
    reading = read_asmens_kodas(written)
    return Reading(reading.score, False, reading.evidence, reading.test) if reading and written[0] != NO_BIRTHDAY else None


def read_personas_kods(written: str) -> Reading | None:
    """Birthday, century and check digit; an undated code has nothing that says so for sure but its first two digits."""
    number = bare(written)
    undated = number[0] == "3" and number[1] >= "2"
    year = 1800 + 100 * int(number[6]) + int(number[4:6])
    if not undated and (number[6] > "2" or not exists(year, int(number[2:4]), int(number[:2]))):
        return None
    checked = pvn.calc_check_digit_pers(number[:-1]) == number[-1]
    evidence = CHECKED if checked else SHAPED
    if undated:
        return Reading(0.88 if checked else 0.75, checked and number.startswith(UNDATED), evidence)
    return Reading(0.92 if checked else 0.7, checked and likely(year), evidence)


IDENTIFIERS: Final = (
    Identifier("LT_ASMENS_KODAS", "LtAsmensKodas", read_asmens_kodas, ELEVEN),
    Identifier("LV_PERSONAS_KODS", "LvPersonasKods", read_personas_kods, LATVIAN),
    Identifier("EE_ISIKUKOOD", "EeIsikukood", read_isikukood, beside=ELEVEN),
)
