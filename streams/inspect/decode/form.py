"""Read form-encoded text (`a=1&b=2`): a leaf for every value, under its name."""

from collections import Counter
from typing import Final

from schemas.words import Place
from streams.inspect.decode.leaves import Leaves
from streams.inspect.encodings import as_text, unquoted_bytes
from streams.inspect.jsontree import NODES
from streams.inspect.words import Path

PAIRS: Final = NODES  # of one form, the empty ones too


def read_form(text: str, leaves: Leaves, place: Place, path: Path) -> bool:
    """Put each pair's value under its name, as JSON has it; the values of a repeated name are a list. A name alone is a text at `path`."""
    pairs = [pair.partition("=") for pair in text.strip().split("&", PAIRS) if pair]
    names = [_decoded(name, leaves) if equals else "" for name, equals, _ in pairs]
    repeated = {name for name, count in Counter(names).items() if count > 1}
    seen: Counter[str] = Counter()
    for (first, equals, value), name in zip(pairs, names, strict=True):
        if leaves.spent:
            return True
        if not equals:
            leaves.string(place, path, _decoded(first, leaves))
            continue
        here = (*path, name, seen[name]) if name in repeated else (*path, name)
        seen[name] += 1
        leaves.string(place, here, _decoded(value, leaves))
    if text.count("&") > PAIRS:
        leaves.reasons.add("budget.leaves")
    return True


def _decoded(text: str, leaves: Leaves) -> str:
    """Without `+` and percent-encoding: UTF-8, or Windows-1252 where it is not."""
    text = text.replace("+", " ")
    if "%" not in text:
        return text
    data = unquoted_bytes(text)
    try:
        return data.decode()
    except UnicodeDecodeError:
        leaves.reasons.add("utf8.invalid")
        return as_text(data)[0]
