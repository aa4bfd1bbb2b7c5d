"""YAML with no surprises: mappings, lists and text, each with its line. `NO` is Norway, `2025-01-10` a text, `012` not ten.

Only the field decides what `true`, `false` and `null` mean (schemas.terms), so a scalar without quotes is kept apart as `Plain`.
Anchors, aliases, tags and merge keys are refused: a policy file says what it says where it says it, and no alias can blow it up.
"""

from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from schemas.terms import Plain
from streams.policy.problems import Problem

Place = tuple[str | int, ...]

MAX_BYTES: Final = 4 * 1024 * 1024  # a registry of 2,000 flows is about 1 MB
MAX_DEPTH: Final = 32
_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml where the wheel has it: some ten times faster


@dataclass(slots=True)
class Document:
    """What a file holds, the line of every key and item, and what is wrong with it. `data` is None where nothing could be read."""

    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing above it that has one."""
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)


def parse(data: bytes, file: str) -> Document:
    """One file's bytes as a Document. Never raises for what stands in them: it becomes a problem."""
    document = Document()

    def wrong(line: int, says: str) -> Document:
        document.data = None  # half a file means something else than the whole one
        document.problems.append(Problem(file, line, says))
        return document

    if len(data) > MAX_BYTES:
        return wrong(0, f"larger than {MAX_BYTES // 1024 // 1024} MiB; split it into several files")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        return wrong(data.count(b"\n", 0, bad.start) + 1, "not UTF-8; save the file as UTF-8")
    try:
        _Builder(document, file).run(text)
    except yaml.MarkedYAMLError as bad:
        mark: Any = bad.problem_mark or bad.context_mark
        return wrong(mark.line + 1 if mark else 0, f"not readable as YAML: {bad.problem or bad.context}")
    except yaml.reader.ReaderError as bad:
        position = bad.position if isinstance(bad.position, int) else 0
        return wrong(text.count("\n", 0, position) + 1, "a character that YAML does not allow")
    except _TooMuch as bad:
        return wrong(bad.line, bad.says)
    return document


class _TooMuch(Exception):
    def __init__(self, line: int, says: str) -> None:
        self.line, self.says = line, says
        super().__init__(says)


class _Builder:
    """Builds the tree from libyaml's events on a stack of its own: no recursion, so no depth can break it."""

    def __init__(self, document: Document, file: str) -> None:
        self.document, self.file = document, file
        self.stack: list[tuple[Any, Place]] = []  # open mappings and lists, with where they hang
        self.keys: list[str | None] = []  # of each open mapping, the key that waits for its value
        self.documents = 0

    def run(self, text: str) -> None:
        for event in yaml.parse(text, Loader=_LOADER):
            mark: Any = event.start_mark
            line = mark.line + 1
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    raise _TooMuch(line, "a second document begins here; one file holds one")
            elif isinstance(event, yaml.AliasEvent):
                raise _TooMuch(line, f"an alias (*{event.anchor}): write the value out")
            elif isinstance(event, yaml.ScalarEvent):
                self._refuse_tricks(event, line)
                self._scalar(event, line)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_tricks(event, line)
                self._open({} if isinstance(event, yaml.MappingStartEvent) else [], line)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop()
                self.keys.pop()

    def _refuse_tricks(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            raise _TooMuch(line, f"an anchor (&{event.anchor}): write the value out where it is used")
        if event.tag not in (None, "!"):
            raise _TooMuch(line, f"a tag ({event.tag}): policy files hold plain text, lists and mappings")

    def _scalar(self, event: Any, line: int) -> None:
        value = Plain(event.value) if event.style in (None, "") else str(event.value)
        if self.stack and isinstance(self.stack[-1][0], dict) and self.keys[-1] is None:
            self._key(str(value), line)
        else:
            self._put(value, line)

    def _key(self, key: str, line: int) -> None:
        mapping, place = self.stack[-1]
        if key in mapping:
            first = self.document.lines[(*place, key)]
            self.document.problems.append(Problem(self.file, line, f'"{key}" stands here a second time; the first is in line {first}'))
        else:
            self.document.lines[(*place, key)] = line
        self.keys[-1] = key

    def _open(self, value: Any, line: int) -> None:
        if self.stack and isinstance(self.stack[-1][0], dict) and self.keys[-1] is None:
            raise _TooMuch(line, "a key has to be text, not a list or a mapping")
        if len(self.stack) >= MAX_DEPTH:
            raise _TooMuch(line, f"nested deeper than {MAX_DEPTH}")
        place = self._put(value, line)
        self.stack.append((value, place))
        self.keys.append(None)

    def _put(self, value: Any, line: int) -> Place:
        """Hang a value where it belongs and say where that is. Of a doubled key the first value stays."""
        if not self.stack:
            self.document.data = value
            self.document.lines[()] = line
            return ()
        parent, place = self.stack[-1]
        if isinstance(parent, list):
            parent.append(value)
            place = (*place, len(parent) - 1)
            self.document.lines[place] = line
            return place
        key = self.keys[-1]
        assert key is not None  # a value in a mapping always follows its key
        self.keys[-1] = None
        if key in parent:
            return (*place, key, "second")
        parent[key] = value
        return (*place, key)
