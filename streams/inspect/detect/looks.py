"""Plain looks of values: names, words, places, codes, amounts and days that are written as most are; what they may not say."""

import re
from typing import Final

from streams.inspect.detect.names import (
    COMPANY_ENDINGS,
    COMPANY_WORDS,
    ENDS_OF_COMPANIES,
    FORMS,
    GENERATIONS,
    NOT_NAMES,
    ROBOT_WORDS,
    THING_WORDS,
)
from streams.inspect.detect.prose import LAST_WORDS
from streams.inspect.detect.shapes import HIDDEN_SAID, NOTHING_SAID

LONGEST: Final = 64  # code points of a value that is told at a glance
HEAD: Final = 3  # letters by which a value is told from a field's name
# The letters of names, large and small; but for the dotted and the dotless i, which pass for another.
_BEYOND: Final = "\u0100-\u012f\u0132-\u017d"  # large ones beyond Latin-1, and small ones among them
_LARGE, _PLAIN, _SMALL = f"A-ZÀ-ÖØ-Þ{_BEYOND}", "A-ZÀ-ÖØ-Þ", "a-zà-öø-ÿ\u0101-\u012f\u0132-\u017e"
# A word beyond Latin-1 may read as a small one wholly. Two small words make a sentence, so that there is one at most.
# Of four parts at most, since six may be the address of a network card.
_REST: Final = rf"[{_SMALL}]+(?:-[{_LARGE}][{_SMALL}]+){{0,3}}"
_NAMED: Final = rf"[{_PLAIN}]{_REST}"
_SECOND: Final = rf"(?:[{_BEYOND}]{_REST}|(?:van|von|de|den|der|ten|ter|te|af|av|la|le|du|dos|del|di|zu) {_NAMED})"
NAME: Final = re.compile(rf"(?:{_NAMED}(?: {_NAMED}){{0,3}}(?: {_SECOND}(?: {_NAMED})?)?|[{_BEYOND}]{_REST}(?: {_NAMED}){{0,4}})")
_WORD: Final = rf"[{_LARGE}]?[{_SMALL}ß]+(?:-[{_LARGE}]?[{_SMALL}ß]+){{0,3}}"
_TITLED: Final = rf"[{_PLAIN}](?:[{_SMALL}ß]+(?:-[{_LARGE}]?[{_SMALL}ß]+){{0,3}})?"
_CAPITALS: Final = rf"[{_PLAIN}]{{2,11}}"  # and no four such words, which may be an Italian's number
_LEADING: Final = rf"(?:{_TITLED}|{_CAPITALS})"
WORDS: Final = re.compile(rf"(?:{_WORD}|{_LEADING})(?: {_LEADING}){{0,2}}(?: {_TITLED}){{0,2}}|{_LEADING} {_WORD}(?: {_TITLED}){{0,3}}")
POSTCODE: Final = re.compile(rf"[0-9]{{3,5}}(?: ?[A-Z]{{2}}| [0-9]{{2}})?(?: (?:{_WORD}|{_LEADING}))?(?: {_LEADING})?(?: {_TITLED})?")
_STREET: Final = rf"[A-ZÆØÅÄÖÉ][{_SMALL}ß]{{0,28}}"
HOUSE: Final = re.compile(  # a street of one word, which may be shortened to a letter behind it, or of a few, and a number
    rf"([{_LARGE}][{_SMALL}ß]{{0,28}}(?: [A-Za-z]\.)?|{_STREET}(?: {_STREET}){{1,3}}) [0-9]{{1,4}}(?: ?[A-Za-z])?"
)
CODE: Final = re.compile(r"[A-Za-z]{1,6}(?:[0-9]{1,12}(?:-[0-9]{1,9})?|-[0-9]{1,9})|[0-9]{2,9}")
LONGEST_CODE: Final = 14  # code points; the shortest IBAN has one more
# An address of mail that holds nothing else: every digit behind a letter, where no number begins; not the beginning of an IBAN, the end
# of a British number, nor three groups of a network card's address.
_PART: Final = (
    r"(?:(?![Ii]ban|[A-Za-z][a-z][0-9]{2}[0-9a-z]{8})[A-Za-z][0-9a-z]*(?<![0-9][a-d])|[A-Za-z][a-z]*[_-](?:[a-z]+-)?[A-Za-z][a-z]*)"
)
MAIL: Final = re.compile(rf"{_PART}(?:\.{_PART})?@[a-z]+(?:-[a-z]+){{0,2}}(?:\.(?![a-f]{{4}}\.)[a-z]+)+")
PHONE: Final = re.compile(r"\+[0-9]{6,15}|\+[0-9]{1,4}(?: [0-9]{1,11}){1,6}")  # no group of it so long that it may be base64
LOGIN: Final = re.compile(r"([a-z]{2,20})(?:[._-]([a-z]{2,20}))?[._-]?[0-9]{1,5}")
MONEY: Final = re.compile(r"[1-9][0-9]{0,6}(?:\.[0-9]{1,2})?")
DATE: Final = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
OF_A_MACHINE: Final = re.compile(r"[0-9A-Fa-f\-]{24,}")  # a single word that may be a UUID or a digest
TAIL: Final = 4  # letters by which a word is told from one that ends as the words of companies do
TAILS: Final = frozenset(ending[-TAIL:] for ending in COMPANY_ENDINGS)
SUSPECTS: Final = frozenset(
    part
    for known in (NOT_NAMES, COMPANY_WORDS, THING_WORDS, FORMS, ENDS_OF_COMPANIES, ROBOT_WORDS, GENERATIONS, LAST_WORDS)
    for word in known
    for part in word.lower().replace("-", " ").split()
)  # parts of what is no person's name, or not in every field
SAYING_NOTHING: Final = HIDDEN_SAID | NOTHING_SAID | {said.replace("_", " ") for said in NOTHING_SAID}


def says_something(text: str) -> bool:
    """Of a text of words: that it is no placeholder, no mask, no word of a machine's, and has no greeting or credential in it.

    False: it may be, or may have.
    """
    lower = text.lower()
    if lower in SAYING_NOTHING or "xxx" in lower or OF_A_MACHINE.match(text):
        return False
    return " " not in text or (LAST_WORDS.isdisjoint(lower.replace("-", " ").split()) and "asic " not in lower)


def is_innocent(text: str) -> bool:
    """Of a text that looks like a name: the same, and that no word in it says that it is something else. False: one may."""
    lower = text.lower()
    parts = lower.replace("-", " ").split()
    if not SUSPECTS.isdisjoint(parts) or lower in SAYING_NOTHING or "xxx" in lower or "asic " in lower or "automat" in lower:
        return False
    if not TAILS.isdisjoint([part[-TAIL:] for part in parts]) and any(part.endswith(COMPANY_ENDINGS) for part in parts):
        return False
    return not OF_A_MACHINE.match(text)
