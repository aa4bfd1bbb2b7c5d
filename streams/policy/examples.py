"""Examples of a policy: each is a record that goes through the whole inspector, and what has to come out of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from pydantic import ValidationError

from schemas.example import Example, ExampleRecord, Examples
from schemas.flow import Flow
from streams.inspect.inspector import Inspector
from streams.inspect.times import instant
from streams.inspect.words import RawMessage
from streams.policy.explain import problems
from streams.policy.problems import PolicyError, Problem
from streams.policy.yaml import Document, parse


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as the example says. Both texts are codes, dates and paths: nothing of the message."""

    field: str
    expected: str
    got: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """An example, where it stands, and how it differs; no difference: it holds."""

    says: str
    file: str
    line: int
    differences: tuple[Difference, ...]

    def row(self) -> dict[str, Any]:
        differs = [{"field": d.field, "expected": d.expected, "got": d.got} for d in self.differences]
        return {"file": self.file, "line": self.line, "says": self.says, "holds": not differs, "differences": differs}


@dataclass(frozen=True, slots=True)
class ExampleFile:
    name: str
    document: Document
    examples: Examples

    def folder(self, path: Path) -> Path | None:
        """The policies that the file asks for."""
        return None if self.examples.policies is None else path.parent / self.examples.policies


def read_examples(path: Path) -> ExampleFile:
    """Raises PolicyError with file and line for what is no example."""
    name = str(path)
    try:
        document = parse(path.read_bytes(), name)
    except OSError as bad:
        raise PolicyError([Problem(name, 0, f"cannot be read: {bad.strerror}")]) from None
    wrong = list(document.problems)
    if not wrong and not isinstance(document.data, dict):
        wrong.append(Problem(name, 0, "no examples: the file begins with `examples:`"))
    if wrong:
        raise PolicyError(wrong)
    try:
        found = ExampleFile(name, document, Examples.model_validate(document.data))
    except ValidationError as bad:
        raise PolicyError(problems(bad, Examples, document, name, ())) from None
    wrong = [problem for number, example in enumerate(found.examples.examples) for problem in _unreadable(found, number, example.message)]
    if wrong:
        raise PolicyError(wrong)
    return found


def _unreadable(file: ExampleFile, number: int, record: ExampleRecord) -> Iterator[Problem]:
    at = ("examples", number, "message")
    if instant(record.time) is None:
        yield Problem(file.name, file.document.line((*at, "time")), "time: no date and time: write it as 2025-11-30T10:00:00Z")
    if not record.part.isdecimal():
        yield Problem(file.name, file.document.line((*at, "part")), "part: no number: the messages of a record are counted from 0")


def run(file: ExampleFile, inspector: Inspector) -> Iterator[Outcome]:
    """Each example's outcome, in the file's order."""
    for number, example in enumerate(file.examples.examples):
        flows = inspector(_raw(example.message, number))
        yield Outcome(example.says, file.name, file.document.line(("examples", number)), tuple(_differences(example, flows)))


def _raw(record: ExampleRecord, offset: int) -> RawMessage:
    return RawMessage(
        topic=record.topic,
        partition=0,
        offset=offset,
        timestamp=instant(record.time) or 0,
        key=None if record.key is None else record.key.encode(),
        value=None if record.value is None else record.value.encode(),
        headers=tuple((name, text.encode()) for name, text in record.headers.items()),
        adapter=record.adapter,
    )


def _differences(example: Example, flows: tuple[Flow, ...]) -> Iterator[Difference]:
    part = int(example.message.part)
    if part >= len(flows):
        yield Difference("part", str(part), f"the record holds {len(flows)} messages")
        return
    for field, expected in example.expect.named().items():
        wanted, got = _shown(expected), _shown(_LOOKS[field](flows[part]))
        if wanted != got:
            yield Difference(field, wanted, got)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {value[name]}" for name in sorted(value)) or "none"
    if isinstance(value, tuple | list | set | frozenset):
        return ", ".join(sorted(set(value))) or "none"
    return "none" if value is None else str(value)


def _until(flow: Flow) -> dict[str, str]:
    """Store by store the first date on which something of it lapses, else the state of its clock."""
    clocks: dict[str, str] = {}
    for tag in flow.tags:
        store, told = tag.store or "-", tag.until or tag.state
        clocks[store] = min(clocks.get(store, told), told)
    return clocks


_LOOKS: Final = MappingProxyType[str, Callable[[Flow], Any]](
    {
        "verdict": lambda flow: flow.verdict,
        "rules": lambda flow: {v.rule for v in flow.every_verdict()},
        "categories": lambda flow: {row.category for row in flow.personal_data},
        "paths": lambda flow: {row.path for row in flow.personal_data},
        "purposes": lambda flow: flow.purposes,
        "legal_bases": lambda flow: flow.legal_bases,
        "retain_until": lambda flow: flow.retain_until,
        "until": _until,
        "integration": lambda flow: flow.integration.id,
        "controller": lambda flow: flow.controller,
        "processor": lambda flow: flow.processor,
        "scanned": lambda flow: flow.coverage.scanned,
    }
)
