"""Numbers of organisations that no country's own file tells apart: VAT numbers of the Union, Handelsregister, Y-tunnus, UID, LEI."""

from typing import Final

from stdnum import lei
from stdnum.ch import uid
from stdnum.de import vat as german
from stdnum.ee import registrikood
from stdnum.eu import vat as european
from stdnum.fi import ytunnus
from stdnum.lt import pvm

from streams.inspect.detect.identifiers import SHAPED, Identifier, Reading, bare

VAT: Final = (
    r"(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|PL|PT|RO|SE|SI|SK|XI)[ -]?[0-9A-Z]{2}[0-9]{5,8}[0-9A-Z]{0,3}",
)
GERMAN: Final = (r"DE ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}(?:-[0-9]{5})?",)
REGISTER: Final = (r"HR[AB] ?[0-9]{1,6} ?[A-Z]{0,2}",)
FINNISH: Final = (r"[0-9]{7}-[0-9]",)
SWISS: Final = (r"CHE[ -]?[0-9]{3}\.?[0-9]{3}\.?[0-9]{3}(?: ?(?:MWST|TVA|IVA))?",)
LITHUANIAN: Final = (r"(?:LT)?[0-9]{9}(?:[0-9]{3})?",)
ESTONIAN: Final = (r"[0-9]{8}",)
LEI: Final = (r"[0-9A-Z]{18}[0-9]{2}",)


def read_european(written: str) -> Reading | None:
    """The check of the country that its first letters name."""
    return Reading(0.86, alone=False) if european.is_valid(bare(written)) else None


def read_german(written: str) -> Reading | None:
    """USt-IdNr, and with its five digits for a branch the Wirtschafts-Identifikationsnummer."""
    return Reading(0.86, alone=False) if german.is_valid(bare(written)[:11]) else None


def read_register(written: str) -> Reading | None:
    """HRA and HRB have no check digit."""
    return Reading(0.8, alone=False, evidence=SHAPED)


def read_finnish(written: str) -> Reading | None:
    """Modulus 11."""
    return Reading(0.86, alone=False) if ytunnus.is_valid(written) else None


def read_swiss(written: str) -> Reading | None:
    """CHE and modulus 11."""
    return Reading(0.86, alone=False) if uid.is_valid(bare(written)[:12]) else None


def read_lithuanian(written: str) -> Reading | None:
    """Įmonės kodas (nine digits, the check of a VAT number of that length) and PVM kodas."""
    number = written[2:] if written[0].isalpha() else written
    checks = pvm.calc_check_digit(number[:-1]) == number[-1]
    return Reading(0.84, alone=False) if checks and pvm.is_valid(written) else None


def read_estonian(written: str) -> Reading | None:
    """Registrikood."""
    return Reading(0.84, alone=False) if registrikood.is_valid(written) else None


def read_lei(written: str) -> Reading | None:
    """Modulus 97."""
    return Reading(0.86, alone=False) if lei.is_valid(written) else None


IDENTIFIERS: Final = (
    Identifier("ORGANIZATION_NUMBER", "EuVat", read_european, beside=VAT),
    Identifier("ORGANIZATION_NUMBER", "DeVatId", read_german, beside=GERMAN),
    Identifier("ORGANIZATION_NUMBER", "DeHandelsregister", read_register, beside=REGISTER),
    Identifier("ORGANIZATION_NUMBER", "FiYtunnus", read_finnish, beside=FINNISH),
    Identifier("ORGANIZATION_NUMBER", "ChUid", read_swiss, beside=SWISS),
    Identifier("ORGANIZATION_NUMBER", "LtPvm", read_lithuanian, beside=LITHUANIAN),
    Identifier("ORGANIZATION_NUMBER", "EeRegistrikood", read_estonian, beside=ESTONIAN),
    Identifier("ORGANIZATION_NUMBER", "Lei", read_lei, beside=LEI),
)
