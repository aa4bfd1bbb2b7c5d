"""The words that travel inside the wall: raw message, envelope, leaf, message, finding. They carry values and stay here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, Literal

from schemas.flow import Part, SchemaRef
from schemas.words import Adapter, FileType, Place, Platform, Scanned, SchemaType, ValueState
from streams.inspect.plain import plain


class Nested:
    """The segment after which a path goes on inside a string: `$.note!$.customer.email`."""

    def __repr__(self) -> str:
        return "!"


class Line(int):
    """The first segment of a path into NDJSON: a 0-based line, written without a `$` before it. Never equal to a list index."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Line) and int(self) == int(other)

    __hash__ = int.__hash__  # an index's, though not equal to it: a path is looked up often, and seldom beside one of a list


class Header(str):
    """The first segment of a header's path, where its place does not say that it is one: the name, written without a `$` before it."""

    __slots__ = ()


class Syntax(Enum):
    """The first segment of a document that is not JSON: how the segments behind it are written. All indices are 0-based here."""

    XML = "xml"  # local names, each followed by an index where siblings repeat; attributes as "@name"
    CSV = "csv"  # a data row, then a column by name, or by number where there is no header
    EDIFACT = "edifact"  # a segment's tag, which of that tag in the body, the element, the component, also where it is the only one

    __hash__ = object.__hash__  # of the one object that it is: an Enum computes its own in Python, for each look-up of a path


