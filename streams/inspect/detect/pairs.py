"""Lists of pairs in a text (`firstName=Kari, mobil: 912 34 567`, XML tags): each value read as its own field."""

import re
from collections.abc import Iterator
from typing import Final

from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.claims import Claim
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.named import shaped
from streams.inspect.detect.names import CAPITALISED
from streams.inspect.detect.records import REACH
from streams.inspect.detect.values import claimed

PAIR: Final = re.compile(
    r"(?P<key>[^\W\d_][\w.\-]{0,40}+(?: [^\W\d_][\w.\-]{0,30}+){0,2}+)[\"']?[ \t]{0,4}(?:=>|[=:])[ \t]{0,4}"
    r"(?P<quote>\\?[\"'])?(?P<value>[^&;|,\n\r<>\"'{}\[\]\\]{1,120})"
)
KEY_END: Final = re.compile(  # the last word of a key and what stands between it and a value, where there may be both
    r"(?<![\w.\-])[\w.\-]++[\"']?[ \t]{0,4}+(?P<between>=>|[=:])(?=(?:\\?[\"'])?[^&;|,\n\r<>\"'{}\[\]\\])"
)
KEYS: Final = re.compile(  # keys as `PAIR` finds them, and "" with each where none of them can begin in the midst of a word
    r"([^\W\d_](?<![^\W\d_].)[\w.\-]{0,40}+(?: [^\W\d_][\w.\-]{0,30}+){0,2}+)"
    r"(?:[\"']?[ \t]{0,4}(?:=>|[=:])[ \t]{0,4}(?:\\?[\"'])?[^&;|,\n\r<>\"'{}\[\]\\]{1,119}+|(?=[\w.\-]))([^&;|,\n\r<>\"'{}\[\]\\]?)"
)
DENSE: Final = 32  # code points of a text for each of its signs, up to which all keys are read sooner than what stands around each sign
LETTER: Final = re.compile(r"[^\W\d_]")
WORDS_BEFORE: Final = 2  # of the three that a key may have
LONGEST_KEY, LONGEST_VALUE = 120, 140  # code points before and behind: three words, a quote and blanks; blanks, a quote and a value
TAG: Final = re.compile(r"<(?P<key>[^\W\d_][\w:.\-]{0,60}+)(?: [^<>]{0,200}+)?>(?P<value>[^<>]{1,200}+)</")
IN_PAIRS: Final = words("""
    PERSON LOCATION DATE_OF_BIRTH GENDER USERNAME PASSWORD CUSTOMER_NUMBER ORDER_NUMBER SALARY JOB_TITLE
    EMPLOYEE_NUMBER MARITAL_STATUS NATIONALITY RELIGION UNION HEALTH DISABILITY BLOOD_TYPE
""")


def pairs(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """What the values of `key=value`, `key: value` and `<key>value</key>` are by their keys; numbers are left to their recognizers."""
    if ("=" in text or ":" in text) and not is_silent(text, lexicon):
        yield from _pairs(text, lexicon, PAIR)
    if "</" in text:
        yield from _pairs(text, lexicon, TAG)


def is_silent(text: str, lexicon: Lexicon) -> bool:
    """Whether it is known that no key of `key=value` says what its value is: a few keys come again and again in a log or a list."""
    if (text.count("=") + text.count(":")) * DENSE < len(text):
        return False
    for key, unsure in set(KEYS.findall(text)):
        term = lexicon.meaning(_last_words(key, lexicon)).term
        if unsure or (term is not None and term.entities[0] in IN_PAIRS):
            return False
    return True


def keyed(text: str) -> Iterator[re.Match[str]]:
    """As `PAIR.finditer(text)`, which would try a key at every letter: looked for only around what stands between key and value."""
    end = 0
    for last in KEY_END.finditer(text):
        word, at = last.start(), last.start(1)
        if at < end or not (text[word].isalpha() or LETTER.search(text, word, at)):
            continue
        low = max(end, at - LONGEST_KEY)
        found = PAIR.search(text, _first_word(text, word, low), at + LONGEST_VALUE)
        if found is not None and found.end(1) <= at < found.start(3):
            end = found.end()
            yield found


def _first_word(text: str, last: int, low: int) -> int:
    """Where at the earliest, from `low` on, a key begins whose last word begins at `last`; words but the first begin with a letter."""
    for _ in range(WORDS_BEFORE):
        if last <= low or text[last - 1] != " " or not text[last].isalnum():
            break
        last = text.rfind(" ", low, last - 1) + 1
    return max(last, low)


def _pairs(text: str, lexicon: Lexicon, pattern: re.Pattern[str]) -> Iterator[Candidate]:
    matches = keyed(text) if pattern is PAIR else pattern.finditer(text)
    found = [(m, term) for m in matches if (term := lexicon.meaning(_last_words(m["key"], lexicon)).term) is not None]
    if not found:
        return
    contact = any(term.when == "plain" and not REACH.isdisjoint(term.entities) for _, term in found)
    for match, term in found:
        if term.entities[0] not in IN_PAIRS or not (term.when in ("plain", "strict") or (term.when == "person" and contact)):
            continue
        claim = Claim(term.entities, term.word, (f"text:{term.word}",), strict=term.when != "plain", party=term.entities == ("PERSON",))
        value = match.group("value").replace("+", " ") if pattern is PAIR else match.group("value")
        quoted = pattern is TAG or bool(match.group("quote"))
        if candidate := _of_value(claim, value, quoted):
            yield candidate.shifted(match.start("value"))


def _last_words(key: str, lexicon: Lexicon) -> str:
    """The part of a key of several words that says something: "og epost" -> "epost"."""
    if " " not in key:
        return key
    parts = key.split(" ")
    return next((" ".join(parts[i:]) for i in range(len(parts)) if lexicon.meaning(" ".join(parts[i:])).term), parts[-1])


def _of_value(claim: Claim, value: str, quoted: bool) -> Candidate | None:
    """A pair's value is cut off where the name or word ends: what follows may be prose."""
    entity = claim.entities[0]
    if not quoted and entity == "PERSON":
        lead = len(value) - len(value.lstrip())
        name = CAPITALISED.match(value.lstrip())
        value = value[: lead + name.end()] if name else ""
        while value and value.split()[-1:] and value.split()[-1][0].islower():  # a trailing particle is the sentence's
            value = value.rstrip().rpartition(" ")[0]
    elif not quoted and entity not in ("LOCATION", "JOB_TITLE", "SALARY"):
        lead = len(value) - len(value.lstrip())
        value = value[:lead] + value.lstrip().split(" ")[0]
    elif not quoted and len(value.split()) > 6:
        return None
    value = value.rstrip(" .)")
    return (claimed(claim, value, "text") or shaped(claim, value)) if value.strip() else None
