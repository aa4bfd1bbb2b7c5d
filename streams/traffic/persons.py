"""Synthetic persons: names that nobody bears, so that each of their values can be searched for in everything that was written."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Final, Literal, NamedTuple
from unicodedata import normalize

from streams.traffic import identifiers as ids
from streams.traffic.identifiers import digits, iban_of, norwegian_account, seeded

Language = Literal["nb", "nn", "sv", "da", "nl", "de", "fi", "lt", "en"]

_SYLLABLES: Final[dict[Language, tuple[str, str, str]]] = {  # heads, middles, tails: of no name that a register holds
    "nb": ("Kvø Zå Grynd Fjø Ørv Skrå Trygz Vånd", "ril dvø gnal qvis mlå brå zju", "unn ulv veig mundz rikke ånd"),
    "nn": ("Kvå Gjø Tveiz Lauz Hjå Stø Røyz Ulvø", "ljo mya grei stoz vang qvi rau", "veig gunn laugz rid stein unnz"),
    "sv": ("Qvä Åsz Björk Sjö Zärn Tjäl Gnöl Värz", "rilm qvö stål ndz grä vlin öst", "lind stig hildz gård ström ulfa"),
    "da": ("Bræ Zør Skjø Hvæ Qvi Gråz Løvz Tjæ", "gnør læs qvik dzø mbæ ndrå vsø", "strup holmz gaardz bækka vig rupzen"),
    "nl": ("Quij Zwaar Vroe Schij Jzel Huiz Knoq Dwee", "lijn zaam groot wouq steij nhuv veld", "huizen broekz dijkq meerz laarza oord"),
    "de": ("Zwö Quä Grünz Schwarq Bröz Jäg Pfül", "gels bergq hauz kirch zöl tanq büsch", "lindt rautz meierz holdt brügg wigz"),
    "fi": ("Kyö Räiz Väin Hyö Lämz Pöyz Ääri", "kkä lmö ntyz rvin stä mpö qui", "läinen sönz mäkiz harju virtaz lampiq"),
    "lt": ("Žvė Ąžuz Jūr Šarq Gėlz Kęst Ūdr Viržq", "myn gai ruz toq lin dėz vyt", "auskas ienėz ūnaitq onisz utėz eikaz"),
    "en": ("Quor Zanth Brix Wolv Thrax Hawz Jorv Fenq", "vell emoo xwi ombri zleth quar dding", "ia wick worthz field amz brooke"),
}


class _Custom(NamedTuple):
    """What is said and numbered one way where the language is spoken."""

    country: str
    street: str  # a street name's ending
    phone: str  # with room for the free digits
    free: int  # how many they are
    title: str


_CUSTOMS: Final[dict[Language, _Custom]] = {  # telephone: SE, DE and GB are ranges kept for fiction
    "nb": _Custom("NO", "veien", "+47 400 00 {}", 3, "konsulent"),
    "nn": _Custom("NO", "vegen", "+47 400 00 {}", 3, "rådgjevar"),
    "sv": _Custom("SE", "gatan", "+46 70 174 06 {}", 2, "samordnare"),
    "da": _Custom("DK", "vej", "+45 26 00 01 {}", 2, "koordinator"),
    "nl": _Custom("NL", "straat", "+31 6 8500 0{}", 3, "medewerker"),
    "de": _Custom("DE", "straße", "+49 30 23125 {}", 3, "beraterin"),
    "fi": _Custom("FI", "katu", "+358 40 000 0{}", 3, "asiantuntija"),
    "lt": _Custom("LT", " g.", "+370 600 00 {}", 3, "vadybininkas"),
    "en": _Custom("GB", " Street", "+44 20 7946 0{}", 3, "coordinator"),
}
_Number = Callable[[Random, int, int, int], str]  # year, month and day of birth
_NATIONAL: Final[dict[Language, tuple[_Number, str]]] = {  # English speakers work in Norway
    **dict.fromkeys(("nb", "nn", "en"), (ids.fnr, "NO_FODSELSNUMMER")),
    "sv": (lambda rng, *_: ids.personnummer(rng), "SE_PERSONNUMMER"),
    "da": (lambda rng, *_: ids.danish_cpr(rng), "DK_CPR"),
    "nl": (lambda rng, *_: ids.dutch_bsn(rng), "NL_BSN"),
    "de": (lambda rng, *_: ids.german_tax_id(rng), "DE_TAX_ID"),
    "fi": (ids.finnish_hetu, "FI_PERSONAL_IDENTITY_CODE"),
    "lt": (lambda rng, _, month, day: ids.lithuanian_code(rng, month, day), "LT_ASMENS_KODAS"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """One synthetic person; every text is long and odd enough to be grepped for."""

    language: Language
    first: str
    last: str
    email: str
    phone: str  # E.164 in groups
    street: str
    town: str  # postcode and town in one line
    born: str  # YYYY-MM-DD
    national_id: str
    national_entity: str
    account: str
    account_entity: str
    iban: str
    customer_number: str
    employee_number: str
    username: str
    password: str
    ip: str
    job: str
    salary: str  # a year, two decimals

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def country(self) -> str:
        return _CUSTOMS[self.language].country


@lru_cache(maxsize=4096)
def person(seed: str, number: int, language: Language) -> Person:
    """The person of that number: the same one wherever it is met."""
    rng = seeded(seed, "person", number, language)
    first, last = _word(rng, language), f"{_word(rng, language)}-{_word(rng, language)}"
    year, month, day = rng.randint(1949, 1999), rng.randint(1, 12), rng.randint(1, 28)
    mark = f"{number:x}{digits(rng, 4)}"
    custom = _CUSTOMS[language]
    numbered, entity = _NATIONAL[language]
    national = numbered(rng, year, month, day)
    own = language in ("nb", "nn")
    return Person(
        language=language,
        first=first,
        last=last,
        email=f"zq7{mark}.{_ascii(first)}@{rng.choice(('example.org', 'example.com', 'post.example.net'))}",
        phone=custom.phone.format(str(rng.randrange(5, 10**custom.free)).zfill(custom.free)),
        street=f"{_word(rng, language)}{custom.street} {rng.randint(101, 989)}{rng.choice('BCDEF')}",
        town=f"{rng.randint(1001, 9998)} {_word(rng, language)}",
        born=f"{year}-{month:02}-{day:02}",
        national_id=national,
        national_entity=entity,
        account=norwegian_account(rng) if own else iban_of(rng, custom.country),
        account_entity="NO_BANK_ACCOUNT" if own else "IBAN_CODE",
        iban=iban_of(rng, custom.country),
        customer_number=f"KQ{number:04}-{digits(rng, 5)}",
        employee_number=f"EQ{number:04}-{digits(rng, 5)}",
        username=f"zq{_ascii(first)[:6]}.{digits(rng, 4)}",
        password=f"Zq!{_ascii(last)[:6]}#{digits(rng, 5)}",
        ip=f"{rng.choice(('198.51.100', '203.0.113'))}.{rng.randint(100, 254)}",  # TEST-NET-2 and -3, RFC 5737
        job=f"{_word(rng, language)}-{custom.title}",
        salary=f"{rng.randint(412_000, 987_000)}.{rng.randint(1, 9)}{rng.randint(1, 9)}",
    )


def others(p: Person, count: int) -> tuple[Person, ...]:
    """So many persons who stand in the same files as this one; whoever meets them again finds them the same."""
    return tuple(person(p.email, number, p.language) for number in range(count))


def order_number(rng: Random) -> str:
    return f"SO-{digits(rng, 9)}"


def _word(rng: Random, language: Language) -> str:
    return "".join(rng.choice(part.split()) for part in _SYLLABLES[language])


def _ascii(text: str) -> str:
    plain = text.lower().replace("ø", "o").replace("æ", "ae").replace("ß", "ss")
    return normalize("NFKD", plain).encode("ascii", "ignore").decode()
