"""Can this value be what its field's name says? Plausibility by entity, for what no checksum can tell."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, Literal

from schemas.entities import NATIONAL_IDS
from schemas.words import ValueState
from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.claims import Claim
from streams.inspect.detect.names import NAMED_LIKE_NOTHING, is_partys_name, is_person_like, is_somebodys_name
from streams.inspect.detect.shapes import is_machine_made, is_masked, is_stamp, says_nothing

Kind = Literal["text", "number", "boolean"]

RECOGNIZER: Final = "FieldName"
LONGEST: Final = 250  # code points of a value that a field's name can speak for; longer is prose
CERTAIN, LIKELY, POSSIBLE, MASKED = 0.9, 0.8, 0.6, 0.7

DIGITS: Final = re.compile(r"[0-9]")
DATE: Final = re.compile(
    r"(?:[0-9]{4}[-./ ]?(?:0[1-9]|1[0-2])[-./ ]?(?:0[1-9]|[12][0-9]|3[01])(?:[T ].*)?"  # 1990-01-31, 19900131, with a time
    r"|(?:0?[1-9]|[12][0-9]|3[01])[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:[0-9]{4}|[0-9]{2})(?:[T ].*)?"  # 31.01.1990
    r"|(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12][0-9]|3[01])/[0-9]{4}(?: .*)?"  # 01/31/1990
    r"|(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}(?:[0-9]{2})?"  # 310190
    r"|[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"  # 900131
    r"|(?:18|19|20)[0-9]{2}"  # a year
    r"|(?:0?[1-9]|[12][0-9]|3[01])\.? [^\W\d_]{3,12}\.? [0-9]{4}"  # 31. januar 1990
    r"|[^\W\d_]{3,12} (?:0?[1-9]|[12][0-9]|3[01]),? [0-9]{4}"  # January 31, 1990
    r"|-?[0-9]{9,13}(?![0-9])"  # an epoch
    r"|/Date\(-?[0-9]{1,15}(?:[+-][0-9]{4})?\)/"  # OData 2
    r"|\[DT?:[0-9/ :]{8,19}\]"  # SuperOffice: [D:04/23/1975]
    r"|(?:--)?(?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12][0-9]|3[01])|(?:0[1-9]|[12][0-9]|3[01])[-/.](?:0[1-9]|1[0-2])\.?)"  # without a year
)  # fmt: skip
NULL_DATE: Final = re.compile(r"0001-01-01|1900-01-01|9999-12-31|0000-00-00|01\.01\.0001|1970-01-01T00:00:00")
SEXES: Final = words("""
    m f k v w x d u o male female man woman mann kvinne kvinna mand kvinde vrouw men women gutt jente pojke flicka dreng pige jongen
    meisje hann hun mannlig kvinnelig manlig kvinnlig mandlig kvindelig mannelijk vrouwelijk mannlich maennlich weiblich divers
    nonbinary non-binary diverse neutral intersex transgender agender genderqueer hen hankjonn hunkjonn annet andre mies nainen vyras
    moteris vyr mot kobieta mezczyzna male_gender female_gender boy girl mr mrs ms 1 2 9 m/f mænd
""")
CURRENCY: Final = r"(?:kr|nok|sek|dkk|eur|usd|gbp|chf|pln|€|£|\$)\.?"
NUMERIC: Final = re.compile(rf"[-+]?[0-9][0-9 \u00a0.,']*(?:,-)?(?: ?{CURRENCY})?|{CURRENCY} ?[0-9][0-9 \u00a0.,']*(?:,-)?", re.IGNORECASE)
LOGIN: Final = re.compile(r"[^\W_][\w.\-+@\\$]{1,63}")
PERSONAL_LOGIN: Final = re.compile(r"[a-zæøåäöü]{2,20}\.[a-zæøåäöü]{2,30}|[a-zæøåäöü]{4,20}[0-9]{1,4}")
BARE: Final = frozenset({"name", "navn", "namn", "naam"})
HANDLE: Final = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+|[a-z]+[0-9]+")  # a `name` that is a login
SALUTATIONS: Final = words("mr mrs ms miss dr prof hr herr fru frøken frau dhr mevr mevrouw meneer mw sir madam")
SERVICES: Final = words("""
    system service svc admin administrator root integration integrasjon api bot batch job daemon anonymous guest public nobody unknown
    default scheduler worker import export sync sa test user automatic auto workflow process robot rpa webhook connector client server
    app application all any every
