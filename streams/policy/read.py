"""One policy file into packs and registry entries, with every problem at its line. What a file is, its top keys tell."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from schemas.dpv import did_you_mean
from schemas.policy import Pack, PolicyModel
from schemas.registry import FlowEntry, Registry, Store
from streams.policy.explain import problems
from streams.policy.problems import Problem
from streams.policy.yaml import Document, parse

T = TypeVar("T", bound=PolicyModel)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A pack or an entry, and where it stands."""

    value: T
    file: str
    line: int
    document: Document
    at: tuple[str | int, ...] = ()

    def problem(self, says: str, *below: str | int) -> Problem:
        """A problem with this one, at its line or that of something below it."""
        return Problem(self.file, self.document.line((*self.at, *below)), says)


@dataclass(slots=True)
class Read:
    """All that some files hold, in their order."""

    packs: list[Found[Pack]] = field(default_factory=list)
    flows: list[Found[FlowEntry]] = field(default_factory=list)
    stores: list[Found[Store]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_file(path: Path, name: str, into: Read) -> None:
    """Read one file; `name` is what problems call it. Never raises for what stands in it."""
    try:
        data = path.read_bytes()
    except OSError as bad:
        into.problems.append(Problem(name, 0, f"cannot be read: {bad.strerror}"))
        return
    read(data, name, into)


def read(data: bytes, name: str, into: Read) -> None:
    """The same for a file's bytes."""
    document = parse(data, name)
    into.problems += document.problems
    top = document.data
    if not isinstance(top, dict):
        if not document.problems and not (isinstance(top, str) and not top.strip()) and top is not None:
            into.problems.append(Problem(name, document.line(()), "neither a pack (pack: …) nor a registry (flows: …)"))
        return
    if "pack" in top:
        into.packs += _one(document, name, Pack, (), into.problems)
    elif {"flows", "stores"} & top.keys():
        _read_registry(document, name, into)
    elif "examples" in top:
        return  # a pack's own examples: for `spor policy test`
    else:
        first = next(iter(top), "")
        hint = did_you_mean(first, ["pack", "flows", "stores"])
        into.problems.append(Problem(name, document.line(()), f"neither a pack (pack: …) nor a registry (flows: …){hint}"))


def _read_registry(document: Document, name: str, into: Read) -> None:
    top = document.data
    for key in top.keys() - Registry.model_fields.keys():
        hint = did_you_mean(key, Registry.model_fields)
        into.problems.append(Problem(name, document.line((key,)), f'"{key}" is no key of a registry{hint}'))
    for key in ("flows", "stores"):
        entries = top.get(key, [])
        if not isinstance(entries, list):
            into.problems.append(Problem(name, document.line((key,)), f"{key} wants a list"))
            continue
        for index in range(len(entries)):
            if key == "flows":
                into.flows += _one(document, name, FlowEntry, (key, index), into.problems)
            else:
                into.stores += _one(document, name, Store, (key, index), into.problems)


def _one(document: Document, name: str, model: type[T], at: tuple[str | int, ...], wrong: list[Problem]) -> list[Found[T]]:
    """The model's data at a place of the file, or nothing and its problems."""
    data = document.data
    for step in at:
        data = data[step]
    try:
        return [Found(model.model_validate(data), name, document.line(at), document, at)]
    except ValidationError as bad:
        wrong += problems(bad, model, document, name, at)
        return []
