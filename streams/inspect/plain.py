"""Small immutable objects that are made by the ten thousand: frozen for type checkers, without a frozen dataclass's slow constructor."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def plain(cls: type[T]) -> type[T]:
    """`@dataclass(frozen=True, slots=True)` but for one thing: that nobody assigns to it is mypy's to see, not Python's.

    A frozen dataclass sets each field through `object.__setattr__`, which makes it four times as dear to build (0.6 us for five fields).
    A class that carries values has a `__repr__` of its own.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
