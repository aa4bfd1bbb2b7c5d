"""Pydantic's errors as sentences for whoever writes policy files: what is wrong there, and what was probably meant."""

import re
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from schemas.dpv import did_you_mean
from streams.policy.problems import Problem
from streams.policy.yaml import Document

_KINDS = {
    "string_type": "wants a text",
    "tuple_type": "wants a list",
    "list_type": "wants a list",
    "dict_type": "wants a mapping",
    "model_type": "wants a mapping",
    "model_attributes_type": "wants a mapping",
    "bool_type": "wants true or false",
    "string_too_short": "is empty",
    "too_short": "is empty",
}


def problems(failed: ValidationError, model: type[BaseModel], document: Document, file: str, at: tuple[str | int, ...]) -> list[Problem]:
    """One problem per error, at its line; `at` is where in the file the model's data stands."""
    found = []
    for error in failed.errors(include_url=False):
        loc = tuple(error["loc"])
        found.append(Problem(file, document.line((*at, *loc)), _sentence(error, loc, model)))
    return found


def _sentence(error: Any, loc: tuple[str | int, ...], model: type[BaseModel]) -> str:
    kind, where = error["type"], _where(loc)
    if kind == "extra_forbidden":
        keys = sorted({key for parent in _models(model, loc[:-1]) for key in _keys(parent)})
        place = f" of {_where(loc[:-1])}" if loc[:-1] else ""
        return f'"{loc[-1]}" is no key{place}{did_you_mean(str(loc[-1]), keys)}'
    if kind == "missing":
        place = _where(loc[:-1])
        return f"{place + ' ' if place else ''}lacks {loc[-1]}"
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        return f'{where}: "{error["input"]}" is none of {", ".join(words)}{did_you_mean(str(error["input"]), words)}'
    if kind == "policy":
        return f"{where}: {error['msg']}" if where else error["msg"]
    return f"{where} {_KINDS.get(kind, 'is not what it should be: ' + error['msg'])}".strip()


def _where(loc: tuple[str | int, ...]) -> str:
    """`purposes[0].retention[1].anchor`; the mark that pydantic sets for a mapping's key is left out."""
    text = ""
    for part in loc:
        if part != "[key]":
            text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def _keys(model: type[BaseModel]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        yield info.alias or name


def _models(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[type[BaseModel]]:
    """The model that stands at a place below another one."""
    here: list[Any] = [model]
    for part in loc:
        here = [below for kind in here for below in _below(kind, part)]
    return [kind for kind in here if _is_model(kind)]


def _below(kind: Any, part: str | int) -> list[Any]:
    if _is_model(kind):
        for name, info in kind.model_fields.items():
            if part in (info.alias, name):
                return _bare(info.annotation)
        extra = getattr(kind, "__annotations__", {}).get("__pydantic_extra__")
        return _bare(get_args(extra)[1]) if extra else []
    args = get_args(kind)
    return _bare(args[-1] if get_origin(kind) is dict else args[0]) if args else []


def _bare(kind: Any) -> list[Any]:
    """A type without Annotated and Optional; of a union each member."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _bare(get_args(kind)[0])
    if origin in (Union, UnionType):
        return [bare for arg in get_args(kind) if arg is not type(None) for bare in _bare(arg)]
    return [] if origin is Literal else [kind]


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
