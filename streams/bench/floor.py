"""The floor: the least that any detector of this kind must do with a message. It knows no field names, no contexts and no rivals.

orjson parse, flatten, one multi-pattern pass over all values, the validators on the flagged pairs, serialise. What it finds are
values that a pattern and a check digit give away; everything else that `resolved` does comes on top of this.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from ipaddress import AddressValueError, IPv4Address
from typing import Any, Final

import orjson
from stdnum import iban, luhn, mac
from stdnum.dk import cpr
from stdnum.fi import hetu
from stdnum.lt import asmens
from stdnum.nl import bsn
from stdnum.no import fodselsnummer, kontonr
from stdnum.pl import pesel
from stdnum.se import personnummer

from streams.inspect.detect.onepass import OnePass
from streams.inspect.detect.presidio import stay_offline

Check = Callable[[str], bool]


def is_address(text: str) -> bool:
    """An e-mail address under a registered suffix, by the list in tldextract's wheel."""
    import tldextract.tldextract as module  # noqa: PLC0415 - reads its list at first use

    return bool(module.TLD_EXTRACTOR(text).suffix)


def is_ip(text: str) -> bool:
    try:
        IPv4Address(text)
    except AddressValueError:
        return False
    return True


def is_phone(text: str) -> bool:
    import phonenumbers  # noqa: PLC0415 - its metadata take a while to load

    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(text)))
    except phonenumbers.NumberParseException:
        return False


KINDS: Final[Sequence[tuple[str, str, Check]]] = (  # what, the pattern that gives a candidate, the validator that decides
    ("EMAIL_ADDRESS", r"[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,8}", is_address),
    ("NO_FODSELSNUMMER", r"\b[0-9]{6} ?[0-9]{5}\b", fodselsnummer.is_valid),
    ("NO_BANK_ACCOUNT", r"\b[0-9]{4}[. ]?[0-9]{2}[. ]?[0-9]{5}\b", kontonr.is_valid),
    ("SE_PERSONNUMMER", r"\b(?:[0-9]{2})?[0-9]{6}[-+][0-9]{4}\b", personnummer.is_valid),
    ("DK_CPR", r"\b[0-9]{6}-[0-9]{4}\b", cpr.is_valid),
    ("NL_BSN", r"\b[0-9]{9}\b", bsn.is_valid),
    ("LT_ASMENS_KODAS", r"\b[3-6][0-9]{10}\b", asmens.is_valid),
    ("PL_PESEL", r"\b[0-9]{11}\b", pesel.is_valid),
    ("FI_PERSONAL_IDENTITY_CODE", r"\b[0-9]{6}[-+A-F][0-9]{3}[0-9A-Y]\b", hetu.is_valid),
    ("IBAN_CODE", r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", iban.is_valid),
    ("CREDIT_CARD", r"\b[0-9]{4}(?:[ -]?[0-9]{4}){3}\b", luhn.is_valid),
    ("IP_ADDRESS", r"\b(?:[0-9]{1,3}\.){3}[0-9]{1,3}\b", is_ip),
    ("MAC_ADDRESS", r"\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\b", mac.is_valid),
    ("PHONE_NUMBER", r"\+[0-9][0-9 ]{6,17}[0-9]\b", is_phone),
)


class Floor:
    """`floor(data)`: the findings as canonical JSON. Nothing is kept from one message to the next."""

    def __init__(self) -> None:
        stay_offline()
        self._pass = OnePass([pattern for _, pattern, _ in KINDS])
        self._kinds = [(1 << at, entity, re.compile(pattern), check) for at, (entity, pattern, check) in enumerate(KINDS)]

    def __call__(self, data: bytes) -> bytes:
        values = list(flat(orjson.loads(data)))
        masks = self._pass.masks([text for _, text in values])
        found = [row for (path, text), mask in zip(values, masks, strict=True) if mask for row in self._rows(path, text, mask)]
        return orjson.dumps(found, option=orjson.OPT_SORT_KEYS)

    def _rows(self, path: str, text: str, mask: int) -> Iterator[dict[str, Any]]:
        for bit, entity, pattern, check in self._kinds:
            if mask & bit:
                for match in pattern.finditer(text):
                    if check(match.group()):
                        yield {"path": path, "entity": entity, "start": match.start(), "end": match.end(), "score": "0.90"}


def flat(node: Any, path: str = "$") -> Iterator[tuple[str, str]]:
    """(path, text) of every string and number."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from flat(value, f"{path}.{key}")
    elif isinstance(node, list):
        for at, value in enumerate(node):
            yield from flat(value, f"{path}[{at}]")
    elif isinstance(node, str):
        yield path, node
    elif node is not None and not isinstance(node, bool):
        yield path, str(node)
