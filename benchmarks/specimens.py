"""Specimens of every identifier: valid ones, random texts of the same shape, and words that witness them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Final

from stdnum import ean

from benchmarks import issuers

Make = Callable[[Random], str]


@dataclass(frozen=True, slots=True)
class Specimen:
    """One identifier. `shape`: 9 a digit, A a letter, X either, all else as it stands; what a random look-alike is made of."""

    entity: str
    name: str
    valid: Make
    shape: str
    key: str  # a field's name
    words: tuple[str, ...]  # that stand before it in a text, in its own language and others
    check: int = -1  # where the check digit stands, from the end of what is written; 0 where there is none
    alone: bool = True  # accepted by less than one in a hundred look-alikes, so that it needs no witness


_strong, _weak = Specimen, partial(Specimen, alone=False)
D9, D10, D11 = "9" * 9, "9" * 10, "9" * 11

SPECIMENS: Final = (
    _strong("NO_FODSELSNUMMER", "fødselsnummer, D- and H-number", issuers.norwegian, D11, "fnr", ("fødselsnummer", "national id")),
    _strong("SE_PERSONNUMMER", "personnummer", issuers.swedish, D10, "personnummer", ("samordningsnummer", "personnumret är")),
    _weak("DK_CPR", "CPR number", issuers.danish, "999999-9999", "cprNummer", ("CPR-nummer", "personnummer", "cpr"), check=0),
    _weak("NL_BSN", "burgerservicenummer", issuers.dutch, D9, "bsn", ("BSN", "burgerservicenummer", "citizen service number")),
    _strong("DE_TAX_ID", "Steuer-ID", issuers.german_tax, D11, "steuerId", ("Steuer-ID", "Steueridentifikationsnummer")),
    _strong("DE_SOCIAL_SECURITY", "Rentenversicherungsnummer", issuers.pension, "99999999A999", "rvnr", ("Rentenversicherungsnummer",)),
    _weak("DE_HEALTH_INSURANCE", "Krankenversichertennummer", issuers.health, "A999999999", "kvnr", ("Versichertennummer",)),
    _weak("DE_ID_CARD", "Personalausweis", issuers.icao, "AXXXXXXXX9", "personalausweisnummer", ("Personalausweis", "Ausweisnummer")),
    _weak("DE_PASSPORT", "Reisepass", lambda rng: issuers.icao(rng)[:9], "AXXXXXXX9", "reisepassnummer", ("Reisepass",)),
    _strong("CH_AHV", "AHV number", issuers.swiss, "9999999999999", "ahvNummer", ("AHV-Nummer", "numéro AVS")),
    _strong("LT_ASMENS_KODAS", "asmens kodas", issuers.baltic, D11, "asmensKodas", ("asmens kodas", "asmens kodą")),
    _strong("LV_PERSONAS_KODS", "personas kods", issuers.latvian, D11, "personasKods", ("personas kods", "Latvian personal code")),
    _weak("EE_ISIKUKOOD", "isikukood", issuers.baltic, D11, "isikukood", ("isikukood", "isikukoodi")),
    _strong("FI_PERSONAL_IDENTITY_CODE", "henkilötunnus", issuers.finnish, "999999-999X", "hetu", ("henkilötunnus", "personbeteckning")),
    _strong("IS_KENNITALA", "kennitala", issuers.icelandic, D10, "kennitala", ("kennitala", "kt."), check=-2),
    _strong("PL_PESEL", "PESEL", issuers.polish, D11, "pesel", ("PESEL", "numer PESEL")),
    _strong("BE_NATIONAL_NUMBER", "rijksregisternummer, bis number", issuers.belgian, D11, "insz", ("INSZ", "numéro national")),
    _strong("FR_NIR", "NIR", issuers.french, "999999999999999", "nir", ("numéro de sécurité sociale", "NIR")),
    _weak("ES_NIF", "DNI", issuers.spanish, "99999999A", "dni", ("DNI", "documento nacional de identidad")),
    _weak("ES_NIE", "NIE", issuers.foreigner, "A9999999A", "nie", ("NIE",)),
    _strong("IT_FISCAL_CODE", "codice fiscale", issuers.italian, "AAAAAA99A99A999A", "codiceFiscale", ("codice fiscale",)),
    _weak("IE_PPS", "PPS number", issuers.irish, "9999999A", "ppsn", ("PPS number", "PPSN")),
    _weak("AT_SVNR", "Sozialversicherungsnummer", issuers.austrian, D10, "svnr", ("SVNR", "Sozialversicherungsnummer"), check=-7),
    _weak("PT_NIF", "NIF of a person", issuers.portuguese, D9, "contribuinte", ("contribuinte", "NIF")),
    _weak("CZ_RODNE_CISLO", "rodné číslo", issuers.czech, D10, "rodneCislo", ("rodné číslo", "rodného čísla")),
    _weak("UK_NINO", "National Insurance number", issuers.insured, "AA999999A", "nino", ("National Insurance number",), check=0),
    _weak("UK_NHS", "NHS number", issuers.patient, D10, "nhsNumber", ("NHS number",)),
    _strong("VIN", "VIN of North America", issuers.american_vin, "XXXXXXXXXXXXXXXXX", "vin", ("VIN", "Fahrgestellnummer"), check=-9),
    _weak("VIN", "VIN of Europe", issuers.european_vin, "XXXXXXXXXXXXXXXXX", "vin", ("VIN", "understellsnummer"), check=0),
    _weak("LICENSE_PLATE", "licence plate", issuers.plate, "AA 99999", "licensePlate", ("Kennzeichen", "kenteken"), check=0),
    _strong("PASSPORT", "machine-readable zone", issuers.mrz, "XXXXXXXXX9AAA9999999A9999999" + "X" * 14 + "99", "mrz", ("MRZ",)),
    _weak("IMEI", "IMEI", issuers.imei, "999999999999999", "imei", ("IMEI",)),
)  # fmt: skip


def strangers(rng: Random) -> Iterator[str]:
    """What stands in the same fields and is nobody's: dates, stamps, order numbers, GTINs, amounts, pieces of UUIDs."""
    day = date(2024, 1, 1) + timedelta(days=rng.randrange(900))
    stem = rng.choice(("70", "73", "57", "87", "40")) + issuers.digits(rng, 10)
    yield from (f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y}", f"{day:%Y%m%d}{issuers.digits(rng, 4)}", f"{day:%y%m%d}{issuers.digits(rng, 4)}")
    yield from (f"{day:%Y%m%d}{rng.randrange(24):02}{rng.randrange(60):02}", f"17{issuers.digits(rng, 8)}", f"17{issuers.digits(rng, 11)}")
    yield from (
        f"SO-{issuers.digits(rng, 6)}",
        f"{issuers.digits(rng, 2)}-{issuers.digits(rng, 6)}",
        stem + ean.calc_check_digit(stem),
        f"{issuers.digits(rng, 5)}.{issuers.digits(rng, 2)}",
    )
    yield from (f"{rng.getrandbits(48):012x}", f"{rng.getrandbits(32):08x}", f"{rng.getrandbits(32):08x}-{rng.getrandbits(16):04x}")
