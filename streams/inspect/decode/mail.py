"""Read mails and multipart bodies: a leaf for every header and text, a name for every file, JSON and tables in them opened."""

from collections import Counter
from typing import Final

from streams.inspect.decode.cells import declared
from streams.inspect.decode.leaves import Leaves
from streams.inspect.decode.mime import Kind, Part, Parts, decoded, part_of, parts_of
from streams.inspect.decode.nested import Binary
from streams.inspect.encodings import as_text, is_binary
from streams.inspect.filetypes import filetype
from streams.inspect.words import NESTED, Path

_DEEPEST: Final = 8  # multiparts inside of multiparts, mails inside of mails
TABLES: Final = ("text/csv", "text/tab-separated-values")
_NAMED: Final = (("content-disposition", "filename"), ("content-type", "name"))


def read_mime(data: bytes, kind: Kind, leaves: Leaves) -> None:
    """`$.Subject`, `$.body` or `$.parts[0].body`; of a form each field under its name, its file's name in the place `filename`.

    A header that is repeated is a list. What lies in a part's text goes on behind the mark: `$.parts[1].body!$.customer.email`.
    """
    if kind == "multipart":
        body = Part((), data)
        _read_form(body, leaves) if is_form(body) else _read_content(body, leaves, (), 0, kind)
    else:
        _read_part(part_of(data), leaves, (), 0)


def is_form(body: Part) -> bool:
    found = parts_of(body, "multipart")
    parts = found.found if found else []
    return bool(parts) and all(part.get("content-disposition").lower().startswith("form-data") for part in parts)


def _read_form(body: Part, leaves: Leaves) -> None:
    parts, closed, more = parts_of(body, "multipart") or Parts([], closed=False)
    leaves.reasons |= _reasons(leaves, closed=closed, more=more)
    names = [part.parameter("content-disposition", "name") for part in parts]
    repeated = {name for name, count in Counter(names).items() if count > 1}
    seen: Counter[str] = Counter()
    for part, name in zip(parts, names, strict=True):
        here: Path = (name, seen[name]) if name in repeated else (name,)
        seen[name] += 1
        if filename := part.parameter("content-disposition", "filename"):
            leaves.put("filename", here, filename)
        _read_text(part, leaves, here)


def _read_part(part: Part, leaves: Leaves, path: Path, depth: int) -> None:
    """Headers, then the content. Of those that only say how it is written, the file's name is what there is to scan."""
    repeated = {name for name, count in Counter(name for name, _ in part.headers).items() if count > 1}
    seen: Counter[str] = Counter()
    for name, value in part.headers:
        if value and not name.lower().startswith("content-"):
            leaves.put("body", (*path, name, seen[name]) if name in repeated else (*path, name), decoded(value))
        seen[name] += 1
    for header, parameter in _NAMED:
        if filename := part.parameter(header, parameter):
            leaves.put("filename", (*path, parameter), filename)
    _read_content(part, leaves, path, depth, None)


def _read_content(part: Part, leaves: Leaves, path: Path, depth: int, kind: Kind | None) -> None:
    is_multipart = kind == "multipart" or part.type.startswith("multipart/")
    if depth >= _DEEPEST and (is_multipart or part.type == "message/rfc822"):
        leaves.reasons.add("budget.depth")
    elif is_multipart:
        found = parts_of(part, kind)
        leaves.reasons |= _reasons(leaves, closed=found is not None and found.closed, more=found is not None and found.more)
        if found is not None and found.found:
            for number, each in enumerate(found.found):
                if leaves.spent:
                    return
                _read_part(each, leaves, (*path, "parts", number), depth + 1)
            return
    elif part.type == "message/rfc822":
        _read_part(part_of(part.content() or part.data), leaves, (*path, "body", NESTED), depth + 1)
        return
    _read_text(part, leaves, (*path, "body"))


def _reasons(leaves: Leaves, *, closed: bool, more: bool) -> set[str]:
    """Why not all parts of a multipart were read; a cut end is said already."""
    return ({"budget.leaves"} if more else set()) | (set() if closed or leaves.cut else {"mime.invalid"})


def _read_text(part: Part, leaves: Leaves, path: Path) -> None:
    """The content as one string, which may hold a document; a file's name and size where it is no text."""
    data = part.content()
    if data is None:
        leaves.reasons.add("base64.invalid")
        data = part.data
    if is_binary(data):
        leaves.attach("body", path, Binary(filetype(data) or "binary", len(data)))
        leaves.put("body", path, "")
        return
    charset = part.parameter("content-type", "charset")
    text, as_declared = as_text(data, charset or None)
    if not as_declared:
        leaves.reasons.add("utf8.invalid")
    table = declared(text) if part.type in TABLES else None
    if table is not None:
        leaves.document("body", (*path, NESTED), table, 1)
    elif text.strip():
        leaves.string("body", path, text.removesuffix("\n").removesuffix("\r"))