""")
NUMBER_OF_SOMEBODY: Final = re.compile(r"[#]?(?:[A-Za-zÀ-ÿ]{0,6}[-_/ .]?|(?:[A-Za-z]{1,12}[-_/]){2,3})[0-9][0-9A-Za-z\-_/. ]{0,30}")
PLACE: Final = re.compile(r"[^\W_]")
ENDPOINT: Final = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:[/:][0-9]{1,5})?|[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,24}(?::[0-9]{1,5})?|[a-z0-9\-.]+:[0-9]{2,5}"
)
COORDINATE: Final = re.compile(r"[-+]?[0-9]{1,3}(?:[.,][0-9]+)?°?[NSEWØnsewø]?")
PAIR: Final = re.compile(
    r"[\[(]?\s*[-+]?[0-9]{1,3}\.[0-9]{2,}\s*[,; ]\s*[-+]?[0-9]{1,3}\.[0-9]{2,}\s*(?:[,; ]\s*-?[0-9.]+)?[\])]?"
    r"|POINT\s*\([-+0-9. ]{3,60}\)|geo:[-+0-9.,]{3,60}"
)
TITLE: Final = re.compile(r"[^\W\d_][^@:;=<>{}|]{1,79}")
CODES: Final = re.compile(r"[A-Z0-9_\-]{1,40}")
SHORTEST_SECRET: Final = 3  # code points; a `pin` of less is a connector's
HASHED: Final = re.compile(r"\$(?:2[aby]|argon2\w*|5|6|pbkdf2\S*)\$\S+|[0-9A-Fa-f]{32,128}")


def claimed(claim: Claim, text: str, kind: Kind) -> Candidate | None:
    """The finding that a claim alone makes of a value, or None where the value cannot be it. Only for entities that a name can carry."""
    start = len(text) - len(text.lstrip())
    value = text.strip()
    if not value or kind == "boolean" or len(value) > LONGEST:
        return None
    entity = claim.entities[0]
    if entity == "PERSON" and claim.word in BARE and HANDLE.fullmatch(value) and _is_login(value):
        return Candidate(start, start + len(value), "USERNAME", RECOGNIZER, POSSIBLE, claim.evidence, True)
    judged = _judged(entity, value, kind, claim.strict, claim.party)
    if judged is None:
        entity, judged = _person_or_login(entity, value, claim)
    if judged is None:
        return None
    score, state = judged
    return Candidate(start, start + len(value), entity, RECOGNIZER, score, claim.evidence, True, state)


@lru_cache(maxsize=16_384)
def _judged(entity: str, value: str, kind: Kind, strict: bool, party: bool) -> tuple[float, ValueState] | None:
    if is_machine_made(value) and not (entity == "DATE_OF_BIRTH" and is_stamp(value)):
        return None
    if is_masked(value) and (score := _masked(entity, value)):
        return score, "masked"
    if entity not in ("GENDER", "PASSWORD") and says_nothing(value) and not (entity == "PERSON" and value in NAMED_LIKE_NOTHING):
        return None
    judge = JUDGES.get(entity)
    if entity == "PERSON" and (strict or party):
        judge = is_person_like if strict else is_partys_name
        return (LIKELY, "clear") if kind == "text" and judge(value) else None
    if judge is None or not judge(value):
        return None
    return (CERTAIN if entity in SURE else LIKELY), "clear"


def _person_or_login(entity: str, value: str, claim: Claim) -> tuple[str, tuple[float, ValueState] | None]:
    """`user` may hold a name, `createdBy` a login."""
    if entity == "USERNAME" and is_person_like(value):
        return "PERSON", (LIKELY, "clear")
    if entity == "PERSON" and claim.strict and not claim.party and PERSONAL_LOGIN.fullmatch(value) and _is_login(value):
        return "USERNAME", (POSSIBLE, "clear")
    return entity, None


def _masked(entity: str, value: str) -> float | None:
    """A masked value in a known field is a finding, if stars are what can hide such a thing."""
    if entity == "PERSON" and "*" not in value and "•" not in value and not re.fullmatch(r"[Xx ]{3,}|\[?\w+\]?", value):
        return None
    return MASKED if entity in MASKABLE and len(value) <= 80 else None


def _is_name(value: str) -> bool:
    return is_somebodys_name(value)


def _is_place(value: str) -> bool:
    return (
        bool(PLACE.search(value))
        and "@" not in value
        and not is_stamp(value)
        and len(value) <= 200
        and "{" not in value
        and not value.startswith("0x")
        and not ENDPOINT.fullmatch(value)
    )


def _is_birth(value: str) -> bool:
    return bool(DATE.fullmatch(value)) and not NULL_DATE.match(value)


def _is_sex(value: str) -> bool:
    from_words = value.lower().strip(".").replace("ä", "a").replace("ø", "o").replace("č", "c").replace(" ", "_")
    return from_words in SEXES


def _is_money(value: str) -> bool:
    return bool(NUMERIC.fullmatch(value)) and any(c in "123456789" for c in value)


def _is_login(value: str) -> bool:
    if not LOGIN.fullmatch(value) or not SERVICES.isdisjoint(re.split(r"[._\-\\@0-9]", value.lower())):
        return False
    return any(c.isalpha() for c in value) and not is_stamp(value)


def _is_secret(value: str) -> bool:
    return (SHORTEST_SECRET <= len(value) <= 200 and not says_nothing(value)) or bool(HASHED.fullmatch(value))


def _is_number_of_somebody(value: str) -> bool:
    return bool(NUMBER_OF_SOMEBODY.fullmatch(value)) and not is_stamp(value) and value.strip("0-. ") != ""


def _is_title(value: str) -> bool:
    return bool(TITLE.fullmatch(value)) and not is_stamp(value) and value.lower().strip(".") not in SALUTATIONS


def _is_position(value: str) -> bool:
    if PAIR.fullmatch(value):
        return True
    if not COORDINATE.fullmatch(value):
        return False
    number = float(re.sub(r"[^0-9.+\-]", "", value.replace(",", ".")) or "999")
    return -180.0 <= number <= 180.0


JUDGES: Final[dict[str, Callable[[str], bool]]] = {
    "PERSON": _is_name,
    "LOCATION": _is_place,
    "DATE_OF_BIRTH": _is_birth,
    "GENDER": _is_sex,
    "USERNAME": _is_login,
    "PASSWORD": _is_secret,
    "CUSTOMER_NUMBER": _is_number_of_somebody,
    "ORDER_NUMBER": _is_number_of_somebody,
    "SALARY": _is_money,
    "JOB_TITLE": _is_title,
    "GEO": _is_position,
}
SURE: Final = frozenset({"PASSWORD", "DATE_OF_BIRTH", "GENDER", "GEO"})
MASKABLE: Final = frozenset(JUDGES) - {"GEO", "JOB_TITLE", "SALARY", "GENDER", "LOCATION"} | {
    "EMAIL_ADDRESS", "PHONE_NUMBER", "IBAN_CODE", "CREDIT_CARD", "BANK_ACCOUNT", "NO_BANK_ACCOUNT", "LOCATION", "SALARY",
    "IMEI", "IP_ADDRESS", "MAC_ADDRESS", *NATIONAL_IDS,
}  # fmt: skip
