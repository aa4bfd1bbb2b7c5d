"""One hostile message, and what a reader may make of it."""

from dataclasses import dataclass
from typing import Final

from streams.inspect.words import Schema

CANARY: Final = "kanarifugl.i.gruven@example.org"
VALUES: Final = (CANARY, "kari@example.org", "kari.nordmann@example.org", "NO9386011117947")  # that nothing may ever say
PLANTED: Final = " ".join(VALUES)


@dataclass(frozen=True, slots=True, repr=False)
class Case:
    name: str
    data: bytes
    media_type: str | None = None
    expected: frozenset[str] | None = None  # reasons that must be among those given, none at all if empty; None: any will do
    key: bytes | None = None
    headers: tuple[tuple[str, bytes | None], ...] = ()  # besides the media type's
    schemas: tuple[Schema, ...] = ()

    def __repr__(self) -> str:
        return self.name

    @property
    def size(self) -> int:
        """Bytes of all that came with the record, its schemas among them."""
        named = sum(len(name) + len(value or b"") for name, value in self.headers)
        return len(self.data) + len(self.key or b"") + named + sum(len(schema.text) for schema in self.schemas)
