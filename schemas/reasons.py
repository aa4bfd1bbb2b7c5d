"""Why a Flow was not read in full, and why a dead letter was written: a closed table of codes.

`scanned` is the word that the reason alone brings a Flow to (None: it stays `full`); `broken` reasons also write a dead letter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.words import Scanned, Stage


@dataclass(frozen=True, slots=True)
class Reason:
    code: str
    scanned: Scanned | None  # for the part that it stands on; `partial` wherever something of the body was read all the same
    broken: bool
    stage: Stage
    says: str


REASONS: Final = MappingProxyType(
    {
        r.code: r
        for r in (
            Reason("budget.leaves", "partial", False, "decode", "more values than one message may have; the first ones were scanned"),
            Reason("budget.depth", "partial", False, "decode", "nested deeper than is followed; what lies below was scanned as text"),
            Reason("budget.bytes", "partial", False, "decode", "larger than one message may be; the first bytes were scanned"),
            Reason(
                "budget.messages", "partial", False, "unwrap", "more messages in one record than are told apart; the last holds the rest"
            ),
            Reason("budget.candidates", "partial", False, "detect", "more candidates in one message than are examined"),
            Reason(
                "budget.model", "partial", False, "detect", "more running text than the language model reads; the lists alone saw the rest"
            ),
            Reason("model.failed", "partial", True, "detect", "the language model failed at a text; the lists alone saw it"),
            Reason("budget.rows", "partial", False, "tag", "more rows than fit in one Flow; the last ones were dropped"),
            Reason("json.invalid", "partial", True, "decode", "declared or begun as JSON and not well formed; scanned as text"),
            Reason("csv.invalid", "partial", True, "decode", "a table whose quotes are not closed; those were read as part of their cells"),
            Reason("edifact.invalid", "partial", True, "decode", "an interchange that is cut or has broken segments; the rest was read"),
            Reason("mime.invalid", "partial", True, "decode", "a mail or multipart body that breaks off; what was read is kept"),
            Reason("xml.invalid", "partial", True, "decode", "declared or begun as XML and not well formed; scanned as text"),
            Reason("xml.entities", "partial", False, "decode", "references to entities that the document declares itself; not expanded"),
            Reason(
                "utf8.invalid", "partial", True, "decode", "bytes that are not UTF-8 and declare no other encoding; scanned as Windows-1252"
            ),
            Reason("base64.invalid", "partial", True, "decode", "a field that its contract gives as base64 and is not; scanned as text"),
            Reason("gzip.invalid", "undecodable", True, "decode", "begun as gzip and not readable to its end"),
            Reason("envelope.invalid", "partial", True, "unwrap", "not of the shape that the topic's adapter expects; read as generic"),
            Reason("format.unsupported", "partial", False, "decode", "a text format that is not read field by field yet; scanned as text"),
            Reason("schema.unknown", "undecodable", True, "decode", "names a schema that neither folder nor registry has; scanned as text"),
            Reason(
                "schema.invalid", "undecodable", True, "decode", "a schema that cannot be read, or lacks what it refers to; scanned as text"
            ),
            Reason("schema.mismatch", "undecodable", True, "decode", "bytes that do not fit their schema; what was read before is kept"),
            Reason("schema.fields", "partial", False, "decode", "fields that the schema does not name; scanned as text"),
            Reason("avro.invalid", "undecodable", True, "decode", "an Avro file that is cut or has broken blocks; what was read is kept"),
            Reason("content.binary", "opaque", False, "decode", "binary content, an image or an archive"),
            Reason("content.absent", "reference", False, "unwrap", "the content is elsewhere (claim check) or its logging is switched off"),
            Reason("reference.opened", None, False, "unwrap", "the content lay elsewhere and was fetched; it is not in the record"),
            Reason("reference.refused", "reference", False, "unwrap", "it points to what is not on the list of what may be opened"),
            Reason("reference.denied", "reference", False, "unwrap", "its host did not let us: a signature that has run out, a right"),
            Reason("reference.gone", "reference", False, "unwrap", "its host does not have it, or no longer"),
            Reason("reference.too-large", "reference", False, "unwrap", "larger than what may be fetched; nothing of it was scanned"),
            Reason("reference.too-many", "reference", False, "unwrap", "more references in one record than may be opened"),
            Reason("reference.unavailable", "reference", False, "unwrap", "its host did not answer in time, or not with the content"),
            Reason("empty", None, True, "unwrap", "zero bytes"),
            Reason("tombstone", None, False, "unwrap", "a null value: a compaction tombstone"),
            Reason("already-tagged", None, False, "unwrap", "the record carries our headers: a mirror, a copy or a forgery"),
            Reason("record.unreadable", "undecodable", True, "unwrap", "a record whose frame is broken: a header's name that is not UTF-8"),
            Reason("inspector.died", "undecodable", True, "inspector", "the inspector process died twice at this record"),
            Reason("inspector.overrun", "undecodable", True, "inspector", "the inspector process passed its time at this record"),
            Reason("untagged.too-large", None, True, "tag", "with the tag headers the copy would pass the topic's size limit"),
            Reason("untagged.null", None, True, "tag", "neither key nor value: no copy can be written"),
        )
    }
)


def is_broken(code: str) -> bool:
    """Whether a reason also writes a dead letter."""
    return REASONS[code].broken


def is_reproducible(codes: Iterable[str]) -> bool:
    """False where more than record, detector and policies had a say: what a reference led to, at that hour."""
    return not any(code.startswith("reference.") for code in codes)
