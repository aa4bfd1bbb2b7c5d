"""Walk tables and interchanges character by character, as anyone would who wants to look a finding up in the bytes."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

MARK = re.compile(r"\[\[([A-Z_]+):(.*?)\]\]", re.DOTALL)


class Place(NamedTuple):
    """A value of a document: how a finding names it, where it stands in the text as it is written, and what it says."""

    path: str
    start: int
    end: int
    value: str


def unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its `[[ENTITY:value]]` marks, and (start, end, entity) of what was marked in it."""
    parts: list[str] = []
    marks: list[tuple[int, int, str]] = []
    at = length = 0
    for mark in MARK.finditer(text):
        parts += [text[at : mark.start()], mark[2]]
        length += mark.start() - at
        marks.append((length, length + len(mark[2]), mark[1]))
        length, at = length + len(mark[2]), mark.end()
    return "".join(parts) + text[at:], marks


def cells(text: str, delimiter: str, *, start: int = 0, header: bool) -> Iterator[Place]:
    """Every cell of a table without broken quotes that is not blank, header left out."""
    rows = [row for row in _rows(text, delimiter, start) if len(row) > 1 or row[0].value.strip()]
    names = [cell.value.strip() for cell in rows.pop(0)] if header else []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell.value.strip():
                name = names[column] if column < len(names) else ""
                yield cell._replace(path=f"[{number}]" + (_key(name) if name else f".#{column}"))


def _key(name: str) -> str:
    plain = all(c.isalpha() or c.isdecimal() or c in "_-" for c in name)
    return "." + name if plain else "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']"


def _rows(text: str, delimiter: str, start: int) -> Iterator[list[Place]]:
    row: list[Place] = []
    begin, said, quoted = start, "", False
    at = start
    while at < len(text):
        char = text[at]
        if quoted and char == '"' and text[at + 1 : at + 2] == '"':
            said, at = said + '"', at + 1
        elif char == '"' and (quoted or at == begin):
            quoted = not quoted
        elif quoted or char not in (delimiter, "\r", "\n"):
            said += char
        else:
            row.append(Place("", begin, at, said))
            said = ""
            if char != delimiter:
                yield row
                row = []
                at += text[at : at + 2] == "\r\n"
            begin = at + 1
        at += 1
    if row or begin < at:
        yield [*row, Place("", begin, at, said)]


def components(text: str) -> Iterator[Place]:
    """Every component of an interchange that is not blank; line breaks between segments alone."""
    component, element, release, terminator, at = ":", "+", "?", "'", 0
    if text.startswith("UNA"):
        component, element, _, release, _, terminator = tuple(text[3:9])
        at = 9 + len(text[9:]) - len(text[9:].lstrip("\r\n"))
    seen: Counter[str] = Counter()
    tag, place, begin, said = "", (0, 1), at, ""
    while at < len(text):
        char = text[at]
        if char == release:
            at, said = at + 1, said + text[at + 1]
        elif char in (component, element, terminator):
            if place == (0, 1):
                tag = said
                seen[tag] += 1
            elif said.strip():
                yield Place(f"{tag}[{seen[tag]}]/{place[0]}.{place[1]}", begin, at, said)
            said = ""
            place = (place[0], place[1] + 1) if char == component else (place[0] + 1, 1) if char == element else (0, 1)
            while char == terminator and text[at + 1 : at + 2] in ("\r", "\n"):
                at += 1
            begin = at + 1
        else:
            said += char
        at += 1


def marked(places: Iterator[Place], marks: list[tuple[int, int, str]], text: str) -> set[tuple[str, str, str]]:
    """(path, entity, value as it is written) of every mark, by where it stands."""
    known = list(places)
    found = set()
    for start, end, entity in marks:
        [path] = [place.path for place in known if place.start <= start and end <= place.end]
        found.add((path, entity, text[start:end]))
    return found
