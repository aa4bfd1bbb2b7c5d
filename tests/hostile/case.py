"""One hostile message, and what a reader may make of it."""

from dataclasses import dataclass
from typing import Final

CANARY: Final = "kanarifugl.i.gruven@example.org"


@dataclass(frozen=True, slots=True, repr=False)
class Case:
    name: str
    data: bytes
    media_type: str | None = None
    expected: frozenset[str] | None = None  # reasons that must be among those given, none at all if empty; None: any will do

    def __repr__(self) -> str:
        return self.name
