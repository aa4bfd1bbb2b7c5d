"""Can this value be what its field's name says? The judges of traits, papers and vehicles, which no check digit tells.

A `no`, a zero, a placeholder say nothing of anybody; a kind of absence tells of health only where it names illness.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from streams.inspect.detect.blocks import words
from streams.inspect.detect.names import ROBOTS
from streams.inspect.detect.shapes import URL, UUID, is_machine_made, is_masked, is_stamp, says_nothing
from streams.inspect.detect.term_traits import ABSENCE
from streams.inspect.detect.tokens import folded

LONGEST: Final = 120  # code points of a trait; longer is prose
NO: Final = words("""
    no nei nej nee nein ei ne non false falsk falskt falsch epatosi n f 0 none ingen inga intet inget geen kein keine keinen ikke inte
    niet nicht never aldri aldrig nooit nie ohne uten utan uden zonder konfessionslos konfessionsfrei bekenntnislos keine_konfession
    ohne_konfession vd enabled disabled active inactive required optional visible hidden aktiv inaktiv
    integer int varchar char date datetime bool float decimal double uuid enum
    no_religion ingen_religion geen_religie nonreligious not_religious ikke_medlem ej_medlem not_a_member no_disability
    ei_uskontoa uskonnoton frisk friskmeldt gesund healthy gezond rask terve fit
