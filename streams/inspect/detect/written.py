"""Identifiers in unusual dress: another separator than the issuer's, a country's letters before them, small letters. Beside a witness only.

What people put between and before the characters is taken away, and the issuer's own rule reads what is left.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from stdnum import luhn

from streams.inspect.detect import accounts, britain, denmark, national, netherlands, norway, sweden
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.identifiers import BEFORE
from streams.inspect.detect.presidio import Presidio

Find = Callable[[str, Presidio], Iterator[Candidate]]

GAP: Final = r"(?: ?[.\-/] ?| )?"  # what stands between two characters at most
AFTER: Final = r"(?![0-9A-Za-z])(?![.\-/+][0-9])"
BETWEEN: Final = re.compile(r"[ .\-/]")
CLASSES: Final = {"9": "[0-9]", "A": "[A-Z]"}
SUFFIXLESS: Final = 0.75  # a National Insurance number is often written without its last letter


@dataclass(frozen=True, slots=True)
class Dress:
    """How one identifier is found in any dress: what may stand before it, its characters, and who reads them."""

    pattern: re.Pattern[str]
    read: Find

    def __repr__(self) -> str:
        return self.pattern.pattern

    def find(self, text: str, presidio: Presidio, entity: str) -> Iterator[Candidate]:
        """Proposals whose characters are the identifier's and nothing else; where one start gives none, the next is tried."""
        at = 0
        while found := self.pattern.search(text, at):
            start, end = found.span()
            bare = BETWEEN.sub("", found["number"]).upper()
            read = next((c for c in self.read(bare, presidio) if c.entity == entity and c.end - c.start == len(bare)), None)
            if read is not None:
                yield Candidate(start, end, entity, read.recognizer, read.score, read.evidence, False, read.state)
            at = end if read is not None else found.start() + 1


def _dress(read: Find, shape: str, country: str = "") -> Dress:
    """`shape`: 9 a digit, A a letter, in brackets what must stand there; alternatives are divided by |."""
    shapes = "|".join(GAP.join(CLASSES.get(char, char) for char in _characters(each)) for each in shape.split("|"))
    prefix = f"(?:{country}[ \\-]?)?" if country else ""
    return Dress(re.compile(f"{BEFORE}{prefix}(?P<number>{shapes}){AFTER}", re.IGNORECASE), read)


def _characters(shape: str) -> list[str]:
    return re.findall(r"\[[^]]*\]|.", shape)


def _plain(find: Callable[[str], Iterator[Candidate]]) -> Find:
    return lambda text, _: find(text)


def _national(entity: str) -> Find:
    def find(text: str, presidio: Presidio) -> Iterator[Candidate]:
        yield from national.numbers(text)
        yield from national.beside(entity, text)

    return find


def _without_suffix(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """AB123456 is one where AB123456A would be."""
    if presidio.whole("UkNinoRecognizer", f"{text}A"):
        yield Candidate(0, len(text), "UK_NINO", "UkNinoRecognizer", SUFFIXLESS, ("pattern",))


def _imei(text: str, _: Presidio) -> Iterator[Candidate]:
    """With its Luhn digit; as an IMEISV with two digits of the software's version; or without either, by the body that gave it."""
    if len(text) == 15 and not luhn.is_valid(text):
        return
    yield Candidate(0, len(text), "IMEI", "Imei", 0.85 if len(text) == 15 else 0.75, ("checksum",) if len(text) == 15 else ("pattern",))


NINE, TEN, ELEVEN = "9" * 9, "9" * 10, "9" * 11
DRESSES: Final[dict[str, tuple[Dress, ...]]] = {
    "NO_FODSELSNUMMER": (_dress(_plain(norway.fodselsnumre), ELEVEN, "NO"),),
    "SE_PERSONNUMMER": (_dress(sweden.personnummer, f"{TEN}99|{TEN}", "SE"),),
    "DK_CPR": (_dress(_plain(denmark.cpr_numbers), TEN, "DK"),),
    "NL_BSN": (_dress(_plain(netherlands.bsn_numbers), NINE, "NL"),),
    "UK_NINO": (_dress(britain.ninos, "AA999999[A-D]"), _dress(_without_suffix, "AA999999")),
    "UK_NHS": (_dress(britain.nhs_numbers, TEN),),
    "IMEI": (_dress(_imei, "9" * 15), _dress(_imei, f"[013-9][0-9]{'9' * 12}|[013-9][0-9]{'9' * 14}")),
    "CREDIT_CARD": (_dress(accounts.cards, "|".join("[2-6]" + "9" * length for length in (15, 14, 18))),),
    "DE_SOCIAL_SECURITY": (_dress(_national("DE_SOCIAL_SECURITY"), "99999999A999"),),
    "CH_AHV": (_dress(_national("CH_AHV"), f"[7][5][6]{TEN}", "CH"),),
    "FR_NIR": (_dress(_national("FR_NIR"), f"[1-478]9999[0-9][0-9A-B]{'9' * 8}|[1-478]9999[0-9][0-9A-B]{'9' * 6}"),),
    **{
        entity: (_dress(_national(entity), ELEVEN, entity[:2]),)
        for entity in ("DE_TAX_ID", "LT_ASMENS_KODAS", "EE_ISIKUKOOD", "LV_PERSONAS_KODS", "PL_PESEL", "BE_NATIONAL_NUMBER")
    },
    **{entity: (_dress(_national(entity), TEN, entity[:2]),) for entity in ("IS_KENNITALA", "AT_SVNR")},
}


def dressed(entity: str) -> Find:
    """The search for one entity in any dress."""

    def find(text: str, presidio: Presidio) -> Iterator[Candidate]:
        for dress in DRESSES[entity]:
            yield from dress.find(text, presidio, entity)

    return find
