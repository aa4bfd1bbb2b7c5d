"""Plain looks of values: names, words, places, codes, amounts and days that are written as most are; what they may not say."""

import re
from typing import Final

from streams.inspect.detect.names import (
    CAPITAL,
    COMPANY_ENDINGS,
    COMPANY_WORDS,
    ENDS_OF_COMPANIES,
    FORMS,
    GENERATIONS,
    NOT_NAMES,
    ROBOT_WORDS,
    SMALL,
    THING_WORDS,
)
from streams.inspect.detect.shapes import HIDDEN_SAID, NOTHING_SAID

LONGEST: Final = 64  # code points of a value that is told at a glance
HEAD: Final = 3  # letters by which a value is told from a field's name
_PLAIN: Final = "A-ZÀ-ÖØ-Þ"  # capitals that are not among the small letters, too, as those beyond Latin-1 are
_REST: Final = rf"[{SMALL}]+(?:-[{CAPITAL}][{SMALL}]+)*"
_FIRST: Final = rf"[{_PLAIN}]{_REST}"
# Names: at most one word of them reads as a small one, so that they are no sentence.
NAME: Final = re.compile(rf"(?:{_FIRST}(?: {_FIRST}){{0,3}}(?: [Ā-Ž]{_REST}(?: {_FIRST})?)?|[Ā-Ž]{_REST}(?: {_FIRST}){{0,4}})")
_LETTERS: Final = rf"[{CAPITAL}{SMALL}ß]"
_SOME: Final = rf"{_LETTERS}+(?:-{_LETTERS}+)*"
_LARGE: Final = rf"[{_PLAIN}]{_LETTERS}*(?:-{_LETTERS}+)*"
WORDS: Final = re.compile(rf"{_SOME}(?: {_LARGE}){{0,4}}|{_LARGE} {_SOME}(?: {_LARGE}){{0,3}}")
POSTCODE: Final = re.compile(rf"[0-9]{{3,5}}(?: ?[A-Z]{{2}}| [0-9]{{2}})?(?: {_SOME})?(?: {_LARGE}){{0,3}}")
_STREET: Final = rf"[A-ZÆØÅÄÖÉ][{SMALL}ß]{{0,28}}"
HOUSE: Final = re.compile(  # a street of one word, which may be shortened to a letter behind it, or of a few, and a number
    rf"([{_PLAIN}Ā-Ž][{SMALL}ß]{{0,28}}(?: [A-Za-z]\.)?|{_STREET}(?: {_STREET}){{1,3}}) [0-9]{{1,4}}(?: ?[A-Za-z])?"
)
CODE: Final = re.compile(r"[A-Za-z]{1,6}(?:[0-9]{1,12}(?:-[0-9]{1,9})?|-[0-9]{1,9})|[0-9]{2,9}")
MAIL: Final = re.compile(r"[a-z0-9]+(?:[._][a-z0-9]+)*@[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+")
LOGIN: Final = re.compile(r"([a-z]{2,20})(?:[._-]([a-z]{2,20}))?[._-]?[0-9]{1,5}")
MONEY: Final = re.compile(r"[1-9][0-9]{0,6}(?:\.[0-9]{1,2})?")
DATE: Final = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
FEWEST_DIGITS: Final = 9  # of any such number but the British one, which has six and a letter behind them
OF_BRITAIN: Final = re.compile(r"[0-9] ?[A-Da-d](?![0-9A-Za-z])")
WITHOUT_DIGITS: Final = dict.fromkeys(map(ord, "0123456789"))
OF_A_MACHINE: Final = re.compile(r"[0-9A-Fa-f\-]{24,}")  # a single word that may be a UUID or a digest
TAIL: Final = 4  # letters by which a word is told from one that ends as the words of companies do
TAILS: Final = frozenset(ending[-TAIL:] for ending in COMPANY_ENDINGS)
SUSPECTS: Final = frozenset(
    part
    for known in (NOT_NAMES, COMPANY_WORDS, THING_WORDS, FORMS, ENDS_OF_COMPANIES, ROBOT_WORDS, GENERATIONS)
    for word in known
    for part in word.lower().replace("-", " ").split()
)  # parts of what is no person's name, or not in every field
SAYING_NOTHING: Final = HIDDEN_SAID | NOTHING_SAID | {said.replace("_", " ") for said in NOTHING_SAID}


def says_something(text: str) -> bool:
    """Of a text of words: that it is no placeholder, no mask, no word of a machine's and no credential. False: it may be."""
    lower = text.lower()
    return lower not in SAYING_NOTHING and "xxx" not in lower and "asic " not in lower and not OF_A_MACHINE.match(text)


def is_innocent(text: str) -> bool:
    """Of a text that looks like a name: no word in it says that it is something else. False: one may."""
    lower = text.lower()
    parts = lower.replace("-", " ").split()
    if not SUSPECTS.isdisjoint(parts) or lower in SAYING_NOTHING or "xxx" in lower or "asic " in lower or "automat" in lower:
        return False
    if not TAILS.isdisjoint([part[-TAIL:] for part in parts]) and any(part.endswith(COMPANY_ENDINGS) for part in parts):
        return False
    return not OF_A_MACHINE.match(text)


def has_no_number(text: str) -> bool:
    """Of a text in small letters: too few digits for any number that is looked for in digits. False: there may be one."""
    digits = len(text) - len(text.translate(WITHOUT_DIGITS))
    return digits < FEWEST_DIGITS and not OF_BRITAIN.search(text) and "xxx" not in text
