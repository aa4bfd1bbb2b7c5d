"""Germany: Steuer-ID, Rentenversicherungsnummer, health insurance number, identity card and passport."""

from collections import Counter
from typing import Final

from stdnum.iso7064 import mod_11_10

from streams.inspect.detect.days import exists
from streams.inspect.detect.identifiers import SHAPED, Identifier, Reading, bare

TAX: Final = (r"[0-9]{11}", r"[0-9]{2} [0-9]{3} [0-9]{3} [0-9]{3}")
PENSION: Final = (r"[0-9]{8}[A-Za-z][0-9]{3}", r"[0-9]{2} [0-9]{6} ?[A-Za-z] ?[0-9]{3}")
HEALTH: Final = (r"[A-Z] ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}",)
DOCUMENT: Final = (r"[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}(?:[0-9]D?|D)?",)  # nine characters, and perhaps their check digit
CARD: Final = (*DOCUMENT, r"[0-9]{9}")  # before 2010 in digits alone
ICAO: Final = (7, 3, 1) * 3
PENSION_WEIGHTS: Final = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)  # VKVV § 4
DOUBLED_BIRTHDAYS: Final = 50  # added to the day where the numbers of a birthday have run out


def read_tax_id(written: str) -> Reading | None:
    """ISO 7064 mod 11,10, and one of the first ten digits stands there twice or thrice: 0.4 % of random numbers. Tests begin with 0."""
    number = bare(written)
    if len(set(number[:10])) not in (8, 9):
        return None
    repeated = [times for times in Counter(number[:10]).values() if times > 1]
    if len(repeated) != 1 or repeated[0] > 3 or any(digit * 3 in number[:10] for digit in "0123456789"):
        return None
    if not mod_11_10.is_valid(number):
        return None
    return Reading(0.86 if written.isdigit() else 0.92, test=number[0] == "0")  # of eleven bare digits also many a PESEL


def read_pension(written: str) -> Reading | None:
    """Birthday, the birth name's initial and a check digit."""
    number = bare(written)
    day, month, year = int(number[2:4]), int(number[4:6]), int(number[6:8])
    day -= DOUBLED_BIRTHDAYS if day > DOUBLED_BIRTHDAYS else 0
    if not (exists(1900 + year, month, day) or exists(2000 + year, month, day)):
        return None
    digits = f"{number[:8]}{ord(number[8]) - 64:02d}{number[9:11]}"
    total = sum(sum(divmod(int(digit) * weight, 10)) for digit, weight in zip(digits, PENSION_WEIGHTS, strict=True))
    return Reading(0.96) if total % 10 == int(number[11]) else None


def read_health(written: str) -> Reading | None:
    """One random number in ten has the check digit: never alone."""
    number = bare(written)
    digits = f"{ord(number[0]) - 64:02d}{number[1:9]}"
    total = sum(sum(divmod(int(digit) * weight, 10)) for digit, weight in zip(digits, (1, 2) * 5, strict=True))
    return Reading(0.85, alone=False) if total % 10 == int(number[9]) else None


def read_document(written: str) -> Reading | None:
    """The check digit of ICAO 9303 where it is written; the nine characters by themselves tell less."""
    number = bare(written).removesuffix("D")
    if not any(char.isdigit() for char in number):
        return None
    values = [int(char, 36) for char in number]
    checked = values[-1] == sum(value * weight for value, weight in zip(values[:-1], ICAO, strict=False)) % 10
    return Reading(0.85, alone=False) if checked else Reading(0.75, alone=False, evidence=SHAPED)


IDENTIFIERS: Final = (
    Identifier("DE_TAX_ID", "DeTaxId", read_tax_id, TAX),
    Identifier("DE_SOCIAL_SECURITY", "DeSocialSecurity", read_pension, PENSION, PENSION),
    Identifier("DE_HEALTH_INSURANCE", "DeHealthInsurance", read_health, beside=HEALTH),
    Identifier("DE_ID_CARD", "DeIdCard", read_document, beside=CARD),
    Identifier("DE_PASSPORT", "DePassport", read_document, beside=DOCUMENT),
)
