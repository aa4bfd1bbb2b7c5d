"""What a text must have in it before a recognizer need look: conditions that one pass tells of all values of a message together."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from streams.inspect.detect import accounts, britain, credentials, denmark, devices, national, norway, phones, sweden
from streams.inspect.detect.onepass import FLAGS, OnePass
from streams.inspect.detect.prose import GREETINGS, STREETS
from streams.inspect.detect.spelled import Forms, form

ADDRESS, HARDWARE, IBAN, CODE, TWELVE_DIGITS, GREETING, STREET, TOKEN = (1 << bit for bit in range(8))
FODSELSNUMMER, ACCOUNT, CPR, PERSONNUMMER, NATIONAL, NINO, PHONE = (1 << bit for bit in range(8, 15))
NORDIC: Final = FODSELSNUMMER | ACCOUNT | CPR | PERSONNUMMER
LONG_NUMBER: Final = NORDIC | NATIONAL  # of nine characters and more
SIX_DIGITS: Final = LONG_NUMBER | NINO | PHONE  # what is found in numbers
LOOKED_BEHIND: Final = re.compile(r"\(\?<![^)]*\)")  # what must not stand before: without it the condition holds more often
CONDITIONS: Final[Mapping[int, str]] = MappingProxyType(  # what each recognizer's own patterns begin with, as its file has it
    {
        ADDRESS: f"{devices.DOTTED_QUAD.pattern}|{devices.GROUPS.pattern}",
        HARDWARE: devices.MAC.pattern,
        IBAN: LOOKED_BEHIND.sub("", accounts.IBAN.pattern),
        CODE: national.CODE.pattern,
        TWELVE_DIGITS: r"(?:[0-9][ \-]{0,2}){12}|[0-9](?:[ \-]?[0-9]){3}[ \-]?[xX*]",
        GREETING: rf"(?i)(?:{'|'.join(GREETINGS)})[ ,.:!\n\r\t]",
        STREET: rf"(?:{'|'.join(STREETS)}) [0-9]",
        TOKEN: credentials.HEADS_OF_KEYS,
        NORDIC: (  # written as the patterns below have it: days and hours of a log are not
            r"(?:^|[^0-9A-Za-z])(?:[0-9]{4}[ .]?[0-9]{2}[ .]?[0-9]{5}"
            r"|(?:[0-9]{2})?[0-9]{2}[ .]?[0-9]{2}[ .]?[0-9]{2}[ \-+]?(?:[0-9]{3} ?[0-9]|[TRSUWXJKLMN][0-9]{3}))"
        ),
        NATIONAL: r"(?:^|[^0-9A-Za-z])[0-9](?:[ .\-/+]?[0-9A-Za-z]){8}",
        NINO: r"[A-Za-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-Da-d]",
        PHONE: r"\+ ?[1-9](?:[ .\-/]{0,2}\(?[0-9]\)?){6}",
    }
)
PATTERNS: Final[Mapping[int, Sequence[re.Pattern[str]]]] = MappingProxyType(  # the same, and of numbers the recognizers' own
    {
        **{bit: (re.compile(CONDITIONS[bit], FLAGS),) for bit in (ADDRESS, HARDWARE, IBAN, CODE, GREETING, STREET, TOKEN)},
        TWELVE_DIGITS: (accounts.CARD, accounts.MASKED_CARD),
        FODSELSNUMMER: (norway.FNR,),
        ACCOUNT: (norway.ACCOUNT,),
        CPR: (denmark.PERSON,),
        PERSONNUMMER: (sweden.PERSON, sweden.INTERIM),
        NATIONAL: (national.NUMBERS.anywhere,),
        NINO: (britain.NINO,),
        PHONE: (phones.INTERNATIONAL,),
    }
)
EVERYTHING: Final = sum(CONDITIONS)
PERSONS: Final = FODSELSNUMMER | ACCOUNT | CPR | PERSONNUMMER | NINO
OF_LETTERS: Final = ADDRESS | HARDWARE | CODE | GREETING | TOKEN  # what may be found in a text without a digit
DIGIT: Final = re.compile(r"\d")
BY_WORDS: Final = GREETING | STREET | TOKEN  # of these a form says too little: they rest on certain letters


class Triage:
    """`masks(texts)`: for each text the conditions that it meets, as bits; too many at times, never too few."""

    def __init__(self, *, hyperscan: bool = True) -> None:
        self._pass = OnePass(list(CONDITIONS.values()), hyperscan=hyperscan)
        self._bits = [sum(bits for at, bits in enumerate(CONDITIONS) if met >> at & 1) for met in range(1 << len(CONDITIONS))]
        self._forms = Forms(PATTERNS)

    def masks(self, texts: Sequence[str]) -> list[int]:
        found: list[int] = []
        bits, met, of_form = self._bits, self._pass.mask, self._forms.of
        for text in texts:
            look = form(text)
            if look is None:
                mask = bits[met(text)]
                found.append(mask if mask != EVERYTHING or DIGIT.search(text) else OF_LETTERS)
            else:
                mask = of_form(look)
                found.append(mask & bits[met(text)] if mask & BY_WORDS else mask)
        return found
