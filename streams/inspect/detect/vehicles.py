"""Vehicles: identification numbers (ISO 3779) and the licence plates of the countries of this traffic."""

from typing import Final

from streams.inspect.detect.identifiers import SHAPED, Identifier, Reading, weighted

VIN: Final = (r"[0-9A-HJ-NPR-Z]{13}[0-9]{4}",)
ANY_VIN: Final = (r"[0-9A-HJ-NPR-Z]{17}",)
VALUES: Final = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", "12345678123457923456789" + "0123456789", strict=True))
WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
CHECKED_REGIONS: Final = "12345L"  # North America (49 CFR 565) and China (GB 16735), where the ninth character is a check digit
LETTERS: Final = 3  # that a number must have at least, lest it be seventeen digits of something else
PLATES: Final = (
    r"[A-Z]{2}[ -]?[0-9]{4,5}",  # NO AB 12345, LV AB-1234
    r"[A-Z]{3}[ -]?[0-9]{2}[0-9A-Z]",  # SE ABC 12D, LT ABC 123, IS ABC 12
    r"[A-Z]{2}[ -]?[0-9]{2}[ -]?[0-9]{3}",  # DK AB 12 345
    r"[0-9A-Z]{2}-[0-9A-Z]{2}-[0-9A-Z]{2}|[0-9A-Z]{1,3}-[0-9A-Z]{2,3}-[0-9A-Z]{1,2}",  # NL 12-AB-34, AB-123-C, 1-ABC-23
    r"[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2}[ -]?[0-9]{1,4}[EH]?",  # DE B-AB 1234E
    r"[A-Z]{2}[0-9]{2} ?[A-Z]{3}",  # GB AB12 CDE
    r"[A-Z]{2,3}-[0-9]{1,3}",  # FI ABC-123
    r"[0-9]{3} ?[A-Z]{3}",  # EE 123 ABC
    r"[A-Z]{2,3} ?[0-9A-Z]{4,5}",  # PL WA 12345
    r"[A-Z]{2}[ -]?[0-9]{3}[ -]?[A-Z]{2}",  # FR AB-123-CD, IT AB 123 CD
    r"[0-9]{4} ?[A-Z]{3}",  # ES 1234 BCD
    r"[0-9][ -]?[A-Z]{3}[ -]?[0-9]{3}",  # BE 1-ABC-234
    r"[A-Z]{2}[ -]?[0-9]{1,6}",  # CH ZH 123456, AT W 12345 A
)  # fmt: skip


def read_vin(written: str) -> Reading | None:
    """Alone where the check digit is the law and holds; elsewhere seventeen characters beside a witness."""
    number = written.upper()
    if sum(char.isalpha() for char in number) < LETTERS or not any(char.isdigit() for char in number):
        return None
    remainder = weighted("".join(VALUES[char] for char in number), WEIGHTS) % 11
    if "0123456789X"[remainder] != number[8]:
        return Reading(0.8, alone=False, evidence=SHAPED)
    return Reading(0.9, alone=number[0] in CHECKED_REGIONS and number[-4:].isdigit())


def read_plate(written: str) -> Reading | None:
    """Letters and digits in some country's order: never alone."""
    if not any(char.isdigit() for char in written) or not any(char.isalpha() for char in written):
        return None
    return Reading(0.75, alone=False, evidence=SHAPED)


IDENTIFIERS: Final = (
    Identifier("VIN", "Vin", read_vin, VIN, ANY_VIN),
    Identifier("LICENSE_PLATE", "LicensePlate", read_plate, beside=PLATES),
)
