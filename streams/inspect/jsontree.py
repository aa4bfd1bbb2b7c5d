"""Read JSON as it is written: numbers digit for digit, every value of a repeated key, and any depth without falling over."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from streams.inspect.jsontrim import CLOSER, trim
from streams.inspect.words import Hinted, Path, Segment

Node = Any  # str | Number | Deep | bool | None | list[Node] | Pairs; recursive, so checkers are told once, here
Kind = Literal["text", "number", "boolean"]

DEPTH: Final = 64  # levels that unwrapping reads; as Budget.depth
NODES_OF_A_LEAF: Final = 5  # nulls, empty strings and containers stand between the values
NODES: Final = NODES_OF_A_LEAF * 20_000  # values and containers of one document, by Budget.leaves; as objects 11 MB of an ordinary
# document, 21 MB of one whose keys are all different, and a quarter of a second


class Number(str):
    """A number, as its digits stand in the bytes."""

    __slots__ = ()


class Deep(str):
    """What lies below the deepest level that is followed, as text."""

    __slots__ = ()


class Pairs(list[tuple[str, Node]]):
    """An object: its members in order, repeated keys too."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What a text gave as JSON. `valid` False: not well formed, `tree` is None. `reasons`: budgets that were hit."""

    tree: Node
    valid: bool = True
    reasons: tuple[str, ...] = ()


_INVALID: Final = Document(None, valid=False)
_BLANKS: Final = " \t\n\r"
_BEGINNINGS: Final = (*'{["-0123456789', "true", "false", "null", "NaN", "Infinity")  # of a value
_DECODER: Final = json.JSONDecoder(object_pairs_hook=Pairs, parse_int=Number, parse_float=Number, parse_constant=str)
_SURROGATES: Final = re.compile(
    r"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|(\\.)", re.DOTALL
)


def read(text: str, depth: int = DEPTH, nodes: int = NODES, *, cut: bool = False) -> Document:
    """The text as a tree. Below `depth` it goes on as `Deep` text, after `nodes` values it ends, each with its reason.

    `cut`: the text's end is known to be missing; what stands before it is read. Lone surrogates become U+FFFD; NaN and
    Infinity are texts. Never raises: the same text gives the same document however deep the caller's own stack is.
    """
    text = _without_lone_surrogates(text.removeprefix("\ufeff"))
    openers = text.count("{") + text.count("[")
    if not cut and (len(text) <= nodes or openers + text.count(",") <= nodes):
        if openers <= depth and not text.lstrip(_BLANKS).startswith(_BEGINNINGS):
            return _INVALID  # told without an error, of which a batch of broken bodies would raise thousands
        try:
            tree = _DECODER.decode(text)
        except RecursionError:
            pass
        except ValueError:
            if openers <= depth:
                return _INVALID
        else:
            if openers <= depth or not _deeper(tree, depth):
                return Document(tree)
    return _read_trimmed(text, depth, nodes, cut=cut)


def _without_lone_surrogates(text: str) -> str:
    """A lone surrogate cannot be written as UTF-8, so neither a path nor a text may hold one."""
    if "\\" not in text or ("\\ud" not in text and "\\uD" not in text):
        return text
    return _SURROGATES.sub(lambda m: m[0] if m[1] or m[2] else "\\ufffd", text)


def _deeper(tree: Node, depth: int) -> bool:
    level = [tree] if isinstance(tree, list) else []
    for _ in range(depth):
        level = [
            child for node in level for child in ([value for _, value in node] if type(node) is Pairs else node) if isinstance(child, list)
        ]
        if not level:
            return False
    return True


def _read_trimmed(text: str, depth: int, nodes: int, *, cut: bool) -> Document:
    trimmed = trim(text, depth, nodes, cut=cut)
    deep = {digits: Deep(part) for digits, part in trimmed.deep.items()}
    reasons = tuple(code for code, hit in (("budget.depth", deep), ("budget.leaves", trimmed.spent)) if hit)

    def whole(digits: str) -> str:
        return deep[digits] if digits in deep else Number(digits)

    decoder = json.JSONDecoder(object_pairs_hook=Pairs, parse_int=whole if deep else Number, parse_float=Number, parse_constant=str)
    try:
        return Document(decoder.decode(trimmed.text), True, reasons)
    except (ValueError, RecursionError):
        return Document(None, False, reasons)


def walk(tree: Node, path: Path = (), depth: int = DEPTH) -> Iterator[tuple[Path, str, Kind]]:
    """Every value below with its path, in document order; null is none. What lies below `depth` comes as one `Deep` text."""
    frames: list[tuple[Path, Iterator[tuple[Segment, Node]]]] = []
    if not isinstance(tree, list):
        yield from _scalar(path, tree)
        return
    frames.append((path, _children(tree)))
    while frames:
        prefix, children = frames[-1]
        for segment, node in children:
            here = (*prefix, segment)
            kind = type(node)
            if kind is str:
                yield here, node, "text"
            elif kind is Number:
                yield here, str(node), "number"
            elif kind is Pairs or kind is list:
                if len(frames) < depth:
                    frames.append((here, _children(node)))
                    break
                yield here, Deep(dump(node)), "text"
            else:
                yield from _scalar(here, node)
        else:
            frames.pop()


def _children(node: Node) -> Iterator[tuple[Segment, Node]]:
    return iter(node) if type(node) is Pairs else enumerate(node)


def _scalar(path: Path, node: Node) -> Iterator[tuple[Path, str, Kind]]:
    if isinstance(node, bool):
        yield path, "true" if node else "false", "boolean"
    elif type(node) is Hinted:
        yield path, node, "number" if node.number else "text"
    elif isinstance(node, Number):
        yield path, str(node), "number"
    elif isinstance(node, str):
        yield path, node, "text"


def dump(tree: Node) -> str:
    """The tree as compact JSON text again; no recursion, so any depth will do."""
    out: list[str] = []
    frames: list[tuple[Iterator[Any], str]] = []
    _dump_one(tree, out, frames)
    while frames:
        children, closer = frames[-1]
        child = next(children, None)
        if child is None:
            out.append(closer)
            frames.pop()
            continue
        if out[-1] not in ("{", "["):
            out.append(",")
        if closer == "}":
            out += json.dumps(child[0][0], ensure_ascii=False), ":"
            _dump_one(child[0][1], out, frames)
        else:
            _dump_one(child[0], out, frames)
    return "".join(out)


def _dump_one(node: Node, out: list[str], frames: list[tuple[Iterator[Any], str]]) -> None:
    if isinstance(node, list):
        opener = "{" if isinstance(node, Pairs) else "["
        out.append(opener)
        frames.append((((child,) for child in node), CLOSER[opener]))
    elif isinstance(node, Number | Deep) or (type(node) is Hinted and node.number):
        out.append(str(node))
    else:
        out.append(json.dumps(node, ensure_ascii=False))
