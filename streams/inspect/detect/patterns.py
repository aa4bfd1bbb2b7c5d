"""Every recognizer on one text, each only where a cheap necessary condition of it holds."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from streams.inspect.detect import accounts, britain, denmark, devices, national, netherlands, norway, phones, positions, sweden, triage
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.credentials import credentials, tokens
from streams.inspect.detect.mail import mails
from streams.inspect.detect.presidio import Presidio
from streams.inspect.detect.triage import Triage
from streams.inspect.detect.written import DRESSES, dressed

CACHED: Final = 256  # code points; longer texts seldom come twice
IN_DIGITS: Final = triage.ADDRESS | triage.HARDWARE | triage.IBAN | triage.SIX_DIGITS


class Patterns:
    """What recognizers propose for a text, cached by the text; the answer does not depend on the cache."""

    def __init__(self, presidio: Presidio, triage: Triage) -> None:
        self._presidio = presidio
        self._triage = triage
        self._alone = lru_cache(maxsize=32_768)(self._scan)
        self._weak = lru_cache(maxsize=16_384)(self._scan_for)

    def masks(self, texts: Sequence[str]) -> list[int]:
        """For each text what a recognizer need look for in it."""
        return self._triage.masks(texts)

    def scan(self, text: str, mask: int) -> tuple[Candidate, ...]:
        """All that may stand alone, and what the same recognizers saw that may not. At most LONGEST_PIECE code points."""
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
        if mask & triage.SIX_DIGITS:
            found.extend(norway.fodselsnumre(text))
            found.extend(norway.accounts(text))
            found.extend(denmark.cpr_numbers(text))
            found.extend(sweden.personnummer(text, presidio))
            found.extend(national.numbers(text))
            found.extend(britain.ninos(text, presidio))
            if "+" in text:
                found.extend(phones.international(text, presidio))

    def _scan_for(self, entity: str, text: str) -> tuple[Candidate, ...]:
        return tuple(c for find in WITNESSED.get(entity, ()) for c in find(text, self._presidio))


def _plain(find: Callable[[str], Iterator[Candidate]]) -> Callable[[str, Presidio], Iterator[Candidate]]:
    return lambda text, _: find(text)


def _national(entity: str) -> Callable[[str, Presidio], Iterator[Candidate]]:
    return lambda text, _: national.beside(entity, text)


OWN: Final[dict[str, tuple[Callable[[str, Presidio], Iterator[Candidate]], ...]]] = {  # what is looked for only beside a witness
    "PHONE_NUMBER": (phones.national,),
    "NL_BSN": (_plain(netherlands.bsn_numbers),),
    "UK_NHS": (britain.nhs_numbers,),
    "GEO": (_plain(positions.positions),),
    "IMEI": (_plain(devices.imeis),),
    **{entity: (_national(entity),) for entity in national.BESIDE if entity != "ORGANIZATION_NUMBER"},
    "ORGANIZATION_NUMBER": (
        _plain(norway.organisations),
        _plain(sweden.organisations),
        sweden.sole_traders,
        _plain(denmark.companies),
        _plain(netherlands.organisations),
        _national("ORGANIZATION_NUMBER"),
    ),
}
WITNESSED: Final = {  # the same, and every dress in which an identifier is written
    entity: (*OWN.get(entity, ()), *((dressed(entity),) if entity in DRESSES else ())) for entity in dict.fromkeys((*OWN, *DRESSES))
}
