"""Write the path of a value as text, and read it back: `$.a.b[0].c`, `$.note!$.customer.email`, `[3].name`."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, cast

from streams.inspect.words import NESTED, Line, Nested, Path, Segment, Syntax

_NO_KEYS: Final[Mapping[str, str]] = MappingProxyType({})
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]+")
_STEP: Final = re.compile(r"\.([^.\[\]!'\\$\s]+)|\[([0-9]+)\]|\['((?:[^'\\]|\\['\\])*)'\]|(!)", re.DOTALL)


def render(path: Path, keys: Mapping[str, str] = _NO_KEYS, *, folded: bool = False, header: bool = False) -> str:
    """The path as text. `keys` maps personal object keys to what is shown instead; `folded` writes every index as `[*]`,
    and leaves those of XML and EDIFACT out.

    With `header` the path starts with the header's name instead of `$`. Two different paths never read the same (unfolded,
    without `keys`): a key that is not letters, digits, `_` and `-` alone is quoted.
    """
    if header and path and isinstance(path[0], str):
        name = _quoted(keys[path[0]]) if path[0] in keys else path[0]
        return name + _documents(path[1:], keys, folded=folded, inside=True)
    return _documents(path, keys, folded=folded, inside=False)


def _documents(path: Path, keys: Mapping[str, str], *, folded: bool, inside: bool) -> str:
    """One document after another, `!` between them. `inside`: the first one has begun already, so that no root is written."""
    if NESTED not in path:
        return _document(path, keys, folded=folded, inside=inside)
    at = path.index(NESTED)
    return _document(path[:at], keys, folded=folded, inside=inside) + "!" + _documents(path[at + 1 :], keys, folded=folded, inside=False)


def _document(path: Path, keys: Mapping[str, str], *, folded: bool, inside: bool) -> str:
    first = path[0] if path else None
    if isinstance(first, Syntax):
        return _WRITERS[first](path[1:], keys, folded)
    root = "" if inside or isinstance(first, Line) else "$"
    return root + "".join(_key(s, keys) if isinstance(s, str) else _index(s, folded) for s in path)


def _index(segment: Segment, folded: bool) -> str:
    return "[*]" if folded else f"[{segment:d}]"


def _xml(path: Path, keys: Mapping[str, str], folded: bool) -> str:
    """`/Invoice/Party[2]/Name`, `/Invoice/@id`: 1-based, an index only where siblings repeat."""
    steps = ("/" + _name(s, keys) if isinstance(s, str) else "" if folded else f"[{cast(int, s) + 1}]" for s in path)
    return "".join(steps) or "/"


def _csv(path: Path, keys: Mapping[str, str], folded: bool) -> str:
    """`[0].Column` or, without a header, `[0].#3`; the row alone is folded."""
    row = "".join(_index(s, folded) for s in path[:1])
    return row + "".join(_key(s, keys) if isinstance(s, str) else f".#{s:d}" for s in path[1:])


def _edifact(path: Path, keys: Mapping[str, str], folded: bool) -> str:
    """`NAD[2]/4.1`, all 1-based, elements counted after the tag."""
    if not path:
        return "$"
    tag, which, element = path[0], path[1:2], path[2:]
    at = "" if folded else "".join(f"[{cast(int, s) + 1}]" for s in which)
    return f"{_name(cast(str, tag), keys)}{at}" + "".join(("/", ".")[n > 0] + str(cast(int, s) + 1) for n, s in enumerate(element))


def _name(name: str, keys: Mapping[str, str]) -> str:
    return _quoted(keys[name]) if name in keys else name


_Writer = Callable[[Path, Mapping[str, str], bool], str]
_WRITERS: Final[Mapping[Syntax, _Writer]] = {Syntax.XML: _xml, Syntax.CSV: _csv, Syntax.EDIFACT: _edifact}


def _key(name: str, keys: Mapping[str, str]) -> str:
    if name in keys:
        return _quoted(keys[name])
    if _PLAIN.fullmatch(name) or _is_plain(name):
        return "." + name
    return _quoted(name)


def _is_plain(name: str) -> bool:
    """Unicode letters, digits, `_` and `-` alone."""
    return bool(name) and all(c.isalpha() or c.isdecimal() or c in "_-" for c in name)


def _quoted(name: str) -> str:
    return "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']"


def parse(text: str) -> Path:
    """The path that `render` writes so. Raises ValueError with the position where it stops being one; quotes nothing of it."""
    path: list[str | int | Nested] = []
    at, root = 0, True
    while at < len(text) or root:
        if root and text.startswith("$", at):
            at, root = at + 1, False
            continue
        step = _STEP.match(text, at)
        if step is None or (root and step[2] is None) or (step[1] is not None and not _is_plain(step[1])):
            raise ValueError(f"no path: unexpected at character {at}")
        path.append(_segment(step, line=root))
        at, root = step.end(), step[4] is not None
    return tuple(path)


def _segment(step: re.Match[str], *, line: bool) -> str | int | Nested:
    plain, index, quoted, _ = step.groups()
    if plain is not None:
        return plain
    if index is not None:
        return Line(index) if line else int(index)
    return re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else NESTED
