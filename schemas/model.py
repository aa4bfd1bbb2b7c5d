"""What every record shares: frozen, closed, silent about what it refuses, and written as canonical JSON."""

from typing import Any, Self

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError


class SporError(Exception):
    """The root of our errors: the message says what, where and what happens next, and never quotes data."""


class Unreadable(SporError):
    """A record of ours could not be read back; `fields` are our own field names, never the record's content."""

    def __init__(self, what: str, fields: list[str]) -> None:
        self.fields = fields
        super().__init__(f"{what}: not readable at {', '.join(fields[:5]) or 'the start'}; skip it or upgrade this reader")


class Model(BaseModel):
    """Writers are strict: unknown fields are refused, and a refused value is not shown."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        validate_by_name=True,
        validate_by_alias=True,
        json_schema_serialization_defaults_required=True,  # every named field is written, also one with a default
    )

    def canonical(self) -> bytes:
        """Canonical JSON (UTF-8, sorted keys, no spaces): the same record gives the same bytes."""
        return canonical(self.model_dump(mode="json", by_alias=True))

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Readers are tolerant: fields that this version does not know are left aside. Raises Unreadable."""
        try:
            return cls.model_validate(orjson.loads(data), extra="ignore")
        except orjson.JSONDecodeError:
            raise Unreadable(cls.__name__, []) from None
        except ValidationError as wrong:
            known = [".".join(map(str, e["loc"])) for e in wrong.errors(include_input=False, include_url=False, include_context=False)]
            raise Unreadable(cls.__name__, known) from None


def canonical(value: Any) -> bytes:
    """Strings, integers, booleans, null, lists and objects as canonical JSON; equal to RFC 8785 for these."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
