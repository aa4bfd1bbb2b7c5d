"""Write the path of a value as text, and read it back: `$.a.b[0].c`, `$.note!$.customer.email`, `[3].name`."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, cast

from streams.inspect.words import NESTED, Header, Line, Path, Segment, Syntax

_NO_KEYS: Final[Mapping[str, str]] = MappingProxyType({})
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]+")
_STEP: Final = re.compile(r"\.([^.\[\]!'\\$\s]+)|\['((?:[^'\\]|\\['\\])*)'\]|(!)", re.DOTALL)
_INDEX: Final = re.compile(r"\[([0-9]+|\*)\]")
_COLUMN: Final = re.compile(r"\.#([0-9]+)(?=!|\Z)")
_ELEMENT: Final = re.compile(r"/(@?[^/@\[\]!\s]+)")  # XML names hold none of these
_SEGMENT: Final = re.compile(r"([A-Z][A-Z0-9]{2})(?:\[([0-9]+|\*)\])?(?:/([1-9][0-9]*)(?:\.([1-9][0-9]*))?)?(?=!|\Z)")
_MANY: Final = 4096  # paths of one kind whose text is kept: a stream repeats a few hundred, and these take 2 MB …
_LONG: Final = 256  # … none being longer, in characters
# By whether they are folded, and whether they start with a header's name: a `Header` equals the key that is spelt so.
_KEPT: Final = MappingProxyType({(folded, headed): dict[Path, str]() for folded in (False, True) for headed in (False, True)})
ANY: Final = 2**61 - 1  # an index that no list has: stands for `[*]`


def render(path: Path, keys: Mapping[str, str] = _NO_KEYS, *, folded: bool = False, header: bool = False) -> str:
    """The path as text. `keys` maps personal object keys to what is shown instead; `folded` writes every index as `[*]`,
    and leaves those of XML and EDIFACT out.

    With `header`, or behind a `Header`, the path starts with the header's name instead of `$`. Two different paths never read
    the same (unfolded, without `keys`): a key that is not letters, digits, `_` and `-` alone is quoted.
    """
    headed = bool(path) and (isinstance(path[0], Header) or (header and isinstance(path[0], str)))
    if keys and not keys.keys().isdisjoint(path):
        return _written(path, keys, folded=folded, headed=headed)
    kept = _KEPT[folded, headed]
    if (known := kept.get(path)) is not None:
        return known
    text = _written(path, _NO_KEYS, folded=folded, headed=headed)
    if len(text) <= _LONG:
        if len(kept) >= _MANY:
            kept.clear()
        kept[path] = text
    return text


def _written(path: Path, keys: Mapping[str, str], *, folded: bool, headed: bool) -> str:
    if not headed:
        return _documents(path, keys, folded=folded, inside=False)
    name = cast(str, path[0])
    return (_quoted(keys[name]) if name in keys else name) + _documents(path[1:], keys, folded=folded, inside=True)


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
    parts = [] if inside or isinstance(first, Line) else ["$"]
    for segment in path:
        if not isinstance(segment, str):
            parts.append("[*]" if folded else f"[{segment:d}]")
        elif segment not in keys and _PLAIN.fullmatch(segment):
            parts.append("." + segment)
        else:
            parts.append(_key(segment, keys))
    return "".join(parts)


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


def parse(text: str, *, folded: bool = False) -> Path:
    """The path that `render` writes so; a table's named column reads as NDJSON's, which is written alike.

    With `folded`, `[*]` and the indices that XML and EDIFACT leave out are read as `ANY`. Raises ValueError with the position where
    it stops being a path; quotes nothing of it.
    """
    path: list[Segment] = []
    at, root = 0, True
    while at < len(text) or root:
        read = _root(text, at, folded) if root else _step(text, at, folded)
        if read is None:
            raise ValueError(f"no path: unexpected at character {at}")
        segments, at = read
        path += segments
        root = bool(segments) and segments[-1] is NESTED
    return tuple(path)


_Read = tuple[list[Segment], int]  # segments, and the position behind them


def _root(text: str, at: int, folded: bool) -> _Read | None:
    """The first step of a document, which says what kind of document it is."""
    if text.startswith("$", at):
        return [], at + 1
    if text.startswith("/", at):
        return _read_xml(text, at, folded)
    if tag := _SEGMENT.match(text, at):
        return _read_edifact(tag, folded)
    if (row := _INDEX.match(text, at)) is None or (line := _number(row[1], folded)) is None:
        return None
    column = _COLUMN.match(text, row.end())
    return ([Syntax.CSV, line, int(column[1])], column.end()) if column else ([Line(line)], row.end())


def _step(text: str, at: int, folded: bool) -> _Read | None:
    step = _STEP.match(text, at)
    if step is None:
        index = _INDEX.match(text, at)
        number = _number(index[1], folded) if index else None
        return ([number], index.end()) if index and number is not None else None
    plain, quoted, _ = step.groups()
    if plain is not None:
        return ([plain], step.end()) if _is_plain(plain) else None
    return [re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else NESTED], step.end()


def _read_xml(text: str, at: int, folded: bool) -> _Read | None:
    path: list[Segment] = [Syntax.XML]
    while element := _ELEMENT.match(text, at):
        path.append(element[1])
        at = element.end()
        if (index := _INDEX.match(text, at)) and (number := _number(index[1], folded)) is not None and number > 0:
            path.append(number if number == ANY else number - 1)
            at = index.end()
    return (path, at + (len(path) == 1)) if at == len(text) or text[at] in "/!" else None


def _read_edifact(tag: re.Match[str], folded: bool) -> _Read | None:
    name, which, element, component = tag.groups()
    number = _number(which, folded) if which else ANY if folded else None
    if number is None or number == 0:
        return ([Syntax.EDIFACT, name], tag.end()) if which is element is None else None
    path: list[Segment] = [Syntax.EDIFACT, name, number if number == ANY else number - 1]
    return path + [int(place) - 1 for place in (element, component) if place is not None], tag.end()


def _number(written: str, folded: bool) -> int | None:
    return int(written) if written != "*" else ANY if folded else None
