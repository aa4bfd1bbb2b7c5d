"""A policy pack: what a notice, a contract or a processing register promises, each item with its citation.

A controller's pack says purposes, legal bases and categories; a processor's binds parties, location, security and its own stores.
`inferred: true` stands where a fact is ours and not the document's; a figure that the document leaves open is `null`: unstated.
"""

from typing import Any, Literal

from pydantic import Field, model_validator

from schemas.model import Model
from schemas.terms import (
    NULLS,
    Bases,
    Category,
    Condition,
    Country,
    Date,
    LegalBasis,
    MonthDay,
    Name,
    Period,
    Plain,
    ProcessingTerm,
    PurposeTerm,
    Right,
    RuleName,
    Safeguard,
    SubjectTerm,
    Text,
    Truth,
    Words,
    YesNo,
    wrong,
)
from schemas.words import Anchor, Ground


class PolicyModel(Model):
    """What is read from a policy file: closed, and `null` is nothing only in a field that may be empty."""

    @model_validator(mode="before")
    @classmethod
    def _null_where_wanted(cls, data: Any) -> Any:
        """A plain `null` leaves a field with a default at its default; anywhere else it stays the text that it is."""
        if not isinstance(data, dict):
            return data
        empty = {key for key, value in data.items() if isinstance(value, Plain) and value in NULLS}
        if not empty:
            return data
        empty &= {f.alias or name for name, f in cls.model_fields.items() if not f.is_required()}
        return {key: value for key, value in data.items() if key not in empty}


class PackSource(PolicyModel):
    document: Text | None = None
    date: Date | None = None
    url: Text | None = None


class Categories(PolicyModel):
    open: Truth = True  # "such as", "for example": what is not declared is a gap, not a violation
    declared: tuple[Category, ...] = ()
    cite: Text | None = None


class When(PolicyModel):
    """All that is named must hold; of a list one is enough."""

    document_type: Words = ()
    context: Words = ()
    fact: dict[str, YesNo] = Field(default_factory=dict)


class Telling(PolicyModel):
    """How a context is told from the message where the registry does not say it. Nothing named: only the registry tells it."""

    document_type: Words = ()
    step: Words = ()
    topic: Words = ()


class Retention(PolicyModel):
    """How long one store may keep it, counted from an event. No period: the document names no figure."""

    store: Text | None = None
    period: Period | None = None
    anchor: Anchor | None = None
    cite: Text | None = None
    inferred: Truth = False
    note: Text | None = None

    @model_validator(mode="after")
    def _a_period_counts_from_something(self) -> "Retention":
        if self.period is not None and self.anchor is None:
            raise wrong("a period needs its anchor: the event that it counts from, as anchor: message")
        return self


class Purpose(PolicyModel):
    purpose: PurposeTerm
    legal_basis: LegalBasis | None = None  # null: unstated
    condition: Condition | None = None  # of GDPR art. 9(2), for special categories
    subjects: tuple[SubjectTerm, ...] = ()
    categories: tuple[Category, ...] | None = None  # null: all that the pack declares
    when: When = When()
    requires: dict[str, YesNo] = Field(default_factory=dict)
    retention: tuple[Retention, ...] = ()
    cite: Text | None = None
    inferred: Truth = False
    note: Text | None = None


class Recipient(PolicyModel):
    name: Text
    also: Words = ()  # other names of it in traffic: its tools, what people call it
    country: Country | None = None
    cite: Text | None = None
    inferred: Truth = False
    note: Text | None = None


class Transfer(PolicyModel):
    """What is named for a country or a recipient outside the EEA. An `instrument` that the law table knows is judged by its dates."""

    country: Country
    safeguard: Safeguard | None = None
    instrument: Text | None = None  # "2021/914"
    recipient: Text | None = None
    valid_from: Date | None = None
    valid_to: Date | None = None
    cite: Text | None = None


class Raise(PolicyModel):
    """A rule that this pack makes a violation."""

    rule: RuleName
    cite: Text | None = None


class Forbidden(PolicyModel):
    """A category that may not occur: anywhere, or where all that `when` names holds."""

    category: Category
    when: When = When()
    unless: Bases = ()  # a purpose of the flow that stands on one of these allows it
    source: Ground = "notice"
    cite: Text | None = None


class IdGround(PolicyModel):
    """The national law that lets this controller process a national identifier."""

    entity: Text  # "NO_FODSELSNUMMER"
    law: Text
    cite: Text | None = None


class Location(PolicyModel):
    """Where the processor promises to keep its own stores and sub-processors."""

    within: tuple[Country, ...] = Field(min_length=1)
    cite: Text | None = None


class Promise(PolicyModel):
    says: Text
    cite: Text | None = None
    inferred: Truth = False


class Rights(PolicyModel):
    """How requests of data subjects are answered; no period: the statutory month holds (GDPR art. 12(3))."""

    answered_within: Period | None = None
    rights: tuple[Right, ...] = ()  # terms, or the words of notices for them; what no term says stays in its words
    cite: Text | None = None


class Pack(PolicyModel):
    pack: Name
    version: Text
    role: Literal["controller", "processor"]
    title: Text = "untitled"
    source: PackSource = PackSource()
    timezone: Text = "Europe/Oslo"
    fiscal_year_end: MonthDay = "12-31"
    categories: Categories = Categories()
    purposes: tuple[Purpose, ...] = ()
    contexts: dict[str, Telling] = Field(default_factory=dict)
    retention: tuple[Retention, ...] = ()  # without a purpose, for all categories
    processing: tuple[ProcessingTerm, ...] = ()  # what is done with it all: of a processor, on behalf of its controllers
    recipients: tuple[Recipient, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    raises: tuple[Raise, ...] = Field(default=(), alias="raise", serialization_alias="raise")
    forbidden: tuple[Forbidden, ...] = ()
    grounds: tuple[IdGround, ...] = ()
    location: Location | None = None
    security: Promise | None = None
    integrity: Promise | None = None
    rights: Rights | None = None
    promises: tuple[Promise, ...] = ()  # what else is promised, in words: read by people and quoted in reports
    defects: tuple[Promise, ...] = ()  # where the notice contradicts itself or the law: about the notice, not about traffic
    valid_from: Date | None = None
    valid_to: Date | None = None  # the last day on which it governs

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "Pack":
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise wrong("valid_to lies before valid_from: this version would govern no day")
        return self
