"""Spain and Portugal: DNI and NIE, NIF of persons; the numbers of companies told apart."""

from typing import Final

from stdnum.es import cif, dni, nie
from stdnum.pt import nif

from streams.inspect.detect.identifiers import Identifier, Reading, bare

DNI: Final = (r"[0-9]{8}[\- ]?[A-Z]", r"[0-9]{2}\.[0-9]{3}\.[0-9]{3}[\- ]?[A-Z]", r"[KLM][\-]?[0-9]{7}[\-]?[A-Z]")
NIE: Final = (r"[XYZ][\- ]?[0-9]{7}[\- ]?[A-Z]",)
CIF: Final = (r"(?:ES)?[ABCDEFGHJNPQRSUVW][\-]?[0-9]{7}[\-]?[0-9A-J]",)
NIF: Final = (r"[0-9]{9}", r"[0-9]{3} [0-9]{3} [0-9]{3}")
MINORS: Final = "KLM"  # before the number of a child, of a Spaniard abroad, of a foreigner without NIE
PERSONS: Final = ("1", "2", "3", "45")  # what the NIF of a person begins with; 45: who does not live in Portugal


def read_dni(written: str) -> Reading | None:
    """One control letter of 23: never alone."""
    number = bare(written)
    number = number[1:].zfill(9) if number[0] in MINORS else number
    return Reading(0.85, alone=False) if dni.is_valid(number) else None


def read_nie(written: str) -> Reading | None:
    """One control letter of 23: never alone."""
    return Reading(0.86, alone=False) if nie.is_valid(bare(written)) else None


def read_cif(written: str) -> Reading | None:
    """A company's: told apart, never alone."""
    return Reading(0.85, alone=False) if cif.is_valid(bare(written).removeprefix("ES")) else None


def _checks(number: str) -> bool:
    return bool(nif.calc_check_digit(number[:-1]) == number[-1] and nif.is_valid(number))


def read_nif(written: str) -> Reading | None:
    """One check digit of ten, and the first digits of persons: never alone."""
    number = bare(written)
    return Reading(0.85, alone=False) if number.startswith(PERSONS) and _checks(number) else None


def read_nipc(written: str) -> Reading | None:
    """The same number of a company: told apart, never alone."""
    number = bare(written)
    return Reading(0.84, alone=False) if not number.startswith(PERSONS) and _checks(number) else None


IDENTIFIERS: Final = (
    Identifier("ES_NIF", "EsNif", read_dni, beside=DNI),
    Identifier("ES_NIE", "EsNie", read_nie, beside=NIE),
    Identifier("ORGANIZATION_NUMBER", "EsCif", read_cif, beside=CIF),
    Identifier("PT_NIF", "PtNif", read_nif, beside=NIF),
    Identifier("ORGANIZATION_NUMBER", "PtNipc", read_nipc, beside=NIF),
)
