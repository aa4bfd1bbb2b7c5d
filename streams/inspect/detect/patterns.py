"""Every recognizer on one text, each only where a cheap necessary condition of it holds."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from streams.inspect.detect import accounts, britain, denmark, devices, national, netherlands, norway, phones, positions, sweden, triage
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.credentials import credentials, tokens
from streams.inspect.detect.mail import mails, plain
from streams.inspect.detect.presidio import Presidio
from streams.inspect.detect.spelled import Forms, form
from streams.inspect.detect.triage import Triage
from streams.inspect.detect.written import DRESSES

CACHED: Final = 256  # code points; longer texts seldom come twice
IN_DIGITS: Final = triage.ADDRESS | triage.HARDWARE | triage.IBAN | triage.SIX_DIGITS
SOUGHT: Final = IN_DIGITS | triage.CODE | triage.TWELVE_DIGITS | triage.TOKEN
BESIDE: Final = 1_024  # forms of values that are remembered for each entity


class Patterns:
    """What recognizers propose for a text, cached by the text; the answer does not depend on the cache."""

    def __init__(self, presidio: Presidio, triage: Triage) -> None:
        self._presidio = presidio
        self._triage = triage
        self._alone = lru_cache(maxsize=32_768)(self._scan)
        self._weak = lru_cache(maxsize=16_384)(self._scan_for)
        self._forms: dict[str, Forms] = {}  # by entity

    def masks(self, texts: Sequence[str]) -> list[int]:
        """For each text what a recognizer need look for in it."""
        return self._triage.masks(texts)

    def scan(self, text: str, mask: int) -> tuple[Candidate, ...]:
        """All that may stand alone, and what the same recognizers saw that may not. At most LONGEST_PIECE code points."""
        if not mask & SOUGHT and "@" not in text and "asic " not in text and "ASIC " not in text:
            return ()
        if not mask & SOUGHT and (address := plain(text, self._presidio)):
            return (address,)
        return self._alone(text, mask) if len(text) <= CACHED else self._scan(text, mask)

    def scan_for(self, entity: str, text: str) -> tuple[Candidate, ...]:
        """What could be `entity` beside a witness."""
        return self._weak(entity, text) if len(text) <= CACHED else self._scan_for(entity, text)

    def _scan(self, text: str, mask: int) -> tuple[Candidate, ...]:
        found: list[Candidate] = []
        if "://" in text or "asic " in text or "ASIC " in text:
            found.extend(credentials(text))
        if mask & triage.TOKEN:
            found.extend(tokens(text))
        if "@" in text:
            found.extend(mails(text, self._presidio))
        if mask & IN_DIGITS:
            self._numbers(text, mask, found)
        if mask & triage.CODE:
            found.extend(national.codes(text))
        if mask & triage.TWELVE_DIGITS:
            found.extend(accounts.cards(text, self._presidio))
        return tuple(found)

    def _numbers(self, text: str, mask: int, found: list[Candidate]) -> None:
        presidio = self._presidio
        if mask & triage.ADDRESS:
            found.extend(devices.addresses(text, presidio))
        if mask & triage.HARDWARE:
            found.extend(devices.hardware(text, presidio))
        if mask & triage.IBAN:
            found.extend(accounts.ibans(text, presidio))
        if mask & triage.FODSELSNUMMER:
            found.extend(norway.fodselsnumre(text))
        if mask & triage.ACCOUNT:
            found.extend(norway.accounts(text))
        if mask & triage.CPR:
            found.extend(denmark.cpr_numbers(text))
        if mask & triage.PERSONNUMMER:
            found.extend(sweden.personnummer(text, presidio))
        if mask & triage.NATIONAL:
            found.extend(national.numbers(text))
        if mask & triage.NINO:
            found.extend(britain.ninos(text, presidio))
        if mask & triage.PHONE:
            found.extend(phones.international(text, presidio))

    def _scan_for(self, entity: str, text: str) -> tuple[Candidate, ...]:
        searches = WITNESSED.get(entity, ())
        if not searches:
            return ()
        look = form(text)
        if look is None:
            return tuple([c for search in searches for c in search.find(text, self._presidio)])
        able = self._able(entity).of(look)
        return tuple([c for at, search in enumerate(searches) if able >> at & 1 for c in search.find(text, self._presidio)])

    def _able(self, entity: str) -> Forms:
        """Which of an entity's searches can find anything in a value of a form."""
        forms = self._forms.get(entity)
        if forms is None:
            forms = self._forms[entity] = Forms({1 << at: search.patterns for at, search in enumerate(WITNESSED[entity])}, BESIDE)
        return forms


@dataclass(frozen=True, slots=True)
class Search:
    """How one entity is looked for beside a witness, and the patterns of which one must match before anything is found."""

    find: Callable[[str, Presidio], Iterator[Candidate]]
    patterns: tuple[re.Pattern[str], ...]

    def __repr__(self) -> str:
        return "|".join(pattern.pattern for pattern in self.patterns)


def _plain(find: Callable[[str], Iterator[Candidate]], *patterns: re.Pattern[str]) -> Search:
    return Search(lambda text, _: find(text), patterns)


def _national(entity: str) -> tuple[Search, ...]:
    return tuple(_plain(search.find, search.pattern) for search in national.BESIDE.get(entity, ()))


def _dressed(entity: str) -> tuple[Search, ...]:
    return tuple(Search(partial(dress.find, entity=entity), (dress.pattern,)) for dress in DRESSES.get(entity, ()))


OWN: Final[dict[str, tuple[Search, ...]]] = {  # what is looked for only beside a witness
    "PHONE_NUMBER": (Search(phones.national, (phones.NATIONAL,)),),
    "NL_BSN": (_plain(netherlands.bsn_numbers, netherlands.PERSON),),
    "UK_NHS": (Search(britain.nhs_numbers, (britain.NHS,)),),
    "GEO": (_plain(positions.positions, positions.DECIMALS, positions.DEGREES),),
    "IMEI": (_plain(devices.imeis, devices.IMEI),),
    **{entity: _national(entity) for entity in national.BESIDE if entity != "ORGANIZATION_NUMBER"},
    "ORGANIZATION_NUMBER": (
        _plain(norway.organisations, norway.ORGANISATION),
        _plain(sweden.organisations, sweden.ORGANISATION),
        Search(sweden.sole_traders, (sweden.SOLE_TRADER,)),
        _plain(denmark.companies, denmark.COMPANY),
        _plain(netherlands.organisations, netherlands.PERSON, netherlands.VAT, netherlands.CHAMBER),
        *_national("ORGANIZATION_NUMBER"),
    ),
}
WITNESSED: Final = {  # the same, and every dress in which an identifier is written
    entity: (*OWN.get(entity, ()), *_dressed(entity)) for entity in dict.fromkeys((*OWN, *DRESSES))
}