""")
YES: Final = words("yes ja jah taip kylla y j t true 1 x sant sann wahr waar vero ok")
ABSENCES: Final = frozenset(folded(name).lower().replace(" ", "") for text in ABSENCE.split(",") if (name := text.strip()))
# Kinds of absence that name illness, injury, pregnancy or care for the ill, in the languages of the lexicon. PAXml's codes are
# whole words: ASK injury at work, HAV pregnancy benefit, NÄR care of relatives, SJK illness, SMB infection carrier, VAB care of a child.
ILL: Final = re.compile(
    r"(?<![^\W\d_])(?:"
    r"sick\w*|ill(?:ness)?|disease|medical\w*|injur\w+|maternity|pregnan\w+|hospitali[sz]\w+|disabilit\w+|quarantine|flu|influen[sz]a|covid\w*"
    r"|syke?(?:(?:meld|fravær|dom|dag|lønn|peng|perm)\w*)?|sykt barn|sjuk\w*|eigenmeld\w*|egenmeld\w*|svangerskap\w*|yrkesskade"
    r"|karens\w*|havandeskap\w*|arbetsskada|smittbärare\w*|v(?:å|a)rd av (?:sjukt )?barn|närståendevård|rehab\w*"
    r"|syg\w*|arbejdsskade|graviditet\w*"
    r"|ziek\w*|griep|arbeidsongeschikt\w*|zwanger\w*|wia|wao"
    r"|krank\w*|grippe|kind krank|arbeitsunf\w*|mutterschutz|reha\w*|kur|berufskrankheit"
    r"|sairau\w*|sairas\w*|raskaus\w*|työtapaturma|nedarbingum\w*|liga|nėštum\w*"
    r"|ASK|HAV|NÄR|NAR|SJK|SMB|VAB"
    r")(?![^\W\d_])",
    re.IGNORECASE,
)  # fmt: skip
UNION_WORK: Final = re.compile(  # dues that are withheld, time off for work in the union (PAXml: FAC)
    r"(?<![^\W\d_])(?:fagforening\w*|fagforbund\w*|fackförening\w*|fackförbund\w*|fackavgift|facklig\w*|vakbond\w*|gewerkschaft\w*"
    r"|trade union\w*|union (?:dues|fees?|membership)|ammattiliit\w+|ay-jäsenmaksu|FAC)(?![^\W\d_])",
    re.IGNORECASE,
)
LETTERED: Final = re.compile(r"[^\W\d_]")
NUMBER: Final = re.compile(r"[-+]?[0-9][0-9 .,']*(?: ?(?:%|kr|eur|€|nok|sek|dkk|bpm|mmhg))?", re.IGNORECASE)
CODE: Final = re.compile(r"[A-Z]{1,4}[0-9]{0,4}(?:[.\-][0-9A-Z]{1,4})?|[0-9]{1,6}")
COUNTRY: Final = re.compile(r"[A-Z]{2,3}")  # `NO` is Norway
FEW_DIGITS: Final = re.compile(r"[0-9]{1,2}")  # a count; codes of countries have three, the Dutch register's four
BLOOD: Final = re.compile(r"(?:A|B|AB|0|O)(?: ?(?:[+\-]|Rh[ -]?(?:D )?(?:pos|neg)\w*|pos\w*|neg\w*|positive|negative))?", re.IGNORECASE)
OF_SOMEBODY: Final = re.compile(r"#?(?:[A-Za-zÀ-ÿ]{0,6}[-_/ .]?|(?:[A-Za-z]{1,12}[-_/]){1,3})[0-9][0-9A-Za-z\-_/.]{0,20}")
PAPER: Final = re.compile(r"(?=(?:[^0-9]*[0-9]){4})[A-Z0-9]{1,4}[ -]?[A-Z0-9]{3,9}[ -]?[A-Z0-9]{0,6}")
MRZ: Final = re.compile(r"(?=.*<<)[A-Z0-9<\n\r ]{28,95}")
LICENCE: Final = re.compile(r"(?=(?:[^0-9]*[0-9]){5})[A-Z0-9][A-Z0-9 \-/]{5,18}", re.IGNORECASE)
PLATE: Final = re.compile(r"(?=.*[^\W\d_])(?=.*[0-9])[^\W_][^\W_ ]{0,3}(?:[ \-:·]?[^\W_]{1,5}){1,3}")
FRAME: Final = re.compile(r"(?=.*[1-9])[A-Z0-9][A-Z0-9\-]{0,24}", re.IGNORECASE)
AGE: Final = re.compile(r"(?:1[01])?[0-9]{1,2}(?: ?[-–] ?[0-9]{1,3}|\+)?(?: ?(?:år|jaar|jahre?|years?|v|vuotta|m\.))?", re.IGNORECASE)
VIN: Final = re.compile(r"(?=.*[A-Z])(?=.*[0-9])[A-HJ-NPR-Z0-9]{17}", re.IGNORECASE)
PSEUDONYM: Final = re.compile(r"(?=.*[0-9])[\w+/=@.:|\-]{8,250}", re.ASCII)
DRAWN: Final = re.compile(r"data:image/|/9j/|iVBORw0KGgo|R0lGOD|UklGR|<svg")  # how JPEG, PNG, GIF and WebP begin in base64


def judged(entity: str, value: str, word: str) -> str | None:
    """The entity that a value is, or None where it cannot be it; `word` is the lexicon's own, by which the field is known."""
    judge = JUDGES.get(entity)
    if judge is None or (is_machine_made(value) and entity not in MACHINE_MADE):
        return None
    if word in ABSENCES:
        return _absence(value)
    return entity if judge(value) else None


def hidden(entity: str, value: str) -> bool:
    """Whether a visibly masked value can stand for such a thing."""
    return entity in HIDDEN and len(value) <= LONGEST and is_masked(value)


def is_no(value: str) -> bool:
    """Says that somebody is not, has not, or that nothing is known."""
    return (says_nothing(value) and value.lower().strip(" .") not in YES) or _evened(value) in NO


@lru_cache(maxsize=4_096)
def _absence(value: str) -> str | None:
    if len(value) > LONGEST:
        return None
    return "UNION" if UNION_WORK.search(value) else "HEALTH" if ILL.search(value) else None


def _evened(value: str) -> str:
    return "_".join(folded(value).lower().strip(" .!-").split())


