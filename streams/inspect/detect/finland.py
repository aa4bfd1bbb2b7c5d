"""Finland: the personal identity code, with the century signs that were added in 2023."""

from typing import Final

from stdnum.fi import hetu

from streams.inspect.detect.identifiers import Identifier, Reading

HETU: Final = (
    r"[0-9]{6}[-+][0-9]{3}[A-FHJ-NPR-Ya-fhj-npr-y]", r"[0-9]{6}[A-FU-Ya-fu-y][0-9]{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y]", r"[0-9]{6}-[0-9]{4}",
    r"[0-9]{6}\+[0-9]{4}",
)  # fmt: skip
APART: Final = (r"[0-9]{6} [-+A-FU-Y][0-9]{3}[0-9A-FHJ-NPR-Y]", r"[0-9]{6} ?[-+A-FU-Y] [0-9]{3}[0-9A-FHJ-NPR-Y]")  # beside a witness
CONTROL: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"  # by the remainder of all digits modulo 31
TEMPORARY: Final = 900  # individual numbers from here on are given to patients without identity and to test persons


def read_hetu(written: str) -> Reading | None:
    """Date and control character: one random code in 800."""
    code = written.upper().replace(" ", "")
    if CONTROL[int(code[:6] + code[7:10]) % 31] != code[10] or not hetu.is_valid(code, allow_temporary=True):
        return None
    looks_danish = code[-1].isdigit() and code[6] in "-+"  # it could be a CPR or a personnummer
    return Reading(0.91 if looks_danish else 0.96, test=int(code[7:10]) >= TEMPORARY)


IDENTIFIERS: Final = (Identifier("FI_PERSONAL_IDENTITY_CODE", "FiPersonalIdentityCode", read_hetu, HETU, (*HETU, *APART)),)
