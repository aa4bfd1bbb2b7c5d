"""What a Protobuf schema declares, however it is written: files, messages, enums and fields, before and after names are resolved."""

from dataclasses import dataclass, field

from streams.inspect.encoded.cursor import Hints


class BadProto(Exception):
    """A Protobuf schema that cannot be read. Says nothing of its content."""


@dataclass(slots=True)
class Field:
    """`kind`: a scalar's name, or `message`, `enum`, `group` once `name_of_type` is resolved; `unknown` where it cannot be."""

    number: int
    name: str
    kind: str
    repeated: bool = False
    name_of_type: str = ""  # as written; with a dot in front where it is whole
    hints: Hints = ()
    message: "Message | None" = None
    enum: "Enum | None" = None


@dataclass(slots=True)
class Enum:
    name: str  # whole, without a dot in front
    values: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Message:
    """`inner`: the messages declared in it, in order, map entries and groups too, since producers count them."""

    name: str  # whole, without a dot in front
    fields: dict[int, Field] = field(default_factory=dict)
    inner: "list[Message]" = field(default_factory=list)
    entry: bool = False  # of a map: key and value
    hints: Hints = ()  # tags that hold for all its fields


@dataclass(slots=True)
class File:
    """One file: its messages in order, and all that it declares by whole name."""

    package: str = ""
    messages: list[Message] = field(default_factory=list)
    all_messages: dict[str, Message] = field(default_factory=dict)
    enums: dict[str, Enum] = field(default_factory=dict)
    extended: list[tuple[str, str, Field]] = field(default_factory=list)  # scope, extendee as written, field
