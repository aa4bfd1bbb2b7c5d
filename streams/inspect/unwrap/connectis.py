"""Recognise what an identity broker (Connectis, now Signicat) says of a person: eHerkenning attributes, bare or inside a subject."""

from typing import Final

from streams.inspect.jsontree import Pairs
from streams.inspect.unwrap.content import Content
from streams.inspect.unwrap.draft import Draft
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.shapes import Shape, whole

_SUBJECTS: Final = ("subject", "attributes")
_PROVIDERS: Final = frozenset({"eherkenning", "idin", "digid", "eidas"})
_ATTRIBUTES: Final = (
    "idpid",
    "nin",
    "chamberofcommerce",
    "familynameinfix",
    "placeofbirth",
    "18orolder",
    "legalsubjectid",
    "actingsubjectid",
)


def _levels(fields: Fields) -> tuple[Fields, ...]:
    """The object itself, and the subject in it."""
    inner = (fields.get(name) for name in _SUBJECTS)
    return (fields, *(Fields(each) for each in inner if type(each) is Pairs))


def _says_provider(fields: Fields) -> bool:
    said = fields.get("provider")
    return isinstance(said, str) and said.strip().lower() in _PROVIDERS


def _is_answer(fields: Fields) -> bool:
    """eHerkenning attributes, or another broker attribute of a provider that says so."""
    levels = _levels(fields)
    if any(level.has("idpid", "chamberofcommerce") or _eherkenning(level) for level in levels):
        return True
    return _says_provider(fields) and (len(levels) > 1 or fields.any(*_ATTRIBUTES))


def _eherkenning(fields: Fields) -> bool:
    return any(name.startswith("eherkenning") for name in fields.names())


def _may_be_answer(fields: Fields) -> bool:
    return _says_provider(fields) or any(level.any(*_ATTRIBUTES) for level in _levels(fields))


def _open_answer(fields: Fields, draft: Draft) -> Content:
    """The answer is its own body; who vouches for the person is its sender."""
    draft.claim("sender", fields, "provider")
    draft.happened = fields.time("authninstant", "issueinstant", "timestamp")
    return whole(fields)


SHAPES: Final = (Shape("connectis.attributes", "connectis", _is_answer, _may_be_answer, _open_answer, listed=True),)