NESTED: Final = Nested()
Segment = str | int | Nested | Syntax  # an object key or header name; an index or line; a document inside a string; a syntax
Path = tuple[Segment, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """What a reference led to: the content, or why there is none. Nothing in here fetches: whoever may, does so before."""

    url: str  # as it stands in the message, its signature included
    data: bytes | None
    media_type: str | None = None  # as declared, lower case, without parameters
    charset: str | None = None
    reason: str = "reference.opened"  # a code of schemas.reasons


class Hinted(str):
    """A text, or a number's digits, of which the schema says something: `hints`, as a leaf has them."""

    __slots__ = ("hints", "number")
    hints: tuple[str, ...]
    number: bool

    def __new__(cls, text: str, hints: tuple[str, ...], number: bool = False) -> "Hinted":
        self = super().__new__(cls, text)
        self.hints = hints
        self.number = number
        return self


@dataclass(frozen=True, slots=True, repr=False)
class Schema:
    """A schema that records name, as a registry or a folder has it. `digest` is over type, text and references."""

    id: str  # the registry's number, or a GUID in lower case
    type: SchemaType
    text: str  # Avro and JSON Schema as JSON; Protobuf as .proto text, or a FileDescriptorSet in base64
    digest: str
    references: tuple[tuple[str, str], ...] = ()  # (name, text) of all that it refers to, what is needed first standing first
    subjects: tuple[str, ...] = ()  # under which the registry has it, sorted

    def __repr__(self) -> str:
        return f"Schema({self.id}, {self.type}, {self.digest[:12]})"


@dataclass(frozen=True, slots=True, repr=False)
class RawMessage:
    """One record as it came: bytes and source coordinates. `timestamp` in ms UTC; a header's value may be null."""

    topic: str
    partition: int
    offset: int
    timestamp: int
    key: bytes | None
    value: bytes | None  # null: a tombstone
    headers: tuple[tuple[str, bytes | None], ...] = ()
    cluster: str = ""
    topic_id: str = ""
    adapter: Adapter = "auto"
    revision: int = 0
    opened: tuple[Opened, ...] = ()  # what its references led to, where somebody was told to open them
    schemas: tuple[Schema, ...] = ()  # those that key and value name, as far as somebody has them

    def __repr__(self) -> str:
        return f"RawMessage({self.topic}/{self.partition}@{self.offset})"


@dataclass(frozen=True, slots=True, repr=False)
class Word:
    """A string of the envelope that a Flow may carry, with the path where it stood (from the message's root)."""

    text: str
    path: Path


@plain
class Leaf:
    """One value, as text, and where it hangs. Numbers and booleans as written in the bytes; null is no leaf."""

    place: Place
    path: Path  # body: from the innermost body's root; elsewhere from the message; a header starts with its name; a key is ()
    text: str
    kind: Literal["text", "number", "boolean"] = "text"
    hints: tuple[str, ...] = ()  # what its schema says of it: "tag PII", "alias email", "doc the customer's address"

    def __repr__(self) -> str:
        return f"Leaf({self.place})"

    @property
    def names(self) -> tuple[str, ...]:
        """The object keys on the way down, outermost first."""
        return tuple(s for s in self.path if isinstance(s, str))


@dataclass(frozen=True, slots=True, repr=False)
class Attachment:
    """A content that is no text: a picture, a document, an archive. Its bytes are not scanned."""

    place: Place
    path: Path  # as a leaf's
    type: FileType
    size: int  # bytes


@dataclass(frozen=True, slots=True, repr=False)
class Body:
    """What the innermost envelope holds as its body, still encoded. `data` and `tree` None: no body at all."""

    data: bytes | None
    media_type: str | None = None  # as declared, lower case, without parameters
    charset: str | None = None
    absent: bool = False  # the content is elsewhere or switched off: `reference`
    tree: Any = None  # the body as JSON (streams.inspect.jsontree) where unwrapping had to read it; wins over `data`, its bytes
    at: Path = ()  # where in `data` the tree hangs: it may be a part of its wrapper
    cut: bool = False  # the tree is the beginning of what `data` holds, which has more values than unwrapping reads


WORDS: Final = (
    *("flow_id", "name", "sender", "receiver", "document_type", "step", "direction", "status", "interchange", "correlation"),
    *("data_classification", "data_regulation", "data_category"),
)


@dataclass(frozen=True, slots=True, repr=False)
class Envelope:
    """One message of a record, unwrapped: which platform, flow, parties, document; its body; what stands beside it."""

    part: Part
    platform: Platform
    steps: tuple[str, ...]  # outermost first: "cloudevents.structured", "connxio.archeo"
    body: Body
    message_time: int  # ms UTC
    beside: tuple[Leaf, ...] = ()  # metadata, file names, URLs, headers, keys …; strings in it may hold JSON themselves
    flow_id: Word | None = None  # ConnXio's configCorrelationId, ConnectMyApps's flow
    name: Word | None = None
    sender: Word | None = None
    receiver: Word | None = None
    document_type: Word | None = None
    step: Word | None = None
    direction: Word | None = None
    status: Word | None = None
    interchange: Word | None = None
    correlation: Word | None = None
    resend: int | None = None
    unordered_parties: bool = False  # ConnXio's Internal contract: sender and receiver are not to be told apart
    test: bool = False
    endpoints: tuple[str, ...] = ()  # URLs that the message went over, query cut
    reference: str | None = None  # where the content lies, whole: a signed URL is a credential, and stays here
    reasons: tuple[str, ...] = ()  # codes of schemas.reasons
    schemas: tuple[SchemaRef, ...] = ()  # that key and body were decoded with
    data_classification: Word | None = None  # a CloudEvents producer's own: these three
    data_regulation: Word | None = None
    data_category: Word | None = None

    def words(self) -> dict[str, Word]:
        """The strings that a Flow would carry, by field name."""
        return {n: w for n in WORDS if (w := getattr(self, n)) is not None}


@dataclass(slots=True, eq=False)
class Likeness:
    """What messages have in common whose bodies differ in stamps alone (streams.inspect.stamps): one object for all of them."""

    count: int  # leaves of the body, which come first among a message's
    size: int  # bytes of their texts
    stamps: tuple[int, ...]  # which of them are stamps


@dataclass(frozen=True, slots=True, repr=False)
class Message:
    """An envelope decoded to its leaves."""

    envelope: Envelope
    leaves: tuple[Leaf, ...]  # body first, in document order, then what stands beside it
    scanned: Scanned
    reasons: tuple[str, ...]  # sorted, each once; those of the envelope included
    attachments: tuple[Attachment, ...] = ()  # in document order, at most 100
    changed: bool = False  # its body is not what an earlier hop of its interchange had, in the same record
    likeness: Likeness | None = field(default=None, compare=False)  # of its body, where it is small and was read to its end


@plain
class Finding:
    """Something personal in one leaf: where, what kind, how sure and why. Never what it is."""

    leaf: int  # index in Message.leaves; -1 for an envelope word, -2 for an object key, -3 for an attachment
    place: Place
    path: Path
    start: int  # code points in the leaf's text, end exclusive
    end: int
    entity: str
    category: str | None  # None: told apart and not personal (an organisation number)
    score: float = field(compare=False)
    evidence: tuple[str, ...] = ()  # "checksum", "key:mobil", "test-population"
    recognizer: str = ""
    state: ValueState = "clear"


@dataclass(frozen=True, slots=True, repr=False)
class Findings:
    """All that one message gave away."""

    findings: tuple[Finding, ...]
    keys: Mapping[str, str]  # object keys that are personal -> what a path shows instead, "<EMAIL_ADDRESS>"
    words: Mapping[str, str]  # envelope field -> its text with what was found replaced by "<ENTITY>"; only fields where something was
    reasons: tuple[str, ...] = ()  # budgets that the detector hit


@dataclass(frozen=True, slots=True)
class Budget:
    """How much work one message may cost. Work is counted, never seconds: the same message gives the same answer."""

    leaves: int = 20_000
    depth: int = 64  # nesting of one document
    documents: int = 4  # documents inside strings inside documents
    bytes: int = 4 * 1024 * 1024  # UTF-8 of all leaves together; the rest is left out
    candidates: int = 20_000  # findings of one message before they are folded
