"""YAML with no surprises: mappings, lists and text, each with its line. `NO` is Norway, `2025-01-10` a text, `012` not ten.

Only the field decides what `true`, `false` and `null` mean (schemas.terms), so a scalar without quotes is kept apart as `Plain`.
Anchors, aliases, tags and merge keys are refused: a policy file says what it says where it says it, and no alias can blow it up.
"""

import sys
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from schemas.terms import Plain
from streams.policy.problems import Problem

Place = tuple[str | int, ...]

MAX_BYTES: Final = 4 * 1024 * 1024  # a registry of 2,000 flows is about 1 MB
MAX_DEPTH: Final = 32
_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml where the wheel has it: some ten times faster


class Lines:
    """The lines of a mapping's keys or a list's items, and below each that is a mapping or list itself the same again."""

    __slots__ = ("at", "below", "line")

    def __init__(self, line: int, at: "dict[str, int] | list[int] | None" = None) -> None:
        self.line = line  # where it begins, 1-based
        self.at: Any = {} if at is None else at
        self.below: dict[str | int, Lines] | None = None


@dataclass(slots=True)
class Document:
    """What a file holds, the line of every key and item, and what is wrong with it. `data` is None where nothing could be read."""

    data: Any = None
    lines: Lines = field(default_factory=lambda: Lines(1))
    problems: list[Problem] = field(default_factory=list)

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing above it that has one."""
        here: Lines | None = self.lines
        line = self.lines.line
        for step in place:
            if here is None or not (step in here.at if isinstance(here.at, dict) else isinstance(step, int) and step < len(here.at)):
                break
            line, here = here.at[step], here.below.get(step) if here.below else None
        return line


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
        return wrong(min(mark.line, text.count("\n")) + 1 if mark else 0, f"not readable as YAML: {bad.problem or bad.context}")
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
        self.here: Any = None  # the open mapping or list
        self.lines = document.lines
        self.key: str | None = None  # of an open mapping: the one that waits for its value
        self.stack: list[tuple[Any, Lines, str | None]] = []
        self.documents = 0

    def run(self, text: str) -> None:
        loader = _LOADER(text)
        try:
            take = loader.get_event
            while (event := take()) is not None:
                kind = type(event)
                if kind is yaml.ScalarEvent:
                    self._scalar(event)
                elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                    self._open(event, {} if kind is yaml.MappingStartEvent else [])
                elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                    self.here, self.lines, self.key = self.stack.pop()
                else:
                    self._frame(event)
        finally:
            loader.dispose()

    def _frame(self, event: Any) -> None:
        """What stands around the tree, and what may not stand in it."""
        mark: Any = event.start_mark
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _TooMuch(mark.line + 1, "a second document begins here; one file holds one")
        elif isinstance(event, yaml.AliasEvent):
            raise _TooMuch(mark.line + 1, f"an alias (*{event.anchor}): write the value out")

    def _scalar(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if event.anchor is not None or event.tag is not None:
            _refuse_tricks(event, line)
        if self.key is None and type(self.here) is dict:
            self._key(sys.intern(event.value), line)  # the same few words in thousands of mappings
        else:
            self._put(Plain(event.value) if not event.style else event.value, line)

    def _key(self, key: str, line: int) -> None:
        at = self.lines.at
        if key in at:
            says = f'"{key}" stands here a second time; the first is in line {at[key]}'
            self.document.problems.append(Problem(self.file, line, says))
        else:
            at[key] = line
        self.key = key

    def _open(self, event: Any, value: Any) -> None:
        line = event.start_mark.line + 1
        if event.anchor is not None or event.tag is not None:
            _refuse_tricks(event, line)
        if self.key is None and type(self.here) is dict:
            raise _TooMuch(line, "a key has to be text, not a list or a mapping")
        if len(self.stack) >= MAX_DEPTH:
            raise _TooMuch(line, f"nested deeper than {MAX_DEPTH}")
        step = self._put(value, line)
        lines = Lines(line, {} if type(value) is dict else [])
        if not self.stack:
            self.document.lines = lines
        elif step is not None:
            if self.lines.below is None:
                self.lines.below = {}
            self.lines.below[step] = lines
        self.stack.append((self.here, self.lines, self.key))
        self.here, self.lines, self.key = value, lines, None

    def _put(self, value: Any, line: int) -> str | int | None:
        """Hang a value where it belongs and say under what; None where it hangs nowhere. Of a doubled key the first value stays."""
        here = self.here
        if type(here) is list:
            here.append(value)
            self.lines.at.append(line)
            return len(here) - 1
        if here is None:
            self.document.data = value
            self.document.lines.line = line
            return None
        key, self.key = self.key, None
        assert key is not None  # a value in a mapping always follows its key
        if key in here:
            return None
        here[key] = value
        return key


def _refuse_tricks(event: Any, line: int) -> None:
    if event.anchor is not None:
        raise _TooMuch(line, f"an anchor (&{event.anchor}): write the value out where it is used")
    if event.tag != "!":
        raise _TooMuch(line, f"a tag ({event.tag}): policy files hold plain text, lists and mappings")
