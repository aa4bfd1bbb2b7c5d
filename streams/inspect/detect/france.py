"""France: the NIR (numéro de sécurité sociale), Corsica's departments included; SIREN and SIRET."""

import re
from typing import Final

from stdnum.fr import nir, siren, siret

from streams.inspect.detect.identifiers import SHAPED, Identifier, Reading, bare

NIR: Final = (
    r"[0-9]{15}",
    r"[1-478][0-9]{12} [0-9]{2}",
    r"[1-478][0-9]{4}2[AB][0-9]{6} ?[0-9]{2}",
    r"[1-478] [0-9]{2} [0-9]{2} (?:[0-9]{2}|2[AB]) [0-9]{3} [0-9]{3} [0-9]{2}",
    r"[1-478]\.[0-9]{2}\.[0-9]{2}\.(?:[0-9]{2}|2[AB])\.[0-9]{3}\.[0-9]{3}\.[0-9]{2}",
)
WITHOUT_KEY: Final = (r"[1-478][0-9]{4}(?:[0-9]{2}|2[AB])[0-9]{6}", r"[1-478] [0-9]{2} [0-9]{2} (?:[0-9]{2}|2[AB]) [0-9]{3} [0-9]{3}")
COMPANY: Final = (r"[0-9]{3} ?[0-9]{3} ?[0-9]{3}(?: ?[0-9]{5})?",)
MONTH: Final = re.compile(r"0[1-9]|1[0-2]|2[0-9]|3[0-9]|4[0-2]|[5-9][0-9]")  # from 20 on: not known, by a foreign register
SEXES, UNLIKELY = "12478", "478"  # first digits; the latter are given until the identity is proven


def read_nir(written: str) -> Reading | None:
    """Sex, month and a key modulo 97: one random number in 300; without the key beside a witness only."""
    number = bare(written)
    if number[0] not in SEXES or not MONTH.match(number, 3):
        return None
    if len(number) == 13:
        return Reading(0.75, alone=False, evidence=SHAPED)
    return Reading(0.95, alone=number[0] not in UNLIKELY) if nir.is_valid(number) else None


def read_company(written: str) -> Reading | None:
    """Luhn; told apart, never alone."""
    number = bare(written)
    return Reading(0.84, alone=False) if (siren if len(number) == 9 else siret).is_valid(number) else None


IDENTIFIERS: Final = (
    Identifier("FR_NIR", "FrNir", read_nir, NIR, WITHOUT_KEY),
    Identifier("ORGANIZATION_NUMBER", "FrSiren", read_company, beside=COMPANY),
)
