"""Find the wanted contents of a mail or a multipart body: part by part, each behind its transfer encoding."""

from collections import Counter
from collections.abc import Iterator

from streams.inspect.decode.locate.wanted import Wanted
from streams.inspect.decode.mail import is_form
from streams.inspect.decode.mime import Kind, Part, part_of, parts_of
from streams.inspect.words import NESTED, Path

Found = Iterator[tuple[Wanted, Part]]
"""Each part in whose content a value is wanted, and the step at which its text or document hangs."""


def contents(data: bytes, kind: Kind, wanted: Wanted) -> Found:
    """The parts of a body. No deeper than the wanted paths, so that nesting costs no more than the reader paid."""
    if kind == "mail":
        return _of_part(part_of(data), wanted)
    body = Part((), data)
    return _of_form(body, wanted) if is_form(body) else _of_content(body, wanted, kind)


def _of_form(body: Part, wanted: Wanted) -> Found:
    found = parts_of(body, "multipart")
    parts = found.found if found else []
    names = [part.parameter("content-disposition", "name") for part in parts]
    repeated = {name for name, count in Counter(names).items() if count > 1}
    seen: Counter[str] = Counter()
    for part, name in zip(parts, names, strict=True):
        path: Path = (name, seen[name]) if name in repeated else (name,)
        seen[name] += 1
        step = wanted.find(path)
        if step is not None:
            yield step, part


def _of_part(part: Part, wanted: Wanted) -> Found:
    return _of_content(part, wanted, None)


def _of_content(part: Part, wanted: Wanted, kind: Kind | None) -> Found:
    inside, numbered = wanted.below.get("body"), wanted.below.get("parts")
    found = parts_of(part, kind) if numbered and (kind == "multipart" or part.type.startswith("multipart/")) else None
    for number, each in enumerate(found.found if found else ()):
        step = numbered.below.get(number) if numbered else None
        if step is not None:
            yield from _of_part(each, step)
    if inside is None:
        return
    if part.type == "message/rfc822" and NESTED in inside.below:
        yield from _of_part(part_of(part.content() or part.data), inside.below[NESTED])
    elif inside.here:
        yield inside, part
