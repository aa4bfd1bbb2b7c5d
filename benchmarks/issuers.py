"""Identifiers as their issuers make them, at random: for measuring what is found, never kept."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Final

from stdnum import ean, luhn
from stdnum.at import vnr
from stdnum.be import nn
from stdnum.ch import ssn
from stdnum.ee import ik
from stdnum.es import dni
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.ie import vat
from stdnum.is_ import kennitala
from stdnum.iso7064 import mod_11_10
from stdnum.it import codicefiscale
from stdnum.lv import pvn
from stdnum.nl import bsn
from stdnum.no import fodselsnummer
from stdnum.pl import pesel
from stdnum.pt import nif

CONSONANTS, LETTERS = "BCDFGHLMNPRSTVZ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ICAO, VIN = "0123456789CFGHJKLMNPRTVWXYZ", "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
VIN_VALUES: Final = dict(zip(VIN, "012345678912345678123457923456789", strict=True))
VIN_WEIGHTS: Final = (*range(8, 1, -1), 10, 0, *range(9, 1, -1))


def digits(rng: Random, count: int) -> str:
    """So many random digits."""
    return "".join(rng.choices("0123456789", k=count))


def alike(shape: str, rng: Random) -> str:
    """A random text of the shape."""
    kinds = {"9": "0123456789", "A": LETTERS, "X": LETTERS + "0123456789"}
    return "".join(rng.choice(kinds[char]) if char in kinds else char for char in shape)


def born(rng: Random) -> date:
    """A birthday between 1930 and 2011."""
    return date(1930, 1, 1) + timedelta(days=rng.randrange(81 * 365))


def tried(make: Callable[[], str | None]) -> str:
    """The first that is one: some stems have no check digit."""
    return next(found for found in iter(make, "") if found)


def norwegian(rng: Random) -> str:
    """Fødselsnummer, D- and H-numbers, and those of test persons."""

    def one() -> str | None:
        day = born(rng)
        serial = f"{rng.randrange(500):03}" if day.year < 2000 else f"{rng.randrange(500, 1000):03}"
        added_day, added_month = rng.choice(((0, 0), (0, 0), (40, 0), (0, 40), (0, 80), (40, 80), (0, 65)))
        stem = f"{day.day + added_day:02}{day.month + added_month:02}{day.year % 100:02}{serial}"
        first = fodselsnummer.calc_check_digit1(stem)
        number = stem + first + fodselsnummer.calc_check_digit2(stem + first)
        return number if len(number) == 11 else None

    number = tried(one)
    return rng.choice((number, f"{number[:6]} {number[6:]}"))


def swedish(rng: Random) -> str:
    """Personnummer and samordningsnummer, in their four written forms."""
    day = born(rng)
    stem = f"{day:%y%m}{day.day + rng.choice((0, 0, 60)):02}{digits(rng, 3)}"
    number = stem + str(luhn.calc_check_digit(stem))
    return rng.choice((f"{day:%C}{number}", f"{day:%C}{number[:6]}-{number[6:]}", f"{number[:6]}-{number[6:]}", number))


def danish(rng: Random) -> str:
    """CPR with its hyphen, without modulus 11."""
    day = born(rng)
    century = rng.choice("0123") if day.year < 2000 else rng.choice("4567" if day.year < 2037 else "")
    return f"{day:%d%m%y}-{century}{digits(rng, 3)}"


def dutch(rng: Random) -> str:
    """BSN."""

    def one() -> str | None:
        number = digits(rng, 9)
        return number if number[0] != "0" and bsn.is_valid(number) else None

    return tried(one)


def german_tax(rng: Random) -> str:
    """Steuer-ID."""
    order = rng.sample("0123456789", 10)
    order[order.index(next(d for d in order[1:] if d != order[0]))] = order[0]
    rng.shuffle(order)
    if order[0] == "0":
        order.reverse()
    stem = "".join(order)
    number = stem + mod_11_10.calc_check_digit(stem)
    if stem[0] == "0":
        return german_tax(rng)
    return rng.choice((number, f"{number[:2]} {number[2:5]} {number[5:8]} {number[8:]}"))


def pension(rng: Random) -> str:
    """Rentenversicherungsnummer."""
    day, letter = born(rng), rng.choice(LETTERS)
    stem = f"{rng.randrange(2, 90):02}{day:%d%m%y}"
    serial = digits(rng, 2)
    weights = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
    total = sum(sum(divmod(int(d) * w, 10)) for d, w in zip(f"{stem}{ord(letter) - 64:02}{serial}", weights, strict=True))
    return f"{stem}{letter}{serial}{total % 10}"


def health(rng: Random) -> str:
    """Krankenversichertennummer."""
    letter, stem = rng.choice(LETTERS), digits(rng, 8)
    total = sum(sum(divmod(int(d) * w, 10)) for d, w in zip(f"{ord(letter) - 64:02}{stem}", (1, 2) * 5, strict=True))
    return f"{letter}{stem}{total % 10}"


def icao(rng: Random) -> str:
    """The number of a Personalausweis with its check digit."""
    stem = rng.choice("CFGHJKLMNPRTVWXYZ") + "".join(rng.choices(ICAO, k=8))
    return stem + str(sum(int(char, 36) * weight for char, weight in zip(stem, (7, 3, 1) * 3, strict=True)) % 10)


def swiss(rng: Random) -> str:
    """AHV number."""
    stem = "756" + digits(rng, 9)
    number = stem + ean.calc_check_digit(stem)
    return str(rng.choice((number, ssn.format(number))))


def baltic(rng: Random) -> str:
    """Asmens kodas and isikukood."""
    day = born(rng)
    stem = f"{(3 if day.year < 2000 else 5) + rng.randrange(2)}{day:%y%m%d}{digits(rng, 3)}"
    return str(stem + ik.calc_check_digit(stem + "0"))


def latvian(rng: Random) -> str:
    """Personas kods, dated and undated."""
    day = born(rng)
    stem = rng.choice((f"{day:%d%m%y}{1 if day.year < 2000 else 2}{digits(rng, 3)}", f"32{digits(rng, 8)}"))
    number = stem + pvn.calc_check_digit_pers(stem)
    return rng.choice((number, f"{number[:6]}-{number[6:]}"))


def finnish(rng: Random) -> str:
    """Henkilötunnus, with all signs of the century."""
    day = born(rng)
    sign = rng.choice("-YXWVU" if day.year < 2000 else "ABCDEF")
    serial = f"{rng.randrange(2, 1000):03}"
    return f"{day:%d%m%y}{sign}{serial}{hetu._calc_checksum(f'{day:%d%m%y}{serial}')}"  # the library has no other name for it


def icelandic(rng: Random) -> str:
    """Kennitala with its check digit."""

    def one() -> str | None:
        day = born(rng)
        stem = f"{day:%d%m%y}{rng.randrange(20, 100)}"
        ending = "9" if day.year < 2000 else "0"
        return next((stem + c + ending for c in "0123456789" if kennitala.checksum(stem + c + ending) == 0), None)

    number = tried(one)
    return rng.choice((number, f"{number[:6]}-{number[6:]}"))


def polish(rng: Random) -> str:
    """PESEL."""
    day = born(rng)
    stem = f"{day:%y}{day.month + (20 if day.year >= 2000 else 0):02}{day:%d}{digits(rng, 4)}"
    return str(stem + pesel.calc_check_digit(stem))


def belgian(rng: Random) -> str:
    """Rijksregisternummer and bis numbers."""
    day = born(rng)
    stem = f"{day:%y}{day.month + rng.choice((0, 0, 20, 40)):02}{day:%d}{rng.randrange(1, 999):03}"
    number = stem + f"{97 - int(('2' if day.year >= 2000 else '') + stem) % 97:02}"
    return str(rng.choice((number, nn.format(number))))


def french(rng: Random) -> str:
    """NIR, Corsica included."""
    department = rng.choice((f"{rng.randrange(1, 96):02}", "2A", "2B", "99"))
    stem = f"{rng.choice('12')}{digits(rng, 2)}{rng.randrange(1, 13):02}{department}{digits(rng, 6)}"
    number = stem + nir.calc_check_digits(stem)
    return str(rng.choice((number, nir.format(number))))


def spanish(rng: Random) -> str:
    """DNI."""
    stem = digits(rng, 8)
    return str(stem + rng.choice(("", "-")) + dni.calc_check_digit(stem))


def foreigner(rng: Random) -> str:
    """NIE."""
    first, stem = rng.randrange(3), digits(rng, 7)
    return str("XYZ"[first] + stem + dni.calc_check_digit(f"{first}{stem}"))


def italian(rng: Random) -> str:
    """Codice fiscale."""
    day = born(rng)
    name = "".join(rng.choices(CONSONANTS, k=5)) + rng.choice("AEIOU")
    added = rng.choice((0, 40))
    stem = f"{name}{day:%y}{'ABCDEHLMPRST'[day.month - 1]}{day.day + added:02}{rng.choice('ABCDEFGHIL')}{rng.randrange(1, 990):03}"
    return str(stem + codicefiscale.calc_check_digit(stem))


def irish(rng: Random) -> str:
    """PPS number."""
    stem, last = digits(rng, 7), rng.choice(("", "A", "B", "H"))
    return str(stem + vat.calc_check_digit(stem + last) + last)


def austrian(rng: Random) -> str:
    """Sozialversicherungsnummer."""

    def one() -> str | None:
        serial, day = f"{rng.randrange(100, 1000)}", born(rng)
        check = vnr.calc_check_digit(f"{serial}0{day:%d%m%y}")
        return f"{serial}{check}{day:%d%m%y}" if len(check) == 1 else None

    number = tried(one)
    return rng.choice((number, f"{number[:4]} {number[4:]}"))


def portuguese(rng: Random) -> str:
    """NIF of a person."""
    stem = rng.choice("123") + digits(rng, 7)
    return str(stem + nif.calc_check_digit(stem))


def czech(rng: Random) -> str:
    """Rodné číslo of ten digits."""
    day = born(rng).replace(year=rng.randrange(1954, 2010), day=rng.randrange(1, 29))
    stem = f"{day:%y}{day.month + rng.choice((0, 50)):02}{day:%d}{digits(rng, 3)}"
    number = f"{stem}{int(stem) % 11 % 10}"
    return rng.choice((number, f"{number[:6]}/{number[6:]}"))


def insured(rng: Random) -> str:
    """National Insurance number; the prefixes that are not given are left out."""
    return rng.choice(("AB", "CE", "HJ", "JM", "LZ", "PR", "SW", "WA", "YX")) + digits(rng, 6) + rng.choice("ABCD")


def patient(rng: Random) -> str:
    """NHS number."""

    def one() -> str | None:
        number = digits(rng, 10)
        return number if nhs.is_valid(number) and number[0] in "46789" else None

    return tried(one)


def american_vin(rng: Random) -> str:
    """VIN with its check digit."""
    stem = [*rng.choice("1245"), *rng.choices(VIN, k=7), "0", *rng.choices(VIN, k=4), *digits(rng, 4)]
    if sum(char.isalpha() for char in stem) < 3:
        return american_vin(rng)
    stem[8] = "0123456789X"[sum(int(VIN_VALUES[char]) * weight for char, weight in zip(stem, VIN_WEIGHTS, strict=True)) % 11]
    return "".join(stem)


def european_vin(rng: Random) -> str:
    """VIN without."""
    return rng.choice(("WVW", "VF1", "YV1", "TMB", "SAL", "ZFA")) + "ZZZ" + "".join(rng.choices(VIN, k=7)) + digits(rng, 4)


def imei(rng: Random) -> str:
    """IMEI."""
    stem = "35" + digits(rng, 12)
    return str(stem + luhn.calc_check_digit(stem))


def plate(rng: Random) -> str:
    """A plate in the shape of some country."""
    return alike(rng.choice(("AA 99999", "AAA 99X", "AA 99 999", "99-AA-99", "A-AA 999", "AA99 AAA", "AAA 999", "AA-999-AA")), rng)


def mrz(rng: Random) -> str:
    """The second line of a passport (TD3)."""

    def checked(text: str) -> str:
        return text + str(sum((0 if c == "<" else int(c, 36)) * (7, 3, 1)[at % 3] for at, c in enumerate(text)) % 10)

    day, end = born(rng), date(2027, 1, 1) + timedelta(days=rng.randrange(3000))
    number, birth, expiry = checked(alike("AA9999999", rng)), checked(f"{day:%y%m%d}"), checked(f"{end:%y%m%d}")
    personal = "<" * 14 + "0"
    return f"{number}UTO{birth}{rng.choice('MF')}{expiry}{personal}{checked(number + birth + expiry + personal)[-1]}"
