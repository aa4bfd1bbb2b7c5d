"""A pack's own examples: messages with what is to be said of them, run by `spor policy test`."""

from typing import Any

from pydantic import Field

from schemas.policy import PolicyModel
from schemas.terms import Category, Date, LegalBasis, Name, PurposeTerm, RuleName, Text
from schemas.words import Adapter, Level


class ExampleRecord(PolicyModel):
    """One Kafka record. `value` is a text: JSON, XML, whatever the platform sends; left out: a tombstone."""

    topic: Text = "examples"
    adapter: Adapter = "auto"
    time: Text  # RFC 3339, the record's timestamp; the message's own time goes before it, as in traffic
    key: Text | None = None
    headers: dict[str, str] = Field(default_factory=dict)
    value: Text | None = None
    part: Text = "0"  # which message of the record, counted from 0


class Expected(PolicyModel):
    """What is named must be so; a list is the whole list in any order. What is left out is not looked at."""

    verdict: Level | None = None
    rules: tuple[RuleName, ...] | None = None  # every rule that speaks, of the Flow and of its rows
    categories: tuple[Category, ...] | None = None
    paths: tuple[Text, ...] | None = None  # of the rows
    purposes: tuple[PurposeTerm, ...] | None = None
    legal_bases: tuple[LegalBasis, ...] | None = None
    retain_until: Date | None = None
    until: dict[str, Text] | None = None  # store: a date, or the state of its clock (open, unstated, held)
    integration: Text | None = None
    controller: Name | None = None
    processor: Name | None = None
    scanned: Text | None = None

    def named(self) -> dict[str, Any]:
        """The expectations that stand in the file, by name."""
        return {name: value for name in type(self).model_fields if (value := getattr(self, name)) is not None}


class Example(PolicyModel):
    says: Text  # a sentence: what the example shows
    message: ExampleRecord
    expect: Expected


class Examples(PolicyModel):
    """A file of examples. `policies` is a folder, seen from the file; --policies goes before it."""

    policies: Text | None = None
    examples: tuple[Example, ...] = Field(min_length=1)
