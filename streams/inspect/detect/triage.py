"""What a text must have in it before a recognizer need look: conditions that one pass tells of all values of a message together."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from streams.inspect.detect import accounts, credentials, devices, national
from streams.inspect.detect.onepass import OnePass
from streams.inspect.detect.prose import GREETINGS, STREETS

ADDRESS, HARDWARE, IBAN, SIX_DIGITS, CODE, TWELVE_DIGITS, GREETING, STREET, TOKEN = (1 << bit for bit in range(9))
LOOKED_BEHIND: Final = re.compile(r"\(\?<![^)]*\)")  # what must not stand before: without it the condition holds more often
CONDITIONS: Final[Mapping[int, str]] = MappingProxyType(  # what each recognizer's own patterns begin with, as its file has it
    {
        ADDRESS: f"{devices.DOTTED_QUAD.pattern}|{devices.GROUPS.pattern}",
        HARDWARE: devices.MAC.pattern,
        IBAN: LOOKED_BEHIND.sub("", accounts.IBAN.pattern),
        SIX_DIGITS: r"(?:[0-9][ .\-+]{0,2}){6}",
        CODE: national.CODE.pattern,
        TWELVE_DIGITS: r"(?:[0-9][ \-]{0,2}){12}|[0-9]{4}[ \-]?[0-9xX*]{2}",
        GREETING: rf"(?i)(?:{'|'.join(GREETINGS)})[ ,.:!\n\r\t]",
        STREET: rf"(?:{'|'.join(STREETS)}) [0-9]",
        TOKEN: credentials.HEADS_OF_KEYS,
    }
)


class Triage:
    """`masks(texts)`: for each text the conditions that it meets, as bits; too many at times, never too few."""

    def __init__(self, *, hyperscan: bool = True) -> None:
        self._pass = OnePass(list(CONDITIONS.values()), hyperscan=hyperscan)

    def masks(self, texts: Sequence[str]) -> list[int]:
        return self._pass.masks(texts) if texts else []
