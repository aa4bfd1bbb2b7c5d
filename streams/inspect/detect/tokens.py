"""Field names taken apart: camelCase, snake, kebab, dots and digits into plain lower-case words."""

import re
import unicodedata
from collections.abc import Container
from functools import cache, lru_cache
from typing import Final

LETTERS: Final = str.maketrans(
    {"æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "å": "a", "Å": "A", "ß": "ss", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L"}
)
SPELLED: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
PAID: Final = re.compile(r"([Ll])[öø](n)")
BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
LONGITUDES: Final = frozenset({"lon"})
HUMPS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
NUMBER: Final = frozenset({"number", "nummer", "nr", "no", "num", "nbr", "nmbr", "numer", "nro", "numero"})  # of a name of several words
NUMBERED: Final = re.compile(r"(?<=[a-z]{2})(?:number|nummer|nr)$")
LINKS: Final = ("s", "e", "en")  # between the parts of a compound: levering-s-adresse
LONGEST: Final = 120  # code points of a field name that are looked at


def folded(text: str) -> str:
    """Letters without their marks, case kept: Fødselsår -> Fodselsar. Pay (lön, løn) is spelled out, lest it read as a longitude."""
    if text.isascii():
        return text
    plain = PAID.sub(r"\1oe\2", text) if PAID.search(text) else text
    latin = _latin()
    for char in set(BEYOND_ASCII.findall(plain)):
        if (written := latin.get(char)) is None:
            return _unmarked(text)
        plain = plain.replace(char, written)
    return plain


@cache
def _latin() -> dict[str, str]:
    """What becomes of the letters of Latin-1 and Latin Extended-A, which most texts have and no others beyond ASCII."""
    letters = map(chr, range(0xC0, 0x180))
    return {char: written for char in letters if (written := _unmarked(char)).isascii()}


def _unmarked(text: str) -> str:
    text = PAID.sub(r"\1oe\2", unicodedata.normalize("NFKC", text)).translate(LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def spellings(word: str) -> tuple[str, ...]:
    """A term as field names write it: without marks, and with marks spelled out (foedselsdato)."""
    word = word.lower().replace(" ", "").replace("-", "")
    bare = folded(word.replace("ö", "o").replace("ø", "o"))
    found = dict.fromkeys(_one_number(w) for w in (folded(word), bare, folded(word.translate(SPELLED))))
    return tuple(w for w in found if w not in LONGITUDES or w == word)


def split(key: str) -> tuple[str, ...]:
    """The words of a field name as it writes them: shippingAddress2 -> shipping, address, 2. A namespace prefix is dropped."""
    return _split(key[:LONGEST])


@lru_cache(maxsize=16_384)
def _split(key: str) -> tuple[str, ...]:
    key = folded(key)
    if ":" in key:
        key = key.rsplit(":", 1)[1]
    return tuple(map(str.lower, HUMPS.findall(key)))


def evened(key: str) -> str:
    """A field name as one word, however it is written: customer_no, CustomerNumber -> customernr."""
    return joined(_split(key[:LONGEST]))


@lru_cache(maxsize=16_384)
def joined(words: tuple[str, ...]) -> str:
    """The words as one, with one spelling of `number`: (customer, no) -> customernr."""
    if len(words) > 1 and words[-1] in NUMBER:
        words = (*words[:-1], "nr")
    return _one_number("".join(words))


def _one_number(word: str) -> str:
    return NUMBERED.sub("nr", word)


def compound(word: str, known: Container[str]) -> tuple[str, ...] | None:
    """A word written together taken apart into known words (kundetelefon -> kunde, telefon), longest last part first."""
    return _parts(word, known, {})


def _parts(word: str, known: Container[str], seen: dict[str, tuple[str, ...] | None]) -> tuple[str, ...] | None:
    if word in known:
        return (word,)
    if word in seen:
        return seen[word]
    seen[word] = None
    for cut in range(3, len(word) - 2):
        if word[cut:] not in known:
            continue
        head = word[:cut]
        for link in ("", *LINKS):
            stem = head.removesuffix(link) if link else head
            if len(stem) >= 3 and (not link or stem != head) and (parts := _parts(stem, known, seen)):
                seen[word] = (*parts, word[cut:])
                return seen[word]
    return None