def _is_told(value: str) -> bool:
    """Something is said: a word, a code, a figure that is not zero."""
    if len(value) > LONGEST or is_no(value) or is_masked(value):
        return False
    if NUMBER.fullmatch(value):
        return any(digit in value for digit in "123456789")
    return any(c.isalnum() for c in value) and "://" not in value


def _is_yes_or_told(value: str) -> bool:
    return value.lower().strip(" .") in YES or _is_told(value)


def _is_word(value: str) -> bool:
    """A word of a list of words: a country, a status; or a register's short code for one."""
    if not 1 <= len(value) <= 60 or is_no(value) or is_stamp(value) or is_masked(value):
        return False
    return bool(CODE.fullmatch(value)) or (bool(LETTERED.search(value)) and not any(c in value for c in "@{}<>=:|\\"))


def _is_nation(value: str) -> bool:
    return bool(COUNTRY.fullmatch(value)) or (_is_word(value) and not FEW_DIGITS.fullmatch(value))


def _is_number(value: str) -> bool:
    return bool(OF_SOMEBODY.fullmatch(value)) and not is_stamp(value) and value.strip("0-. ") != ""


def _is_drawn(value: str) -> bool:
    return bool(DRAWN.match(value))


def _is_template(value: str) -> bool:
    """Raw measures or an image; not the words of a device's settings."""
    return _is_drawn(value) or (len(value) >= 32 and " " not in value and "://" not in value)


def _is_pseudonym(value: str) -> bool:
    """A broker's own name for somebody: long, with digits; a bare UUID or a URL tells nobody apart from a thing."""
    if UUID.fullmatch(value) or URL.match(value) or is_stamp(value) or ROBOTS.search(value):
        return False
    return bool(PSEUDONYM.fullmatch(value))


def _is_measure(value: str) -> bool:
    return bool(NUMBER.fullmatch(value)) and any(digit in value for digit in "123456789")


def _is_age(value: str) -> bool:
    return bool(AGE.fullmatch(value)) or value.lower().strip(" .") in YES


def _whole(*patterns: re.Pattern[str]) -> Callable[[str], bool]:
    """Whether one of them takes in the whole value, and it is neither a stamp nor a placeholder."""
    return lambda value: any(p.fullmatch(value) for p in patterns) and not is_stamp(value) and not is_no(value)


HIDDEN: Final = frozenset({"EMPLOYEE_NUMBER", "PASSPORT", "ID_CARD", "DRIVING_LICENCE", "LICENSE_PLATE", "VIN"})  # stars can stand for one

JUDGES: Final = MappingProxyType[str, Callable[[str], bool]](
    {
        "EMPLOYEE_NUMBER": _is_number,
        "PASSPORT": _whole(PAPER, MRZ),
        "ID_CARD": _whole(PAPER),
        "DRIVING_LICENCE": _whole(LICENCE),
        "LICENSE_PLATE": _whole(PLATE),
        "VIN": _whole(VIN),
        "VEHICLE_ID": _whole(FRAME),
        "PSEUDONYM": _is_pseudonym,
        "AGE": _is_age,
        "RIDE": _is_measure,
        "FITNESS": _is_measure,
        "HEALTH": _is_yes_or_told,
        "DISABILITY": _is_yes_or_told,
        "BLOOD_TYPE": _whole(BLOOD),
        "RELIGION": _is_yes_or_told,
        "UNION": _is_yes_or_told,
        "ETHNICITY": _is_word,
        "POLITICS": _is_word,
        "SEXUAL_ORIENTATION": _is_word,
        "CRIMINAL_RECORD": _is_yes_or_told,
        "MARITAL_STATUS": _is_word,
        "NATIONALITY": _is_nation,
        "BIOMETRIC": _is_template,
        "PHOTO": _is_drawn,
    }
)
MACHINE_MADE: Final = frozenset({"PSEUDONYM", "BIOMETRIC"})  # may be a hash, as no other can
