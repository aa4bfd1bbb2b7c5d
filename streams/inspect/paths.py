"""Write the path of a value as text, and read it back: `$.a.b[0].c`, `$.note!$.customer.email`, `[3].name`."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from streams.inspect.words import NESTED, Line, Nested, Path

_NO_KEYS: Final[Mapping[str, str]] = MappingProxyType({})
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]+")
_STEP: Final = re.compile(r"\.([^.\[\]!'\\$\s]+)|\[([0-9]+)\]|\['((?:[^'\\]|\\['\\])*)'\]|(!)", re.DOTALL)


def render(path: Path, keys: Mapping[str, str] = _NO_KEYS, *, folded: bool = False, header: bool = False) -> str:
    """The path as text. `keys` maps personal object keys to what is shown instead; `folded` writes every index as `[*]`.

    With `header` the path starts with the header's name instead of `$`. Two different paths never read the same (unfolded,
    without `keys`): a key that is not letters, digits, `_` and `-` alone is quoted.
    """
    out: list[str] = []
    root = True  # a document starts here: `$` stands before its first segment, unless that is a line
    for segment in path:
        if isinstance(segment, Nested):
            out.append("$!" if root else "!")
            root = True
        elif isinstance(segment, str):
            if root and header and not out:
                out.append(_quoted(keys[segment]) if segment in keys else segment)
            else:
                out.append(("$" if root else "") + _key(segment, keys))
            root = False
        else:
            out.append(("$" if root and not isinstance(segment, Line) else "") + ("[*]" if folded else f"[{segment:d}]"))
            root = False
    if root:
        out.append("$")
    return "".join(out)


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
