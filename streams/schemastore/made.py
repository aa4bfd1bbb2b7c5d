"""Make the schema that the inspectors are handed, the bytes under whose digest it is kept, and what stands in the way of either."""

import hashlib
from collections.abc import Iterable
from typing import Any, Final, get_args

import orjson

from schemas.model import canonical
from schemas.words import SchemaType
from streams.inspect.words import Schema

LARGEST: Final = 2 * 1024 * 1024  # bytes of one schema, as a registry or a file gives it
LARGEST_WHOLE: Final = 8 * 1024 * 1024  # with all that it refers to
MOST_REFERENCES: Final = 256
DEEPEST_REFERENCES: Final = 16
LONGEST_WAIT_S: Final = 30.0  # however long a registry asks to be left alone
_TYPES: Final[tuple[SchemaType, ...]] = get_args(SchemaType)


class Unanswered(Exception):
    """No answer this time; how long to leave it alone, where it said so."""

    def __init__(self, why: str, wait_s: float = 0.0) -> None:
        super().__init__(why)
        self.why = why
        self.wait_s = min(wait_s, LONGEST_WAIT_S)


def schema(name: str, kind: SchemaType, text: str, references: Iterable[tuple[str, str]] = (), subjects: Iterable[str] = ()) -> Schema:
    """With its digest. `references` in the order in which they are needed; of two of one name the first counts."""
    referred = tuple(dict(references).items())
    made = Schema(name, kind, text, "", referred, tuple(sorted(set(subjects))))
    return Schema(name, kind, text, hashlib.sha256(written(made)).hexdigest(), referred, made.subjects)


def written(of: Schema) -> bytes:
    """The schema and all that it refers to as canonical JSON; its SHA-256 is the digest."""
    return canonical({"schemaType": of.type, "schema": of.text, "references": [list(pair) for pair in of.references]})


def read(name: str, data: bytes, digest: str, subjects: Iterable[str]) -> Schema | None:
    """The inverse of `written`; None where the bytes are not those of the digest."""
    if hashlib.sha256(data).hexdigest() != digest:
        return None
    kept = orjson.loads(data)
    return schema(name, kept["schemaType"], kept["schema"], ((n, text) for n, text in kept["references"]), subjects)


def type_of(given: Any) -> SchemaType | None:
    """A registry's word for the type; none at all means Avro."""
    return next((kind for kind in _TYPES if kind == given), None) if given is not None else "AVRO"
