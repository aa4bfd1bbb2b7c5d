"""Synthetic persons: names that nobody bears, so that each of their values can be searched for in everything that was written."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Final, Literal
from unicodedata import normalize

from streams.traffic.identifiers import danish_cpr, digits, dutch_bsn, fnr, iban_of, norwegian_account, personnummer, seeded

Language = Literal["nb", "sv", "da", "nl", "en"]

_SYLLABLES: Final[dict[Language, tuple[str, str, str]]] = {  # heads, middles, tails: of no name that a register holds
    "nb": ("Kvø Zå Grynd Fjø Ørv Skrå Trygz Vånd", "ril dvø gnal qvis mlå brå zju", "unn ulv veig mundz rikke ånd"),
    "sv": ("Qvä Åsz Björk Sjö Zärn Tjäl Gnöl Värz", "rilm qvö stål ndz grä vlin öst", "lind stig hildz gård ström ulfa"),
    "da": ("Bræ Zør Skjø Hvæ Qvi Gråz Løvz Tjæ", "gnør læs qvik dzø mbæ ndrå vsø", "strup holmz gaardz bækka vig rupzen"),
    "nl": ("Quij Zwaar Vroe Schij Jzel Huiz Knoq Dwee", "lijn zaam groot wouq steij nhuv veld", "huizen broekz dijkq meerz laarza oord"),
    "en": ("Quor Zanth Brix Wolv Thrax Hawz Jorv Fenq", "vell emoo xwi ombri zleth quar dding", "ia wick worthz field amz brooke"),
}
_COUNTRY: Final[dict[Language, str]] = {"nb": "NO", "sv": "SE", "da": "DK", "nl": "NL", "en": "GB"}
_STREET: Final[dict[Language, str]] = {"nb": "veien", "sv": "gatan", "da": "vej", "nl": "straat", "en": " Street"}
_PHONE: Final[dict[Language, tuple[str, int]]] = {  # national form and how many free digits end it; SE and GB: ranges kept for fiction
    "nb": ("+47 400 00 {}", 3),
    "sv": ("+46 70 174 06 {}", 2),
    "da": ("+45 26 00 01 {}", 2),
    "nl": ("+31 6 8500 0{}", 3),
    "en": ("+44 20 7946 0{}", 3),
}
_TITLE: Final[dict[Language, str]] = {"nb": "konsulent", "sv": "samordnare", "da": "koordinator", "nl": "medewerker", "en": "coordinator"}


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
        return _COUNTRY[self.language]


@lru_cache(maxsize=4096)
def person(seed: str, number: int, language: Language) -> Person:
    """The person of that number: the same one wherever it is met."""
    rng = seeded(seed, "person", number, language)
    first, last = _word(rng, language), f"{_word(rng, language)}-{_word(rng, language)}"
    year, month, day = rng.randint(1949, 1999), rng.randint(1, 12), rng.randint(1, 28)
    mark = f"{number:x}{digits(rng, 4)}"
    form, free = _PHONE[language]
    national, entity = _national(rng, language, year, month, day)
    own = language == "nb"
    return Person(
        language=language,
        first=first,
        last=last,
        email=f"zq7{mark}.{_ascii(first)}@{rng.choice(('example.org', 'example.com', 'post.example.net'))}",
        phone=form.format(str(rng.randrange(5, 10**free)).zfill(free)),
        street=f"{_word(rng, language)}{_STREET[language]} {rng.randint(101, 989)}{rng.choice('BCDEF')}",
        town=f"{rng.randint(1001, 9998)} {_word(rng, language)}",
        born=f"{year}-{month:02}-{day:02}",
        national_id=national,
        national_entity=entity,
        account=norwegian_account(rng) if own else iban_of(rng, _COUNTRY[language]),
        account_entity="NO_BANK_ACCOUNT" if own else "IBAN_CODE",
        iban=iban_of(rng, _COUNTRY[language]),
        customer_number=f"KQ{number:04}-{digits(rng, 5)}",
        username=f"zq{_ascii(first)[:6]}.{digits(rng, 4)}",
        password=f"Zq!{_ascii(last)[:6]}#{digits(rng, 5)}",
        ip=f"{rng.choice(('198.51.100', '203.0.113'))}.{rng.randint(100, 254)}",  # TEST-NET-2 and -3, RFC 5737
        job=f"{_word(rng, language)}-{_TITLE[language]}",
        salary=f"{rng.randint(412_000, 987_000)}.{rng.randint(1, 9)}{rng.randint(1, 9)}",
    )


def order_number(rng: Random) -> str:
    return f"SO-{digits(rng, 9)}"


def _word(rng: Random, language: Language) -> str:
    return "".join(rng.choice(part.split()) for part in _SYLLABLES[language])


def _national(rng: Random, language: Language, year: int, month: int, day: int) -> tuple[str, str]:
    """The identifier of the state where the language is spoken; English speakers work in Norway."""
    if language == "sv":
        return personnummer(rng), "SE_PERSONNUMMER"
    if language == "da":
        return danish_cpr(rng), "DK_CPR"
    if language == "nl":
        return dutch_bsn(rng), "NL_BSN"
    return fnr(rng, year, month, day), "NO_FODSELSNUMMER"


def _ascii(text: str) -> str:
    plain = text.lower().replace("ø", "o").replace("æ", "ae")
    return normalize("NFKD", plain).encode("ascii", "ignore").decode()
