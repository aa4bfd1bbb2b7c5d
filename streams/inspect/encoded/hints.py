"""What a schema says of a field beside its name: tags, former names, a sentence. Kept short, and in one spelling for all languages."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from streams.inspect.encoded.cursor import Hints

TAGS: Final = "confluent:tags"
_MOST: Final = 8  # of each kind
_LONGEST: Final = 160  # characters of a sentence
_LONGEST_NAME: Final = 60


def of(tags: object = None, aliases: object = None, doc: object = None) -> Hints:
    """`tag PII`, `alias email`, `doc Address for invoices`, in this order; what is no text is passed over."""
    found = [f"tag {name}" for name in _names(tags)] + [f"alias {name.rpartition('.')[2]}" for name in _names(aliases)]
    if isinstance(doc, str) and (sentence := " ".join(doc[: 4 * _LONGEST].split())):
        found.append(f"doc {sentence[:_LONGEST]}")
    return tuple(dict.fromkeys(found))


def of_properties(node: Mapping[str, Any], doc: str = "doc") -> Hints:
    """The hints that stand in a field of an Avro schema, or in a property of a JSON Schema."""
    return of(node.get(TAGS), node.get("aliases"), node.get(doc))


def tags(hints: Hints) -> Hints:
    """The tags alone: those of a record hold for its fields."""
    return tuple(hint for hint in hints if hint.startswith("tag "))


def united(*found: Hints) -> Hints:
    return tuple(dict.fromkeys(hint for hints in found for hint in hints))


def _names(given: object) -> Iterable[str]:
    names = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    return [name.strip() for name in names[:_MOST] if isinstance(name, str) and 0 < len(name.strip()) <= _LONGEST_NAME]
