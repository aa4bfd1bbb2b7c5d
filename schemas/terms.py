"""The field types of policy files: each says what is wrong with a word and which one was probably meant."""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from schemas import dpv
from schemas.rules import RULES


class Plain(str):
    """A YAML scalar written without quotes: only such a one can be `true`, `false` or `null`, and only where a field wants it."""

    __slots__ = ()


NULLS: Final = frozenset({"null", "~", ""})


def wrong(message: str, **said: str) -> PydanticCustomError:
    """A policy file's error; `{name}` in the message is filled from what is said. Policy files hold no message data."""
    return PydanticCustomError("policy", message, said)


def _one_of(known: Collection[str], what: str) -> Callable[[str], str]:
    def check(word: str) -> str:
        if word not in known:
            raise wrong('"{word}" is no {what}{hint}', word=word, what=what, hint=dpv.did_you_mean(word, known))
        return word

    return check


def _spelt_anew(term: Any) -> Any:
    """A term in the spelling of the version that is used here."""
    return dpv.RENAMED.get(term, term) if isinstance(term, str) else term


def _right(word: str) -> str:
    """A right's term for the words that notices use; a promise that no term has stays as it is written."""
    term = dpv.RIGHT_WORDS.get(word.casefold(), word)
    if term.startswith("eu-gdpr:") and term not in dpv.RIGHTS:
        raise wrong('"{word}" is no right of the DPV{hint}', word=word, hint=dpv.did_you_mean(word, dpv.RIGHTS))
    return term


def _matching(pattern: str, says: str) -> Callable[[str], str]:
    shape = re.compile(pattern)

    def check(text: str) -> str:
        if not shape.fullmatch(text):
            raise wrong('"{text}" {says}', text=text, says=says)
        return text

    return check


def _day(text: str) -> str:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            date.fromisoformat(text)
            return text
    except ValueError:
        pass
    raise wrong('"{text}" is no date: write it as 2025-01-31', text=text)


def _month_day(text: str) -> str:
    try:
        if re.fullmatch(r"[0-9]{2}-[0-9]{2}", text):
            date.fromisoformat(f"2024-{text}")  # a leap year: 02-29 stands for the last day of February
            return text
    except ValueError:
        pass
    raise wrong('"{text}" is no day of the year: write it as 12-31', text=text)


_PERIOD: Final = re.compile(r"P(?:(?:[0-9]{1,3}Y)?(?:[0-9]{1,4}M)?(?:[0-9]{1,6}D)?|[0-9]{1,4}W)")


def _period(text: str) -> str:
    if "T" in text:
        raise wrong('"{text}": retention counts in days, so a period has no hours (PT…); round up to days, as P1D', text=text)
    if text == "P" or not _PERIOD.fullmatch(text):
        raise wrong('"{text}" is no ISO 8601 period of years, months, weeks or days: write it as P3M, P5Y, P14D or P1Y6M', text=text)
    return text


def _listed(value: Any) -> Any:
    """One word may stand for a list of one."""
    return (value,) if isinstance(value, str) else value


def _truth(value: Any) -> Any:
    if isinstance(value, Plain) and value in ("true", "false"):
        return value == "true"
    if isinstance(value, str):
        raise wrong('"{text}" is neither true nor false', text=value)
    return value


def _answer(value: Any) -> Any:
    """What a message has to say: one of these texts, or that the field is `present` or `absent`."""
    if isinstance(value, str):
        return value if value in ("present", "absent") else (value,)
    return value


def _answer_shape(value: Any) -> Any:
    if isinstance(value, str) or (isinstance(value, tuple | list) and all(isinstance(v, str) for v in value)):
        return value if isinstance(value, str) else tuple(map(str, value))
    raise wrong("wants present, absent, or a list of texts")


Text = Annotated[str, Field(min_length=1)]
Name = Annotated[str, AfterValidator(_matching(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", "is no id: letters, digits, - . and _, at most 100"))]
Date = Annotated[str, AfterValidator(_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
MonthDay = Annotated[str, AfterValidator(_month_day), WithJsonSchema({"type": "string", "pattern": r"^\d{2}-\d{2}$"})]
Period = Annotated[str, AfterValidator(_period), WithJsonSchema({"type": "string", "pattern": f"^{_PERIOD.pattern}$"})]
Country = Annotated[str, AfterValidator(_matching("[A-Z]{2}|EEA", "is no country: two capital letters (ISO 3166-1), EU or EEA"))]
Truth = Annotated[bool, BeforeValidator(_truth)]
YesNo = Literal["yes", "no"]
Words = Annotated[
    tuple[Text, ...],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Answer = Annotated[
    tuple[str, ...] | str,
    Field(union_mode="left_to_right"),
    BeforeValidator(_answer_shape),
    BeforeValidator(_answer),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]

Category = Annotated[
    str,
    BeforeValidator(_spelt_anew),
    AfterValidator(_one_of(dpv.PD, "kind of personal data of the DPV")),
    WithJsonSchema({"type": "string", "enum": sorted(dpv.PD | dpv.RENAMED.keys())}),
]
PurposeTerm = Annotated[
    str, AfterValidator(_one_of(dpv.PURPOSES, "purpose of the DPV")), WithJsonSchema({"type": "string", "enum": sorted(dpv.PURPOSES)})
]
SubjectTerm = Annotated[
    str, AfterValidator(_one_of(dpv.SUBJECTS, "data subject of the DPV")), WithJsonSchema({"type": "string", "enum": sorted(dpv.SUBJECTS)})
]
ProcessingTerm = Annotated[
    str,
    AfterValidator(_one_of(dpv.PROCESSING, "processing of the DPV")),
    WithJsonSchema({"type": "string", "enum": sorted(dpv.PROCESSING)}),
]
Right = Annotated[Text, AfterValidator(_right)]
_BASES: Final = dpv.LEGAL_BASES | dpv.CONDITIONS
LegalBasis = Annotated[
    str, AfterValidator(_one_of(_BASES, "legal basis of GDPR art. 6 or 9")), WithJsonSchema({"type": "string", "enum": sorted(_BASES)})
]
Condition = Annotated[
    str,
    AfterValidator(_one_of(dpv.CONDITIONS, "condition of GDPR art. 9(2)")),
    WithJsonSchema({"type": "string", "enum": sorted(dpv.CONDITIONS)}),
]
Bases = Annotated[
    tuple[LegalBasis, ...],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Safeguard = Annotated[
    str,
    AfterValidator(_one_of(dpv.SAFEGUARDS, "safeguard of GDPR chapter V")),
    WithJsonSchema({"type": "string", "enum": sorted(dpv.SAFEGUARDS)}),
]
RuleName = Annotated[str, AfterValidator(_one_of(RULES.keys(), "rule")), WithJsonSchema({"type": "string", "enum": sorted(RULES)})]
